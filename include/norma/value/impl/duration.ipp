// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/duration.hpp>

#include <array>    // std::array
#include <utility>  // std::pair

namespace norma::detail {

/// One `12Y` of an ISO 8601 duration: the digits and the letter behind them.
struct duration_piece {
  std::string_view digits;
  char letter;
};

/// Takes the next piece; nothing at the end or if there is none.
[[nodiscard]] inline std::optional<duration_piece> take_piece(std::string_view& text) {
  const auto n = text.find_first_not_of("0123456789.");
  if (n == 0 || n == std::string_view::npos) return std::nullopt;
  const duration_piece piece{text.substr(0, n), text[n]};
  text.remove_prefix(n + 1);
  return piece;
}

/// Digits, with decimals where `decimals` says so: `4`, `4.5`, never `4.`, `.5`.
[[nodiscard]] inline std::optional<number> read_amount(std::string_view digits,
                                                       bool decimals) {
  if (digits.empty() || digits.front() == '.') return std::nullopt;
  if (digits.find_first_not_of(decimals ? "0123456789." : "0123456789") !=
      std::string_view::npos)
    return std::nullopt;
  return number::parse(digits);
}

/// Adds up pieces whose letters come in the order of `letters`, each worth its
/// `factors`; the text is used up. `decimals` is the letter that may have them.
[[nodiscard]] inline std::optional<number> add_pieces(std::string_view& text,
                                                      std::string_view letters,
                                                      std::array<int, 3> factors,
                                                      char decimals) {
  number sum;
  std::size_t next = 0;
  while (!text.empty()) {
    const auto piece = take_piece(text);
    if (!piece) return std::nullopt;
    const auto place = letters.find(piece->letter, next);
    if (place == std::string_view::npos) return std::nullopt;
    auto digits = piece->digits;
    const bool may_be_broken = piece->letter == decimals;
    // `0.S` is a duration to all who run the public cases of FEEL.
    if (may_be_broken && digits.find('.') + 1 == digits.size()) digits.remove_suffix(1);
    const auto amount = read_amount(digits, may_be_broken);
    if (!amount) return std::nullopt;
    sum = sum + *amount * number{factors[place]};
    next = place + 1;
  }
  return sum;
}

[[nodiscard]] inline std::optional<duration> months_from(const number& months) {
  const auto count = months.to_int64();
  if (!count) return std::nullopt;
  return months_duration{*count};
}

struct time_unit_word {
  std::string_view word;
  int months;   // of a calendar unit
  int seconds;  // of any other
};

inline constexpr std::array<time_unit_word, 6> time_unit_words{{
    {"年", 12, 0},
    {"个月", 1, 0},
    {"周", 0, 7 * 86'400},
    {"天", 0, 86'400},
    {"小时", 0, 3'600},
    {"分钟", 0, 60},
}};

/// `3 days`, `-1 day`, `3天`.
[[nodiscard]] inline std::string count_of(const number& n, std::string_view english,
                                          std::string_view chinese_word, bool chinese) {
  auto result = n.to_string();
  if (chinese) return result.append(chinese_word);
  result.append(" ").append(english);
  if (n != number{1} && n != number{-1}) result += 's';
  return result;
}

/// Splits seconds into whole days, hours, minutes and the seconds left.
[[nodiscard]] inline std::array<number, 4> split_seconds(const number& seconds) {
  constexpr std::array<int, 3> sizes{86'400, 3'600, 60};
  std::array<number, 4> parts;
  number rest = seconds;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    parts[i] = divide(rest, number{sizes[i]})->rounded(0, rounding::down);
    rest = rest - parts[i] * number{sizes[i]};
  }
  parts[3] = rest;
  return parts;
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::optional<months_duration> months_duration::plus_months(
    std::int64_t more) const {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(months, more, &sum)) return std::nullopt;
  return months_duration{sum};
}

NORMA_INLINE std::optional<months_duration> months_duration::negated() const {
  std::int64_t result = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, months, &result)) return std::nullopt;
  return months_duration{result};
}

NORMA_INLINE std::string months_duration::to_string() const {
  const auto total = number{months};
  const auto size = months < 0 ? -total : total;
  const auto years = divide(size, number{12})->rounded(0, rounding::down);
  const auto rest = size - years * number{12};
  std::string result = months < 0 ? "-P" : "P";
  if (years.sign() != 0) result += years.to_string() + 'Y';
  if (rest.sign() != 0 || years.sign() == 0) result += rest.to_string() + 'M';
  return result;
}

NORMA_INLINE std::optional<std::int64_t> days_duration::whole_days() const {
  return divide(seconds, number{86'400})->to_int64();
}

NORMA_INLINE std::string days_duration::to_string() const {
  const bool negative = seconds.sign() < 0;
  const auto parts = detail::split_seconds(negative ? -seconds : seconds);
  std::string clock;
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (parts[i].sign() != 0) clock += parts[i].to_string() + "HMS"[i - 1];
  std::string result = negative ? "-P" : "P";
  if (parts[0].sign() != 0) result += parts[0].to_string() + 'D';
  if (clock.empty() && parts[0].sign() == 0) clock = "0S";
  if (!clock.empty()) result += 'T' + clock;
  return result;
}

NORMA_INLINE std::optional<duration> parse_duration(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() < 2 || text.front() != 'P') return std::nullopt;
  text.remove_prefix(1);
  const auto mark = text.find('T');
  auto front = text.substr(0, mark);
  if (mark == std::string_view::npos && front.find('D') == std::string_view::npos) {
    const auto months = detail::add_pieces(front, "YM", {12, 1, 0}, '\0');
    if (!months) return std::nullopt;
    return detail::months_from(negative ? -*months : *months);
  }
  const auto days = detail::add_pieces(front, "D", {86'400, 0, 0}, '\0');
  if (!days) return std::nullopt;
  auto seconds = *days;
  if (mark != std::string_view::npos) {
    auto back = text.substr(mark + 1);
    if (back.empty()) return std::nullopt;
    const auto clock = detail::add_pieces(back, "HMS", {3'600, 60, 1}, 'S');
    if (!clock) return std::nullopt;
    seconds = seconds + *clock;
  }
  return days_duration{negative ? -seconds : seconds};
}

NORMA_INLINE std::optional<duration> parse_plain_duration(std::string_view text) {
  const auto digits = text.substr(0, text.find_first_not_of("0123456789."));
  const auto unit = text.substr(digits.size());
  for (const auto& known : detail::time_unit_words) {
    if (unit != known.word) continue;
    const auto amount = detail::read_amount(digits, known.seconds != 0);
    if (!amount) return std::nullopt;
    if (known.seconds == 0) return detail::months_from(*amount * number{known.months});
    return days_duration{*amount * number{known.seconds}};
  }
  return parse_duration(text);
}

NORMA_INLINE bool counts_days(const duration& d) {
  if (const auto* calendar = std::get_if<months_duration>(&d))
    return calendar->months >= 0;
  const auto whole = std::get<days_duration>(d).whole_days();
  return whole && *whole >= 0;
}

NORMA_INLINE std::optional<date> last_day_of(date from, const duration& lasting) {
  if (!counts_days(lasting)) return std::nullopt;
  if (const auto* calendar = std::get_if<months_duration>(&lasting)) {
    return from.plus_months(calendar->months);
  }
  return from.plus_days(*std::get<days_duration>(lasting).whole_days());
}

NORMA_INLINE bool holds_on(date from, const duration& lasting, date day) {
  if (day < from || !counts_days(lasting)) return false;
  const auto end = last_day_of(from, lasting);
  return !end || day <= *end;  // a span without an end in the calendar lasts
}

NORMA_INLINE std::string describe(const duration& d, bool chinese) {
  if (const auto* calendar = std::get_if<months_duration>(&d))
    return detail::count_of(calendar->months, "month", "个月", chinese);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> words{
      {{"day", "天"}, {"hour", "小时"}, {"minute", "分钟"}, {"second", "秒"}}};
  const auto parts = detail::split_seconds(std::get<days_duration>(d).seconds);
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].sign() == 0) continue;
    if (!result.empty() && !chinese) result += ' ';
    result += detail::count_of(parts[i], words[i].first, words[i].second, chinese);
  }
  return result.empty() ? detail::count_of(0, "day", "天", chinese) : result;
}

}  // namespace norma
