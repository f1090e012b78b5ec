// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <norma/assess/data_errors.hpp>
#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Rows with facts in error are told, and what is wrong with them.

namespace norma_test::data_errors_test {

using norma::batch::frame;
using norma::batch::plan;

namespace {

using rows = std::vector<std::size_t>;

sample_pack words() {
  sample_pack s;
  s.count("due").count("signed", {.checks = {"signed <= due"}}).count("aside");
  s.category("size", {"small", "large"}).boolean("sound");
  s.date_fact("met", {.range = between(day("2020-01-01"), day("2030-01-01"))});
  s.count("valid", {.valid_for = span_of("P1Y")});
  return s;
}

plan plan_of(const std::string& require, const std::string& when = {}) {
  auto s = words();
  return {
      s.standard({group("g", norma::combine::all, {part("p", require)})}, {.when = when}),
      {.as_of = today}};
}

std::string codes(const plan& by, const frame& units, std::size_t row) {
  std::string all;
  for (const auto& each : by.data_errors(units, row))
    all += each.fact + ' ' + each.code.get() + ' ';
  return all;
}

}  // namespace

TEST_CASE("values that a fact can not have are told with their rows") {
  column_store store;
  const auto by = plan_of("signed + due >= 1 and size = \"small\"");
  frame units("enterprise", 6);
  units.add("due", store.numbers(layout::int32, {4, -4, std::nullopt, 4, 4, 4}));
  units.add("signed", store.numbers(layout::int32, {4, 4, 4, 5, 4, 4}));
  units.add("size", store.dictionary({"small", "enormous"}, {0, 0, 0, 0, 1, 7}));
  const auto found = by.judge(units);
  CHECK(found.erring == rows{1, 3, 4, 5});
  CHECK(found.erring_rows == 4);
  CHECK(codes(by, units, 0).empty());
  CHECK(codes(by, units, 1) == "due N0742 ");
  CHECK(codes(by, units, 3) == "due N0746 ");  // one check, told once
  CHECK(codes(by, units, 4) == "size N0743 ");
  CHECK(codes(by, units, 5) == "size N0740 ");
  CHECK_THROWS_AS(by.data_errors(units, 6), norma::error);
}

TEST_CASE("texts that are no UTF-8 are told, whatever compares them") {
  column_store store;
  sample_pack s;
  s.words("town").words("seat").category("size", {"small", "large"});
  const std::string gbk = "\xb4\xf3";
  for (const std::string require :
       {"town = \"a\" or town in (\"b\", \"c\")", "town != seat", "size = \"small\""}) {
    const plan by(s.standard({part("p", require)}), {.as_of = today});
    const std::string name = require.substr(0, 4);
    for (const bool entries : {true, false}) {
      frame units("enterprise", 5);
      using cells = std::vector<std::optional<std::string>>;
      column texts = store.texts(cells{"small", gbk, std::nullopt, gbk, "large"});
      if (entries) {
        texts = store.dictionary({"small", gbk, "", "large"}, {0, 1, 2, 1, 3});
        texts.children.front().content =
            store.texts(cells{"small", gbk, std::nullopt, "large"});
      }
      units.add(name, texts);
      units.add("seat", store.texts(cells{"a", "b", "c", "d", "e"}));
      const auto found = by.judge(units);
      INFO(require << (entries ? " in a dictionary" : ""));
      CHECK(found.erring == rows{1, 3});
      CHECK(found.row_by_row == 0);
      CHECK(codes(by, units, 1) == name + " N0755 ");
      CHECK(codes(by, units, 2).empty());
    }
  }
}

TEST_CASE("what is blank, what does not hold and what is not read is in no error") {
  column_store store;
  const auto by = plan_of("valid >= 1 and size = \"small\"");
  frame units("enterprise", 3);
  const auto old = today.days() - 800;
  units.add("valid", store.numbers(layout::int32, {-1, -1, std::nullopt}));
  units.add("valid__date", store.numbers(layout::date32, {old, today.days(), old}));
  // An entry of a dictionary that is blank is no word.
  column sizes = store.dictionary({"small", "?"}, {1, 1, 1});
  sizes.children.front().content = store.texts({"small", std::nullopt});
  units.add("size", sizes);
  units.add("aside", store.numbers(layout::int32, {-1, -1, -1}));
  const auto found = by.judge(units);
  CHECK(found.erring == rows{1});
  CHECK(codes(by, units, 0).empty());
  CHECK(codes(by, units, 1) == "valid N0742 ");
  CHECK(codes(by, units, 2).empty());
}

TEST_CASE("a value is told although nothing follows from it") {
  column_store store;
  const auto by = plan_of("signed <= due + aside");
  frame units("enterprise", 2);  // without a column of `due`
  units.add("signed", store.numbers(layout::int32, {1, 1}));
  units.add("aside", store.numbers(layout::int8, {1, -1}));
  CHECK(by.judge(units).erring == rows{1});
}

TEST_CASE("what null rows of lists point to is in nobody's error") {
  column_store store;
  sample_pack s;
  s.records("events", {{"paid", fact_type::count}}).set_of("seats", {"left", "right"});
  const plan by(s.standard({part("p", "some e in events satisfies e.paid >= 1"),
                            part("q", "\"left\" in seats")}),
                {.as_of = today});
  column events;
  events.is = layout::structure;
  events.length = 4;
  events.children.push_back({"paid", store.numbers(layout::int32, {-1, -1, 2, -1})});
  auto lists = store.lists({1, 1, 1, 1}, events);
  auto seats = store.lists({1, 1, 1, 1}, store.texts({"left", "?", "?", "?"}));
  const std::vector<std::optional<std::int64_t>> marks{1, std::nullopt, 1, std::nullopt};
  store.mark(lists, marks, false);
  store.mark(seats, marks, false);
  frame units("enterprise", 4);
  units.add("events", lists);
  units.add("seats", seats);
  const auto found = by.judge(units);
  CHECK(found.erring == rows{0, 2});
  CHECK(found.row_by_row == 0);
  CHECK(codes(by, units, 0) == "events[1].paid N0742 ");
  CHECK(codes(by, units, 1).empty());
  CHECK(codes(by, units, 2) == "seats[1] N0743 ");
}

TEST_CASE("elements are told to be in error, whatever of them a condition reads") {
  column_store store;
  sample_pack s;
  fact_definition seats;
  {
    sample_pack other;
    const auto by = other.set_of("seats", {"left", "right"}).standard({});
    seats = *by.words().fact(0);
  }
  fact_definition paid;
  paid.name = "paid";
  paid.declared = fact_type::count;
  paid.type = expr::make_number();
  fact_definition sound = paid;
  sound.name = "sound";
  sound.declared = fact_type::boolean;
  sound.type = expr::make(expr::type_kind::boolean);
  fact_definition term = paid;
  term.name = "term";
  term.declared = fact_type::period;
  term.type = expr::make_range(expr::make(expr::type_kind::date));
  s.records("events", std::vector{paid, sound, term, seats});
  s.set_of("held", {"north", "south"}).list_of_numbers("sizes");
  const auto elements = [&](std::size_t n) {
    column events;
    events.is = layout::structure;
    events.length = n;
    return events;
  };
  // One event a row; in each row but the first another of its fields is in error.
  column events = elements(5);
  events.children.push_back({"paid", store.numbers(layout::int32, {1, -1, 1, 1, 1})});
  events.children.push_back({"sound", store.booleans(true, {1, 1, 1, 1, 1})});
  column terms = elements(5);
  terms.children.push_back({"from", store.numbers(layout::date32, {1, 1, 3, 1, 1})});
  terms.children.push_back({"to", store.numbers(layout::date32, {2, 2, 2, 2, 2})});
  events.children.push_back({"term", terms});
  events.children.push_back(
      {"seats", store.lists({1, 1, 1, 1, 1},
                            store.texts({"left", "left", "left", "?", "right"}))});
  frame units("enterprise", 5);
  units.add("events", store.lists({1, 1, 1, 1, 1}, events));
  units.add("held", store.lists({0, 0, 0, 0, 1}, store.texts({"west"})));
  units.add("sizes", store.lists({1, 0, 0, 0, 0}, store.numbers(layout::int32, {-1})));
  for (const auto& [require, wanted] : std::vector<std::pair<std::string, rows>>{
           {"some e in events satisfies e.sound", {1, 2, 3}},
           {"count(events) >= 1", {1, 2, 3}},
           {"count(events[paid >= 1]) >= 1 and \"north\" in held", {1, 2, 3, 4}},
           {"some e in events satisfies \"left\" in e.seats", {1, 2, 3}},
           {"count(held) >= 1", {4}},
           {"count(sizes) >= 1", {0}}}) {
    sample_pack of = s;
    const plan by(of.standard({part("p", require)}), {.as_of = today});
    const auto found = by.judge(units);
    INFO(require);
    CHECK(found.row_by_row == 0);
    CHECK(found.erring == wanted);
    for (std::size_t row = 0; row < units.rows; ++row) {
      const bool told = std::find(wanted.begin(), wanted.end(), row) != wanted.end();
      CHECK(codes(by, units, row).empty() != told);
    }
  }
}

TEST_CASE("of a period that ends before it begins nothing is known") {
  column_store store;
  sample_pack s;
  const plan by(s.list_of_periods("stays").standard(
                    {part("p", "some p in stays satisfies as_of in p"),
                     part("q", "every p in stays satisfies as_of in p")}),
                {.as_of = today});
  const auto now = today.days();
  column stays;
  stays.is = layout::structure;
  stays.length = 4;
  stays.children.push_back(
      {"from", store.numbers(layout::date32, {now + 3, now - 1, now + 1, std::nullopt})});
  stays.children.push_back(
      {"to", store.numbers(layout::date32, {now - 3, now + 1, now + 2, now - 1})});
  frame units("enterprise", 4);
  units.add("stays", store.lists({1, 1, 1, 1}, stays));
  const auto found = by.judge(units);
  CHECK(found.row_by_row == 0);
  using norma::verdict;
  for (const std::size_t path : {1, 2}) {
    CHECK(found.columns[path] == std::vector{verdict::undetermined, verdict::pass,
                                             verdict::fail, verdict::fail});
  }
  for (std::size_t row = 0; row < units.rows; ++row)
    CHECK(by.explain(units, row).verdict == found.columns[0][row]);
  CHECK(found.erring == rows{0});
}

TEST_CASE("a fact that a check names which has no columns is judged row by row") {
  column_store store;
  auto s = words();
  s.count("odd", {.checks = {"due + odd >= 1 and modulo(due, 3) = 0"}});
  const plan by(s.standard({part("p", "odd >= 1"), part("q", "due >= 1")}),
                {.as_of = today});
  frame units("enterprise", 2);
  units.add("due", store.numbers(layout::int32, {3, 4}));
  units.add("odd", store.numbers(layout::int32, {1, 1}));
  const auto found = by.judge(units);
  for (std::size_t row = 0; row < units.rows; ++row)
    CHECK(by.explain(units, row).verdict == found.columns[0][row]);
  CHECK(found.row_by_row == 2);
  REQUIRE(by.explain().size() == 2);
  CHECK(by.explain()[0].why.en.starts_with("`odd` (“checks”) has no form in columns"));
  CHECK(by.explain()[1].why.en.starts_with("`due` (“checks”) has no form in columns"));
  CHECK(found.erring == rows{1});
}

TEST_CASE("rows that go one by one are told as well") {
  column_store store;
  const auto by = plan_of("due >= 1");
  frame units("enterprise", 4);
  // More digits than a double has, a fraction; both leave the columns.
  units.add("due", store.numbers(layout::float64, {1, 45, 5, -3}, 0, 1));
  const auto found = by.judge(units);
  CHECK(found.row_by_row == 4);
  CHECK(found.erring == rows{0, 1, 2, 3});
  CHECK(codes(by, units, 1) == "due N0754 ");
}

}  // namespace norma_test::data_errors_test
