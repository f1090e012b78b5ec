// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int32_t …
#include <optional>     // std::optional
#include <type_traits>  // std::make_unsigned_t

#include <norma/batch/impl/cells.ipp>

// Whether a column has what its layout needs, before anything is read of it.

namespace norma::batch::detail {

[[nodiscard]] inline bool is_list(const column& c) {
  return c.is == layout::list || c.is == layout::large_list;
}

/// True if integers and days lie at whole multiples of their width, where they are looked
/// at as such; everything else is read byte by byte.
[[nodiscard]] inline bool lies_aligned(const column& c) {
  if (!is_integer(c.is) && c.is != layout::date32) return true;
  return reinterpret_cast<std::uintptr_t>(c.values) % width_of(c.is) == 0;
}

/// False of a column whose length costs nothing: it is none's that has it.
[[nodiscard]] inline bool takes_memory(const column& c) {
  if (c.is == layout::none) return false;
  if (c.is != layout::structure || c.valid_bits != nullptr || c.valid_bytes != nullptr) {
    return true;
  }
  return std::any_of(c.children.begin(), c.children.end(),
                     [](const named_column& each) { return takes_memory(each.content); });
}

/// The first row at which lists have more than so many elements that take no memory, with
/// those of the rows before it; of lists that are not torn.
[[nodiscard]] inline std::optional<std::size_t> endless_row(const column& c,
                                                            std::size_t most) {
  if (!is_list(c) || c.length == 0 || takes_memory(c.children.front().content)) {
    return std::nullopt;
  }
  const std::size_t begin = stretch_at(c, 0).begin;
  for (std::size_t row = 0; row < c.length; ++row) {
    if (stretch_at(c, row).end - begin > most) return row;
  }
  return std::nullopt;
}

/// The first row whose text or list ends before it begins; nothing if none does.
template <class T>
[[nodiscard]] std::optional<std::size_t> torn_row(const column& c) {
  // Without a way out, so that many rows are looked at at once.
  T below = at<T>(c.offsets, c.offset);  // a sign, if there is one anywhere
  for (std::size_t i = c.offset; i < c.offset + c.length; ++i) {
    using bits = std::make_unsigned_t<T>;
    const auto from = static_cast<bits>(at<T>(c.offsets, i));
    const auto to = static_cast<bits>(at<T>(c.offsets, i + 1));
    below |= static_cast<T>(to | (to - from));
  }
  if (below >= 0) return std::nullopt;
  std::size_t row = 0;
  while (at<T>(c.offsets, c.offset) >= 0 &&
         at<T>(c.offsets, c.offset + row + 1) >= at<T>(c.offsets, c.offset + row))
    ++row;
  return row;
}
[[nodiscard]] inline std::optional<std::size_t> torn_row(const column& c) {
  if (c.length == 0 || c.offsets == nullptr) return std::nullopt;
  const bool large = c.is == layout::large_text || c.is == layout::large_list;
  return large ? torn_row<std::int64_t>(c) : torn_row<std::int32_t>(c);
}

/// Digits of the longest decimal that Arrow has (128 bits).
inline constexpr int most_scale = 38;

/// True if the column, and those below it, have the memory and the columns that their
/// layouts need, and no scale that no decimal has.
[[nodiscard]] inline bool is_whole(const column& c) {
  const auto ends_at_0 = [&](auto as) {
    return at<decltype(as)>(c.offsets, c.offset + c.length) <= 0;
  };
  if (c.scale > most_scale || c.scale < -most_scale) return false;
  const bool below = is_list(c) || c.is == layout::dictionary;
  if (below && c.children.size() != 1) return false;
  for (const named_column& child : c.children) {
    if (!is_whole(child.content)) return false;
  }
  if (c.is == layout::dictionary) {
    const layout entries = c.children.front().content.is;
    const bool words = entries == layout::text || entries == layout::large_text ||
                       entries == layout::none;
    if (!words || !is_integer(c.codes)) return false;
  }
  if (c.length == 0) return true;
  switch (c.is) {
    case layout::none:
    case layout::structure: return true;
    case layout::list:
    case layout::large_list: return c.offsets != nullptr;
    case layout::text:
      return c.offsets != nullptr && (c.values != nullptr || ends_at_0(std::int32_t{}));
    case layout::large_text:
      return c.offsets != nullptr && (c.values != nullptr || ends_at_0(std::int64_t{}));
    default: return c.values != nullptr;
  }
}

}  // namespace norma::batch::detail
