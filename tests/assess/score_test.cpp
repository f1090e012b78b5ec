// SPDX-License-Identifier: Apache-2.0
#include <cstddef>  // std::size_t
#include <memory>   // std::make_shared
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/assess/assess_scheme.hpp>
#include <norma/assess/wording.hpp>
#include <norma/load/load.hpp>

#include "catch.hpp"
#include "load/reading.hpp"

using norma::number;
using norma::score_range;
using norma::verdict;
using norma_test::folder;

namespace {

const char* const head =
    "norma: 1\npack: p\nversion: 1.0.0\ntitle: {zh: 甲, en: A}\n"
    "documents:\n  d: {number: 一号, title: {zh: 文}, in_force: {from: 2023-01-01}}\n";

const char* const dictionary =
    "norma: 1\nunits:\n  enterprise: {label: {zh: 企业, en: enterprise}}\n"
    "categories:\n  grade: {values: {good: {zh: 良, en: good}, poor: {zh: 差, en: poor}}}\n"
    "records:\n  event:\n    fields:\n"
    "      date: {type: date, label: {zh: 日期, en: date}}\n"
    "facts:\n"
    "  sound: {label: {zh: 健全, en: sound}, of: [enterprise], type: boolean}\n"
    "  late: {label: {zh: 迟报, en: late}, of: [enterprise], type: boolean}\n"
    "  culture: {label: {zh: 文化, en: culture}, of: [enterprise], type: category grade}\n"
    "  due: {label: {zh: 应签, en: due}, alias: 应签数, of: [enterprise], type: count}\n"
    "  signed: {label: {zh: 已签, en: signed}, of: [enterprise], type: count}\n"
    "  arrears: {label: {zh: 拖欠, en: arrears}, of: [enterprise], type: list of event}\n"
    "  years: {label: {zh: 年限, en: years}, of: [enterprise], type: count}\n";

std::string scheme(const std::string& body) {
  return "norma: 1\nscheme: s\ntitle: {zh: 评分, en: Score}\nunit: enterprise\n"
         "cite: {document: d, clause: 一}\nin_force: {from: 2023-01-01}\n" + body;
}

const char* const contracts =
    "      - id: contracts\n        title: {zh: 合同, en: Contracts}\n        points: 10\n"
    "        lose:\n          points: 0.25\n          each: 1%\n"
    "          of: 100% - rate(signed, due)\n          count: begun\n";

/// A block of the parts given, worth `points`.
std::string block(const std::string& id, const std::string& points, const std::string& parts,
                  const std::string& more = "") {
  return "  - id: " + id + "\n    title: {zh: 块, en: Block}\n    points: " + points + "\n" +
         more + "    parts:\n" + parts;
}

norma::report judged(const std::string& body, const norma::unit& facts) {
  const folder files({{"pack.yaml", head},
                      {"facts.yaml", dictionary},
                      {"schemes/s.yaml", scheme(body)}});
  const auto loaded = norma::try_load(files.path());
  std::string findings;
  for (const auto& d : loaded.diagnostics) findings += render(d, norma::language::en);
  INFO(findings);
  REQUIRE(loaded.pack);
  return assess(*loaded.pack->find_scheme("s"), facts, {*norma::date::of(2024, 6, 30)});
}

norma::unit enterprise() {
  return {.kind = "enterprise", .id = "1", .name = "甲"};
}

score_range range(int low, int high) { return {number{low}, number{high}}; }

}  // namespace

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

