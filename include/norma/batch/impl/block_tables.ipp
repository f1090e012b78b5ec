// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::copy_n, std::fill_n
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int8_t

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/truth_step.hpp>

// Categories that tables derive.

namespace norma::batch::detail {

/// What a table gives of the rows that were not supplied: known where every row that
/// may still be hit gives the same.
inline void block::look_up(std::size_t fact, word* supplied, const word* blank) {
  const read_table& table = reads_.tables[*reads_.facts[fact].table];
  const std::size_t n = words();
  const scratch_scope hold(run_.step_memory);
  word* open = take();  // rows that no row of the table has surely met
  word* met = take();
  word* twice = take();
  fill(open, n, true);
  fill(met, n, false);
  fill(twice, n, false);
  // Of each outcome the rows that may have it, one after the other.
  word* may = run_.step_memory.take(table.outcomes * n);
  fill(may, table.outcomes * n, false);
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
    word* gives = may + static_cast<std::size_t>(row.gives) * n;
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
  auto* codes = run_.block_memory.take_as<std::int8_t>(rows_);
  std::fill_n(codes, rows_, std::int8_t{-1});
  const code_lanes given = state_of(fact).codes;
  if (given.values != nullptr) {
    for_each_bit(supplied, rows_,
                 [&](std::size_t row) { codes[row] = given.values[row]; });
  }
  word* only = yes;
  for (std::size_t g = 0; g < table.outcomes; ++g) {
    std::copy_n(may + g * n, n, only);
    for (std::size_t other = 0; other < table.outcomes; ++other) {
      if (other == g) continue;
      for (std::size_t i = 0; i < n; ++i) only[i] &= ~may[other * n + i];
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
