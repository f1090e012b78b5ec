// SPDX-License-Identifier: Apache-2.0
#include <algorithm>     // std::max
#include <optional>      // std::optional
#include <system_error>  // std::error_code
#include <utility>       // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/core/message.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/report/json.hpp>
#include <norma/rule/content.hpp>

#include "check.hpp"
#include "output.hpp"
#include "packs.hpp"
#include "summary.hpp"

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

class many_checker {
 public:
  many_checker(const check_request& request, console& to)
      : request_(request),
        console_(to),
        packs_(request.command.bounds, to),
        out_(request.command.output, to) {
    summary_.as_of = request.options.as_of;
    if (json()) out_.write("[");
  }

  void check(const fs::path& file) {
    const auto& command = request_.command;
    std::error_code failure;
    if (!fs::exists(file, failure)) {
      console_.complain("N0101", {file.string(), word_argument("R0181")});
      return note(exit_no_input);
    }
    const bool table = file.extension() == ".csv";
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
    if (by == nullptr) return note(packs_.code());
    if (table) return check_table(*by, file);
    check_unit(*by, try_read_unit(file, *by, command.bounds), file.filename().string());
  }

  [[nodiscard]] int finish() {
    console_.end_progress();
    if (json()) {
      out_.write(first_ ? "]\n" : "\n]\n");
    } else if (worst_ >= exit_usage && summary_.rows.empty() && summary_.unread == 0) {
      return worst_;  // nothing to judge was found, which was said
    } else {
      out_.write(render_summary(summary_, request_.command.format, console_,
                                out_.to_terminal() ? console_.width() : 0));
    }
    return out_.finish(worst_ >= exit_usage ? worst_ : code_.code());
  }

 private:
  [[nodiscard]] bool json() const { return request_.command.format == "json"; }
  void note(int code) { worst_ = std::max(worst_, code); }

  void check_table(const pack& by, const fs::path& file) {
    const auto kind = default_kind_of(by, request_.command.standard);
    auto table = try_read_units(file, by, kind, request_.command.bounds);
    console_.show(table.diagnostics);
    if (has_errors(table.diagnostics)) note(code_of(table.diagnostics));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      console_.progress(i, table.rows.size());
      check_unit(by, std::exchange(table.rows[i], {}), file.filename().string());
    }
  }

  void check_unit(const pack& by, unit_result read, const std::string& name) {
    console_.show(read.diagnostics);
    if (!read.unit) {
      ++summary_.unread;
      return note(code_of(read.diagnostics));
    }
    const auto criteria = criteria_for(by, *read.unit, request_, console_);
    if (!criteria) {
      ++summary_.unread;
      return note(exit_usage);
    }
    const bool nameless = read.unit->name.empty() && read.unit->id.empty();
    const summary_row about{nameless ? name : read.unit->name, read.unit->id};
    bool any = false;
    std::optional<bound_facts> bound;  // the words are the same for all of a kind
    steps_left judged{request_.command.bounds};
    steps_left told{request_.command.bounds};
    for (const auto& one : *criteria) {
      if (!bound) {
        bound = bind(one.gates, *read.unit,
                     {request_.options.as_of, request_.options.known_as_of},
                     request_.command.bounds);
      }
      any = check_by(one, *bound, about, judged, told) || any;
    }
    if (!any) add(about);
  }

  /// False if the unit is not one for it, and it was not asked for. What verdicts alone
  /// take is counted apart from what reports, in which they are made again, take.
  bool check_by(const criterion& by, const bound_facts& facts, const summary_row& about,
                steps_left& judged, steps_left& told) {
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
    add(about, by.gates, verdicts);
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
  void add(summary_row row, const standard& s, const std::vector<verdict>& verdicts) {
    row.standard = s.id();
    row.is = verdicts.front();
    std::size_t at = 0;
    count_parts(s.definition().root, verdicts, at, row);
    name_items(s, verdicts, row);
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

  /// Counts the deciding parts that apply, and those judged among them.
  static void count_parts(const rule_node& node, const std::vector<verdict>& verdicts,
                          std::size_t& at, summary_row& row) {
    const auto is = verdicts[at++];
    if (node.role == node_role::part && deciding(node) && is != verdict::not_applicable) {
      ++row.applicable;
      if (is != verdict::undetermined) ++row.decided;
    }
    for (const auto& member : node.members) count_parts(member, verdicts, at, row);
  }

  static std::size_t count_nodes(const rule_node& at) {
    std::size_t nodes = 1;
    for (const auto& member : at.members) nodes += count_nodes(member);
    return nodes;
  }

  /// The items that keep the unit from passing, by id and by title:
  /// `✗ employment  ? training`.
  void name_items(const standard& s, const std::vector<verdict>& verdicts,
                  summary_row& row) {
    if (row.is == verdict::pass || row.is == verdict::not_applicable) return;
    item_names fails{"✗ ", {}, {}}, open{"? ", {}, {}};
    std::size_t at = 1;
    const auto& root = s.definition().root;
    for (const auto& item : root.members) {
      const auto is = verdicts[at];
      at += count_nodes(item);
      if (is != verdict::fail && is != verdict::undetermined) continue;
      const auto title = item_heading(item, root, console_.lang());
      (is == verdict::fail ? fails : open).add(item.id, title, comma());
      summary_.titles[s.id()].emplace(item.id, title);
    }
    const std::string between = fails.ids.empty() || open.ids.empty() ? "" : "  ";
    row.items = fails.ids + between + open.ids;
    row.titles = fails.titles + between + open.titles;
  }

  struct item_names {
    std::string_view mark;
    std::string ids, titles;

    void add(const std::string& id, const std::string& title, std::string_view comma) {
      ids.append(ids.empty() ? mark : ", ").append(id);
      titles.append(titles.empty() ? mark : comma).append(title);
    }
  };

  [[nodiscard]] std::string_view comma() const { return list_comma(console_.lang()); }

  const check_request& request_;
  console& console_;
  pack_store packs_;
  output out_;
  summary summary_;
  verdict_code code_;
  int worst_ = exit_pass;
  bool first_ = true;
};

}  // namespace

int check_many(const std::vector<fs::path>& files, const check_request& request,
               console& to) {
  many_checker checker(request, to);
  for (std::size_t i = 0; i < files.size(); ++i) {
    to.progress(i, files.size());
    checker.check(files[i]);
  }
  return checker.finish();
}

}  // namespace norma::cli
