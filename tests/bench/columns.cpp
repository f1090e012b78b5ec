// SPDX-License-Identifier: Apache-2.0
// Workload W by norma's columns and by hand, in one run, A B A B: medians and ratios.
#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes what its own headers leave undefined on purpose for a mistake (GCC bug
// 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/norma.hpp>

#include "batch/workload_frame.hpp"
#include "bench/workload.hpp"
#include "bench/yardstick.hpp"

namespace {

using namespace norma_bench;

double seconds(const std::function<void()>& f) {
  const auto t = std::chrono::steady_clock::now();
  f();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - t).count();
}

double median(std::vector<double> v) {
  std::sort(v.begin(), v.end());
  return v[v.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t units =
      argc > 1 ? std::strtoull(argv[1], nullptr, 10) / 64 * 64 : 4'000'000;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 7;
  const auto w = make_workload(units);
  const auto pack = norma::load("tests/bench/workload");
  const auto by = pack.standard("w");
  const norma::batch::plan plan(by, {.as_of = *norma::date::of(2024, 3, 31)});
  for (const auto& e : plan.explain())
    std::printf("row by row: %s %s\n", e.path.c_str(), e.why.c_str());
  const auto in_bits = frame_of(w, false, 0, units);
  const auto in_bytes = frame_of(w, true, 0, units);
  yardstick_result by_hand, by_hand_bytes;
  by_hand.resize(units, false);
  by_hand_bytes.resize(units, true);
  for (unsigned threads = 1; threads <= 2; ++threads) {
    const auto hand = [&](auto bytes, yardstick_result& to) {
      std::vector<std::thread> all;
      const std::size_t share = units / threads / 64 * 64;
      for (unsigned t = 0; t < threads; ++t) {
        const std::size_t first = t * share;
        const std::size_t end = t + 1 == threads ? units : first + share;
        all.emplace_back([&, first, end] {
          judge_by_hand<decltype(bytes)::value>(w, first, end, to);
        });
      }
      for (auto& t : all) t.join();
    };
    norma::batch::verdicts found;
    std::vector<double> t_bits, t_bytes, t_norma_bits, t_norma_bytes;
    for (int r = 0; r < rounds; ++r) {
      t_bits.push_back(seconds([&] { hand(std::false_type{}, by_hand); }));
      t_norma_bits.push_back(
          seconds([&] { plan.judge(in_bits, {.threads = threads}, found); }));
      t_bytes.push_back(seconds([&] { hand(std::true_type{}, by_hand_bytes); }));
      t_norma_bytes.push_back(
          seconds([&] { plan.judge(in_bytes, {.threads = threads}, found); }));
    }
    std::size_t wrong = 0;
    for (std::size_t path = 0; path < 12; ++path) {
      const std::size_t item = path == 0 ? 11 : path - 1;
      for (std::size_t i = 0; i < units; ++i) {
        const bool pass = (by_hand.pass[item][i / 64] >> (i % 64)) & 1U;
        const bool known = (by_hand.known[item][i / 64] >> (i % 64)) & 1U;
        const auto want = pass    ? norma::verdict::pass
                          : known ? norma::verdict::fail
                                  : norma::verdict::undetermined;
        wrong += found.columns[path][i] != want;
      }
    }
    const double n = static_cast<double>(units) / 1e6;
    std::printf(
        "%u thread(s): bits by hand %.0f, norma %.0f (%.2f) | bytes by hand %.0f, norma "
        "%.0f (%.2f) M units/s; differ %zu, row by row %zu\n",
        threads, n / median(t_bits), n / median(t_norma_bits),
        median(t_bits) / median(t_norma_bits), n / median(t_bytes),
        n / median(t_norma_bytes), median(t_bytes) / median(t_norma_bytes), wrong,
        found.row_by_row);
  }
}
