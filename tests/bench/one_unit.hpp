// SPDX-License-Identifier: Apache-2.0
#pragma once

// One unit at a time out of a record that is written anew for each.

#include <cstddef>  // std::size_t
#include <cstdio>   // std::printf
#include <vector>   // std::vector

#include <norma/assess/judge.hpp>
#include <norma/batch/unit_judge.hpp>
#include <norma/load/load.hpp>

#include "batch/record_of_workload.hpp"
#include "bench/contest.hpp"
#include "bench/real_frame.hpp"

namespace norma_bench {

/// Workload W by a record and by `judge` on facts that are bound, and the real standard
/// out of a frame small enough for the cache.
inline void bench_one_unit(norma::date day, int rounds) {
  constexpr std::size_t units = 1024;
  constexpr std::size_t times = 100;
  const auto w = make_workload(units);
  const auto by = norma::load("tests/bench/workload").standard("w");
  const norma::batch::plan plan(by, {.as_of = day});
  std::vector<workload_record> records;
  std::vector<norma::bound_facts> bound;
  const auto columns = frame_of(w, true, 0, units);
  for (std::size_t i = 0; i < units; ++i) {
    records.push_back(record_at(w, i));
    bound.push_back(norma::bind(by, norma::batch::unit_of(columns, i, by), {day}));
  }
  workload_record record{};
  norma::batch::unit_judge one(plan, frame_of(record));
  const auto real = norma::load("rules/cn-zj").standard("enterprise.large_medium");
  const norma::batch::plan real_plan(real, {.as_of = day});
  const real_frame made(real, units, day);
  norma::batch::unit_judge one_real(real_plan, made.units);
  std::size_t passing = 0;
  std::size_t passing_bound = 0;
  contest both;
  both.add("by `judge` on bound facts", [&] {
    for (const auto& facts : bound) {
      passing_bound += norma::judge(by, facts) == norma::verdict::pass ? times : 0;
    }
  });
  both.add("by a record", [&] {
    for (std::size_t i = 0; i < times * units; ++i) {
      record = records[i % units];
      passing += one.judge() == norma::verdict::pass ? 1 : 0;
    }
  });
  both.add("cn-zj:enterprise.large_medium by a row", [&] {
    for (std::size_t i = 0; i < times / 10 * units; ++i) {
      static_cast<void>(one_real.judge(i % units));
    }
  });
  both.run(rounds);
  const auto millions = [&](std::size_t entry, std::size_t turns) {
    return static_cast<double>(turns * units) / 1e6 / both.seconds_of(entry);
  };
  std::printf("one unit at a time, 12 verdicts of each, row by row %zu\n",
              one.row_by_row());
  expect_none("counts of units that pass", passing == passing_bound ? 0 : 1);
  print_figure("workload W by a record, M units/s", millions(1, times), 4);
  print_figure("workload W by `judge` on bound facts, M units/s", millions(0, 1), 0);
  print_figure("the whole standard by a row, M units/s", millions(2, times / 10), 0);
}

}  // namespace norma_bench