TEST_CASE("a report by a scheme names no missing sets: what decides its gates leaves points open") {
  const auto body = "veto:\n  none:\n    - {fact: late, title: {zh: 迟报, en: Late}}\nblocks:\n" +
                    block("basic", "10", "      - {fact: sound, points: 10}\n") +
                    "pass: total >= 9\n";
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

TEST_CASE("a divisor of 0 is named by the fact's own name, whatever the scheme calls it") {
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
  const auto body = "not_applicable: left_out\nblocks:\n" + block("basic", "10", contracts) +
                    "pass: total >= 0\n";
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
    const auto r = judged("blocks:\n" + block("basic", "20", contracts + sound) +
                              "pass: total >= 10\n",
                          u);
    CHECK(r.score->total == range(10, 20));
    CHECK(r.verdict == verdict::pass);
    CHECK(r.score->blocks[0].parts[0].verdict == verdict::undetermined);
    CHECK_FALSE(r.score->blocks[0].parts[0].causes.empty());
    CHECK(r.decided == 1);
    CHECK(r.applicable == 2);
  }
  SECTION("the interval leaves the test open") {
    const auto r = judged("blocks:\n" + block("basic", "20", contracts + sound) +
                              "pass: total >= 15\n",
                          u);
    CHECK(r.verdict == verdict::undetermined);
  }
  SECTION("the interval cannot reach it") {
    u.set("sound", false);
    const auto r = judged("blocks:\n" + block("basic", "20", contracts + sound) +
                              "pass: total >= 11\n",
                          u);
    CHECK(r.score->total == range(0, 10));
    CHECK(r.verdict == verdict::fail);
  }
  SECTION("left out is one of the outcomes") {
    // 10 of 10 if left out or in full, 10 of 20 if contracts score nothing.
    const auto r = judged("not_applicable: left_out\nblocks:\n" +
                              block("basic", "20", contracts + sound) + "pass: total >= 10\n",
                          u);
    CHECK(r.score->total == range(10, 20));
  }
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
  u.set("arrears", norma::list_value{on(*norma::date::of(2024, 5, 1)), on(norma::value::unknown())});
  const auto r = judged("blocks:\n" + block("basic", "10", cases) + "pass: total >= 6\n", u);
  CHECK(r.score->total == range(6, 8));
  CHECK(r.verdict == verdict::pass);
  u.erase("arrears");
  CHECK(judged("blocks:\n" + block("basic", "10", cases) + "pass: total >= 6\n", u)
            .score->total == range(0, 10));
}

TEST_CASE("points by what is bounded are those of the steps and bands it may still reach") {
  const auto part = [](const std::string& by) {
    return "      - id: cases\n        title: {zh: 件, en: Cases}\n        points: 4\n        " + by;
  };
  const auto lose = [&](const std::string& each, const std::string& count) {
    return part("lose:\n          points: 1\n          each: " + each +
                "\n          of: count(arrears[date in last(1年)])\n          count: " + count + "\n");
  };
  const auto bands = part(
      "bands:\n          of: count(arrears[date in last(1年)])\n"
      "          rows: [[\">= 6\", 0], [\"[4..6)\", 1], [\"[2..4)\", 2], [\"< 2\", 4]]\n");
  const auto shape =
      std::make_shared<const norma::record_shape>(std::vector<std::string>{"date"});
  // Three within the year, and some of which the day is not known.
  const auto earned = [&](const std::string& by, std::size_t open) {
    norma::list_value all(3, norma::record_value{shape, {*norma::date::of(2024, 5, 1)}});
    all.resize(3 + open, norma::record_value{shape, {norma::value::unknown()}});
    auto u = enterprise();
    u.set("arrears", all);
    return judged("blocks:\n" + block("basic", "4", by) + "pass: total >= 4\n", u).score->total;
  };
  const auto open = judged("blocks:\n" + block("basic", "4", lose("1", "full")) +
                               "pass: total >= 4\n", enterprise());
  REQUIRE(open.score->blocks[0].parts[0].causes.size() == 1);
  CHECK(open.score->blocks[0].parts[0].causes[0].fact == "arrears");
  CHECK(earned(lose("1", "full"), 0) == range(1, 1));
  CHECK(earned(lose("1", "full"), 1) == range(0, 1));
  CHECK(earned(lose("2", "full"), 1) == range(2, 3));
  CHECK(earned(lose("2", "begun"), 1) == range(2, 2));
  CHECK(earned(lose("2", "proportional"), 1) == score_range{number{2}, *number::parse("2.5")});
  CHECK(earned(bands, 0) == range(2, 2));
  CHECK(earned(bands, 1) == range(1, 2));
  CHECK(earned(bands, 2) == range(1, 2));
  CHECK(earned(bands, 3) == range(0, 2));
}

