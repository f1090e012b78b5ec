// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::ptrdiff_t, std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

// Hostile files can hold a mistake in every byte: what is kept, and what is
// spent on hints, is bounded.

namespace norma::load_detail {

/// Findings of one run that are kept, and as many errors besides: far more
/// than can be shown.
inline constexpr std::size_t most_findings = 20'000;
/// Findings that get a "did you mean", and the words that it is looked for among, about,
/// by all of them together.
inline constexpr std::size_t most_hints = 500;
inline constexpr std::size_t most_compared = 50'000;
/// The same of names in conditions, which may be long and many.
inline constexpr std::size_t most_compared_names = 10'000;

/// False once there are very many findings: then nothing is compared. A long word is as
/// dear as many short ones.
[[nodiscard]] inline bool may_hint(const std::vector<diagnostic>& findings,
                                   std::string_view word, std::size_t candidates) {
  const std::size_t length = word.size() < 500 ? word.size() : 500;
  const std::size_t dear = 1 + length * length / 256;
  return findings.size() < most_hints &&
         candidates <= most_compared / (findings.size() + 1) / dear;
}

/// Errors have room of their own: whatever warnings came before, `has_errors`
/// tells whether there was one.
inline void add_finding(std::vector<diagnostic>& findings, diagnostic d) {
  const bool fails = d.level() == severity::error;
  const std::size_t room = fails ? 2 * most_findings : most_findings;
  if (findings.size() < room) findings.push_back(std::move(d));
}

/// False once not even an error would be kept: what may hold more need not be read.
[[nodiscard]] inline bool keeps_more(const std::vector<diagnostic>& findings) {
  return findings.size() < 2 * most_findings;
}

/// Makes room for an error among those from `first` on, at the cost of the last
/// warning there; false if there is none.
inline bool drop_warning(std::vector<diagnostic>& findings, std::size_t first = 0) {
  for (std::size_t i = findings.size(); i-- > first;) {
    if (findings[i].level() == severity::error) continue;
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  }
  return false;
}

/// `N0205`: the key `<<`.
[[nodiscard]] inline diagnostic merge_key(source_span at) {
  return {"N0205", {word_argument("R0118")}, std::move(at), {}};
}

/// `N0202`: a key that stands twice in one mapping.
[[nodiscard]] inline diagnostic repeated_key(std::string_view key, source_span at,
                                             source_span first) {
  return {"N0202", {std::string(key)}, std::move(at), {{"R0101", {}, std::move(first)}}};
}

/// `did_you_mean`, or "" where nothing is compared.
[[nodiscard]] inline std::string near_word(const std::vector<diagnostic>& findings,
                                           std::string_view word,
                                           const std::vector<std::string>& candidates) {
  return may_hint(findings, word, candidates.size()) ? did_you_mean(word, candidates)
                                                     : std::string();
}

/// The keys of a map, as candidates for a hint.
template <class Map>
[[nodiscard]] std::vector<std::string> names_in(const Map& map) {
  std::vector<std::string> result;
  for (const auto& entry : map) result.push_back(entry.first);
  return result;
}

}  // namespace norma::load_detail
