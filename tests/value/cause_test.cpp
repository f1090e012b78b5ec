// SPDX-License-Identifier: Apache-2.0
#include <norma/value/cause.hpp>

#include <algorithm>

#include "catch.hpp"

namespace norma_test::cause_test {

using norma::cause;
using norma::cause_kind;
using norma::cause_list;
using norma::merge;
using norma::one_cause;

namespace {

cause_list missing(const char* fact) {
  return one_cause({cause_kind::missing, fact, "", "", {}});
}

}  // namespace

TEST_CASE("one cause keeps what it was given") {
  const auto list = one_cause({cause_kind::data_error, "a", "d", "N0701", {"1", "2"}});
  REQUIRE(list->size() == 1);
  CHECK(list->front().kind == cause_kind::data_error);
  CHECK(list->front().fact == "a");
  CHECK(list->front().detail == "d");
  CHECK(list->front().code == "N0701");
  CHECK(list->front().arguments == std::vector<std::string>{"1", "2"});
}

TEST_CASE("merged causes are sorted and without duplicates") {
  const auto ab = merge(missing("b"), missing("a"));
  REQUIRE(ab->size() == 2);
  CHECK((*ab)[0].fact == "a");
  CHECK((*ab)[1].fact == "b");
  const auto bc = merge(missing("c"), missing("b"));
  const auto abc = merge(ab, bc);
  REQUIRE(abc->size() == 3);
  CHECK(std::is_sorted(abc->begin(), abc->end()));
  CHECK(*merge(bc, ab) == *abc);
  CHECK(*merge(missing("c"), merge(missing("b"), missing("a"))) == *abc);
}

TEST_CASE("causes of one fact that differ in anything are both kept") {
  const auto pending_1 = one_cause({cause_kind::pending, "a", "case 1", "", {}});
  const auto pending_2 = one_cause({cause_kind::pending, "a", "case 2", "", {}});
  CHECK(merge(pending_1, pending_2)->size() == 2);
  CHECK(merge(pending_1, missing("a"))->size() == 2);
  const auto error_1 = one_cause({cause_kind::data_error, "a", "", "N0701", {"1"}});
  const auto error_2 = one_cause({cause_kind::data_error, "a", "", "N0701", {"2"}});
  CHECK(merge(error_1, error_2)->size() == 2);
}

TEST_CASE("merging shares a list that holds the other") {
  const auto a = missing("a");
  const auto ab = merge(a, missing("b"));
  CHECK(merge(a, a) == a);
  CHECK(merge(ab, a) == ab);
  CHECK(merge(a, ab) == ab);
  CHECK(merge(ab, missing("b")) == ab);
}

TEST_CASE("causes not asked for add nothing") {
  const auto a = missing("a");
  CHECK(merge(nullptr, nullptr) == nullptr);
  CHECK(merge(a, nullptr) == a);
  CHECK(merge(nullptr, a) == a);
}

}  // namespace norma_test::cause_test
