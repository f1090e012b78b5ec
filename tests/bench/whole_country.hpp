// SPDX-License-Identifier: Apache-2.0
#pragma once

// As many units as a country has, as Arrow record batches; and what ten times the units
// and ten times the rules take.

#include <algorithm>   // std::min
#include <cstddef>     // std::size_t
#include <cstdint>     // std::int64_t
#include <cstdio>      // std::printf
#include <filesystem>  // std::filesystem::temp_directory_path
#include <fstream>     // std::ofstream
#include <memory>      // std::unique_ptr
#include <string>      // std::string
#include <vector>      // std::vector

#include <unistd.h>  // getpid

#include <norma/batch/arrow.hpp>
#include <norma/batch/plan.hpp>
#include <norma/load/load.hpp>

#include "batch/arrow_batch.hpp"
#include "batch/workload_frame.hpp"
#include "bench/contest.hpp"
#include "bench/counted_memory.hpp"

namespace norma_bench {

/// 58 million units on two threads. The batches are those of `w`, a few hundred megabytes
/// that no cache holds, judged in turn as often as it takes.
inline void bench_country(const norma::batch::plan& plan, const workload& w, int rounds) {
  constexpr std::size_t country = 58'000'000;
  constexpr std::size_t slots = 8;
  const std::size_t rows = w.units / slots / 64 * 64;
  std::vector<std::unique_ptr<norma_test::arrow_batch>> batches;
  std::vector<norma::batch::verdicts> found(slots);
  const norma::batch::run_options two{.threads = 2, .as_bits = true};
  for (std::size_t i = 0; i < slots; ++i) {
    const auto from = frame_of(w, false, i * rows, rows);
    batches.push_back(std::make_unique<norma_test::arrow_batch>(from, 0));
    plan.judge(from, two, found[i]);
  }
  std::size_t most = 0;
  contest whole(2);
  whole.add("", [&] {
    const counted_memory memory;
    std::size_t slot = 0;
    for (std::size_t judged = 0; judged < country;) {
      ArrowArray& array = batches[slot]->array;
      array.length = static_cast<std::int64_t>(std::min(rows, country - judged));
      const auto units =
          norma::batch::from_arrow("enterprise", batches[slot]->schema, array);
      plan.judge(units, two, found[slot]);
      judged += units.rows;
      slot = (slot + 1) % slots;
    }
    most = std::max(most, memory.most());
  });
  whole.run(rounds);
  std::printf("workload W, 58 million units in Arrow batches of %zu, two threads\n",
              rows);
  print_figure("58 M units, seconds of each of two threads", whole.seconds_of(0), 0.3,
               true);
  print_figure("by the clock", whole.clock_seconds_of(0), 0);
  print_figure("58 M units, MiB beyond input and output",
               static_cast<double>(most) / (1 << 20), 64, true);
}

/// The standard of workload W with each item `times` times, its numbers others.
inline norma::standard repeated(int times) {
  namespace fs = std::filesystem;
  const fs::path from = "tests/bench/workload";
  const fs::path to =
      fs::temp_directory_path() / ("norma-rules-" + std::to_string(getpid()));
  fs::copy(from, to, fs::copy_options::recursive);
  std::ifstream read(from / "w.yaml");
  std::string head;
  std::vector<std::string> items;
  for (std::string line; std::getline(read, line);) {
    if (line.rfind("  - id: ", 0) == 0) items.emplace_back();
    (items.empty() ? head : items.back()) += line + '\n';
  }
  std::ofstream out(to / "w.yaml");
  out << head;
  for (int n = 0; n < times; ++n) {
    for (std::string item : items) {
      const std::string suffix = n == 0 ? "" : "_" + std::to_string(n);
      item.insert(item.find('\n'), suffix);
      for (const char* limit : {">= 1\n", ">= 2\n", "<= 0\n"}) {
        const auto at = item.find(limit);
        if (at != std::string::npos)
          item.insert(at + 3, std::to_string(n).substr(n == 0));
      }
      out << item;
    }
  }
  out.close();
  auto by = norma::load(to.string()).standard("w");
  fs::remove_all(to);
  return by;
}

/// Ten times the units, ten times the rules, and one row in a hundred whose products
/// need 128 bits.
inline void bench_growth(const norma::batch::plan& plan, const workload& w,
                         norma::date day, int rounds) {
  const std::size_t units = w.units / 10 / 64 * 64;
  norma::batch::verdicts few;
  norma::batch::verdicts many;
  const norma::batch::run_options one{.as_bits = true};
  const auto tenth = frame_of(w, false, 0, units);
  const auto whole = frame_of(w, false, 0, units * 10);
  contest sizes;
  sizes.add("a tenth", [&] { plan.judge(tenth, one, few); });
  sizes.add("all", [&] { plan.judge(whole, one, many); });
  sizes.run(rounds);
  print_figure("ten times the units, speed left",
               10 * sizes.seconds_of(0) / sizes.seconds_of(1), 1.0);
  const norma::batch::plan ten(repeated(10), {.as_of = day});
  norma::batch::verdicts of_ten;
  contest rules;
  rules.add("once", [&] { plan.judge(tenth, one, few); });
  rules.add("ten times", [&] { ten.judge(tenth, one, of_ten); });
  rules.run(rounds);
  print_figure("ten times the rules, times the time",
               rules.seconds_of(1) / rules.seconds_of(0), 10, true);
  workload wide = w;
  std::vector<std::int64_t> large(w.amounts[fund_provided].data,
                                  w.amounts[fund_provided].data + w.units);
  for (std::size_t i = 0; i < w.units; i += 100) large[i] = std::int64_t{1} << 62;
  wide.amounts[fund_provided].data = large.data();
  const auto widened = frame_of(wide, false, 0, w.units);
  const auto as_is = frame_of(w, false, 0, w.units);
  contest widths;
  widths.add("64 bits", [&] { plan.judge(as_is, one, many); });
  widths.add("1 % in 128 bits", [&] { plan.judge(widened, one, few); });
  widths.run(rounds);
  print_figure("1 % of the rows in 128 bits, speed left",
               widths.seconds_of(0) / widths.seconds_of(1), 1 / 1.1);
}

}  // namespace norma_bench
