// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>

#include <string>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 7: conditions in labels with the values put in.

namespace norma_test::shown_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.count("signed").count("due").amount("fund").amount("provided").boolean("sound");
  s.category("size", {"small", "large"}).set_of("topics", {"wages", "hours"});
  s.list_of_days("met");
  s.records("events", {{"date", fact_type::date}, {"heads", fact_type::count}});
  s.parameter("least", fact_type::number, {{"2020-01-01", 2}});
  s.parameter("share", fact_type::number, {{"2020-01-01", num("0.6")}});
  s.parameter("lowest", fact_type::number, {{"2020-01-01", num("0.905")}},
              share_sign::percent);
  s.parameter("most", fact_type::number, {{"2020-01-01", num("0.005")}},
              share_sign::per_mille);
  s.parameter("window", fact_type::duration, {{"2020-01-01", value{span_of("12个月")}}});
  return s;
}

unit facts() {
  return enterprise(
      {{"signed", 900},
       {"due", 1000},
       {"fund", num("599999.99")},
       {"provided", 1000000},
       {"sound", true},
       {"size", "large"},
       {"topics", list_of({"wages"})},
       {"met", list_of({day("2023-05-01"), day("2024-01-01")})},
       {"events", list_of({record({{"date", day("2023-01-05")}, {"heads", 3}}),
                           record({{"date", day("2024-02-05")}, {"heads", 7}})})}});
}

condition_shown shown_of(const std::string& condition, const unit& u = facts()) {
  auto s = dictionary();
  const auto r = assess(s.standard({group("i", combine::all, {part("p", condition)})}), u,
                        {.as_of = today, .remedies = false});
  return *at(r, "i/p").condition;
}

std::string en(const std::string& condition, const unit& u = facts()) {
  return whole_words(shown_of(condition, u), language::en);
}
std::string zh(const std::string& condition, const unit& u = facts()) {
  return whole_words(shown_of(condition, u), language::zh);
}

}  // namespace

TEST_CASE("section 7: a comparison shows label, value and threshold with their unit") {
  CHECK(en("signed >= 2") == "the signed 900 persons, required ≥ 2 persons");
  CHECK(zh("signed >= 2") == "signed数 900 人，要求 ≥ 2 人");
  CHECK(en("fund = 0") == "the fund CNY 599,999.99, required = CNY 0.00");
  CHECK(en("size = \"small\"") == "the size kind large, required = kind small");
}

TEST_CASE(
    "section 7: the elements of a list that is written out are shown in their order") {
  CHECK(en("max([signed, due, 3]) >= 2") ==
        "max(the signed 900 persons, the due 1,000 persons, 3) = 1,000 persons, "
        "required ≥ 2 persons");
  CHECK(zh("max([signed, due, 3]) >= 2") ==
        "max(signed数 900 人、due数 1000 人、3) = 1000 人，要求 ≥ 2 人");
  CHECK(en("count([signed, due]) = 2") ==
        "number of the signed 900 persons, the due 1,000 persons = 2, required = 2");
}

TEST_CASE("section 7: a rate shows both numbers and a percentage on the failing side") {
  CHECK(en("rate(fund, provided) >= 60%") ==
        "the fund CNY 599,999.99 / the provided CNY 1,000,000.00 = 59.99 %, required ≥ "
        "60 %");
  CHECK(zh("rate(fund, provided) >= 60%") ==
        "fund数 599999.99 元 / provided数 1000000.00 元 = 59.99 %，要求 ≥ 60 %");
}

TEST_CASE("section 7: a rate against a parameter is a percentage on both sides") {
  CHECK(en("rate(fund, provided) >= share") ==
        "the fund CNY 599,999.99 / the provided CNY 1,000,000.00 = 59.99 %, "
        "required ≥ share 60 %");
}

