// SPDX-License-Identifier: Apache-2.0
#include <cstddef>  // std::size_t
#include <memory>   // std::make_shared
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/assess/assess_scheme.hpp>
#include <norma/assess/wording.hpp>
#include <norma/load/load.hpp>

#include "assess/sample_scheme.hpp"
#include "catch.hpp"

namespace norma_test::tiers_test {

using norma::number;
using norma::score_range;
using norma::verdict;
using norma_test::folder;
using norma_test::scoring::dictionary;
using norma_test::scoring::enterprise;
using norma_test::scoring::head;
using namespace norma_test::scoring;

TEST_CASE("a veto fails whatever the score; an open one blocks the pass") {
  const std::string sound = "      - {fact: sound, points: 10}\n";
  const auto body = "blocks:\n" + block("basic", "10", sound) +
                    "veto:\n  none:\n    - id: arrears\n"
                    "      title: {zh: 拖欠, en: Arrears}\n"
                    "      require: some e in arrears satisfies e.date in last(3年)\n"
                    "pass: total >= 5\n";
  auto u = enterprise();
  u.set("sound", true);
  CHECK(judged(body, u).verdict == verdict::undetermined);
  u.set("arrears", norma::list_value{});
  CHECK(judged(body, u).verdict == verdict::pass);
  const auto on = [&](int year, int month, int day) {
    const auto shape =
        std::make_shared<const norma::record_shape>(std::vector<std::string>{"date"});
    u.set("arrears", norma::list_value{norma::record_value{
                         shape, {norma::value{*norma::date::of(year, month, day)}}}});
    return judged(body, u).verdict;
  };
  CHECK(on(2021, 6, 30) == verdict::fail);  // the last day of three years
  // A scheme looks for no remedies; that something fails is not denied.
  CHECK(judged(body, u).remedies_are == norma::remedy_state::not_asked);
  CHECK(on(2021, 6, 29) == verdict::pass);
  CHECK(judged(body, u).remedies_are == norma::remedy_state::not_needed);
}

TEST_CASE("what only blocks that are rounded up reach is not said to be out of reach") {
  const auto findings = [](const std::string& least) {
    const folder files(
        {{"pack.yaml", head},
         {"facts.yaml", dictionary},
         {"schemes/s.yaml",
          scheme("round: {scale: 0, mode: half_up}\nblocks:\n" +
                 block("a", "2.5", "      - {fact: sound, points: 2.5}\n") +
                 block("b", "2.5", "      - {fact: late, points: 2.5}\n") +
                 "pass: total >= " + least + "\n")}});
    std::vector<std::string> codes;
    for (const auto& d : norma::try_load(files.path()).diagnostics)
      if (d.code == "N0912") codes.push_back(d.arguments[2]);
    return codes;
  };
  CHECK(findings("6").empty());
  CHECK(findings("7") == std::vector<std::string>{"6"});
}

TEST_CASE("a test of points that is open tells why") {
  auto u = enterprise();
  u.set("sound", true);
  const auto basic =
      "blocks:\n" + block("basic", "10", "      - {fact: sound, points: 10}\n");
  const auto tier = [](const std::string& when) {
    return "tiers:\n  - id: t\n    title: {zh: 等, en: Tier}\n    when: " + when + "\n";
  };
  const std::string divides = "basic / (total - basic) >= 1";
  for (const auto& test : {"pass: " + divides + "\n", tier(divides)}) {
    const auto r = judged(basic + test, u);
    CHECK(r.score->total == range(10, 10));
    CHECK(r.verdict == verdict::undetermined);
    CHECK(codes_of(r) == std::vector<std::string>{"N0701"});
    CHECK(r.score->causes == r.tree.causes);
  }
  // Where the scheme is decided, too: its verdict has no causes then.
  const auto decided = judged(basic + "pass: total >= 1\n" + tier(divides), u);
  CHECK(decided.verdict == verdict::pass);
  CHECK(decided.tree.causes.empty());
  CHECK(decided.score->tier_is_open(decided.verdict));
  REQUIRE(decided.score->causes.size() == 1);
  CHECK(decided.score->causes[0].code == "N0701");
  // One that points leave open has no cause of its own.
  u.erase("sound");
  CHECK(codes_of(judged(basic + "pass: total >= 1\n", u)) ==
        std::vector<std::string>{""});
  CHECK(judged(basic + "pass: total >= 1\n", u).score->causes.empty());
  u.set("sound", true);
  const std::string sum = "total >= 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 0";
  for (std::size_t steps = 1; steps <= 12; ++steps) {
    CAPTURE(steps);
    norma::limits bounds;
    bounds.evaluation_steps = steps;
    for (const auto& test : {"pass: " + sum + "\n", tier(sum)}) {
      const auto r = judged(basic + test, u, bounds);
      CHECK((r.verdict == verdict::undetermined) == !r.tree.causes.empty());
      if (steps == 5) CHECK(codes_of(r) == std::vector<std::string>{"N0710"});
    }
  }
}

TEST_CASE("points that leave a tier open are told by their titles") {
  const auto body = "blocks:\n" + block("basic", "10", contracts) +
                    "deductions:\n  max: 2\n  parts:\n    - {fact: late, points: 2}\n"
                    "pass: total >= 0\n"
                    "tiers:\n  - id: a\n    title: {zh: 一等, en: First}\n"
                    "    when: basic / deductions >= 1\n";
  auto u = enterprise();
  u.set("due", 100);
  u.set("signed", 100);
  u.set("late", false);
  const auto r = judged(body, u);
  REQUIRE(r.score);
  REQUIRE(r.score->causes.size() == 1);
  CHECK(r.score->causes[0].fact == "deductions");
  CHECK(r.labels.at("deductions").zh == "减分");
}

TEST_CASE("admission is a condition: not admitted is a fail, not inapplicable") {
  const std::string sound = "      - {fact: sound, points: 10}\n";
  const auto body =
      "admission:\n  all:\n    - id: founded\n"
      "      title: {zh: 成立, en: Founded}\n      require: years >= 3\n"
      "blocks:\n" +
      block("basic", "10", sound) + "pass: total >= 5\n";
  auto u = enterprise();
  u.set("sound", true);
  u.set("years", 2);
  const auto r = judged(body, u);
  CHECK(r.verdict == verdict::fail);
  CHECK(find_node(r, "admission/founded")->verdict == verdict::fail);
  CHECK(r.score->passed == verdict::pass);
  u.set("years", 3);
  CHECK(judged(body, u).verdict == verdict::pass);
}

TEST_CASE("tiers: the best one that is sure, and what the next would take") {
  const std::string sound = "      - {fact: sound, points: 80}\n";
  const auto body = "blocks:\n" + block("basic", "80", sound) +
                    block("contracts", "10", contracts) +
                    "pass: total >= 80\n"
                    "tiers:\n"
                    "  - {id: AAA, title: {zh: 三星}, when: null}\n";
  const auto with_tiers = [&] {
    auto b = body.substr(0, body.find("tiers:"));
    return b +
           "tiers:\n"
           "  - id: AAA\n    title: {zh: 三星}\n"
           "    when: total >= 90 and contracts >= 10\n"
           "  - id: AA\n    title: {zh: 二星}\n    when: total >= 85\n"
           "  - id: A\n    title: {zh: 一星}\n    when: total >= 80\n";
  }();
  auto u = enterprise();
  u.set("sound", true);
  u.set("due", 100);
  u.set("signed", 98);
  auto r = judged(with_tiers, u);
  CHECK(r.score->total.low == *number::parse("89.5"));
  CHECK(r.score->tier == "AA");
  CHECK(r.score->pass_needs.empty());
  CHECK(r.score->next_tier == "AAA");
  REQUIRE(r.score->next_needs.size() == 2);
  CHECK(r.score->next_needs[0].of == "total");
  CHECK(r.score->next_needs[0].by == *number::parse("0.5"));
  CHECK(r.score->next_needs[1].of == "contracts");
  CHECK(r.score->next_needs[1].by == *number::parse("0.5"));
  u.erase("signed");
  r = judged(with_tiers, u);
  CHECK(r.score->total == range(80, 90));
  CHECK(r.score->tier.empty());
  CHECK(r.score->tiers[0].reached == verdict::undetermined);
  CHECK(r.score->tiers[2].reached == verdict::pass);
  CHECK(r.verdict == verdict::pass);
  u.set("sound", false);
  r = judged(with_tiers, u);
  CHECK(r.score->tier.empty());
  CHECK(r.verdict == verdict::fail);
  REQUIRE(r.score->pass_needs.size() == 1);  // 10 points at the most, 80 are needed
  CHECK(r.score->pass_needs[0].of == "total");
  CHECK(r.score->pass_needs[0].by == *number::parse("80"));
  u.set("signed", 100);
  CHECK(judged(with_tiers, u).score->pass_needs[0].by == *number::parse("70"));
}

TEST_CASE("a tier that cannot be reached is not open, though the pass is") {
  const std::string sound = "      - {fact: sound, points: 80}\n";
  const auto open_at = [&](const char* points) {
    const auto r = judged(
        "blocks:\n" + block("basic", "80", sound) + "pass: total >= 40\n" +
            "tiers:\n  - id: A\n    title: {zh: 一星}\n    when: total >= " + points +
            "\n",
        enterprise());
    CHECK(r.verdict == verdict::undetermined);
    CHECK(r.score->tier.empty());
    return r.score->tier_is_open(r.verdict);
  };
  CHECK(open_at("80"));
  CHECK_FALSE(open_at("81"));
}

TEST_CASE("what counts beside the blocks comes after them") {
  const std::string sound = "      - {fact: sound, points: 10}\n";
  const auto ids = [&](const std::string& more) {
    std::string all;
    const auto r =
        judged("blocks:\n" + block("basic", "10", sound) + "pass: total >= 0\n" + more,
               enterprise());
    for (const auto* each : r.score->all_blocks()) all += each->id + ' ';
    return all;
  };
  const std::string late = "  max: 1\n  parts:\n    - {fact: late, points: 1}\n";
  CHECK(ids("") == "basic ");
  CHECK(ids("deductions:\n" + late) == "basic deductions ");
  CHECK(ids("deductions:\n" + late + "bonus:\n" + late) == "basic bonus deductions ");
}

TEST_CASE("scores are rounded only where the scheme says so") {
  const std::string sound = "      - {fact: sound, points: 3}\n";
  const std::string third = "      - {fact: late, points: 3, when: years > 1}\n";
  const auto body = [&](const std::string& round) {
    const std::string years =
        "      - id: years\n        title: {zh: 年}\n        points: 1\n"
        "        require: years > 5\n";
    return "not_applicable: left_out\n" + round + "blocks:\n" +
           block("basic", "7",
                 sound + years +
                     "      - id: late\n        title: {zh: 迟}\n        points: 3\n"
                     "        when: years > 1\n        require: late = false\n") +
           "pass: total >= 5\n";
  };
  auto u = enterprise();
  u.set("sound", true);
  u.set("years", 1);
  // 3 of the 4 points that are left stand for 7: 5.25.
  CHECK(judged(body(""), u).score->total.low == *number::parse("5.25"));
  CHECK(judged(body("round: {scale: 1, mode: half_up}\n"), u).score->total.low ==
        *number::parse("5.3"));
}

TEST_CASE("a scheme is not applicable outside its days") {
  const std::string sound = "      - {fact: sound, points: 10}\n";
  const folder files(
      {{"pack.yaml", head},
       {"facts.yaml", dictionary},
       {"schemes/s.yaml",
        scheme("blocks:\n" + block("basic", "10", sound) + "pass: total >= 5\n")}});
  const auto pack = norma::load(files.path());
  auto u = enterprise();
  u.set("sound", true);
  const auto on = [&](int year, int month, int day) {
    return assess(*pack.find_scheme("s"), u, {*norma::date::of(year, month, day)});
  };
  CHECK(on(2022, 12, 31).verdict == verdict::not_applicable);
  CHECK_FALSE(on(2022, 12, 31).score);
  CHECK(on(2023, 1, 1).verdict == verdict::pass);
}

TEST_CASE("a tier that every earlier one takes in is told") {
  const auto told = [](const std::vector<const char*>& tests) {
    std::string body = "blocks:\n" + block("basic", "10", contracts) +
                       block("other", "10", "      - {fact: sound, points: 10}\n") +
                       "tiers:\n";
    for (std::size_t i = 0; i < tests.size(); ++i) {
      body += "  - id: t" + std::to_string(i) +
              "\n    title: {zh: 等}\n    when: " + tests[i] + "\n";
    }
    const folder files({{"pack.yaml", head},
                        {"facts.yaml", dictionary},
                        {"schemes/s.yaml", scheme(body)}});
    std::string all;
    for (const auto& d : norma::try_load(files.path()).diagnostics) {
      all += (all.empty() ? "" : " ") + d.code + '(' + d.arguments.front() + ')';
    }
    return all;
  };
  CHECK(told({"total >= 15", "total >= 10"}).empty());
  CHECK(told({"total >= 10", "total >= 15"}) == "N0916(t1)");
  CHECK(told({"total >= 10", "total >= 10"}) == "N0916(t1)");
  CHECK(told({"total > 10", "total >= 10"}).empty());
  CHECK(told({"total >= 10", "total > 10"}) == "N0916(t1)");
  CHECK(told({"total < 10", "10 < total", "total > 5"}).empty());
  CHECK(told({"total < 10", "10 <= total", "total > 5"}) == "N0916(t2)");
  CHECK(told({"total between 5 and 10", "total > 6 and total < 9"}) == "N0916(t1)");
  CHECK(told({"total between 5 and 10", "total > 6 and total <= 11"}).empty());
  // Points of blocks narrow a tier; one without them stands for all of theirs.
  CHECK(told({"total >= 15 and basic >= 8", "total >= 15"}).empty());
  CHECK(told({"total >= 15", "total >= 15 and basic >= 8"}) == "N0916(t1)");
  CHECK(told({"basic >= 5 or other >= 5", "basic >= 6 and other >= 1"}) == "N0916(t1)");
  CHECK(told({"basic >= 5 and other >= 5", "basic >= 6 or other >= 6"}).empty());
  // What is more than comparisons with numbers is let pass.
  CHECK(told({"total >= 10", "total * 2 >= 30"}).empty());
  CHECK(told({"total * 2 >= 20", "total >= 15"}).empty());
  CHECK(told({"basic >= other", "basic > other"}).empty());
}

}  // namespace norma_test::tiers_test
