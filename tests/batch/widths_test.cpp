// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <norma/assess/judge.hpp>
#include <norma/batch/plan.hpp>
#include <norma/batch/unit_judge.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Amounts that need 64 bits, 128, and more: the neighbours of every threshold.

using namespace norma_test;
using cells = std::vector<std::optional<std::int64_t>>;

namespace {

/// Around 0, the ends of 32 bits, of doubles' integers and of 64 bits.
std::vector<std::int64_t> extremes() {
  std::vector<std::int64_t> all;
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const auto around = {std::int64_t{0},       std::int64_t{1} << 31,
                       std::int64_t{1} << 53, std::int64_t{1} << 57,
                       std::int64_t{1} << 61, std::int64_t{1} << 62};
  for (const std::int64_t n : around) {
    for (const std::int64_t by : {-1, 0, 1}) {
      all.push_back(n + by);
      all.push_back(-n - by);
    }
  }
  for (const std::int64_t n : {most / 3, most / 5 * 3, most - 1, most}) {
    all.push_back(n);
    all.push_back(-n);
  }
  all.push_back(std::numeric_limits<std::int64_t>::min());
  return all;
}

sample_pack two_amounts() {
  sample_pack s;
  s.amount("part").amount("whole").amount("third");
  return s;
}

/// Each pair of extremes as a row of `is`.
void agree_on_pairs(const char* condition, layout is, int scale) {
  const auto values = extremes();
  cells part, whole, third;
  for (const auto a : values) {
    for (const auto b : values) {
      part.emplace_back(a);
      whole.emplace_back(b);
      third.emplace_back(a / 2 - b / 2);
    }
  }
  column_store store;
  norma::batch::frame units("enterprise", part.size());
  units.add("part", store.numbers(is, part, 3, scale));
  units.add("whole", store.numbers(is, whole, 0, scale));
  units.add("third", store.numbers(is, third, 0, scale));
  auto words = two_amounts();
  const auto by = words.standard(
      {group("g", norma::combine::all, {norma_test::part("p", condition)})});
  const norma::batch::plan plan(by, {.as_of = today});
  CHECK(plan.explain().empty());
  norma::batch::unit_judge one(plan, units);
  std::size_t differing_one = 0;
  for (std::size_t row = 0; row < units.rows; ++row) {
    const auto given = norma::batch::unit_of(units, row, by);
    if (one.judge(row) != judge(by, bind(by, given, {today}))) ++differing_one;
  }
  CHECK(differing_one == 0);
  for (const auto& set : norma::batch::instruction_sets()) {
    const auto found = plan.judge(units, {.instructions = set});
    std::size_t differing = 0;
    for (std::size_t row = 0; row < units.rows; ++row) {
      const auto given = norma::batch::unit_of(units, row, by);
      if (found.columns[0][row] != judge(by, bind(by, given, {today}))) ++differing;
    }
    INFO(condition << " as layout " << static_cast<int>(is) << " by " << set);
    CHECK(differing == 0);
  }
}

}  // namespace

TEST_CASE("products beyond 64 and 128 bits are exact") {
  for (const char* condition :
       {"part >= whole", "part = whole", "part * 3 - whole * 5 >= 7",
        "part + whole > 0.01", "part / whole >= 60%",
        "part / whole < 33.333333333333333333%",
        "part * 123456789012345678 >= whole * 123456789012345677",
        "part + whole - third >= 0", "part >= 92233720368547758.07",
        "part > 1000000000000000000000000000000", "rate(part, whole) = 60%"}) {
    agree_on_pairs(condition, layout::int64, 2);
  }
  agree_on_pairs("part * 3 - whole * 5 >= 7", layout::int64, 0);
  agree_on_pairs("part / whole >= 60%", layout::decimal128, 2);
  agree_on_pairs("part - whole >= 0.01", layout::float64, 2);
}
