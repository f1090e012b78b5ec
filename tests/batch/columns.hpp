// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns that own their memory, in whatever layout.

#include <cstdint>   // std::int64_t …
#include <cstring>   // std::memcpy
#include <deque>     // std::deque
#include <limits>    // std::numeric_limits
#include <memory>    // std::shared_ptr
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move
#include <vector>    // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/batch/column.hpp>
#include <norma/batch/plan.hpp>
#include <norma/rule/standard.hpp>

namespace norma_test {

using norma::batch::column;
using norma::batch::layout;

/// Where the standard and each of its items stand in a walk of the tree, as `judge_all`
/// goes.
inline std::size_t count_nodes(const norma::rule_node& at) {
  std::size_t nodes = 1;
  for (const auto& member : at.members) nodes += count_nodes(member);
  return nodes;
}
inline std::vector<std::size_t> places_of_items(const norma::rule_node& root) {
  std::vector<std::size_t> places{0};
  std::size_t next = 1;
  for (const auto& item : root.members) {
    places.push_back(next);
    next += count_nodes(item);
  }
  return places;
}

/// The path of the node that decides, as the report tells it; "" where none does.
inline std::string reason_of(const norma::report_node& at) {
  using norma::verdict;
  if (at.verdict == verdict::pass || at.verdict == verdict::not_applicable) return {};
  const std::string here = at.path.empty() ? "." : at.path;
  if (at.role == norma::node_role::part) return here;
  const bool veto = at.combine == norma::combine::none && at.verdict == verdict::fail;
  for (const auto& member : at.members) {
    if (member.reason && member.reason->code == "above_unknown") return here;
    if (member.role == norma::node_role::part && !norma::decides(member.strength))
      continue;
    if (member.verdict == (veto ? verdict::pass : at.verdict)) {
      return veto ? member.path : reason_of(member);
    }
  }
  return here;
}

/// The same of the standard and its items, whose own gate counts for all of them.
inline std::vector<std::string> reasons_of(const norma::report& r) {
  std::vector<std::string> all{reason_of(r.tree)};
  for (const auto& item : r.tree.members) {
    const bool closed = item.reason && item.reason->code == "not_in_force";
    all.push_back(all.front() == "." && !closed ? "." : reason_of(item));
  }
  return all;
}

/// Keeps the memory of the columns that it makes.
class column_store {
 public:
  /// Integers, days or doubles of the layout; `offset` values lie before the first.
  column numbers(layout is, const std::vector<std::optional<std::int64_t>>& cells,
                 std::size_t offset = 0, int scale = 0, bool byte_marks = false) {
    column c;
    c.is = is;
    c.length = cells.size();
    c.offset = offset;
    c.scale = is == layout::float64 ? 0 : scale;
    const std::size_t width = norma::batch::width_of(is);
    auto& bytes = bytes_of((offset + cells.size()) * width);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::int64_t n = cells[i].value_or(static_cast<std::int64_t>(i * 7919) - 3);
      unsigned char* to = bytes.data() + (offset + i) * width;
      if (is == layout::float64) {
        double power = 1;
        for (int s = scale; s > 0; --s) power *= 10;
        const double d = static_cast<double>(n) / power;
        std::memcpy(to, &d, width);
      } else if (is == layout::decimal128) {
        const std::int64_t high = n < 0 ? -1 : 0;
        std::memcpy(to, &n, 8);
        std::memcpy(to + 8, &high, 8);
      } else {
        std::memcpy(to, &n, width);  // the low bytes of a little-endian integer
      }
    }
    c.values = bytes.data();
    mark(c, cells, byte_marks);
    return c;
  }

