// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/load/load.hpp>

#include "layered.hpp"

// A standard `own` of `low` that refines `up:enterprise`.

namespace norma_test {

inline constexpr const char* refining = "refines: up:enterprise\n";
inline constexpr const char* authorized =
    "refines: up:enterprise\nderogation: {authority: {document: d-up, clause: 八}}\n";
/// The same with nothing of the upper standard kept but what parts name.
inline constexpr const char* dropping =
    "refines: up:enterprise\nderogation: {authority: {document: d-up, clause: 八}}\n"
    "drops: [{part: contracts, note: {zh: 无}}]\n";

/// A part `p` with one more line.
inline std::string part_with(const std::string& line) {
  return "      - id: p\n        title: {zh: 率}\n        require: sound\n" +
         (line.empty() ? std::string() : "        " + line + "\n");
}

/// The codes of the findings of a standard `own` of `low`.
inline std::string found(const std::string& members, const std::string& head,
                         const std::string& unit = "enterprise") {
  const layered f(
      {{"low/own.yaml", standard_of("own", members, "{from: 2023-06-30}", unit, head)}});
  return codes(norma::try_load(f.path() / "low").diagnostics);
}

}  // namespace norma_test
