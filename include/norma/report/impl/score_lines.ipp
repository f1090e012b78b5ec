// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every rendering says of a score, as plain lines in one language.

#include <algorithm>    // std::any_of, std::find_if
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::exchange, std::move
#include <vector>       // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/score.hpp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

/// `91.5`, `80 – 90`; numbers without end to two decimals, outwards.
[[nodiscard]] inline std::string points_words(const number& n, bool up) {
  // A longer one is not short.
  if (n.is_small() && n.terminates() && n.to_string().size() < 12) return n.to_string();
  return n.to_decimal(2, up ? rounding::ceiling : rounding::floor);
}
[[nodiscard]] inline std::string points_words(const score_range& r) {
  if (r.decided()) return points_words(r.low, false);
  return points_words(r.low, false) + " – " + points_words(r.high, true);
}

/// What the points of a block do to the total.
enum class block_kind { earned, bonus, deductions };

struct shown_block {
  const block_score* block = nullptr;
  block_kind kind = block_kind::earned;
};

/// The blocks, then bonus and deductions.
[[nodiscard]] inline std::vector<shown_block> blocks_of(const scheme_score& s) {
  std::vector<shown_block> all;
  for (const auto* b : s.all_blocks()) {
    all.push_back({b, s.bonus && b == &*s.bonus             ? block_kind::bonus
                      : s.deductions && b == &*s.deductions ? block_kind::deductions
                                                            : block_kind::earned});
  }
  return all;
}

/// How a scored part is marked: a bonus that is not earned is no fault.
[[nodiscard]] inline verdict marked(const part_score& p, block_kind kind) {
  const bool missed = kind == block_kind::bonus && p.verdict == verdict::fail;
  return missed ? verdict::not_applicable : p.verdict;
}

/// Something of the points that keeps the unit from passing, or leaves it open.
struct score_finding {
  std::string path;  ///< of the block or part; "" for the total
  std::string title;
  citation cite;
  std::vector<std::string> lines;
  std::vector<cause> causes;
};

class score_lines {
 public:
  score_lines(const report_words& words, language lang) : words_(words), lang_(lang) {}

  /// `91.5 of 100 points`; what is open is said.
  [[nodiscard]] std::string total(const scheme_score& s) const {
    return of_points(s.total, s.points);
  }

  /// `A (one star)`, or that there is none, or that it is open; empty where
  /// the scheme has no tiers.
  [[nodiscard]] std::string tier(const report& r) const {
    const auto& s = *r.score;
    if (s.tiers.empty()) return {};
    if (!s.tier.empty()) return title_of(s, s.tier);
    return words_.say(s.tier_is_open(r.verdict) ? "R3023" : "R3022");
  }

  /// `two stars: 1.5 more points of total`, floors that are not reached with
  /// it; empty where no tier is above, or points alone do not lead there: a
  /// condition of admission or a veto fails.
  [[nodiscard]] std::string next(const report& r) const {
    const auto& s = *r.score;
    if (s.next_tier.empty()) return {};
    auto lacking = s.next_needs;
    for (const auto& b : s.blocks) {
      if (!b.floor || b.reached != verdict::fail) continue;
      const auto below = *b.floor - b.earned.low;
      const auto same = std::find_if(lacking.begin(), lacking.end(),
                                     [&b](const auto& n) { return n.of == b.id; });
      if (same == lacking.end()) {
        lacking.push_back({b.id, b.title, below});
      } else if (same->by < below) {
        same->by = below;
      }
    }
    const bool barred =
        std::any_of(r.tree.members.begin(), r.tree.members.end(),
                    [](const auto& n) { return n.verdict == verdict::fail; });
    if (barred || lacking.empty()) return {};
    const auto all = s.all_blocks();
    const bool open = !s.total.decided() ||
                      std::any_of(all.begin(), all.end(), [](const block_score* b) {
                        return !b->earned.decided();
                      });
    return title_of(s, s.next_tier) + std::string(words_.colon()) +
           lacking_words(lacking, open);
  }

  [[nodiscard]] std::string title(const block_score& b) const {
    return report_words::capital(b.title.in(lang_));
  }

  /// `44.5 of 45, at least 42 needed: reached`.
  [[nodiscard]] std::string block(const shown_block& shown) const {
    const auto& b = *shown.block;
    if (b.left_out) return words_.say("R3016");
    if (shown.kind != block_kind::earned) {
      return words_.say(shown.kind == block_kind::bonus ? "R3035" : "R3036",
                        {points_words(b.earned), points_words(b.points, false)});
    }
    auto line = of_points(b.earned, b.points);
    if (b.floor) line += std::string(words_.comma()) + floor(b);
    return line;
  }

  /// `at least 42 needed: pass`.
  [[nodiscard]] std::string floor(const block_score& b) const {
    return words_.say("R3025",
                      {points_words(*b.floor, true), words_.verdict_word(b.reached)});
  }

