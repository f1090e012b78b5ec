// SPDX-License-Identifier: Apache-2.0
#include <memory>   // std::make_shared
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>
#include <norma/load/unit_file.hpp>

#include "catch.hpp"
#include "reading.hpp"
#include "small_words.hpp"

namespace norma_test::unit_limits_test {

namespace {

norma::unit_result read_as(const char* name, std::string text,
                           const norma::limits& bounds) {
  static const norma::pack words = small::pack();
  return norma::try_read_unit(
      std::make_shared<const norma::source_file>(name, std::move(text)), words, bounds);
}

}  // namespace

TEST_CASE("facts take no more memory than they may, and are then read no further") {
  norma::limits bounds;
  bounds.file_bytes = 6'000;
  const auto list = [](const std::string& element, int count) {
    std::string all = R"({"norma":1,"unit":"enterprise","facts":{"sizes":[)" + element;
    for (int i = 1; i < count; ++i) all += ',' + element;
    return all + "]}}";
  };
  CHECK(read_as("unit.json", list("null", 300), bounds).unit);
  const auto refused = read_as("unit.json", list("null", 1'150), bounds);
  CHECK_FALSE(refused.unit);
  REQUIRE(refused.diagnostics.size() == 1);
  CHECK(refused.diagnostics[0].code == "N0152");
  CHECK(refused.diagnostics[0].arguments[0] == "384000");
  // So do the digits of numbers beyond 64 bits, however short they are written.
  const auto facts = [&](const std::string& due) {
    return read_as("unit.json",
                   R"({"norma":1,"unit":"enterprise","facts":{"due":)" + due + "}}",
                   bounds);
  };
  bounds.file_bytes = 1'000;  // 64,000 in memory
  CHECK(facts("1e3000").unit);
  CHECK(facts("1e4090").diagnostics.at(0).code == "N0152");
  bounds.file_bytes = 6'000;
  // What is found wrong takes room, too, and that reading ended is told behind it.
  bounds.diagnostics_per_file = 3;
  const auto wrong = read_as("unit.json", list("[]", 1'500), bounds).diagnostics;
  REQUIRE(wrong.size() == 5);
  CHECK(wrong[3].code == "N0152");
  CHECK(wrong[4].code == "N0299");
}

TEST_CASE("a file in YAML is as large as the parser reads soon") {
  const std::string text =
      "# of a firm\nnorma: 1\n\nunit: enterprise\n \t\r\nfacts: {due: 1}\n";
  norma::limits bounds;
  const auto found = [&](const char* name, const std::string& content) {
    return norma_test::places(read_as(name, content, bounds).diagnostics);
  };
  using strings = std::vector<std::string>;
  bounds.yaml_bytes = text.size();
  bounds.yaml_idle_lines = 3;
  CHECK(found("unit.yaml", text).empty());
  CHECK(found("unit.yaml", text + " # the end") == strings{"N0233 1:1"});
  bounds.yaml_bytes = 1000;
  CHECK(found("unit.yaml", text + "  ").empty());  // no line ends there
  CHECK(found("unit.yaml", text + " # the end") == strings{"N0234 7:1"});
  CHECK(found("unit.yaml", text + "\n# the end\n") == strings{"N0234 7:1"});
  // JSON is read by another parser.
  bounds.yaml_bytes = 10;
  CHECK(found("unit.json", R"({"norma": 1, "unit": "enterprise",


                              "facts": {"due": 1}})")
            .empty());
}

TEST_CASE("brackets that may be a key end soon in YAML") {
  norma::limits bounds;
  bounds.yaml_bracket_bytes = 4096;
  const std::string head = "norma: 1\nunit: enterprise\nfacts:\n";
  std::string days, lines, comments;
  for (int i = 0; i < 2'000; ++i) {
    days += "    2024-01-01,\n";
    lines += "    - 2024-01-01\n";
    comments += "  # 2024-01-01\n";
  }
  const auto found = [&](const std::string& facts) {
    return norma_test::places(read_as("unit.yaml", head + facts, bounds).diagnostics);
  };
  using strings = std::vector<std::string>;
  CHECK(found("  days:\n" + lines).empty());
  CHECK(found("  days: [\n" + days + "    ]\n").empty());
  // Where a key may stand the parser waits for the end of the brackets.
  CHECK(found("  days:\n    - [\n" + days + "    ]\n") == strings{"N0232 5:7"});
  CHECK(found("  days:\n    - 2024-01-01\n    - {a: [\n" + days + "    ]}\n") ==
        strings{"N0232 6:7"});
  // It keeps nothing of texts and comments.
  CHECK(found("  note: |\n" + lines) == found("  note: |\n    a\n"));
  CHECK(found("  note: \"[\n" + lines + "    \"\n") == found("  note: \"a\"\n"));
  CHECK(found("  due: 1\n" + comments).empty());
  CHECK(found("  days: []\n" + comments).empty());
  CHECK(found("  days: [2024-01-01]\n" + comments).empty());
}

}  // namespace norma_test::unit_limits_test
