// SPDX-License-Identifier: Apache-2.0
#include <cstdint>  // std::int16_t, std::uint64_t
#include <string>   // std::string

#include "frame_judge.hpp"

// What units score under a scheme, beside the verdicts of its gates.

namespace norma_python {

namespace {

void put(norma::batch::verdicts& to, std::size_t row, norma::verdict is) {
  if (to.bits.empty()) {
    to.columns[0][row] = is;
    return;
  }
  auto& [passes, decided] = to.bits[0];
  const auto bit = std::uint64_t{1} << (row % 64);
  const auto set = [&](std::uint64_t& word, bool on) {
    word = on ? word | bit : word & ~bit;
  };
  using norma::verdict;
  set(passes[row / 64], is == verdict::pass || is == verdict::not_applicable);
  set(decided[row / 64], is == verdict::pass || is == verdict::fail);
}

}  // namespace

void put_overall(const norma::batch::scores& scored, norma::batch::verdicts& found) {
  for (std::size_t row = 0; row < found.rows; ++row) {
    const auto overall = scored.verdicts[row];
    if (overall == found.at(0, row)) continue;
    put(found, row, overall);
    if (found.reasons.empty()) continue;
    // No gate decides: the scheme itself does, by its points.
    const bool tells =
        overall == norma::verdict::fail || overall == norma::verdict::undetermined;
    found.reasons[0][row] = static_cast<std::int16_t>(tells ? 0 : -1);
  }
  found.erring = scored.erring;
  found.erring_rows = scored.erring.size();
}

std::vector<row_texts> score_texts(const norma::batch::scores& scored) {
  std::vector<row_texts> all(score_columns.size());
  for (std::size_t row = 0; row < scored.totals.size(); ++row) {
    if (scored.counted[row] == 0) continue;
    const auto& total = scored.totals[row];
    if (total.decided()) all[0].emplace_back(row, total.low.to_string());
    all[1].emplace_back(row, total.low.to_string());
    all[2].emplace_back(row, total.high.to_string());
    const auto tier = scored.tier[row];
    if (tier >= 0) all[3].emplace_back(row, scored.tiers[static_cast<std::size_t>(tier)]);
  }
  return all;
}

}  // namespace norma_python
