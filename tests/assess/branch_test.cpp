// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>

#include <string>
#include <vector>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 7 of an `if`, through the branch that is taken, and of `!=`.

namespace norma_test::branch_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.boolean("large").boolean("sound");
  s.count("workers").count("n", {.change = changeable::up});
  s.count("down", {.change = changeable::down}).plain_number("plain");
  s.count("either", {.change = changeable::either, .range = between(0, 9)});
  return s;
}

report of(const std::string& condition, const unit& u) {
  auto s = dictionary();
  return assess(s.standard({part("p", condition)}), u, {.as_of = today});
}

std::string en(const std::string& condition, const unit& u) {
  return at(of(condition, u), "p").condition->shown.en;
}
std::string zh(const std::string& condition, const unit& u) {
  return at(of(condition, u), "p").condition->shown.zh;
}
std::string by(const std::string& condition, const unit& u) {
  const auto d = at(of(condition, u), "p").distance;
  return d ? d->fact + ' ' + d->by.to_string() : "-";
}

/// `fact=value` of each remedy; every one applied and assessed anew.
std::vector<std::string> mend(const std::string& condition, const unit& u) {
  const auto r = of(condition, u);
  std::vector<std::string> all;
  for (const auto& one : r.remedies) {
    auto changed = u;
    std::string written;
    for (const auto& c : one.changes) {
      written += c.fact + '=' + c.to.to_string();
      changed.set(c.fact, c.to);
    }
    CHECK(of(condition, changed).verdict == one.gives);
    all.push_back(written);
  }
  return all;
}
using names = std::vector<std::string>;

unit with(int workers, int n) { return enterprise({{"workers", workers}, {"n", n}}); }

const char* const branched = "if workers >= 100 then n >= 2 else n >= 1";

}  // namespace

TEST_CASE("section 7: an if is told by the branch that is taken, and why it is") {
  CHECK(en(branched, with(100, 1)) ==
        "as the workers 100 persons ≥ 100 persons: the n 1 person, required ≥ 2 persons");
  CHECK(en(branched, with(99, 0)) ==
        "as the workers 99 persons < 100 persons: the n 0 persons, required ≥ 1 person");
  CHECK(zh(branched, with(99, 0)) == "因workers数 99 人 < 100 人：n数 0 人，要求 ≥ 1 人");
  const auto mixed = "if large and workers >= 100 then n >= 2 else sound";
  auto u = with(99, 0);
  u.set("large", true);
  u.set("sound", true);
  CHECK(en(mixed, u) == "as the workers 99 persons < 100 persons: the sound yes");
}

TEST_CASE("section 7: an if whose condition is unknown is told with both branches") {
  CHECK(en(branched, enterprise({{"n", 1}})) ==
        "if the workers unknown ≥ 100 persons: the n 1 person, required ≥ 2 persons; "
        "otherwise: the n 1 person, required ≥ 1 person");
  CHECK(by(branched, enterprise({{"n", 1}})) == "-");
}

TEST_CASE("section 7: an if as a threshold shows what it comes to") {
  CHECK(en("n >= (if workers >= 100 then 2 else 1)", with(100, 1)) ==
        "the n 1 person, required ≥ 2 (as the workers 100 persons ≥ 100 persons)");
}

TEST_CASE("section 7: distance and remedies of an if are those of the branch taken") {
  CHECK(by(branched, with(100, 1)) == "n -1");
  CHECK(by(branched, with(99, 0)) == "n -1");
  CHECK(by("n >= (if workers >= 100 then 2 else 1)", with(100, 1)) == "n -1");
  CHECK(mend(branched, with(100, 0)) == names{"n=2"});
  CHECK(mend(branched, with(99, 0)) == names{"n=1"});
  CHECK(mend("n >= (if workers >= 100 then 2 else 1)", with(100, 0)) == names{"n=2"});
}

TEST_CASE("section 7: a fact that would lead to another branch has no distance there") {
  CHECK(by("if n < 5 then n >= 7 else n >= 1", with(1, 3)) == "-");
  CHECK(by("n >= (if n < 5 then 7 else 1)", with(1, 3)) == "-");
}

TEST_CASE(
    "section 7: to be other than a number is one step away, where the fact may go") {
  CHECK(en("n != 2", with(1, 2)) == "the n 2 persons, required ≠ 2 persons");
  CHECK(by("n != 2", with(1, 2)) == "n -1");
  CHECK(by("n != 2", with(1, 3)) == "n 0");
  CHECK(by("n != 2", with(1, 5)) == "n 2");
  CHECK(by("n != 2", with(1, 0)) == "n 1");
  CHECK(by("down != 0", enterprise({{"down", 0}})) == "-");
  CHECK(by("plain != 2", enterprise({{"plain", 2}})) == "-");
  CHECK(mend("n != 2", with(1, 2)) == names{"n=3"});
  CHECK(mend("down != 2", enterprise({{"down", 2}})) == names{"down=1"});
  CHECK(mend("down != 0", enterprise({{"down", 0}})).empty());
  CHECK(mend("either != 4", enterprise({{"either", 4}})) ==
        names{"either=5", "either=3"});
  CHECK(mend("either != 9", enterprise({{"either", 9}})) == names{"either=8"});
}

TEST_CASE("section 7: a boolean compared with yes or no is mended as the boolean is") {
  CHECK(mend("sound != false", enterprise({{"sound", false}})) == names{"sound=true"});
  CHECK(mend("sound = true", enterprise({{"sound", false}})) == names{"sound=true"});
  CHECK(mend("sound = false", enterprise({{"sound", true}})).empty());
}

}  // namespace norma_test::branch_test
