// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures beside their marks, of what is run in turn (A B A B).

#include <algorithm>   // std::sort
#include <chrono>      // std::chrono::steady_clock
#include <cstddef>     // std::size_t
#include <cstdio>      // std::printf
#include <ctime>       // timespec, clock_gettime
#include <functional>  // std::function
#include <string>      // std::string
#include <utility>     // std::move
#include <vector>      // std::vector

namespace norma_bench {

/// Seconds of processor time that the process has taken.
inline double processor_time() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

/// How long something took.
struct taken {
  double clock = 0;
  double processor = 0;  ///< of each of its threads
};

inline taken seconds(const std::function<void()>& f, unsigned threads = 1) {
  const auto t = std::chrono::steady_clock::now();
  const double p = processor_time();
  f();
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - t;
  return {clock.count(), (processor_time() - p) / threads};
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

/// The same of a figure that is to be low.
inline void print_figure_at_most(const std::string& name, double figure, double mark) {
  const bool reached = 0.9 * figure <= mark;
  std::printf("  %-44s %7.2f  mark %.2f at most%s\n", name.c_str(), figure, mark,
              reached ? "" : "  ABOVE");
  all_reached = all_reached && reached;
}

/// What is run in turn, and how long each run took: of one thread by processor time, of
/// several by the clock, as they may have to wait for each other.
class contest {
 public:
  explicit contest(unsigned threads = 1) : threads_(threads) {}
  /// `mark`: of the ratio to the first one; 0: none.
  void add(std::string name, std::function<void()> run, double mark = 0) {
    all_.push_back({std::move(name), std::move(run), {}, {}, mark});
  }
  void run(int rounds) {
    for (int r = 0; r < rounds; ++r) {
      for (auto& each : all_) {
        const taken t = seconds(each.run, threads_);
        each.clock.push_back(t.clock);
        each.processor.push_back(t.processor);
      }
    }
  }
  /// Against the first one.
  void print(std::size_t units) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      std::printf("  %7.1f M units/s", static_cast<double>(units) / 1e6 / seconds_of(i));
      print_figure(all_[i].name, seconds_of(0) / seconds_of(i), all_[i].mark);
      if (threads_ == 1) continue;
      std::printf("%62s%7.2f  by processor time\n", "",
                  processor_seconds_of(0) / processor_seconds_of(i));
    }
  }
  /// Seconds of the one at `i`.
  [[nodiscard]] double seconds_of(std::size_t i) const {
    return threads_ == 1 ? processor_seconds_of(i) : typical(all_[i].clock);
  }
  /// The same by processor time, of each thread.
  [[nodiscard]] double processor_seconds_of(std::size_t i) const {
    return typical(all_[i].processor);
  }

 private:
  struct entry {
    std::string name;
    std::function<void()> run;
    std::vector<double> clock, processor;
    double mark;
  };
  /// The lower quartile: other work on the machine only makes a run longer.
  [[nodiscard]] static double typical(std::vector<double> v) {
    std::sort(v.begin(), v.end());
    return v[v.size() / 4];
  }
  unsigned threads_;
  std::vector<entry> all_;
};

}  // namespace norma_bench
