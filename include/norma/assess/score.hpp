// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/number.hpp>

namespace norma {

/// All that a score may still be, both ends included; one number if they are
/// equal. Exact: both ends can be reached.
struct score_range {
  number low, high;
  [[nodiscard]] bool decided() const { return low == high; }
  friend bool operator==(const score_range&, const score_range&) = default;
};

/// A scored part in a report. `verdict` is pass where it earns all its points,
/// fail where it loses some, not_applicable where it does not apply (`earned`
/// is what the scheme then gives), undetermined where that is open.
struct part_score {
  std::string path;
  text title;
  citation cite;
  norma::verdict verdict = norma::verdict::undetermined;
  number points;              ///< what it is worth at most
  score_range earned;         ///< of deductions: what is taken away
  bool left_out = false;      ///< does not apply and does not count
  text why;                   ///< for readers: what the points follow from
  std::vector<cause> causes;  ///< of an undetermined one, never empty then
};

/// A block, the bonus or the deductions. `floor` and `reached`: what is needed
/// of a block and whether it is there.
struct block_score {
  std::string id;
  text title;
  number points;  ///< of a block: its worth; of bonus and deductions: their limit
  score_range earned;
  bool left_out = false;  ///< nothing in it applies
  std::optional<number> floor;
  norma::verdict reached = norma::verdict::not_applicable;
  std::vector<part_score> parts;
};

/// Whether a tier is reached.
struct tier_score {
  std::string id;
  text title;
  norma::verdict reached = norma::verdict::undetermined;
};

/// What is short of a tier or a pass: `by` points of `of` (the total, a block).
struct score_shortfall {
  std::string of;
  text label;
  number by;
};

/// The points of a unit under a scheme, and what they lead to.
struct scheme_score {
  score_range total;
  number points;  ///< of all blocks together
  std::vector<block_score> blocks;
  std::optional<block_score> bonus, deductions;
  std::optional<norma::verdict> passed;     ///< the test `pass`, where there is one
  std::vector<score_shortfall> pass_needs;  ///< what is short of it, as `next_needs`
  std::vector<tier_score> tiers;            ///< best first
  /// The best tier that is reached for sure; empty if none, or if it is open
  /// whether a better one is.
  std::string tier;
  std::string next_tier;                    ///< the one above, if any
  std::vector<score_shortfall> next_needs;  ///< what is short of it at the least score
  /// Why sums of points are wider than those of the parts: one took too long, or would
  /// be too long a number; and why `pass` or a tier is open where the points are not why.
  std::vector<cause> causes;

  /// The blocks, then bonus and deductions where the scheme has them.
  [[nodiscard]] std::vector<const block_score*> all_blocks() const;
  /// Whether it is open which tier the unit has, if any; `overall` is the
  /// verdict of the scheme.
  [[nodiscard]] bool tier_is_open(verdict overall) const;
};

struct bound_facts;

/// A score and the verdict of the scheme: fail if a gate, a floor or `pass` fails,
/// else undetermined if one of them is open, else pass; not_applicable if no scored
/// part applies and no gate fails.
struct scored {
  scheme_score score;
  verdict overall;
};

/// Counts the points of `facts` by `by`; `gates` is the verdict of admission and veto.
[[nodiscard]] scored score(const scheme& by, const bound_facts& facts, verdict gates);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/score.ipp>
#endif
