// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::copy_n, std::fill_n
#include <cstdint>    // std::uint32_t
#include <limits>     // std::numeric_limits
#include <string>     // std::to_string

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/kernels_plain.ipp>
#include <norma/core/error.hpp>

// Lists and sets of a block's rows: where their elements lie, and sets as bits.

namespace norma::batch::detail {

/// Elements of a block are counted in 32 bits.
inline void block::refuse_too_many(std::size_t list, std::size_t elements) const {
  constexpr auto most = std::numeric_limits<std::uint32_t>::max();
  if (elements <= most) return;
  const block* rows = this;
  while (rows->around_ != nullptr) rows = rows->around_;
  throw rule_error({{"N0694",
                     {reads_.facts[list].is->name, std::to_string(rows->first_ + 1),
                      std::to_string(most)},
                     {},
                     {}}});
}

inline list_lanes block::lists(std::size_t fact) {
  const word* bits = known(fact);
  fact_state& state = facts_[fact];
  const column* c = lies_.facts[fact].values;
  if (!state.has_lists) {
    state.has_lists = true;
    auto* begin = run_.block_memory.take_as<std::uint32_t>(rows_ + 1);
    std::size_t first = 0;
    if (c == nullptr || (c->is != layout::list && c->is != layout::large_list)) {
      std::fill_n(begin, rows_ + 1, 0U);
    } else {
      first = stretch_at(*c, first_).begin;
      const bool large = c->is == layout::large_list;
      const auto copy = [&](auto zero) {
        for (std::size_t row = 0; row <= rows_; ++row) {
          const auto from = at<decltype(zero)>(c->offsets, c->offset + first_ + row);
          begin[row] = static_cast<std::uint32_t>(static_cast<std::size_t>(from) - first);
        }
      };
      if (large) {
        refuse_too_many(fact, stretch_at(*c, first_ + rows_ - 1).end - first);
        copy(std::int64_t{0});
      } else {
        copy(std::int32_t{0});
      }
    }
    state.lists = {begin, begin[rows_], first, nullptr};
    // How long a set is depends on its words: one that names a word twice is doubted.
    const fact_definition& is = *reads_.facts[fact].is;
    if (is.declared == fact_type::set && is.element) static_cast<void>(sets(fact));
  }
  list_lanes result = state.lists;
  result.known = bits;
  return result;
}

/// True if an element of the set that begins at `begin` is one before it, or that would
/// take long to tell. `codes`: of all elements, the first of which is the column's
/// `first`.
[[nodiscard]] inline bool is_repeated(const column& set, const std::int32_t* codes,
                                      std::size_t first, std::uint32_t begin,
                                      std::uint32_t i) {
  if (i - begin > 64) return true;
  const column& words = set.children.front().content;
  for (std::uint32_t before = begin; before < i; ++before) {
    if (codes[before] != codes[i]) continue;
    if (codes[i] != no_word) return true;
    const value one = plain_cell(words, first + before);
    const value other = plain_cell(words, first + i);
    const bool both = one.string() != nullptr && other.string() != nullptr;
    if (both && *one.string() == *other.string()) return true;
  }
  return false;
}

/// As many bits as a sum of 2^32 of them has room for.
inline constexpr std::size_t most_summed_words = 32;

/// Of each row the words of the set's category that are in it; an element that is none is
/// in error, so it is not known, as one that is blank: it may be any.
inline set_lanes block::sets(std::size_t fact) {
  const list_lanes lists = this->lists(fact);
  fact_state& state = facts_[fact];
  if (!state.has_sets) {
    state.has_sets = true;
    const bound_fact& lies = lies_.facts[fact];
    const expr::category_type& category = *reads_.facts[fact].is->element->type.category;
    word* ids = run_.block_memory.take(rows_);
    word* open = keep();
    std::fill_n(ids, rows_, word{0});
    fill(open, words(), false);
    const scratch_scope hold(run_.step_memory);
    word* wrong = take();
    fill(wrong, words(), false);
    const std::int32_t* codes = nullptr;
    if (lists.elements > 0) {
      codes = codes_of(lies.values->children.front().content, lies.codes, category,
                       lists.first, lists.elements);
    }
    const auto look_at_each = [&](std::size_t row) {
      word has = 0;
      bool twice = false;  // such a word counts once, which lengths do not tell
      const std::uint32_t begin = lists.begin[row];
      for (std::uint32_t i = begin; i < lists.begin[row + 1]; ++i) {
        if (codes[i] < 0) {
          set_bit(open, row);
          if (codes[i] == blank_word) continue;
          set_bit(wrong, row);
          twice = twice || is_repeated(*lies.values, codes, lists.first, begin, i);
        } else if (codes[i] < 64) {  // of larger categories nothing looks at the bits
          const word one = word{1} << static_cast<unsigned>(codes[i]);
          twice = twice || (has & one) != 0;
          has |= one;
        } else {
          twice = twice || is_repeated(*lies.values, codes, lists.first, begin, i);
        }
      }
      if (twice) doubt(row);
      ids[row] = has;
    };
    word* others = take();
    std::copy_n(lists.known, words(), others);
    if (category.values.size() <= most_summed_words) {
      loops().sum_codes(lists.begin, codes, rows_, ids, others);
      for (std::size_t i = 0; i < words(); ++i) others[i] &= lists.known[i];
    }
    for_each_bit(others, rows_, look_at_each);
    note_errors(wrong);
    state.sets = {ids, open, nullptr};
  }
  set_lanes result = state.sets;
  result.known = lists.known;
  return result;
}

/// The codes of words of a category, or that they are none; in words of the caller's
/// scope.
inline const std::int32_t* block::codes_of(const column& c,
                                           const std::vector<std::int32_t>& of_entries,
                                           const expr::category_type& category,
                                           std::size_t first, std::size_t count) {
  if (c.is != layout::dictionary) {
    auto* codes = run_.step_memory.take_as<std::int32_t>(count);
    for (std::size_t i = 0; i < count; ++i) {
      const bool there = c.is_valid(first + i);
      codes[i] = there ? code_of(category, text_at(c, first + i)) : blank_word;
    }
    return codes;
  }
  auto* codes = codes_in(c, of_entries, first, count);
  if (c.valid_bits == nullptr && c.valid_bytes == nullptr) return codes;
  const scratch_scope hold(run_.step_memory);
  word* known = run_.step_memory.take(words_for(count));
  if (c.valid_bits != nullptr) {
    copy_bits(c.valid_bits, c.offset + first, count, known);
  } else {
    loops().bytes(c.valid_bytes + c.offset + first, count, known);
  }
  for (std::size_t i = 0; i < words_for(count); ++i) known[i] = ~known[i];
  for_each_bit(known, count, [&](std::size_t i) { codes[i] = blank_word; });
  return codes;
}

}  // namespace norma::batch::detail
