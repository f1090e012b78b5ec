// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/error.hpp>

#include <algorithm>    // std::min
#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair

#include <norma/core/message.hpp>

namespace norma::detail {

/// How many findings `rule_error::what()` shows; the others are counted.
inline constexpr std::size_t findings_in_what = 3;

/// The text of `rule_error::what()`: errors first, as they are the reason.
[[nodiscard]] inline std::string describe_findings(const std::vector<diagnostic>& all) {
  if (all.empty()) return "rules can not be used";
  std::vector<const diagnostic*> ordered;
  for (const bool errors : {true, false}) {
    for (const diagnostic& d : all) {
      if ((d.level() == severity::error) == errors) ordered.push_back(&d);
    }
  }
  const std::size_t shown = std::min(findings_in_what, ordered.size());
  std::string result;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i != 0) result += '\n';
    result += render(*ordered[i], language::en);
  }
  if (const std::size_t rest = all.size() - shown; rest != 0) {
    result += "\nand " + std::to_string(rest) + " more\n";
  }
  return result;
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE rule_error::rule_error(std::vector<diagnostic> findings)
    : error(detail::describe_findings(findings)), findings_(std::move(findings)) {}

NORMA_INLINE std::string failure_words(const std::error_code& failure) {
  static constexpr std::pair<std::errc, std::string_view> known[] = {
      {std::errc::no_such_file_or_directory, "R0181"},
      {std::errc::not_a_directory, "R0181"},
      {std::errc::permission_denied, "R0182"},
      {std::errc::is_a_directory, "R0183"},
      {std::errc::no_space_on_device, "R0184"},
      {std::errc::no_such_device_or_address, "R0188"},
      {std::errc::io_error, "R0185"},
  };
  for (const auto& [reason, code] : known) {
    if (failure == reason) return word_argument(code);
  }
  return failure.message();
}

}  // namespace norma
