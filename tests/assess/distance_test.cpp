// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/distance.hpp>
#include <norma/rule/content.hpp>

#include <optional>
#include <string>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 7: value against the nearest value that passes, on its step.

namespace norma_test::distance_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.count("n", {.change = changeable::up})
      .count("fixed")
      .count("other", {.change = changeable::up});
  s.count("due").amount("fund", {.change = changeable::up}).amount("provided");
  s.plain_number("score", {.change = changeable::up});
  s.list_of_days("met", {.change = changeable::up});
  s.records("events", {{"heads", fact_type::count}});
  s.count("sum", {.value = "n + fixed"});
  s.table("steps", {"n"}, {{{">= 5"}, 2}, {{"-"}, 1}});
  s.plain_number("looked_up", {.from_table = "steps"});
  return s;
}

std::optional<norma::distance> of(const std::string& condition, const unit& u) {
  auto s = dictionary();
  const auto r = assess(s.standard({part("p", condition)}), u, {.as_of = today});
  return at(r, "p").distance;
}

/// The distance in `fact`, as text; `-` if there is none.
std::string by(const std::string& condition, const unit& u) {
  const auto d = of(condition, u);
  return d ? d->fact + ' ' + d->by.to_string() : "-";
}

unit n(int is) {
  return enterprise({{"n", is}, {"fixed", 2}, {"other", 5}, {"due", 20000}});
}

}  // namespace

TEST_CASE("section 7: 0 just passes, positive is slack, negative shortfall") {
  CHECK(by("n >= 2", n(2)) == "n 0");
  CHECK(by("n >= 2", n(3)) == "n 1");
  CHECK(by("n >= 2", n(1)) == "n -1");
  CHECK(by("n > 2", n(3)) == "n 0");
  CHECK(by("n > 2", n(2)) == "n -1");
}

TEST_CASE(
    "decision 6: below a ceiling the sign is the same: slack positive, excess negative") {
  CHECK(by("n <= 5", n(5)) == "n 0");
  CHECK(by("n <= 5", n(3)) == "n 2");
  CHECK(by("n <= 5", n(7)) == "n -2");
  CHECK(by("n < 5", n(4)) == "n 0");
  CHECK(by("n < 5", n(5)) == "n -1");
  CHECK(by("n = 5", n(5)) == "n 0");
  CHECK(by("n = 5", n(8)) == "n -3");
  CHECK(by("n = 5", n(3)) == "n -2");
  CHECK(of("n <= 5", n(7))->too_high);
  CHECK_FALSE(of("n >= 9", n(7))->too_high);
}

TEST_CASE("section 7: the threshold may stand on the left, a factor may be negative") {
  CHECK(by("2 <= n", n(1)) == "n -1");
  CHECK(by("10 - n >= 4", n(7)) == "n -1");
  CHECK(by("10 - n >= 4", n(5)) == "n 1");
  CHECK(by("-2 * n <= -5", n(2)) == "n -1");
  CHECK(by("-2 * n <= -5", n(3)) == "n 0");
}

TEST_CASE(
    "section 7: of the two ends of a range the one that is broken, or nearer, counts") {
  CHECK(by("n in [2..5)", n(1)) == "n -1");
  CHECK(by("n in [2..5)", n(2)) == "n 0");
  CHECK(by("n in [2..8)", n(4)) == "n 2");
  CHECK(by("n in [2..8)", n(6)) == "n 1");
  CHECK(by("n in [2..5)", n(4)) == "n 0");
  CHECK(by("n in [2..5)", n(5)) == "n -1");
  CHECK(of("n in [2..5)", n(7))->too_high);
  CHECK(by("n between 2 and 5", n(7)) == "n -2");
  CHECK(by("n between 2 and 5", n(5)) == "n 0");
  // Outside of it either end will do: the one where the fact may go, else the nearer.
  CHECK(by("not(n in [2..6])", n(3)) == "n -4");
  CHECK(by("not(due in [19999..20009])", n(3)) == "due -2");
  CHECK(by("not(due in [19990..20001])", n(3)) == "due -2");
  CHECK(by("not(n in [2..6])", n(5)) == "n -2");
  CHECK(by("not(n in [2..6])", n(7)) == "n 0");
  CHECK(by("not(n in [2..6])", n(1)) == "n 0");
}

TEST_CASE("section 7: a bound that no nearest value keeps to has no distance") {
  const auto score = [](const char* is) {
    return enterprise({{"score", *number::parse(is)}});
  };
  CHECK(by("score in [1..5)", score("3.5")) == "score 2.5");
  CHECK(by("score in [1..5)", score("0.5")) == "score -0.5");
  CHECK(by("score in [1..5)", score("5")) == "-");
  CHECK(by("score in [1..5)", score("7")) == "-");
}

