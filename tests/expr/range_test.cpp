// SPDX-License-Identifier: Apache-2.0
#include <norma/expr/evaluate.hpp>

#include <string>
#include <vector>

#include "catch.hpp"
#include "expr/workbench.hpp"

// Ranges as values, and what goes through them one by one.

namespace norma_test::range_test {

using workbench::bench;

namespace {

struct example {
  const char* text;
  const char* result;      ///< as a literal
  const char* error = "";  ///< the code of its diagnostic
};

void check_all(const std::vector<example>& rows) {
  bench work;
  work.feel();
  for (const auto& row : rows) {
    work.errors.clear();
    INFO(row.text);
    CHECK(work.show(row.text) == row.result);
    CHECK((work.errors.empty() ? "" : work.errors[0].code) == row.error);
  }
}

}  // namespace

TEST_CASE("an iterator goes through a range, its ends only where they belong to it") {
  check_all({{"for x in [1..4] return x", "[1, 2, 3, 4]"},
             {"for x in (1..4] return x", "[2, 3, 4]"},
             {"for x in [1..4) return x", "[1, 2, 3]"},
             {"for x in (1..4) return x", "[2, 3]"},
             {"for x in (1..2) return x", "[]"},
             {"for x in (1..1] return x", "[]"},
             {"for x in [1..1] return x", "[1]"},
             {"for x in (@\"2024-02-28\"..@\"2024-03-01\"] return x",
              "[@\"2024-02-29\", @\"2024-03-01\"]"},
             {"every x in [1..4) satisfies x < 4", "true"},
             {"some x in (1..4] satisfies x = 1", "false"}});
}

TEST_CASE("nothing goes through a range without an end, or downwards") {
  check_all({{"for x in (< 5) return x", "null", "N0718"},
             {"for x in (>= 5) return x", "null", "N0718"},
             {"for x in [4..1] return x", "null", "N0718"},
             {"for x in [\"a\"..\"c\"] return x", "null", "N0718"},
             {"for x in 4..1 return x", "[4, 3, 2, 1]"}});
}

TEST_CASE("a range tells its ends and whether they belong to it") {
  check_all({{"(1..5].start", "1"},
             {"(1..5].end", "5"},
             {"(1..5].start included", "false"},
             {"(1..5].end included", "true"},
             {"[1..5).start included", "true"},
             {"[1..5).end included", "false"},
             {"(< 5).start", "null"},
             {"(< 5).end", "5"},
             {"range(\"[-5..-1]\").start", "-5"}});
}

TEST_CASE("the ends of a range are of one kind") {
  check_all({{"[1..@\"2024-01-01\"]", "null", "N0702"},
             {"1 in [1..@\"2024-01-01\"]", "null", "N0702"},
             {"1 in (< @\"2024-01-01\", 1)", "true", "N0702"}});
}

}  // namespace norma_test::range_test