  /// `14.5 / 15`; of deductions `−1`, `−1 – 0`.
  [[nodiscard]] static std::string part_points(const part_score& p, block_kind kind) {
    if (p.left_out) return "–";
    const auto earned = points_words(p.earned);
    if (kind != block_kind::deductions) {
      return earned + " / " + points_words(p.points, false);
    }
    const auto away = [](const number& n, bool up) {
      return (n.sign() == 0 ? "" : "−") + points_words(n, up);
    };
    const auto most = away(p.earned.high, true);
    return p.earned.decided() ? most : most + " – " + away(p.earned.low, false);
  }

  [[nodiscard]] std::vector<std::string> part_reasons(const part_score& p) const {
    std::vector<std::string> lines;
    if (!p.why.empty()) lines.push_back(p.why.in(lang_));
    for (const auto& c : p.causes) lines.push_back(words_.cause_words(c));
    return lines;
  }

  /// Floors and marks that are not reached.
  [[nodiscard]] std::vector<score_finding> failing(const report& r) const {
    std::vector<score_finding> out;
    if (r.verdict != verdict::fail || !r.score) return out;
    marks(r, verdict::fail, out);
    const bool no_tier = !r.score->passed && r.score->tier.empty();
    if (no_tier && !r.score->tiers.empty() && out.empty() && are_fail(r.score->tiers)) {
      out.push_back({{}, words_.say("R3027"), {}, {words_.say("R3022")}, {}});
      if (auto short_of = next(r); !short_of.empty()) {
        out.back().lines.push_back(std::move(short_of));
      }
    }
    return out;
  }

  /// Floors and marks that may still be reached, and the parts, or sums, that decide it.
  [[nodiscard]] std::vector<score_finding> open(const report& r) const {
    std::vector<score_finding> out;
    if (!r.score) return out;
    marks(r, verdict::undetermined, out);
    for (const auto& shown : blocks_of(*r.score)) {
      for (const auto& p : shown.block->parts) {
        if (p.verdict != verdict::undetermined) continue;
        out.push_back({p.path, p.title.in(lang_), p.cite, {}, p.causes});
        out.back().lines.push_back(part_points(p, shown.kind));
      }
    }
    tell_rest(r, out);
    return out;
  }

 private:
  // What keeps sums of points open goes with the total, what keeps a test of them open
  // with the mark that it is for; what keeps nothing open is not told.
  void tell_rest(const report& r, std::vector<score_finding>& out) const {
    const auto& s = *r.score;
    const auto of_total = [&s](const cause& c) {
      return !s.total.decided() && (c.code == "N0186" || c.code == "N0725");
    };
    std::vector<cause> sums, tests;
    for (const cause& c : s.causes) (of_total(c) ? sums : tests).push_back(c);
    if (s.passed == verdict::undetermined) {
      for (auto& one : out)
        if (is_mark(one)) one.causes = std::exchange(tests, {});
    } else if (s.tier_is_open(r.verdict) && !tests.empty()) {
      out.push_back({{}, words_.say("R3027"), {}, {words_.say("R3023")}, {}});
      out.back().causes = std::move(tests);
    }
    if (sums.empty()) return;
    out.push_back({{}, report_words::capital(words_.say("R3003")), {}, {total(s)}, {}});
    out.back().causes = std::move(sums);
  }

  [[nodiscard]] bool is_mark(const score_finding& one) const {
    return one.path.empty() && one.title == words_.say("R3033");
  }

  void marks(const report& r, verdict wanted, std::vector<score_finding>& out) const {
    const auto& s = *r.score;
    for (const auto& b : s.blocks) {
      if (!b.floor || b.reached != wanted) continue;
      out.push_back({b.id, title(b), {}, {block({&b})}, {}});
      if (wanted == verdict::fail) {
        out.back().lines.push_back(
            words_.say("R3037", {points_words(*b.floor - b.earned.high, true)}));
      }
    }
    if (!s.passed || *s.passed != wanted) return;
    out.push_back({{}, words_.say("R3033"), {}, {total(s)}, {}});
    if (s.pass_needs.empty()) return;
    out.back().lines.push_back(lacking_words(s.pass_needs, !s.total.decided()));
  }

  [[nodiscard]] static bool are_fail(const std::vector<tier_score>& tiers) {
    for (const auto& t : tiers) {
      if (t.reached != verdict::fail) return false;
    }
    return true;
  }

  [[nodiscard]] std::string of_points(const score_range& earned,
                                      const number& most) const {
    return words_.say("R3021", {points_words(earned), points_words(most, false)});
  }

  [[nodiscard]] std::string needs(const std::vector<score_shortfall>& all) const {
    std::vector<std::string> lines;
    for (const auto& n : all) {
      lines.push_back(words_.say("R3024", {n.label.in(lang_), points_words(n.by, true)}));
    }
    return words_.list(lines);
  }

  // What is open is told of at its lowest.
  [[nodiscard]] std::string lacking_words(const std::vector<score_shortfall>& all,
                                          bool open) const {
    return open ? words_.say("R3034", {needs(all)}) : needs(all);
  }

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
