// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <vector>

#include <norma/assess/assess.hpp>
#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>
#include <norma/load/load.hpp>
#include <norma/load/stated_value.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/suppose.hpp>

#include "catch.hpp"
#include "layered.hpp"

// Parameters that are supposed to have another value: the same as if files gave it.

namespace norma_test::suppose_test {

using norma::number;
using norma::value;
using norma::verdict;

namespace {

std::string floor_of(const std::string& value) {
  return "norma: 1\nparameters:\n"
         "  floor: {label: {zh: 下限}, type: count, unit: persons, values: [{from: "
         "2020-01-01, value: " +
         value +
         ", own_choice: true}]}\n"
         "  lasting: {label: {zh: 有效期}, type: duration, values: [{from: "
         "2020-01-01, value: 12个月, own_choice: true}]}\n"
         "  share: {label: {zh: 比例}, type: number, values: [{from: 2020-01-01, value: "
         "90%, own_choice: true}]}\n";
}

/// `low` judges by parameters of `up`: `floor`, through a computed fact; `share`; and
/// `lasting`, for which evidence holds.
struct by_parameters : layered {
  explicit by_parameters(const std::string& floor = "3")
      : layered({{"up/parameters.yaml", floor_of(floor)},
                 {"low/facts.yaml",
                  "norma: 1\nfacts:\n"
                  "  fresh: {label: {zh: 新}, of: [enterprise], type: boolean, "
                  "valid_for: lasting}\nderived:\n"
                  "  enough:\n    label: {zh: 够}\n    of: [enterprise]\n    type: "
                  "boolean\n    value: made >= floor\n"},
                 {"low/own.yaml",
                  standard_of("own",
                              "      - enough\n      - fresh\n      - sound\n"
                              "      - id: rate\n        title: {zh: 率}\n"
                              "        require: rate(made, due) >= share\n")}}) {}
};

norma::unit firm(int made) {
  norma::unit u{.kind = "enterprise"};
  u.default_evidence.day = norma::date::parse("2023-06-30");
  u.set("made", made);
  u.set("due", 10);
  u.set("sound", true);
  u.set("fresh", true);
  return u;
}

norma::report told(const norma::pack& by, int made, const char* day = "2024-01-01") {
  return norma::assess(by.standard("own"), firm(made),
                       {.as_of = *norma::date::parse(day), .remedies = false});
}

verdict of(const norma::report& r, const char* path) {
  return find_node(r, path)->verdict;
}

std::string refused(const norma::pack& of, const std::string& name, const value& to) {
  try {
    (void)norma::suppose(of, name, to);
  } catch (const norma::rule_error& e) {
    return codes(e.diagnostics());
  }
  return "";
}

value read(const norma::pack& of, const std::string& name, const std::string& text) {
  const auto& words = of.content().vocabularies.at("enterprise");
  std::vector<norma::diagnostic> found;
  const auto& p = std::get<norma::parameter>(words.slots[*words.find_parameter(name)]);
  return norma::read_stated(text, p, {}, found).value();
}

}  // namespace

TEST_CASE("what is supposed of a parameter holds on every day, and only there") {
  const by_parameters f;
  const norma::pack low = loaded(f);
  const norma::pack stricter = norma::suppose(low, "floor", 5);
  CHECK(of(told(low, 3), "a/enough") == verdict::pass);
  CHECK(of(told(low, 2), "a/enough") == verdict::fail);
  CHECK(of(told(stricter, 5), "a/enough") == verdict::pass);
  CHECK(of(told(stricter, 4), "a/enough") == verdict::fail);
  // Before its first day the parameter has no value but the one that is supposed.
  CHECK(told(low, 4).supposed.empty());
  CHECK(of(told(norma::suppose(stricter, "floor", 4), 4), "a/enough") == verdict::pass);
}

TEST_CASE("rates and the time for which evidence holds may be supposed") {
  const by_parameters f;
  const norma::pack low = loaded(f);
  const auto lower = norma::suppose(low, "share", read(low, "share", "80%"));
  CHECK(of(told(low, 8), "a/rate") == verdict::fail);
  CHECK(of(told(lower, 8), "a/rate") == verdict::pass);
  CHECK(of(told(lower, 7), "a/rate") == verdict::fail);
  // It is told as the pack writes shares, whatever was handed over.
  const auto told_as = told(norma::suppose(low, "share", *number::ratio(81, 100)), 8);
  CHECK(told_as.supposed[0].shown.en == "81 %");
  CHECK(told_as.supposed[0].in_force.zh == "90 %");
  const auto shorter = norma::suppose(low, "lasting", read(low, "lasting", "6个月"));
  CHECK(of(told(low, 9, "2024-06-30"), "a/fresh") == verdict::pass);
  CHECK(of(told(shorter, 9, "2023-12-30"), "a/fresh") == verdict::pass);
  CHECK(of(told(shorter, 9, "2023-12-31"), "a/fresh") == verdict::undetermined);
}

TEST_CASE("a report by a supposed parameter says so, and the parts that rest on it") {
  const by_parameters f;
  const norma::pack low = loaded(f);
  const auto r = told(norma::suppose(low, "floor", 5), 4);
  REQUIRE(r.supposed.size() == 1);
  CHECK(r.supposed[0].parameter == "floor");
  CHECK(r.supposed[0].shown.zh.find('5') != std::string::npos);
  CHECK(r.supposed[0].in_force.zh.find('3') != std::string::npos);
  const auto& behind = find_node(r, "a/enough")->decisions;
  REQUIRE(behind.size() == 1);
  CHECK(behind[0].id == "what-if:floor");
  for (const char* path : {"a/fresh", "a/sound", "a/rate", "a", "."}) {
    INFO(path);
    CHECK(find_node(r, path)->decisions.empty());
  }
  const auto lasting =
      told(norma::suppose(low, "lasting", read(low, "lasting", "1年")), 4);
  CHECK(find_node(lasting, "a/fresh")->decisions.size() == 1);
  CHECK(find_node(lasting, "a/enough")->decisions.empty());
  // On a day on which none is in force yet.
  CHECK(told(norma::suppose(low, "floor", 5), 4, "2019-12-31")
            .supposed[0]
            .in_force.empty());
}

TEST_CASE("a supposed value judges as one that files give") {
  const norma::pack supposed = norma::suppose(loaded(by_parameters()), "floor", 7);
  const norma::pack given = loaded(by_parameters("7"));
  for (int made = 5; made <= 9; ++made) {
    const auto a = told(supposed, made), b = told(given, made);
    CHECK(a.verdict == b.verdict);
    CHECK(of(a, "a/enough") == of(b, "a/enough"));
  }
  // By columns, too.
  norma::batch::frame units("enterprise", 5);
  const std::vector<std::int64_t> made{5, 6, 7, 8, 9};
  units.add("made", norma::batch::integers(made));
  const norma::batch::plan a(supposed.standard("own"),
                             {.as_of = *norma::date::parse("2024-01-01")});
  const norma::batch::plan b(given.standard("own"),
                             {.as_of = *norma::date::parse("2024-01-01")});
  CHECK(a.judge(units).columns == b.judge(units).columns);
}

TEST_CASE(
    "a parameter that is overridden is the lower pack's, or by its pack the upper") {
  by_parameters f;
  f.write("low/parameters.yaml",
          "norma: 1\nparameters:\n  share: {overrides: \"up:share\", values: [{from: "
          "2023-01-01, value: 50%, own_choice: true}]}\n");
  const norma::pack low = loaded(f);
  CHECK(of(told(low, 5), "a/rate") == verdict::pass);
  const auto own = norma::suppose(low, "share", *number::ratio(3, 5));
  CHECK(of(told(own, 5), "a/rate") == verdict::fail);
  CHECK(of(told(own, 6), "a/rate") == verdict::pass);
  const auto upper = norma::suppose(low, "up:share", *number::ratio(3, 5));
  CHECK(of(told(upper, 5), "a/rate") == verdict::pass);
  CHECK(find_node(told(upper, 5), "a/rate")->decisions.empty());
  CHECK(upper.content().supposed == std::vector<std::string>{"up:share"});
}

TEST_CASE("what a parameter's values are like is told as they are written") {
  try {
    (void)norma::suppose(loaded(by_parameters()), "share", value{"high"});
    FAIL("was supposed");
  } catch (const norma::rule_error& e) {
    CHECK(e.diagnostics().at(0).arguments.at(2) == "90%");
  }
}

TEST_CASE("only a value of the parameter's kind may be supposed") {
  const norma::pack low = loaded(by_parameters());
  CHECK(refused(low, "flour", 5) == "N0577");
  CHECK(refused(low, "made", 5) == "N0577");  // a fact
  CHECK(refused(low, "floor", 5) == "");
  CHECK(refused(low, "floor", *number::ratio(1, 2)) == "N0578");
  CHECK(refused(low, "floor", value{"5"}) == "N0578");
  CHECK(refused(low, "floor", value{}) == "N0578");
  CHECK(refused(low, "lasting", 6) == "N0578");
  CHECK(refused(low, "lasting", value{norma::months_duration{6}}) == "");
  CHECK(refused(low, "lasting", value{norma::months_duration{-1}}) == "N0578");
  CHECK(refused(low, "lasting", value{norma::days_duration::of_days(180)}) == "N0578");
}

}  // namespace norma_test::suppose_test
