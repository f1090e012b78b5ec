// SPDX-License-Identifier: Apache-2.0
#include "plain_values.hpp"

#include <cstddef>  // std::size_t

#include <norma/value/date.hpp>

namespace norma::cli {

namespace {

/// Digits that any integer of 64 bits has room for.
constexpr std::size_t most_digits = 18;

}  // namespace

std::optional<std::int64_t> read_digits(std::string_view text, int scale) {
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || (text.size() > 1 && text[0] == '0' && text[1] != '.')) return {};
  std::int64_t n = 0;
  std::size_t digits = 0;
  int decimals = -1;  // none: no point yet
  for (const char c : text) {
    if (c == '.' && decimals < 0 && digits > 0) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > most_digits) return {};
    n = 10 * n + (c - '0');
    if (decimals >= 0) ++decimals;
  }
  if (decimals == 0 || decimals > scale) return {};
  for (int i = decimals < 0 ? 0 : decimals; i < scale; ++i) {
    if (++digits > most_digits) return {};
    n *= 10;
  }
  return negative ? -n : n;
}

std::optional<std::int32_t> read_days(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  int parts[3] = {};
  constexpr std::size_t begin[] = {0, 5, 8, 11};
  for (std::size_t part = 0; part < 3; ++part) {
    for (std::size_t i = begin[part]; i + 1 < begin[part + 1]; ++i) {
      if (text[i] < '0' || text[i] > '9') return {};
      parts[part] = 10 * parts[part] + (text[i] - '0');
    }
  }
  const auto day = date::of(parts[0], parts[1], parts[2]);
  if (!day) return {};
  return static_cast<std::int32_t>(day->days());
}

std::optional<bool> read_flag(std::string_view text) {
  if (text == "true" || text == "是") return true;
  if (text == "false" || text == "否") return false;
  return {};
}

}  // namespace norma::cli
