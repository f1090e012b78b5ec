// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::binary_search, std::sort
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <memory>       // std::unique_ptr
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/frame.hpp>
#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/batch/impl/row_room.ipp>
#include <norma/rule/content.hpp>

// Rows of a frame as units; and the elements of a list of units, which are such rows too.

namespace norma::batch::detail {

/// The units of a frame or of the structures in a list, whose columns are looked up by
/// name once.
class unit_rows {
 public:
  /// Of the facts in `only` alone, which is sorted; null: of all.
  unit_rows(const std::vector<named_column>& columns, const vocabulary& words,
            const pack_content& pack, const std::vector<std::uint32_t>* only = nullptr)
      : id_(column_named(columns, "id")),
        name_(column_named(columns, "name")),
        area_kind_(column_named(columns, "kind")),
        room_(pack) {
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const fact_definition* f = words.fact(slot);
      if (f == nullptr) continue;
      if (only != nullptr && !std::binary_search(only->begin(), only->end(), slot))
        continue;
      const column* values = column_of(columns, *f);
      if (values == nullptr) continue;
      facts_.push_back({f, values, column_of(columns, *f, day_suffix), nullptr});
      if (!f->lists_units() || !is_list(*values)) continue;
      const layout below = values->children.front().content.is;
      if (below != layout::structure && below != layout::none)
        continue;  // none are units
      facts_.back().listed = std::make_unique<const unit_rows>(
          values->children.front().content.children, words_of_listed(*f, pack), pack);
    }
    // The order in which a unit keeps its facts: none has to make room for another.
    std::sort(facts_.begin(), facts_.end(), [](const supplied& a, const supplied& b) {
      return a.fact->name < b.fact->name;
    });
  }

  /// Puts what is known of the unit in `row` into `to`; `place` is where it stands in a
  /// list (`members[3].`), which causes begin with.
  void read(std::size_t row, const std::string& place, unit& to) const {
    to.id = text_of(id_, row);
    to.name = text_of(name_, row);
    to.facts.reserve(facts_.size());
    std::size_t left = most_row_bytes;
    for (const supplied& each : facts_) {
      if (!supply(each, row, place, left, to) || each.days == nullptr) continue;
      const value day = plain_cell(*each.days, row);
      if (day.day() == nullptr) continue;
      evidence& from = to.facts.at(each.fact->name).statements.front().from.edit();
      from.day = *day.day();
      from.day_of_unit = false;
    }
  }

 private:
  struct supplied {
    const fact_definition* fact;
    const column* values;
    const column* days;  ///< null: none of its own
    std::unique_ptr<const unit_rows> listed;
  };

  /// False if the cell is blank; `left` bytes may lists still take.
  [[nodiscard]] bool supply(const supplied& each, std::size_t row,
                            const std::string& place, std::size_t& left, unit& to) const {
    const std::string& name = each.fact->name;
    const std::string path = place + name;
    if (holds_elements(*each.fact) && is_list(*each.values) &&
        each.values->is_valid(row)) {
      const std::size_t bytes = room_.bytes(*each.values, row, row + 1, *each.fact);
      if (bytes > left) {
        to.set(name, too_long(path, stretch_at(*each.values, row)));
        return true;
      }
      left -= bytes;
    }
    if (each.listed != nullptr) {
      if (!each.values->is_valid(row)) return false;
      to.set_members(name, units_in(each, row, path));
      return true;
    }
    value content = cell_at(*each.values, row, *each.fact, path);
    if (content.is_null()) return false;
    to.set(name, std::move(content));
    return true;
  }

  [[nodiscard]] static value too_long(const std::string& path, const stretch& items) {
    return value::unknown(one_cause({cause_kind::data_error,
                                     path,
                                     "",
                                     "N0756",
                                     {path, std::to_string(items.end - items.begin),
                                      std::to_string(most_row_bytes)}}));
  }

  [[nodiscard]] static std::vector<unit> units_in(const supplied& list, std::size_t row,
                                                  const std::string& path) {
    const stretch items = stretch_at(*list.values, row);
    const column& structures = list.values->children.front().content;
    std::vector<unit> all(items.end - items.begin);
    for (std::size_t i = 0; i < all.size(); ++i) {
      // Of one that is blank as a whole nothing is known.
      if (!structures.is_valid(items.begin + i)) continue;
      const std::size_t at = structures.offset + items.begin + i;
      all[i].area_kind = text_of(list.listed->area_kind_, at);
      list.listed->read(at, path + '[' + std::to_string(i + 1) + "].", all[i]);
    }
    return all;
  }

  [[nodiscard]] static std::string text_of(const column* c, std::size_t row) {
    if (c == nullptr) return {};
    const value v = plain_cell(*c, row);
    if (const std::string* s = v.string()) return *s;
    return v.is_null() ? std::string() : v.to_string();
  }

  const column* id_;
  const column* name_;
  const column* area_kind_;
  row_room room_;
  std::vector<supplied> facts_;
};

/// The units of a frame.
class frame_units {
 public:
  /// With the facts in `only` alone, which is sorted; null: with all.
  frame_units(const frame& of, const standard& by,
              const std::vector<std::uint32_t>* only = nullptr)
      : of_(of), rows_(of.columns, by.words(), by.content(), only) {}

  [[nodiscard]] unit at(std::size_t row) const {
    unit result;
    result.kind = of_.kind;
    result.area_kind = of_.area_kind;
    result.default_evidence.day = of_.day;
    rows_.read(row, {}, result);
    return result;
  }

 private:
  const frame& of_;
  unit_rows rows_;
};

}  // namespace norma::batch::detail
