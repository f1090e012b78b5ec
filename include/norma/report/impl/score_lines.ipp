// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every rendering says of a score, as plain lines in one language.

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/score.hpp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

/// `91.5`, `80 – 90`; numbers without end to two decimals, outwards.
[[nodiscard]] inline std::string points_words(const number& n, bool up) {
  if (n.terminates() && n.to_string().size() < 12) return n.to_string();
  return n.to_decimal(2, up ? rounding::ceiling : rounding::floor);
}
[[nodiscard]] inline std::string points_words(const score_range& r) {
  if (r.decided()) return points_words(r.low, false);
  return points_words(r.low, false) + " – " + points_words(r.high, true);
}

class score_lines {
 public:
  score_lines(const report_words& words, language lang) : words_(words), lang_(lang) {}

  /// `91.5 of 100 points`; what is open is said.
  [[nodiscard]] std::string total(const scheme_score& s) const {
    return words_.say("R3021", {points_words(s.total), points_words(s.points, false)});
  }

  /// `A (one star)`, or that there is none, or that it is open; empty where
  /// the scheme has no tiers.
  [[nodiscard]] std::string tier(const report& r) const {
    const auto& s = *r.score;
    if (s.tiers.empty()) return {};
    if (!s.tier.empty()) return title_of(s, s.tier);
    return words_.say(s.tier_is_open(r.verdict) ? "R3023" : "R3022");
  }

  /// `two stars: 1.5 more points of total`; empty where no tier is above.
  [[nodiscard]] std::string next(const scheme_score& s) const {
    if (s.next_tier.empty() || s.next_needs.empty()) return {};
    std::vector<std::string> needs;
    for (const auto& n : s.next_needs) {
      needs.push_back(words_.say("R3024", {n.label.in(lang_), points_words(n.by, true)}));
    }
    return title_of(s, s.next_tier) + std::string(words_.colon()) + words_.list(needs);
  }

  /// `44.5 of 45, at least 42 needed: reached`.
  [[nodiscard]] std::string block(const block_score& b) const {
    if (b.left_out) return words_.say("R3016");
    auto line = words_.say("R3021", {points_words(b.earned), points_words(b.points, false)});
    if (b.floor) {
      line += std::string(words_.comma()) +
              words_.say("R3025", {points_words(*b.floor, true),
                                   words_.verdict_word(b.reached)});
    }
    return line;
  }

  [[nodiscard]] std::string part_points(const part_score& p) const {
    if (p.left_out) return "–";
    return points_words(p.earned) + " / " + points_words(p.points, false);
  }

  [[nodiscard]] std::vector<std::string> part_reasons(const part_score& p) const {
    std::vector<std::string> lines;
    if (!p.why.empty()) lines.push_back(p.why.in(lang_));
    for (const auto& c : p.causes) lines.push_back(words_.cause_words(c));
    return lines;
  }

 private:
  [[nodiscard]] std::string title_of(const scheme_score& s, const std::string& id) const {
    for (const auto& t : s.tiers) {
      if (t.id == id) return words_.say("R2066", {t.id, t.title.in(lang_)});
    }
    return id;
  }

  const report_words& words_;
  language lang_;
};

}  // namespace norma::report_detail
