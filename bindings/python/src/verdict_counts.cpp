// SPDX-License-Identifier: Apache-2.0
#include "verdict_counts.hpp"

#include <algorithm>  // std::min
#include <bit>        // std::popcount
#include <cstdint>    // std::uint64_t

namespace norma_python {

namespace {

/// Of 64 rows in two bits: which of them there are is in `rows`.
void count_word(std::uint64_t passes, std::uint64_t decided, std::uint64_t rows,
                verdict_counts& to) {
  const auto add = [&](norma::verdict which, std::uint64_t bits) {
    to[static_cast<std::size_t>(which)] +=
        static_cast<std::size_t>(std::popcount(bits & rows));
  };
  add(norma::verdict::pass, passes & decided);
  add(norma::verdict::fail, ~passes & decided);
  add(norma::verdict::not_applicable, passes & ~decided);
  add(norma::verdict::undetermined, ~passes & ~decided);
}

/// Many at once: in bytes, in as many as those can count.
void count_codes(const std::vector<norma::verdict>& all, verdict_counts& to) {
  constexpr std::size_t at_once = 255;
  for (std::size_t first = 0; first < all.size(); first += at_once) {
    const std::size_t rows = std::min(at_once, all.size() - first);
    std::uint8_t passes = 0, fails = 0, open = 0;
    for (std::size_t i = first; i < first + rows; ++i) {
      passes = static_cast<std::uint8_t>(passes + (all[i] == norma::verdict::pass));
      fails = static_cast<std::uint8_t>(fails + (all[i] == norma::verdict::fail));
      open = static_cast<std::uint8_t>(open + (all[i] == norma::verdict::undetermined));
    }
    to[static_cast<std::size_t>(norma::verdict::pass)] += passes;
    to[static_cast<std::size_t>(norma::verdict::fail)] += fails;
    to[static_cast<std::size_t>(norma::verdict::undetermined)] += open;
    to[static_cast<std::size_t>(norma::verdict::not_applicable)] +=
        rows - passes - fails - open;
  }
}

}  // namespace

void count(const norma::batch::verdicts& in, std::vector<verdict_counts>& to) {
  for (std::size_t column = 0; column < to.size(); ++column) {
    if (in.bits.empty()) {
      count_codes(in.columns[column], to[column]);
      continue;
    }
    const auto& bits = in.bits[column];
    for (std::size_t row = 0; row < in.rows; row += 64) {
      const std::size_t rest = in.rows - row;
      const auto rows = rest < 64 ? (std::uint64_t{1} << rest) - 1 : ~std::uint64_t{0};
      count_word(bits.passes[row / 64], bits.decided[row / 64], rows, to[column]);
    }
  }
}

void count_erring(const norma::batch::verdicts& in, verdict_counts& to) {
  for (const std::size_t row : in.erring) ++to[static_cast<std::size_t>(in.at(0, row))];
}

void count_turns(const norma::batch::verdicts& before, const norma::batch::verdicts& now,
                 std::size_t column, verdict_turns& to) {
  for (std::size_t row = 0; row < now.rows; ++row) {
    const auto was = static_cast<std::size_t>(before.at(column, row));
    ++to[was][static_cast<std::size_t>(now.at(column, row))];
  }
}

}  // namespace norma_python
