// SPDX-License-Identifier: Apache-2.0
#include <string>   // std::string
#include <utility>  // std::pair
#include <vector>   // std::vector

#include "catch.hpp"
#include "expr/workbench.hpp"

namespace norma_test::relation_test {

using workbench::bench;

namespace {

/// The value through the FEEL door, or `error N07xx` for null with that error.
std::string through_feel(const std::string& text) {
  bench work;
  work.feel();
  const auto result = work.run(text);
  if (work.errors.empty()) return result.to_string();
  return result.is_null() ? "error " + work.errors[0].code : "a value and an error";
}

std::string code_at_pack_door(const std::string& text) {
  bench work;
  const auto compiled = work.compile(text);
  return compiled.diagnostics.empty() ? "" : compiled.diagnostics[0].code;
}

}  // namespace

TEST_CASE("points and ranges given by name stand where they are named") {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"includes(range: [1..3], point: 2)", "true"},
      {"includes(point: 2, range: [1..3])", "true"},
      {"includes(range2: [2..3], range1: [1..9])", "true"},
      {"started by(range: [1..2], point: 1)", "true"},
      {"finished by(point: 2, range: [1..2])", "true"},
      {"during(range: [1..3], point: 2)", "true"},
      {"starts(range: [1..3], point: 1)", "true"},
      {"finishes(point: 3, range: [1..3])", "true"},
      {"before(range: [3..4], point: 9)", "true"},
      {"before(point: 9, range: [3..4])", "false"},
      {"after(range: [3..4], point: 1)", "true"},
      {"after(point: 1, range: [3..4])", "false"},
      {"after(point2: 1, point1: 2)", "true"},
      {"coincides(point1: 1, point2: 1)", "true"}};
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK(through_feel(text) == wanted);
    CHECK(code_at_pack_door(text).empty());
  }
}

TEST_CASE("a relation takes points where it is defined for them, no others") {
  for (const auto* text :
       {"includes(5, [1..10])", "started by(1, [1..10])", "finished by(1, [1..1])",
        "during([1..3], 2)", "starts([1..1], 1)", "finishes([1..1], 1)", "meets(1, 1)",
        "met by([1..3], 1)", "overlaps(1, [1..3])", "overlaps before(1, 2)",
        "overlaps after([1..2], 1)"}) {
    INFO(text);
    CHECK(through_feel(text) == "error N0704");
    CHECK(code_at_pack_door(text) == "N0408");
  }
  for (const auto* text : {"coincides(1, [1..1])", "coincides([1..1], 1)"}) {
    INFO(text);
    CHECK(through_feel(text) == "error N0702");
    CHECK(code_at_pack_door(text) == "N0410");
  }
  for (const auto* text :
       {"meets(point: 1, range: [1..2])", "coincides(point: 1, range: [1..2])",
        "includes(point1: 1, point2: 2)", "during(range: [1..2], point1: 1)"}) {
    INFO(text);
    CHECK(through_feel(text) == "error N0705");
    CHECK(code_at_pack_door(text) == "N0407");
  }
}

}  // namespace norma_test::relation_test
