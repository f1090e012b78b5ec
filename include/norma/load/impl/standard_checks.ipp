// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::for_each, std::sort, std::stable_sort
#include <cstddef>    // std::ptrdiff_t
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <optional>   // std::nullopt
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::erase_if, std::vector

#include <norma/load/impl/ratio_checks.ipp>
#include <norma/rule/scheme.hpp>

// What must hold of a standard on every day on which it is in force.

namespace norma::load_detail {

/// The days that lie in both.
[[nodiscard]] inline day_range intersect(day_range a, const day_range& b) {
  if (b.from && (!a.from || *a.from < *b.from)) a.from = b.from;
  if (b.to && (!a.to || *b.to < *a.to)) a.to = b.to;
  return a;
}

[[nodiscard]] inline bool is_empty(const day_range& r) {
  return r.from && r.to && *r.to < *r.from;
}

/// Joins those that share days; sorts them by their first days.
[[nodiscard]] inline std::vector<day_range> joined(std::vector<day_range> all) {
  std::sort(all.begin(), all.end(), [](const day_range& a, const day_range& b) {
    return b.from && (!a.from || *a.from < *b.from);
  });
  std::vector<day_range> out;
  for (const day_range& one : all) {
    if (out.empty() || (out.back().to && one.from && *out.back().to < *one.from)) {
      out.push_back(one);
    } else if (!one.to || (out.back().to && *out.back().to < *one.to)) {
      out.back().to = one.to;
    }
  }
  return out;
}

/// The days on which `at` or something below it decides; no two share a day.
[[nodiscard]] inline std::vector<day_range> deciding_days(const rule_node& at) {
  if (at.role == node_role::part) {
    const bool deciding = decides(at.strength) && (at.require || at.fact);
    return deciding && !is_empty(at.in_force) ? std::vector<day_range>{at.in_force}
                                              : std::vector<day_range>{};
  }
  std::vector<day_range> days;
  for (const rule_node& member : at.members) {
    const std::vector<day_range> more = deciding_days(member);
    days.insert(days.end(), more.begin(), more.end());
  }
  days = joined(std::move(days));
  for (day_range& one : days) one = intersect(one, at.in_force);
  std::erase_if(days, [](const day_range& one) { return is_empty(one); });
  return days;
}

class standard_checker {
 public:
  explicit standard_checker(const pack_draft& draft) : draft_(draft) {}

  void check(const standard_definition& s);
  void check(const scheme_definition& s);

 private:
  void check_at_least(const rule_node& at, day_range within) const;
  void check_exceptions(const rule_node& at, bool unwanted) const;
  void check_parameters(const rule_node& at, const vocabulary& words, day_range within);
  void check_parameter(std::uint32_t slot, const expr::expression* by,
                       const rule_node& at, const vocabulary& words,
                       const day_range& within);
  [[nodiscard]] const std::vector<std::uint32_t>& latest_parameters(
      const vocabulary& words);

