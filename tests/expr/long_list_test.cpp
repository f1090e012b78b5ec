// SPDX-License-Identifier: Apache-2.0
#include <cstddef>  // std::size_t
#include <memory>   // std::make_shared
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include "catch.hpp"
#include "expr/workbench.hpp"

// Long lists give what short ones give, whatever stands in them.

namespace norma_test::long_list_test {

using norma::list_value;
using norma::value;
using workbench::bench;
using workbench::day;
using workbench::event;

namespace {

/// 300 events, of amounts 0 to 299; those at even places are confirmed.
list_value long_list() {
  list_value all;
  for (int i = 0; i < 300; ++i) all.push_back(event(day("2024-01-01"), i % 2 == 0, i));
  return all;
}

value other_shape() {
  return norma::record_value{
      std::make_shared<const norma::record_shape>(std::vector<std::string>{"amount"}),
      {7}};
}

}  // namespace

TEST_CASE("filters, quantifiers and projections go through long lists") {
  bench work;
  work.set("events", long_list());
  CHECK(work.show("count(events[confirmed])") == "150");
  CHECK(work.show("count(events[amount >= 100 and confirmed])") == "100");
  CHECK(work.show("total(events.amount)") == "44850");
  CHECK(work.show("max(events.amount)") == "299");
  CHECK(work.show("every e in events satisfies e.amount >= 0") == "true");
  CHECK(work.show("every e in events satisfies e.amount < 299") == "false");
  CHECK(work.show("some e in events satisfies e.amount = 299") == "true");
  CHECK(work.show("total(events[not(confirmed)].amount)") == "22500");
}

TEST_CASE("long lists hold unknown elements and records of other shapes") {
  bench work;
  for (const std::size_t place : {0U, 1U, 63U, 64U, 299U}) {
    auto all = long_list();
    all[place] = workbench::missing("lost");
    work.set("events", all);
    CHECK(work.show("every e in events satisfies e.amount >= 0") == "unknown lost");
    CHECK(work.show("some e in events satisfies e.amount < 0") == "unknown lost");
    work.feel();
    all[place] = other_shape();
    work.set("anything", all);
    const auto sum = 44850 - static_cast<int>(place) + 7;
    CHECK(work.show("sum(anything.amount)") == std::to_string(sum));
    CHECK(work.show("count(anything[amount >= 0])") == "300");
    all[place] = value{};
    work.set("anything", all);
    CHECK(work.show("count(anything[amount >= 0])") == "299");
    work.options.through = norma::expr::door::pack;
  }
}

}  // namespace norma_test::long_list_test
