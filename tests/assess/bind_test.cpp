// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/data_errors.hpp>
#include <norma/core/message.hpp>
#include <norma/load/load.hpp>

#include <string>
#include <vector>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

namespace norma_test::bind_test {

namespace {

/// The only cause of an unknown value.
cause only_cause(const value& v) {
  REQUIRE(v.is_unknown());
  REQUIRE(v.causes());
  REQUIRE(v.causes()->size() == 1);
  return v.causes()->front();
}

unit stated(const char* fact, supplied_value statement) {
  auto u = enterprise();
  u.facts[fact].statements = {std::move(statement)};
  return u;
}

const norma::standard& sample() {
  static const auto made =
      sample_pack{}
          .boolean("sound")
          .count("persons", {.range = between(0, 1000)})
          .count("free_count")
          .amount("fund")
          .plain_number("share")
          .words("remark")
          .date_fact("started", {.range = between(day("2000-01-01"), day("2030-12-31"))})
          .period_fact("term")
          .category("size", {"micro", "small", "medium", "large"})
          .set_of("topics", {"wages", "hours"})
          .list_of_days("days_met")
          .records("events", {{"date", fact_type::date}, {"heads", fact_type::count}})
          .count("ended", {.optional = true})
          .count("contracts", {.unit = "contracts"})
          .standard({bare("sound")});
  return made;
}

bound_facts bound(const unit& u) { return bind(sample(), u, {today}); }

cause error_of(const char* fact, value content) {
  return only_cause(slot_of(bound(enterprise({{fact, std::move(content)}})), fact));
}

}  // namespace

TEST_CASE("section 4: a fact that is not supplied is unknown because it is missing") {
  const auto b = bound(enterprise());
  CHECK(only_cause(slot_of(b, "persons")) ==
        cause{cause_kind::missing, "persons", {}, {}, {}});
  CHECK(b.checks_hold);
}

TEST_CASE("section 5: every way to supply a fact gives its value or its cause") {
  CHECK(slot_of(bound(stated("persons", dated(5))), "persons").same_as(5));

  supplied_value blank;
  blank.state = supply::blank;
  CHECK(only_cause(slot_of(bound(stated("persons", blank)), "persons")).kind ==
        cause_kind::missing);

  supplied_value pending;
  pending.state = supply::pending;
  pending.note = "2024-0117";
  CHECK(only_cause(slot_of(bound(stated("persons", pending)), "persons")) ==
        cause{cause_kind::pending, "persons", "2024-0117", {}, {}});

  supplied_value opinions;
  opinions.state = supply::disagreement;
  opinions.note = "union: false";
  CHECK(only_cause(slot_of(bound(stated("persons", opinions)), "persons")) ==
        cause{cause_kind::disagreement, "persons", "union: false", {}, {}});

  supplied_value none;
  none.state = supply::none;
  none.note = "no such scheme";
  CHECK(slot_of(bound(stated("ended", none)), "ended").is_null());
}

TEST_CASE("section 5: a fact that can not be absent is in error where it is said to be") {
  supplied_value none;
  none.state = supply::none;
  const auto c = only_cause(slot_of(bound(stated("persons", none)), "persons"));
  CHECK(c.kind == cause_kind::data_error);
  CHECK(c.code == "N0745");
}

TEST_CASE("section 5: an empty value is unknown, never null") {
  CHECK(only_cause(slot_of(bound(enterprise({{"ended", value{}}})), "ended")).kind ==
        cause_kind::missing);
  CHECK(only_cause(slot_of(bound(stated("ended", dated(value{}))), "ended")).kind ==
        cause_kind::missing);
}

TEST_CASE("section 5: a value of the wrong type is a data error for every type of fact") {
  const std::vector<std::pair<const char*, value>> wrong{
      {"sound", 1},
      {"persons", "many"},
      {"fund", true},
      {"share", "half"},
      {"remark", 3},
      {"started", "2024-01-01"},
      {"term", day("2024-01-01")},
      {"size", 2},
      {"topics", "wages"},
      {"days_met", day("2024-01-01")},
      {"events", 4},
  };
  for (const auto& [fact, content] : wrong) {
    INFO(fact);
    const auto c = error_of(fact, content);
    CHECK(c.kind == cause_kind::data_error);
    CHECK(c.code == "N0740");
    CHECK(c.fact == fact);
  }
}

TEST_CASE("a count that a float can not tell from its neighbour is told as that") {
  using arguments = std::vector<std::string>;
  const auto c = error_of("persons", count_of_double(num("16777216"), 32));
  CHECK(c.code == "N0727");
  CHECK(c.arguments == arguments{"persons", "16777216", "float32"});
  for (const int bits : {16, 32, 64}) {
    const auto* const beyond = bits == 64 ? "1000000000000000" : "16777216";
    const auto* const least = bits == 16 ? "2048" : beyond;
    CHECK(count_of_double(num(least), bits).num() == nullptr);
    CHECK(count_of_double(-num(least), bits).num() == nullptr);
    CHECK(count_of_double(num(least) - number{1}, bits).num() != nullptr);
  }
  const auto told =
      data_errors(bound(enterprise({{"persons", count_of_double(num("2048"), 16)}})),
                  {0, 1, 2, 3, 4});
  REQUIRE(told.size() == 1);
  CHECK(told.front().arguments.back() == "float16");
  // What somebody wrote is a text, however near it comes.
  for (const char* text : {"12 (float32)", "x (float64)", "16777216 (float32) ",
                           "2048 (float8)", "016777216 (float32)", " (float64)"}) {
    INFO(text);
    CHECK(error_of("persons", text).code == "N0740");
  }
}

TEST_CASE("a record whose fields and names do not match is a data error") {
  const auto shape = record({{"date", 1}, {"heads", 2}}).record()->shape;
  const std::vector<record_value> wrong{
      {nullptr, {}}, {nullptr, {1, 2}}, {shape, {1}}, {shape, {1, 2, 3}}};
  for (const auto& one : wrong) {
    const auto u = enterprise({{"events", list_value{one}}});
    const auto b = bound(u);
    const auto* events = slot_of(b, "events").list();
    REQUIRE(events != nullptr);
    CHECK(only_cause(events->front()).code == "N0740");
    CHECK_FALSE(assess(sample(), u, {today}).facts_digest.empty());
  }
}

TEST_CASE("section 5: counts are whole and not negative, amounts have two decimals") {
  CHECK(error_of("persons", num("1.5")).code == "N0754");
  CHECK(error_of("free_count", -1).code == "N0742");
  CHECK(error_of("fund", num("0.005")).code == "N0741");
  CHECK(slot_of(bound(enterprise({{"fund", num("0.05")}})), "fund").same_as(num("0.05")));
  CHECK(slot_of(bound(enterprise({{"share", num("0.005")}})), "share")
            .same_as(num("0.005")));
}

TEST_CASE("section 5: a value outside its range is a data error, its ends are not") {
  for (const int inside : {0, 1000})
    CHECK(slot_of(bound(enterprise({{"persons", inside}})), "persons").same_as(inside));
  CHECK(error_of("persons", 1001).code == "N0742");
  CHECK(error_of("persons", -1).code == "N0742");
  CHECK(error_of("started", day("1999-12-31")).code == "N0742");
  CHECK(error_of("started", day("2031-01-01")).code == "N0742");
  CHECK(slot_of(bound(enterprise({{"started", day("2030-12-31")}})), "started")
            .same_as(day("2030-12-31")));
}

TEST_CASE("section 5: a category takes its ids and nothing else") {
  CHECK(slot_of(bound(enterprise({{"size", "large"}})), "size").same_as("large"));
  const auto c = error_of("size", "huge");
  CHECK(c.code == "N0743");
  CHECK(c.arguments == std::vector<std::string>{"size", "huge", "size_kind"});
}

TEST_CASE("section 5: a wrong element of a set or list is in error, the others stand") {
  const auto b = bound(enterprise({{"topics", list_of({"wages", "pay"})},
                                   {"days_met", list_of({day("2024-01-01"), 7})}}));
  const auto& topics = *slot_of(b, "topics").list();
  CHECK(topics[0].same_as("wages"));
  CHECK(only_cause(topics[1]).fact == "topics[2]");
  CHECK(only_cause(topics[1]).code == "N0743");
  const auto& days = *slot_of(b, "days_met").list();
  CHECK(days[0].same_as(day("2024-01-01")));
  CHECK(only_cause(days[1]).fact == "days_met[2]");
}

TEST_CASE(
    "section 5: a record has every field of its type, those not given are unknown") {
  const auto b = bound(enterprise(
      {{"events",
        list_of({record({{"date", day("2024-01-05")}, {"heads", 3}}),
                 record({{"date", day("2024-02-05")}}),
                 record({{"heads", num("0.5")}, {"date", day("2024-03-05")}})})}}));
  const auto& events = *slot_of(b, "events").list();
  REQUIRE(events.size() == 3);
  CHECK(events[0].record()->find("heads")->same_as(3));
  REQUIRE(events[1].record()->find("heads") != nullptr);
  CHECK(only_cause(*events[1].record()->find("heads")) ==
        cause{cause_kind::missing, "events[2].heads", {}, {}, {}});
  CHECK(events[1].record()->find("date")->same_as(day("2024-02-05")));
  CHECK(only_cause(*events[2].record()->find("heads")).code == "N0754");
  CHECK(events[2].record()->find("date")->same_as(day("2024-03-05")));
}

TEST_CASE("section 5: a null inside a record is absent only where the field may be") {
  const auto b = bound(
      enterprise({{"events", list_of({record({{"date", value{}}, {"heads", 1}})})}}));
  const auto& date_field = *slot_of(b, "events").list()->front().record()->find("date");
  CHECK(only_cause(date_field).code == "N0745");
}

TEST_CASE("section 6: a period has two days in order, an end may be open") {
  const auto held = [](const value& v) {
    return slot_of(bound(enterprise({{"term", v}})), "term").range() != nullptr;
  };
  CHECK(held(period("2024-01-01", "2024-01-01")));
  CHECK(held(period("2024-01-01")));
  CHECK_FALSE(held(period("2024-01-02", "2024-01-01")));
  CHECK_FALSE(held(between(1, 2)));
  CHECK_FALSE(held(range_value{value{day("2024-01-01")}, value{day("2024-02-01")}, true,
                               false, false}));
  CHECK_FALSE(held(
      range_value{value{day("2024-01-01")}, value{day("2024-01-01")}, true, true, true}));
}

TEST_CASE("section 6: a parameter has the value of the as-of day") {
  sample_pack s;
  const auto by =
      s.parameter("least", fact_type::number, {{"2023-01-01", 2}, {"2024-01-01", 3}})
          .count("n")
          .standard({part("p", "n >= least")});
  const auto on = [&](const char* d) {
    return slot_of(bind(by, enterprise(), {day(d)}), "least");
  };
  CHECK(on("2023-01-01").same_as(2));
  CHECK(on("2023-12-31").same_as(2));
  CHECK(on("2024-01-01").same_as(3));
  CHECK(only_cause(on("2022-12-31")).kind == cause_kind::missing);
}

TEST_CASE(
    "section 7: the digest of the facts tells two units apart and is the same each "
    "time") {
  const auto a = bound(enterprise({{"persons", 5}}));
  CHECK(a.digest == bound(enterprise({{"persons", 5}})).digest);
  CHECK(a.digest != bound(enterprise({{"persons", 6}})).digest);
  CHECK(a.digest.starts_with("sha256:"));
}

TEST_CASE("section 6: bound facts on another day are those bound on it") {
  const auto by =
      sample_pack{}
          .count("surveyed", {.valid_for = span_of("12个月")})
          .parameter("least", fact_type::number, {{"2020-01-01", 2}, {"2024-06-01", 3}})
          .standard({part("p", "surveyed >= least")});
  auto u = enterprise({{"surveyed", 2}});
  u.facts["surveyed"].statements.front().from.edit().day = day("2023-07-01");
  const auto base = bind(by, u, {today});
  for (const auto* on : {"2024-03-31", "2024-05-31", "2024-06-01", "2024-07-02"}) {
    const auto moved = on_day(base, day(on));
    const auto bound = bind(by, u, {day(on)});
    CHECK(moved.on == bound.on);
    CHECK(moved.digest == bound.digest);
    CHECK(moved.remarks == bound.remarks);
    CHECK(judge(by, moved) == judge(by, bound));
    for (std::size_t i = 0; i < bound.slots.size(); ++i) {
      CHECK(moved.slots[i].to_string() == bound.slots[i].to_string());
    }
  }
}

TEST_CASE("section 4: the limits facts are bound with hold for whatever follows") {
  const auto by = sample_pack{}.list_of_days("met").standard(
      {part("p", "every d in met satisfies d >= date(\"2020-01-01\")")});
  list_value many;
  for (int i = 0; i < 200; ++i) many.emplace_back(today);
  const auto u = enterprise({{"met", many}});
  limits few;
  few.evaluation_steps = 100;
  CHECK(judge(by, bind(by, u, {today})) == verdict::pass);
  CHECK(judge(by, bind(by, u, {today}, few)) == verdict::undetermined);
  CHECK(assess(by, u, {.as_of = today, .bounds = few}).verdict == verdict::undetermined);
}

TEST_CASE("a name that is no fact is remarked with the nearest one") {
  auto u = enterprise({{"person", num("3")}, {"elsewhere", value(true)}});
  const auto b = bound(u);
  const remark none{"unknown_fact", {}, {"elsewhere", ""}};
  const remark near{"unknown_fact", {}, {"person", "persons"}};
  CHECK(b.remarks == std::vector<remark>{none, near});
  CHECK(only_cause(slot_of(b, "persons")).kind == cause_kind::missing);
  CHECK(bound(enterprise({{"persons", num("3")}})).remarks.empty());
  for (int i = 0; i < 1000; ++i) u.set("no_" + std::to_string(i), num("1"));
  CHECK(bound(u).remarks.size() == norma::most_unknown_facts);
}

TEST_CASE("a fact under its name and its alias is one fact with two statements") {
  const auto pack = norma::load("tests/golden/pack");
  unit u{.kind = "enterprise"};
  u.set("due", num("3"));
  u.set("应签人数", num("3"));
  const auto same = bind(pack.standards().front(), u, {today});
  CHECK(same.remarks.empty());
  CHECK(slot_of(same, "due").same_as(num("3")));
  u.set("应签人数", num("4"));
  const auto c = only_cause(slot_of(bind(pack.standards().front(), u, {today}), "due"));
  CHECK(c.code == "N0744");
  CHECK(norma::format_message(c.code.get(), c.arguments, norma::language::en) ==
        "“due” has two different values of the same day (undated): 3 persons and 4 "
        "persons");
  // Of a category the labels stand, in either language.
  norma::supplied_fact sizes;
  sizes.versioned = true;
  for (const char* size : {"small", "large"}) {
    sizes.statements.push_back({norma::supply::known, norma::value{size}, {}, {}});
  }
  u.facts["size"] = sizes;
  const auto named =
      only_cause(slot_of(bind(pack.standards().front(), u, {today}), "size"));
  CHECK(norma::format_message(named.code.get(), named.arguments, norma::language::zh) ==
        "“size”在同一日（未注明日期）有两个不同的值：小型 与 大型");
}

}  // namespace norma_test::bind_test
