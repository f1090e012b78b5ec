// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/text.hpp>

#include <algorithm>  // std::lower_bound, std::max, std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t, std::uint64_t
#include <cstring>    // std::memcpy
#include <iterator>   // std::begin, std::end
#include <utility>    // std::swap

#include <fmt/format.h>

#include <norma/core/impl/near_words.ipp>
#include <norma/core/impl/text_width.ipp>

namespace norma::detail {

inline constexpr char32_t replacement_character = 0xfffd;

/// Length of the well-formed sequence (Unicode 15, table 3-7) that starts at
/// `offset` and its value; length 0 if there is none.
[[nodiscard]] inline code_point strict_code_point(std::string_view bytes,
                                                  std::size_t offset) {
  const auto at = [&](std::size_t i) {
    return static_cast<unsigned char>(bytes[offset + i]);
  };
  constexpr code_point none = {replacement_character, 0};
  if (offset >= bytes.size()) return none;
  const unsigned lead = at(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t length = 0;
  char32_t smallest = 0;
  if (lead >= 0xc2 && lead <= 0xdf) length = 2, smallest = 0x80;
  if (lead >= 0xe0 && lead <= 0xef) length = 3, smallest = 0x800;
  if (lead >= 0xf0 && lead <= 0xf4) length = 4, smallest = 0x10000;
  if (length == 0 || bytes.size() - offset < length) return none;
  char32_t value = lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xc0U) != 0x80U) return none;
    value = (value << 6U) | (at(i) & 0x3fU);
  }
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  if (value < smallest || value > 0x10ffff || surrogate) return none;
  return {value, length};
}

template <std::size_t N>
[[nodiscard]] bool is_in_ranges(const code_point_range (&ranges)[N], char32_t value) {
  const auto* found = std::lower_bound(
      std::begin(ranges), std::end(ranges), value,
      [](const code_point_range& range, char32_t wanted) { return range.last < wanted; });
  return found != std::end(ranges) && found->first <= value;
}

/// Columns of one character: 0, 1 or 2; control characters have none.
[[nodiscard]] inline std::size_t code_point_width(char32_t value) {
  if (value < 0x20 || (value >= 0x7f && value < 0xa0)) return 0;
  if (value < 0x300) return 1;
  if (is_in_ranges(wide_ranges, value)) return 2;
  return is_in_ranges(zero_width_ranges, value) ? 0 : 1;
}

inline constexpr code_point_range unseen_ranges[] = {
    {0x0, 0x1f},       {0x7f, 0x9f},     {0xad, 0xad},     {0x34f, 0x34f},
    {0x61c, 0x61c},    {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f},
    {0x200b, 0x200f},  {0x2028, 0x202e}, {0x2060, 0x206f}, {0x3164, 0x3164},
    {0xfe00, 0xfe0f},  {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff9, 0xfffb},
    {0xe0000, 0xe0fff}};
inline constexpr code_point_range turning_ranges[] = {
    {0x61c, 0x61c}, {0x200e, 0x200f}, {0x202a, 0x202e}, {0x2066, 0x2069}};

/// The length of the run of characters at `offset` that are seen: printable ASCII
/// and U+4000 to U+9FFF surely are.
[[nodiscard]] inline std::size_t seen_run(std::string_view bytes, std::size_t offset) {
  const auto at = [&bytes](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
  };
  const auto follows = [&at](std::size_t i) { return (at(i) & 0xc0U) == 0x80U; };
  std::size_t i = offset;
  for (;;) {
    const unsigned first = at(i);
    if (first >= 0x20U && first < 0x7fU) {
      ++i;
    } else if (first >= 0xe4U && first <= 0xe9U && follows(i + 1) && follows(i + 2)) {
      i += 3;
    } else {
      const auto other = strict_code_point(bytes, i);
      if (other.length == 0 || is_unseen(other.value)) return i - offset;
      i += other.length;
    }
  }
}

/// The character at `offset` that is not seen, written as `make_visible` does.
[[nodiscard]] inline std::string visible_character(std::string_view bytes,
                                                   std::size_t offset) {
  const code_point point = strict_code_point(bytes, offset);
  if (point.length == 0) {
    return fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[offset]));
  }
  if (point.value == '\n') return "\\n";
  if (point.value == '\r') return "\\r";
  if (point.value == '\t') return "\\t";
  return fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(point.value));
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::size_t find_invalid_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    // Eight ASCII bytes at a time: most of every file.
    while (bytes.size() - i >= 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, bytes.data() + i, 8);
      if ((eight & 0x8080808080808080U) != 0) break;
      i += 8;
    }
    if (i >= bytes.size()) break;
    const std::size_t length = detail::strict_code_point(bytes, i).length;
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

NORMA_INLINE std::size_t count_code_points(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); ++count) {
    i += decode_code_point(bytes, i).length;
  }
  return count;
}

NORMA_INLINE code_point decode_code_point(std::string_view bytes, std::size_t offset) {
  const code_point point = detail::strict_code_point(bytes, offset);
  return {point.value, std::max<std::size_t>(point.length, 1)};
}

NORMA_INLINE void append_code_point(std::string& out, char32_t value) {
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    value = detail::replacement_character;
  }
  const auto tail = [&](unsigned shift) {
    out.push_back(static_cast<char>(0x80U | ((value >> shift) & 0x3fU)));
  };
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    out.push_back(static_cast<char>(0xc0U | (value >> 6U)));
    tail(0);
  } else if (value < 0x10000) {
    out.push_back(static_cast<char>(0xe0U | (value >> 12U)));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xf0U | (value >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

NORMA_INLINE std::size_t display_width(std::string_view bytes) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] >= 0x20 && bytes[i] < 0x7f) {
      ++width;
      ++i;
      continue;
    }
    const code_point point = decode_code_point(bytes, i);
    width += detail::code_point_width(point.value);
    i += point.length;
  }
  return width;
}

NORMA_INLINE std::string_view trimmed(std::string_view bytes) {
  while (!bytes.empty() && bytes.front() == ' ') bytes.remove_prefix(1);
  while (!bytes.empty() && bytes.back() == ' ') bytes.remove_suffix(1);
  return bytes;
}

NORMA_INLINE bool is_unseen(char32_t value) {
  return detail::is_in_ranges(detail::unseen_ranges, value);
}

NORMA_INLINE bool turns_direction(char32_t value) {
  return detail::is_in_ranges(detail::turning_ranges, value);
}

NORMA_INLINE char half_width(char32_t value) {
  return value >= 0xff01 && value <= 0xff5e ? static_cast<char>(value - 0xfee0) : '\0';
}

NORMA_INLINE std::string code_point_name(char32_t value) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(value));
}

NORMA_INLINE std::string make_visible(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const auto seen = detail::seen_run(bytes, i);
    result += bytes.substr(i, seen);
    i += seen;
    if (i == bytes.size()) break;
    result += detail::visible_character(bytes, i);
    i += decode_code_point(bytes, i).length;
  }
  return result;
}

NORMA_INLINE std::string on_one_line(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace norma
