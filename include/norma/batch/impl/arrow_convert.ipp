// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>     // std::from_chars
#include <cstdint>      // std::int64_t …
#include <cstring>      // std::memcpy
#include <limits>       // std::numeric_limits
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/batch/arrow_abi.hpp>
#include <norma/batch/column.hpp>
#include <norma/batch/impl/bits.hpp>

// Columns of Arrow that lie in no layout of ours are copied into one: days as pandas
// keeps them, short doubles; integers that begin anywhere; and strings of views, in
// arrow_views.ipp. All other columns are looked at where they lie.

namespace norma::batch::detail {

/// Memory of a copied column's own: values, and marks of which of them are known.
template <class T>
struct own_memory {
  std::vector<T> values;
  std::vector<word> marks;
};

/// The column lies in `own` now, from its first row on, and nothing of what was before
/// it.
template <class Memory>
void move_into(const std::shared_ptr<Memory>& own, layout is, column& to) {
  if (to.valid_bits != nullptr && to.length > 0) {
    own->marks.resize(words_for(to.length));
    copy_bits(to.valid_bits, to.offset, to.length, own->marks.data());
    to.valid_bits = reinterpret_cast<const std::uint8_t*>(own->marks.data());
  }
  to.is = is;
  to.offset = 0;
  to.values = own->values.data();
  to.held = own;
}

template <class T>
[[nodiscard]] T value_of(const ArrowArray& array, std::size_t row) {
  T result;
  std::memcpy(&result, static_cast<const char*>(array.buffers[1]) + row * sizeof(T),
              sizeof(T));
  return result;
}

/// Values as they lie, at an address that suits them: Arrow has any.
inline void copy_values(column& of) {
  const auto own = std::make_shared<own_memory<std::int64_t>>();
  const std::size_t width = width_of(of.is);
  own->values.resize((of.length * width + 7) / 8);
  if (of.length > 0) {
    std::memcpy(own->values.data(),
                static_cast<const char*>(of.values) + of.offset * width,
                of.length * width);
  }
  move_into(own, of.is, of);
}

/// Short doubles as those that are written alike: 0.9 is nine tenths in either.
inline void copy_floats(const ArrowArray& array, column& to) {
  const auto own = std::make_shared<own_memory<double>>();
  own->values.resize(to.length);
  for (std::size_t row = 0; row < to.length; ++row) {
    const auto given = value_of<float>(array, to.offset + row);
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, given).ptr;
    std::from_chars(text, end, own->values[row]);  // reads `nan` and `inf`, too
  }
  move_into(own, layout::float64, to);
  to.was_float32 = true;
}

/// The first row whose time is no day that a column may have, and what that is called.
struct no_day {
  std::size_t row = 0;
  std::string_view code;
};

/// Days of Arrow that are counted in shorter units, so many a day; nothing: all are days.
[[nodiscard]] inline std::optional<no_day> copy_days(const ArrowArray& array,
                                                     std::int64_t a_day, column& to) {
  const auto own = std::make_shared<own_memory<std::int32_t>>();
  own->values.resize(to.length);
  for (std::size_t row = 0; row < to.length; ++row) {
    if (!to.is_valid(row)) continue;
    const auto given = value_of<std::int64_t>(array, to.offset + row);
    if (given % a_day != 0) return no_day{row, "N0670"};
    const std::int64_t day = given / a_day;
    using days = std::numeric_limits<std::int32_t>;
    if (day < days::min() || day > days::max()) return no_day{row, "N0679"};
    own->values[row] = static_cast<std::int32_t>(day);
  }
  move_into(own, layout::date32, to);
  return std::nullopt;
}

/// `tsu:`, a time without zone, and `tdm`: units a day. Zero: neither.
[[nodiscard]] inline std::int64_t units_a_day(std::string_view format) {
  constexpr std::int64_t seconds = 86'400;
  if (format == "tss:") return seconds;
  if (format == "tsm:" || format == "tdm") return seconds * 1'000;
  if (format == "tsu:") return seconds * 1'000'000;
  return format == "tsn:" ? seconds * 1'000'000'000 : 0;
}

}  // namespace norma::batch::detail
