// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Lists of any length, whose elements lie anywhere in the words of bits.

namespace norma_test::list_lengths_test {

using norma::verdict;
using norma::batch::frame;
using norma::batch::plan;

TEST_CASE("quantifiers and counts over lists of any length are as one by one") {
  std::mt19937 chance(11);  // NOLINT: the same each time
  const auto below = [&](std::size_t n) { return chance() % n; };
  sample_pack words;
  words.list_of_numbers("sizes");
  // Lengths about those at which a loop changes, and few elements that decide.
  const std::vector<std::int64_t> lengths_tried{0,  1,  2,  3,  7,  8,  56,
                                                57, 58, 63, 64, 65, 130};
  for (const std::size_t rows : tried<std::size_t>({1, 7, 64, 130, 203}, 2)) {
    for (const std::size_t longest : {4U, 10U, 13U}) {
      std::vector<std::optional<std::int64_t>> lengths, numbers;
      for (std::size_t row = 0; row < rows; ++row) {
        lengths.emplace_back(lengths_tried[below(longest)]);
        const std::size_t seldom = 1 + below(80);
        for (std::int64_t i = 0; i < *lengths.back(); ++i) {
          numbers.emplace_back(below(seldom) == 0 ? 0 : 1);
          if (below(60) == 0) numbers.back() = std::nullopt;
        }
      }
      column_store store;
      frame units("enterprise", rows);
      units.add("sizes", store.lists(lengths, store.numbers(layout::int8, numbers)));
      for (const char* const condition :
           {"every s in sizes satisfies s > 0", "some s in sizes satisfies s = 0",
            "count(sizes[item = 0]) >= 1", "count(sizes[item = 0]) >= 2",
            "every s in sizes satisfies s >= 0", "some s in sizes satisfies s < 0"}) {
        const plan by(words.standard({part("p", condition)}), {.as_of = today});
        std::vector<verdict> reported;
        for (std::size_t row = 0; row < rows; ++row)
          reported.push_back(by.explain(units, row).tree.verdict);
        for (const auto& set : norma::batch::instruction_sets()) {
          INFO(condition << ", " << rows << " rows, " << set);
          const auto found = by.judge(units, {.instructions = set});
          CHECK(found.row_by_row == 0);
          CHECK(found.columns[0] == reported);
        }
      }
    }
  }
}

}  // namespace norma_test::list_lengths_test
