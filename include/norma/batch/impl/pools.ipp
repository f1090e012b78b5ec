// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max
#include <cstdint>    // std::int64_t
#include <limits>     // std::numeric_limits

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/elements.ipp>
#include <norma/batch/impl/loose_rows.ipp>
#include <norma/batch/impl/pooled_elements.ipp>

// Aggregates of the elements of a block's lists. Where an element is not known, or not
// known to belong, the number lies between bounds.

namespace norma::batch::detail {

/// Rows of which nothing is known of the list: none of the elements that may be in it
/// belongs, or any number of them does.
template <class Put>
void block::pool_open_lists(const read_pool& of, int scale, word* known, const Put& put) {
  const word* open = open_lists(of.list);
  if (!any_bit(open, rows_)) return;
  const word* empty = surely_without(*this, of.list, of.kept, false);
  declared_ends declared = exactly(1);
  if (of.how != pool_kind::count) {
    declared = ends_of(*reads_.facts[of.list].elements->facts[of.field].is, scale);
  }
  const bool of_none = of.how == pool_kind::count || of.how == pool_kind::total;
  for_each_bit(open, rows_, [&](std::size_t row) {
    if (empty == nullptr || !bit_at(empty, row)) {
      if (!of_none) return;
      pool_bounds all(of.how);
      all.take_any_number(declared);
      put(row, all);
    } else if (of_none) {
      set_bit(known, row);
    } else if (of.null_matters) {
      doubt(row);
    }
  });
}

inline number_lanes block::pool(std::size_t fact) {
  fact_state& to = state_of(fact);
  const read_pool& of = *reads_.facts[fact].pool;
  const list_lanes lists = this->lists(of.list);
  auto* out = run_.block_memory.take_as<std::int64_t>(rows_);
  std::fill_n(out, rows_, std::int64_t{0});
  word* known = keep();
  fill(known, words(), false);
  loose_rows loose(*this);
  const auto put = [&](std::size_t row, const pool_bounds& all) {
    if (all.doubtful()) return doubt(row);
    const auto [low, high] = all.ends();
    loose.put(row, low, high);
  };
  std::size_t longest = 0;
  for (std::size_t row = 0; row < rows_; ++row) {
    longest = std::max<std::size_t>(longest, lists.begin[row + 1] - lists.begin[row]);
  }
  std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  int scale = 0;
  {
    const scratch_scope hold(run_.step_memory);
    const pooling each_row(*this, of, lists, longest);
    const bool all = of.how == pool_kind::count && of.kept == nullptr;
    if (all || lists.elements == 0) {
      pooled_elements none;
      if (!all) none.numbers.values = known;  // at which nothing looks
      each_row.known_lists(none, known, out, largest);
    }
    const auto look = [&](block& elements) {
      const pooled_elements each = look_at_elements(elements, of);
      scale = each.numbers.scale;
      each_row.known_lists(each, known, out, largest);
      if (each.loose == nullptr) return;
      declared_ends declared = exactly(1);
      if (of.how != pool_kind::count) {
        const fact_definition& f = *elements.reads().facts[of.field].is;
        if (!is_numeric(f.declared)) return;  // days have no bounds
        declared = ends_of(f, scale);
      }
      for_each_bit(lists.known, rows_, [&](std::size_t row) {
        if (!bit_at(known, row)) put(row, each_row.between(each, declared, row));
      });
    };
    if (!all) with_elements(*this, of.list, lists, of.kept, look);
    pool_open_lists(of, scale, known, put);
  }
  to.loose = loose.lanes(known);
  return to.numbers = {out, layout::int64, scale, known, largest};
}

}  // namespace norma::batch::detail
