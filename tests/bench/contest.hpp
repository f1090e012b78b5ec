// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures beside their marks, of what is run in turn (A B A B).

#include <algorithm>   // std::sort
#include <chrono>      // std::chrono::steady_clock
#include <cstddef>     // std::size_t
#include <cstdio>      // std::printf
#include <ctime>       // timespec, clock_gettime
#include <fstream>     // std::ofstream
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

/// False once a figure was below nine tenths of its mark, or results differed.
inline bool all_reached = true;

/// Results that differ from those of another way: a run with any has failed.
inline void expect_none(const char* what, std::size_t differing) {
  std::printf("  %s that differ: %zu%s\n", what, differing,
              differing == 0 ? "" : "  WRONG");
  all_reached = all_reached && differing == 0;
}

/// A figure beside its mark, as a plot shows it.
struct marked_figure {
  std::string name;
  double figure, mark;
  bool at_most;
};
inline std::vector<marked_figure> marked_figures;

/// What the figures that follow are of, where their names do not say.
inline std::string figures_of;

/// A figure beside its mark, if it has one; `at_most`: it is to be low.
inline void print_figure(const std::string& name, double figure, double mark,
                         bool at_most = false) {
  std::printf("  %-48s %7.2f", name.c_str(), figure);
  if (mark > 0) {
    const bool reached = at_most ? 0.9 * figure <= mark : figure >= 0.9 * mark;
    std::printf("  mark %.2f%s%s", mark, at_most ? " at most" : "",
                reached   ? ""
                : at_most ? "  ABOVE"
                          : "  BELOW");
    all_reached = all_reached && reached;
    marked_figures.push_back({name + figures_of, figure, mark, at_most});
  }
  std::printf("\n");
}

/// The figures that have marks, a line each.
inline void write_figures(const char* path) {
  std::ofstream to(path);
  to << "name;figure;mark;at_most\n";
  for (const marked_figure& each : marked_figures) {
    to << each.name << ';' << each.figure << ';' << each.mark << ';' << each.at_most
       << '\n';
  }
}

/// What is run in turn, and how long each run took: by processor time of each thread, as
/// other work on the machine does not count there; beside it, of several, by the clock.
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
      std::printf("%66s%7.2f  by the clock\n", "",
                  clock_seconds_of(0) / clock_seconds_of(i));
    }
  }
  /// Seconds of processor time of the one at `i`, of each thread.
  [[nodiscard]] double seconds_of(std::size_t i) const {
    return typical(all_[i].processor);
  }
  [[nodiscard]] double clock_seconds_of(std::size_t i) const {
    return typical(all_[i].clock);
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
