// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/verdict.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"

// The laws of design section 3, over every group of up to five members.

namespace norma_test::verdict_test {

using norma::combine;
using norma::conclude;
using norma::tally;
using norma::verdict;

namespace {

using members = std::vector<verdict>;

const std::vector<verdict> verdicts{verdict::pass, verdict::fail, verdict::undetermined,
                                    verdict::not_applicable};

/// Every group of `size` members, in every order.
std::vector<members> groups_of(std::size_t size) {
  std::vector<members> all{{}};
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<members> longer;
    for (const auto& group : all)
      for (const auto v : verdicts) {
        longer.push_back(group);
        longer.back().push_back(v);
      }
    all = std::move(longer);
  }
  return all;
}

std::vector<members> groups_up_to_five() {
  std::vector<members> all;
  for (std::size_t size = 0; size <= 5; ++size) {
    const auto more = groups_of(size);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

verdict of(combine how, const members& group, std::size_t n = 0) {
  tally counts;
  for (const auto v : group) counts.add(v);
  return conclude(how, counts, n);
}

std::size_t count(const members& group, verdict v) {
  return static_cast<std::size_t>(std::count(group.begin(), group.end(), v));
}

verdict exchanged(verdict v) {
  if (v == verdict::pass) return verdict::fail;
  return v == verdict::fail ? verdict::pass : v;
}

std::string written(const members& group) {
  std::string all;
  for (const auto v : group) all += std::string(to_string(v)) + ' ';
  return all;
}

/// The sentence of the design read word by word, for `all` and `any`: members
/// that are not applicable are left out, of the rest the first of the list
/// that occurs, and not applicable if nothing remains.
verdict first_of(const members& group, const std::vector<verdict>& order) {
  for (const auto v : order)
    if (count(group, v) > 0) return v;
  return verdict::not_applicable;
}

/// What a member may turn into when a fact that was unknown is given.
bool may_become(verdict from, verdict to) {
  return from == to || from == verdict::undetermined;
}

}  // namespace

TEST_CASE("section 3: all is fail, else undetermined, else pass") {
  for (const auto& group : groups_up_to_five()) {
    INFO(written(group));
    REQUIRE(of(combine::all, group) ==
            first_of(group, {verdict::fail, verdict::undetermined, verdict::pass}));
  }
}

TEST_CASE("section 3: any is pass, else undetermined, else fail") {
  for (const auto& group : groups_up_to_five()) {
    INFO(written(group));
    REQUIRE(of(combine::any, group) ==
            first_of(group, {verdict::pass, verdict::undetermined, verdict::fail}));
  }
}

TEST_CASE("section 3: none is any with pass and fail exchanged") {
  for (const auto& group : groups_up_to_five()) {
    INFO(written(group));
    REQUIRE(of(combine::none, group) == exchanged(of(combine::any, group)));
  }
}

TEST_CASE(
    "section 3: all, any, none and at_least do not depend on the order of members") {
  for (const auto& group : groups_of(5)) {
    auto sorted = group;
    std::sort(sorted.begin(), sorted.end());
    INFO(written(group));
    for (const auto how : {combine::all, combine::any, combine::none})
      REQUIRE(of(how, group) == of(how, sorted));
    for (std::size_t n = 1; n <= 5; ++n)
      REQUIRE(of(combine::at_least, group, n) == of(combine::at_least, sorted, n));
  }
}

TEST_CASE("section 3: all and any are associative") {
  for (const auto& group : groups_of(5))
    for (std::size_t cut = 0; cut <= group.size(); ++cut) {
      const members left(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(cut));
      const members right(group.begin() + static_cast<std::ptrdiff_t>(cut), group.end());
      INFO(written(group) << "cut at " << cut);
      for (const auto how : {combine::all, combine::any})
        REQUIRE(of(how, group) == of(how, {of(how, left), of(how, right)}));
    }
}

TEST_CASE("section 3: all and any are idempotent") {
  for (const auto v : verdicts)
    for (std::size_t size = 1; size <= 5; ++size) {
      const members group(size, v);
      CHECK(of(combine::all, group) == v);
      CHECK(of(combine::any, group) == v);
    }
  for (const auto& group : groups_of(4)) {
    auto twice = group;
    twice.push_back(group.front());
    CHECK(of(combine::all, twice) == of(combine::all, group));
    CHECK(of(combine::any, twice) == of(combine::any, group));
  }
}

TEST_CASE("section 3: De Morgan holds between all and any") {
  for (const auto& group : groups_up_to_five()) {
    members opposite;
    for (const auto v : group) opposite.push_back(exchanged(v));
    INFO(written(group));
    REQUIRE(exchanged(of(combine::all, group)) == of(combine::any, opposite));
    REQUIRE(exchanged(of(combine::any, group)) == of(combine::all, opposite));
    REQUIRE(of(combine::none, group) == of(combine::all, opposite));
  }
}

TEST_CASE("section 3: at_least 1 is any") {
  for (const auto& group : groups_up_to_five()) {
    if (group.empty()) continue;
    INFO(written(group));
    REQUIRE(of(combine::at_least, group, 1) == of(combine::any, group));
  }
}

TEST_CASE("section 3: at_least n is what its sentence says") {
  for (const auto& group : groups_up_to_five()) {
    const auto p = count(group, verdict::pass);
    const auto f = count(group, verdict::fail);
    const auto u = count(group, verdict::undetermined);
    const auto a = count(group, verdict::not_applicable);
    for (std::size_t n = 1; n <= group.size(); ++n) {
      INFO(written(group) << "n = " << n);
      const auto got = of(combine::at_least, group, n);
      const bool pass = p >= n;
      const bool fail = !pass && p + u < n && (p > 0 || f > 0);
      const bool not_applicable = a == group.size();
      REQUIRE((got == verdict::pass) == pass);
      REQUIRE((got == verdict::fail) == fail);
      REQUIRE((got == verdict::not_applicable) == not_applicable);
      REQUIRE((got == verdict::undetermined) == !(pass || fail || not_applicable));
    }
  }
}

TEST_CASE(
    "section 3: a decided at_least n is what every completion of its members gives") {
  // By brute force: an undetermined member may turn out as anything.
  for (const auto& group : groups_of(4))
    for (std::size_t n = 1; n <= 4; ++n) {
      const auto got = of(combine::at_least, group, n);
      std::vector<verdict> outcomes;
      for (const auto& end : groups_of(4)) {
        bool reachable = count(end, verdict::undetermined) == 0;
        for (std::size_t i = 0; i < 4; ++i)
          reachable = reachable && may_become(group[i], end[i]);
        if (reachable) outcomes.push_back(of(combine::at_least, end, n));
      }
      INFO(written(group) << "n = " << n);
      const bool same = std::all_of(outcomes.begin(), outcomes.end(),
                                    [&](verdict v) { return v == outcomes.front(); });
      REQUIRE(same == (got != verdict::undetermined));
      if (same) REQUIRE(got == outcomes.front());
    }
}

TEST_CASE("section 3: giving what was unknown never changes a decided group") {
  for (const auto& group : groups_of(4))
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (group[i] != verdict::undetermined) continue;
      for (const auto v : verdicts) {
        auto known = group;
        known[i] = v;
        INFO(written(group) << "-> " << written(known));
        for (const auto how : {combine::all, combine::any, combine::none}) {
          const auto before = of(how, group);
          if (before != verdict::undetermined) REQUIRE(of(how, known) == before);
        }
        for (std::size_t n = 1; n <= group.size(); ++n) {
          const auto before = of(combine::at_least, group, n);
          if (before != verdict::undetermined)
            REQUIRE(of(combine::at_least, known, n) == before);
        }
      }
    }
}

TEST_CASE("section 3: distribution and absorption are no laws") {
  using enum verdict;
  // x and (x or y) is x only where not_applicable stays out.
  CHECK(of(combine::all, {not_applicable, of(combine::any, {not_applicable, fail})}) ==
        fail);
  CHECK(of(combine::any, {not_applicable, of(combine::all, {not_applicable, pass})}) ==
        pass);
  // x or (y and z) against (x or y) and (x or z), with z not applicable
  CHECK(of(combine::any, {fail, of(combine::all, {pass, not_applicable})}) == pass);
  CHECK(of(combine::all, {of(combine::any, {fail, pass}),
                          of(combine::any, {fail, not_applicable})}) == fail);
}

TEST_CASE("a verdict has one word, and the words are those of the reports") {
  CHECK(to_string(verdict::pass) == "pass");
  CHECK(to_string(verdict::fail) == "fail");
  CHECK(to_string(verdict::undetermined) == "undetermined");
  CHECK(to_string(verdict::not_applicable) == "not_applicable");
}

}  // namespace norma_test::verdict_test