  /// Doubles, all of them valid: what is not known is no number, as pandas has it.
  column doubles(const std::vector<std::optional<std::int64_t>>& cells,
                 std::size_t offset = 0, int scale = 0) {
    column c = numbers(layout::float64, cells, offset, scale);
    auto& bytes = memory_[memory_.size() - (c.valid_bits == nullptr ? 1 : 2)];
    c.valid_bits = nullptr;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i]) std::memcpy(bytes.data() + (offset + i) * 8, &nan, 8);
    }
    return c;
  }

  /// Of no type: nothing is known of any row.
  static column nothing(std::size_t length) {
    column c;
    c.length = length;
    return c;
  }

  column booleans(bool bits, const std::vector<std::optional<std::int64_t>>& cells,
                  std::size_t offset = 0, bool byte_marks = false) {
    if (!bits) {
      column c = numbers(layout::int8, cells, offset, 0, byte_marks);
      c.is = layout::boolean_byte;
      return c;
    }
    column c;
    c.is = layout::boolean;
    c.length = cells.size();
    c.offset = offset;
    auto& bytes = bytes_of((offset + cells.size() + 7) / 8);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].value_or(i % 3 == 0 ? 1 : 0) != 0) set(bytes, offset + i);
    }
    c.values = bytes.data();
    mark(c, cells, byte_marks);
    return c;
  }

  column texts(const std::vector<std::optional<std::string>>& cells,
               std::size_t offset = 0) {
    column c;
    c.is = layout::text;
    c.length = cells.size();
    c.offset = offset;
    std::string all;
    auto& ends = bytes_of((offset + cells.size() + 1) * 4);
    for (std::size_t i = 0; i <= cells.size(); ++i) {
      const auto end = static_cast<std::int32_t>(all.size());
      std::memcpy(ends.data() + (offset + i) * 4, &end, 4);
      if (i < cells.size()) all += cells[i].value_or("");
    }
    auto& bytes = bytes_of(all.size());
    if (!all.empty()) std::memcpy(bytes.data(), all.data(), all.size());
    c.values = bytes.data();
    c.offsets = ends.data();
    mark(c, cells, false);
    return c;
  }

  column dictionary(const std::vector<std::string>& entries,
                    const std::vector<std::optional<std::int64_t>>& codes,
                    std::size_t offset = 0, layout width = layout::int8) {
    column c = numbers(width, codes, offset);
    c.is = layout::dictionary;
    c.codes = width;
    std::vector<std::optional<std::string>> words(entries.begin(), entries.end());
    c.children.push_back({"", texts(words)});
    return c;
  }

  /// Lists of so many elements each, of the elements' column; `offset` empty ones lie
  /// before the first.
  column lists(const std::vector<std::optional<std::int64_t>>& lengths, column elements,
               std::size_t offset = 0) {
    column c;
    c.is = layout::list;
    c.length = lengths.size();
    c.offset = offset;
    auto& ends = bytes_of((offset + lengths.size() + 1) * 4);
    std::int32_t end = 0;
    for (std::size_t i = 0; i <= lengths.size(); ++i) {
      std::memcpy(ends.data() + (offset + i) * 4, &end, 4);
      if (i < lengths.size()) end += static_cast<std::int32_t>(lengths[i].value_or(0));
    }
    c.offsets = ends.data();
    c.children.push_back({"item", std::move(elements)});
    mark(c, lengths, false);
    return c;
  }

  /// Marks which of the cells are known.
  template <class Cells>
  void mark(column& c, const Cells& cells, bool bytes) {
    bool whole = true;
    for (const auto& cell : cells) whole = whole && cell.has_value();
    if (whole) return;
    auto& marks =
        bytes_of(bytes ? c.offset + cells.size() : (c.offset + cells.size() + 7) / 8);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].has_value()) continue;
      if (bytes) {
        marks[c.offset + i] = 1;
      } else {
        set(marks, c.offset + i);
      }
    }
    (bytes ? c.valid_bytes : c.valid_bits) = marks.data();
  }

 private:
  std::vector<unsigned char>& bytes_of(std::size_t size) {
    memory_.emplace_back(size + 64);
    return memory_.back();
  }
  static void set(std::vector<unsigned char>& bits, std::size_t at) {
    bits[at / 8] = static_cast<unsigned char>(bits[at / 8] | (1U << (at % 8)));
  }
  std::deque<std::vector<unsigned char>> memory_;
};

}  // namespace norma_test