TEST_CASE(
    "section 7: a parameter has the sign of a share that its values are written with") {
  CHECK(en("signed / due >= lowest") ==
        "the signed 900 persons / the due 1,000 persons = 90.00 %, required ≥ lowest "
        "90.5 %");
  CHECK(zh("signed / due >= lowest") ==
        "signed数 900 人 / due数 1000 人 = 90.00 %，要求 ≥ lowest 90.5 %");
  CHECK(en("signed / due <= most") ==
        "the signed 900 persons / the due 1,000 persons = 900.00 ‰, required ≤ most 5 ‰");
  CHECK(en("signed >= lowest * due") ==
        "the signed 900 persons, required ≥ lowest 90.5 % × the due 1,000 persons = 905 "
        "persons");
  // Without a sign it is a number.
  CHECK(en("signed / due >= share") ==
        "the signed 900 persons / the due 1,000 persons = 0.9, required ≥ share 0.6");
}

TEST_CASE("section 7: a percentage never prints as a threshold that it is not") {
  const auto shown = [](const char* n, bool down, const char* threshold) {
    return wording::percentage(num(n), down, num(threshold));
  };
  CHECK(shown("0.99999", true, "1") == "99.99 %");
  CHECK(shown("0.99999", false, "1") == "99.999 %");
  CHECK(shown("0.89995", true, "0.9") == "89.99 %");
  CHECK(shown("0.9", true, "0.9") == "90.00 %");
  CHECK(shown("0.90001", true, "0.9") == "90.001 %");
  CHECK(shown("0.050001", false, "0.05") == "5.01 %");
  CHECK(shown("0.049999", false, "0.05") == "4.9999 %");
  CHECK(shown("0.333335", true, "0.33333") == "33.3335 %");
  CHECK(shown("0.33333", true, "0.33333") == "33.333 %");
  CHECK(wording::percentage(*number::ratio(2, 3), true, *number::ratio(2, 3)) ==
        "66.66 %");
  CHECK(wording::percentage(num("0.66667"), true, *number::ratio(2, 3)) == "66.667 %");
  CHECK(wording::percentage(*number::ratio(2, 3), true, num("0.66")) == "66.66 %");
  CHECK(wording::percentage(*number::ratio(2, 3), true, std::nullopt) == "66.66 %");
  CHECK(wording::percentage(*number::ratio(2, 3), false, std::nullopt) == "66.67 %");
  CHECK(wording::percentage(num("-0.00001"), false, std::nullopt) == "0.00 %");
}

TEST_CASE(
    "section 7: a threshold put together from facts shows them and what it comes to") {
  CHECK(en("signed >= due * 80%") ==
        "the signed 900 persons, required ≥ the due 1,000 persons × 80 % = 800 persons");
  CHECK(en("signed >= least") == "the signed 900 persons, required ≥ least 2");
  CHECK(en("signed + 1 > due - 100") ==
        "the signed 900 persons + 1 = 901 persons, required > "
        "the due 1,000 persons − 100 = 900 persons");
}

TEST_CASE("section 7: what is not known is shown as unknown") {
  auto u = facts();
  u.erase("due");
  CHECK(en("signed >= due * 80%", u) ==
        "the signed 900 persons, required ≥ the due unknown × 80 %");
  CHECK(en("rate(signed, due) >= 90%", u) ==
        "the signed 900 persons / the due unknown, required ≥ 90 %");
  u.erase("sound");
  CHECK(zh("sound", u) == "sound数 未知");
}

TEST_CASE("section 7: and, or, not and lists of words read as sentences") {
  CHECK(en("sound and signed > 3") ==
        "the sound yes; and the signed 900 persons, required > 3 persons");
  CHECK(en("sound or signed > 3") ==
        "the sound yes; or the signed 900 persons, required > 3 persons");
  CHECK(en("not(sound)") == "the sound yes, required no");
  CHECK(en("size in (\"small\", \"large\")") ==
        "the size kind large, required to be one of kind small, kind large");
  CHECK(en("\"hours\" in topics") ==
        "the topics kind wages, required to include kind hours");
  CHECK(en("signed between 1 and due") ==
        "the signed 900 persons, required to lie between 1 person and the due 1,000 "
        "persons");
}

