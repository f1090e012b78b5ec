// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Which rows with facts in error are kept, and that their columns stay as they are.

namespace norma_test::erring_rows_test {

using norma::batch::frame;
using norma::batch::plan;

namespace {

using rows = std::vector<std::size_t>;

plan plan_of(const std::string& require, const std::string& when = {}) {
  sample_pack s;
  s.count("due").boolean("sound");
  return {
      s.standard({group("g", norma::combine::all, {part("p", require)})}, {.when = when}),
      {.as_of = today}};
}

}  // namespace

TEST_CASE("rows that the standard is not for are not looked at") {
  column_store store;
  const auto by = plan_of("due >= 1", "sound");
  frame units("enterprise", 3);
  units.add("due", store.numbers(layout::int32, {-1, -1, -1}));
  units.add("sound", store.booleans(true, {0, 1, std::nullopt}));
  CHECK(by.judge(units).erring == rows{1, 2});
}

TEST_CASE("of many rows in error the first are told, whoever finds them") {
  column_store store;
  const auto by = plan_of("due >= 1");
  const std::size_t n = 50'000;
  frame units("enterprise", n);
  std::vector<std::optional<std::int64_t>> due(n, 3);
  for (std::size_t row = 0; row < n; row += 5) due[row] = -1;
  units.add("due", store.numbers(layout::int32, due));
  for (const unsigned threads : {1U, 4U}) {
    for (const auto& set : norma::batch::instruction_sets()) {
      const auto found =
          by.judge(units, {.threads = threads, .rows_a_block = 64, .instructions = set});
      CHECK(found.erring_rows == n / 5);
      REQUIRE(found.erring.size() == 100);
      for (std::size_t i = 0; i < 100; ++i) CHECK(found.erring[i] == 5 * i);
    }
  }
  CHECK(by.judge(units, {.most_erring = 2}).erring == rows{0, 5});
}

TEST_CASE("marks that lie as whole words are read and not written") {
  column_store store;
  const auto by = plan_of("due >= 1 and sound");
  const std::size_t n = 256;
  std::vector<std::optional<std::int64_t>> due(n, 3), sound(n, 1);
  for (std::size_t row = 0; row < n; row += 7) due[row] = -1;
  for (std::size_t row = 0; row < n; row += 11) due[row] = sound[row] = std::nullopt;
  frame units("enterprise", n);
  const auto numbers = store.numbers(layout::int32, due);
  REQUIRE(reinterpret_cast<std::uintptr_t>(numbers.valid_bits) % 8 == 0);
  units.add("due", numbers);
  units.add("sound", store.booleans(true, sound));
  const std::string before(reinterpret_cast<const char*>(numbers.valid_bits), n / 8);
  for (const std::size_t rows_a_block : {std::size_t{64}, std::size_t{192}}) {
    const auto found = by.judge(units, {.rows_a_block = rows_a_block});
    for (std::size_t row = 0; row < n; ++row) {
      const bool blank = row % 11 == 0;
      const bool wrong = row % 7 == 0 && !blank;
      INFO(row);
      CHECK(found.at(0, row) ==
            (blank || wrong ? norma::verdict::undetermined : norma::verdict::pass));
    }
    CHECK(found.erring_rows == 33);  // 37 of seven rows each, 4 of them blank
  }
  CHECK(before == std::string(reinterpret_cast<const char*>(numbers.valid_bits), n / 8));
}

}  // namespace norma_test::erring_rows_test
