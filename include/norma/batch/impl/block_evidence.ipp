// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/cells.ipp>

// Evidence that holds on the as-of day, and evidence that does not.

namespace norma::batch::detail {

/// The first day on which a thing may begin that holds for `lasting`, so that it holds on
/// `day`; nothing where it never does. It may begin on every day between the two.
[[nodiscard]] inline std::optional<date> first_day_held(const duration& lasting,
                                                        date day) {
  const auto holds = [&](std::int64_t from) {
    const auto begin = date::from_days(from);
    return begin && holds_on(*begin, lasting, day);
  };
  std::int64_t first = day.days();
  if (!holds(first)) return std::nullopt;
  std::int64_t reach = 1;
  while (reach < (std::int64_t{1} << 40) && holds(first - reach)) reach *= 2;
  std::int64_t outside = first - reach;
  while (first - outside > 1) {
    const std::int64_t middle = outside + (first - outside) / 2;
    (holds(middle) ? first : outside) = middle;
  }
  return date::from_days(first);
}

/// Of the rows `which`, those whose day of evidence holds on the as-of day; others as
/// they are in `out`.
inline void block::hold_on(const column& days, const duration& lasting, const word* which,
                           word* out) {
  const auto first = first_day_held(lasting, run_.as_of);
  if (!first) {
    for (std::size_t i = 0; i < words(); ++i) out[i] &= ~which[i];
    return;
  }
  const void* values =
      static_cast<const char*>(days.values) + (days.offset + first_) * width_of(days.is);
  const scratch_scope hold(run_.memory);
  word* from = take();
  word* after = take();
  loops().at_least(values, days.is, rows_, first->days(), from);
  loops().at_least(values, days.is, rows_, run_.as_of.days() + 1, after);
  for (std::size_t i = 0; i < words(); ++i) out[i] &= ~which[i] | (from[i] & ~after[i]);
}

/// Takes away what rests on evidence that does not hold.
inline void block::hold_evidence(std::size_t fact, word* bits) {
  const read_fact& reads = reads_.facts[fact];
  if (!reads.lasting && !reads.dated_by) return;
  const column* own = lies_.facts[fact].days;
  const word* has_own = valid_bits(own);
  const column* dating = reads.dated_by ? lies_.facts[*reads.dated_by].values : nullptr;
  const word* dated = dating == nullptr ? nullptr : admitted(*reads.dated_by);
  const scratch_scope hold(run_.memory);
  if (!reads.dated_by) {
    if (has_own != nullptr) hold_on(*own, *reads.lasting, has_own, bits);
    if (!lies_.day || holds_on(*lies_.day, *reads.lasting, run_.as_of)) return;
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
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!bit_at(has_own, row) || !bit_at(dated, row)) continue;
      const auto a = signed_at(own->is, own->values, own->offset + first_ + row);
      const auto b = signed_at(dating->is, dating->values, dating->offset + first_ + row);
      if (a != b) clear_bit(bits, row);
    }
  }
  if (!reads.lasting) return;
  if (dated != none) hold_on(*dating, *reads.lasting, dated, bits);
  word* only_own = take();
  for (std::size_t i = 0; i < words(); ++i) only_own[i] = has_own[i] & ~dated[i];
  if (has_own != none) hold_on(*own, *reads.lasting, only_own, bits);
  for (std::size_t i = 0; i < words(); ++i) bits[i] &= dated[i] | has_own[i];
}

}  // namespace norma::batch::detail
