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

#include "bench/workload.hpp"
#include "bench/yardstick.hpp"

namespace {

using namespace norma_bench;

norma::batch::column bits(const void* values, const std::uint8_t* valid, std::size_t n,
                          norma::batch::layout is, int scale = 0) {
  norma::batch::column c;
  c.is = is;
  c.length = n;
  c.values = values;
  c.valid_bits = valid;
  c.scale = scale;
  return c;
}

norma::batch::frame frame_of(const workload& w, bool bytes) {
  using norma::batch::layout;
  norma::batch::frame f("enterprise", w.units);
  const auto add = [&](const char* name, const void* values, std::size_t fact, layout is,
                       int scale) {
    auto c = bits(values, w.valid_bits[fact].data, w.units, is, scale);
    if (bytes) {
      c.valid_bits = nullptr;
      c.valid_bytes = w.valid_bytes[fact].data;
    }
    f.add(name, c);
  };
  for (std::size_t i = 0; i < boolean_count; ++i) {
    if (bytes)
      add(boolean_names[i], w.boolean_bytes[i].data, i, layout::boolean_byte, 0);
    else
      add(boolean_names[i], w.boolean_bits[i].data, i, layout::boolean, 0);
  }
  for (std::size_t i = 0; i < count_count; ++i)
    add(count_names[i], w.counts[i].data, 13 + i, layout::int32, 0);
  for (std::size_t i = 0; i < amount_count; ++i)
    add(amount_names[i], w.amounts[i].data, 24 + i, layout::int64, 2);
  return f;
}

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
  for (const auto& e : plan.exceptions())
    std::printf("row by row: %s %s\n", e.path.c_str(), e.why.c_str());
  const auto in_bits = frame_of(w, false);
  const auto in_bytes = frame_of(w, true);
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
