// SPDX-License-Identifier: Apache-2.0
#include <algorithm>     // std::max
#include <optional>      // std::optional
#include <set>           // std::set
#include <system_error>  // std::error_code
#include <utility>       // std::move
#include <vector>        // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/core/paths.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/report/json.hpp>
#include <norma/rule/content.hpp>

#include "check.hpp"
#include "erring_facts.hpp"
#include "judged_by.hpp"
#include "output.hpp"
#include "packs.hpp"
#include "spared_files.hpp"
#include "summary.hpp"
#include "unit_files.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

class many_checker {
 public:
  many_checker(const check_request& request, console& to)
      : request_(request),
        console_(to),
        packs_(request.command.bounds, to),
        out_(request.command.output, to),
        errors_(to) {
    summary_.as_of = request.options.as_of;
    if (json()) out_.write("[");
  }

  /// True if the results would take the place of what is read: nothing is written.
  [[nodiscard]] bool stopped() const { return stopped_; }

  void check(const fs::path& file) {
    const auto& command = request_.command;
    std::error_code failure;
    if (!fs::exists(file, failure)) {
      console_.complain("N0101", {file.string(), word_argument("R0181")});
      return note(exit_no_input);
    }
    ++unjudged_;  // until it is known to be
    const bool table = ending_of(file) == ".csv";
    std::vector<diagnostic> unread;
    const auto named = command.pack.empty() && !table
                           ? pack_named_in(file, unread, command.bounds)
                           : std::string();
    if (has_errors(unread)) {
      console_.show(unread);
      return note(code_of(unread));
    }
    if (command.pack.empty() && named.empty()) {
      console_.complain("N0116", {file.string(), packs_.names()});
      return note(exit_usage);
    }
    const auto* by = command.pack.empty() ? packs_.open_beside(named, file)
                                          : packs_.open(command.pack);
    if (std::exchange(rule_files_, packs_.files().size()) < packs_.files().size())
      stopped_ = writes_over(packs_, command, console_);
    if (stopped_) return;
    if (by == nullptr) return note(packs_.code());
    if (!chooses(*by)) {
      if (table) unjudged_ += rows_in(file, *by) - 1;
      return;
    }
    --unjudged_;
    if (table) return check_table(*by, file);
    check_unit(*by, try_read_unit(file, *by, command.bounds), file);
  }

  void tell_passed_by(const std::vector<passed_by>& folders) {
    console_.end_progress();
    for (const auto& each : folders) cli::tell_passed_by(each, member_files_, console_);
  }

  [[nodiscard]] int finish() {
    console_.end_progress();
    if (stopped_) return exit_usage;
    errors_.finish();
    if (wrong_kind_ > most_told)
      console_.complain("N0299", {std::to_string(wrong_kind_ - most_told)});
    summary_.erring = errors_.units();
    const bool nothing = summary_.rows.empty() && summary_.unread == 0;
    summary_.unread += unjudged_;
    if (json()) {
      out_.write(first_ ? "]\n" : "\n]\n");
    } else if (worst_ >= exit_usage && nothing) {
      return worst_;  // nothing to judge was found, which was said
    } else {
      out_.write(render_summary(summary_, request_.command.format, console_,
                                out_.to_terminal() ? console_.width() : 0));
    }
    return out_.finish(worst_ >= exit_usage ? worst_ : code_.code());
  }

 private:
  static constexpr std::size_t most_told = limits{}.diagnostics_per_file;

  [[nodiscard]] bool json() const { return request_.command.format == "json"; }
  void note(int code) { worst_ = std::max(worst_, code); }

  /// How many units a table tells that are not judged.
  [[nodiscard]] std::size_t rows_in(const fs::path& file, const pack& by) const {
    const auto& kinds = by.content().units;
    const auto any = kinds.empty() ? std::string() : kinds.begin()->first;
    return try_read_units(file, by, any, request_.command.bounds).rows.size();
  }

  /// False, and said, if the pack has not what was asked for.
  bool chooses(const pack& by) {
    if (criteria_of_ == &by) return judges_;
    criteria_of_ = &by;
    auto found = choose_criteria(by, request_.command.standard, console_);
    judges_ = found.has_value();
    if (!found) note(exit_usage);
    criteria_ = std::move(found).value_or(std::vector<judged_by>{});
    return judges_;
  }

  void check_table(const pack& by, const fs::path& file) {
    const auto kind = default_kind_of(by, request_.command.standard);
    auto table = try_read_units(file, by, kind, request_.command.bounds);
    console_.show(table.diagnostics);
    if (has_errors(table.diagnostics)) note(code_of(table.diagnostics));
    for (std::size_t i = 0; i < table.rows.size() && !stopped_; ++i) {
      console_.progress(i, table.rows.size());
      check_unit(by, std::exchange(table.rows[i], {}), file);
    }
  }

