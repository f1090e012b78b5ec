// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <norma/assess/judge.hpp>
#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/agree.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Days that are moved by a duration, over every day of four years and the ends of the
// calendar; and what is compared with null.

namespace norma_test::moves_test {

namespace {

norma::batch::frame every_day(column_store& store) {
  const std::int64_t first = day("2021-12-25").days();
  std::vector<std::optional<std::int64_t>> since, until;
  for (int i = 0; i < 1500; ++i) {
    since.emplace_back(first + i);
    until.emplace_back(first + i * 7 % 1500);
    if (i % 11 == 0) since.back().reset();
    if (i % 13 == 0) until.back().reset();
  }
  norma::batch::frame units("enterprise", since.size());
  units.add("since", store.numbers(layout::date32, since, 3));
  units.add("until", store.numbers(layout::date32, until));
  return units;
}

bool agrees(const norma::batch::plan& plan, const norma::standard& by,
            const norma::batch::frame& units) {
  return plan.judge(units).columns[0] == judged_singly(by, units, today);
}

}  // namespace

TEST_CASE("days are moved by columns as unit by unit") {
  sample_pack words;
  words.date_fact("since").date_fact("until").boolean("kept");
  column_store store;
  auto units = every_day(store);
  const auto no_rows = [&](const char* condition) {
    const auto by = words.standard({part("p", condition)});
    const norma::batch::plan plan(by, {.as_of = today});
    INFO(condition);
    CHECK(plan.explain().empty());
    CHECK(agrees(plan, by, units));
    CHECK(plan.judge(units).row_by_row == 0);
  };
  for (const char* condition :
       {"since + 1个月 <= until", "since + 30天 >= until", "since - 1个月 = until",
        "until < 1年 + since", "since + duration(\"P1DT12H\") > until",
        "since - duration(\"PT1H\") = until", "since + 3个月 in last(6个月)",
        "until - since >= 30天", "as_of - since < duration(\"P100DT1H\")",
        "since + 1个月 between until and as_of", "since + 10000000000年 > until",
        "since = null", "kept != null or until != null"}) {
    no_rows(condition);
  }
}

TEST_CASE("null is what an aggregate of nothing is") {
  sample_pack words;
  words.records("events", {{"paid", fact_type::count}, {"good", fact_type::boolean}});
  column_store store;
  column events;
  events.is = layout::structure;
  events.length = 4;
  events.children.push_back(
      {"paid", store.numbers(layout::int32, {1, 2, std::nullopt, 4})});
  events.children.push_back({"good", store.booleans(true, {1, 0, 1, std::nullopt})});
  norma::batch::frame units("enterprise", 5);
  units.add("events", store.lists({0, 1, 1, std::nullopt, 2}, events));
  for (const char* condition :
       {"max(events.paid) = null", "min(events[good].paid) != null",
        "max(events.paid) >= 1", "max(events[good].paid) = min(events.paid)",
        "total(events.paid) != null", "sum(events[good].paid) in (0, 1)"}) {
    const auto by = words.standard({part("p", condition)});
    const norma::batch::plan plan(by, {.as_of = today});
    INFO(condition);
    CHECK(plan.explain().empty());
    CHECK(agrees(plan, by, units));
  }
}

}  // namespace norma_test::moves_test
