// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/frame.hpp>

#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/rule/content.hpp>

namespace norma::batch {

NORMA_INLINE void frame::add(std::string name, column content) {
  columns.push_back({std::move(name), std::move(content)});
}

NORMA_INLINE const column* frame::find(std::string_view name) const {
  for (const auto& each : columns) {
    if (each.name == name) return &each.content;
  }
  return nullptr;
}

namespace detail {

[[nodiscard]] inline std::string text_of(const column* c, std::size_t row) {
  if (c == nullptr) return {};
  const value v = plain_cell(*c, row);
  if (const std::string* s = v.string()) return *s;
  return v.is_null() ? std::string() : v.to_string();
}

}  // namespace detail

NORMA_INLINE unit unit_of(const frame& of, std::size_t row, const vocabulary& words) {
  unit result;
  result.kind = of.kind;
  result.area_kind = of.area_kind;
  result.id = detail::text_of(of.find("id"), row);
  result.name = detail::text_of(of.find("name"), row);
  if (of.day) {
    result.default_evidence.day = of.day;
  }
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const fact_definition* f = words.fact(slot);
    if (f == nullptr || f->lists_units()) continue;
    const column* c = detail::column_of(of, *f);
    if (c == nullptr) continue;
    value content = detail::cell_at(*c, row, *f, f->name);
    if (content.is_null()) continue;
    result.set(f->name, std::move(content));
    const column* days = detail::column_of(of, *f, detail::day_suffix);
    if (days == nullptr) continue;
    const value day = detail::plain_cell(*days, row);
    if (day.day() == nullptr) continue;
    evidence& from = result.facts.at(f->name).statements.front().from.edit();
    from.day = *day.day();
    from.day_of_unit = false;
  }
  return result;
}

}  // namespace norma::batch
