// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <map>      // std::map
#include <string>   // std::string
#include <utility>  // std::pair
#include <vector>   // std::vector

#include <norma/assess/score.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/text.hpp>
#include <norma/value/date.hpp>

#include "console.hpp"

namespace norma {
struct rule_node;
}

namespace norma::cli {

/// A unit judged by a standard, on one line.
struct summary_row {
  std::string unit, id;
  std::string standard = "-";
  verdict is = verdict::not_applicable;
  std::size_t decided = 0, applicable = 0;  ///< the evaluated share
  std::string items = {};                   ///< those that fail or are open, by id
  std::string titles = {};                  ///< the same by clause and title
};

/// What became of many units.
struct summary {
  date as_of;
  std::vector<summary_row> rows;
  std::size_t counts[4] = {};  ///< by verdict
  std::size_t erring = 0;      ///< with facts in error, judged all the same
  std::size_t unread = 0;
  /// By standard and item: clause and title of items that rows name.
  std::map<std::string, std::map<std::string, std::string>> titles = {};
};

/// `⑥ Employment`; the clause without what it shares with the standard's.
[[nodiscard]] std::string item_heading(const rule_node& item, const rule_node& root,
                                       language lang);

/// `91.5/100 A`; `80–90/100` where points are open.
[[nodiscard]] std::string score_words(const scheme_score& score);

/// The summary as `text`, `md` or `html`; text in lines of `width` columns at
/// most (0: no limit).
[[nodiscard]] std::string render_summary(const summary& all, const std::string& format,
                                         const console& to, std::size_t width);

/// That no standard of a pack applies to the unit, and why for each: as
/// `text`, `md`, `html`, or in JSON an array without a report.
[[nodiscard]] std::string render_nothing(
    const std::string& sentence,
    const std::vector<std::pair<std::string, text>>& standards, const std::string& format,
    const console& to);

}  // namespace norma::cli
