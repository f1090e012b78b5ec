// SPDX-License-Identifier: Apache-2.0
#pragma once

// All checks in one round, over what passed type and range.

#include <algorithm>      // std::any_of, std::none_of, std::sort, std::unique
#include <cstddef>        // std::size_t
#include <cstdint>        // std::int64_t, std::uint32_t
#include <string>         // std::string, std::to_string
#include <unordered_map>  // std::unordered_map
#include <vector>         // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/impl/compute.ipp>
#include <norma/assess/impl/open_list.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/assess/impl/told_apart.ipp>
#include <norma/assess/impl/validity.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

class check_round {
 public:
  explicit check_round(const bound_facts& facts) : facts_(facts) {}

  // The facts named in violated checks, `must_agree` among them, with their
  // errors; of the checks that read a slot of which `concerns` is true.
  template <class Concerns>
  [[nodiscard]] std::vector<slot_change> violations(const Concerns& concerns) const {
    std::vector<slot_change> errors;
    std::vector<const expr::expression*> violated;
    const auto env = environment_of(facts_, false);
    for (const auto slot : may_declare()) {
      const auto& f = *facts_.names->fact(slot);
      for (const auto& check : f.checks) {
        if (std::none_of(check.slots.begin(), check.slots.end(), concerns)) continue;
        if (expr::to_truth(expr::evaluate(check, env)) != truth::no) continue;
        violated.push_back(&check);
      }
      if (f.derived() && f.supplied == if_supplied::must_agree) {
        compare(slot, f, concerns, errors);
      }
      if (!f.complete.empty()) compare_length(slot, f, errors);
    }
    note(violated, errors);
    doubt_evidence(errors);
    return errors;
  }

  // Whether what was supplied for a derived fact is what it is computed to be.
  [[nodiscard]] static bool agrees(const fact_definition& f, const value& stated,
                                   const value& computed) {
    return f.declared == fact_type::set ? same_set(stated, computed)
                                        : stated.same_as(computed);
  }

 private:
  // Of a member all that is read of it.
  [[nodiscard]] const std::vector<std::uint32_t>& may_declare() const {
    return facts_.only != nullptr ? facts_.only->rests_on : facts_.names->checked;
  }
  [[nodiscard]] std::string path_of(const fact_definition& f) const {
    return facts_.place + f.name;
  }

  // A list has no more elements than its full length.
  void compare_length(std::uint32_t slot, const fact_definition& f,
                      std::vector<slot_change>& errors) const {
    const auto length = facts_.names->find_fact(f.complete);
    const auto* items = facts_.stated[slot].list();
    const auto* count = length ? facts_.slots[*length].num() : nullptr;
    if (items == nullptr || count == nullptr) return;
    if (number{static_cast<std::int64_t>(items->size())} <= *count) return;
    for (const auto named : {slot, *length}) {
      const auto path = path_of(*facts_.names->fact(named));
      errors.emplace_back(named, data_error(path, "N0749",
                                            {path_of(f), std::to_string(items->size()),
                                             f.complete, count->to_string()}));
    }
  }

  template <class Concerns>
  void compare(std::uint32_t slot, const fact_definition& f, const Concerns& concerns,
               std::vector<slot_change>& errors) const {
    const auto& stated = facts_.stated[slot];
    const auto& inputs = inputs_of(f);
    if (stated.is_unknown() ||
        !(concerns(slot) || std::any_of(inputs.begin(), inputs.end(), concerns))) {
      return;
    }
    const auto computed = compute(f, facts_);
    const auto* bounds = bounds_of(computed);
    if (bounds != nullptr ? lies_in(stated, *bounds)
                          : computed.is_unknown() || agrees(f, stated, computed)) {
      return;
    }
    const std::vector<std::string> told{
        path_of(f), in_words(stated, f, facts_),
        bounds != nullptr ? show(*bounds) : in_words(computed, f, facts_)};
    const auto fail = [&](std::uint32_t named) {
      const auto* fact = facts_.names->fact(named);
      if (fact != nullptr) {
        errors.emplace_back(named, data_error(path_of(*fact), "N0747", told));
      }
    };
    fail(slot);
    for (const auto named : inputs) fail(named);
  }

  // Of a fact in very many those that its causes have room for: the first by their text.
  void note(std::vector<const expr::expression*>& violated,
            std::vector<slot_change>& errors) const {
    if (violated.empty()) return;
    if (violated.size() > most_causes) {
      std::sort(violated.begin(), violated.end(),
                [](const auto* a, const auto* b) { return a->text < b->text; });
      const auto same = [](const auto* a, const auto* b) { return a->text == b->text; };
      violated.erase(std::unique(violated.begin(), violated.end(), same), violated.end());
    }
    std::vector<std::size_t> noted(facts_.slots.size());
    for (const auto* check : violated) {
      const auto has_room = [&](std::uint32_t named) {
        return facts_.names->fact(named) != nullptr && noted[named] < most_causes;
      };
      // A parameter is not in error.
      if (std::none_of(check->slots.begin(), check->slots.end(), has_room)) continue;
      const auto words = describe_check(*check, facts_);
      for (const auto named : check->slots) {
        if (!has_room(named)) continue;
        ++noted[named];
        const auto path = path_of(*facts_.names->fact(named));
        errors.emplace_back(
            named, data_error(path, "N0746", {path, check->text, text_argument(words)}));
      }
    }
  }

  // Evidence is in doubt with the day that it is of: what it can expire of, and lists of
  // units, whose members have it from there.
  void doubt_evidence(std::vector<slot_change>& errors) const {
    if (errors.empty()) return;
    std::vector<std::uint32_t> dated;
    std::unordered_map<std::uint32_t, cause_list> days;  // that date them: their errors
    const auto look_at = [&](std::uint32_t slot) {
      const auto* f = facts_.names->fact(slot);
      if (f == nullptr || !f->dated_by || f->derived() || was_not_given(slot)) return;
      if (!f->lists_units() && !validity_of(*f, facts_)) return;
      dated.push_back(slot);
      days.emplace(*f->dated_by, nullptr);
    };
    if (facts_.only != nullptr) {
      for (const auto slot : facts_.only->rests_on) look_at(slot);
    } else {
      for (std::uint32_t slot = 0; slot < facts_.slots.size(); ++slot) look_at(slot);
    }
    for (const auto& [slot, error] : errors) {
      const auto day = days.find(slot);
      if (day != days.end()) day->second = merge(day->second, error.causes());
    }
    for (const auto slot : dated) {
      const auto& why = days.find(*facts_.names->fact(slot)->dated_by)->second;
      if (why) errors.emplace_back(slot, value::unknown(why));
    }
  }
  [[nodiscard]] bool was_not_given(std::uint32_t slot) const {
    const auto causes = facts_.stated[slot].causes();
    return causes && causes->size() == 1 && causes->front().kind == cause_kind::missing;
  }

  const bound_facts& facts_;
};

}  // namespace norma::detail
