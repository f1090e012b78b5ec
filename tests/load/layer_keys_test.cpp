// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>
#include <norma/load/load.hpp>

#include "catch.hpp"
#include "refining.hpp"

// What a standard says of the one that it refines, and parameters that a lower
// pack overrides.

namespace norma_test::layer_keys_test {

using norma::find_node;

TEST_CASE("what a standard says of the upper one is read") {
  const layered f(
      {{"low/own.yaml",
        standard_of(
            "own",
            part_with("refines: contracts/rate\n        as: relaxed\n"
                      "        derogation: {authority: {document: d-low, clause: 二}}") +
                "      - {fact: extra, refines: contracts, as: kept}\n"
                "      - sound\n",
            "{from: 2023-06-30}", "enterprise",
            std::string(authorized) +
                "drops:\n  - {part: contracts/sound, note: {zh: 已并入}}\n")}});
  const auto own = loaded(f).standard("own");
  CHECK(own.definition().refines == "up:enterprise");
  CHECK(own.definition().authority == norma::citation{"d-up", "八"});
  REQUIRE(own.definition().drops.size() == 1);
  CHECK(own.definition().drops[0].path == "contracts/sound");
  CHECK(own.definition().drops[0].note.zh == "已并入");
  const auto* p = find_node(own.definition().root, "a/p");
  REQUIRE(p != nullptr);
  CHECK(p->refines == "contracts/rate");
  CHECK(p->step == norma::layer_step::relaxed);
  CHECK(p->authority == norma::citation{"d-low", "二"});
  const auto* extra = find_node(own.definition().root, "a/extra");
  CHECK(extra->step == norma::layer_step::kept);
  CHECK(extra->authority.empty());
  CHECK_FALSE(find_node(own.definition().root, "a/sound")->step);
}

TEST_CASE("a standard refines one of an upper pack, for the same units") {
  CHECK(found("      - sound\n", dropping).empty());
  CHECK(found("      - sound\n", "refines: up:nothing\n") == "N0502");
  CHECK(found("      - sound\n", "refines: own\n") == "N0553");
  CHECK(found("      - sound\n", "refines: low:own\n") == "N0553");
  const layered f(
      {{"low/own.yaml", standard_of("own", "      - standard: area\n",
                                    "{from: 2023-06-30}", "area", refining)}});
  f.write("low/facts.yaml", "norma: 1\nunits:\n  area: {label: {zh: 区域}}\n");
  f.write("low/area.yaml", standard_of("area", "      - sound\n"));
  CHECK(codes(norma::try_load(f.path() / "low").diagnostics).find("N0551") == 0);
}

TEST_CASE("paths in the upper standard exist, the near ones are named") {
  CHECK(found(part_with("refines: contracts/sound"), dropping).empty());
  CHECK(found(part_with("refines: contracts"), refining).empty());
  CHECK(found(part_with("refines: contracts/rat"), refining) == "N0555");
  CHECK(found(part_with("refines: ."), refining) == "N0555");
  // Without a path the part's own must be there.
  CHECK(found(part_with("as: kept"), refining) == "N0555");
  const std::string drop = "drops: [{part: contracts/x, note: {zh: 无}}]\n";
  CHECK(found("      - sound\n", authorized + drop) == "N0555");
  const layered f(
      {{"low/own.yaml", standard_of("own", part_with("refines: contracts/rat"),
                                    "{from: 2023-06-30}", "enterprise", refining)}});
  CHECK(norma::try_load(f.path() / "low").diagnostics.at(0).arguments.at(2) ==
        "contracts/rate");
}

TEST_CASE("keys of layers need a standard that refines another") {
  CHECK(found(part_with("refines: contracts/rate"), "") == "N0554");
  CHECK(found(part_with("as: kept"), "") == "N0554");
  CHECK(found(part_with("derogation: {authority: {document: d-up, clause: 八}}"), "") ==
        "N0554");
  CHECK(found("      - sound\n", "drops: []\n") == "N0554");
  // One finding where `refines` itself is wrong.
  CHECK(found(part_with("refines: contracts/rate"), "refines: up:nothing\n") == "N0502");
}

TEST_CASE("what is relaxed or dropped rests on an authority") {
  const std::string relaxed = "refines: contracts\n        as: relaxed";
  CHECK(found(part_with(relaxed), refining) == "N0556");
  CHECK(found(part_with(relaxed), authorized).empty());
  const std::string drop = "drops: [{part: contracts, note: {zh: 无}}]\n";
  CHECK(found("      - sound\n", refining + drop) == "N0556");
  CHECK(found("      - sound\n", authorized + drop).empty());
  CHECK(found("      - sound\n",
              refining + std::string("drops:\n  - part: contracts\n    note: {zh: 无}\n"
                                     "    derogation: {authority: {document: d-up, "
                                     "clause: 八}}\n"))
            .empty());
  CHECK(found(part_with("refines: contracts\n        as: looser"), refining) == "N0214");
  // A part that does not decide relaxes one that does.
  const std::string goal = "refines: contracts/sound\n        strength: goal";
  CHECK(found(part_with(goal), dropping).empty());
  CHECK(found(part_with(goal) +
                  "      - {fact: sound, refines: contracts/rate, as: kept}\n",
              refining) == "N0556");
}

namespace {

const char* const periods =
    "norma: 1\nparameters:\n"
    "  floor:\n    label: {zh: 下限}\n    type: number\n    values:\n"
    "      - {from: 2020-01-01, value: 3, own_choice: true}\n"
    "      - {from: 2024-01-01, value: 4, own_choice: true}\n"
    "      - {from: 2025-01-01, value: 5, own_choice: true}\n";
const char* const floor_part =
    "      - id: p\n        title: {zh: 下限}\n        require: due >= floor\n";

std::string overriding(const std::string& what, const std::string& values) {
  return "norma: 1\nparameters:\n  floor: {overrides: \"" + what +
         "\", values: " + values + "}\n";
}

/// `up` has the parameter `floor` and a standard `least` that uses it; `low`
/// overrides it and uses it in `own` beside that standard.
struct with_floor : layered {
  explicit with_floor(const std::string& low_parameters)
      : layered(
            {{"up/parameters.yaml", periods},
             {"low/parameters.yaml", low_parameters},
             {"low/own.yaml", standard_of("own", std::string(floor_part) +
                                                     "      - standard: up:least\n")}}) {
    std::string least = standard_of("least", floor_part, "{from: 2023-01-01}");
    least.replace(least.find("d-low"), 5, "d-up");
    write("up/least.yaml", least);
  }
};

std::string refused(const std::string& low_parameters) {
  const with_floor f(low_parameters);
  return codes(norma::try_load(f.path() / "low").diagnostics);
}

}  // namespace

TEST_CASE("a parameter overridden holds in the lower pack's standards only") {
  const with_floor f(
      overriding("up:floor", "[{from: 2024-07-01, value: 2, own_choice: true}]"));
  const norma::pack low = loaded(f);
  const auto least = [&](const char* day, const char* path) {
    norma::unit u{.kind = "enterprise"};
    for (int due = 0;; ++due) {
      u.set("due", due);
      const auto r =
          norma::assess(low.standard("own"), u, {.as_of = *norma::date::parse(day)});
      if (find_node(r, path)->verdict == norma::verdict::pass) return due;
    }
  };
  // Before its first day the upper value holds, of the day.
  CHECK(least("2023-12-31", "a/p") == 3);
  CHECK(least("2024-06-30", "a/p") == 4);
  CHECK(least("2024-07-01", "a/p") == 2);
  CHECK(least("2025-01-01", "a/p") == 2);
  for (const auto& [day, wanted] :
       {std::pair{"2024-06-30", 4}, std::pair{"2024-07-01", 4},
        std::pair{"2025-01-01", 5}}) {
    CHECK(least(day, "a/up:least/a/p") == wanted);
  }
}

TEST_CASE("a further pack overrides what the nearest one says") {
  const with_floor f(
      overriding("up:floor", "[{from: 2024-07-01, value: 2, own_choice: true}]"));
  f.write("city/pack.yaml", head_of("city", "extends: {pack: low, version: 1}\n"));
  f.write("city/parameters.yaml",
          overriding("up:floor", "[{from: 2025-07-01, value: 1, own_choice: true}]"));
  std::string own = standard_of("small", floor_part);
  own.replace(own.find("d-low"), 5, "d-city");
  f.write("city/small.yaml", own);
  const norma::load_result result = norma::try_load(f.path() / "city");
  REQUIRE(result.pack);
  const auto& words = result.pack->content().vocabularies.at("enterprise");
  const auto& floor =
      std::get<norma::parameter>(words.slots[words.names.find("floor")->second.slot]);
  std::vector<std::string> values;
  for (const auto& v : floor.values) {
    values.push_back(v.from.to_string() + ' ' + v.content.num()->to_string());
  }
  CHECK(values == std::vector<std::string>{"2020-01-01 3", "2024-01-01 4", "2024-07-01 2",
                                           "2025-07-01 1"});
  // What stands above sees its own.
  const auto& middle = result.pack->standard("low:own").definition().root;
  const auto slot = find_node(middle, "a/p")->require->slots;
  const auto upper = find_node(middle, "a/up:least/a/p")->require->slots;
  const auto last = find_node(result.pack->standard("small").definition().root, "a/p");
  CHECK(slot != upper);
  CHECK(slot != last->require->slots);
}

TEST_CASE("an override keeps name and type, of a parameter above") {
  const char* const value = "[{from: 2024-07-01, value: 2, own_choice: true}]";
  CHECK(refused(overriding("up:floor", value)).empty());
  CHECK(refused(overriding("low:floor", value)) == "N0557");
  CHECK(refused(overriding("floor", value)) == "N0557");
  CHECK(refused(overriding("up:ceiling", value)) == "N0557");
  CHECK(refused(overriding("up:floor",
                           "[{from: 2024-07-01, value: 2个月, "
                           "own_choice: true}]")) != "");
  CHECK(refused(overriding("up:floor", "[]")) == "N0517");
  CHECK(refused("norma: 1\nparameters:\n  floor: {overrides: \"up:floor\", type: number, "
                "values: [{from: 2024-07-01, value: 2, own_choice: true}]}\n") ==
        "N0573");
  // Without the word it is a second parameter of that name.
  CHECK(refused("norma: 1\nparameters:\n  floor: {label: {zh: 限}, type: number, "
                "values: [{from: 2024-07-01, value: 2, own_choice: true}]}\n") ==
        "N0513");
}

TEST_CASE("a parameter that an upper pack's fact rests on can not be overridden") {
  const char* const value = "[{from: 2024-07-01, value: 2, own_choice: true}]";
  const with_floor f(overriding("up:floor", value));
  f.write(
      "low/facts.yaml",
      "norma: 1\nfacts:\n  extra: {label: {zh: 另}, of: [enterprise], type: boolean}\n"
      "derived:\n  enough:\n    label: {zh: 足}\n    of: [enterprise]\n    type: "
      "boolean\n"
      "    value: due >= floor\n");
  CHECK(codes(norma::try_load(f.path() / "low").diagnostics).empty());
  f.write("up/facts.yaml",
          "norma: 1\nunits:\n  enterprise: {label: {zh: 企业}}\nfacts:\n"
          "  sound: {label: {zh: 健全}, of: [enterprise], type: boolean}\n"
          "  due: {label: {zh: 应签}, of: [enterprise], type: count, unit: persons}\n"
          "  made:\n    label: {zh: 已签}\n    of: [enterprise]\n    type: count\n"
          "    unit: persons\n    checks:\n      - made >= floor\n");
  const auto findings = norma::try_load(f.path() / "low").diagnostics;
  REQUIRE(codes(findings) == "N0558");
  CHECK(findings[0].arguments == std::vector<std::string>{"floor", "made", "up"});
}

}  // namespace norma_test::layer_keys_test
