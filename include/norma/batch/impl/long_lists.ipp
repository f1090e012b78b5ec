// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::max
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int32_t …
#include <map>        // std::map
#include <optional>   // std::optional
#include <vector>     // std::vector

#include <norma/batch/frame.hpp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/batch/impl/list_bounds.ipp>

// Rows whose lists are so long that the scalar engine may meet a limit.

namespace norma::batch::detail {

/// The lists of a frame, whether conditions read them or not: facts of the unit may be
/// derived from any.
class long_lists {
 public:
  long_lists(const std::vector<bounded_list>& lists, const frame& units) {
    for (const bounded_list& each : lists) {
      const column* c = column_of(units.columns, *each.is);
      if (c == nullptr || !is_list(*c)) continue;
      note_words(*c);
      columns_.push_back({c, each.most, most_of_element(*c)});
    }
  }

  /// True if a list is so long in these rows that a limit may be met in one of them.
  [[nodiscard]] bool are_in(std::size_t first, std::size_t rows) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const bound_list& each) {
      if (each.of_element && rows > 0 &&
          longest(*each.values, first, rows) <= each.most / *each.of_element) {
        return false;
      }
      return weight(*each.values, first, first + rows) > each.most;
    });
  }

 private:
  struct bound_list {
    const column* values;
    std::size_t most;
    std::optional<std::size_t>
        of_element;  ///< its weight at most, where that has a bound
  };

  /// What an element weighs at most; nothing where lists or texts are in it.
  [[nodiscard]] std::optional<std::size_t> most_of_element(const column& list) const {
    const column& element = list.children.front().content;
    const auto fields =
        element.is == layout::structure ? element.children : list.children;
    std::size_t most = 1 + blank_weight;
    for (const named_column& each : fields) {
      const column& c = each.content;
      const bool open = is_list(c) || c.is == layout::structure || c.is == layout::text ||
                        c.is == layout::large_text;
      if (open) return std::nullopt;
    }
    for (const auto& [dictionary, longest_word] : words_) {
      static_cast<void>(dictionary);
      most += longest_word;
    }
    return most;
  }

  /// The elements of the longest list in these rows.
  [[nodiscard]] static std::size_t longest(const column& c, std::size_t first,
                                           std::size_t rows) {
    const auto most = [&](auto zero) {
      using T = decltype(zero);
      T found = 0;
      for (std::size_t i = c.offset + first; i < c.offset + first + rows; ++i) {
        found = std::max(found,
                         static_cast<T>(at<T>(c.offsets, i + 1) - at<T>(c.offsets, i)));
      }
      return static_cast<std::size_t>(found);
    };
    return c.is == layout::large_list ? most(std::int64_t{0}) : most(std::int32_t{0});
  }

  /// Elements of these rows and of the lists in them, and what texts and blanks take
  /// beside.
  [[nodiscard]] std::size_t weight(const column& c, std::size_t begin,
                                   std::size_t end) const {
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
      all = (end - begin) + blank_weight * blanks(c.children.front().content, begin, end);
    } else if (c.is == layout::structure) {
      begin += c.offset;
      end += c.offset;
    } else {
      return 0;
    }
    for (const named_column& child : c.children) all += weight(child.content, begin, end);
    return all;
  }

  /// Elements that say where they are missing; fields are counted with their records.
  [[nodiscard]] static std::size_t blanks(const column& c, std::size_t begin,
                                          std::size_t end) {
    if (c.is == layout::none) return end - begin;
    if (c.is == layout::structure) return 0;
    std::size_t all = 0;
    if (c.is == layout::float64 || c.valid_bits != nullptr || c.valid_bytes != nullptr) {
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