TEST_CASE("section 7: of two ways out the one that the fact may go counts") {
  const auto way = [](changeable change, const std::string& condition, int is) {
    sample_pack s;
    s.count("n", {.change = change});
    const auto r = assess(s.standard({part("p", condition)}), enterprise({{"n", is}}),
                          {.as_of = today});
    const auto d = at(r, "p").distance;
    return d->by.to_string() + (d->too_high ? " too high" : "");
  };
  // As far one way as the other.
  CHECK(way(changeable::up, "not(n in [3..7])", 5) == "-3");
  CHECK(way(changeable::down, "not(n in [3..7])", 5) == "-3 too high");
  CHECK(way(changeable::either, "not(n in [3..7])", 5) == "-3 too high");
  CHECK(way(changeable::no, "not(n in [3..7])", 5) == "-3 too high");
  CHECK(way(changeable::up, "not(n between 3 and 7)", 5) == "-3");
  CHECK(way(changeable::up, "not(n in [3..7])", 3) == "-5");
  CHECK(way(changeable::down, "not(n in [3..7])", 7) == "-5 too high");
  CHECK(way(changeable::either, "not(n in [3..7])", 7) == "-1");
  // What holds has its own slack.
  CHECK(way(changeable::up, "not(n in [3..7])", 1) == "1");
}

TEST_CASE("section 7: the nearest value lies on the step of the fact") {
  CHECK(by("2 * n >= 5", n(2)) == "n -1");
  CHECK(by("3 * n < 10", n(3)) == "n 0");
  CHECK(by("n / 3 >= 1", n(2)) == "n -1");
  CHECK(by("2 * n = 5", n(2)) == "-");
  CHECK(by("fund >= 1.005", enterprise({{"fund", 1}})) == "fund -0.01");
  CHECK(by("fund > 1", enterprise({{"fund", 1}})) == "fund -0.01");
}

TEST_CASE("section 7: a fact without a step has the bound itself, if it passes there") {
  CHECK(by("score >= 2.5", enterprise({{"score", 2}})) == "score -0.5");
  CHECK(by("score > 2.5", enterprise({{"score", 2}})) == "-");
  CHECK(by("3 * score >= 1", enterprise({{"score", 0}})) == "score -1/3");
}

TEST_CASE(
    "section 7: a rate is linear in what it counts: whole persons, yuan to the fen") {
  const auto rate = [](int due, int done) {
    return by("rate(n, due) >= 90%", enterprise({{"n", done}, {"due", due}}));
  };
  CHECK(rate(20000, 17999) == "n -1");
  CHECK(rate(20000, 18000) == "n 0");
  CHECK(rate(1000, 986) == "n 86");
  CHECK(rate(7, 6) == "n -1");
  CHECK(by("rate(fund, provided) >= 60%",
           enterprise({{"fund", num("599999.99")}, {"provided", 1000000}})) ==
        "fund -0.01");
  CHECK(of("rate(fund, provided) >= 60%",
           enterprise({{"fund", num("599999.99")}, {"provided", 1000000}}))
            ->shown.en == "CNY 0.01");
}

TEST_CASE(
    "section 7: of several facts the first changeable one in reading order is shown") {
  CHECK(by("fixed + n >= 9", n(3)) == "n -4");
  CHECK(by("fixed + n + other >= 20", n(3)) == "n -10");
  CHECK(by("fixed >= due", n(3)) == "fixed -19998");
  CHECK(by("n * other >= 20", n(3)) == "n -1");
  CHECK(by("n * n >= 20", n(3)) == "-");
}

TEST_CASE("section 7: a computed fact is read through to what it is computed from") {
  CHECK(by("sum >= 9", n(3)) == "n -4");
  auto supplied = n(3);
  supplied.set("sum", 5);
  CHECK(by("sum >= 9", supplied) == "sum -4");
  // A table is no linear form: only the looked-up value itself is left.
  CHECK(by("looked_up + n >= 9", n(3)) == "looked_up -5");
}

TEST_CASE("section 7: a count of list elements is a distance in elements") {
  const auto u =
      enterprise({{"met", list_of({day("2024-01-01"), day("2024-02-01")})},
                  {"events", list_of({record({{"heads", 3}}), record({{"heads", 9}})})}});
  CHECK(by("count(met) >= 4", u) == "met -2");
  CHECK(by("count(met) >= 1", u) == "met 1");
  CHECK(by("count(events[heads > 5]) >= 2", u) == "events -1");
  CHECK(by("count(met[item > date(\"2024-01-15\")]) >= 1", u) == "met 0");
  CHECK(of("count(met) >= 4", u)->unit.empty());
}

TEST_CASE(
    "section 7: there is no distance where a value is unknown or nothing is compared") {
  CHECK(by("n >= 2", enterprise()) == "-");
  CHECK(by("n >= fixed", enterprise({{"n", 3}})) == "-");
  CHECK(by("n in (1, 2)", n(3)) == "-");
  CHECK(by("n >= 2 and fixed >= 2", n(3)) == "-");
  CHECK(by("fund != 2.005", n(3)) == "-");
}

TEST_CASE("section 7: behind a closed gate nothing is measured") {
  auto s = dictionary();
  const auto r = assess(s.standard({part("p", "n >= 2", {.when = "fixed > 9"})}), n(1),
                        {.as_of = today});
  CHECK(at(r, "p").verdict == verdict::not_applicable);
  CHECK_FALSE(at(r, "p").distance.has_value());
}

TEST_CASE(
    "the step of a fact is 1 for counts and lists, the scale of amounts, else none") {
  auto s = dictionary();
  const auto by_standard = s.standard({part("p", "n >= 2")});
  const auto& names = by_standard.words();
  const auto step = [&](const char* fact) { return step_of(*names.fact(s.slot(fact))); };
  CHECK(step("n") == number{1});
  CHECK(step("met") == number{1});
  CHECK(step("fund") == num("0.01"));
  CHECK_FALSE(step("score").has_value());
}

}  // namespace norma_test::distance_test
