// SPDX-License-Identifier: Apache-2.0
#include <norma/rule/citation.hpp>

#include "catch.hpp"

namespace norma_test::citation_test {

using norma::append_clause;
using norma::citation;
using norma::date;
using norma::day_range;
using norma::normalize_clause;

TEST_CASE("locators are equal but for blanks and the width of brackets") {
  CHECK(normalize_clause("三(一) 1 ⑦") == "三（一）1⑦");
  CHECK(normalize_clause("三（一）1⑦") == "三（一）1⑦");
  CHECK(normalize_clause("五（一）\xe3\x80\x80第5项\n") == "五（一）第5项");
  CHECK(normalize_clause("").empty());
  // Nothing else is changed.
  CHECK(normalize_clause("〔2023〕17，Ａ") == "〔2023〕17，Ａ");
}

TEST_CASE("an inner locator is appended to the outer one") {
  const citation outer{"zj-2023-17", "三（一）1"};
  CHECK(append_clause(outer, "⑦") == citation{"zj-2023-17", "三（一）1⑦"});
  CHECK(append_clause(append_clause(outer, "⑦"), "(2)").clause == "三（一）1⑦（2）");
  CHECK(append_clause({}, "一").document.empty());
}

TEST_CASE("a range of days contains both its ends and is open where none is given") {
  const auto day = [](int d) { return *date::of(2023, 6, d); };
  const day_range june{day(10), day(20)};
  CHECK_FALSE(june.contains(day(9)));
  CHECK(june.contains(day(10)));
  CHECK(june.contains(day(20)));
  CHECK_FALSE(june.contains(day(21)));
  CHECK(day_range{}.contains(day(1)));
  CHECK((day_range{{}, day(2)}.contains(day(1))));
}

}  // namespace norma_test::citation_test
