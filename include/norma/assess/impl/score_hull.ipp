// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sums of points of which some may be left out, as exact ranges.

#include <algorithm>  // std::any_of, std::sort
#include <bit>        // std::bit_width
#include <cstddef>    // std::size_t
#include <optional>   // std::optional
#include <utility>    // std::pair
#include <vector>     // std::vector

#include <norma/assess/impl/point_sums.ipp>
#include <norma/assess/score.hpp>
#include <norma/value/number_steps.hpp>
#include <norma/value/partial.hpp>
#include <norma/value/value.hpp>

namespace norma::detail {

/// Whether points count towards a sum: they do, they are left out, or that is
/// open.
enum class presence { in, out, open };

/// Points out of points, and whether they count.
struct share {
  score_range earned;
  number points;
  presence counts = presence::in;
};

/// Whether any of the shares counts. One without points carries nothing, unless
/// none of them has any.
[[nodiscard]] inline presence presence_of(const std::vector<share>& shares) {
  const bool pointless = std::all_of(shares.begin(), shares.end(),
                                     [](const share& s) { return s.points.sign() == 0; });
  bool open = false;
  for (const share& s : shares) {
    if (s.points.sign() == 0 && !pointless) continue;
    if (s.counts == presence::in) return presence::in;
    open = open || s.counts == presence::open;
  }
  return open ? presence::open : presence::out;
}

/// The greatest sum of earned ÷ sum of points over every choice of the open
/// shares, or the least one: of fractions put together by
/// numerators and denominators, each helps that lies above what is there, so
/// the best ones are taken as long as they help. Needs one share that is not
/// out, or nothing comes of it; nor does it of what `sums` can not tell.
[[nodiscard]] inline std::optional<number> best_ratio(const std::vector<share>& shares,
                                                      bool greatest, point_sums& sums) {
  const auto end = [&](const share& s) {
    return greatest ? s.earned.high : number{} - s.earned.low;
  };
  std::optional<number> earned{number{}}, points{number{}};
  const auto add = [&](const number& more, const number& of) {
    earned = sums.sum(*earned, more);
    points = earned ? sums.sum(*points, of) : std::nullopt;
    return points.has_value();
  };
  std::vector<std::pair<number, number>> open;
  std::size_t work = 0;  // of a comparison with each
  for (const share& s : shares) {
    if (s.points.sign() == 0) continue;
    if (s.counts == presence::in) {
      if (!add(end(s), s.points)) return std::nullopt;
    } else if (s.counts == presence::open) {
      open.emplace_back(end(s), s.points);
      work += 3 * work_of(open.back().first, s.points);
    }
  }
  if (!sums.takes(work * std::bit_width(open.size()))) return std::nullopt;
  std::sort(open.begin(), open.end(), [](const auto& a, const auto& b) {
    return a.first * b.second > b.first * a.second;
  });
  for (const auto& [more, of] : open) {
    if (points->sign() != 0) {
      const auto here = sums.product(*earned, of);
      const auto there = here ? sums.product(more, *points) : std::nullopt;
      if (!there) return std::nullopt;
      if (*there <= *here) break;
    }
    if (!add(more, of)) return std::nullopt;
  }
  const auto ratio = points->sign() == 0 ? std::nullopt : sums.quotient(*earned, *points);
  if (!ratio || greatest) return ratio;
  return number{} - *ratio;
}

/// The sum of what is earned where everything counts; where something is left
/// out, or may be, the rest stands for the whole `worth`. Nothing if nothing
/// counts, whatever is still open; from 0 to `most_of_all` where `sums` can not tell.
[[nodiscard]] inline std::optional<score_range> rescale(const std::vector<share>& shares,
                                                        const number& worth,
                                                        const number& most_of_all,
                                                        point_sums& sums) {
  if (presence_of(shares) == presence::out) return std::nullopt;
  const score_range any{number{}, most_of_all};
  const bool whole = std::all_of(shares.begin(), shares.end(),
                                 [](const share& s) { return s.counts == presence::in; });
  if (whole) {
    std::optional<score_range> sum{score_range{}};
    for (const share& s : shares) {
      sum = sums.sum(*sum, s.earned);
      if (!sum) return any;
    }
    return sum;
  }
  const auto least = best_ratio(shares, false, sums);
  const auto most = least ? best_ratio(shares, true, sums) : std::nullopt;
  const auto low = most ? sums.product(*least, worth) : std::nullopt;
  const auto high = low ? sums.product(*most, worth) : std::nullopt;
  return high ? score_range{*low, *high} : any;
}

/// The score as a value of the rule language: its number where it is decided,
/// else an unknown number between its ends.
[[nodiscard]] inline value bounded_number(const score_range& r) {
  if (r.decided()) return r.low;
  return value::unknown(nullptr, {.bounds = number_bounds{r.low, r.high}});
}

}  // namespace norma::detail
