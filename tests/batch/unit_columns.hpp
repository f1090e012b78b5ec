// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns that hold what units hold.

#include <algorithm>  // std::all_of, std::find, std::none_of
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/batch/frame.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

#include "batch/columns.hpp"
#include "chance.hpp"

namespace norma_test {

/// How the codes of a dictionary lie: each library has a width of its own.
inline layout random_codes() {
  return *rc::gen::element(layout::int8, layout::int16, layout::int32, layout::int64,
                           layout::uint8, layout::uint16, layout::uint32, layout::uint64);
}

class unit_columns {
 public:
  unit_columns(const norma::standard& by, column_store& store) : by_(by), store_(store) {}

  /// Units of one kind, whose default day is that of the first, if any.
  [[nodiscard]] norma::batch::frame of(const std::vector<norma::unit>& units) {
    norma::batch::frame result(by_.definition().unit, units.size());
    if (!units.empty()) {
      result.area_kind = units.front().area_kind;
      result.day = units.front().default_evidence.day;
    }
    std::vector<const norma::unit*> all;
    for (const auto& each : units) all.push_back(&each);
    result.columns = columns_of(all, by_.words());
    return result;
  }

 private:
  using value = norma::value;
  using fact_definition = norma::fact_definition;
  using cells = std::vector<std::optional<std::int64_t>>;
  using texts = std::vector<std::optional<std::string>>;

  [[nodiscard]] std::vector<norma::batch::named_column> columns_of(
      const std::vector<const norma::unit*>& units, const norma::vocabulary& words) {
    std::vector<norma::batch::named_column> all;
    texts ids, names;
    for (const auto* each : units) {
      ids.emplace_back(each->id);
      names.emplace_back(each->name);
    }
    all.push_back({"id", store_.texts(ids)});
    all.push_back({"name", store_.texts(names)});
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* f = words.fact(slot);
      if (f != nullptr) add(*f, units, all);
    }
    return all;
  }

  void add(const fact_definition& f, const std::vector<const norma::unit*>& units,
           std::vector<norma::batch::named_column>& to) {
    std::vector<const norma::supplied_value*> given;
    cells days;
    bool any = false;
    bool dated = false;
    for (const auto* each : units) {
      const auto found = each->facts.find(f.name);
      given.push_back(found == each->facts.end() ? nullptr
                                                 : &found->second.statements.front());
      days.emplace_back();
      if (given.back() == nullptr) continue;
      any = true;
      const auto& from = given.back()->from.get();
      if (!from.day || from.day_of_unit) continue;
      dated = true;
      days.back() = from.day->days();
    }
    if (!any) return;
    const auto& name = f.alias.empty() || one_in(2) ? f.name : f.alias;
    std::vector<const value*> values;
    for (const auto* one : given)
      values.push_back(one == nullptr ? nullptr : &one->content);
    to.push_back({name, f.lists_units() ? listed(f, given) : column_of(f, values)});
    if (dated) to.push_back({name + "__date", store_.numbers(layout::date32, days)});
  }

  [[nodiscard]] column listed(const fact_definition& f,
                              const std::vector<const norma::supplied_value*>& given) {
    cells lengths;
    std::vector<const norma::unit*> members;
    for (const auto* one : given) {
      lengths.emplace_back();
      if (one == nullptr) continue;
      lengths.back() = one->members->size();
      for (const auto& each : *one->members) members.push_back(&each);
    }
    column units = structure(members.size());
    units.children =
        columns_of(members, by_.content().vocabularies.at(f.element->type.record->id));
    return store_.lists(lengths, std::move(units));
  }

  [[nodiscard]] static column structure(std::size_t length) {
    column c;
    c.is = layout::structure;
    c.length = length;
    return c;
  }

  /// Null, or unknown: blank.
  [[nodiscard]] column column_of(const fact_definition& f,
                                 const std::vector<const value*>& values) {
    using norma::fact_type;
    if (none_known(values) && one_in(2)) return column_store::nothing(values.size());
    if (!f.fields.empty()) return records(f, values);
    switch (f.declared) {
      case fact_type::boolean: {
        cells all(values.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
          if (known(values[i])) all[i] = *values[i]->boolean() ? 1 : 0;
        }
        return store_.booleans(one_in(2), all, one_in(3) ? 5 : 0, one_in(3));
      }
      case fact_type::count:
      case fact_type::amount:
      case fact_type::number: return numbers(values);
      case fact_type::date: return days(values);
      case fact_type::text:
      case fact_type::category: return words(values);
      case fact_type::period: return periods(values);
      case fact_type::set:
      case fact_type::list: return lists(*f.element, values);
      default: return {};
    }
  }

