// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/batch/unit_judge.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// Columns count no steps: rows that may meet a limit go by the scalar engine.

namespace norma_test::steps_test {

using norma::limits;
using norma::verdict;
using norma::batch::frame;
using norma::batch::plan;

namespace {

using numbers = std::vector<std::optional<std::int64_t>>;

/// `x != 100 and x != 101 and …`: ninety comparisons.
std::string long_condition(const std::string& x) {
  std::string all;
  for (int i = 0; i < 90; ++i) {
    all += (i == 0 ? "" : " and ") + x + " != " + std::to_string(100 + i);
  }
  return all;
}

const std::vector<std::string> conditions{
    "every x in sizes satisfies " + long_condition("x"),
    "some x in sizes satisfies not(" + long_condition("x") + ")",
    "count(sizes[" + long_condition("item") + "]) >= 1",
    "total(sizes[" + long_condition("item") + "]) >= 1",
    "count(sizes[item != 100]) >= 1",
    "all = 2",
    "size = \"large\"",
    "due >= 1"};

struct outcome {
  std::vector<verdict> verdicts;
  std::size_t by_rows = 0;
};

/// Of a unit whose lists have three elements, and of one whose lists have many: by
/// columns, by `unit_judge` and by `assess` the same.
outcome judged(const std::string& condition, const limits& bounds,
               std::int64_t many = 1000) {
  static sample_pack words = [] {
    sample_pack s;
    s.count("due").list_of_numbers("sizes");
    s.count("all", {.value = "total(sizes) - total(sizes) + due + 1"});
    std::vector<table_line> rows;
    for (int i = 100; i < 200; ++i)
      rows.push_back({{"= " + std::to_string(i) + ", > 1000"}, norma::value{"small"}});
    rows.push_back({{"-"}, norma::value{"large"}});
    s.table("t", {"due"}, rows);
    s.category("size", {"small", "large"}, {.from_table = "t"});
    return s;
  }();
  column_store store;
  frame units("enterprise", 2);
  units.add("due", store.numbers(layout::int32, {1, 1}));
  units.add("sizes",
            store.lists({3, many},
                        store.numbers(layout::int32,
                                      numbers(static_cast<std::size_t>(3 + many), 1))));
  const plan by(words.standard({part("p", condition)}),
                {.as_of = today, .bounds = bounds});
  const auto found = by.judge(units, {.reasons = true});
  norma::batch::unit_judge one(by, units);
  for (std::size_t row = 0; row < units.rows; ++row) {
    INFO(condition << ", row " << row);
    CHECK(by.explain(units, row).verdict == found.columns[0][row]);
    CHECK(one.judge(row) == found.columns[0][row]);
  }
  CHECK(one.row_by_row() == found.row_by_row);
  return {found.columns[0], found.row_by_row};
}

std::size_t left_open(const limits& bounds) {
  std::size_t open = 0;
  for (const auto& condition : conditions) {
    for (const verdict is : judged(condition, bounds).verdicts) {
      if (is == verdict::undetermined) ++open;
    }
  }
  return open;
}

}  // namespace

TEST_CASE("lists of a thousand elements are far from the limits of steps") {
  for (const auto& condition : conditions) {
    INFO(condition);
    CHECK(judged(condition, {}).by_rows == 0);
  }
}

TEST_CASE("what a limit leaves open columns leave open, too") {
  limits one;
  one.evaluation_steps = 20'000;
  CHECK(left_open(one) > 0);
  limits all;
  all.assessment_steps = 20'000;
  CHECK(left_open(all) > 0);
  limits items;
  items.list_items = 10;
  CHECK(left_open(items) > 0);
  CHECK(judged("due >= 1", one, 100).by_rows == 0);
  CHECK(judged(conditions.front(), one).by_rows == 1);
}

TEST_CASE("wherever a limit of steps lies columns are as the scalar engine is") {
  const std::vector<std::size_t> limits_tried{1,   10,   50,   100,  200,    400,
                                              800, 1600, 3200, 6400, 100'000};
  for (const std::size_t steps : tried(limits_tried, 4)) {
    CAPTURE(steps);
    limits one, all;
    one.evaluation_steps = all.assessment_steps = steps;
    const std::size_t open = left_open(one) + left_open(all);
    CHECK((steps < 6400) <= (open > 0));
  }
}

TEST_CASE("a list that no condition reads takes steps where facts are derived from it") {
  limits bounds;
  bounds.assessment_steps = 100'000;
  const auto few = judged("due >= 1", bounds, 300);
  CHECK(few.by_rows == 0);
  CHECK(few.verdicts == std::vector{verdict::pass, verdict::pass});
  const auto many = judged("due >= 1", bounds, 100'000);
  CHECK(many.by_rows == 1);
  CHECK(many.verdicts == std::vector{verdict::pass, verdict::undetermined});
}

TEST_CASE("steps that grow with the square of a list are reckoned so") {
  sample_pack words;
  words.count("due").list_of_numbers("sizes");
  words.count("kinds", {.value = "count(distinct values(sizes))"});
  column_store store;
  const std::int64_t many = 1600;
  limits bounds;
  bounds.assessment_steps = 1'000'000;
  numbers different;
  for (std::int64_t i = 0; i < many + 2; ++i) different.emplace_back(i);
  frame units("enterprise", 2);
  units.add("due", store.numbers(layout::int32, {1, 1}));
  units.add("sizes", store.lists({2, many}, store.numbers(layout::int32, different)));
  for (const char* const condition :
       {"due >= 1", "count(sizes) >= 1",
        "every a in sizes satisfies some b in sizes satisfies a = b"}) {
    const plan by(words.standard({part("p", condition)}),
                  {.as_of = today, .bounds = bounds});
    const auto found = by.judge(units);
    INFO(condition);
    CHECK(found.columns[0] == std::vector{verdict::pass, verdict::undetermined});
    CHECK(by.explain(units, 1).verdict == verdict::undetermined);
  }
}

TEST_CASE("texts that are long take steps in columns, too") {
  sample_pack words;
  words.words("a").words("b").list_of_numbers("sizes");
  limits bounds;
  bounds.assessment_steps = 10'000;
  const std::string longer(200'000, 'a');
  const std::vector<std::string> tried{"a = b",
                                       "a != b",
                                       "a = \"x\"",
                                       "string length(a) >= 0",
                                       "a + b != a",
                                       "string join([a, b]) != a",
                                       "every s in sizes satisfies a = b or s > 0"};
  for (const std::string& condition : tried) {
    const plan by(words.standard({part("p", condition)}),
                  {.as_of = today, .bounds = bounds});
    for (const std::size_t length : {0, 10, 1024, 2'000, 5'000, 50'000, 200'000}) {
      const std::vector<std::string> texts{longer.substr(0, length), "x"};
      column_store store;
      frame units("enterprise", 2);
      units.add("a", norma::batch::texts(texts));
      units.add("b", norma::batch::texts(texts));
      units.add("sizes", store.lists({3, 3}, store.numbers(layout::int8, numbers(6, 1))));
      const auto found = by.judge(units);
      norma::batch::unit_judge one(by, units);
      for (std::size_t row = 0; row < units.rows; ++row) {
        INFO(condition << ", " << length << " letters, row " << row);
        const auto is = by.explain(units, row).verdict;
        CHECK(found.columns[0][row] == is);
        CHECK(one.judge(row) == is);
      }
      INFO(condition << ", " << length << " letters");
      if (condition == "a = b") CHECK(found.row_by_row == (length > 1024 ? 1U : 0U));
      if (condition.find(" + ") != std::string::npos) CHECK(found.row_by_row == 2);
    }
  }
}

TEST_CASE("a text takes steps beside a category that is not known") {
  sample_pack words;
  words.count("due").words("a").category("kind", {"x", "y"});
  std::string any = "a = kind";
  for (int i = 0; i < 10; ++i) any += " or a = kind";
  words.count("idle", {.value = "if " + any + " then 1 else 2"});  // nobody reads it
  limits bounds;
  bounds.assessment_steps = 10'000;
  const plan by(words.standard({part("p", "due >= 1")}),
                {.as_of = today, .bounds = bounds});
  const std::vector<std::string> texts{std::string(200'000, 'a'), "a"};
  column_store store;
  frame units("enterprise", 2);
  units.add("due", store.numbers(layout::int32, {1, 1}));
  units.add("a", norma::batch::texts(texts));
  const auto found = by.judge(units);
  CHECK(found.columns[0] == std::vector{verdict::undetermined, verdict::pass});
  CHECK(found.row_by_row == 1);
  CHECK(by.explain(units, 0).verdict == verdict::undetermined);
}

TEST_CASE("what is written in conditions takes steps in columns, too") {
  const auto repeated = [](const std::string& what, int times) {
    std::string all = what;
    for (int i = 1; i < times; ++i) all += ", " + what;
    return all;
  };
  std::string numbers_written = "0";
  for (int i = 1; i < 90; ++i) numbers_written += ", " + std::to_string(i);
  const std::string list = "[" + numbers_written + "]";
  const std::string long_text(20'000, 'a');
  limits bounds;
  bounds.assessment_steps = 300'000;
  // Of a fact that no condition reads; each takes more than the limit.
  for (const std::string& value :
       {"count([" + repeated("text", 1500) + "])",
        "count([" + repeated("given", 100) + "])",
        "count([" + repeated("upper case(\"" + long_text + "\")", 2) + ", " +
            repeated("upper case(given)", 60) + "])",
        "string length(string([" +
            repeated("string([" + repeated("text", 400) + "])", 6) + "]))",
        "if some x in " + list + ", y in " + list + ", z in " + list +
            " satisfies x + y + z < 0 then 1 else 2",
        "count(" + list + "[every y in " + list + " satisfies every z in " + list +
            " satisfies item + y + z >= 0])",
        "count(for x in " + list + ", y in " + list + " return text)",
        "if median([" + repeated("due + 10 ** 4000", 60) + "]) > 0 then 1 else 2",
        "if max(" + repeated("due + 10 ** 4000", 150) + ") > 0 then 1 else 2",
        "count([" +
            repeated("(due + 10 ** 4000) / (10 ** 3999 + 1) + (due + 10 ** 4000) / (10 "
                     "** 3999 + 1)",
                     40) +
            "])"}) {
    sample_pack words;
    words.count("due").words("text");
    words.table("names", {"due"}, {{{"-"}, norma::value{long_text}}});
    words.words("given", {.from_table = "names"});
    words.count("idle", {.value = value});
    const plan by(words.standard({part("p", "due >= 1")}),
                  {.as_of = today, .bounds = bounds});
    const std::vector<std::string> texts(3, std::string(1000, 'x'));
    column_store store;
    frame units("enterprise", 3);
    units.add("due", store.numbers(layout::int32, {1, 1, 1}));
    units.add("text", norma::batch::texts(texts));
    INFO(value.substr(0, 100));
    const auto is = by.explain(units, 0).verdict;
    CHECK(is == verdict::undetermined);
    CHECK(by.judge(units).columns[0] == std::vector(3, is));
  }
}

TEST_CASE("lists behind a gate that is closed take steps all the same") {
  sample_pack words;
  words.boolean("flag").list_of_numbers("sizes");
  words.count("all", {.value = "total(sizes) + total(sizes) + total(sizes)"});
  limits bounds;
  bounds.assessment_steps = 20'000;
  const plan by(words.standard({part("p", "count(sizes) >= 1")}, {.when = "flag"}),
                {.as_of = today, .bounds = bounds});
  column_store store;
  const std::int64_t many = 20'000;
  frame units("enterprise", 1);
  units.add("flag", store.booleans(true, {0}));
  units.add("sizes", store.lists({many}, store.numbers(layout::int8, numbers(many, 1))));
  const auto is = by.explain(units, 0).verdict;
  CHECK(is == verdict::undetermined);
  CHECK(by.judge(units).columns[0][0] == is);
  norma::batch::unit_judge one(by, units);
  CHECK(one.judge(0) == is);
}

TEST_CASE("a list that would take too much memory as values is not read") {
  sample_pack words;
  norma::fact_definition sound;
  sound.name = "sound";
  sound.declared = norma::fact_type::boolean;
  sound.type = norma::expr::make(norma::expr::type_kind::boolean);
  words.records("people", {sound});
  const plan by(words.standard({part("p", "some e in people satisfies e.sound")}),
                {.as_of = today});
  column_store store;
  const std::int64_t many = 2'000'000;
  column people;
  people.is = layout::structure;
  people.length = static_cast<std::size_t>(many + 2);
  people.children.push_back(
      {"sound", store.booleans(true, numbers(people.length, std::int64_t{1}))});
  frame units("enterprise", 2);
  units.add("people", store.lists({2, many}, people));
  const auto found = by.judge(units, {.reasons = true});
  CHECK(found.columns[0] == std::vector{verdict::pass, verdict::undetermined});
  CHECK(found.row_by_row == 1);
  CHECK(found.erring == std::vector<std::size_t>{1});
  REQUIRE(by.data_errors(units, 1).size() == 1);
  CHECK(by.data_errors(units, 1).front().code.get() == "N0756");
  CHECK(by.explain(units, 1).verdict == verdict::undetermined);
  norma::batch::unit_judge one(by, units);
  CHECK(one.judge(1) == verdict::undetermined);
}

TEST_CASE("where the conditions alone may meet a limit every row counts its steps") {
  limits few;
  few.evaluation_steps = 5;
  CHECK(left_open(few) > 0);
  CHECK(judged(conditions.front(), few).by_rows == 2);
  few.assessment_steps = 5;
  CHECK(left_open(few) > 0);
}

}  // namespace norma_test::steps_test
