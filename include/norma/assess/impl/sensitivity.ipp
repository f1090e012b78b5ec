// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/sensitivity.hpp>

#include <algorithm>  // std::find, std::sort
#include <cstdint>    // std::uint32_t
#include <optional>   // std::optional
#include <span>       // std::span
#include <utility>    // std::move

#include <norma/assess/distance.hpp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/tried_days.ipp>
#include <norma/assess/impl/tried_values.ipp>
#include <norma/assess/impl/turning_values.ipp>
#include <norma/assess/impl/validity.ipp>
#include <norma/assess/judge.hpp>
#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma {

namespace detail {

// Tries other values of one fact after the other.
class turning_search {
 public:
  turning_search(const standard& by, const bound_facts& facts)
      : by_(by), facts_(facts), tried_(facts), now_(judge(by, facts)) {
    visit_expressions(by.definition().root, [this](const expr::expression& e) {
      for (const auto slot : e.slots) collect(slot);
    });
    collect_bare(by.definition().root);
  }

  [[nodiscard]] turning_points run() {
    for (const auto slot : read_) {
      const auto& f = *facts_.names->fact(slot);
      const auto& from = facts_.slots[slot];
      if (!dated_in_time(f)) continue;
      const auto found_before = found_.all.size();
      if (is_numeric(f.declared)) {
        try_numbers(slot, f, from.num());
      } else if (f.declared == fact_type::date) {
        try_days(slot, f, from.day(), [](date at) { return value{at}; });
      } else if (f.declared == fact_type::period && from.range() != nullptr) {
        try_ends(slot, f, *from.range());
      } else if (f.declared == fact_type::boolean) {
        for (const bool to : {true, false}) turns(slot, f, value{to});
      } else if (f.declared == fact_type::category && f.type.category) {
        for (const auto& [id, label] : f.type.category->values) turns(slot, f, value{id});
      } else {
        found_.untried.push_back(f.name);
        continue;
      }
      if (!counted_facts::stopped(facts_)) continue;
      // Its last values were not judged to their end.
      found_.all.resize(found_before);
      found_.untried.push_back(f.name);
    }
    return std::move(found_);
  }

 private:
  // The fact and what dates it, or those that it is computed from.
  void collect(std::uint32_t slot) {
    const auto* f = facts_.names->fact(slot);
    if (f == nullptr || std::find(read_.begin(), read_.end(), slot) != read_.end())
      return;
    if (!f->derived() || !facts_.stated[slot].is_unknown()) {
      read_.push_back(slot);
      if (f->dated_by) collect(*f->dated_by);
    } else {
      for (const auto input : inputs_of(*f)) collect(input);
    }
  }
  void collect_bare(const rule_node& at) {
    if (at.fact) collect(*at.fact);
    for (const auto& member : at.members) collect_bare(member);
  }

  // Whatever the fact is, it does not hold if what dates it is not known or too old.
  [[nodiscard]] bool dated_in_time(const fact_definition& f) const {
    const auto lasting = f.dated_by ? validity_of(f, facts_) : std::nullopt;
    if (!lasting) return true;
    const auto* day = facts_.slots[*f.dated_by].day();
    return day != nullptr && holds_on(*day, *lasting, facts_.on.as_of);
  }

  // The nearest value on each side; where the fact is not known, one for each verdict.
  void try_numbers(std::uint32_t slot, const fact_definition& f, const number* from) {
    const auto step = step_of(f);
    const turning_finder finder{by_, facts_, slot};
    auto all = on_step(finder.found().at, step);
    if (from == nullptr) return one_for_each_verdict(slot, f, all);
    for (const bool up : {false, true}) {
      std::optional<number> nearest;
      if (!finder.found().all && step) nearest = search(slot, *from, up ? *step : -*step);
      for (const auto& at : all) {
        const bool nearer = up ? *from < at && (!nearest || at < *nearest)
                               : at < *from && (!nearest || *nearest < at);
        if (nearer && given_by(slot, value{at})) nearest = at;
      }
      if (nearest) turns(slot, f, value{*nearest});
    }
  }

  // The nearest day on each side; where the fact is not known, one for each verdict.
  template <class Make>
  void try_days(std::uint32_t slot, const fact_definition& f, const date* from,
                const Make& with) {
    const auto all = tried_days(by_, facts_, slot);
    const auto middle = from == nullptr ? facts_.on.as_of : *from;
    const auto earlier = days_from(middle, all, -1), later = days_from(middle, all, 1);
    if (from == nullptr) {
      std::vector<date> nearest_first{middle};
      nearest_first.insert(nearest_first.end(), earlier.begin(), earlier.end());
      nearest_first.insert(nearest_first.end(), later.begin(), later.end());
      return one_for_each_verdict(slot, f, nearest_first);
    }
    const auto at = [&](std::int64_t days) { return with(*middle.plus_days(days)); };
    for (const auto* days : {&earlier, &later}) {
      auto last = middle;
      for (const auto day : *days) {
        if (!given_by(slot, with(day))) {
          last = day;
          continue;
        }
        const auto turned = first_turned(slot, last.days() - middle.days(),
                                         day.days() - middle.days(), at);
        turns(slot, f, at(turned));
        break;
      }
    }
  }

