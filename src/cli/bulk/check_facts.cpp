// SPDX-License-Identifier: Apache-2.0
#include <algorithm>   // std::max
#include <filesystem>  // std::filesystem::path
#include <future>      // std::async
#include <optional>    // std::optional
#include <set>         // std::set
#include <string>      // std::string
#include <thread>      // std::thread::hardware_concurrency
#include <utility>     // std::move
#include <vector>      // std::vector

#include <norma/core/paths.hpp>
#include <norma/core/text.hpp>

#include "csv_units.hpp"
#include "input.hpp"
#include "json_units.hpp"
#include "judge.hpp"
#include "kinds.hpp"
#include "missing_facts.hpp"
#include "one_line.hpp"
#include "other_form.hpp"
#include "progress.hpp"
#include "results.hpp"
#include "summary.hpp"
#include "unit_keys.hpp"
#include "../check.hpp"
#include "../output.hpp"
#include "../packs.hpp"
#include "../spared_files.hpp"

namespace norma::cli {

namespace {

result_form form_of(const std::string& format) {
  if (format == "csv") return result_form::csv;
  return format == "ndjson" ? result_form::ndjson : result_form::none;
}

/// True if the input has JSON objects on its lines: by its name, else by how it begins.
bool holds_lines(row_reader& input) {
  const auto ending = ending_of(input.name());
  if (ending == ".ndjson" || ending == ".jsonl") return true;
  return ending != ".csv" && input.first_character() == '{';
}

/// Of which facts nothing is said at all.
void tell_missing(const bulk_kinds& kinds, const std::set<std::string>& told,
                  console& to) {
  if (const auto note = missing_facts(kinds, told)) to.show(*note);
}

/// What is judged at a time, and the thread that does it.
struct block_in_work {
  row_block rows;
  std::optional<unit_store> units;
  std::future<bulk_outcome> job;
};

/// Reads, judges and writes block after block, several at a time, in their order.
class facts_checker {
 public:
  facts_checker(row_reader& input, row_form form, bulk_kinds& kinds,
                const command_line& command, console& to)
      : input_(input),
        form_(form),
        kinds_(kinds),
        command_(command),
        to_(to),
        writer_(form_of(command.format), kinds.items(), command.reasons,
                kinds.have_points()),
        out_(command.output, to),
        progress_(to, input.size()),
        once_(form),
        hints_(kinds.by()) {
    all_.tallies.resize(kinds.all().size());
  }

  /// `read` puts the units of a block into a store.
  template <class Read>
  [[nodiscard]] int run(const Read& read) {
    out_.write(writer_.head());
    const unsigned threads = command_.threads > 0
                                 ? command_.threads
                                 : std::max(1U, std::thread::hardware_concurrency());
    std::vector<block_in_work> slots(threads);
    std::size_t next = 0;
    const auto finish = [&](block_in_work& slot) {
      if (slot.job.valid()) take(slot.job.get(), slot.rows.read);
    };
    while (!stopped_) {
      auto& slot = slots[next++ % threads];
      finish(slot);
      if (stopped_ || out_.failed() || !input_.next(slot.rows, form_, block_bytes)) break;
      if (!slot.units) slot.units.emplace(kinds_, form_);
      slot.job = std::async(std::launch::async, [this, &read, &slot] {
        slot.units->clear();
        read(slot.rows, *slot.units);
        return judge_units(*slot.units, writer_);
      });
    }
    for (std::size_t i = 0; i < threads; ++i) finish(slots[next++ % threads]);
    return end();
  }

 private:
  void take(bulk_outcome block, std::size_t read) {
    if (stopped_) return;
    if (takes_place_of(block.member_files)) return;
    tell(block.findings);
    if (stopped_) return;
    told_ += block.more_findings;
    out_.write(block.rows);
    for (std::size_t i = 0; i < all_.tallies.size(); ++i)
      all_.tallies[i].add(block.tallies[i]);
    all_.units += block.units;
    all_.erring += block.erring;
    if (form_ == row_form::lines) all_.facts.merge(block.facts);
    all_.unread += block.unread;
    all_.others += block.others;
    all_.has_errors = all_.has_errors || block.has_errors;
    all_.wrong_kind = all_.wrong_kind || block.wrong_kind;
    progress_.tell(all_.units, read);
  }

  /// True, and the run ends, if the results would take the place of one of the files.
  bool takes_place_of(const std::set<std::filesystem::path>& files) {
    for (const auto& file : files) {
      if (!spared_.insert(file).second || !writes_over(file, command_, to_)) continue;
      stopped_with_ = exit_usage;
      return stopped_ = true;
    }
    return false;
  }

