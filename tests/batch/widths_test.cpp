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
#include "batch/agree.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Amounts that need 64 bits, 128, and more: the neighbours of every threshold.

namespace norma_test::widths_test {

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
  if (sanitized) all.erase(all.begin(), all.end() - 15);
  return all;
}

sample_pack two_amounts() {
  sample_pack s;
  s.amount("part").amount("whole").amount("third");
  return s;
}

/// Each pair of the values as a row of `is`.
void agree_on_pairs(sample_pack words, const std::vector<std::int64_t>& values,
                    const char* condition, layout is, int scale) {
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
  const auto by = words.standard(
      {group("g", norma::combine::all, {norma_test::part("p", condition)})});
  const norma::batch::plan plan(by, {.as_of = today});
  CHECK(plan.explain().empty());
  const auto singly = judged_singly(by, units, today);
  norma::batch::unit_judge one(plan, units);
  std::vector<norma::verdict> one_by_one;
  for (std::size_t row = 0; row < units.rows; ++row) {
    one_by_one.push_back(one.judge(row));
  }
  CHECK(one_by_one == singly);
  for (const auto& set : norma::batch::instruction_sets()) {
    const auto found = plan.judge(units, {.instructions = set});
    INFO(condition << " as layout " << static_cast<int>(is) << " by " << set);
    CHECK(found.columns[0] == singly);
  }
}

void agree_on_pairs(const char* condition, layout is, int scale) {
  agree_on_pairs(two_amounts(), extremes(), condition, is, scale);
}

/// Of facts that have a range, whose extent is found while they are compared: all values
/// within it, or some beyond one of its ends.
void agree_on_ranges(const char* condition, layout is) {
  sample_pack words;
  words.count("part").count("whole", {.range = between(number{-3}, number{70000})});
  words.count("third");
  const std::vector<std::int64_t> within{0, 1, 2, 3, 59, 60, 61, 100, 101, 32767, 65536};
  agree_on_pairs(words, within, condition, is, 0);
  for (const std::int64_t beyond :
       {std::int64_t{-1}, std::int64_t{-4}, std::int64_t{70001}, std::int64_t{1} << 23,
        std::int64_t{std::numeric_limits<std::int32_t>::max()},
        std::int64_t{std::numeric_limits<std::int32_t>::min()}}) {
    auto values = within;
    values.push_back(beyond);
    agree_on_pairs(words, values, condition, is, 0);
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

TEST_CASE("ranges hold, whatever looks at the values first") {
  for (const layout is : {layout::int32, layout::int64}) {
    const std::vector<const char*> conditions{
        "part >= 60",
        "part <= 60",
        "whole < 3",
        "whole > -1",
        "part = 60",
        "part >= whole",
        "whole >= part",
        "part = whole",
        "part * 100 >= whole * 60",
        "part * 3 - whole * 5 >= 7",
        "part * 40000 >= whole * 39999",
        "part * 3000000000 > whole",
        "part / whole >= 60%",
        "rate(part, third) >= 60%",
        "part >= whole and part <= third and part * 2 >= third",
        "part + whole + third >= 100"};
    for (const char* condition : tried(conditions, 5)) {
      agree_on_ranges(condition, is);
    }
  }
}

TEST_CASE("a column has as many decimals as it says, or as many zeros") {
  sample_pack words;
  words.plain_number("part").plain_number("whole").plain_number("third");
  const std::vector<std::int64_t> values{0,
                                         1,
                                         -1,
                                         4,
                                         5,
                                         6,
                                         500,
                                         -500,
                                         5000,
                                         1 << 30,
                                         std::numeric_limits<std::int64_t>::max(),
                                         std::numeric_limits<std::int64_t>::min()};
  for (const int scale : tried<int>({18, 19, 20, 38, -1, -2, -20}, 3)) {
    for (const char* condition : {"part >= 5", "part > 0.05", "part >= whole",
                                  "part / whole >= 60%", "part + whole - third >= 0"}) {
      INFO(scale << ": " << condition);
      agree_on_pairs(words, values, condition, layout::int64, scale);
    }
  }
}

TEST_CASE("decimals of 128 bits are beyond those of 64") {
  // Halves, the low ones first: 2^64 and one to each side, the same below 0, the ends.
  const std::vector<std::uint64_t> halves{
      0,     1,     ~0ULL, 0,          1, 1, 0, ~0ULL,      1,     ~0ULL,
      ~0ULL, ~1ULL, 0,     1ULL << 63, 5, 0, 0, 1ULL << 62, ~0ULL, ~(1ULL << 63)};
  sample_pack words;
  words.plain_number("level").plain_number("other");
  std::vector<node_spec> parts;
  for (const char* condition :
       {"level >= 18446744073709551616", "level > 18446744073709551615",
        "level = 18446744073709551617", "level <= -18446744073709551616", "level < 0",
        "level + other > 18446744073709551616", "level in [4..6]"}) {
    parts.push_back(part("p" + std::to_string(parts.size()), condition));
  }
  const auto by = words.standard(parts);
  const norma::batch::plan plan(by, {.as_of = today});
  for (const int scale : {0, 2, 38}) {
    column_store store;
    norma::batch::column levels;
    levels.is = layout::decimal128;
    levels.length = halves.size() / 2;
    levels.values = halves.data();
    levels.scale = scale;
    norma::batch::frame units("enterprise", levels.length);
    units.add("level", levels);
    units.add("other", store.numbers(layout::int64, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
    const auto found = plan.judge(units);
    for (std::size_t row = 0; row < units.rows; ++row) {
      const auto report = plan.explain(units, row);
      for (std::size_t path = 1; path < found.paths.size(); ++path) {
        INFO(found.paths[path] << ", row " << row << ", scale " << scale);
        CHECK(found.at(path, row) ==
              norma::find_node(report, found.paths[path])->verdict);
      }
    }
    if (scale != 0) continue;
    CHECK(found.at(1, 0) == norma::verdict::pass);
    CHECK(found.at(1, 1) == norma::verdict::fail);
    CHECK(found.at(3, 2) == norma::verdict::pass);
    CHECK(found.at(7, 7) == norma::verdict::pass);
  }
}

}  // namespace norma_test::widths_test
