// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/wording.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

#include <string>
#include <vector>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 7: what is told of a condition means what the condition means.

namespace norma_test::brackets_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.plain_number("a").plain_number("b").plain_number("c");
  s.date_fact("day").boolean("good").boolean("known");
  s.records("events", {{"n", fact_type::count}, {"p", fact_type::count}});
  return s;
}

unit facts() {
  return enterprise({{"a", 12},
                     {"b", 5},
                     {"c", 3},
                     {"day", day("2024-01-31")},
                     {"good", true},
                     {"events", list_of({record({{"n", 1}, {"p", 1}}),
                                         record({{"n", 1}, {"p", 9}})})}});
}

std::string told(const std::string& condition, language lang,
                 const std::string& when = {}) {
  auto s = dictionary();
  const auto r = assess(s.standard({part("p", condition, {.when = when})}), facts(),
                        {.as_of = today, .remedies = false});
  return at(r, "p").condition->shown.in(lang);
}
std::string en(const std::string& condition) { return told(condition, language::en); }
std::string zh(const std::string& condition) { return told(condition, language::zh); }

void replace_all(std::string& in, const std::string& from, const std::string& to) {
  for (auto at = in.find(from); at != in.npos; at = in.find(from, at + to.size()))
    in.replace(at, from.size(), to);
}

// What a reader with a calculator gets out of the words: `told` up to the last `=`.
std::string worked_out(std::string told) {
  for (const char* label : {"the a ", "the b ", "the c "}) replace_all(told, label, "");
  replace_all(told, "−", "-");
  replace_all(told, "×", "*");
  replace_all(told, "^", "**");
  const auto made = sample_pack{}.compile(told);
  return expr::evaluate(made, made.tree, {}).to_string();
}

// What is measured, without what it comes to.
std::string measure(const std::string& calculation) {
  const auto all = en(calculation + " >= 0");
  return all.substr(0, all.rfind(" = "));
}
std::string comes_to(const std::string& calculation) {
  const auto all = en(calculation + " >= 0");
  const auto from = all.rfind(" = ") + 3;
  auto number = all.substr(from, all.find(", required") - from);
  replace_all(number, ",", "");
  return number;
}

}  // namespace

TEST_CASE(
    "section 7: a sum inside a difference, a product inside a quotient is bracketed") {
  CHECK(en("a - (b - c) >= 11") == "the a 12 − (the b 5 − the c 3) = 10, required ≥ 11");
  CHECK(zh("a - (b - c) >= 11") == "a数 12 − (b数 5 − c数 3) = 10，要求 ≥ 11");
  CHECK(measure("a - (b + c)") == "the a 12 − (the b 5 + the c 3)");
  CHECK(measure("a / (b / c)") == "the a 12 / (the b 5 / the c 3)");
  CHECK(measure("a / (b * c)") == "the a 12 / (the b 5 × the c 3)");
  CHECK(measure("a / (b - c)") == "the a 12 / (the b 5 − the c 3)");
  CHECK(measure("a * (b - c)") == "the a 12 × (the b 5 − the c 3)");
  CHECK(measure("(a - b) * c") == "(the a 12 − the b 5) × the c 3");
  // The order makes no difference.
  CHECK(measure("a - b - c") == "the a 12 − the b 5 − the c 3");
  CHECK(measure("a + (b - c)") == "the a 12 + the b 5 − the c 3");
  CHECK(measure("a * (b / c)") == "the a 12 × the b 5 / the c 3");
  CHECK(measure("a - b * c") == "the a 12 − the b 5 × the c 3");
}

TEST_CASE("section 7: a rate is a quotient of what it names") {
  CHECK(en("rate(a - b, b + c) >= 90%") ==
        "(the a 12 − the b 5) / (the b 5 + the c 3) = 87.50 %, required ≥ 90 %");
  CHECK(en("rate(b, a / c) >= 90%") ==
        "the b 5 / (the a 12 / the c 3) = 125.00 %, required ≥ 90 %");
}

