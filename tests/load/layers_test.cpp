// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>
#include <norma/assess/assess_scheme.hpp>
#include <norma/core/error.hpp>
#include <norma/load/load.hpp>
#include <norma/rule/content.hpp>

#include "catch.hpp"
#include "layered.hpp"

// Packs on packs, and standards inside standards.

namespace norma_test::layers_test {

using norma::find_node;
using norma::verdict;

TEST_CASE("an upper pack's facts and standards are seen in the lower one") {
  const layered f(
      {{"low/own.yaml", standard_of("own", "      - sound\n      - extra\n")}});
  const norma::pack low = loaded(f);
  const norma::pack_content& content = low.content();
  CHECK(content.extends == "up");
  REQUIRE(content.uses.size() == 1);
  CHECK(content.uses[0].id == "up");
  // Its own standards are listed; those of the upper pack are found.
  REQUIRE(low.standards().size() == 1);
  CHECK(low.standards()[0].id() == "own");
  const auto upper = low.standard("up:enterprise");
  CHECK(upper.definition().pack == "up");
  CHECK(upper.definition().unit == "enterprise");
  CHECK(low.standard("low:own").definition().pack == "low");
  CHECK_FALSE(low.find_standard("enterprise"));
  // The same standard as in its own pack.
  const norma::pack up = norma::load(f.path() / "up");
  CHECK(up.standard("up:enterprise").id() == "enterprise");
  CHECK(find_node(upper.definition().root, "contracts/rate")->cite ==
        find_node(up.standard("enterprise").definition().root, "contracts/rate")->cite);
}

TEST_CASE("a standard that is not there is named with the near ones") {
  const layered f({{"low/own.yaml", standard_of("own", "      - sound\n")}});
  try {
    (void)loaded(f).standard("up:enterprize");
    FAIL("found");
  } catch (const norma::rule_error& e) {
    CHECK(e.diagnostics().at(0).arguments.at(2) == "up:enterprise");
  }
}

TEST_CASE("the upper pack's upper pack is seen, a library's standards are not") {
  const layered f(
      {{"low/own.yaml", standard_of("own", "      - sound\n")},
       {"city/pack.yaml", head_of("city", "extends: {pack: low, version: 1}\n")},
       {"side/pack.yaml", head_of("side", "uses: [{pack: up, version: 1}]\n")}});
  const norma::pack city = norma::load(f.path() / "city");
  CHECK(city.find_standard("up:enterprise"));
  CHECK(city.find_standard("low:own"));
  CHECK(city.standards().empty());
  CHECK_FALSE(norma::load(f.path() / "side").find_standard("up:enterprise"));
}

TEST_CASE("a fact of a pack that is only used may rest on a standard of that pack") {
  const layered f(
      {{"low/facts.yaml",
        "norma: 1\nunits:\n  area: {label: {zh: 区域}}\n"
        "facts:\n  extra: {label: {zh: 另}, of: [enterprise], type: boolean}\n"
        "  firms: {label: {zh: 企业}, of: [area], type: list of enterprise}\n"
        "derived:\n  fitting:\n    label: {zh: 达标}\n    of: [area]\n    type: count\n"
        "    value: count(firms[complies(item, \"up:enterprise\")])\n"},
       {"side/pack.yaml", head_of("side", "uses: [{pack: low, version: 1}]\n")},
       {"side/areas.yaml",
        "norma: 1\nstandard: areas\ntitle: {zh: 标准}\nunit: area\n"
        "in_force: {from: 2023-06-30}\ncite: {document: d-side, clause: 一}\nitems:\n"
        "  - id: a\n    title: {zh: 条}\n    all:\n      - id: two\n        title: {zh: "
        "二}\n"
        "        require: fitting >= 2\n"}});
  const norma::pack side = norma::load(f.path() / "side");
  CHECK_FALSE(side.find_standard("up:enterprise"));
  const auto firm = [](int made) {
    norma::unit u{.kind = "enterprise", .id = std::to_string(made)};
    u.set("sound", true);
    u.set("due", 10);
    u.set("made", made);
    return u;
  };
  const auto judged = [&](std::vector<norma::unit> firms) {
    norma::unit area{.kind = "area", .id = "1"};
    area.set_members("firms", std::move(firms));
    return assess(side.standard("areas"), area, {*norma::date::of(2024, 6, 30)}).verdict;
  };
  CHECK(judged({firm(9), firm(10)}) == verdict::pass);
  CHECK(judged({firm(9), firm(8)}) == verdict::fail);
  // Nothing else names it.
  f.write("side/areas.yaml", standard_of("own", "      - standard: \"up:enterprise\"\n"));
  try {
    (void)norma::load(f.path() / "side");
    FAIL("found");
  } catch (const norma::rule_error& e) {
    CHECK(e.diagnostics().at(0).code == "N0572");
  }
}

TEST_CASE("what is wrong with the upper pack is said as of packs used") {
  const auto extending = [](const std::string& base) {
    const folder f{{"up/pack.yaml", head_of("up", "extends: {pack: low, version: 1}\n")},
                   {"low/pack.yaml", head_of("low", "extends: " + base + "\n")}};
    return codes(norma::try_load(f.path() / "low").diagnostics);
  };
  CHECK(extending("{pack: nowhere, version: 1}") == "N0541");
  CHECK(extending("{pack: up, version: 1}") == "N0543");
  CHECK(extending("{pack: up, version: 2}") == "N0542 N0543");
  CHECK(extending("{pack: up}") == "N0208");
  CHECK(extending("up") == "N0204");
}

TEST_CASE("a lower pack can not declare an upper pack's fact again") {
  const layered f({});
  f.write("low/facts.yaml",
          "norma: 1\nfacts:\n"
          "  due: {label: {zh: 应签}, of: [enterprise], type: number}\n");
  const auto findings = norma::try_load(f.path() / "low").diagnostics;
  REQUIRE(codes(findings) == "N0513");
  REQUIRE(findings[0].labels.size() == 1);
  CHECK(findings[0].labels[0].where.file->name().find("up") != std::string::npos);
}

TEST_CASE("a standard inside a standard stands below its item, whole") {
  const layered f(
      {{"low/own.yaml",
        standard_of("own", "      - extra\n      - standard: up:enterprise\n")}});
  const norma::pack low = loaded(f);
  const auto& root = low.standard("own").definition().root;
  const auto* inner = find_node(root, "a/up:enterprise");
  REQUIRE(inner != nullptr);
  CHECK(inner->role == norma::node_role::standard);
  CHECK(inner->embeds == "up:enterprise");
  CHECK(inner->when);
  CHECK(inner->in_force.from == norma::date::parse("2023-01-01"));
  CHECK(inner->cite.document == "d-up");
  CHECK(inner->title.zh == "标准");
  const auto* rate = find_node(root, "a/up:enterprise/contracts/rate");
  REQUIRE(rate != nullptr);
  CHECK(rate->path == "a/up:enterprise/contracts/rate");
  CHECK(inner->members[0].role == norma::node_role::item);
  CHECK(low.standard("up:enterprise").definition().root.path == ".");
}

TEST_CASE("a standard of the same pack goes by its plain id, however it is named") {
  const layered f(
      {{"low/inner.yaml", standard_of("inner", "      - sound\n")},
       {"low/own.yaml", standard_of("own", "      - standard: low:inner\n")},
       {"city/pack.yaml", head_of("city", "extends: {pack: low, version: 1}\n")}});
  CHECK(find_node(loaded(f).standard("own").definition().root, "a/inner/a/sound") !=
        nullptr);
  // Seen from below, paths are the same.
  const auto seen = norma::load(f.path() / "city").standard("low:own");
  const auto* inner = find_node(seen.definition().root, "a/inner");
  REQUIRE(inner != nullptr);
  CHECK(inner->embeds == "low:inner");
}

TEST_CASE("an embedded standard's verdict is the one it has by itself") {
  const layered f(
      {{"low/own.yaml",
        standard_of("own", "      - extra\n      - standard: up:enterprise\n")}});
  const norma::pack low = loaded(f);
  struct expected {
    int due, made;
    verdict inner, whole;
  };
  const auto day = *norma::date::parse("2024-03-31");
  for (const auto& [due, made, inner, whole] :
       {expected{10, 9, verdict::pass, verdict::pass},
        expected{10, 8, verdict::fail, verdict::fail},
        expected{10, -1, verdict::undetermined, verdict::undetermined},
        // Its own guard is false: it drops out.
        expected{0, 0, verdict::not_applicable, verdict::pass}}) {
    norma::unit u{.kind = "enterprise"};
    u.set("extra", true);
    u.set("sound", true);
    u.set("due", due);
    if (made >= 0) u.set("made", made);
    const auto report = norma::assess(low.standard("own"), u, {.as_of = day});
    CHECK(find_node(report, "a/up:enterprise")->verdict == inner);
    CHECK(report.verdict == whole);
    CHECK(norma::assess(low.standard("up:enterprise"), u, {.as_of = day}).verdict ==
          inner);
    const auto bound = norma::bind(low.standard("own"), u, {day});
    CHECK(norma::judge(low.standard("own"), bound) == whole);
    if (inner == verdict::fail) {
      // What fails inside is mended from outside.
      REQUIRE(report.remedies.size() == 1);
      CHECK(report.remedies[0].changes.at(0).fact == "made");
      CHECK(report.applicable == 3);
    }
    if (inner == verdict::not_applicable) {
      CHECK(find_node(report, "a/up:enterprise")->reason->code == "guard_false");
      CHECK(report.applicable == 1);
    }
  }
}

TEST_CASE("members that are standards count for at_least") {
  const auto asked = [](const std::string& n, const std::string& upper_days) {
    const layered f(
        {{"low/own.yaml", standard_of("own",
                                      "      - id: g\n        title: {zh: 组}\n"
                                      "        at_least: " +
                                          n +
                                          "\n        of:\n          - extra\n"
                                          "          - standard: inner\n")},
         {"low/inner.yaml", standard_of("inner", "      - sound\n", upper_days)}});
    return codes(norma::try_load(f.path() / "low").diagnostics);
  };
  CHECK(asked("2", "{from: 2023-01-01}").empty());
  CHECK(asked("3", "{from: 2023-01-01}") == "N0534");
  // One day too few.
  CHECK(asked("2", "{from: 2023-06-30}").empty());
  CHECK(asked("2", "{from: 2023-07-01}") == "N0534");
}

TEST_CASE("a standard that reaches itself is refused with the way") {
  const layered f({{"low/a.yaml", standard_of("one", "      - standard: two\n")},
                   {"low/b.yaml", standard_of("two", "      - standard: low:one\n")}});
  const auto findings = norma::try_load(f.path() / "low").diagnostics;
  REQUIRE(codes(findings) == "N0550");
  CHECK(findings[0].arguments == std::vector<std::string>{"one", "one → two → one"});
  const layered alone({{"low/a.yaml", standard_of("one", "      - standard: one\n")}});
  CHECK(codes(norma::try_load(alone.path() / "low").diagnostics) == "N0550");
}

TEST_CASE("standards inside others are bounded: in levels and in nodes") {
  const layered f({});
  for (int level = 0; level < 8; ++level) {
    const auto id = "s" + std::to_string(level);
    const auto inner = "s" + std::to_string(level + 1);
    f.write("low/" + id + ".yaml",
            standard_of(id, level == 7 ? "      - sound\n"
                                       : "      - standard: " + inner + "\n"));
  }
  CHECK(codes(norma::try_load(f.path() / "low").diagnostics).empty());
  f.write("low/s7.yaml", standard_of("s7", "      - standard: s8\n"));
  f.write("low/s8.yaml", standard_of("s8", "      - sound\n"));
  CHECK(codes(norma::try_load(f.path() / "low").diagnostics) == "N0552");

  const layered wide({});
  std::string groups;
  for (int i = 0; i < 20; ++i) {
    groups += "      - id: g" + std::to_string(i) +
              "\n        title: {zh: 组}\n        all:\n          - standard: many\n";
  }
  std::string lines;
  for (int i = 0; i < 1000; ++i) {
    lines += "      - id: p" + std::to_string(i) + "\n        title: {zh: 甲}\n" +
             "        require: sound\n";
  }
  wide.write("low/many.yaml", standard_of("many", lines));
  wide.write("low/own.yaml", standard_of("own", groups));
  CHECK(codes(norma::try_load(wide.path() / "low").diagnostics) == "N0552");
}

TEST_CASE("a standard inside another is for the same units") {
  const layered f(
      {{"low/area.yaml", standard_of("area", "      - standard: up:enterprise\n",
                                     "{from: 2023-06-30}", "area")}});
  f.write("low/facts.yaml",
          "norma: 1\nunits:\n  area: {label: {zh: 区域}, kinds: [park, township]}\n");
  const auto findings = norma::try_load(f.path() / "low").diagnostics;
  REQUIRE(codes(findings) == "N0551");
  CHECK(findings[0].arguments ==
        std::vector<std::string>{"up:enterprise", "enterprise", "area"});
  CHECK(codes(norma::try_load(
                  layered({{"low/own.yaml",
                            standard_of("own", "      - standard: up:nothing\n")}})
                      .path() /
                  "low")
                  .diagnostics) == "N0502");
}

TEST_CASE("kinds of units may have labels, which a pack below need not repeat") {
  const layered f({{"low/own.yaml", standard_of("own", "      - extra\n")}});
  f.write("up/facts.yaml",
          "norma: 1\nunits:\n  enterprise: {label: {zh: 企业}}\n"
          "  area:\n    label: {zh: 区域}\n"
          "    kinds: {park: {zh: 园区, en: park}, township: 乡镇}\nfacts:\n"
          "  sound: {label: {zh: 健全}, of: [enterprise], type: boolean}\n"
          "  due: {label: {zh: 应签}, of: [enterprise], type: count, unit: persons}\n"
          "  made: {label: {zh: 已签}, of: [enterprise], type: count, unit: persons}\n");
  const auto below = [&](const std::string& kinds) {
    f.write(
        "low/facts.yaml",
        "norma: 1\nunits:\n  area: {label: {zh: 区域}, kinds: " + kinds +
            "}\nfacts:\n  extra: {label: {zh: 另}, of: [enterprise], type: boolean}\n");
    return norma::try_load(f.path() / "low");
  };
  const auto plain = below("[park, township]");
  REQUIRE(codes(plain.diagnostics).empty());
  const auto& area = plain.pack->content().units.at("area");
  CHECK(area.kinds == std::vector<std::string>{"park", "township"});
  CHECK(area.label_of("park").en == "park");
  CHECK(area.label_of("township").zh == "乡镇");
  CHECK(area.label_of("").zh == "区域");
  CHECK(area.label_of("city").zh == "区域");
  CHECK(codes(below("{park: {zh: 园区, en: park}, township: 乡镇}").diagnostics).empty());
  CHECK(codes(below("{park: 园地, township: 乡镇}").diagnostics) == "N0503");
  CHECK(codes(below("{park: [], township: 乡镇}").diagnostics) == "N0503 N0204");
  CHECK(codes(below("[park]").diagnostics) == "N0503");
}

TEST_CASE("a scheme may ask whether members comply, in whatever gives points") {
  const layered f({{"low/own.yaml", standard_of("own", "      - extra\n")}});
  f.write("low/facts.yaml",
          "norma: 1\nunits:\n  area: {label: {zh: 区域}}\nfacts:\n"
          "  extra: {label: {zh: 另}, of: [enterprise], type: boolean}\n"
          "  members:\n    label: {zh: 成员}\n    of: [area]\n    type: list of "
          "enterprise\n");
  f.write(
      "low/schemes/s.yaml",
      "norma: 1\nscheme: s\ntitle: {zh: 评分}\nunit: area\nin_force: {from: 2023-01-01}\n"
      "cite: {document: d-low, clause: 一}\nblocks:\n  - id: b\n    title: {zh: 块}\n"
      "    points: 6\n    parts:\n"
      "      - id: all\n        title: {zh: 甲}\n        points: 2\n        require: |-\n"
      "          every m in members satisfies complies(m, \"own\")\n"
      "      - id: most\n        title: {zh: 乙}\n        points: 2\n        bands:\n"
      "          of: |-\n"
      "            count(members[complies(item, \"up:enterprise\")])\n"
      "          rows: [[\"< 1\", 0], [\">= 1\", 2]]\n"
      "      - id: few\n        title: {zh: 丙}\n        points: 2\n        lose:\n"
      "          points: 1\n          each: 1\n          count: full\n          of: |-\n"
      "            count(members[not(complies(item, \"low:own\"))])\n"
      "pass: total >= 2\n");
  const norma::pack low = loaded(f);
  norma::unit member{.kind = "enterprise"};
  member.set("extra", true);
  member.set("due", 0);
  norma::unit u{.kind = "area"};
  u.set_members("members", {member, member});
  const auto report =
      assess(*low.find_scheme("s"), u, {.as_of = *norma::date::parse("2024-01-01")});
  REQUIRE(report.score);
  // `extra` is all that `own` asks for; the upper standard does not apply to them.
  CHECK(report.score->total == norma::score_range{norma::number{4}, norma::number{4}});
}

TEST_CASE("a folder that bears a pack's name and holds another pack is refused") {
  const folder f{
      {"up/pack.yaml", head_of("other")},
      {"low/pack.yaml", head_of("low", "extends: {pack: up, version: 1.0}\n")},
      {"side/pack.yaml", head_of("side", "uses: [{pack: up, version: 1.0}]\n")}};
  const auto findings = norma::try_load(f.path() / "low").diagnostics;
  REQUIRE(codes(findings) == "N0566");
  CHECK(findings[0].arguments.at(0) == "up");
  CHECK(findings[0].arguments.at(2) == "other");
  CHECK(codes(norma::try_load(f.path() / "side").diagnostics) == "N0566");
}

}  // namespace norma_test::layers_test