TEST_CASE("section 7: some shows the elements that decide") {
  CHECK(en("some d in met satisfies d in last(window)") ==
        "at least one of the met with: it within the 12 months to 2024-03-31; "
        "deciding: 2023-05-01; 2024-01-01");
  CHECK(en("some e in events satisfies e.date in last(window) and e.heads > 5") ==
        "at least one of the events with: date within the 12 months to 2024-03-31; and "
        "heads > 5; deciding: date 2024-02-05, heads 7");
  CHECK(zh("some e in events satisfies e.heads > 5") ==
        "events数中至少一项满足：heads > 5；起决定作用：date 2024-02-05，heads 7");
  CHECK(en("some e in events satisfies e.heads > 9") ==
        "at least one of the events with: heads > 9; 2 in all, none does; "
        "deciding: date 2023-01-05, heads 3; date 2024-02-05, heads 7");
}

TEST_CASE("section 7: a number stands behind what it is held against") {
  CHECK(en("90% <= rate(signed, due)") ==
        "the signed 900 persons / the due 1,000 persons = 90.00 %, required ≥ 90 %");
  CHECK(en("1000 > signed") == "the signed 900 persons, required < 1,000 persons");
  CHECK(en("lowest <= signed / due") ==
        "the signed 900 persons / the due 1,000 persons = 90.00 %, required ≥ lowest "
        "90.5 %");
}

TEST_CASE("section 7: a threshold in per mille is met or missed in per mille") {
  CHECK(en("rate(signed, due) >= 5‰") ==
        "the signed 900 persons / the due 1,000 persons = 900.00 ‰, required ≥ 5 ‰");
  CHECK(en("signed / due <= 5.5‰") ==
        "the signed 900 persons / the due 1,000 persons = 900.00 ‰, required ≤ 5.5 ‰");
  CHECK(wording::percentage(num("0.00499999"), true, num("0.005"), true) == "4.99 ‰");
  CHECK(wording::percentage(num("0.00500001"), true, num("0.005"), true) == "5.00001 ‰");
}

TEST_CASE("section 7: a range reads as its two ends") {
  CHECK(en("signed in [2..5)") ==
        "the signed 900 persons, required to be at least 2 persons and less than 5 "
        "persons");
  CHECK(zh("signed in (2..5]") == "signed数 900 人，要求大于 2 人且不大于 5 人");
  CHECK(en("not(signed in [2..5])") ==
        "the signed 900 persons, must not be at least 2 persons and at most 5 persons");
  CHECK(en("signed in (< 5)") == "the signed 900 persons, required < 5 persons");
  CHECK(en("signed / due in [50%..80%]") ==
        "the signed 900 persons / the due 1,000 persons = 90.00 %, "
        "required to be at least 50 % and at most 80 %");
  CHECK(
      en("some d in met satisfies d in [@\"2024-01-01\"..@\"2024-01-31\")") ==
      "at least one of the met with: it is not before 2024-01-01 and before 2024-01-31; "
      "deciding: 2024-01-01");
}

TEST_CASE("section 7: every shows the elements that break it") {
  CHECK(en("every e in events satisfies e.heads > 5") ==
        "every one of the events with: heads > 5; deciding: date 2023-01-05, heads 3");
  CHECK(en("every e in events satisfies e.heads > 1") ==
        "every one of the events with: heads > 1; 2 in all, every one does");
  CHECK(zh("every e in events satisfies e.heads > 1") ==
        "events数中每一项满足：heads > 1；共 2 项，均满足");
}

TEST_CASE("section 7: a filter shows what it keeps") {
  CHECK(en("count(events[heads > 5]) >= 2") ==
        "number of the events (heads > 5) = 1, required ≥ 2; "
        "deciding: date 2024-02-05, heads 7");
  CHECK(en("count(events[heads > 9]) >= 2") ==
        "number of the events (heads > 9; 2 in all, none does) = 0, required ≥ 2; "
        "deciding: date 2023-01-05, heads 3; date 2024-02-05, heads 7");
  // That none does is no news where none is to.
  CHECK(en("count(events[heads > 9]) = 0") ==
        "number of the events (heads > 9; 2 in all, none does) = 0, required = 0");
}

