// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <string>     // std::string

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/rule/content.hpp>

// What the list of a row takes in memory as values, reckoned before they are made: a byte
// of a column may stand for a record of facts that are missing, each of which says where.

namespace norma::batch::detail {

/// Where the lists of a row take more, those that have no room are not read: their facts
/// are in error (N0756).
inline constexpr std::size_t most_row_bytes = std::size_t{256} << 20U;

// About what is taken by each of them, with what grows of it.
inline constexpr std::size_t bytes_of_value = 32;
inline constexpr std::size_t bytes_of_blank = 256;
inline constexpr std::size_t bytes_of_field = 256;
inline constexpr std::size_t bytes_of_unit = 512;
inline constexpr std::size_t bytes_of_fact = 256;

[[nodiscard]] inline bool holds_elements(const fact_definition& f) {
  return f.declared == fact_type::list || f.declared == fact_type::set;
}

/// Of an element of a list, and of each list in it, at most; texts and blanks aside.
class element_room {
 public:
  explicit element_room(const pack_content& pack) : pack_(pack) {}

  [[nodiscard]] std::size_t bytes(const fact_definition& list) const {
    if (list.lists_units()) return of_units(list);
    std::size_t all = bytes_of_value;
    if (!list.element) return all;
    for (const fact_definition& field : list.element->fields) {
      all += bytes_of_field;
      if (holds_elements(field)) all += bytes(field);
      if (all > most_row_bytes) return most_row_bytes + 1;
    }
    return all;
  }

 private:
  /// Once for each kind: units hold lists of units of other kinds, which hold lists.
  [[nodiscard]] std::size_t of_units(const fact_definition& list) const {
    const std::string& kind = list.element->type.record->id;
    if (const auto known = of_kinds_.find(kind); known != of_kinds_.end())
      return known->second;
    const vocabulary& words = words_of_listed(list, pack_);
    std::size_t all = bytes_of_unit;
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const fact_definition* f = words.fact(slot);
      if (f == nullptr) continue;
      all += 2 * bytes_of_fact;  // its day of evidence, too
      if (holds_elements(*f)) all += bytes(*f);
    }
    return of_kinds_[kind] = std::min(all, most_row_bytes + 1);
  }

  const pack_content& pack_;
  mutable std::map<std::string, std::size_t> of_kinds_;
};

/// Of the lists in these rows of a column.
class row_room {
 public:
  explicit row_room(const pack_content& pack) : pack_(pack) {}

  [[nodiscard]] std::size_t bytes(const column& c, std::size_t begin, std::size_t end,
                                  const fact_definition& list) const {
    if (begin == end || !is_list(c)) return 0;
    begin = stretch_at(c, begin).begin;
    end = stretch_at(c, end - 1).end;
    const column& elements = c.children.front().content;
    const bool fields = elements.is == layout::structure;
    if (list.lists_units()) {
      const vocabulary& words = words_of_listed(list, pack_);
      std::size_t all = (end - begin) * bytes_of_unit;
      if (!fields) return all;
      for (const named_column& child : elements.children) {
        const auto slot = words.find_fact(child.name);
        all += facts_in(child.content, elements.offset + begin, elements.offset + end,
                        slot ? words.fact(*slot) : nullptr);
      }
      return all;
    }
    std::size_t all = (end - begin) * bytes_of_value;
    if (!fields) {
      for (std::size_t i = begin; i < end; ++i) all += bytes_in(elements, i);
      return all;
    }
    if (!list.element) return all;
    for (const fact_definition& field : list.element->fields) {
      all += (end - begin) * bytes_of_field;
      const column* child = field_of(elements, field);
      if (child == nullptr) continue;
      all += bytes(*child, elements.offset + begin, elements.offset + end, field);
      for (std::size_t i = begin; i < end; ++i)
        all += text_bytes(*child, elements.offset + i);
    }
    return all;
  }

 private:
  /// Beside the value itself: of a text, or of what says where one is missing.
  [[nodiscard]] static std::size_t bytes_in(const column& c, std::size_t row) {
    return c.is == layout::none || is_blank(c, row) ? bytes_of_blank : text_bytes(c, row);
  }
  [[nodiscard]] static std::size_t text_bytes(const column& c, std::size_t row) {
    if (c.is == layout::text || c.is == layout::large_text) return text_at(c, row).size();
    if (c.is != layout::dictionary || is_blank(c, row)) return 0;
    const auto code = signed_at(c.codes, c.values, c.offset + row);
    const column& entries = c.children.front().content;
    const bool there = code >= 0 && static_cast<std::size_t>(code) < entries.length &&
                       entries.is != layout::none;
    return there ? text_at(entries, static_cast<std::size_t>(code)).size() : 0;
  }

  /// Of facts of units in a list, those that are blank left aside.
  [[nodiscard]] std::size_t facts_in(const column& c, std::size_t begin, std::size_t end,
                                     const fact_definition* f) const {
    std::size_t all = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_blank(c, i)) all += bytes_of_fact + text_bytes(c, i);
    }
    if (f != nullptr && holds_elements(*f)) all += bytes(c, begin, end, *f);
    return all;
  }

  const pack_content& pack_;
};

}  // namespace norma::batch::detail
