// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/value/cause.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// A list of a stranger may hold nothing but errors.

namespace norma_test::many_errors_test {

TEST_CASE("of very many values in error the first hundred are told, and soon") {
  const std::size_t many = sanitized ? 100'000 : 450'000;
  column_store store;
  const std::vector<std::optional<std::int64_t>> below(many, -1);
  norma::batch::frame units("enterprise", 2);
  units.add("sizes", store.lists({static_cast<std::int64_t>(many), 0},
                                 store.numbers(layout::int32, below)));
  sample_pack s;
  const auto by = s.list_of_numbers("sizes").standard({part("p", "count(sizes) >= 1")});
  limits one_by_one;  // so few steps that the row is left to the scalar engine
  one_by_one.evaluation_steps = sanitized ? 1'100'000 : 5'000'000;
  const norma::batch::plan plan_of_it(by, {.as_of = today, .bounds = one_by_one});
  const auto start = std::chrono::steady_clock::now();
  const auto found = plan_of_it.judge(units);
  CHECK(found.row_by_row == 1);
  CHECK(found.erring == std::vector<std::size_t>{0});
  const auto told = plan_of_it.data_errors(units, 0);
  REQUIRE(told.size() == most_causes + 1);
  CHECK(told.front().fact == "sizes[1]");
  CHECK(told[most_causes - 1].fact == "sizes[100]");
  CHECK(told.back().code == "N0688");
  CHECK(told.back().fact.empty());
  // Each compared with all before it they would take some minutes, and many of them where
  // sanitizers look on.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}

}  // namespace norma_test::many_errors_test
