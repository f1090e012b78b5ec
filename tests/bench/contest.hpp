// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures beside their marks, of what is run in turn (A B A B).

#include <algorithm>   // std::sort
#include <chrono>      // std::chrono::steady_clock
#include <cstddef>     // std::size_t
#include <cstdio>      // std::printf
#include <functional>  // std::function
#include <string>      // std::string
#include <utility>     // std::move
#include <vector>      // std::vector

#include <time.h>  // clock_gettime

namespace norma_bench {

/// Seconds of processor time that the process has taken.
inline double processor_time() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

/// Of one thread by processor time, of several by the clock.
inline double seconds(const std::function<void()>& f, unsigned threads = 1) {
  const auto t = std::chrono::steady_clock::now();
  const double p = processor_time();
  f();
  if (threads == 1) return processor_time() - p;
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - t).count();
}

/// False once a figure was below nine tenths of its mark.
inline bool all_reached = true;

/// A figure beside its mark, if it has one.
inline void print_figure(const std::string& name, double figure, double mark,
                         const char* unit = "") {
  std::printf("  %-44s %7.2f%s", name.c_str(), figure, unit);
  if (mark > 0) {
    const bool reached = figure >= 0.9 * mark;
    std::printf("  mark %.2f%s", mark, reached ? "" : "  BELOW");
    all_reached = all_reached && reached;
  }
  std::printf("\n");
}

/// What is run in turn, and how long each run took.
class contest {
 public:
  explicit contest(unsigned threads = 1) : threads_(threads) {}
  /// `mark`: of the ratio to the first one; 0: none.
  void add(std::string name, std::function<void()> run, double mark = 0) {
    all_.push_back({std::move(name), std::move(run), {}, mark});
  }
  void run(int rounds) {
    for (int r = 0; r < rounds; ++r) {
      for (auto& each : all_) each.took.push_back(seconds(each.run, threads_));
    }
  }
  /// Against the first one.
  void print(std::size_t units) const {
    for (const auto& each : all_) {
      std::printf("  %7.1f M units/s", static_cast<double>(units) / 1e6 / typical(each));
      print_figure(each.name, typical(all_.front()) / typical(each), each.mark);
    }
  }
  /// Seconds of the one at `i`.
  [[nodiscard]] double seconds_of(std::size_t i) const { return typical(all_[i]); }

 private:
  struct entry {
    std::string name;
    std::function<void()> run;
    std::vector<double> took;
    double mark;
  };
  /// The lower quartile: other work on the machine only makes a run longer.
  [[nodiscard]] static double typical(const entry& of) {
    auto v = of.took;
    std::sort(v.begin(), v.end());
    return v[v.size() / 4];
  }
  unsigned threads_;
  std::vector<entry> all_;
};

}  // namespace norma_bench
