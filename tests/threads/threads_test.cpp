// SPDX-License-Identifier: Apache-2.0
// One pack, eight threads, 100,000 assessments: built with ThreadSanitizer (preset
// tsan), and every report is the same to the byte.
#include "catch.hpp"

#include <array>    // std::array
#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint8_t
#include <string>   // std::string
#include <thread>   // std::thread
#include <vector>   // std::vector

#include <norma/batch/plan.hpp>
#include <norma/norma.hpp>

#include "batch/workload_frame.hpp"

namespace {

constexpr int threads = 8;
constexpr int assessments = 100'000;
// ThreadSanitizer takes ten times as long: not each is explained and written.
constexpr int explained_each = 20;   // with its report
constexpr int written_each = 100;    // and that as JSON
constexpr int rendered_each = 1000;  // and as text and HTML

struct example {
  norma::standard by;
  norma::bound_facts facts;
  norma::verdict verdict = norma::judge(by, facts);
  std::string json = norma::to_json(norma::assess(by, facts));
  std::string written = write();

  [[nodiscard]] std::string write() const {
    const auto report = norma::assess(by, facts);
    return norma::to_json(report) + norma::render_html(report) +
           norma::render_text(report, {.lang = norma::language::zh});
  }

  // True if the `i`-th assessment says what the first one said.
  [[nodiscard]] bool same(int i) const {
    if (i % rendered_each == 0) return write() == written;
    if (i % written_each == 0) return norma::to_json(norma::assess(by, facts)) == json;
    if (i % explained_each == 0) return norma::assess(by, facts).verdict == verdict;
    return norma::judge(by, facts) == verdict;
  }
};

}  // namespace

TEST_CASE("threads share a pack, its standards and facts") {
  const auto pack = norma::load("rules/cn-zj");
  const auto read = [&pack](const char* standard, const std::string& name) {
    const auto by = pack.standard(standard);
    const auto unit = norma::read_unit("examples/facts/" + name + ".yaml", pack);
    return example{by, norma::bind(by, unit, {.as_of = *norma::date::of(2024, 3, 31)})};
  };
  const std::array examples{read("enterprise.large_medium", "yongjiang_pump"),
                            read("enterprise.large_medium", "bailuzhou_coldstore"),
                            read("enterprise.platform", "pugongying_courier"),
                            read("area", "xinghuatan_park")};
  std::array<int, threads> differing{};
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t) {
    running.emplace_back([&examples, &differing, t] {
      for (int i = 0; i < assessments / threads; ++i) {
        const auto n = static_cast<std::size_t>(i + t) % examples.size();
        if (!examples[n].same(i)) ++differing[static_cast<std::size_t>(t)];
      }
    });
  }
  for (auto& each : running) each.join();
  CHECK(differing == std::array<int, threads>{});
}

TEST_CASE("threads share the blocks of a frame, and a plan") {
  const auto pack = norma::load("tests/bench/workload");
  const norma::batch::plan plan(pack.standard("w"),
                                {.as_of = *norma::date::of(2024, 3, 31)});
  const auto made = norma_bench::make_workload(100'000 / 64 * 64);
  auto units = norma_bench::frame_of(made, false, 0, made.units);
  // Some rows go row by row: amounts of more decimals than the fact has.
  std::vector<double> arrears(made.units, 0.125);
  std::vector<std::uint8_t> known(made.units);
  for (std::size_t row = 0; row < known.size(); row += 1000) known[row] = 1;
  for (auto& each : units.columns) {
    if (each.name == "arrears") each.content = norma::batch::doubles(arrears, known);
  }
  const auto alone = plan.judge(units, {.reasons = true, .rows_a_block = 640});
  CHECK(alone.row_by_row > 0);
  std::array<int, threads> differing{};
  std::vector<std::thread> running;
  for (int t = 0; t < 3; ++t) {  // and plans are shared by callers
    running.emplace_back([&plan, &units, &alone, &differing, t] {
      const auto found =
          plan.judge(units, {.threads = 7, .reasons = true, .rows_a_block = 640});
      if (found.columns != alone.columns || found.reasons != alone.reasons) {
        ++differing[static_cast<std::size_t>(t)];
      }
    });
  }
  for (auto& each : running) each.join();
  CHECK(differing == std::array<int, threads>{});
}
