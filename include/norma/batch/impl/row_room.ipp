// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/rule/content.hpp>

// What the list of a row takes in memory as values, reckoned before they are made: a byte
// of a column may stand for a record of facts that are missing, each of which says where.

namespace norma::batch::detail {

/// A list that takes more is not read: its fact is in error (N0756).
inline constexpr std::size_t most_list_bytes = std::size_t{256} << 20U;

// About what is taken by each of them, with what grows of it.
inline constexpr std::size_t bytes_of_value = 32;
inline constexpr std::size_t bytes_of_field = 256;
inline constexpr std::size_t bytes_of_unit = 512;
inline constexpr std::size_t bytes_of_fact = 256;

/// Of an element of the list, and of each list in it, at most.
[[nodiscard]] inline std::size_t bytes_of_element(const fact_definition& list,
                                                  const pack_content& pack) {
  std::size_t bytes = bytes_of_value;
  if (list.lists_units()) {
    const vocabulary& words = words_of_listed(list, pack);
    bytes = bytes_of_unit;
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const fact_definition* f = words.fact(slot);
      if (f == nullptr) continue;
      bytes += 2 * bytes_of_fact;  // its day of evidence, too
      if (f->declared == fact_type::list) bytes += bytes_of_element(*f, pack);
    }
  } else if (list.element) {
    for (const fact_definition& field : list.element->fields) {
      bytes += bytes_of_field;
      if (field.declared == fact_type::list) bytes += bytes_of_element(field, pack);
    }
  }
  return bytes;
}

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
      for (const named_column& child : elements.children) {
        const auto slot = words.find_fact(child.name);
        all += facts_in(child.content, elements.offset + begin, elements.offset + end,
                        slot ? words.fact(*slot) : nullptr);
      }
      return all;
    }
    std::size_t all = (end - begin) * bytes_of_value;
    if (!list.element) return all;
    for (const fact_definition& field : list.element->fields) {
      all += (end - begin) * bytes_of_field;
      const column* child = fields ? field_of(elements, field) : nullptr;
      if (child != nullptr && field.declared == fact_type::list) {
        all += bytes(*child, elements.offset + begin, elements.offset + end, field);
      }
    }
    return all;
  }

 private:
  /// Of facts of units in a list, those that are blank left aside.
  [[nodiscard]] std::size_t facts_in(const column& c, std::size_t begin, std::size_t end,
                                     const fact_definition* f) const {
    std::size_t known = 0;
    for (std::size_t i = begin; i < end; ++i) known += c.is_valid(i) ? 1U : 0U;
    std::size_t all = known * bytes_of_fact;
    if (f != nullptr && f->declared == fact_type::list) all += bytes(c, begin, end, *f);
    return all;
  }

  const pack_content& pack_;
};

}  // namespace norma::batch::detail
