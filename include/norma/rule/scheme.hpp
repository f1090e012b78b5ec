// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::pair
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/check.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/standard.hpp>
#include <norma/value/number.hpp>

namespace norma {

/// How a scored part earns its points (design section 5.1).
enum class scoring {
  requirement,  ///< all of them or none
  bands,        ///< by the stretch in which a value lies
  grades,       ///< by the value of a category
  loss,         ///< all of them, less so many for each step
};

/// What a scored part is worth that does not apply to the unit.
enum class inapplicable {
  full,      ///< its points
  left_out,  ///< nothing, and the rest of its block counts for the whole
  zero,
};

/// How steps of a loss are counted: a step that has begun counts, only full
/// steps count, or parts of a step count for their part.
enum class loss_count { begun, full, proportional };

/// A stretch of values and what it is worth.
struct score_band {
  expr::expression test;  ///< unary tests of the part's `of`
  number points;
  source_span where;
};

/// A scored part. `node` is the part as standards have it: path, title,
/// clause, decisions, days in force, guard, and the requirement where it
/// scores by one.
struct scored_part {
  rule_node node;
  number points;  ///< what it is worth at most
  scoring by = scoring::requirement;
  std::optional<expr::expression> of;  ///< what bands, grades and losses look at
  std::vector<score_band> bands;
  std::vector<std::pair<std::string, number>> grades;  ///< by id of the category
  number lost_points;                                  ///< for each step of a loss
  number step;
  loss_count count = loss_count::begun;
  norma::inapplicable inapplicable = norma::inapplicable::full;
};

/// Parts whose points are added up, with what is needed of their sum.
struct score_block {
  std::string id;
  text title;
  citation cite;
  number points;  ///< what it is worth at most
  std::optional<number> floor;
  std::vector<scored_part> parts;
};

/// Points beside the blocks: added (bonus) or taken away (deductions), `max`
/// at most.
struct score_extra {
  citation cite;
  number max;
  std::vector<scored_part> parts;
};

/// A level that a score reaches, best first: tests `total` and block ids.
struct score_tier {
  std::string id;
  text title;
  expr::expression when;
};

/// How scores of blocks and the total are rounded, where a scheme says so.
struct score_rounding {
  int scale = 0;
  rounding mode = rounding::half_up;
};

/// A scoring scheme (design section 5.1): what must hold beforehand, points by
/// blocks, and what the sum is worth.
struct scheme_definition {
  /// Title, clause, days, guard, and as its members `admission` (all of) and
  /// `veto` (none of), where the scheme has them.
  standard_definition gates;
  std::vector<score_block> blocks;
  std::optional<score_extra> bonus, deductions;
  std::optional<score_rounding> round;
  number points;  ///< of all blocks together; a `pack` adds them up
  /// At most so many points of the blocks before the total is rounded: where all of them
  /// count, and where some may be left out. Added up by a `pack`, too.
  number most, most_of_some;
  /// What `pass` and the tiers can name: the total, blocks, bonus, deductions.
  vocabulary results;
  std::optional<expr::expression> pass;
  std::vector<score_tier> tiers;

  /// Calls `visit` with every scored part: those of the blocks, of the bonus,
  /// of the deductions.
  template <class Visit>
  void each_part(const Visit& visit) const {
    for (const score_block& block : blocks) {
      for (const scored_part& part : block.parts) visit(part);
    }
    for (const auto* extra : {&bonus, &deductions}) {
      if (!*extra) continue;
      for (const scored_part& part : (*extra)->parts) visit(part);
    }
  }
};

}  // namespace norma