  void check_unit(const pack& by, unit_result read, const fs::path& file) {
    if (writes_over(read.member_files, request_.command, console_)) {
      stopped_ = true;
      return;
    }
    member_files_.insert(read.member_files.begin(), read.member_files.end());
    console_.show(read.diagnostics);
    if (!read.unit) {
      ++summary_.unread;
      return note(code_of(read.diagnostics));
    }
    const auto& wanted = request_.command.standard;
    if (!wanted.empty()) {
      if (const auto wrong = unit_mismatch(criteria_.front().by.gates.definition(),
                                           wanted, *read.unit)) {
        if (wrong_kind_++ < most_told) console_.show(*wrong);
        ++summary_.unread;
        return note(exit_usage);
      }
    }
    const bool nameless = read.unit->name.empty() && read.unit->id.empty();
    const summary_row about{nameless ? file.filename().string() : read.unit->name,
                            read.unit->id};
    bool any = false;
    std::optional<bound_facts> bound;  // the words are the same for all of a kind
    steps_left judged{request_.command.bounds};
    steps_left told{request_.command.bounds};
    for (const auto& one : criteria_) {
      const auto& gates = one.by.gates;
      if (!gates.definition().is_for(*read.unit)) continue;
      if (!bound) {
        bound = bind(gates, *read.unit,
                     {request_.options.as_of, request_.options.known_as_of},
                     request_.command.bounds);
      }
      errors_.look(*bound, one.asks);
      any = check_by(one, *bound, about, judged, told) || any;
    }
    if (bound) errors_.tell(by, *bound, read.row, file.string());
    if (!any) add(about);
  }

  /// False if the unit is not one for it, and it was not asked for. What verdicts alone
  /// take is counted apart from what reports, in which they are made again, take.
  bool check_by(const judged_by& of, const bound_facts& facts, const summary_row& about,
                steps_left& judged, steps_left& told) {
    const auto& by = of.by;
    const bool wanted = !request_.command.standard.empty();
    if (by.points) {
      const auto one = by.judge(facts, false, &judged);
      if (one.verdict == verdict::not_applicable && !wanted) return false;
      if (json()) write_json(one);
      add(about, one);
      return true;
    }
    // A line of the summary needs verdicts only; `assess` gives the same.
    const auto verdicts = judge_all(by.gates, facts, judged);
    if (verdicts.front() == verdict::not_applicable && !wanted) return false;
    if (json()) write_json(by.judge(facts, request_.options.remedies, &told));
    add(about, of, verdicts);
    return true;
  }

  void write_json(const report& one) {
    std::string object = to_json(one);
    while (!object.empty() && object.back() == '\n') object.pop_back();
    out_.write(first_ ? "\n" : ",\n");
    out_.write(object);
    first_ = false;
  }

  /// A line for a unit to which no standard applies.
  void add(summary_row row) {
    code_.add(row.is);
    ++summary_.counts[static_cast<std::size_t>(row.is)];
    if (!json()) summary_.rows.push_back(std::move(row));
  }

  /// `verdicts` are in the order of a walk, a node and then its members.
  void add(summary_row row, const judged_by& of, const std::vector<verdict>& verdicts) {
    row.standard = of.by.id();
    row.is = verdicts.front();
    if (!json()) {
      count_parts(of.by, verdicts, row);
      name_items(of, verdicts, console_.lang(), row, summary_);
    }
    add(std::move(row));
  }

  /// Under a scheme: the score and its tier stand for the items.
  void add(summary_row row, const report& r) {
    row.standard = r.standard_id;
    row.is = r.verdict;
    row.decided = r.decided;
    row.applicable = r.applicable;
    if (r.score) row.items = score_words(*r.score);
    add(std::move(row));
  }

  const check_request& request_;
  console& console_;
  pack_store packs_;
  output out_;
  const pack* criteria_of_ = nullptr;
  std::vector<judged_by> criteria_;
  bool judges_ = false;  ///< the pack has what was asked for
  erring_facts errors_;
  std::size_t wrong_kind_ = 0;
  /// Units whose pack can not be opened, or has not what was asked for.
  std::size_t unjudged_ = 0;
  summary summary_;
  verdict_code code_;
  std::size_t rule_files_ = 0;  ///< that are spared
  std::set<fs::path> member_files_;
  int worst_ = exit_pass;
  bool stopped_ = false;
  bool first_ = true;
};

}  // namespace

int check_many(const unit_files& listed, const check_request& request, console& to) {
  many_checker checker(request, to);
  const auto& files = listed.files;
  for (std::size_t i = 0; i < files.size() && !checker.stopped(); ++i) {
    to.progress(i, files.size());
    checker.check(files[i]);
  }
  checker.tell_passed_by(listed.others);
  return checker.finish();
}

}  // namespace norma::cli
