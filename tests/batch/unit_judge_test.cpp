// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/unit_judge.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <norma/assess/judge.hpp>
#include <norma/core/error.hpp>
#include <norma/load/load.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "batch/record_of_workload.hpp"
#include "bench/counted_memory.hpp"
#include "bench/real_frame.hpp"
#include "catch.hpp"

// One unit at a time out of memory that is used again.

namespace norma_test::unit_judge_test {

using norma::verdict;

namespace {

const norma::date judged_on = *norma::date::of(2024, 3, 31);

}  // namespace

TEST_CASE("a record written anew for each unit gives what columns give") {
  const auto w = norma_bench::make_workload(2048);
  const auto by = norma::load("tests/bench/workload").standard("w");
  const norma::batch::plan plan(by, {.as_of = judged_on});
  const auto found = plan.judge(norma_bench::frame_of(w, true, 0, w.units));
  norma_bench::workload_record record{};
  norma::batch::unit_judge one(plan, norma_bench::frame_of(record));
  std::size_t differing = 0;
  static_cast<void>(one.judge());
  const norma_bench::counted_memory memory;
  for (std::size_t unit = 0; unit < w.units; ++unit) {
    record = norma_bench::record_at(w, unit);
    if (one.judge() != found.at(0, unit)) ++differing;
    for (std::size_t path = 0; path < found.paths.size(); ++path) {
      if (one.verdicts()[path] != found.at(path, unit)) ++differing;
    }
  }
  CHECK(memory.times() == 0);
  CHECK(differing == 0);
  CHECK(one.row_by_row() == 0);
}

TEST_CASE("a standard with lists takes no memory after the first units") {
  const auto by = norma::load("rules/cn-zj").standard("enterprise.large_medium");
  const norma::batch::plan plan(by, {.as_of = judged_on});
  const norma_bench::real_frame made(by, 300, judged_on);
  norma::batch::unit_judge one(plan, made.units);
  for (std::size_t row = 0; row < 150; ++row) static_cast<void>(one.judge(row));
  const norma_bench::counted_memory memory;
  for (std::size_t row = 0; row < 300; ++row) static_cast<void>(one.judge(row));
  CHECK(memory.times() == 0);
  CHECK(one.row_by_row() == 0);
}

TEST_CASE("a row beyond the frame, or a frame that cannot be read, is told") {
  sample_pack words;
  words.count("made");
  const auto by = words.standard(
      {group("g", norma::combine::all, {norma_test::part("p", "made >= 2")})});
  const norma::batch::plan plan(by, {.as_of = today});
  const std::array<std::int32_t, 2> made{1, 2};
  norma::batch::frame units("enterprise", 2);
  units.add("made", norma::batch::integers(made));
  norma::batch::unit_judge one(plan, units);
  CHECK(one.judge(0) == verdict::fail);
  CHECK(one.judge(1) == verdict::pass);
  CHECK_THROWS_AS(one.judge(2), norma::error);
  units.rows = 3;
  CHECK_THROWS_AS(norma::batch::unit_judge(plan, units), norma::rule_error);
}

TEST_CASE("what the scalar engine has to judge is judged by it") {
  sample_pack words;
  words.amount("part").amount("whole");
  const auto by = words.standard(
      {group("g", norma::combine::all, {norma_test::part("p", "part / whole >= 60%")})});
  const norma::batch::plan plan(by, {.as_of = today});
  std::int64_t part = 0;
  std::int64_t whole = 0;
  norma::batch::frame record("enterprise", 1);
  record.add("part", norma::batch::integers({&part, 1}, {}, 2));
  record.add("whole", norma::batch::integers({&whole, 1}, {}, 2));
  norma::batch::unit_judge one(plan, record);
  const auto judged = [&](std::int64_t n, std::int64_t of) {
    part = n;
    whole = of;
    return one.judge();
  };
  CHECK(judged(60, 100) == verdict::pass);
  CHECK(judged(59, 100) == verdict::fail);
  CHECK(judged(60, 0) == verdict::undetermined);
  CHECK(one.row_by_row() == 0);
  CHECK(judged(-61, -100) == verdict::pass);
  CHECK(judged(-59, -100) == verdict::fail);
  CHECK(one.row_by_row() == 2);
}

TEST_CASE("a share of a whole that is not known is not known, whatever lies there") {
  sample_pack words;
  words.amount("part").amount("whole");
  const auto by = words.standard(
      {group("g", norma::combine::all, {norma_test::part("p", "part / whole >= 0")})});
  const norma::batch::plan plan(by, {.as_of = today});
  const std::vector<std::int64_t> part{5, 5}, whole{7, 7};
  const std::vector<std::uint8_t> known{1, 0};
  norma::batch::frame units("enterprise", 2);
  units.add("part", norma::batch::integers(part));
  units.add("whole", norma::batch::integers(whole, known));
  const auto found = plan.judge(units);
  norma::batch::unit_judge one(plan, units);
  for (std::size_t row = 0; row < 2; ++row) {
    const auto expected = row == 0 ? verdict::pass : verdict::undetermined;
    CHECK(found.at(0, row) == expected);
    CHECK(one.judge(row) == expected);
  }
}

TEST_CASE("an item that does not decide has its own verdict") {
  sample_pack words;
  words.count("made").boolean("sound");
  const auto aside = norma_test::part("aside", "made >= 2",
                                      {.when = {}, .strength = norma::strength::goal});
  for (const char* gate : {"", "sound"}) {
    const auto by = words.standard(
        {norma_test::part("sound", "sound"), aside, shown("evidence", {"made"})},
        {.when = gate});
    const norma::batch::plan plan(by, {.as_of = today});
    const std::vector<std::int32_t> made{1, 2, 1, 2};
    const std::vector<std::uint8_t> sound{1, 1, 0, 0}, known{1, 1, 1, 0};
    norma::batch::frame units("enterprise", made.size());
    units.add("made", norma::batch::integers(made, known));
    units.add("sound", norma::batch::booleans(sound));
    const auto found = plan.judge(units, {.reasons = true});
    norma::batch::unit_judge one(plan, units);
    for (std::size_t row = 0; row < units.rows; ++row) {
      const auto all =
          judge_all(by, bind(by, norma::batch::unit_of(units, row, by), {today}));
      CHECK(one.judge(row) == all[0]);
      for (std::size_t path = 0; path < 4; ++path) {
        CHECK(found.at(path, row) == all[path]);
        CHECK(one.verdicts()[path] == all[path]);
        const bool open =
            all[path] == verdict::fail || all[path] == verdict::undetermined;
        CHECK((found.reasons[path][row] >= 0) == open);
      }
    }
  }
}

}  // namespace norma_test::unit_judge_test