TEST_CASE("section 7: signs and powers are told with what they are of") {
  CHECK(en("-(a - b) >= 3") == "−(the a 12 − the b 5) = -7, required ≥ 3");
  CHECK(zh("-(a - b) >= 3") == "−(a数 12 − b数 5) = -7，要求 ≥ 3");
  CHECK(measure("2 * -a") == "2 × (−the a 12)");
  CHECK(measure("a - -b") == "the a 12 − (−the b 5)");
  CHECK(measure("a - -3") == "the a 12 − (-3)");
  CHECK(measure("-a - b") == "−the a 12 − the b 5");
  CHECK(measure("a ** 2") == "the a 12 ^ 2");
  CHECK(measure("(a - b) ** 2") == "(the a 12 − the b 5) ^ 2");
  CHECK(measure("(-a) ** 2") == "(−the a 12) ^ 2");
  CHECK(measure("-(a ** 2)") == "−(the a 12 ^ 2)");
}

TEST_CASE("section 7: whoever works out what is told gets what it comes to") {
  const std::vector<std::string> signs = {" + ", " - ", " * ", " / "};
  std::vector<std::string> all;
  for (const auto& one : signs) {
    for (const auto& other : signs) {
      all.push_back("(a" + one + "b)" + other + "c");
      all.push_back("a" + one + "(b" + other + "c)");
      all.push_back("(a" + one + "b)" + other + "(b" + one + "c)");
      all.push_back("-(a" + one + "b)" + other + "-c");
      all.push_back("a" + one + "-(b" + other + "c)");
    }
    all.push_back("(a" + one + "b) ** 2");
    all.push_back("a" + one + "b ** 2");
    all.push_back("b ** 2" + one + "a");
    all.push_back("-a ** 2" + one + "(-b) ** 2");
    all.push_back("a" + one + "(if good then b - c else c)");
    all.push_back("(if good then b - c else c)" + one + "a");
  }
  for (const auto& one : all) {
    CAPTURE(one);
    auto told = measure(one);
    replace_all(told, " (as the good yes)", "");
    CAPTURE(told);
    CHECK(worked_out(told) == comes_to(one));
  }
}

TEST_CASE("section 7: of months that are added the order is kept") {
  CHECK(en("day + (duration(\"P1M\") - duration(\"P1M\")) > as_of")
            .starts_with("the day 2024-01-31 + ("));
}

TEST_CASE("section 7: `and` inside `or` is told apart from `or` inside `and`") {
  CHECK(en("(good and a > 30) or b > 3") ==
        "(the good yes; and the a 12, required > 30); or the b 5, required > 3");
  CHECK(en("good and (a > 30 or b > 3)") ==
        "the good yes; and (the a 12, required > 30; or the b 5, required > 3)");
  CHECK(zh("(good and a > 30) or b > 3") ==
        "（good数 是；且a数 12，要求 > 30）；或b数 5，要求 > 3");
  CHECK(zh("good and (a > 30 or b > 3)") ==
        "good数 是；且（a数 12，要求 > 30；或b数 5，要求 > 3）");
  // Of one kind the order makes no difference.
  CHECK(en("good and (a > 3 and b > 3)") ==
        "the good yes; and the a 12, required > 3; and the b 5, required > 3");
  CHECK(en("(good or a > 3) or b > 3") ==
        "the good yes; or the a 12, required > 3; or the b 5, required > 3");
  CHECK(en("good and (a > 3 and (b > 3 or c > 3))") ==
        "the good yes; and the a 12, required > 3; and (the b 5, required > 3; or "
        "the c 3, required > 3)");
}

