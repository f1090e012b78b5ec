// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Design section 5: exceptions on parts that allow them.

namespace norma_test::exceptions_test {

namespace {

const part_options allowing{.exceptions = true};

/// `a/age` allows exceptions, `a/sound` does not; a standard inside has an
/// `age` of its own that does.
norma::standard sample() {
  sample_pack s;
  s.count("years").boolean("sound").boolean("calm");
  return s.standard({group(
      "a", combine::all,
      {part("age", "years >= 3", allowing), bare("sound"),
       embedded("inner",
                {group("b", combine::all, {part("calmness", "calm", allowing)})})})});
}

unit given(value years) {
  return enterprise({{"years", std::move(years)}, {"sound", true}, {"calm", true}});
}

exception_record granted(std::string part) {
  return {std::move(part), "首批", {"县三方会议", "纪要9号", day("2023-12-01"), {}}};
}

norma::report told(unit u, std::vector<exception_record> exceptions,
                   std::optional<date> known = {}) {
  u.exceptions = std::move(exceptions);
  const auto by = sample();
  const auto r = assess(by, u, {.as_of = today, .known_as_of = known});
  CHECK(judge(by, bind(by, u, {today, known})) == r.verdict);
  return r;
}

}  // namespace

TEST_CASE("a part that is met stays met, one that is not is set aside") {
  const auto met = told(given(3), {granted("a/age")});
  CHECK(at(met, "a/age").verdict == verdict::pass);
  CHECK(met.applicable == 3);
  const auto unmet = told(given(2), {granted("a/age")});
  CHECK(at(unmet, "a/age").verdict == verdict::not_applicable);
  CHECK(unmet.verdict == verdict::pass);
  CHECK(unmet.applicable == 2);
  const auto& why = at(unmet, "a/age").reason;
  REQUIRE(why);
  CHECK(why->code == "exception");
  CHECK(why->words.zh == "已批准例外：首批（县三方会议，2023-12-01，纪要9号）");
  CHECK(why->words.en ==
        "an exception was granted: 首批 (县三方会议, 2023-12-01, 纪要9号)");
  CHECK(told(given(2), {}).verdict == verdict::fail);
  REQUIRE(unmet.exceptions.size() == 1);
  CHECK(unmet.exceptions[0].part == "a/age");
  CHECK(unmet.exceptions[0].reason == "首批");
  CHECK(unmet.exceptions[0].from.document == "纪要9号");
  CHECK(met.exceptions.empty());
}

TEST_CASE("what is set aside stays so while remedies are tried") {
  auto u = given(2);
  u.set("sound", false);
  const auto r = told(u, {granted("a/age")});
  CHECK(r.verdict == verdict::fail);
  REQUIRE(r.remedies.size() == 1);
  CHECK(r.remedies[0].gives == verdict::pass);
  REQUIRE(r.remedies[0].changes.size() == 1);
  CHECK(r.remedies[0].changes[0].fact == "sound");
}

TEST_CASE("what may still be met stays open: no fact flips a decided verdict") {
  const auto open = told(given({}), {granted("a/age")});
  CHECK(at(open, "a/age").verdict == verdict::undetermined);
  CHECK(at(open, "a/age").causes.at(0).fact == "years");
}

TEST_CASE("an exception that no part allows is a data error there") {
  const auto r = told(given(9), {granted("a/sound")});
  CHECK(at(r, "a/sound").verdict == verdict::undetermined);
  REQUIRE(at(r, "a/sound").causes.size() == 1);
  CHECK(at(r, "a/sound").causes[0].kind == cause_kind::data_error);
  CHECK(at(r, "a/sound").causes[0].code == "N0748");
  CHECK(r.verdict == verdict::undetermined);
}

TEST_CASE("an exception to a part that is not there is told with the report") {
  for (const auto* path :
       {"a/nothing", "a", ".", "", "a//age", "a/age/", "inner/b/calmness"}) {
    const auto r = told(given(9), {granted(path)});
    CHECK(r.verdict == verdict::pass);
    REQUIRE(r.remarks.size() == 1);
    CHECK(r.remarks[0].code == "exception_astray");
    CHECK(r.remarks[0].arguments.at(0) == path);
  }
}

TEST_CASE("inside another standard a part goes by its path in its own, too") {
  auto u = given(9);
  u.set("calm", false);
  for (const auto* path : {"b/calmness", "a/inner/b/calmness"}) {
    const auto r = told(u, {granted(path)});
    CHECK(at(r, "a/inner/b/calmness").verdict == verdict::not_applicable);
    CHECK(r.remarks.empty());
  }
}

TEST_CASE("a decision recorded after the day of knowledge was not known") {
  auto late = granted("a/age");
  late.from.recorded = day("2024-01-02");
  CHECK(told(given(2), {late}, day("2024-01-01")).verdict == verdict::fail);
  CHECK(told(given(2), {late}, day("2024-01-02")).verdict == verdict::pass);
}

TEST_CASE("a decision dated after the as-of day does not count on it and is remarked") {
  auto record = granted("a/age");
  record.from.day = today;
  CHECK(told(given(2), {record}).verdict == verdict::pass);
  CHECK(told(given(2), {record}).remarks.empty());
  record.from.day = day("2024-04-01");
  const auto early = told(given(2), {record});
  CHECK(at(early, "a/age").verdict == verdict::fail);
  CHECK(early.exceptions.empty());
  REQUIRE(early.remarks.size() == 1);
  CHECK(early.remarks[0] == remark{"dated_after", {}, {"a/age", "首批"}});
  // Nor is it an error of a part that allows none, before its day.
  record.part = "a/sound";
  CHECK(at(told(given(2), {record}), "a/sound").verdict == verdict::pass);
}

}  // namespace norma_test::exceptions_test
