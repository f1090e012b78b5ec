// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <norma/assess/data_errors.hpp>
#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Errors are told of the facts that verdicts rest on: of all of these, whoever looks at
// them, and of no others.

namespace norma_test::rests_on_test {

using norma::batch::frame;
using norma::batch::plan;

namespace {

using rows = std::vector<std::size_t>;
using cells = std::vector<std::optional<std::int64_t>>;

plan plan_of(sample_pack s, const std::string& require) {
  return {s.standard({part("p", require)}), {.as_of = today}};
}

/// The rows that are told, each with a text; verdicts are those of the scalar engine.
rows told(const plan& by, const frame& units) {
  const auto found = by.judge(units);
  for (std::size_t row = 0; row < units.rows; ++row) {
    const auto& all = found.erring;
    const bool is = std::find(all.begin(), all.end(), row) != all.end();
    INFO("row " << row);
    CHECK(by.data_errors(units, row).empty() == !is);
    CHECK(by.explain(units, row).verdict == found.columns[0][row]);
  }
  CHECK(found.erring_rows == found.erring.size());
  return found.erring;
}

column ints(column_store& store, const cells& of) {
  return store.numbers(layout::int32, of);
}
column days_from_now(column_store& store, cells of) {
  for (auto& each : of) {
    if (each) *each += today.days();
  }
  return store.numbers(layout::date32, of);
}

}  // namespace

TEST_CASE("what a check holds against a fact that is read is told as that is") {
  column_store store;
  sample_pack s;
  s.count("cap").count("due", {.checks = {"due <= cap"}});
  s.count("signed", {.checks = {"signed <= due"}}).count("aside");
  const auto by = plan_of(s, "signed >= 1");
  frame units("enterprise", 6);
  units.add("signed", ints(store, {1, 1, 1, 1, 9, std::nullopt}));
  units.add("due", ints(store, {2, -4, 7, 2, 2, -1}));
  units.add("cap", ints(store, {3, 3, 3, -1, 3, 3}));
  units.add("aside", ints(store, {-1, -1, -1, -1, -1, -1}));
  CHECK(told(by, units) == rows{1, 2, 3, 4, 5});
  CHECK(by.judge(units).row_by_row == 0);
}

TEST_CASE("the same of a check without a form in columns, whatever stands first in it") {
  for (const std::string check :
       {"other >= 1 and modulo(due, 3) = 0", "modulo(due, 3) = 0 and other >= 1"}) {
    column_store store;
    sample_pack s;
    s.count("due").count("other").count("odd", {.checks = {check}});
    const auto by = plan_of(s, "due >= 1");
    frame units("enterprise", 3);
    units.add("due", ints(store, {3, 3, 4}));
    units.add("other", ints(store, {1, -1, 1}));
    INFO(check);
    CHECK(told(by, units) == rows{1, 2});
  }
}

TEST_CASE("the same of what a derived fact has to agree with") {
  for (const std::string value : {"signed + due", "modulo(due, 7) + signed"}) {
    column_store store;
    sample_pack s;
    s.count("due").count("signed");
    s.count("whole", {.supplied = if_supplied::must_agree, .value = value});
    const auto by = plan_of(s, "due >= 1");
    frame units("enterprise", 5);
    units.add("due", ints(store, {1, 1, 1, 1, 1}));
    units.add("signed", ints(store, {2, -1, -1, 2, 2}));
    units.add("whole", ints(store, {std::nullopt, std::nullopt, 1, 3, 4}));
    INFO(value);
    CHECK(told(by, units) == rows{1, 2, 4});
  }
}

TEST_CASE("of a list that a length is held against nothing but its length is told") {
  for (const bool dated : {false, true}) {
    column_store store;
    sample_pack s;
    s.date_fact("counted_on").count("expected");
    s.records("events", {{"paid", fact_type::count}},
              {.dated_by = dated ? "counted_on" : "", .complete = "expected"});
    const auto by = plan_of(s, "expected >= 1");
    column events;
    events.is = layout::structure;
    events.length = 5;
    events.children.push_back({"paid", ints(store, {1, -1, 1, 1, 1})});
    frame units("enterprise", 4);
    units.add("expected", ints(store, {1, 1, 1, -1}));
    units.add("events", store.lists({1, 1, 2, 1}, events));
    units.add("counted_on", days_from_now(store, {-1, -1, -1, -1}));
    units.add("events__date", days_from_now(store, {-2, -1, -1, -1}));
    INFO(dated);
    CHECK(told(by, units) == rows{2, 3});
  }
}

TEST_CASE("a day that dates a fact is told as that is") {
  column_store store;
  sample_pack s;
  s.date_fact("met", {.range = between(day("2020-01-01"), day("2030-01-01"))});
  s.count("heads", {.dated_by = "met"}).count("aside", {.dated_by = "met"});
  frame units("enterprise", 4);
  units.add("heads", ints(store, {1, 1, 1, std::nullopt}));
  units.add("met", days_from_now(store, {-1, -1, 9000, 9000}));
  units.add("heads__date", days_from_now(store, {-1, -2, std::nullopt, std::nullopt}));
  units.add("aside", ints(store, {1, 1, 1, 1}));
  units.add("aside__date", days_from_now(store, {-9, -9, -9, -9}));
  CHECK(told(plan_of(s, "heads >= 1"), units) == rows{1, 2, 3});
  // In a condition without a form in columns as well.
  CHECK(told(plan_of(s, "modulo(heads, 2) = 1"), units) == rows{1, 2, 3});
}

}  // namespace norma_test::rests_on_test