TEST_CASE("section 7: what counts is what is told, not how it is written") {
  // Neither of the two is one kind only.
  CHECK(en("not(good or a > 30) and b > 3") ==
        "the good yes, required no; and the a 12, required ≤ 30; and the b 5, required "
        "> 3");
  CHECK(en("not(good and a > 30) and b > 3") ==
        "(the good yes, required no; or the a 12, required ≤ 30); and the b 5, "
        "required > 3");
  CHECK(en("not(good and (a > 30 or b > 3))") ==
        "the good yes, required no; or (the a 12, required ≤ 30; and the b 5, required "
        "≤ 3)");
}

TEST_CASE("section 7: `and` and `or` of elements are told apart") {
  CHECK(en("every e in events satisfies (e.n > 5 or e.p > 2) and e.n > 0") ==
        "every one of the events with: (n > 5; or p > 2); and n > 0");
  CHECK(en("every e in events satisfies e.n > 5 or (e.p > 2 and e.n > 0)") ==
        "every one of the events with: n > 5; or (p > 2; and n > 0)");
  CHECK(en("count(events[(n > 5 or p > 2) and n > 0]) >= 2") ==
        "number of the events ((n > 5; or p > 2); and n > 0) = 1, required ≥ 2");
}

TEST_CASE("section 7: what stands behind a quantifier is told apart from what is in it") {
  CHECK(en("every e in events satisfies e.n > 5 and good") ==
        "every one of the events with: n > 5; and the good yes");
  CHECK(en("(every e in events satisfies e.n > 5) and good") ==
        "(every one of the events with: n > 5); and the good yes");
  CHECK(zh("(every e in events satisfies e.n > 5) and good") ==
        "（events数中每一项满足：n > 5）；且good数 是");
  CHECK(en("good and (every e in events satisfies e.n > 5)") ==
        "the good yes; and every one of the events with: n > 5");
  CHECK(en("good and (some e in events satisfies e.n > 5 and e.p > 2)") ==
        "the good yes; and (at least one of the events with: n > 5; and p > 2; 2 in "
        "all, none does)");
  CHECK(en("good and (some e in events satisfies e.n > 5) and a > 3") ==
        "the good yes; and (at least one of the events with: n > 5; 2 in all, none "
        "does); and the a 12, required > 3");
  CHECK(en("good and not(some e in events satisfies e.n > 5 or e.p > 20)") ==
        "the good yes; and (required: none of the events with: n > 5; or p > 20; 2 in "
        "all, none does)");
}

TEST_CASE("section 7: a branch of several conditions is told apart from what is beside") {
  CHECK(en("good and (if good then a > 3 or b > 3 else c > 3)") ==
        "the good yes; and (as the good yes: the a 12, required > 3; or the b 5, "
        "required > 3)");
  CHECK(en("good and (if good then a > 3 else c > 3)") ==
        "the good yes; and as the good yes: the a 12, required > 3");
  CHECK(en("(if known then a > 3 else c > 3) and good") ==
        "(if the known unknown: the a 12, required > 3; otherwise: the c 3, required "
        "> 3); and the good yes");
  // Of what is told only what decides it stands there.
  CHECK(en("if good and (a > 30 or b > 3) then c > 3 else good") ==
        "as the good yes; and the b 5 > 3: the c 3, required > 3");
}

TEST_CASE("section 7: of what fails of a condition `or` stands in brackets, too") {
  auto s = dictionary();
  const auto by =
      s.standard({group("g", combine::all, {part("p", "a > 3")},
                        {.when = "(a > 30 or b > 30) and good and (c > 30 or b > 40)"})});
  const auto r = assess(by, facts(), {.as_of = today, .remedies = false});
  CHECK(at(r, "g").reason->words.en.ends_with(
      "(the a 12, required > 30; or the b 5, required > 30); and (the c 3, required "
      "> 30; or the b 5, required > 40)"));
  CHECK(at(r, "g").reason->words.zh.ends_with(
      "（a数 12，要求 > 30；或b数 5，要求 > 30）；且（c数 3，要求 > 30；或b数 5，要求 "
      "> 40）"));
}

}  // namespace norma_test::brackets_test
