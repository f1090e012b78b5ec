// SPDX-License-Identifier: Apache-2.0
// One pack, eight threads, 100,000 assessments: built with ThreadSanitizer (preset
// tsan), and every report is the same to the byte.
#include "catch.hpp"

#include <array>    // std::array
#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <thread>   // std::thread
#include <vector>   // std::vector

#include <norma/norma.hpp>

namespace {

constexpr int threads = 8;
constexpr int assessments = 100'000;
constexpr int explained_each = 20;  // with its report
constexpr int rendered_each =
    1000;  // and its text: ThreadSanitizer takes ten times as long

struct example {
  norma::standard by;
  norma::bound_facts facts;
  norma::verdict verdict = norma::judge(by, facts);
  std::string written = write();

  [[nodiscard]] std::string write() const {
    const auto report = norma::assess(by, facts);
    return norma::to_json(report) + norma::render_html(report) +
           norma::render_text(report, {.lang = norma::language::zh});
  }

  // True if the `i`-th assessment says what the first one said.
  [[nodiscard]] bool same(int i) const {
    if (i % rendered_each == 0) return write() == written;
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