TEST_CASE("section 7: elements that decide are told apart from the words") {
  const auto one = shown_of("some e in events satisfies e.heads > 5");
  CHECK(one.shown.en == "at least one of the events with: heads > 5");
  REQUIRE(one.deciding->size() == 1);
  CHECK(one.deciding->at(0).list == "events");
  CHECK(one.deciding->at(0).holds == truth::yes);
  CHECK(one.deciding->at(0).count == 1);
  CHECK(one.deciding->at(0).first.at(0).place == 2);
  CHECK(one.deciding->at(0).first.at(0).name.empty());
  CHECK(one.deciding->at(0).first.at(0).shown.en == "date 2024-02-05, heads 7");
  CHECK(shown_of("every e in events satisfies e.heads > 5").deciding->at(0).holds ==
        truth::no);
  CHECK(shown_of("every e in events satisfies e.heads > 1").deciding->empty());
  CHECK(shown_of("signed >= 2").deciding->empty());
  // Both lists of a condition, in order; what is no unit has no place in a filtered one.
  const auto two = shown_of(
      "(some d in met satisfies d in last(window)) and "
      "(every e in events[heads > 5] satisfies e.heads > 9)");
  REQUIRE(two.deciding->size() == 3);
  CHECK(two.deciding->at(0).list == "met");
  CHECK(two.deciding->at(1).list == "events");
  CHECK(two.deciding->at(2).first.at(0).place == 0);
}

TEST_CASE("section 7: elements that keep a condition open are shown where none decides") {
  auto u = facts();
  u.set("events", list_of({record({{"date", day("2023-01-05")}, {"heads", 3}}),
                           record({{"date", day("2024-02-05")}})}));
  CHECK(en("some e in events satisfies e.heads > 5", u) ==
        "at least one of the events with: heads > 5; "
        "deciding: date 2024-02-05, heads unknown");
  u.erase("events");
  CHECK(en("some e in events satisfies e.heads > 5", u) ==
        "at least one of the events with: heads > 5");
}

TEST_CASE("section 7: of many deciding elements ten are shown, then a count") {
  auto u = facts();
  list_value many;
  for (int i = 0; i < 13; ++i) many.emplace_back(*day("2024-01-01").plus_days(i));
  u.set("met", many);
  CHECK(en("some d in met satisfies d in last(window)", u)
            .ends_with("2024-01-09; 2024-01-10; and 3 more"));
  CHECK(zh("some d in met satisfies d in last(window)", u).ends_with("；另有 3 项"));
}

TEST_CASE("section 7: what stands inside another iterator is shown without elements") {
  CHECK(en("some d in met satisfies some e in events satisfies e.date > d") ==
        "at least one of the met with: at least one of the events with: date > it; "
        "deciding: 2023-05-01; 2024-01-01");
}

TEST_CASE("section 7: one field of the elements of two lists is told with its list") {
  auto s = dictionary();
  s.records("visits", {{"date", fact_type::date}, {"heads", fact_type::count}});
  auto u = facts();
  u.set("visits", list_of({record({{"date", day("2023-06-01")}, {"heads", 1}})}));
  const auto r =
      assess(s.standard({group("i", combine::all,
                               {part("p",
                                     "every e in events satisfies "
                                     "every v in visits satisfies e.date = v.date"),
                                part("q",
                                     "every e in events satisfies "
                                     "every f in events satisfies e.date = f.date"),
                                part("r",
                                     "all(for e in events return "
                                     "(some v in visits, f in events satisfies "
                                     "v.date = f.date))")})}),
             u, {.as_of = today, .remedies = false});
  CHECK(at(r, "i/p").condition->shown.en ==
        "every one of the events with: every one of the visits with: the events: date = "
        "the visits: date");
  CHECK(at(r, "i/p").condition->shown.zh.ends_with("events数的date = visits数的date"));
  // Of one list the iterators are named.
  CHECK(at(r, "i/q").condition->shown.en ==
        "every one of the events (e) with: every one of the events (f) with: e: date = "
        "f: date");
  CHECK(at(r, "i/q").condition->shown.zh.ends_with(
      "events数（f）中每一项满足：e的date = f的date"));
  // What is made of each of a list goes through one, too.
  CHECK(at(r, "i/r").condition->shown.en.find(
            "at least one of the visits, the events (f) with: the visits: date = f: "
            "date") != std::string::npos);
}

