// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/score.hpp>

// What a case can say of a score.

namespace norma::analysis_detail {

/// The range at `path`: `total`, a block, `bonus`, `deductions`, or a part.
[[nodiscard]] inline std::optional<score_range> score_at(const scheme_score& of,
                                                         std::string_view path) {
  if (path == "total") return of.total;
  for (const block_score* block : of.all_blocks()) {
    if (block->id == path) return block->earned;
    for (const part_score& part : block->parts) {
      if (part.path == path) return part.earned;
    }
  }
  return std::nullopt;
}

/// `90`, or `80..90`.
[[nodiscard]] inline std::string written(const score_range& range) {
  if (range.decided()) return range.low.to_string();
  return range.low.to_string() + ".." + range.high.to_string();
}

/// True if `wanted` (as test files write it) is the range.
[[nodiscard]] inline bool is_range(std::string_view wanted, const score_range& range) {
  const auto dots = wanted.find("..");
  const auto low = number::parse_exact(wanted.substr(0, dots));
  const auto high =
      dots == std::string_view::npos ? low : number::parse_exact(wanted.substr(dots + 2));
  return low && high && *low == range.low && *high == range.high;
}

/// The tier's id; `none`, or `undetermined` where it is open which one it is.
[[nodiscard]] inline std::string tier_word(const report& r) {
  if (!r.score) return "none";
  if (r.score->tier_is_open(r.verdict)) return "undetermined";
  return r.score->tier.empty() ? "none" : r.score->tier;
}

/// Why the points of `path` are what they are, for readers.
[[nodiscard]] inline std::vector<text> score_words(const scheme_score& of,
                                                   std::string_view path) {
  std::vector<text> words;
  for (const block_score* block : of.all_blocks()) {
    for (const part_score& part : block->parts) {
      const bool concerned = path == "total" || path == block->id || path == part.path;
      if (!concerned || part.verdict == verdict::pass) continue;
      const auto points =
          part.path + ": " + written(part.earned) + " / " + part.points.to_string();
      const auto line = [&](const std::string& why) {
        return why.empty() ? points : points + " — " + why;
      };
      words.push_back({line(part.why.zh), line(part.why.en)});
    }
  }
  return words;
}

}  // namespace norma::analysis_detail