  const pack_draft& draft_;
  const standard_definition* standard_ = nullptr;  ///< that is looked at
  /// By kind of unit: see `latest_parameters`.
  std::map<std::string, std::vector<std::uint32_t>> latest_;
};

inline void standard_checker::check(const standard_definition& s) {
  standard_ = &s;
  // With conditions missing, how many members decide is not known.
  if (draft_.names_missing || has_errors(draft_.findings)) return;
  check_at_least(s.root, {});
  check_exceptions(s.root, false);
  check_parameters(s.root, draft_.content.vocabularies.at(s.unit), {});
  check_ratios(draft_, s.root, draft_.content.vocabularies.at(s.unit));
}

inline void standard_checker::check(const scheme_definition& s) {
  check(s.gates);
  if (draft_.names_missing || has_errors(draft_.findings)) return;
  const vocabulary& words = draft_.content.vocabularies.at(s.gates.unit);
  const auto check_parts = [&](const std::vector<scored_part>& parts) {
    for (const scored_part& part : parts) {
      check_parameters(part.node, words, s.gates.root.in_force);
      if (!part.of) continue;
      const day_range within = intersect(s.gates.root.in_force, part.node.in_force);
      for (const std::uint32_t slot : part.of->slots) {
        check_parameter(slot, &*part.of, part.node, words, within);
      }
    }
  };
  for (const score_block& block : s.blocks) check_parts(block.parts);
  if (s.bonus) check_parts(s.bonus->parts);
  if (s.deductions) check_parts(s.deductions->parts);
}

inline void standard_checker::check_at_least(const rule_node& at,
                                             day_range within) const {
  // An embedded standard is checked by itself.
  if (!at.embeds.empty()) return;
  within = intersect(within, at.in_force);
  if (is_empty(within)) return;
  if (at.combine == combine::at_least) {
    // By day, how many members more decide from then on. The first day of all stands for
    // those before the first turn.
    const date first = *date::of(-999'999'999, 1, 1);
    const date start = within.from.value_or(first);
    std::map<date, std::ptrdiff_t> turns{{start, 0}};
    for (const rule_node& member : at.members) {
      for (const day_range& days : deciding_days(member)) {
        ++turns[days.from.value_or(first)];
        const auto after = days.to ? days.to->plus_days(1) : std::nullopt;
        if (after) --turns[*after];
      }
    }
    std::ptrdiff_t deciding = 0;
    for (const auto& [day, more] : turns) {
      deciding += more;
      if (!within.contains(day)) continue;
      if (deciding >= static_cast<std::ptrdiff_t>(at.at_least)) continue;
      const bool always = day == start && !within.from;
      draft_.add({"N0534",
                  {std::to_string(at.at_least), std::to_string(deciding),
                   always ? "" : day.to_string()},
                  at.where,
                  {}});
      break;
    }
  }
  for (const rule_node& member : at.members) check_at_least(member, within);
}

/// An exception is from what is required: where the part is `unwanted`, below `none`, it
/// would set aside the unit that is in order.
inline void standard_checker::check_exceptions(const rule_node& at, bool unwanted) const {
  if (!at.embeds.empty()) return;
  if (at.exceptions_allowed && unwanted) draft_.add({"N0580", {at.id}, at.where, {}});
  if (at.combine == combine::none) unwanted = !unwanted;
  for (const rule_node& member : at.members) check_exceptions(member, unwanted);
}

/// By slot: the parameter, of all that the slot's value rests on, whose values
/// begin last; npos where it rests on none. Values rest on what derived facts
/// and checks name and on how long evidence holds.
inline const std::vector<std::uint32_t>& standard_checker::latest_parameters(
    const vocabulary& words) {
  std::vector<std::uint32_t>& latest = latest_[words.unit];
  if (!latest.empty()) return latest;
  latest.assign(words.slots.size(), expr::no_index);
  std::vector<std::vector<std::uint32_t>> used_by(words.slots.size());
  std::vector<std::uint32_t> parameters;
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const auto use = [&](std::uint32_t input) { used_by[input].push_back(slot); };
    const fact_definition* f = words.fact(slot);
    if (f == nullptr) {
      if (!std::get<parameter>(words.slots[slot]).values.empty())
        parameters.push_back(slot);
      continue;
    }
    if (const auto* lasting = std::get_if<std::uint32_t>(&f->valid_for)) use(*lasting);
    std::for_each(f->table_inputs.begin(), f->table_inputs.end(), use);
    if (f->value) std::for_each(f->value->slots.begin(), f->value->slots.end(), use);
    for (const expr::expression& check : f->checks) {
      std::for_each(check.slots.begin(), check.slots.end(), use);
    }
  }
  const auto first_day = [&](std::uint32_t slot) {
    return std::get<parameter>(words.slots[slot]).values.front().from;
  };
  std::stable_sort(parameters.begin(), parameters.end(),
                   [&](auto a, auto b) { return first_day(b) < first_day(a); });
  for (const std::uint32_t parameter : parameters) {
    std::vector<std::uint32_t> open{parameter};
    while (!open.empty()) {
      const std::uint32_t slot = open.back();
      open.pop_back();
      if (latest[slot] != expr::no_index) continue;
      latest[slot] = parameter;
      open.insert(open.end(), used_by[slot].begin(), used_by[slot].end());
    }
  }
  return latest;
}

inline void standard_checker::check_parameter(std::uint32_t slot,
                                              const expr::expression* by,
                                              const rule_node& at,
                                              const vocabulary& words,
                                              const day_range& within) {
  const std::uint32_t behind = latest_parameters(words)[slot];
  if (behind == expr::no_index) return;
  const parameter& p = std::get<parameter>(words.slots[behind]);
  // Values go on without end: only the days before the first lack one.
  const date first = p.values.front().from;
  if (within.from && first <= *within.from) return;
  const source_span where =
      by != nullptr ? by->where.span(by->text, 0, by->text.size()) : at.where;
  diagnostic found{
      "N0540",
      {p.name, first.to_string(), within.from ? within.from->to_string() : std::string()},
      where,
      {{"R0142", {}, p.where}}};
  if (standard_ != nullptr && standard_->root.where.file != where.file)
    found.labels.push_back({"R0174", {}, standard_->root.where});
  draft_.add(std::move(found));
}

inline void standard_checker::check_parameters(const rule_node& at,
                                               const vocabulary& words,
                                               day_range within) {
  if (!at.embeds.empty()) return;
  within = intersect(within, at.in_force);
  if (is_empty(within)) return;
  for (const auto* condition : {&at.when, &at.require}) {
    if (!*condition) continue;
    for (const std::uint32_t slot : (*condition)->slots) {
      check_parameter(slot, &**condition, at, words, within);
    }
  }
  if (at.fact) check_parameter(*at.fact, nullptr, at, words, within);
  for (const rule_node& member : at.members) check_parameters(member, words, within);
}

}  // namespace norma::load_detail
