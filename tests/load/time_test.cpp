// SPDX-License-Identifier: Apache-2.0
#include <algorithm>   // std::max, std::min
#include <ctime>       // std::clock
#include <filesystem>  // std::filesystem::directory_iterator
#include <fstream>     // std::ifstream
#include <limits>      // std::numeric_limits

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <norma/load/load.hpp>

#include "catch.hpp"

namespace norma_test::time_test {

namespace {

/// Takes what the parser tells, and does nothing.
class silent : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

/// Goes through the files of the pack and of those it builds on; how many there are.
std::size_t parse_files() {
  std::size_t files = 0;
  for (const char* const pack : {"rules/cn-zj", "rules/cn", "rules/cn-size"}) {
    for (const auto& each : std::filesystem::directory_iterator(pack)) {
      if (each.path().extension() != ".yaml") continue;
      std::ifstream content(each.path());
      YAML::Parser parser(content);
      silent nothing;
      while (parser.HandleNextDocument(nothing)) {
      }
      ++files;
    }
  }
  return files;
}

/// Milliseconds of the processor that it takes: other work on the machine does not count.
template <class What>
double time_of(What&& what) {
  const auto start = std::clock();
  CHECK(what());
  return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

// 50 ms on a machine on which yaml-cpp takes 20 ms to read the files; `make bench` tells
// the time itself.
TEST_CASE("a pack is loaded, checked and compiled within 50 ms", "[.alone]") {
  auto loading = std::numeric_limits<double>::max();
  auto parsing = loading;
  for (int i = 0; i < 20; ++i) {  // in turn: a processor may have two speeds
    loading =
        std::min(loading, time_of([] { return norma::try_load("rules/cn-zj").pack; }));
    parsing = std::min(parsing, time_of([] { return parse_files() > 15; }));
  }
  INFO(loading << " ms, of which the parser takes " << parsing << " ms");
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
  CHECK(loading <= std::max(50.0, 2.5 * parsing));
#else
  CHECK(loading <= 5000);
#endif
}

}  // namespace norma_test::time_test
