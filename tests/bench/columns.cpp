// SPDX-License-Identifier: Apache-2.0
// Many units by columns, and beside them loops written by hand: in one run, in turn
// (A B A B), lower quartiles and ratios, each beside its mark; 1 is returned where one is
// below nine tenths of it. `norma_bench_columns [units] [rounds] [file for the figures]`.

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes what its own headers leave undefined on purpose for a mistake (GCC bug
// 105593).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/norma.hpp>

#include "batch/workload_frame.hpp"
#include "bench/contest.hpp"
#include "bench/one_unit.hpp"
#include "bench/real_frame.hpp"
#include "bench/whole_country.hpp"
#include "bench/workload.hpp"
#include "bench/yardstick.hpp"

namespace {

using namespace norma_bench;
using norma::batch::verdicts;

const norma::date judged_on = *norma::date::of(2024, 3, 31);

/// In blocks of so many words: 64, as the marks were measured; in 256 bits are quicker.
template <bool Bytes, std::size_t words = 64>
void by_hand(const workload& w, unsigned threads, yardstick_result& to) {
  std::vector<std::thread> all;
  const std::size_t share = w.units / threads / 64 * 64;
  for (unsigned t = 0; t < threads; ++t) {
    const std::size_t first = t * share;
    const std::size_t end = t + 1 == threads ? w.units : first + share;
    all.emplace_back(
        [&w, &to, first, end] { judge_by_hand<Bytes, words>(w, first, end, to); });
  }
  for (auto& each : all) each.join();
}

std::size_t differing(const yardstick_result& hand, const verdicts& found,
                      std::size_t units) {
  std::size_t wrong = 0;
  for (std::size_t path = 0; path < 12; ++path) {
    const std::size_t item = path == 0 ? 11 : path - 1;
    const bool bytes = !hand.pass_bytes[item].empty();
    for (std::size_t i = 0; i < units; ++i) {
      const bool pass = bytes ? hand.pass_bytes[item][i] != 0
                              : ((hand.pass[item][i / 64] >> (i % 64)) & 1U) != 0;
      const bool known = bytes ? hand.known_bytes[item][i] != 0
                               : ((hand.known[item][i / 64] >> (i % 64)) & 1U) != 0;
      const auto want = pass    ? norma::verdict::pass
                        : known ? norma::verdict::fail
                                : norma::verdict::undetermined;
      if (found.at(path, i) != want) ++wrong;
    }
  }
  return wrong;
}

void bench_workload(std::size_t units, int rounds) {
  const auto w = make_workload(units);
  const auto by = norma::load("tests/bench/workload").standard("w");
  const norma::batch::plan plan(by, {.as_of = judged_on});
  const auto in_bits = frame_of(w, false, 0, units);
  const auto in_bytes = frame_of(w, true, 0, units);
  yardstick_result hand;
  yardstick_result hand_bytes;
  hand.resize(units, false);
  hand_bytes.resize(units, true);
  verdicts found;
  verdicts packed;
  verdicts reasoned;
  for (const unsigned threads : {1U, 2U}) {
    figures_of = threads == 1 ? ", one thread" : ", two threads";
    contest bits(threads);
    bits.add("bits by hand", [&] { by_hand<false>(w, threads, hand); });
    bits.add("bits by hand, blocks of 16 Ki units",
             [&] { by_hand<false, 256>(w, threads, hand); });
    bits.add(
        "bits in, bits out",
        [&] { plan.judge(in_bits, {.threads = threads, .as_bits = true}, packed); }, 1.0);
    bits.add("bits in, a byte a verdict out",
             [&] { plan.judge(in_bits, {.threads = threads}, found); });
    bits.add(
        "bits in and out, with reasons",
        [&] {
          plan.judge(in_bits, {.threads = threads, .reasons = true, .as_bits = true},
                     reasoned);
        },
        0.7);
    bits.run(rounds);
    std::printf("workload W, %zu units, %u thread(s), row by row %zu\n", units, threads,
                found.row_by_row);
    expect_none("verdicts in bytes", differing(hand, found, units));
    expect_none("verdicts in bits", differing(hand, packed, units));
    expect_none("verdicts with reasons", differing(hand, reasoned, units));
    bits.print(units);
    contest bytes(threads);
    bytes.add("bytes by hand", [&] { by_hand<true>(w, threads, hand_bytes); });
    bytes.add(
        "bytes in, a byte a verdict out",
        [&] { plan.judge(in_bytes, {.threads = threads}, found); }, 1.0);
    bytes.run(rounds);
    expect_none("verdicts of bytes", differing(hand_bytes, found, units));
    bytes.print(units);
  }
  figures_of.clear();
  bench_growth(plan, w, judged_on, rounds);
  bench_country(plan, w, rounds);
}

void bench_standard(std::size_t units, int rounds) {
  const auto pack = norma::load("rules/cn-zj");
  const auto by = pack.standard("enterprise.large_medium");
  std::vector<double> took;
  for (int i = 0; i < 20; ++i) {
    took.push_back(seconds([&] {
                     for (const auto& each : pack.standards()) {
                       const norma::batch::plan made(each, {.as_of = judged_on});
                     }
                   }).processor);
  }
  std::sort(took.begin(), took.end());
  print_figure("plans of all standards of cn-zj, a second", 1 / took[took.size() / 2],
               1 / 0.005);
  const norma::batch::plan plan(by, {.as_of = judged_on});
  const real_frame made(by, units, judged_on);
  verdicts found;
  for (const unsigned threads : {1U, 2U}) {
    contest whole(threads);
    whole.add("verdicts", [&] { plan.judge(made.units, {.threads = threads}, found); });
    whole.add("with reasons", [&] {
      plan.judge(made.units, {.threads = threads, .reasons = true}, found);
    });
    whole.run(rounds);
    std::printf(
        "cn-zj:enterprise.large_medium, %zu units, %u thread(s), row by row %zu\n", units,
        threads, found.row_by_row);
    whole.print(units);
    print_figure("cn-zj:enterprise.large_medium, M units/s",
                 static_cast<double>(units) / 1e6 / whole.seconds_of(0),
                 threads == 1 ? 15 : 0);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t units =
      argc > 1 ? std::strtoull(argv[1], nullptr, 10) / 64 * 64 : 4'000'000;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 7;
  bench_one_unit(judged_on, rounds);
  bench_standard(units / 8 / 64 * 64, rounds);
  if (__builtin_cpu_supports("avx512bw")) {
    bench_workload(units, rounds);
  } else {
    std::puts("the loops by hand are for AVX-512, which this machine has not");
  }
  if (argc > 3) write_figures(argv[3]);
  return all_reached ? 0 : 1;
}
