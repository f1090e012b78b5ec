// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/bind.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 6: which statement about a fact holds on the two days.

namespace norma_test::versions_test {

namespace {

const norma::standard& sample() {
  static const auto made =
      sample_pack{}
          .count("persons")
          .parameter("validity", fact_type::duration,
                     {{"2020-01-01", value{span_of("12个月")}},
                      {"2024-03-01", value{span_of("6个月")}}})
          .count("surveyed", {.valid_for = span_of("12个月")})
          .count("polled", {.optional = true, .valid_for = span_of("30天")})
          .count("asked", {.valid_by = "validity"})
          .standard({part("p", "persons >= 1")});
  return made;
}

supplied_value blank(const char* when) {
  auto s = dated(value{}, when);
  s.state = supply::blank;
  return s;
}

bound_facts bound(const char* fact, std::vector<supplied_value> statements,
                  bool versioned, const char* as_of = "2024-03-31",
                  const char* known = nullptr) {
  auto u = enterprise();
  u.facts[fact] = {std::move(statements), versioned};
  days on{day(as_of)};
  if (known != nullptr) on.known_as_of = day(known);
  return bind(sample(), u, on);
}

value versions(std::vector<supplied_value> statements, const char* as_of = "2024-03-31",
               const char* known = nullptr) {
  return slot_of(bound("persons", std::move(statements), true, as_of, known), "persons");
}

cause_kind kind_of(const value& v) {
  REQUIRE(v.is_unknown());
  REQUIRE(v.causes());
  return v.causes()->front().kind;
}

std::vector<std::string> remarked(const bound_facts& b, const std::string& code) {
  for (const auto& r : b.remarks)
    if (r.code == code) return r.facts;
  return {};
}

}  // namespace

TEST_CASE(
    "section 6: of versions the one with the latest day up to the as-of day holds") {
  const std::vector<supplied_value> all{dated(3, "2024-02-01"), dated(1, "2023-01-01"),
                                        dated(2, "2024-01-01"), dated(4, "2024-04-01")};
  CHECK(versions(all).same_as(3));
  CHECK(versions(all, "2024-02-01").same_as(3));
  CHECK(versions(all, "2024-01-31").same_as(2));
  CHECK(versions(all, "2024-04-01").same_as(4));
  CHECK(versions(all, "2023-06-30").same_as(1));
}

TEST_CASE(
    "section 6: where every version is of a later day the fact is unknown, dated later") {
  CHECK(kind_of(versions({dated(3, "2024-04-01")})) == cause_kind::dated_later);
  CHECK(kind_of(versions({dated(3, "2024-04-01"), dated(2, "2025-01-01")})) ==
        cause_kind::dated_later);
}

TEST_CASE("section 6: versions recorded after the known-as-of day do not compete") {
  const std::vector<supplied_value> all{dated(900, "2024-01-01", "2024-01-10"),
                                        dated(1000, "2024-01-01", "2024-03-05")};
  CHECK(versions(all).same_as(1000));
  CHECK(versions(all, "2024-03-31", "2024-03-05").same_as(1000));
  CHECK(versions(all, "2024-03-31", "2024-03-04").same_as(900));
  CHECK(kind_of(versions(all, "2024-03-31", "2024-01-09")) == cause_kind::dated_later);
}

TEST_CASE(
    "section 6: of versions of one day the last recorded holds, none counts as "
    "earliest") {
  CHECK(versions({dated(2, "2024-01-01", "2024-01-02"), dated(1, "2024-01-01")})
            .same_as(2));
  CHECK(versions({dated(1, "2024-01-01"), dated(2, "2024-01-01", "2024-01-02")})
            .same_as(2));
}

TEST_CASE("section 6: the latest version holds even if it is blank") {
  CHECK(kind_of(versions({dated(1, "2024-01-01"), blank("2024-02-01")})) ==
        cause_kind::missing);
  CHECK(versions({dated(1, "2024-01-01"), blank("2024-02-01")}, "2024-01-31").same_as(1));
}

TEST_CASE("section 6: two lists of one day are told whole, or by what differs") {
  sample_pack s;
  s.list_of_days("met").records("events",
                                {{"date", fact_type::date}, {"heads", fact_type::count}});
  const auto by = s.standard({part("p", "count(met) >= 1 or count(events) >= 1")});
  const auto told = [&](const char* fact, value one, value other) {
    auto u = enterprise();
    u.facts[fact] = {
        {dated(std::move(one), "2024-01-01"), dated(std::move(other), "2024-01-01")},
        true};
    const auto c = slot_of(bind(by, u, {today}), fact).causes()->front();
    CHECK(c.code == "N0744");
    const auto words = describe(c, by.content(), by.words()).en;
    return words.substr(words.find("): ") + 3);
  };
  const auto event = [](const char* when, int heads) {
    return record({{"date", day(when)}, {"heads", heads}});
  };
  const auto first = event("2023-01-05", 3);
  CHECK(told("events", list_of({first, event("2024-02-05", 7)}),
             list_of({first, event("2024-02-05", 8)})) ==
        "element 2 is date 2024-02-05, heads 7 and element 2 is date 2024-02-05, heads 8 "
        "[N0744]");
  CHECK(told("events", list_of({first}), list_of({first, first})) ==
        "1 element and 2 elements [N0744]");
  CHECK(told("met", list_of({day("2024-01-01")}), list_of({day("2024-01-02")})) ==
        "2024-01-01 and 2024-01-02 [N0744]");
  // Of more than ten the list as it is told would not show the last.
  const auto days_from = [](const char* last, int many) {
    list_value all;
    for (int i = 1; i < many; ++i) all.emplace_back(*day("2023-01-01").plus_days(i));
    all.emplace_back(day(last));
    return value{all};
  };
  CHECK(told("met", days_from("2024-01-01", 10), days_from("2024-01-02", 10))
            .ends_with("2024-01-02 [N0744]"));
  CHECK(told("met", days_from("2024-01-01", 10), days_from("2024-01-02", 10))
            .starts_with("2023-01-02, "));
  CHECK(told("met", days_from("2024-01-01", 11), days_from("2024-01-02", 11)) ==
        "element 11 is 2024-01-01 and element 11 is 2024-01-02 [N0744]");
}

TEST_CASE(
    "section 6: different versions of the same days are a data error that names both") {
  const auto v = versions({dated(900, "2024-01-01"), dated(1000, "2024-01-01")});
  REQUIRE(v.is_unknown());
  CHECK(v.causes()->front().code == "N0744");
  CHECK(v.causes()->front().arguments ==
        std::vector<std::string>{
            "persons", norma::text_argument({"900 人", "900 persons"}),
            norma::text_argument({"1000 人", "1,000 persons"}), "2024-01-01"});

  auto pending = dated(value{}, "2024-01-01");
  pending.state = supply::pending;
  pending.note = "case 7";
  const auto open = versions({dated(900, "2024-01-01"), pending});
  REQUIRE(open.is_unknown());
  CHECK(open.causes()->front().arguments ==
        std::vector<std::string>{"persons",
                                 norma::text_argument({"900 人", "900 persons"}),
                                 "{pending: case 7}", "2024-01-01"});

  const auto named = [](supply state, const char* note) {
    auto other = dated(value{}, "2024-01-01");
    other.state = state;
    other.note = note;
    const auto both = versions({dated(900, "2024-01-01"), other});
    return both.causes() ? both.causes()->front().arguments.at(2) : "no cause";
  };
  CHECK(named(supply::none, "no staff") == "{none: no staff}");
  CHECK(named(supply::disagreement, "3 of 5") == "{opinions: 3 of 5}");
  CHECK(named(supply::blank, "") == "null");
}

TEST_CASE("section 6: a fact without a statement is missing") {
  CHECK(kind_of(slot_of(bound("persons", {}, false), "persons")) == cause_kind::missing);
  CHECK(kind_of(versions({})) == cause_kind::missing);
}

TEST_CASE("section 6: the same value twice is no contradiction, nor are older ones") {
  CHECK(versions({dated(5, "2024-01-01"), dated(5, "2024-01-01")}).same_as(5));
  CHECK(versions({dated(1, "2024-01-01"), dated(2, "2024-01-01"), dated(3, "2024-02-01")})
            .same_as(3));
}

TEST_CASE("section 6: lists that leave the same open for the same reason are the same") {
  const auto meetings = sample_pack{}
                            .records("meetings", {{"held", fact_type::date}})
                            .standard({part("p", "count(meetings) >= 1")});
  const auto one = [](value held) {
    return dated(list_of({record({{"held", std::move(held)}})}), "2024-01-01");
  };
  const auto pending = [](const char* of_case) {
    return value::unknown(one_cause({cause_kind::pending, {}, of_case, {}, {}}));
  };
  const auto refused = [&](supplied_value first, supplied_value second) {
    auto u = enterprise();
    u.facts["meetings"] = {{std::move(first), std::move(second)}, true};
    return slot_of(bind(meetings, u, {day("2024-03-31")}), "meetings").is_unknown();
  };
  CHECK_FALSE(refused(one(pending("7")), one(pending("7"))));
  CHECK_FALSE(refused(one(value::unknown(nullptr)), one(value::unknown(nullptr))));
  CHECK(refused(one(pending("7")), one(pending("8"))));
  CHECK(refused(one(pending("7")), one(value::unknown(nullptr))));
  CHECK(refused(one(pending("7")), one(day("2024-01-01"))));
  CHECK(refused(one(pending("7")), dated(list_of({}), "2024-01-01")));
}

TEST_CASE(
    "section 6: a single value is used whatever its day, and remarked after the as-of "
    "day") {
  const auto later = bound("persons", {dated(5, "2024-04-01")}, false);
  CHECK(slot_of(later, "persons").same_as(5));
  CHECK(remarked(later, "dated_after") == std::vector<std::string>{"persons"});
  const auto same_day = bound("persons", {dated(5, "2024-03-31")}, false);
  CHECK(remarked(same_day, "dated_after").empty());
  const auto old = bound("persons", {dated(5, "1999-01-01")}, false);
  CHECK(slot_of(old, "persons").same_as(5));
}

TEST_CASE("section 6: a single value recorded after the known-as-of day is unknown") {
  const auto on = [](const char* known) {
    return slot_of(bound("persons", {dated(5, "2024-01-01", "2024-02-01")}, false,
                         "2024-03-31", known),
                   "persons");
  };
  CHECK(kind_of(on("2024-01-31")) == cause_kind::recorded_later);
  CHECK(on("2024-01-31").causes()->front().detail == "2024-02-01");
  CHECK(on("2024-02-01").same_as(5));
  CHECK(on(nullptr).same_as(5));
}

TEST_CASE(
    "section 6: evidence holds to the last day of its validity and expires the next") {
  const auto on = [](const char* as_of, const char* when = "2023-03-31") {
    return slot_of(bound("surveyed", {dated(5, when)}, false, as_of), "surveyed");
  };
  CHECK(on("2024-03-31").same_as(5));
  const auto expired = on("2024-04-01");
  CHECK(kind_of(expired) == cause_kind::expired);
  CHECK(expired.causes()->front().detail == "2023-03-31");
  // From a 29 February twelve months end on the next year's 28 February, which
  // still counts; from a 28 February, on the 28 February of a leap year.
  CHECK(on("2025-02-28", "2024-02-29").same_as(5));
  CHECK(kind_of(on("2025-03-01", "2024-02-29")) == cause_kind::expired);
  CHECK(on("2024-02-28", "2023-02-28").same_as(5));
  CHECK(kind_of(on("2024-02-29", "2023-02-28")) == cause_kind::expired);
}

TEST_CASE("section 6: evidence with a validity does not hold before its day") {
  const auto later = bound("surveyed", {dated(5, "2024-04-01")}, false);
  CHECK(kind_of(slot_of(later, "surveyed")) == cause_kind::dated_later);
  CHECK(remarked(later, "dated_after") == std::vector<std::string>{"surveyed"});
  const auto same_day = bound("surveyed", {dated(5, "2024-03-31")}, false);
  CHECK(slot_of(same_day, "surveyed").same_as(5));
}

TEST_CASE("section 6: a validity in days counts days") {
  const auto on = [](const char* as_of) {
    return slot_of(bound("polled", {dated(5, "2024-02-01")}, false, as_of), "polled");
  };
  CHECK(on("2024-03-02").same_as(5));
  CHECK(kind_of(on("2024-03-03")) == cause_kind::expired);
}

TEST_CASE("section 6: evidence that something is absent expires as any other") {
  auto none = dated(value{}, "2024-02-01");
  none.state = supply::none;
  CHECK(slot_of(bound("polled", {none}, false, "2024-03-02"), "polled").is_null());
  CHECK(kind_of(slot_of(bound("polled", {none}, false, "2024-03-03"), "polled")) ==
        cause_kind::expired);
}

TEST_CASE("section 6: a validity may be a parameter of the as-of day") {
  const auto on = [](const char* as_of) {
    return slot_of(bound("asked", {dated(5, "2023-08-31")}, false, as_of), "asked");
  };
  CHECK(on("2024-02-29").same_as(5));                       // twelve months
  CHECK(kind_of(on("2024-03-01")) == cause_kind::expired);  // six
}

TEST_CASE("section 6: undated evidence does not expire, and is remarked") {
  supplied_value undated;
  undated.content = 5;
  const auto b = bound("surveyed", {undated}, false);
  CHECK(slot_of(b, "surveyed").same_as(5));
  CHECK(remarked(b, "undated_evidence") == std::vector<std::string>{"surveyed"});
  CHECK(remarked(bound("persons", {undated}, false), "undated_evidence").empty());
}

TEST_CASE("section 4: a span counts forward from its day, its last day included") {
  const auto holds = [](const char* from, const char* lasting, const char* on) {
    return holds_on(day(from), span_of(lasting), day(on));
  };
  CHECK(holds("2024-01-31", "1个月", "2024-02-29"));
  CHECK_FALSE(holds("2024-01-31", "1个月", "2024-03-01"));
  CHECK(holds("2024-01-31", "1个月", "2024-01-31"));
  CHECK_FALSE(holds("2024-01-31", "1个月", "2024-01-30"));
  CHECK(holds("2024-02-29", "4年", "2028-02-29"));
  CHECK_FALSE(holds("2024-02-29", "4年", "2028-03-01"));
  CHECK(holds("2024-01-01", "30天", "2024-01-31"));
  CHECK_FALSE(holds("2024-01-01", "30天", "2024-02-01"));
  CHECK(holds("2024-01-01", "0天", "2024-01-01"));
  CHECK_FALSE(holds("2024-01-01", "0天", "2024-01-02"));
}

}  // namespace norma_test::versions_test
