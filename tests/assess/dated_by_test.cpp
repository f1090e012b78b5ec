// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/judge.hpp>
#include <norma/load/load.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assess/sample_pack.hpp"
#include "catch.hpp"
#include "load/reading.hpp"

// Facts whose evidence is of the day that another fact says.

namespace norma_test::dated_by_test {

namespace {

const norma::standard& sample() {
  static const auto made =
      sample_pack{}
          .date_fact("surveyed_on",
                     {.range = between(day("2000-01-01"), day("2030-12-31"))})
          .count("answers", {.valid_for = span_of("12个月"), .dated_by = "surveyed_on"})
          .count("visits", {.dated_by = "surveyed_on"})
          .standard({part("enough", "answers >= 10"), part("seen", "visits >= 1")});
  return made;
}

unit surveyed(const char* on, const char* own = nullptr) {
  auto u = enterprise();
  u.facts["answers"].statements = {dated(12, own)};
  u.facts["visits"].statements = {dated(3, own)};
  if (on != nullptr) u.set("surveyed_on", day(on));
  return u;
}

bound_facts bound(const unit& u, const char* as_of = "2024-03-31") {
  return bind(sample(), u, {day(as_of)});
}

std::vector<cause> causes_of(const bound_facts& b, const char* fact) {
  const auto v = slot_of(b, fact);
  REQUIRE(v.is_unknown());
  REQUIRE(v.causes());
  return *v.causes();
}

}  // namespace

TEST_CASE("section 6: the fact that dates another tells how long its evidence holds") {
  CHECK(slot_of(bound(surveyed("2023-03-31")), "answers").same_as(12));
  const auto expired = causes_of(bound(surveyed("2023-03-30")), "answers");
  CHECK(expired.size() == 1);
  CHECK(expired.front() ==
        cause{cause_kind::expired, "answers", "2023-03-30", {}, {"2024-03-30"}});
  // Without a validity the day decides nothing.
  CHECK(slot_of(bound(surveyed("2020-01-01")), "visits").same_as(3));
}

TEST_CASE("section 6: the unit's default day is no day of a fact that another dates") {
  unit u = enterprise();
  u.default_evidence.day = day("2024-03-15");
  u.set("answers", 12);
  u.set("visits", 3);
  CHECK(causes_of(bound(u), "answers").front() ==
        cause{cause_kind::missing, "surveyed_on", {}, {}, {}});
  CHECK(slot_of(bound(u), "visits").same_as(3));
  u.set("surveyed_on", day("2020-01-01"));
  CHECK(causes_of(bound(u), "answers").front().kind == cause_kind::expired);
  CHECK(slot_of(bound(u), "visits").same_as(3));
}

TEST_CASE("section 6: a day of its own must be the one that the other fact says") {
  CHECK(slot_of(bound(surveyed("2024-03-01", "2024-03-01")), "answers").same_as(12));
  for (const char* fact : {"answers", "visits"}) {
    const auto found = causes_of(bound(surveyed("2024-03-01", "2024-03-02")), fact);
    REQUIRE(found.size() == 1);
    CHECK(found.front() == cause{cause_kind::data_error,
                                 fact,
                                 {},
                                 "N0753",
                                 {fact, "2024-03-02", "surveyed_on", "2024-03-01"}});
  }
}

TEST_CASE("section 6: of two days that differ a later one is told as such, too") {
  const cause later{cause_kind::dated_later, "answers", {}, {}, {}};
  const auto differ = [](const char* fact, const char* own, const char* on) {
    return cause{
        cause_kind::data_error, fact, {}, "N0753", {fact, own, "surveyed_on", on}};
  };
  const auto has = [](const std::vector<cause>& all, const cause& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const auto& [own, on] :
       {std::pair{"2024-03-02", "2024-04-01"}, std::pair{"2024-04-01", "2024-03-02"}}) {
    const auto b = bound(surveyed(on, own));
    const auto found = causes_of(b, "answers");
    CHECK(found.size() == 2);
    CHECK(has(found, later));
    CHECK(has(found, differ("answers", own, on)));
    CHECK(causes_of(b, "visits") == std::vector{differ("visits", own, on)});
  }
  CHECK(causes_of(bound(surveyed("2024-03-31", "2024-03-02")), "answers").size() == 1);

  // The version of the survey's day is later; an earlier one competes.
  auto u = surveyed("2024-04-15");
  auto& versions = u.facts["answers"];
  versions.versioned = true;
  versions.statements = {dated(9, "2023-05-15"), dated(12, "2024-04-15")};
  const auto found = causes_of(bound(u), "answers");
  CHECK(found.size() == 2);
  CHECK(has(found, later));
  // All of them later.
  versions.statements.erase(versions.statements.begin());
  CHECK(causes_of(bound(u), "answers") == std::vector{later});
  u.set("surveyed_on", day("2024-03-01"));
  CHECK(causes_of(bound(u), "answers") == std::vector{later});
}

TEST_CASE("section 6: evidence is in doubt with the day that it is of") {
  const auto by =
      sample_pack{}
          .date_fact("opened_on")
          .date_fact("surveyed_on", {.checks = {"surveyed_on >= opened_on"}})
          .count("answers", {.valid_for = span_of("12个月"), .dated_by = "surveyed_on"})
          .count("blank", {.valid_for = span_of("12个月"), .dated_by = "surveyed_on"})
          .count("visits", {.dated_by = "surveyed_on"})
          .standard({part("enough", "answers >= 10")});
  const auto surveyed_before = [&](const char* opened) {
    auto u = surveyed("2024-03-01");
    u.set("opened_on", day(opened));
    return bind(by, u, {day("2024-03-31")});
  };
  CHECK(judge(by, surveyed_before("2024-03-01")) == verdict::pass);
  const auto before = surveyed_before("2024-03-02");
  CHECK(judge(by, before) == verdict::undetermined);
  const auto found = causes_of(before, "answers");
  REQUIRE(found.size() == 1);
  CHECK(found.front().fact == "surveyed_on");
  CHECK(found.front().code == "N0746");
  CHECK(causes_of(before, "blank").front().kind == cause_kind::missing);
  // Without a validity the day decides nothing.
  CHECK(slot_of(before, "visits").same_as(3));
}

TEST_CASE("section 6: a day of its own is enough") {
  CHECK(slot_of(bound(surveyed(nullptr, "2023-03-31")), "answers").same_as(12));
  CHECK(causes_of(bound(surveyed(nullptr, "2023-03-30")), "answers").front().kind ==
        cause_kind::expired);
}

TEST_CASE(
    "section 3: a fact that expires is unknown until its day is known, another is not") {
  const auto b = bound(surveyed(nullptr));
  CHECK(causes_of(b, "answers") ==
        std::vector{cause{cause_kind::missing, "surveyed_on", {}, {}, {}}});
  CHECK(slot_of(b, "visits").same_as(3));
  CHECK(b.remarks.empty());

  auto pending = surveyed(nullptr);
  supplied_value open;
  open.state = supply::pending;
  open.note = "T-1";
  pending.facts["surveyed_on"].statements = {open};
  CHECK(causes_of(bound(pending), "answers") ==
        std::vector{cause{cause_kind::pending, "surveyed_on", "T-1", {}, {}}});

  auto wrong = surveyed("1999-12-31");
  CHECK(causes_of(bound(wrong), "answers").front().code == "N0742");
}

TEST_CASE("section 7: where the fact is missing with its day both are told") {
  const auto b = bound(enterprise());
  CHECK(causes_of(b, "answers") ==
        std::vector{cause{cause_kind::missing, "answers", {}, {}, {}},
                    cause{cause_kind::missing, "surveyed_on", {}, {}, {}}});
  CHECK(causes_of(b, "visits") ==
        std::vector{cause{cause_kind::missing, "visits", {}, {}, {}}});
}

TEST_CASE("section 7: the evidence that is shown has the day that counts") {
  const auto b = bound(surveyed("2023-03-31"));
  const auto slot = b.names->find_fact("answers");
  REQUIRE(slot);
  REQUIRE(b.from[*slot]);
  CHECK(b.from[*slot]->day == day("2023-03-31"));
}

TEST_CASE("section 6: a day after the as-of day is remarked of all that it dates") {
  const auto b = bound(surveyed("2024-04-01"));
  CHECK(causes_of(b, "answers").front().kind == cause_kind::dated_later);
  CHECK(slot_of(b, "visits").same_as(3));
  REQUIRE(b.remarks.size() == 1);
  CHECK(b.remarks.front().code == "dated_after");
  CHECK(b.remarks.front().facts == std::vector<std::string>{"answers", "visits"});
}

TEST_CASE("section 7: a changed day changes what it dates") {
  const auto slot = [](const bound_facts& b, const char* fact) {
    return *b.names->find_fact(fact);
  };
  const auto old = bound(surveyed("2020-01-01"));
  const auto surveyed_on = slot(old, "surveyed_on");
  const std::vector<slot_change> now{{surveyed_on, value{day("2024-03-01")}}};
  const auto renewed = with(old, now);
  CHECK(slot_of(renewed, "answers").same_as(12));
  const std::vector<slot_change> back{{surveyed_on, value{day("2020-01-01")}}};
  CHECK(causes_of(with(renewed, back), "answers").front().kind == cause_kind::expired);
  // A count that is given anew is not the old survey's.
  const std::vector<slot_change> given{{slot(old, "answers"), value{20}}};
  CHECK(slot_of(with(old, given), "answers").same_as(20));
}

TEST_CASE("section 6: on another day a fact is dated by what holds on that day") {
  auto u = surveyed("2024-02-01");
  u.facts["visits"] = {{dated(5, "2024-02-01")}, true};
  const auto later = bound(u, "2024-03-31");
  REQUIRE(slot_of(later, "visits").same_as(5));
  const auto earlier = on_day(later, day("2024-01-31"));
  REQUIRE(causes_of(earlier, "visits").front().kind == cause_kind::dated_later);
  // Its day is told anew; there still is no visit of that time.
  const auto told =
      with(earlier, std::vector<slot_change>{{*sample().words().find_fact("surveyed_on"),
                                              value{day("2024-01-15")}}});
  CHECK(causes_of(told, "visits").front().kind == cause_kind::dated_later);
}

TEST_CASE("section 7: the digest tells a day of its own from the unit's") {
  auto by_unit = enterprise();
  by_unit.default_evidence.day = day("2024-03-15");
  by_unit.set("answers", 12);
  auto own = by_unit;
  own.facts["answers"].statements.front().from.edit().day_of_unit = false;
  CHECK(bound(by_unit).digest != bound(own).digest);
}

TEST_CASE("section 7: the day alone is missing where what it dates was supplied") {
  const auto missing = [](const unit& u) {
    return assess(sample(), u, {.as_of = day("2024-03-31")}).missing;
  };
  using sets = std::vector<std::vector<std::string>>;
  CHECK(missing(surveyed(nullptr)) == sets{{"surveyed_on"}});
  CHECK(missing(surveyed(nullptr, "2024-03-15")).empty());
  CHECK(missing(surveyed("2024-03-15")).empty());
  auto neither = surveyed(nullptr);
  neither.facts.erase("answers");
  CHECK(missing(neither) == sets{{"answers", "surveyed_on"}});
  neither.set("surveyed_on", day("2024-03-15"));
  CHECK(missing(neither) == sets{{"answers"}});
}

TEST_CASE(
    "section 3: members whose evidence has the day of their list wait for it as the list "
    "does") {
  const folder files(
      {{"pack.yaml",
        "norma: 1\npack: p\nversion: 1.0.0\ntitle: {zh: 甲}\ndocuments:\n"
        "  d: {number: 一号, title: {zh: 文}}\n"},
       {"facts.yaml",
        "norma: 1\nunits:\n  firm: {label: {zh: 企业}}\n  park: {label: {zh: 园区}}\n"
        "facts:\n"
        "  sound: {label: {zh: 健全}, of: [firm], type: boolean, valid_for: 12个月}\n"
        "  seen_on: {label: {zh: 检查日期}, of: [park], type: date}\n"
        "  firms: {label: {zh: 企业}, of: [park], type: list of firm, dated_by: "
        "seen_on}\n"},
       {"main.yaml",
        "norma: 1\nstandard: main\ntitle: {zh: 标准}\nunit: park\n"
        "cite: {document: d, clause: 一}\nitems:\n  - id: g\n    title: {zh: 条}\n"
        "    all:\n      - id: all\n        title: {zh: 全}\n"
        "        require: every f in firms satisfies f.sound\n"}});
  const auto pack = norma::load(files.path());
  const auto by = pack.standard("main");
  const auto park = [](const char* own, const char* of_list) {
    unit firm{.kind = "firm", .id = "1"};
    firm.facts["sound"].statements = {dated(true, own)};
    unit u{.kind = "park", .id = "2"};
    u.default_evidence.day = day("2024-03-01");
    supplied_value list;
    list.members = std::make_shared<const std::vector<unit>>(std::vector{firm});
    if (of_list != nullptr) list.from.edit().day = day(of_list);
    u.facts["firms"].statements = {list};
    return u;
  };
  const auto bound = [&](const unit& u) { return bind(by, u, {day("2024-03-31")}); };
  const auto told = [&](const bound_facts& b) { return judge(by, b); };

  const auto open = bound(park(nullptr, nullptr));
  CHECK(told(open) == verdict::undetermined);
  const auto& causes = assess(by, open).tree.causes;
  CHECK(causes == std::vector{cause{cause_kind::missing, "seen_on", {}, {}, {}}});
  CHECK(assess(by, open).missing == std::vector<std::vector<std::string>>{{"seen_on"}});
  CHECK(told(bound(park("2023-06-01", nullptr))) == verdict::pass);
  CHECK(told(bound(park(nullptr, "2023-06-01"))) == verdict::pass);
  CHECK(told(bound(park(nullptr, "2022-06-01"))) == verdict::undetermined);

  const auto slot = *by.words().find_fact("seen_on");
  for (const auto& [on, is] : {std::pair{"2023-06-01", verdict::pass},
                               std::pair{"2022-06-01", verdict::undetermined}}) {
    auto u = park(nullptr, nullptr);
    u.set("seen_on", day(on));
    CHECK(told(bound(u)) == is);
    // Supposed, it says the same.
    const std::vector<slot_change> supposed{{slot, value{day(on)}}};
    CHECK(told(with(open, supposed)) == is);
    CHECK(told(with(bound(u), {})) == is);
  }
}

}  // namespace norma_test::dated_by_test
