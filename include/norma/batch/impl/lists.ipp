// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/block.ipp>

// Lists and sets of a block's rows: where their elements lie, and sets as bits.

namespace norma::batch::detail {

inline list_lanes block::lists(std::size_t fact) {
  const word* bits = known(fact);
  fact_state& state = facts_[fact];
  const column* c = lies_.facts[fact].values;
  if (!state.has_lists) {
    state.has_lists = true;
    auto* begin = reinterpret_cast<std::uint32_t*>(run_.kept.take((rows_ + 2) / 2));
    std::size_t first = 0;
    if (c == nullptr || (c->is != layout::list && c->is != layout::large_list)) {
      std::fill_n(begin, rows_ + 1, 0U);
    } else {
      first = stretch_at(*c, first_).begin;
      for (std::size_t row = 0; row < rows_; ++row) {
        begin[row] =
            static_cast<std::uint32_t>(stretch_at(*c, first_ + row).begin - first);
      }
      begin[rows_] =
          static_cast<std::uint32_t>(stretch_at(*c, first_ + rows_ - 1).end - first);
    }
    state.lists = {begin, begin[rows_], first, nullptr};
  }
  list_lanes result = state.lists;
  result.known = bits;
  return result;
}

/// A word of the set's category for each element; what is none is in error, so it is
/// not known, as what is blank: it may be any.
inline block::set_lanes block::sets(std::size_t fact) {
  const list_lanes lists = this->lists(fact);
  fact_state& state = facts_[fact];
  if (!state.has_sets) {
    state.has_sets = true;
    word* ids = run_.kept.take(rows_);
    word* open = keep();
    std::fill_n(ids, rows_, word{0});
    fill(open, words(), false);
    const bound_fact& lies = lies_.facts[fact];
    const expr::category_type& category = *reads_.facts[fact].is->element->type.category;
    for_each_bit(lists.known, rows_, [&](std::size_t row) {
      const column& c = lies.values->children.front().content;
      for (std::uint32_t i = lists.begin[row]; i < lists.begin[row + 1]; ++i) {
        const std::size_t element = lists.first + i;
        std::int32_t code = -1;
        if (c.is_valid(element)) {
          if (c.is == layout::dictionary) {
            const auto entry = signed_at(c.codes, c.values, c.offset + element);
            code = code_at(lies.codes, entry);
          } else {
            code = code_of(category, text_at(c, element));
          }
        }
        if (code < 0) {
          set_bit(open, row);
        } else {
          ids[row] |= word{1} << code;
        }
      }
    });
    state.sets = {ids, open, nullptr};
  }
  set_lanes result = state.sets;
  result.known = lists.known;
  return result;
}

/// What a table gives of the rows that were not supplied: known where every row that
/// may still be hit gives the same.
inline void block::look_up(std::size_t fact, word* supplied, const word* blank) {
  const read_table& table = reads_.tables[*reads_.facts[fact].table];
  const std::size_t n = words();
  const scratch_scope hold(run_.memory);
  word* open = take();  // rows that no row of the table has surely met
  word* met = take();
  word* twice = take();
  fill(open, n, true);
  fill(met, n, false);
  fill(twice, n, false);
  std::vector<word*> may(table.outcomes);
  for (word*& bits : may) fill(bits = take(), n, false);
  const kleene cell = take_kleene();
  word* yes = take();
  word* no = take();
  word* known = take();
  fill(known, n, false);
  for (const read_table::row& row : table.rows) {
    fill(yes, n, true);
    fill(no, n, false);
    for (const truth_step* test : row.cells) {
      test->run(*this, cell);
      for (std::size_t i = 0; i < n; ++i) {
        yes[i] &= cell.yes[i];
        no[i] |= cell.no[i];
      }
    }
    word* gives = may[static_cast<std::size_t>(row.gives)];
    if (table.first) {
      for (std::size_t i = 0; i < n; ++i) {
        gives[i] |= open[i] & ~no[i];
        open[i] &= ~yes[i];
      }
    } else {
      for (std::size_t i = 0; i < n; ++i) {
        // Where two rows may be met, both might be, which is an error.
        twice[i] |= met[i] & ~no[i];
        met[i] |= ~no[i];
        gives[i] |= ~no[i];
        open[i] &= ~yes[i];
      }
    }
  }
  auto* codes = reinterpret_cast<std::int8_t*>(run_.kept.take((rows_ + 7) / 8));
  std::fill_n(codes, rows_, std::int8_t{-1});
  const code_lanes given = state_of(fact).codes;
  if (given.values != nullptr) {
    for_each_bit(supplied, rows_,
                 [&](std::size_t row) { codes[row] = given.values[row]; });
  }
  word* only = yes;
  for (std::size_t g = 0; g < may.size(); ++g) {
    std::copy_n(may[g], n, only);
    for (std::size_t other = 0; other < may.size(); ++other) {
      if (other == g) continue;
      for (std::size_t i = 0; i < n; ++i) only[i] &= ~may[other][i];
    }
    for (std::size_t i = 0; i < n; ++i) {
      only[i] &= ~open[i] & ~twice[i] & blank[i];
    }
    for_each_bit(only, rows_,
                 [&](std::size_t row) { codes[row] = static_cast<std::int8_t>(g); });
    for (std::size_t i = 0; i < n; ++i) known[i] |= only[i];
  }
  for (std::size_t i = 0; i < n; ++i) supplied[i] |= known[i];
  state_of(fact).codes = {codes, supplied};
}

}  // namespace norma::batch::detail
