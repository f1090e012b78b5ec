// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random units over the dictionary of a pack: every type of fact, lists of units too.

#include <cstdint>   // std::uint32_t
#include <memory>    // std::make_shared
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move
#include <vector>    // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

#include "chance.hpp"

namespace norma_test {

class random_units {
 public:
  random_units(const norma::standard& by, norma::date day) : by_(by), day_(day) {
    if (one_in(2)) evidence_day_ = *day.plus_days(-up_to(500));
  }

  [[nodiscard]] norma::unit unit() const {
    norma::unit u{.kind = by_.definition().unit, .area_kind = by_.definition().area_kind};
    u.default_evidence.day = evidence_day_;
    const auto& words = by_.words();
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* f = words.fact(slot);
      if (f == nullptr || one_in(15) || (f->derived() && !one_in(4))) continue;
      supply(*f, u);
    }
    return u;
  }

 private:
  using fact_definition = norma::fact_definition;
  using value = norma::value;

  void supply(const fact_definition& f, norma::unit& to) const {
    if (f.lists_units()) {
      auto members = members_of(f);
      if (!f.complete.empty() && !one_in(8)) {
        const int more = one_in(3) ? up_to(3) - 1 : 0;
        to.set(f.complete, static_cast<int>(members.size()) + more);
      }
      to.set_members(f.name, std::move(members));
    } else if (to.facts.count(f.name) == 0) {
      auto made = of(f, 12);
      if (made) to.set(f.name, *std::move(made));
    }
    const auto found = to.facts.find(f.name);
    if (found == to.facts.end() || !one_in(6)) return;
    auto& from = found->second.statements.front().from.edit();
    from.day = *day_.plus_days(up_to(600) - 500);
    from.day_of_unit = false;
  }

  /// Units with what the rules read of them.
  [[nodiscard]] std::vector<norma::unit> members_of(const fact_definition& f) const {
    const auto& kind = f.element->type.record->id;
    const auto& words = by_.content().vocabularies.at(kind);
    const auto& view = by_.content().member_views.at(kind);
    std::vector<norma::unit> all(static_cast<std::size_t>(up_to(4)));
    for (auto& one : all) {
      one.id = std::to_string(1 + (&one - all.data()));
      for (const auto* slots : {&view.rests_on, &view.judged_on}) {
        for (const auto slot : *slots) {
          const auto* fact = words.fact(slot);
          if (fact != nullptr && !one_in(20) && (!fact->derived() || one_in(4)))
            supply(*fact, one);
        }
      }
    }
    return all;
  }

  /// Nothing where it is blank: one in so many.
  [[nodiscard]] std::optional<value> of(const fact_definition& f, int blanks) const {
    if (one_in(blanks)) return std::nullopt;
    if (!f.fields.empty()) return record_of(f);
    using norma::fact_type;
    switch (f.declared) {
      case fact_type::boolean: return value{!one_in(8)};
      case fact_type::count:
        return value{up_to(one_in(3) ? 3 : 1200) - (one_in(20) ? 1 : 0)};
      case fact_type::amount:
        return value{*norma::number::ratio(up_to(one_in(3) ? 3 : 900000000), 100)};
      case fact_type::number:
        return value{*norma::number::ratio(up_to(one_in(3) ? 8 : 4000) - 4, 4)};
      case fact_type::date: return value{*day_.plus_days(up_to(600) - 500)};
      case fact_type::category:
        return value{one_in(60) ? "no such" : word_of(*f.type.category)};
      case fact_type::text: return value{std::string(1, "abc"[up_to(2)])};
      case fact_type::period: return period();
      case fact_type::set: return set_of(*f.element->type.category);
      case fact_type::list: return list_of(*f.element);
      default: return std::nullopt;
    }
  }

  [[nodiscard]] static std::string word_of(const norma::expr::category_type& category) {
    return category
        .values[static_cast<std::size_t>(
            up_to(static_cast<int>(category.values.size()) - 1))]
        .first;
  }

  [[nodiscard]] value period() const {
    norma::range_value p{std::nullopt, std::nullopt, true, true, false};
    const int from = -up_to(700);
    p.low = one_in(30) ? value::unknown() : value{*day_.plus_days(from)};
    // At times it ends before it begins, and is none.
    const int last = from + up_to(900) - (one_in(15) ? 900 : 0);
    p.high = one_in(30) ? value::unknown() : value{*day_.plus_days(last)};
    return value{std::move(p)};
  }

  /// Different ids in their order, as a set has them; some are blank or no word of the
  /// category. (Where one is named twice, the row goes by itself: sets_test.cpp.)
  [[nodiscard]] static value set_of(const norma::expr::category_type& category) {
    norma::list_value ids;
    for (const auto& [id, label] : category.values) {
      if (one_in(3)) continue;
      ids.push_back(value{id});
      if (one_in(20)) ids.back() = one_in(2) ? value::unknown() : value{"no " + id};
    }
    return value{std::move(ids)};
  }

  [[nodiscard]] value list_of(const fact_definition& element) const {
    norma::list_value items(static_cast<std::size_t>(up_to(3)));
    for (auto& item : items) item = of(element, 30).value_or(value::unknown());
    return value{std::move(items)};
  }

  [[nodiscard]] value record_of(const fact_definition& of_fields) const {
    norma::record_value record;
    std::vector<std::string> names;
    for (const auto& field : of_fields.fields) {
      names.push_back(field.name);
      record.fields.push_back(of(field, 30).value_or(value::unknown()));
    }
    record.shape = std::make_shared<const norma::record_shape>(std::move(names));
    return value{std::move(record)};
  }

  const norma::standard& by_;
  norma::date day_;
  std::optional<norma::date> evidence_day_;  ///< of all units
};

}  // namespace norma_test