TEST_CASE("section 7: a span that is a field of the element is told by its label") {
  sample_pack s;
  s.records("papers", {{"date", fact_type::date}, {"span", fact_type::duration}});
  const auto r = assess(
      s.standard(
          {group("i", combine::all,
                 {part("p", "some e in papers satisfies e.date in last(e.span)")})}),
      enterprise({{"papers", list_of({record({{"date", day("2023-06-01")},
                                              {"span", span_of("12个月")}})})}}),
      {.as_of = today, .remedies = false});
  CHECK(at(r, "i/p").verdict == verdict::pass);
  CHECK(at(r, "i/p").condition->shown.en ==
        "at least one of the papers with: date within the span to 2024-03-31");
  CHECK(at(r, "i/p").condition->shown.zh.find("span") != std::string::npos);
}

TEST_CASE("section 7: records in a list are parted by another sign than their fields") {
  auto s = dictionary();
  const auto r =
      assess(s.standard({group("i", combine::all, {shown("p", {"events", "topics"})})}),
             facts(), {.as_of = today});
  CHECK(at(r, "i/p").facts[0].shown ==
        text{"date 2023-01-05，heads 3；date 2024-02-05，heads 7",
             "date 2023-01-05, heads 3; date 2024-02-05, heads 7"});
}

TEST_CASE("decision 3: one of a unit of measure has its own English word") {
  CHECK(en("signed >= 1") == "the signed 900 persons, required ≥ 1 person");
  CHECK(zh("signed >= 1") == "signed数 900 人，要求 ≥ 1 人");
  CHECK(en("fund >= 1") == "the fund CNY 599,999.99, required ≥ CNY 1.00");
}

TEST_CASE("section 5: a broken check tells labels and both figures") {
  const auto by = sample_pack{}
                      .count("signed", {.checks = {"signed <= due"}})
                      .count("due")
                      .standard({part("p", "signed >= 1")});
  const auto r = assess(by, enterprise({{"signed", 11}, {"due", 10}}), {.as_of = today});
  const auto bound = bind(by, enterprise({{"signed", 11}, {"due", 10}}), {today});
  const auto words = describe(at(r, "p").causes.front(), by.content(), *bound.names);
  CHECK(words.en ==
        "“the signed” is in error: breaks a check: "
        "the signed 11 persons, required ≤ the due 10 persons [N0746]");
  CHECK(words.zh ==
        "“signed数”数据有误：不符合核对关系：signed数 11 人，要求 ≤ due数 10 人 [N0746]");
}

TEST_CASE("section 7: expired evidence is told with its day and the last day it held") {
  const auto by = sample_pack{}
                      .count("surveyed", {.valid_for = span_of("12个月")})
                      .standard({part("p", "surveyed >= 1")});
  auto u = enterprise({{"surveyed", 3}});
  u.facts["surveyed"].statements.front().from.edit().day = day("2023-03-30");
  const auto bound = bind(by, u, {today});
  const auto r = assess(by, bound);
  const auto words = describe(at(r, "p").causes.front(), by.content(), *bound.names);
  CHECK(words.en ==
        "the evidence for “the surveyed” has expired: evidence of 2023-03-30, "
        "held until 2024-03-30");
  CHECK(words.zh == "“surveyed数”的证据已过期：证据日期 2023-03-30，有效至 2024-03-30");
}

TEST_CASE("a report outlives the pack, and copies of its nodes the report") {
  report_node kept;
  {
    const auto r = [] {
      auto s = dictionary();
      return assess(s.standard({group("i", combine::all, {part("p", "signed >= 1")})}),
                    facts(), {.as_of = today});
    }();
    kept = at(r, "i/p");
  }
  CHECK(kept.title.in(language::en) == "p");
  CHECK(kept.cite->clause == "一");
  CHECK(kept.facts[0].label == text{"signed数", "the signed"});
  CHECK(kept.distance->label == text{"signed数", "the signed"});
}

}  // namespace norma_test::shown_test
