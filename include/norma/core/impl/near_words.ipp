// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/text.hpp>

#include <algorithm>    // std::max, std::min
#include <cstddef>      // std::size_t
#include <string>       // std::string, std::u32string
#include <string_view>  // std::string_view, std::u32string_view
#include <vector>       // std::vector

// Which of some words was meant by one that is none of them.

namespace norma::detail {

/// Names longer than this are never compared: nobody mistyped them.
inline constexpr std::size_t longest_compared_name = 120;

[[nodiscard]] inline std::u32string code_points(std::string_view bytes) {
  std::u32string result;
  for (std::size_t i = 0; i < bytes.size();) {
    const code_point point = decode_code_point(bytes, i);
    result.push_back(point.value);
    i += point.length;
  }
  return result;
}

/// `word` with what people confuse made equal: case, `-` and `_`.
[[nodiscard]] inline std::string folded_name(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '-') c = '_';
  }
  return result;
}

/// Damerau-Levenshtein distance in its restricted form (no piece is edited
/// twice), or `bound + 1` as soon as it is known to exceed `bound`. What both begin
/// and end with is no edit, and no more than `bound` letters from the diagonal is one
/// within it: the rest is not looked at.
[[nodiscard]] inline std::size_t edit_distance(std::u32string_view a,
                                               std::u32string_view b, std::size_t bound) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > bound) return bound + 1;
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const std::size_t beyond = bound + 1;
  std::vector<std::size_t> before(b.size() + 1, beyond);
  std::vector<std::size_t> last(b.size() + 1, beyond);
  std::vector<std::size_t> row(b.size() + 1, beyond);
  for (std::size_t j = 0; j <= std::min(b.size(), bound); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > bound ? i - bound : 1;
    row[first - 1] = first == 1 ? std::min(i, beyond) : beyond;
    std::size_t least = row[first - 1];
    const std::size_t end = std::min(b.size(), i + bound);
    for (std::size_t j = first; j <= end; ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change, beyond});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (end < b.size()) row[end + 1] = beyond;
    // No later row can be nearer: a swap rests on the row before the last,
    // which is nearer by one edit at most and costs one.
    if (least > bound) return beyond;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], beyond);
}

/// The only one of the candidates whose last part, after a `.` or `/`, is the folded
/// word: `enterprise.large_medium` of `large_medium`; else "". What ends in
/// another one, as its path does, is no second.
[[nodiscard]] inline std::string ending_in(std::string_view folded,
                                           const std::vector<std::string>& candidates) {
  std::string result;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > 4 * longest_compared_name) continue;
    const auto point = candidate.find_last_of("./");
    if (point == std::string::npos) continue;
    if (folded_name(std::string_view(candidate).substr(point + 1)) != folded) continue;
    if (result.ends_with(candidate) || result.empty()) {
      result = candidate;
    } else if (!candidate.ends_with(result)) {
      return {};
    }
  }
  return result;
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::string did_you_mean(std::string_view word,
                                      const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > 4 * detail::longest_compared_name) return {};
  const std::string folded = detail::folded_name(word);
  const std::u32string wanted = detail::code_points(folded);
  if (wanted.size() > detail::longest_compared_name) return {};
  // Of a word of one character an edit leaves nothing that could be meant.
  const std::size_t bound =
      wanted.size() < 2 ? 0 : std::max<std::size_t>(1, wanted.size() / 3);
  std::size_t nearest = bound + 1;
  std::string result;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > 4 * detail::longest_compared_name) continue;
    const std::u32string other = detail::code_points(detail::folded_name(candidate));
    const std::size_t distance = detail::edit_distance(wanted, other, nearest - 1);
    if (distance >= nearest) continue;
    nearest = distance;
    result = candidate;
    if (nearest == 0) break;
  }
  if (result.empty()) result = detail::ending_in(folded, candidates);
  // `cn-zj:enterprise.small_micro` of `enterprise.small_mic`.
  if (!result.empty() || word.find(':') != std::string_view::npos) return result;
  std::vector<std::string> bare;
  for (const std::string& candidate : candidates) {
    const std::size_t colon = candidate.find(':');
    if (colon != std::string::npos) bare.push_back(candidate.substr(colon + 1));
  }
  if (bare.empty()) return {};
  const std::string meant = did_you_mean(word, bare);
  for (const std::string& candidate : candidates) {
    const std::size_t colon = candidate.find(':');
    if (!meant.empty() && colon != std::string::npos &&
        candidate.substr(colon + 1) == meant)
      return candidate;
  }
  return {};
}

}  // namespace norma
