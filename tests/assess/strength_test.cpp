// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/verdict.hpp>

#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "tools/verdict_page.hpp"

namespace norma_test::strength_test {

using norma::decide_part;
using norma::gate;
using norma::strength;
using norma::truth;
using norma::verdict;

namespace {

const truth truths[] = {truth::yes, truth::no, truth::unknown};
const strength plain[] = {strength::mandatory, strength::encouraged, strength::goal,
                          strength::reference};

verdict of_requirement(truth t) {
  if (t == truth::unknown) return verdict::undetermined;
  return t == truth::yes ? verdict::pass : verdict::fail;
}

}  // namespace

TEST_CASE("section 3: a plain guard that is true lets the requirement decide") {
  for (const auto s : plain)
    for (const auto requirement : truths)
      CHECK(decide_part(s, truth::yes, requirement) == of_requirement(requirement));
}

TEST_CASE("section 3: behind a plain guard that is false nothing applies") {
  for (const auto s : plain)
    for (const auto requirement : truths)
      CHECK(decide_part(s, truth::no, requirement) == verdict::not_applicable);
}

TEST_CASE("section 3: behind a plain guard that is unknown everything is undetermined") {
  for (const auto s : plain)
    for (const auto requirement : truths)
      CHECK(decide_part(s, truth::unknown, requirement) == verdict::undetermined);
}

TEST_CASE("section 3: a conditional duty that is met passes whatever its guard") {
  for (const auto when : truths)
    CHECK(decide_part(strength::conditional, when, truth::yes) == verdict::pass);
}

TEST_CASE(
    "section 3: a conditional duty whose guard is true is judged by its requirement") {
  for (const auto requirement : truths)
    CHECK(decide_part(strength::conditional, truth::yes, requirement) ==
          of_requirement(requirement));
}

TEST_CASE(
    "section 3: a conditional duty that is not met does not apply where its guard is "
    "false") {
  CHECK(decide_part(strength::conditional, truth::no, truth::no) ==
        verdict::not_applicable);
  CHECK(decide_part(strength::conditional, truth::no, truth::unknown) ==
        verdict::undetermined);
}

TEST_CASE(
    "section 3: a conditional duty not known to be met is open where its guard is "
    "unknown") {
  CHECK(decide_part(strength::conditional, truth::unknown, truth::no) ==
        verdict::undetermined);
  CHECK(decide_part(strength::conditional, truth::unknown, truth::unknown) ==
        verdict::undetermined);
}

TEST_CASE("section 3: a decided part is what every value of its unknowns gives") {
  for (const auto s : {strength::mandatory, strength::conditional})
    for (const auto when : truths)
      for (const auto requirement : truths) {
        const auto got = decide_part(s, when, requirement);
        if (got == verdict::undetermined) continue;
        for (const auto w : {truth::yes, truth::no})
          for (const auto r : {truth::yes, truth::no}) {
            if (when != truth::unknown && w != when) continue;
            if (requirement != truth::unknown && r != requirement) continue;
            CHECK(decide_part(s, w, r) == got);
          }
      }
}

TEST_CASE("section 3: only mandatory and conditional parts decide") {
  CHECK(norma::decides(strength::mandatory));
  CHECK(norma::decides(strength::conditional));
  CHECK_FALSE(norma::decides(strength::encouraged));
  CHECK_FALSE(norma::decides(strength::goal));
  CHECK_FALSE(norma::decides(strength::reference));
}

TEST_CASE(
    "section 3: what stands behind a gate is not applicable, or undetermined where "
    "unknown") {
  CHECK_FALSE(norma::verdict_behind(gate::open).has_value());
  for (const auto g : {gate::not_in_force, gate::nothing_to_rate, gate::guard_false})
    CHECK(norma::verdict_behind(g) == verdict::not_applicable);
  for (const auto g : {gate::rate_unknown, gate::guard_unknown})
    CHECK(norma::verdict_behind(g) == verdict::undetermined);
}

TEST_CASE("docs/verdicts.md is what the code decides (`make golden` records it)") {
  std::ifstream file(NORMA_SOURCE_DIR "/docs/verdicts.md", std::ios::binary);
  REQUIRE(file);
  const std::string recorded{std::istreambuf_iterator<char>(file), {}};
  CHECK(recorded == norma_test::verdict_page{}.write());
}

}  // namespace norma_test::strength_test
