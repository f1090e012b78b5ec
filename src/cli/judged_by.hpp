// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>   // std::uint32_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/assess/verdict.hpp>
#include <norma/rule/pack.hpp>

#include "console.hpp"
#include "criterion.hpp"
#include "summary.hpp"

namespace norma::cli {

/// What many units are judged by, the facts that it asks for, and the titles of its
/// items.
struct judged_by {
  criterion by;
  std::vector<std::uint32_t> asks;
  std::vector<std::string> titles;
};

/// All of the pack, or the one that is `wanted`; nothing, and said, if it has none such.
[[nodiscard]] std::optional<std::vector<judged_by>> choose_criteria(
    const pack& by, const std::string& wanted, console& to);

/// Counts the deciding parts of a standard that apply, and those judged among them;
/// `verdicts` are in the order of a walk, a node and then its members.
void count_parts(const criterion& by, const std::vector<verdict>& verdicts,
                 summary_row& row);

/// The items that keep the unit from passing, by id and by title:
/// `✗ employment  ? training`. Their titles go to the summary.
void name_items(const judged_by& of, const std::vector<verdict>& verdicts, language lang,
                summary_row& row, summary& all);

}  // namespace norma::cli