  [[nodiscard]] static bool known(const value* v) {
    return v != nullptr && !v->is_unknown() && !v->is_null();
  }

  [[nodiscard]] static bool none_known(const std::vector<const value*>& values) {
    return std::none_of(values.begin(), values.end(), known);
  }

  /// On the least scale that has all of them.
  [[nodiscard]] column numbers(const std::vector<const value*>& values) {
    cells all(values.size());
    const bool whole = std::all_of(values.begin(), values.end(), [](const value* v) {
      return !known(v) || v->num()->is_integer();
    });
    const int scale = whole ? 0 : 2;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (known(values[i]))
        all[i] = *(*values[i]->num() * norma::number{whole ? 1 : 100}).to_int64();
    }
    const auto is = *rc::gen::element(layout::int64, layout::float64, layout::decimal128,
                                      whole ? layout::int32 : layout::int64);
    const std::size_t offset = one_in(3) ? 3 : 0;
    if (is == layout::float64 && one_in(2)) return store_.doubles(all, offset, scale);
    return store_.numbers(is, all, offset, scale, one_in(3));
  }

  [[nodiscard]] column days(const std::vector<const value*>& values) {
    if (none_known(values) && one_in(2)) return column_store::nothing(values.size());
    cells all(values.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (known(values[i])) all[i] = values[i]->day()->days();
    }
    return store_.numbers(layout::date32, all);
  }

  [[nodiscard]] column words(const std::vector<const value*>& values) {
    texts all(values.size());
    std::vector<std::string> entries;
    cells codes(values.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!known(values[i])) continue;
      all[i] = *values[i]->string();
      const auto at = std::find(entries.begin(), entries.end(), *all[i]);
      codes[i] = at - entries.begin();
      if (at == entries.end()) entries.push_back(*all[i]);
    }
    if (one_in(2)) return store_.texts(all);
    return store_.dictionary(entries, codes, one_in(3) ? 5 : 0, random_codes());
  }

  [[nodiscard]] column periods(const std::vector<const value*>& values) {
    std::vector<const value*> from, to;
    cells whole;
    for (const value* v : values) {
      const auto* r = v == nullptr ? nullptr : v->range();
      whole.emplace_back(r == nullptr ? cells::value_type{} : 1);
      from.push_back(r == nullptr ? nullptr : &*r->low);
      to.push_back(r == nullptr ? nullptr : &*r->high);
    }
    column c = structure(values.size());
    store_.mark(c, whole, false);
    c.children.push_back({"from", days(from)});
    c.children.push_back({"to", days(to)});
    return c;
  }

  [[nodiscard]] column lists(const fact_definition& element,
                             const std::vector<const value*>& values) {
    cells lengths, marks;
    std::vector<const value*> items;
    for (const value* v : values) {
      lengths.emplace_back(0);
      marks.emplace_back();
      if (known(v)) {
        lengths.back() = v->list()->size();
        marks.back() = 1;
        for (const value& item : *v->list()) items.push_back(&item);
      } else if (!items.empty() && one_in(3)) {
        lengths.back() = 1;  // what a null row points to is nobody's
        items.push_back(items[static_cast<std::size_t>(up_to(int(items.size()) - 1))]);
      }
    }
    column made = store_.lists(lengths, column_of(element, items), one_in(3) ? 7 : 0);
    store_.mark(made, marks, false);
    return made;
  }

  [[nodiscard]] column records(const fact_definition& f,
                               const std::vector<const value*>& values) {
    column c = structure(values.size());
    cells whole;
    for (const value* v : values) {
      whole.emplace_back(known(v) ? cells::value_type{1} : std::nullopt);
    }
    store_.mark(c, whole, false);
    for (const auto& field : f.fields) {
      std::vector<const value*> all;
      for (const value* v : values) {
        all.push_back(known(v) ? v->record()->find(field.name) : nullptr);
      }
      c.children.push_back({field.name, column_of(field, all)});
    }
    return c;
  }

  const norma::standard& by_;
  column_store& store_;
};

}  // namespace norma_test
