// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>       // std::array
#include <cstddef>     // std::size_t
#include <filesystem>  // std::filesystem::path
#include <set>         // std::set
#include <string>      // std::string
#include <vector>      // std::vector

#include <norma/assess/verdict.hpp>

#include "findings.hpp"
#include "results.hpp"
#include "units.hpp"

namespace norma::cli {

/// Units by verdict, of a standard and of each of its items.
struct verdict_tally {
  using counts = std::array<std::size_t, 4>;
  std::vector<counts> paths;  ///< the standard, then its items

  void add(std::size_t path, verdict v) {
    if (paths.size() <= path) paths.resize(path + 1);
    ++paths[path][static_cast<std::size_t>(v)];
  }
  void add(const verdict_tally& other);
};

/// What became of some units.
struct bulk_outcome {
  std::string rows;  ///< as they are written
  std::vector<row_finding> findings;
  std::size_t more_findings = 0;       ///< that are not among them
  std::vector<verdict_tally> tallies;  ///< by criterion
  std::size_t units = 0;               ///< rows with one, read or not
  std::size_t unread = 0;
  std::size_t erring = 0;            ///< with facts in error, judged all the same
  std::size_t others = 0;            ///< to which no standard applies
  std::set<std::string> facts = {};  ///< of which something is said
  std::set<std::filesystem::path> member_files = {};  ///< that units name
  bool wrong_kind = false;  ///< some are not of the standard's kind
  bool has_errors = false;  ///< some could not be read
};

/// Judges the units, by columns what lies in columns. May throw `rule_error`.
[[nodiscard]] bulk_outcome judge_units(unit_store& units, const result_writer& writer);

}  // namespace norma::cli
