// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::max, std::min
#include <memory>     // std::make_shared
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/load/unit_file.hpp>

#include "catch.hpp"
#include "small_words.hpp"

// Units of a list are read alike, however differently their facts are written.

namespace norma_test::fact_layout_test {

namespace {

norma::unit_result read(const std::string& members) {
  static const norma::pack words = small::pack();
  return norma::try_read_unit(
      std::make_shared<const norma::source_file>(
          "area.json", R"({"norma": 1, "unit": "area", "kind": "park", "facts": {)"
                       R"("members": [)" +
                           members + "]}}"),
      words);
}

/// `due=1 signed=` of each: a blank one has no value.
std::vector<std::string> facts_of(const norma::unit_result& read) {
  std::vector<std::string> all;
  for (const auto& member : *read.unit->facts.at("members").said().front().members) {
    std::string one;
    for (const auto& [name, fact] : member.facts) {
      one += (one.empty() ? "" : " ") + name.get() + '=';
      if (!fact.statements.empty()) one += fact.statements.front().content.to_string();
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

TEST_CASE("facts are kept in the order of their names, whatever order they stand in") {
  const auto result = read(R"({"facts": {"due": 1, "signed": 2, "note": "x"}},)"
                           R"({"facts": {"signed": 4, "due": 3, "note": null}},)"
                           R"({"facts": {"due": 5, "signed": 6, "note": "y"}},)"
                           R"({"facts": {"due": 7, "signed": 8}}, {"facts": {}}, {},)"
                           R"({"facts": {"note": "z"}}, {"facts": {"应签人数": 9}})");
  CHECK(facts_of(result) ==
        std::vector<std::string>{"due=1 note=\"x\" signed=2", "due=3 note= signed=4",
                                 "due=5 note=\"y\" signed=6", "due=7 signed=8", "", "",
                                 "note=\"z\"", "due=9"});
}

TEST_CASE("more ways to write units than are remembered are read as well") {
  const std::vector<std::string> names{"due", "signed", "note", "sound", "size"};
  std::string members;
  std::vector<std::string> expected;
  for (int round = 0; round < 2; ++round) {
    for (const auto& first : names) {
      for (const auto& second : names) {
        if (first == second) continue;
        members += (members.empty() ? "" : ",") + (R"({"facts": {")" + first) +
                   R"(": null, ")" + second + R"(": null}})";
        expected.push_back(std::min(first, second) + "= " + std::max(first, second) +
                           '=');
      }
    }
  }
  CHECK(facts_of(read(members)) == expected);
}

TEST_CASE(
    "of a fact that stands in a unit twice the first holds, and each unit is told") {
  const std::string twice = R"({"facts": {"due": 1, "应签人数": 2, "signed": 3}})";
  CHECK(small::codes(read(twice + ',' + twice).diagnostics) == "N0602 N0602");
  const std::string unknown = R"({"facts": {"due": 1, "dew": 2}})";
  CHECK(small::codes(read(unknown + ',' + unknown).diagnostics) == "N0601 N0601");
}

TEST_CASE("an id that many units have is told at each but the first") {
  std::string members;
  for (int i = 0; i < 100; ++i) {
    members += (i == 0 ? "" : ",") + (R"({"id": "m)" + std::to_string(i % 98)) + "\"}";
  }
  const auto result = read(members);
  REQUIRE(small::codes(result.diagnostics) == "N0641 N0641");
  const auto& content = result.diagnostics[1].where.file->content();
  const auto& first = result.diagnostics[1].labels.front().where;
  CHECK(content.substr(first.begin, first.end - first.begin) == "\"m1\"");
  CHECK(first.begin < content.find("\"m2\""));
}

}  // namespace norma_test::fact_layout_test