  /// The first findings of the run; with `--strict` those of the first bad row are last.
  void tell(std::vector<row_finding>& found) {
    std::size_t bad = 0;
    for (auto& each : found) {
      if (bad > 0 && each.line != bad) return;
      // Blocks do not know of each other what was told.
      if (!once_.is_new(each.what)) continue;
      if (told_++ < kinds_.most_findings()) {
        hints_.add_to(each.what);
        to_.show_at(input_.name(), each.line, each.column, each.what, each.in);
      }
      if (!command_.strict || !is_bad(each.what)) continue;
      bad = each.line;
      stopped_ = true;
      stopped_with_ = each.what.code == "N0121" ? exit_usage : exit_data;
      stopped_at_ = each.what.level() == severity::error ? 0 : each.line;
    }
  }

  [[nodiscard]] int end() {
    to_.end_progress();
    if (stopped_at_ > 0) to_.complain("N0151", {std::to_string(stopped_at_)});
    if (stopped_) return stopped_with_;
    if (told_ > kinds_.most_findings()) {
      to_.complain("N0134", {std::to_string(told_ - kinds_.most_findings())});
    }
    int worst = all_.has_errors ? exit_data : all_.wrong_kind ? exit_usage : exit_pass;
    if (const auto& why = input_.failure()) {
      to_.show(*why);
      worst = std::max(worst, code_of({*why}));
    } else if (all_.units == 0) {
      const auto nothing = no_unit(form_);
      to_.show(nothing);
      worst = std::max(worst, code_of({nothing}));
    } else if (form_ == row_form::lines && all_.units > all_.unread) {
      tell_missing(kinds_, all_.facts, to_);
    }
    const auto words = render_tallies(all_, kinds_, to_, 0);
    const bool rows = form_of(command_.format) != result_form::none;
    if (!rows) out_.write(words);
    const int code = out_.finish(worst >= exit_usage ? worst : verdict());
    if (rows && code != exit_io) {
      std::fputs(words.c_str(), command_.output.empty() ? stderr : stdout);
    }
    return code;
  }

  [[nodiscard]] int verdict() const {
    verdict_code code;
    for (const auto& tally : all_.tallies) {
      if (tally.paths.empty()) continue;
      for (std::size_t v = 0; v < 4; ++v) {
        if (tally.paths.front()[v] > 0) code.add(static_cast<norma::verdict>(v));
      }
    }
    return code.code();
  }

  row_reader& input_;
  row_form form_;
  bulk_kinds& kinds_;
  const command_line& command_;
  console& to_;
  result_writer writer_;
  output out_;
  bulk_progress progress_;
  bulk_outcome all_;
  std::size_t told_ = 0;
  std::set<std::filesystem::path> spared_;  ///< of members, which are not written over
  told_once once_;
  key_hints hints_;
  bool stopped_ = false;
  int stopped_with_ = exit_data;
  std::size_t stopped_at_ = 0;  ///< line of a row with facts in error
};

}  // namespace

int check_facts(const check_request& request, console& to) {
  const auto& command = request.command;
  pack_store packs(command.bounds, to);
  if (command.pack.empty()) {
    to.complain("N0116", {command.facts, packs.names()});
    return exit_usage;
  }
  const auto* by = packs.open(command.pack);
  if (by == nullptr) return packs.code();
  if (writes_over(packs, command, to)) return exit_usage;
  if (!command.standard.empty() && !find_criterion(*by, command.standard)) {
    complain_of_standard(*by, command.standard, to);
    return exit_usage;
  }
  row_reader input(command.facts);
  const auto refuse = [&](const std::vector<diagnostic>& why) {
    to.show(why);
    return code_of(why);
  };
  if (input.failure()) return refuse({*input.failure()});
  const text tables{"CSV 和 NDJSON", "CSV and NDJSON"};
  if (const auto other = other_form(input.name(), input.first_bytes(), tables))
    return refuse({*other});
  if (const auto other = no_lines(command.facts, input.first_bytes()))
    return refuse({*other});
  const auto kind = default_kind_of(*by, command.standard);
  bulk_kinds kinds(*by, request, kind);
  if (holds_lines(input)) {
    const json_units lines(input.name(), *by, kind, command.bounds);
    if (command.line > 0) {
      const auto one = [&lines](auto&... of) { lines.read_alone(of...); };
      return report_line(input, row_form::lines, one, kinds, request, to);
    }
    facts_checker checker(input, row_form::lines, kinds, command, to);
    return checker.run(
        [&lines](const row_block& rows, unit_store& units) { lines.read(rows, units); });
  }
  row_block head;
  if (!input.next_row(head, row_form::csv)) {
    return refuse({input.failure().value_or(diagnostic{"N0637", {}, {}, {}})});
  }
  const csv_units table(input.name(), head.row(head.rows.front()), *by, kind,
                        command.bounds);
  to.show(table.findings());
  if (has_errors(table.findings())) return code_of(table.findings());
  if (command.line > 0) {
    const auto one = [&table](auto&... of) { table.read_alone(of...); };
    return report_line(input, row_form::csv, one, kinds, request, to);
  }
  tell_missing(kinds, table.facts(), to);
  facts_checker checker(input, row_form::csv, kinds, command, to);
  return checker.run(
      [&table](const row_block& rows, unit_store& units) { table.read(rows, units); });
}

}  // namespace norma::cli