  // The first day, the last as it is, and the other way round.
  void try_ends(std::uint32_t slot, const fact_definition& f, const range_value& from) {
    for (const auto end : {&range_value::low, &range_value::high}) {
      const auto* day = from.*end ? (*(from.*end)).day() : nullptr;
      if (day == nullptr) continue;
      try_days(slot, f, day, [&](date at) {
        auto to = from;
        to.*end = value{at};
        return value{std::move(to)};
      });
    }
  }

  // Of a fact that is not known: the first of the values at which each verdict is.
  template <class T>
  void one_for_each_verdict(std::uint32_t slot, const fact_definition& f,
                            const std::vector<T>& all) {
    std::vector<verdict> seen{now_};
    for (const auto& at : all) {
      const auto gives = given_by(slot, value{at});
      if (!gives || std::find(seen.begin(), seen.end(), *gives) != seen.end()) continue;
      seen.push_back(*gives);
      found_.all.push_back(told(slot, f, value{at}, *gives));
    }
  }

  // The values at which something turns, and the next ones on the step.
  [[nodiscard]] static std::vector<number> on_step(const std::vector<number>& turning,
                                                   const std::optional<number>& step) {
    std::vector<number> all;
    for (const auto& at : turning) {
      if (!step) {
        all.push_back(at);
        continue;
      }
      const auto steps = divide(at, *step)->rounded(0, rounding::floor);
      for (const int more : {-1, 0, 1, 2}) all.push_back((steps + number{more}) * *step);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  // Where it is not known at which values something turns: the first of `from` plus
  // one step, two, four … that turns the verdict, then back to where it does so first.
  [[nodiscard]] std::optional<number> search(std::uint32_t slot, const number& from,
                                             const number& step) {
    const auto at = [&](std::int64_t steps) { return from + step * number{steps}; };
    std::int64_t last = 0;
    for (std::int64_t steps = 1; steps <= most_steps; steps *= 2) {
      if (given_by(slot, value{at(steps)}))
        return at(first_turned(slot, last, steps, at));
      last = steps;
    }
    return std::nullopt;
  }

  // Between a step at which the verdict has not turned and one at which it has: the
  // first at which it has.
  template <class At>
  [[nodiscard]] std::int64_t first_turned(std::uint32_t slot, std::int64_t last,
                                          std::int64_t turned, const At& at) {
    while (turned - last != 1 && last - turned != 1) {
      const auto middle = last + (turned - last) / 2;
      (given_by(slot, value{at(middle)}) ? turned : last) = middle;
    }
    return turned;
  }
  static constexpr std::int64_t most_steps = std::int64_t{1} << 40;

  // The verdict with this value, where that is another one.
  [[nodiscard]] std::optional<verdict> given_by(std::uint32_t slot, const value& to) {
    if (to.same_as(facts_.slots[slot])) return std::nullopt;
    const slot_change change{slot, to};
    const auto& as_changed = tried_.with(std::span{&change, 1});
    if (!as_changed.checks_hold || as_changed.slots[slot].is_unknown())
      return std::nullopt;
    const auto gives = judge(by_, as_changed);
    return gives == now_ ? std::nullopt : std::optional{gives};
  }

  void turns(std::uint32_t slot, const fact_definition& f, const value& to) {
    if (const auto gives = given_by(slot, to))
      found_.all.push_back(told(slot, f, to, *gives));
  }

  [[nodiscard]] turning_point told(std::uint32_t slot, const fact_definition& f,
                                   const value& to, verdict gives) const {
    const auto& from = facts_.slots[slot];
    const wording zh{*facts_.words, *facts_.names, language::zh};
    const wording en{*facts_.words, *facts_.names, language::en};
    return {f.name,
            f.label,
            from,
            to,
            gives,
            {zh.of(from, f), en.of(from, f)},
            {zh.of(to, f), en.of(to, f)}};
  }

  const standard& by_;
  const bound_facts& facts_;
  tried_values tried_;
  verdict now_;
  std::vector<std::uint32_t> read_;  ///< slots, each once
  turning_points found_;
};

}  // namespace detail

NORMA_INLINE turning_points find_turning_points(const standard& by,
                                                const bound_facts& facts) {
  if (facts.account == nullptr) {
    detail::counted_facts own{facts};
    own.search_after_judging(by);
    return find_turning_points(by, own.facts);
  }
  return detail::turning_search{by, facts}.run();
}

}  // namespace norma
