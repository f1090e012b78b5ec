// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include <string>  // std::string

namespace norma::cli {

namespace {

/// `1,234,567`
std::string grouped_digits(std::size_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

/// `1:05`, `2:10:00`
std::string clock_time(std::size_t seconds) {
  const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::size_t minutes = seconds / 60, hours = minutes / 60;
  const auto below = ':' + two(seconds % 60);
  return hours > 0 ? std::to_string(hours) + ':' + two(minutes % 60) + below
                   : std::to_string(minutes) + below;
}

}  // namespace

void bulk_progress::tell(std::size_t units, std::size_t read) {
  if (!to_.shows_progress()) return;
  const auto now = clock::now();
  if (now - told_ < std::chrono::milliseconds(200)) return;
  told_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  const auto rate = static_cast<std::size_t>(static_cast<double>(units) / seconds);
  auto words = to_.say("R1025", {grouped_digits(units), grouped_digits(rate)});
  if (size_ && read > 0 && read <= *size_) {
    const auto left = static_cast<std::size_t>(
        seconds * static_cast<double>(*size_ - read) / static_cast<double>(read));
    words += to_.say("R1026", {std::to_string(read * 100 / *size_), clock_time(left)});
  }
  to_.progress(words);
}

}  // namespace norma::cli
