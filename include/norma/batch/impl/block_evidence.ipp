// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::int64_t

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/cells.ipp>

// Evidence that holds on the as-of day, and evidence that does not.

namespace norma::batch::detail {

/// Of the rows `which`, those whose day of evidence holds on the as-of day, from the day
/// `held_from` on; others as they are in `out`.
inline void block::hold_on(const column& days, std::int64_t held_from, const word* which,
                           word* out) {
  const void* values =
      static_cast<const char*>(days.values) + (days.offset + first_) * width_of(days.is);
  const scratch_scope hold(run_.step_memory);
  word* from = take();
  word* after = take();
  loops().at_least(values, days.is, rows_, held_from, from);
  loops().at_least(values, days.is, rows_, run_.as_of.days() + 1, after);
  for (std::size_t i = 0; i < words(); ++i) out[i] &= ~which[i] | (from[i] & ~after[i]);
}

/// Takes away what rests on evidence that does not hold. What is blank rests on none, and
/// joins `blank`, if that is asked for.
inline void block::hold_evidence(std::size_t fact, word* bits, word* blank) {
  const read_fact& reads = reads_.facts[fact];
  if (!reads.held_from && !reads.dated_by) return;
  const column& cells = *lies_.facts[fact].values;
  if (has_blanks_unmarked(cells)) {
    for_each_bit(bits, rows_, [&](std::size_t row) {
      if (!is_blank(cells, first_ + row)) return;
      clear_bit(bits, row);
      if (blank != nullptr) set_bit(blank, row);
    });
  }
  const column* own = lies_.facts[fact].days;
  const word* has_own = valid_bits(own);
  const column* dating = reads.dated_by ? lies_.facts[*reads.dated_by].values : nullptr;
  const word* dated = dating == nullptr ? nullptr : admitted(*reads.dated_by);
  const scratch_scope hold(run_.step_memory);
  if (!reads.dated_by) {
    if (has_own != nullptr) hold_on(*own, *reads.held_from, has_own, bits);
    const bool day_holds =
        !lies_.day || (lies_.day->days() >= *reads.held_from && *lies_.day <= run_.as_of);
    if (day_holds) return;
    for (std::size_t i = 0; i < words(); ++i)
      bits[i] &= has_own == nullptr ? 0 : has_own[i];
    return;
  }
  // The day that dates it, and its own where it has one, have to agree.
  word* none = take();
  fill(none, words(), false);
  if (dated == nullptr) dated = none;
  if (has_own == nullptr) has_own = none;
  if (has_own != none && dated != none) {
    word* agree = take();
    fill(agree, words(), true);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!bit_at(has_own, row) || !bit_at(dated, row)) continue;
      const auto a = signed_at(own->is, own->values, own->offset + first_ + row);
      const auto b = signed_at(dating->is, dating->values, dating->offset + first_ + row);
      if (a != b) clear_bit(agree, row);
    }
    keep_right(agree, bits);
  }
  if (!reads.held_from) return;
  if (dated != none) hold_on(*dating, *reads.held_from, dated, bits);
  word* only_own = take();
  for (std::size_t i = 0; i < words(); ++i) only_own[i] = has_own[i] & ~dated[i];
  if (has_own != none) hold_on(*own, *reads.held_from, only_own, bits);
  for (std::size_t i = 0; i < words(); ++i) bits[i] &= dated[i] | has_own[i];
}

}  // namespace norma::batch::detail
