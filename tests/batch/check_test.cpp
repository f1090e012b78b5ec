// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <norma/assess/assess.hpp>
#include <norma/batch/arrow.hpp>
#include <norma/batch/plan.hpp>
#include <norma/batch/unit_judge.hpp>
#include <norma/core/error.hpp>
#include <norma/core/message.hpp>
#include <norma/load/load.hpp>

#include "assess/sample_pack.hpp"
#include "batch/arrow_batch.hpp"
#include "batch/columns.hpp"
#include "batch/two_counts.hpp"
#include "catch.hpp"

// What is wrong with columns is told with the column.

namespace norma_test::check_test {

using norma::diagnostic;

namespace {

/// Every code of this module once, and what is told with it.
std::vector<diagnostic> all_findings() {
  std::vector<diagnostic> all;
  const auto add = [&](const std::vector<diagnostic>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  column_store store;
  const auto plan = plan_of_two_counts();
  norma::batch::frame units("enterprise", 3);
  units.add("due", store.numbers(layout::int32, {1, 2}));
  units.add("signed", store.booleans(true, {1, 0, 1}));
  units.add("signed", store.numbers(layout::int32, {1, 2, 3}));
  units.add("sonud", store.booleans(true, {1, 0, 1}));
  units.add("met__date", store.numbers(layout::int32, {1, 2, 3}));
  units.add("met", store.booleans(true, {1, 0, 1}));
  units.add("id", store.texts({"a", "b", "c"}));
  add(plan.check(units));
  add(plan.check(norma::batch::frame("site", 1)));
  column bare = store.numbers(layout::int32, {1});
  bare.values = nullptr;
  norma::batch::frame lacking("enterprise", 1);
  lacking.add("due", bare);
  add(plan.check(lacking));
  const auto refused = [&](const char* format, std::int64_t length) {
    norma::batch::frame one("enterprise", 3);
    one.add("due", store.numbers(layout::int32, {1, 2, 3}));
    const arrow_batch batch(one, 0);
    batch.schema.children[0]->format = format;
    batch.array.children[0]->length = length;
    try {
      static_cast<void>(
          norma::batch::from_arrow("enterprise", batch.schema, batch.array));
      FAIL("not refused");
    } catch (const norma::rule_error& e) {
      add(e.diagnostics());
    }
  };
  norma::batch::frame askew("enterprise", 2);
  askew.add("due", store.numbers(layout::int32, {1, 2, 3}));
  askew.columns.front().content.length = 2;
  askew.columns.front().content.values =
      static_cast<const char*>(askew.columns.front().content.values) + 1;
  for (const auto& d : plan.check(askew))
    if (d.code == "N0693") all.push_back(d);
  all.push_back({"N0694", {"events", "1", "4294967295"}, {}, {}});
  all.push_back({"N0695", {"met", "12"}, {}, {}});
  all.push_back({"N0687", {"met", "200000000", "1000"}, {}, {}});
  // Of the columns of units in a list.
  column member;
  member.is = layout::structure;
  member.length = 2;
  member.children.push_back({"id", store.texts({"1", "2"})});
  member.children.push_back({"contract_due_count", store.booleans(true, {1, 0})});
  member.children.push_back({"应签合同人数", store.booleans(true, {1, 0})});
  member.children.push_back({"worker_cuont", store.numbers(layout::int8, {1, 2})});
  member.children.push_back({"worker_count", store.numbers(layout::int8, {1})});
  const auto area = norma::load("rules/cn-zj").standard("area");
  norma::batch::frame parks("area", 2);
  parks.area_kind = area.definition().area_kind;
  parks.add("members", store.lists({1, 2}, member));
  column event;
  event.is = layout::structure;
  event.length = 3;
  event.children.push_back({"date", store.numbers(layout::int32, {1, 2, 3})});
  event.children.push_back({"confimed", store.booleans(true, {1, 0})});
  parks.add("area_wage_arrears_events", store.lists({1, 2}, event));
  for (const auto& d : norma::batch::plan(area, {.as_of = today}).check(parks)) {
    if (d.code != "N0663") all.push_back(d);
  }
  column torn = store.texts({"1", "2"});
  const std::int32_t ends[] = {0, 2, 1};
  torn.offsets = ends;
  norma::batch::frame rows("enterprise", 2);
  rows.add("id", torn);
  for (const auto& d : plan.check(rows))
    if (d.code == "N0674") all.push_back(d);
  for (const char* path : {"g/q", "g", "."}) {
    try {
      static_cast<void>(
          plan.judge(norma::batch::frame("enterprise", 0), {.distances = {path}}));
      FAIL("not refused");
    } catch (const norma::rule_error& e) {
      for (const auto& d : e.diagnostics())
        if (d.level() == norma::severity::error) all.push_back(d);
    }
  }
  refused("tiM", 3);
  refused("i", 2);
  // Told by other doors: Arrow's, and Python's.
  all.push_back({"N0670", {"met", "12"}, {}, {}});
  all.push_back({"N0671", {"idd", "id"}, {}, {}});
  all.push_back({"N0679", {"met", "3"}, {}, {}});
  all.push_back({"N0680", {"test:g", "32767"}, {}, {}});
  all.push_back({"N0672", {"test:g", "`due`, `signed`"}, {}, {}});
  all.push_back({"N0673", {"unit", "site", "7", "test:g", "enterprise"}, {}, {}});
  all.push_back({"N0677", {"7", "应签", "due", "data error: …"}, {}, {}});
  const auto no_kind =
      norma::message_text("R0175", {"moon", "`area`"}, {"moon", "`area`"});
  all.push_back({"N0756", {"due", "5000000", "268435456"}, {}, {}});
  for (const char* const code : {"N0681", "N0682"})
    all.push_back({code, {"7", "unit", norma::text_argument(no_kind), "area"}, {}, {}});
  all.push_back({"N0688", {"100"}, {}, {}});
  all.push_back({"N0689", {"7", "100"}, {}, {}});
  all.push_back({"N0684", {"verdict", "test:g"}, {}, {}});
  all.push_back({"N0686", {"evidence"}, {}, {}});
  const auto thrown = [&](const auto& call) {
    try {
      call();
      FAIL("not refused");
    } catch (const norma::rule_error& e) {
      add(e.diagnostics());
    }
  };
  const norma::batch::frame three("enterprise", 3);
  thrown([&] { static_cast<void>(plan.explain(three, 3)); });
  thrown([&] { static_cast<void>(plan.data_errors(three, 4)); });
  thrown([&] { norma::batch::unit_judge(plan, three).judge(5); });
  const std::vector<std::uint8_t> one{1}, two{0, 1};
  thrown([&] { static_cast<void>(norma::batch::booleans(two, one)); });
  const norma::text derived{"（“计算方法”）", " (“computed as”)"};
  all.push_back({"N0698", {"square", norma::text_argument(derived)}, {}, {}});
  return all;
}

std::string read(const char* where) {
  std::ifstream in(where, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("what is wrong with columns is reported as recorded") {
  std::string now;
  const auto all = all_findings();
  for (const auto lang : {norma::language::en, norma::language::zh}) {
    for (const auto& d : all) now += render(d, lang);
  }
  const char* where = "tests/golden/batch/expected.txt";
  if (std::getenv("NORMA_RECORD") != nullptr)
    std::ofstream(where, std::ios::binary) << now;
  CHECK(read(where) == now);
}

TEST_CASE("rows that end before they begin are told, in lists and texts of each width") {
  column_store store;
  const auto found = [](const column& c) {
    norma::batch::frame rows("enterprise", c.length);
    rows.add("id", c);
    for (const auto& d : plan_of_two_counts().check(rows))
      if (d.code == "N0674") return d.arguments.at(1);
    return std::string();
  };
  const std::int32_t narrow[] = {-1, 0, 2, 2, 3, 1};
  const std::int64_t wide[] = {0, 1, 0, 2, 2};
  column c = store.texts({"1", "2"});
  c.offsets = narrow + 1;
  CHECK(found(c).empty());
  c.offset = 1;  // the second and third of four
  CHECK(found(c).empty());
  c.offset = 2;
  CHECK(found(c) == "2");
  c.offset = 0;
  c.offsets = narrow;
  CHECK(found(c) == "1");
  c.is = layout::large_text;
  c.offsets = wide;
  CHECK(found(c) == "2");
  c.length = 1;
  CHECK(found(c).empty());
  column list = store.lists({1, 2}, store.texts({"1", "2"}));
  CHECK(found(list).empty());
  const std::int32_t back[] = {1, 0, 2};
  list.offsets = back;
  CHECK(found(list) == "1");
  column words = store.dictionary({"small", "large"}, {0, 1});
  const std::int32_t entries[] = {0, 5, 3};
  words.children.front().content.offsets = entries;
  CHECK(found(words) == "2");
}

TEST_CASE("of lists with other elements than the fact has the elements are told") {
  column_store store;
  sample_pack s;
  const norma::batch::plan plan(s.set_of("seats", {"left"})
                                    .set_of("aside", {"left"})
                                    .standard({part("p", "\"left\" in seats")}),
                                {.as_of = today});
  const auto numbers = store.lists({1}, store.numbers(layout::int32, {1}));
  norma::batch::frame units("enterprise", 1);
  units.add("seats", numbers);
  units.add("aside", numbers);
  const auto told = plan.check(units);
  REQUIRE(told.size() == 2);
  for (const auto& d : told) {
    const bool read = d.arguments.at(0) == "seats[]";
    CHECK(d.code == (read ? "N0662" : "N0678"));
    CHECK(d.arguments.at(0) == (read ? "seats[]" : "aside[]"));
    CHECK(d.arguments.at(1) != d.arguments.at(2));
  }
}

TEST_CASE("columns in error are not judged, columns with warnings are") {
  column_store store;
  const auto plan = plan_of_two_counts();
  norma::batch::frame units("enterprise", 2);
  units.add("due", store.numbers(layout::int32, {1, 2}));
  CHECK(plan.check(units).size() == 3);  // signed, sound, size are missing
  CHECK(plan.judge(units).warnings.size() == 3);
  CHECK(plan.judge(units).columns[0][0] == norma::verdict::undetermined);
  units.add("sound", store.numbers(layout::int32, {1, 2}));
  CHECK_THROWS_AS(plan.judge(units), norma::rule_error);
}

TEST_CASE("facts without a column are told as the standard asks for them") {
  const auto by = sample_pack{}
                      .count("women")
                      .count("men")
                      .boolean("sound")
                      .count("staff", {.value = "men + women"})
                      .standard({bare("sound"), part("p", "staff >= 3 and men >= 1")});
  const norma::batch::plan plan(by, {.as_of = today});
  const auto missing = [&plan](const norma::batch::frame& units) {
    std::string all;
    for (const auto& d : plan.check(units)) all += d.arguments.front() + ' ';
    return all;
  };
  column_store store;
  norma::batch::frame units("enterprise", 1);
  CHECK(missing(units) == "sound men women ");
  // What it rests on is not missed where a derived fact is given.
  units.add("staff", store.numbers(layout::int32, {3}));
  CHECK(missing(units) == "sound men ");
}

TEST_CASE("a column of another type than its fact is told even where nothing reads it") {
  column_store store;
  const auto plan = plan_of_two_counts();
  norma::batch::frame units("enterprise", 1);
  units.add("due", store.numbers(layout::int32, {1}));
  units.add("met", store.texts({"2024-01-01"}));
  std::vector<diagnostic> told;
  for (const auto& d : plan.check(units))
    if (d.code == "N0678") told.push_back(d);
  REQUIRE(told.size() == 1);
  CHECK(told.front().arguments.front() == "met");
  CHECK(plan.judge(units).columns[0][0] == norma::verdict::undetermined);
}

TEST_CASE("texts and words have memory of their own") {
  column column_of_words;
  column column_of_texts;
  const std::vector<std::uint8_t> codes{1, 0, 1};
  {
    const std::vector<std::string> sizes{"small", "large"};
    column_of_words = norma::batch::words(sizes, codes);
    const std::vector<std::string> ids{"甲", "", "丙"};
    column_of_texts = norma::batch::texts(ids);
  }
  norma::batch::frame units("enterprise", 3);
  units.add("id", column_of_texts);
  units.add("size", column_of_words);
  const auto given = norma::batch::unit_of(units, 2, two_counts());
  CHECK(given.id == "丙");
  CHECK(given.facts.at("size").said().front().content.same_as("large"));
  const std::vector<std::uint8_t> too_few{1};
  CHECK_THROWS_AS(norma::batch::words({}, codes, too_few), norma::error);
}

}  // namespace norma_test::check_test
