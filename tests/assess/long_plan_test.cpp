// SPDX-License-Identifier: Apache-2.0
#include <string>   // std::string, std::to_string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/assess/remedy.hpp>

#include "assess/sample_pack.hpp"
#include "assess/step_limits.hpp"
#include "catch.hpp"

// Plans of many changes: found while there are steps, said to be not found without.

namespace norma_test::long_plan_test {

namespace {

std::string fact(int i) { return "b" + std::to_string(i); }

/// `many` facts that are false, and a part for each three that are next to each other,
/// `step` apart.
struct all_false {
  sample_pack pack;
  unit u = enterprise({});
  std::vector<node_spec> parts;

  all_false(int many, int step) {
    for (int i = 0; i < many; ++i) {
      pack.boolean(fact(i));
      u.facts[fact(i)].statements = {dated(value{false})};
    }
    for (int i = 0; i + 2 < many; i += step) {
      parts.push_back(part("p" + std::to_string(i),
                           fact(i) + " or " + fact(i + 1) + " or " + fact(i + 2)));
    }
  }
};

/// The unit with what the remedy changes.
unit mended(unit u, const remedy& by) {
  for (const auto& change : by.changes) u.set(change.fact, change.to);
  return u;
}

}  // namespace

TEST_CASE("a plan of hundreds of changes is found, and each change is needed") {
  all_false all(600, 3);
  const auto by = all.pack.standard(all.parts);
  const auto told = assess(by, bind(by, all.u, {today}));
  CHECK(told.remarks.empty());
  REQUIRE(told.remedies_are == remedy_state::found);
  const auto& first = told.remedies.front();
  CHECK(first.changes.size() == 200);
  CHECK(assess(by, mended(all.u, first), {.as_of = today}).verdict == verdict::pass);
  for (const std::size_t i : {0u, 17u, 199u}) {
    auto less = first;
    less.changes.erase(less.changes.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(assess(by, mended(all.u, less), {.as_of = today, .remedies = false}).verdict ==
          verdict::fail);
  }
}

TEST_CASE("parts that share their facts are mended by what they share") {
  all_false all(60, 1);
  const auto by = all.pack.standard(all.parts);
  const auto told = assess(by, bind(by, all.u, {today}));
  REQUIRE(told.remedies_are == remedy_state::found);
  for (const auto& one : told.remedies) {
    CHECK(one.changes.size() < 60);
    CHECK(assess(by, mended(all.u, one), {.as_of = today}).verdict == verdict::pass);
  }
}

TEST_CASE("joining and trying plans takes steps: without them none is told") {
  all_false all(600, 3);
  const auto by = all.pack.standard(all.parts);
  const auto told = assess(by, bind(by, all.u, {today}, together(1'000'000)));
  CHECK(told.verdict == verdict::fail);
  CHECK(told.remedies.empty());
  CHECK(told.remedies_are == remedy_state::none_found);
  REQUIRE_FALSE(told.remarks.empty());
  CHECK(told.remarks.back() == remark{"explanation_stopped", {}, {"1000000"}});
}

}  // namespace norma_test::long_plan_test
