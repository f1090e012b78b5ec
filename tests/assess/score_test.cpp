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

namespace norma_test::score_test {

using norma::number;
using norma::score_range;
using norma::verdict;
using norma_test::folder;
using norma_test::scoring::enterprise;
using namespace norma_test::scoring;

TEST_CASE("a loss counts steps as the scheme says: begun, full or in proportion") {
  // 98.5 % signed: 1.5 percentage points short, 0.25 points each.
  const auto earned = [](const char* count, int signed_count) {
    auto body = "blocks:\n" + block("basic", "10", contracts) + "pass: total >= 9\n";
    body.replace(body.find("count: begun") + 7, 5, count);
    auto u = enterprise();
    u.set("due", 1000);
    u.set("signed", signed_count);
    return judged(body, u).score->total.low;
  };
  CHECK(earned("begun", 985) == *number::parse("9.5"));
  CHECK(earned("full", 985) == *number::parse("9.75"));
  CHECK(earned("proportional", 985) == *number::parse("9.625"));
  CHECK(earned("begun", 990) == *number::parse("9.75"));
  CHECK(earned("begun", 989) == *number::parse("9.5"));
  CHECK(earned("full", 981) == *number::parse("9.75"));
  CHECK(earned("begun", 1000) == number{10});
}

TEST_CASE(
    "a report by a scheme names no missing sets: what decides its gates leaves points "
    "open") {
  const auto body =
      "veto:\n  none:\n    - {fact: late, title: {zh: 迟报, en: Late}}\nblocks:\n" +
      block("basic", "10", "      - {fact: sound, points: 10}\n") + "pass: total >= 9\n";
  auto u = enterprise();
  CHECK(judged(body, u).verdict == verdict::undetermined);  // the gate and the points
  CHECK(judged(body, u).missing.empty());
  u.set("sound", false);  // the gate, but the points fail
  CHECK(judged(body, u).verdict == verdict::fail);
  CHECK(judged(body, u).missing.empty());
}

TEST_CASE("a loss takes no more than the part is worth, and never gives") {
  const auto body = "blocks:\n" + block("basic", "10", contracts) + "pass: total >= 9\n";
  auto u = enterprise();
  u.set("due", 100);
  u.set("signed", 10);
  CHECK(judged(body, u).score->total == range(0, 0));
  u.set("signed", 120);
  CHECK(judged(body, u).score->total == range(10, 10));
}

TEST_CASE(
    "a divisor of 0 is named by the fact's own name, whatever the scheme calls it") {
  auto u = enterprise();
  u.set("due", 0);
  u.set("signed", 3);
  const auto r = judged("blocks:\n" +
                            block("basic", "10",
                                  "      - id: share\n        points: 10\n"
                                  "        title: {zh: 率, en: Share}\n"
                                  "        require: signed / 应签数 >= 90%\n") +
                            "pass: total >= 9\n",
                        u);
  const auto& causes = r.score->blocks[0].parts[0].causes;
  REQUIRE(causes.size() == 1);
  CHECK(causes[0].code == "N0701");
  CHECK(causes[0].fact == "due");
}

TEST_CASE("0 of 0 does not apply: full points, none, or left out") {
  const auto with = [](const char* how) {
    const std::string sound = "      - {fact: sound, points: 10}\n";
    const auto body = std::string("not_applicable: ") + how + "\nblocks:\n" +
                      block("basic", "20", contracts + sound) + "pass: total >= 12\n";
    auto u = enterprise();
    u.set("due", 0);
    u.set("signed", 0);
    u.set("sound", true);
    return judged(body, u);
  };
  CHECK(with("full").score->total == range(20, 20));
  CHECK(with("zero").score->total == range(10, 10));
  CHECK(with("zero").verdict == verdict::fail);
  const auto left_out = with("left_out");
  CHECK(left_out.score->total == range(20, 20));  // 10 of the 10 that are left
  CHECK(left_out.score->blocks[0].parts[0].left_out);
  CHECK(left_out.score->blocks[0].parts[0].verdict == verdict::not_applicable);
  CHECK(left_out.applicable == 1);
}

TEST_CASE("where everything is left out there is no score, and no pass") {
  const auto body = "not_applicable: left_out\nblocks:\n" +
                    block("basic", "10", contracts) + "pass: total >= 0\n";
  auto u = enterprise();
  u.set("due", 0);
  u.set("signed", 0);
  const auto r = judged(body, u);
  CHECK(r.verdict == verdict::not_applicable);
  CHECK(r.score->blocks[0].left_out);
}

TEST_CASE("an undetermined part scores the hull over what it may still come to") {
  const std::string sound = "      - {fact: sound, points: 10}\n";
  auto u = enterprise();
  u.set("sound", true);
  SECTION("contracts unknown: nothing to ten") {
    const auto r = judged(
        "blocks:\n" + block("basic", "20", contracts + sound) + "pass: total >= 10\n", u);
    CHECK(r.score->total == range(10, 20));
    CHECK(r.verdict == verdict::pass);
    CHECK(r.score->blocks[0].parts[0].verdict == verdict::undetermined);
    CHECK_FALSE(r.score->blocks[0].parts[0].causes.empty());
    CHECK(r.decided == 1);
    CHECK(r.applicable == 2);
  }
  SECTION("the interval leaves the test open") {
    const auto r = judged(
        "blocks:\n" + block("basic", "20", contracts + sound) + "pass: total >= 15\n", u);
    CHECK(r.verdict == verdict::undetermined);
  }
  SECTION("the interval cannot reach it") {
    u.set("sound", false);
    const auto r = judged(
        "blocks:\n" + block("basic", "20", contracts + sound) + "pass: total >= 11\n", u);
    CHECK(r.score->total == range(0, 10));
    CHECK(r.verdict == verdict::fail);
  }
  SECTION("left out is one of the outcomes") {
    // 10 of 10 if left out or in full, 10 of 20 if contracts score nothing.
    const auto r =
        judged("not_applicable: left_out\nblocks:\n" +
                   block("basic", "20", contracts + sound) + "pass: total >= 10\n",
               u);
    CHECK(r.score->total == range(10, 20));
  }
}

TEST_CASE("that a rate does not apply is an outcome only where it may be 0 of 0") {
  const std::string share =
      "      - id: share\n        title: {zh: 率, en: Share}\n        points: 10\n"
      "        bands:\n          of: rate(signed, due)\n"
      "          rows: [[\">= 50%\", 4], [\"< 50%\", 1]]\n";
  const auto total = [&](const norma::unit& u) {
    const auto r =
        judged("blocks:\n" + block("basic", "10", share) + "pass: total >= 5\n", u);
    CHECK(r.score->blocks[0].parts[0].verdict == verdict::undetermined);
    return r.score->total;
  };
  auto u = enterprise();
  CHECK(total(u) == range(1, 10));
  u.set("signed", 0);
  CHECK(total(u) == range(1, 10));
  u.set("signed", 3);
  CHECK(total(u) == range(1, 4));
  u.set("due", 0);  // in error
  CHECK(total(u) == range(1, 10));
  u.set("due", 4);
  u.erase("signed");
  CHECK(total(u) == range(1, 4));
}

TEST_CASE("a part that is out of force counts as such, whatever its rate") {
  const std::string share =
      "      - id: share\n        title: {zh: 率, en: Share}\n        points: 10\n"
      "        in_force: {to: 2024-01-01}\n        require: rate(signed, due) >= 50%\n";
  auto u = enterprise();
  u.set("signed", 3);
  const auto r =
      judged("blocks:\n" + block("basic", "10", share) + "pass: total >= 5\n", u);
  CHECK(r.score->total == range(10, 10));
  CHECK(r.score->blocks[0].parts[0].verdict == verdict::not_applicable);
}

TEST_CASE("a loss over what is bounded is bounded itself") {
  const std::string cases =
      "      - id: cases\n        title: {zh: 件, en: Cases}\n        points: 10\n"
      "        lose:\n          points: 2\n          each: 1\n"
      "          of: count(arrears[date in last(1年)])\n          count: full\n";
  const auto shape =
      std::make_shared<const norma::record_shape>(std::vector<std::string>{"date"});
  const auto on = [&](norma::value day) {
    return norma::value{norma::record_value{shape, {std::move(day)}}};
  };
  auto u = enterprise();
  u.set("arrears",
        norma::list_value{on(*norma::date::of(2024, 5, 1)), on(norma::value::unknown())});
  const auto r =
      judged("blocks:\n" + block("basic", "10", cases) + "pass: total >= 6\n", u);
  CHECK(r.score->total == range(6, 8));
  CHECK(r.verdict == verdict::pass);
  u.erase("arrears");
  CHECK(judged("blocks:\n" + block("basic", "10", cases) + "pass: total >= 6\n", u)
            .score->total == range(0, 10));
}

TEST_CASE(
    "points by what is bounded are those of the steps and bands it may still reach") {
  const auto part = [](const std::string& by) {
    return "      - id: cases\n        title: {zh: 件, en: Cases}\n        points: 4\n   "
           "     " +
           by;
  };
  const auto lose = [&](const std::string& each, const std::string& count) {
    return part("lose:\n          points: 1\n          each: " + each +
                "\n          of: count(arrears[date in last(1年)])\n          count: " +
                count + "\n");
  };
  const auto bands = part(
      "bands:\n          of: count(arrears[date in last(1年)])\n"
      "          rows: [[\">= 6\", 0], [\"[4..6)\", 1], [\"[2..4)\", 2], [\"< 2\", "
      "4]]\n");
  const auto shape =
      std::make_shared<const norma::record_shape>(std::vector<std::string>{"date"});
  // Three within the year, and some of which the day is not known.
  const auto earned = [&](const std::string& by, std::size_t open) {
    norma::list_value all(3, norma::record_value{shape, {*norma::date::of(2024, 5, 1)}});
    all.resize(3 + open, norma::record_value{shape, {norma::value::unknown()}});
    auto u = enterprise();
    u.set("arrears", all);
    return judged("blocks:\n" + block("basic", "4", by) + "pass: total >= 4\n", u)
        .score->total;
  };
  const auto open =
      judged("blocks:\n" + block("basic", "4", lose("1", "full")) + "pass: total >= 4\n",
             enterprise());
  REQUIRE(open.score->blocks[0].parts[0].causes.size() == 1);
  CHECK(open.score->blocks[0].parts[0].causes[0].fact == "arrears");
  CHECK(earned(lose("1", "full"), 0) == range(1, 1));
  CHECK(earned(lose("1", "full"), 1) == range(0, 1));
  CHECK(earned(lose("2", "full"), 1) == range(2, 3));
  CHECK(earned(lose("2", "begun"), 1) == range(2, 2));
  CHECK(earned(lose("2", "proportional"), 1) ==
        score_range{number{2}, *number::parse("2.5")});
  CHECK(earned(bands, 0) == range(2, 2));
  CHECK(earned(bands, 1) == range(1, 2));
  CHECK(earned(bands, 2) == range(1, 2));
  CHECK(earned(bands, 3) == range(0, 2));
}

TEST_CASE("a part of which it is open whether it applies is open, whatever it scores") {
  const auto part = [](const std::string& require) {
    return "      - id: late\n        title: {zh: 迟, en: Late}\n        points: 10\n"
           "        when: late\n        require: " +
           require + "\n";
  };
  auto u = enterprise();
  u.set("years", 5);
  const auto first = [](const norma::report& r) { return r.score->blocks[0].parts[0]; };
  SECTION("full points either way") {
    const auto r = judged(
        "blocks:\n" + block("basic", "10", part("years >= 5")) + "pass: total >= 10\n",
        u);
    CHECK(first(r).verdict == verdict::undetermined);
    CHECK(first(r).earned == range(10, 10));
    CHECK(r.verdict == verdict::pass);
  }
  SECTION("a guard that is false settles it though its rate is open") {
    u.set("late", false);
    const auto r =
        judged("blocks:\n" + block("basic", "10", part("rate(signed, due) >= 90%")) +
                   "pass: total >= 10\n",
               u);
    CHECK(first(r).verdict == verdict::not_applicable);
    CHECK(first(r).earned == range(10, 10));
  }
}

TEST_CASE("a block that may drop out counts as 0 in tests, and leaves the scheme open") {
  const std::string late =
      "      - id: late\n        title: {zh: 迟, en: Late}\n        points: 10\n"
      "        when: late\n        require: years >= 5\n";
  const std::string sound = "      - {fact: sound, points: 10}\n";
  auto u = enterprise();
  u.set("years", 5);
  u.set("sound", true);
  const std::string left_out = "not_applicable: left_out\nblocks:\n";
  SECTION("beside another block") {
    const auto body = left_out + block("basic", "10", sound) +
                      block("more", "10", late, "    floor: 8\n") +
                      "pass: total >= 20\ntiers:\n  - id: A\n    title: {zh: 一}\n"
                      "    when: more >= 10\n";
    auto r = judged(body, u);
    CHECK(r.verdict == verdict::pass);
    CHECK(r.score->blocks[1].earned == range(10, 10));
    CHECK(r.score->blocks[1].reached == verdict::undetermined);
    CHECK(r.score->tiers[0].reached == verdict::undetermined);
    CHECK(r.score->tier.empty());
    u.set("late", false);
    r = judged(body, u);
    CHECK(r.score->blocks[1].left_out);
    CHECK(r.score->tiers[0].reached == verdict::fail);
  }
  SECTION("alone") {
    const auto body = left_out + block("more", "10", late) + "pass: total >= 5\n";
    CHECK(judged(body, u).verdict == verdict::undetermined);
    u.set("late", false);
    CHECK(judged(body, u).verdict == verdict::not_applicable);
    CHECK(judged(body, u).tree.reason->code == "no_deciding_member");
  }
  SECTION("with a part that is worth nothing") {
    const auto body = left_out +
                      block("more", "10", late + "      - {fact: sound, points: 0}\n") +
                      "pass: total >= 5\n";
    CHECK(judged(body, u).verdict == verdict::undetermined);
    u.set("late", false);
    CHECK(judged(body, u).verdict == verdict::not_applicable);
  }
  SECTION("a veto fails all the same") {
    const auto body = "veto:\n  none:\n    - sound\n" + left_out +
                      block("more", "10", late) + "pass: total >= 5\n";
    CHECK(judged(body, u).verdict == verdict::fail);
    u.set("late", false);
    CHECK(judged(body, u).verdict == verdict::fail);
    u.erase("sound");
    CHECK(judged(body, u).verdict == verdict::undetermined);
  }
}

namespace {

/// A block whose one part scores years by bands.
std::string by_years(const std::string& rows) {
  return "blocks:\n" +
         block("basic", "6",
               "      - id: years\n        title: {zh: 年限, en: Years}\n"
               "        points: 6\n        bands:\n          of: years\n"
               "          rows: " +
                   rows + "\n") +
         "pass: total >= 4\n";
}

}  // namespace

TEST_CASE("bands score by stretch, both sides of every edge") {
  const auto body = by_years("[[\">= 8\", 6], [\"[5..8)\", 4], [\"< 5\", 0]]");
  const auto total = [&](int years) {
    auto u = enterprise();
    u.set("years", years);
    return judged(body, u).score->total;
  };
  CHECK(total(8) == range(6, 6));
  CHECK(total(7) == range(4, 4));
  CHECK(total(5) == range(4, 4));
  CHECK(total(4) == range(0, 0));
  CHECK(judged(body, enterprise()).score->total == range(0, 6));
}

TEST_CASE("a value in a gap of the bands leaves the part open, and says so") {
  const auto body = by_years("[[\"> 5\", 6], [\"[2..5)\", 4], [\"< 2\", 0]]");
  const auto at = [&](int years) {
    auto u = enterprise();
    u.set("years", years);
    return judged(body, u);
  };
  CHECK(at(6).score->total == range(6, 6));
  CHECK(at(4).score->total == range(4, 4));
  const auto gap = at(5);
  CHECK(gap.score->total == range(0, 6));
  CHECK(gap.verdict == verdict::undetermined);
  const auto& causes = gap.score->blocks[0].parts[0].causes;
  REQUIRE(causes.size() == 1);
  CHECK(
      causes[0] ==
      norma::cause{
          norma::cause_kind::data_error, "", "", "N0724", {"basic/years", "years = 5"}});
  CHECK(norma::cause_message(causes[0], {}, norma::language::en) ==
        "data error: no band of `basic/years` takes years = 5 [N0724]");
  CHECK(norma::cause_message(causes[0], {}, norma::language::zh) ==
        "数据有误：`basic/years` 的各分段都不包括 years = 5 [N0724]");
}

namespace {

// Parts of a point that each lose another long fraction of it.
std::string losing(int parts, const std::string& base, const std::string& more = "") {
  std::string all;
  for (int i = 0; i < parts; ++i) {
    all += "      - id: p" + std::to_string(i) +
           "\n        title: {zh: 项, en: Part}\n        points: 1\n" + more +
           "        lose:\n          points: 1\n          each: 1\n"
           "          of: due / (" +
           base + " + " + std::to_string(2 * i + 1) +
           ")\n          count: proportional\n";
  }
  return block("b", std::to_string(parts), all);
}

}  // namespace

TEST_CASE("points that are too long a number are open between none and all") {
  auto u = enterprise();
  u.set("due", 1);
  u.set("sound", true);
  const auto body = "blocks:\n" + losing(2, "10 ** 20");
  const auto whole = judged(body + "pass: total >= 1\n", u);
  CHECK(whole.verdict == verdict::pass);
  CHECK(whole.score->total.decided());
  norma::limits bounds;
  bounds.number_digits = 60;
  const auto open = judged(body + "pass: total >= 1\n", u, bounds);
  CHECK(open.verdict == verdict::undetermined);
  CHECK(open.score->total == range(0, 2));
  CHECK(open.score->blocks[0].parts[0].earned.decided());
  CHECK(codes_of(open) == std::vector<std::string>{"N0186"});
  CHECK(open.tree.causes[0].arguments == std::vector<std::string>{"60", "b"});
  // What it can be at most decides still.
  CHECK(judged(body + "pass: total >= 0\n", u, bounds).verdict == verdict::pass);
  CHECK(judged(body + "pass: total > 2\n", u, bounds).verdict == verdict::fail);
  bounds.number_digits = 40;
  const auto part = judged(body + "pass: total >= 1\n", u, bounds);
  CHECK(part.verdict == verdict::undetermined);
  CHECK(part.score->blocks[0].parts[0].verdict == verdict::undetermined);
  CHECK(part.score->total == range(0, 2));
}

TEST_CASE("points that may not count are open where their shares are too long") {
  auto u = enterprise();
  u.set("due", 1);
  const std::string guard = "        when: sound\n";
  auto parts = losing(2, "10 ** 20", guard);
  parts.erase(parts.find(guard), guard.size());  // the first counts whatever holds
  const auto body = "not_applicable: left_out\nblocks:\n" + parts + "pass: total >= 1\n";
  CHECK(judged(body, u).verdict == verdict::pass);
  norma::limits bounds;
  bounds.number_digits = 60;
  const auto open = judged(body, u, bounds);
  CHECK(open.verdict == verdict::undetermined);
  CHECK(open.score->total == range(0, 2));
  u.set("sound", false);
  CHECK(judged(body, u, bounds).verdict == verdict::pass);
}

TEST_CASE("bonus and deductions that are too long a sum leave the total open") {
  auto u = enterprise();
  u.set("due", 1);
  u.set("sound", true);
  const auto list = [](std::string parts) {
    parts.erase(0, parts.find("    parts:\n"));
    return "  max: 2\n" + std::string("  parts:\n") +
           parts.substr(std::string("    parts:\n").size());
  };
  const auto body = "blocks:\n" +
                    block("basic", "10", "      - {fact: sound, points: 10}\n") +
                    "bonus:\n" + list(losing(2, "10 ** 20")) + "deductions:\n" +
                    list(losing(2, "10 ** 20")) + "pass: total >= 9\n";
  norma::limits bounds;
  bounds.number_digits = 60;
  const auto open = judged(body, u, bounds);
  CHECK(open.score->bonus->earned == range(0, 2));
  CHECK(open.score->deductions->earned == range(0, 2));
  CHECK(open.score->total == range(8, 12));
  CHECK(open.verdict == verdict::undetermined);
}

TEST_CASE("a total that is too long a sum may be what it is rounded to") {
  auto u = enterprise();
  u.set("due", 1);
  u.set("sound", true);
  const auto with = [&](const std::string& base) {
    auto bonus = losing(1, base);
    bonus.erase(0, bonus.find("    parts:\n") + std::string("    parts:\n").size());
    return judged("round: {scale: 0, mode: half_up}\nblocks:\n" +
                      block("basic", "2.5", "      - {fact: sound, points: 2.5}\n") +
                      "bonus:\n  max: 1\n  parts:\n" + bonus + "pass: total >= 3.6\n",
                  u);
  };
  CHECK(with("10 ** 20").verdict == verdict::pass);
  const auto open = with("5 * 10 ** 2047");
  CHECK(open.score->bonus->earned.decided());
  CHECK(open.score->total == range(0, 4));
  CHECK(open.verdict == verdict::undetermined);
  CHECK(codes_of(open) == std::vector<std::string>{"N0186"});
}

TEST_CASE("blocks that are rounded up reach more than their points") {
  auto u = enterprise();
  u.set("sound", true);
  u.set("late", true);
  norma::limits bounds;
  bounds.number_digits = 1;
  const std::string rounded = "round: {scale: 0, mode: half_up}\n";
  const auto both =
      rounded + "blocks:\n" + block("a", "2.5", "      - {fact: sound, points: 2.5}\n") +
      block("b", "2.5", "      - {fact: late, points: 2.5}\n") + "pass: total >= 6\n";
  CHECK(judged(both, u).verdict == verdict::pass);
  CHECK(judged(both, u, bounds).score->total == range(0, 6));
  CHECK(judged(both, u, bounds).verdict == verdict::undetermined);
  // Where one is left out, the other stands for the whole.
  const auto one = rounded + "not_applicable: left_out\nblocks:\n" +
                   block("a", "2.5", "      - {fact: sound, points: 2.5}\n") +
                   block("b", "10",
                         "      - id: b1\n        title: {zh: 项, en: Part}\n"
                         "        when: not(late)\n        require: sound\n"
                         "        points: 10\n") +
                   "pass: total >= 15\n";
  CHECK(judged(one, u).verdict == verdict::pass);
  CHECK(judged(one, u, bounds).score->total == range(0, 15));
  CHECK(judged(one, u, bounds).verdict == verdict::undetermined);
}

TEST_CASE("points take steps, and what finds too few left is open") {
  auto u = enterprise();
  u.set("due", 1);
  const auto body = "blocks:\n" + losing(60, "10 ** 300") + "pass: total >= 1\n";
  norma::limits bounds;
  CHECK(judged(body, u, bounds).verdict == verdict::undetermined);  // too long
  bounds.number_digits = 100'000;
  CHECK(judged(body, u, bounds).verdict == verdict::pass);
  bounds.assessment_steps = 50'000;
  const auto open = judged(body, u, bounds);
  CHECK(open.verdict == verdict::undetermined);
  CHECK(open.score->total == range(0, 60));
  CHECK(codes_of(open) == std::vector<std::string>{"N0725"});
}

TEST_CASE("grades, bonus and deductions with their limits, and floors") {
  const std::string culture =
      "      - id: culture\n        title: {zh: 文化, en: Culture}\n        points: 10\n"
      "        grades:\n          of: culture\n          points: {good: 10, poor: 2}\n";
  const auto body = "blocks:\n" + block("basic", "10", culture, "    floor: 8\n") +
                    "bonus:\n  max: 3\n  parts:\n"
                    "    - {fact: sound, points: 5}\n"
                    "deductions:\n  max: 4\n  parts:\n"
                    "    - {fact: late, points: 1}\n"
                    "pass: total >= 4\n";
  auto u = enterprise();
  u.set("culture", "good");
  u.set("sound", true);
  u.set("late", true);
  auto r = judged(body, u);
  CHECK(r.score->total == range(12, 12));
  CHECK(r.score->bonus->earned == range(3, 3));
  CHECK(r.score->deductions->earned == range(1, 1));
  CHECK(r.score->blocks[0].reached == verdict::pass);
  CHECK(r.verdict == verdict::pass);
  u.set("culture", "poor");
  r = judged(body, u);
  CHECK(r.score->total == range(4, 4));
  CHECK(r.score->passed == verdict::pass);
  CHECK(r.score->blocks[0].reached == verdict::fail);  // 2 of the 8 that are needed
  CHECK(r.verdict == verdict::fail);
  u.erase("late");
  CHECK(judged(body, u).score->total == range(4, 5));
}

}  // namespace norma_test::score_test
