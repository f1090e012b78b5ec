// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::sort
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/frame.hpp>
#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/rule/content.hpp>

// Rows of a frame as units.

namespace norma::batch::detail {

/// The units of a frame, whose columns are looked up by name once.
class unit_rows {
 public:
  unit_rows(const frame& of, const vocabulary& words)
      : of_(of), id_(of.find("id")), name_(of.find("name")) {
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const fact_definition* f = words.fact(slot);
      if (f == nullptr || f->lists_units()) continue;
      const column* values = column_of(of, *f);
      if (values != nullptr) facts_.push_back({f, values, column_of(of, *f, day_suffix)});
    }
    // The order in which a unit keeps its facts: none has to make room for another.
    std::sort(facts_.begin(), facts_.end(), [](const supplied& a, const supplied& b) {
      return a.fact->name < b.fact->name;
    });
  }

  [[nodiscard]] unit at(std::size_t row) const {
    unit result;
    result.kind = of_.kind;
    result.area_kind = of_.area_kind;
    result.id = text_of(id_, row);
    result.name = text_of(name_, row);
    result.default_evidence.day = of_.day;
    result.facts.reserve(facts_.size());
    for (const supplied& each : facts_) {
      const std::string& name = each.fact->name;
      value content = cell_at(*each.values, row, *each.fact, name);
      if (content.is_null()) continue;
      result.set(name, std::move(content));
      if (each.days == nullptr) continue;
      const value day = plain_cell(*each.days, row);
      if (day.day() == nullptr) continue;
      evidence& from = result.facts.at(name).statements.front().from.edit();
      from.day = *day.day();
      from.day_of_unit = false;
    }
    return result;
  }

 private:
  struct supplied {
    const fact_definition* fact;
    const column* values;
    const column* days;  ///< null: none of its own
  };

  [[nodiscard]] static std::string text_of(const column* c, std::size_t row) {
    if (c == nullptr) return {};
    const value v = plain_cell(*c, row);
    if (const std::string* s = v.string()) return *s;
    return v.is_null() ? std::string() : v.to_string();
  }

  const frame& of_;
  const column* id_;
  const column* name_;
  std::vector<supplied> facts_;
};

}  // namespace norma::batch::detail