TEST_CASE("a part of which it is open whether it applies is open, whatever it scores") {
  const auto part = [](const std::string& require) {
    return "      - id: late\n        title: {zh: 迟, en: Late}\n        points: 10\n"
           "        when: late\n        require: " + require + "\n";
  };
  auto u = enterprise();
  u.set("years", 5);
  const auto first = [](const norma::report& r) { return r.score->blocks[0].parts[0]; };
  SECTION("full points either way") {
    const auto r = judged("blocks:\n" + block("basic", "10", part("years >= 5")) +
                              "pass: total >= 10\n",
                          u);
    CHECK(first(r).verdict == verdict::undetermined);
    CHECK(first(r).earned == range(10, 10));
    CHECK(r.verdict == verdict::pass);
  }
  SECTION("a guard that is false settles it though its rate is open") {
    u.set("late", false);
    const auto r = judged("blocks:\n" + block("basic", "10", part("rate(signed, due) >= 90%")) +
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
    const auto body = "veto:\n  none:\n    - sound\n" + left_out + block("more", "10", late) +
                      "pass: total >= 5\n";
    CHECK(judged(body, u).verdict == verdict::fail);
    u.set("late", false);
    CHECK(judged(body, u).verdict == verdict::fail);
    u.erase("sound");
    CHECK(judged(body, u).verdict == verdict::undetermined);
  }
}

TEST_CASE("bands score by stretch, both sides of every edge") {
  const std::string bands =
      "      - id: years\n        title: {zh: 年限, en: Years}\n        points: 6\n"
      "        bands:\n          of: years\n"
      "          rows: [[\">= 8\", 6], [\"[5..8)\", 4], [\"< 5\", 0]]\n";
  const auto body = "blocks:\n" + block("basic", "6", bands) + "pass: total >= 4\n";
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
  const std::string bands =
      "      - id: years\n        title: {zh: 年限, en: Years}\n        points: 6\n"
      "        bands:\n          of: years\n"
      "          rows: [[\"> 5\", 6], [\"[2..5)\", 4], [\"< 2\", 0]]\n";
  const auto body = "blocks:\n" + block("basic", "6", bands) + "pass: total >= 4\n";
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
  CHECK(causes[0] == norma::cause{norma::cause_kind::data_error, "", "", "N0724",
                                  {"basic/years", "years = 5"}});
  CHECK(norma::cause_message(causes[0], {}, norma::language::en) ==
        "data error: no band of `basic/years` takes years = 5 [N0724]");
  CHECK(norma::cause_message(causes[0], {}, norma::language::zh) ==
        "数据有误：`basic/years` 的各分段都不包括 years = 5 [N0724]");
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
    const auto shape = std::make_shared<const norma::record_shape>(
        std::vector<std::string>{"date"});
    u.set("arrears", norma::list_value{norma::record_value{
                         shape, {norma::value{*norma::date::of(year, month, day)}}}});
    return judged(body, u).verdict;
  };
  CHECK(on(2021, 6, 30) == verdict::fail);  // the last day of three years
  CHECK(on(2021, 6, 29) == verdict::pass);
}

TEST_CASE("admission is a condition: not admitted is a fail, not inapplicable") {
  const std::string sound = "      - {fact: sound, points: 10}\n";
  const auto body = "admission:\n  all:\n    - id: founded\n"
                    "      title: {zh: 成立, en: Founded}\n      require: years >= 3\n"
                    "blocks:\n" + block("basic", "10", sound) + "pass: total >= 5\n";
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
    return b + "tiers:\n"
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
    const auto r = judged("blocks:\n" + block("basic", "80", sound) + "pass: total >= 40\n" +
                              "tiers:\n  - id: A\n    title: {zh: 一星}\n    when: total >= " +
                              points + "\n",
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
    const auto r = judged("blocks:\n" + block("basic", "10", sound) + "pass: total >= 0\n" + more,
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
    const std::string years = "      - id: years\n        title: {zh: 年}\n        points: 1\n"
                              "        require: years > 5\n";
    return "not_applicable: left_out\n" + round + "blocks:\n" +
           block("basic", "7", sound + years +
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
  const folder files({{"pack.yaml", head},
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
                       block("other", "10", "      - {fact: sound, points: 10}\n") + "tiers:\n";
    for (std::size_t i = 0; i < tests.size(); ++i) {
      body += "  - id: t" + std::to_string(i) + "\n    title: {zh: 等}\n    when: " + tests[i] + "\n";
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
