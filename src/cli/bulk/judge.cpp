// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <algorithm>  // std::binary_search, std::fill, std::find, std::stable_sort
#include <cstdint>    // std::uint32_t
#include <numeric>    // std::iota
#include <string>     // std::to_string
#include <utility>    // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/data_errors.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/report.hpp>
#include <norma/assess/wording.hpp>
#include <norma/batch/plan.hpp>
#include <norma/core/message.hpp>

#include "unit_keys.hpp"
#include "../summary.hpp"

namespace norma::cli {

void verdict_tally::add(const verdict_tally& other) {
  if (paths.size() < other.paths.size()) paths.resize(other.paths.size());
  for (std::size_t i = 0; i < other.paths.size(); ++i) {
    for (std::size_t v = 0; v < 4; ++v) paths[i][v] += other.paths[i][v];
  }
}

namespace {

/// The path of the part that decides a node of a report, as `batch::verdicts` tells it.
std::string deciding_path(const report_node& at) {
  if (at.verdict == verdict::pass || at.verdict == verdict::not_applicable) return {};
  const std::string here = at.path.empty() ? "." : at.path;
  if (at.role == node_role::part) return here;
  const bool veto = at.combine == combine::none && at.verdict == verdict::fail;
  for (const auto& member : at.members) {
    if (member.reason && member.reason->code == "above_unknown") return here;
    if (member.role == node_role::part && !decides(member.strength)) continue;
    if (member.verdict == (veto ? verdict::pass : at.verdict)) {
      return veto ? member.path : deciding_path(member);
    }
  }
  return here;
}

/// Verdicts of one unit by path, and why.
struct alone_result {
  std::vector<verdict> is;
  std::vector<std::string> reasons;
  std::string score;
  std::vector<cause> errors;  ///< in its facts
};

std::size_t nodes_below(const rule_node& at) {
  std::size_t nodes = 1;
  for (const auto& member : at.members) nodes += nodes_below(member);
  return nodes;
}

/// Those of the facts that are read; a scheme may read any.
std::vector<cause> errors_in(const bulk_criterion& by, const bound_facts& facts) {
  if (by.plan) return by.plan->data_errors(facts);
  std::vector<std::uint32_t> all(facts.slots.size());
  std::iota(all.begin(), all.end(), 0U);
  return data_errors(facts, all);
}

alone_result judge_alone(const bulk_criterion& by, const bound_facts& facts,
                         bool reasons) {
  alone_result result;
  result.errors = errors_in(by, facts);
  if (by.by.points) {
    const auto one = by.by.judge(facts, false);
    result.is.push_back(one.verdict);
    if (one.score) result.score = score_words(*one.score);
    result.reasons.emplace_back();
    return result;
  }
  const auto all = judge_all(by.by.gates, facts);
  result.is.push_back(all.front());
  std::size_t at = 1;
  for (const auto& item : by.by.gates.definition().root.members) {
    result.is.push_back(all[at]);
    at += nodes_below(item);
  }
  if (!reasons) return result;
  const auto told = assess(by.by.gates, facts, {.remedies = false, .missing = false});
  result.reasons.push_back(deciding_path(told.tree));
  for (const auto& item : told.tree.members) {
    const bool closed = item.reason && item.reason->code == "not_in_force";
    const bool above = result.reasons.front() == "." && !closed;
    result.reasons.push_back(above ? "." : deciding_path(item));
  }
  return result;
}

/// The units of a group judged by one criterion: in columns, or one by one.
struct group_result {
  batch::verdicts columns;
  std::vector<alone_result> rows;  ///< of a scheme
};

class unit_judge {
 public:
  unit_judge(unit_store& units, const result_writer& writer)
      : units_(units), writer_(writer), kinds_(units.kinds()) {
    out_.tallies.resize(kinds_.all().size());
    row_.items.resize(writer.items());
  }

  bulk_outcome judge() {
    for (const auto& group : units_.groups()) judge_group(*group);
    for (const auto& entry : units_.entries()) write(entry);
    out_.units += units_.unread();
    out_.unread += units_.unread();
    out_.has_errors = units_.unread() > 0;
    out_.findings = std::move(units_.findings());
    out_.member_files = std::move(units_.member_files());
    std::stable_sort(
        out_.findings.begin(), out_.findings.end(),
        [](const row_finding& a, const row_finding& b) { return a.line < b.line; });
    out_.more_findings += units_.more_findings();
    return std::move(out_);
  }

 private:
  [[nodiscard]] days on() const {
    return {kinds_.options().as_of, kinds_.options().known_as_of};
  }

  void judge_group(const unit_group& group) {
    auto& results = groups_.emplace_back();
    const auto& frame = frames_.emplace_back(group.view());
    if (group.rows() == 0 || group.of().wrong) return;
    for (const auto& each : frame.columns) out_.facts.insert(each.name);
    for (const auto* by : group.of().criteria) {
      auto& result = results.emplace_back();
      if (by->plan) {
        by->plan->judge(frame,
                        {.reasons = writer_.reasons(), .most_erring = group.rows()},
                        result.columns);
        continue;
      }
      for (std::size_t row = 0; row < group.rows(); ++row) {
        const auto one = batch::unit_of(frame, row, by->by.gates);
        result.rows.push_back(
            judge_alone(*by, bind(by->by.gates, one, on(), kinds_.bounds()), false));
      }
    }
  }

