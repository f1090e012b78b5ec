// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::max
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int32_t …
#include <map>        // std::map
#include <vector>     // std::vector

#include <norma/batch/frame.hpp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/batch/impl/list_bounds.ipp>

// Rows whose lists or texts are so long that the scalar engine may meet a limit.

namespace norma::batch::detail {

/// The lists and texts of a frame, whether conditions read them or not: facts of the unit
/// may be derived from any.
class long_rows {
 public:
  long_rows(const std::vector<weight_bound>& bounds, const frame& units) {
    for (const weight_bound& each : bounds) {
      const column* c = column_of(units.columns, *each.is);
      if (c == nullptr || !(is_list(*c) || is_text(*c))) continue;
      note_words(*c);
      columns_.push_back({c, each.most});
    }
  }

  /// True if a list or text is so long in these rows that a limit may be met in one of
  /// them.
  [[nodiscard]] bool are_in(std::size_t first, std::size_t rows) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const bound_list& each) {
      const column& c = *each.values;
      const std::size_t end = first + rows;
      if (rows == 1) return total_weight(c, first, end) > each.most;
      return total_weight(c, first, end, blanks_are::reckoned) > each.most &&
             row_weight_bound(c, first, end) > each.most;
    });
  }

 private:
  struct bound_list {
    const column* values;
    std::size_t most;
  };
  /// Reckoned, all elements that may be blank are.
  enum class blanks_are { counted, reckoned };

  /// No row among these weighs more: found without a look at each by itself.
  [[nodiscard]] std::size_t row_weight_bound(const column& c, std::size_t begin,
                                             std::size_t end) const {
    if (begin == end) return 0;
    if (c.is == layout::dictionary) return words_.at(&c);
    if (c.is == layout::text || c.is == layout::large_text) {
      return longest(c, begin, end - begin) / bytes_a_weight;
    }
    if (is_list(c)) {
      const std::size_t from = stretch_at(c, begin).begin,
                        to = stretch_at(c, end - 1).end;
      return longest(c, begin, end - begin) *
             (1 + blank_weight + row_weight_bound(c.children.front().content, from, to));
    }
    if (c.is != layout::structure) return 0;
    std::size_t all = 0;
    for (const named_column& child : c.children) {
      all += row_weight_bound(child.content, c.offset + begin, c.offset + end);
    }
    return all;
  }

  /// No list in these rows has more elements, and no text more bytes: the bits of all
  /// lengths together, which many rows at once have.
  [[nodiscard]] static std::size_t longest(const column& c, std::size_t first,
                                           std::size_t rows) {
    const auto most = [&](auto zero) {
      using T = decltype(zero);
      T found = 0;
      for (std::size_t i = c.offset + first; i < c.offset + first + rows; ++i) {
        found |= static_cast<T>(at<T>(c.offsets, i + 1) - at<T>(c.offsets, i));
      }
      return static_cast<std::size_t>(found);
    };
    const bool large = c.is == layout::large_list || c.is == layout::large_text;
    return large ? most(std::int64_t{0}) : most(std::int32_t{0});
  }

  /// Elements of these rows and of the lists in them, and what texts and blanks take
  /// beside.
  [[nodiscard]] std::size_t total_weight(const column& c, std::size_t begin,
                                         std::size_t end,
                                         blanks_are looked = blanks_are::counted) const {
    if (begin == end) return 0;
    if (c.is == layout::dictionary) return (end - begin) * words_.at(&c);
    if (c.is == layout::text || c.is == layout::large_text) {
      const std::size_t bytes = stretch_at(c, end - 1).end - stretch_at(c, begin).begin;
      return bytes / bytes_a_weight;
    }
    std::size_t all = 0;
    if (is_list(c)) {
      begin = stretch_at(c, begin).begin;
      end = stretch_at(c, end - 1).end;
      all = (end - begin) +
            blank_weight * blanks(c.children.front().content, begin, end, looked);
    } else if (c.is == layout::structure) {
      begin += c.offset;
      end += c.offset;
    } else {
      return 0;
    }
    for (const named_column& child : c.children)
      all += total_weight(child.content, begin, end, looked);
    return all;
  }

  /// Elements that say where they are missing; fields are counted with their records.
  [[nodiscard]] static std::size_t blanks(const column& c, std::size_t begin,
                                          std::size_t end, blanks_are looked) {
    if (c.is == layout::none) return end - begin;
    if (c.is == layout::structure) return 0;
    std::size_t all = 0;
    if (c.is == layout::float64 || c.valid_bits != nullptr || c.valid_bytes != nullptr) {
      if (looked == blanks_are::reckoned) return end - begin;
      for (std::size_t i = begin; i < end; ++i) all += is_blank(c, i) ? 1U : 0U;
    }
    return all;
  }

  /// What the longest word of each dictionary below weighs.
  void note_words(const column& c) {
    if (c.is != layout::dictionary) {
      for (const named_column& child : c.children) note_words(child.content);
      return;
    }
    const column& entries = c.children.front().content;
    std::size_t longest = 0;
    for (std::size_t i = 0; entries.is != layout::none && i < entries.length; ++i) {
      const stretch word = stretch_at(entries, i);
      longest = std::max(longest, word.end - word.begin);
    }
    words_[&c] = longest / bytes_a_weight;
  }

  std::vector<bound_list> columns_;
  std::map<const column*, std::size_t> words_;
};

}  // namespace norma::batch::detail