  void write(const unit_entry& entry) {
    ++out_.units;
    if (entry.of->wrong) {
      ++out_.unread;
      out_.wrong_kind = true;
      return;
    }
    row_.line = entry.line;
    row_.id = entry.id;
    bool any = false;
    std::optional<bound_facts> bound;
    errors_of_unit errors;
    if (entry.alone) note_alone(*entry.alone);
    for (std::size_t i = 0; i < entry.of->criteria.size(); ++i) {
      const auto& by = *entry.of->criteria[i];
      alone_result alone;
      if (entry.alone) {
        if (!bound) bound = bind(by.by.gates, *entry.alone, on(), kinds_.bounds());
        alone = judge_alone(by, *bound, writer_.reasons());
        errors.add(alone.errors);
        any = write(by, alone) || any;
      } else if (const auto& found = groups_[entry.group][i]; by.plan) {
        look_for_errors(by, found.columns, entry, errors);
        any = write(by, found.columns, entry.row) || any;
      } else {
        errors.add(found.rows[entry.row].errors);
        any = write(by, found.rows[entry.row]) || any;
      }
    }
    if (errors.any) tell(entry, errors);
    if (any) return;
    ++out_.others;
    row_.standard = row_.reason = row_.score = {};
    row_.is = verdict::not_applicable;
    std::fill(row_.items.begin(), row_.items.end(), item_result{});
    writer_.write(row_, out_.rows);
  }

  void note_alone(const unit& one) {
    for (const auto& [name, said] : one.facts)
      out_.facts.insert(proper_name(kinds_.by(), name.get()));
  }

  /// What several standards find in a unit is told once, the first of it.
  struct errors_of_unit {
    bool any = false;
    bool more = false;  ///< than are told
    std::vector<cause> told;

    void add(const std::vector<cause>& found) {
      any = any || !found.empty();
      for (const auto& each : found) {
        if (std::find(told.begin(), told.end(), each) != told.end()) continue;
        if (each.fact.empty() || told.size() == most_causes) {
          more = true;
          return;
        }
        told.push_back(each);
      }
    }
  };

  void look_for_errors(const bulk_criterion& by, const batch::verdicts& found,
                       const unit_entry& entry, errors_of_unit& to) const {
    if (!std::binary_search(found.erring.begin(), found.erring.end(), entry.row)) return;
    to.any = true;
    if (units_.shows_more() || out_.erring == 0)  // the first may end the run
      to.add(by.plan->data_errors(frames_[entry.group], entry.row));
  }

  /// The unit is judged all the same.
  void tell(const unit_entry& entry, const errors_of_unit& errors) {
    ++out_.erring;
    const auto& pack = kinds_.by().content();
    for (const auto& each : errors.told) {
      const auto fact = fact_of(each);
      const auto at = units_.place_of(entry.line, fact);
      const auto words = text_argument(describe(each, pack, *entry.of->words));
      units_.note({at.line, at.column, {"N0676", {fact, words}, {}, {}}});
    }
    if (errors.more)
      units_.note({entry.line, 0, {"N0688", {std::to_string(most_causes)}, {}, {}}});
    if (errors.told.empty()) ++out_.more_findings;
  }

  /// False if the unit is not one for it, and it was not asked for.
  bool write(const bulk_criterion& by, const alone_result& found) {
    return write(
        by, found.score, [&](std::size_t path) { return found.is[path]; },
        [&](std::size_t path) { return std::string_view(found.reasons[path]); });
  }
  bool write(const bulk_criterion& by, const batch::verdicts& found, std::size_t row) {
    return write(
        by, {}, [&](std::size_t path) { return found.columns[path][row]; },
        [&](std::size_t path) {
          const auto node = found.reasons[path][row];
          return node < 0 ? std::string_view()
                          : std::string_view(found.nodes[static_cast<std::size_t>(node)]);
        });
  }

  template <class Verdicts, class Reasons>
  bool write(const bulk_criterion& by, std::string_view score, const Verdicts& is,
             const Reasons& why) {
    row_.is = is(0);
    if (row_.is == verdict::not_applicable && !kinds_.wanted()) return false;
    const bool reasons = writer_.reasons() && !by.by.points;
    row_.standard = by.by.id();
    row_.score = score;
    row_.reason = reasons ? why(0) : std::string_view();
    std::fill(row_.items.begin(), row_.items.end(), item_result{});
    auto& tally = out_.tallies[by.place];
    tally.add(0, row_.is);
    for (std::size_t i = 0; i < by.items.size(); ++i) {
      const auto item = is(i + 1);
      tally.add(i + 1, item);
      row_.items[by.items[i]] = {item, reasons ? why(i + 1) : std::string_view()};
    }
    writer_.write(row_, out_.rows);
    return true;
  }

  unit_store& units_;
  const result_writer& writer_;
  bulk_kinds& kinds_;
  std::vector<std::vector<group_result>> groups_;
  std::vector<batch::frame> frames_;  ///< by group
  result_row row_;
  bulk_outcome out_;
};

}  // namespace

bulk_outcome judge_units(unit_store& units, const result_writer& writer) {
  return unit_judge(units, writer).judge();
}

}  // namespace norma::cli
