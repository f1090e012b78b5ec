// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>
#include <norma/load/load.hpp>

#include "catch.hpp"
#include "layered.hpp"

// `copy`: a standard that changes a few parts of an upper pack's.

namespace norma_test::copy_test {

using norma::find_node;
using norma::rule_node;

namespace {

std::string copying(const std::string& changes) {
  return "norma: 1\nstandard: city\ncopy: \"up:enterprise\"\n" + changes;
}

const char* const authorized = "derogation: {authority: {document: d-up, clause: 八}}\n";

struct copied : layered {
  explicit copied(const std::string& changes)
      : layered({{"low/city.yaml", copying(changes)}}) {}
  [[nodiscard]] std::string found() const {
    return codes(norma::try_load(path() / "low").diagnostics);
  }
};

std::string found(const std::string& changes) { return copied(changes).found(); }

/// All that a reader sees of a tree, for comparison.
std::string written(const rule_node& at) {
  std::string all = at.path + '|' + at.title.zh + '|' + at.cite.document + at.cite.clause;
  if (at.in_force.from) all += '|' + at.in_force.from->to_string();
  if (at.when) all += "|when " + at.when->text;
  if (at.require) all += '|' + at.require->text;
  all += at.fact ? "|fact\n" : "\n";
  for (const auto& member : at.members) all += written(member);
  return all;
}

/// Areas with a list of enterprises, of which one fact is known.
const char* const facts_of_members =
    "norma: 1\nunits:\n  enterprise: {label: {zh: 企业}}\n  area: {label: {zh: 区域}}\n"
    "facts:\n  due: {label: {zh: 应签}, of: [enterprise], type: count}\n"
    "  members:\n    label: {zh: 成员}\n    of: [area]\n    type: list of "
    "enterprise\n";

/// An upper standard of one part, `a/p`.
std::string asking_for_due(const std::string& least) {
  return "norma: 1\nstandard: enterprise\ntitle: {zh: 标准}\nunit: enterprise\n"
         "in_force: {from: 2023-01-01}\ncite: {document: d-up, clause: 一}\n"
         "items:\n  - id: a\n    title: {zh: 条}\n    all:\n"
         "      - id: p\n        title: {zh: 下限}\n        require: due >= " +
         least + "\n";
}

}  // namespace

TEST_CASE("a copy without changes is the upper standard restated") {
  const copied f("");
  const norma::pack low = loaded(f);
  const auto city = low.standard("city");
  CHECK(city.definition().refines == "up:enterprise");
  CHECK(city.definition().unit == "enterprise");
  CHECK(city.definition().root.id == "city");
  CHECK(written(city.definition().root) ==
        written(low.standard("up:enterprise").definition().root));
}

TEST_CASE("a copy is the same as the restatement written out") {
  const copied f(
      "title: {zh: 市标准}\nin_force: {from: 2024-01-01}\nwhen: due > 5\n"
      "cite: {document: d-low, clause: 三}\n" +
      std::string(authorized) +
      "change:\n"
      "  contracts/rate:\n"
      "    require: rate(made, due) >= 95%\n"
      "    cite: {document: d-low, clause: 三①}\n"
      "  contracts: {title: {zh: 劳动合同}}\n"
      "drop: [contracts/sound]\n"
      "add:\n"
      "  - to: contracts\n"
      "    members:\n"
      "      - {fact: extra, cite: 末段}\n"
      "  - to: .\n"
      "    members:\n"
      "      - id: more\n"
      "        cite: ②\n"
      "        title: {zh: 更多}\n"
      "        all:\n"
      "          - sound\n");
  f.write(
      "low/whole.yaml",
      "norma: 1\nstandard: whole\ntitle: {zh: 市标准}\nunit: enterprise\n"
      "in_force: {from: 2024-01-01}\nwhen: due > 5\ncite: {document: d-low, clause: 三}\n"
      "items:\n"
      "  - id: contracts\n    cite: {document: d-up, clause: 一①}\n"
      "    title: {zh: 劳动合同}\n    all:\n"
      "      - id: rate\n        title: {zh: 率}\n"
      "        require: rate(made, due) >= 95%\n"
      "        cite: {document: d-low, clause: 三①}\n"
      "      - {fact: extra, cite: 末段}\n"
      "  - id: more\n    cite: ②\n    title: {zh: 更多}\n    all:\n      - sound\n");
  const norma::pack low = loaded(f);
  CHECK(written(low.standard("city").definition().root) ==
        written(low.standard("whole").definition().root));
  const auto& drops = low.standard("city").definition().drops;
  REQUIRE(drops.size() == 1);
  CHECK(drops[0].path == "contracts/sound");
  // What was copied is as it was.
  CHECK(find_node(low.standard("up:enterprise").definition().root, "contracts/sound"));
}

TEST_CASE("a bare fact becomes a part with a condition; a group gets other members") {
  const copied f(
      "change:\n"
      "  contracts/sound:\n    require: sound and extra\n"
      "    cite: {document: d-low, clause: 三}\n");
  const norma::pack low = loaded(f);
  const auto city = low.standard("city");
  const auto* sound = find_node(city.definition().root, "contracts/sound");
  CHECK_FALSE(sound->fact);
  REQUIRE(sound->require);
  CHECK(sound->title.zh == "健全");
  const std::string members =
      "change:\n  contracts:\n    cite: {document: d-low, clause: 三}\n"
      "    any:\n      - extra\n      - sound\n";
  CHECK(found(members) == "N0560");
  const copied g(authorized + std::string("drop: [contracts/rate]\n") + members);
  const norma::pack other = loaded(g);
  const auto* group = find_node(other.standard("city").definition().root, "contracts");
  CHECK(group->combine == norma::combine::any);
  REQUIRE(group->members.size() == 2);
  CHECK(group->members[0].path == "contracts/extra");
}

TEST_CASE("what can not be copied, changed, added or dropped is said where it stands") {
  CHECK(found("change:\n  contracts/rat: {title: {zh: 率}}\n") == "N0555");
  CHECK(found("change:\n  contracts/rate: {}\n") == "N0517");
  CHECK(found("change:\n  contracts/rate: {items: 1}\n") == "N0203");
  CHECK(found("change:\n  contracts/rate:\n    require: made > \"x\"\n    cite: 末段\n")
            .substr(0, 2) == "N0");
  CHECK(found("change:\n  contracts/rate: {strength: conditional, cite: 末段}\n") ==
        "N0538");
  CHECK(found("items: []\n") == "N0573");
  CHECK(found("unit: enterprise\n") == "N0573");
  CHECK(found("item: []\n") == "N0203");
  CHECK(found("drop: [contracts/rate]\n") == "N0556");
  CHECK(found(authorized + std::string("drop: [contracts/rate]\n")).empty());
  CHECK(found("drop:\n  - part: contracts/rate\n    note: {zh: 并入}\n"
              "    derogation: {authority: {document: d-up, clause: 八}}\n")
            .empty());
  CHECK(found(authorized + std::string("drop: [contracts]\n")) == "N0574");
  CHECK(found(authorized + std::string("drop: [.]\n")) == "N0574");
  CHECK(found(authorized + std::string("drop: [contracts/rate, contracts/sound]\n")) ==
        "N0574");
  CHECK(found("add:\n  - to: contracts\n    members: [{fact: sound, cite: 末段}]\n") ==
        "N0501");
  CHECK(found("add:\n  - to: contracts/rate\n    members: [extra]\n") == "N0555");
  CHECK(found("add:\n  - to: contracts\n") == "N0208");
  const layered own({{"low/a.yaml", "norma: 1\nstandard: a\ncopy: b\n"}});
  CHECK(codes(norma::try_load(own.path() / "low").diagnostics) == "N0553");
  const layered none({{"low/a.yaml", "norma: 1\nstandard: a\ncopy: up:b\n"}});
  CHECK(codes(norma::try_load(none.path() / "low").diagnostics) == "N0502");
}

TEST_CASE("a standard inside the one copied stays, and changes as a whole only") {
  const layered f(
      {{"city/pack.yaml", head_of("city", "extends: {pack: low, version: 1}\n")},
       {"low/own.yaml", standard_of("own", "      - extra\n      - standard: inner\n")},
       {"low/inner.yaml", standard_of("inner", "      - sound\n")}});
  const auto load_with = [&](const std::string& changes) {
    f.write("city/own.yaml", "norma: 1\nstandard: own\ncopy: low:own\n" + changes);
    return norma::try_load(f.path() / "city");
  };
  const auto plain = load_with("");
  REQUIRE(plain.pack);
  CHECK(find_node(plain.pack->standard("own").definition().root, "a/low:inner/a/sound"));
  CHECK(codes(load_with("change:\n  a/inner: {title: {zh: 内}}\n").diagnostics) ==
        "N0559");
  CHECK(codes(load_with("change:\n  a/inner/a/sound: {title: {zh: 内}}\n").diagnostics) ==
        "N0555");
  // By the path above and by the path here.
  for (const char* path : {"a/inner", "a/low:inner"}) {
    const auto gone = load_with(authorized + std::string("drop: [") + path + "]\n");
    REQUIRE(gone.pack);
    REQUIRE(gone.pack->standard("own").definition().drops.size() == 1);
    CHECK(gone.pack->standard("own").definition().drops[0].path == "a/inner");
  }
  const auto without =
      load_with(authorized + std::string("drop: [a/inner]\nadd:\n  - to: a\n"
                                         "    members:\n"
                                         "      - standard: up:enterprise\n"));
  REQUIRE(without.pack);
  CHECK(find_node(without.pack->standard("own").definition().root,
                  "a/up:enterprise/contracts/rate"));
}

TEST_CASE("copied conditions see the parameters that the copying pack overrides") {
  const copied f("");
  f.write("up/parameters.yaml",
          "norma: 1\nparameters:\n  floor:\n    label: {zh: 下限}\n    type: number\n"
          "    values: [{from: 2020-01-01, value: 3, own_choice: true}]\n");
  f.write("low/parameters.yaml",
          "norma: 1\nparameters:\n  floor: {overrides: \"up:floor\", "
          "values: [{from: 2023-01-01, value: 5, own_choice: true}]}\n");
  f.write("up/enterprise.yaml", asking_for_due("floor"));
  const norma::pack low = loaded(f);
  norma::unit u{.kind = "enterprise"};
  u.set("due", 4);
  const norma::assess_options on{.as_of = *norma::date::parse("2024-01-01")};
  CHECK(norma::assess(low.standard("city"), u, on).verdict == norma::verdict::fail);
  CHECK(norma::assess(low.standard("up:enterprise"), u, on).verdict ==
        norma::verdict::pass);
}

TEST_CASE("copied conditions may ask whether members comply, as those written out do") {
  const copied f("");
  f.write("up/facts.yaml", facts_of_members);
  f.write("up/parameters.yaml",
          "norma: 1\nparameters:\n  floor:\n    label: {zh: 下限}\n    type: number\n"
          "    values: [{from: 2020-01-01, value: 3, own_choice: true}]\n");
  f.write("low/parameters.yaml",
          "norma: 1\nparameters:\n  floor: {overrides: \"up:floor\", "
          "values: [{from: 2023-01-01, value: 5, own_choice: true}]}\n");
  f.write("up/enterprise.yaml", asking_for_due("floor"));
  f.write("up/area.yaml",
          "norma: 1\nstandard: area\ntitle: {zh: 标准}\nunit: area\n"
          "in_force: {from: 2023-01-01}\ncite: {document: d-up, clause: 一}\n"
          "items:\n  - id: a\n    title: {zh: 条}\n    all:\n"
          "      - id: p\n        title: {zh: 成员}\n        require: |-\n"
          "          every m in members satisfies complies(m, \"enterprise\")\n");
  f.write("low/area.yaml", "norma: 1\nstandard: area\ncopy: \"up:area\"\n");
  // `city` is a copy of the one that is asked for.
  const auto found = norma::try_load(f.path() / "low");
  CHECK(codes(found.diagnostics) == "N0570");
  REQUIRE(found.pack);
  const norma::pack& low = *found.pack;
  // It asks for the upper standard, under the upper parameter, and says so.
  CHECK(find_node(low.standard("area").definition().root, "a/p")->require->text ==
        "every m in members satisfies complies(m, \"up:enterprise\")");
  norma::unit member{.kind = "enterprise"};
  member.set("due", 4);
  norma::unit u{.kind = "area"};
  u.set_members("members", {member});
  const norma::assess_options on{.as_of = *norma::date::parse("2024-01-01")};
  CHECK(norma::assess(low.standard("area"), u, on).verdict == norma::verdict::pass);
}

TEST_CASE("conditions may name a standard that is a copy") {
  const copied f("");
  f.write("up/facts.yaml", facts_of_members);
  f.write("up/enterprise.yaml", asking_for_due("3"));
  f.write("low/facts.yaml", "norma: 1\nfacts: {}\n");
  f.write("low/city.yaml", copying("change:\n  a/p:\n    require: due >= 5\n"
                                   "    cite: {document: d-low, clause: 二}\n"));
  const auto area = [](const std::string& copied_standard) {
    return standard_of("area",
                       "      - id: p\n        title: {zh: 成员}\n        require: |-\n"
                       "          every m in members satisfies complies(m, \"" +
                           copied_standard + "\")\n",
                       "{from: 2023-06-30}", "area");
  };
  f.write("low/area.yaml", area("city"));
  // A copy of the copy, and a pack below that names the upper one.
  f.write("town/pack.yaml", head_of("town", "extends: {pack: low, version: 1.0}\n"));
  f.write("town/again.yaml", "norma: 1\nstandard: again\ncopy: \"low:city\"\n");
  f.write(
      "town/area.yaml",
      "norma: 1\nstandard: area\ncopy: \"low:area\"\nchange:\n  a/p:\n    require: |-\n"
      "      every m in members satisfies complies(m, \"again\") and "
      "complies(m, \"low:city\")\n    cite: {document: d-town, clause: 二}\n");
  const auto verdict = [&](const char* pack, int due) {
    const auto loaded = norma::try_load(f.path() / pack);
    INFO(codes(loaded.diagnostics));
    REQUIRE(loaded.pack);
    norma::unit member{.kind = "enterprise"};
    member.set("due", due);
    norma::unit u{.kind = "area"};
    u.set_members("members", {member});
    const norma::assess_options on{.as_of = *norma::date::parse("2024-01-01")};
    return norma::assess(loaded.pack->standard("area"), u, on).verdict;
  };
  for (const char* pack : {"low", "town"}) {
    CHECK(verdict(pack, 4) == norma::verdict::fail);
    CHECK(verdict(pack, 5) == norma::verdict::pass);
  }
  f.write("low/area.yaml", area("none"));
  CHECK(codes(norma::try_load(f.path() / "low").diagnostics) == "N0448");
}

TEST_CASE("what a copy changes or adds says what it rests on") {
  const std::string own_cite = "    cite: {document: d-low, clause: 三}\n";
  const std::string rate =
      "change:\n  contracts/rate:\n    require: rate(made, due) >= 95%\n";
  CHECK(found(rate) == "N0571");
  CHECK(found(rate + own_cite).empty());
  CHECK(found(rate + "    cite: 末段\n").empty());
  CHECK(found("change:\n  contracts/rate:\n    when: due > 5\n") == "N0571");
  CHECK(found("change:\n  contracts/rate: {strength: goal}\n" +
              std::string(authorized)) == "N0571");
  CHECK(found("change:\n  contracts/rate: {title: {zh: 比率}}\n").empty());
  CHECK(found("change:\n  contracts: {title: {zh: 劳动合同}}\n").empty());
  CHECK(found("when: due > 5\n") == "N0571");
  CHECK(found("when: due > 5\ncite: {document: d-low, clause: 三}\n").empty());
  const std::string members =
      "    all:\n      - id: sound\n        title: {zh: 健全}\n"
      "        require: sound and extra\n        cite: 末段\n"
      "      - id: rate\n        title: {zh: 率}\n"
      "        require: rate(made, due) >= 90%\n";
  CHECK(found("change:\n  contracts:\n" + members) == "N0571");
  CHECK(found("change:\n  contracts:\n" + members + "        cite: 末段\n").empty());
  CHECK(found("change:\n  contracts:\n" + own_cite + members).empty());
  CHECK(found("add:\n  - to: contracts\n    members: [extra]\n") == "N0571");
  CHECK(found("add:\n  - to: contracts\n    members: [{fact: extra, cite: 末段}]\n")
            .empty());
}

TEST_CASE("what a copy names stays the upper pack's and is called so") {
  const layered f(
      {{"city/pack.yaml", head_of("city", "extends: {pack: low, version: 1}\n")},
       {"low/own.yaml", standard_of("own", "      - extra\n      - standard: inner\n")},
       {"low/inner.yaml", standard_of("inner", "      - sound\n")},
       {"city/own.yaml", "norma: 1\nstandard: own\ncopy: low:own\n"}});
  const auto find = [&](const char* path) {
    const auto loaded = norma::try_load(f.path() / "city");
    REQUIRE(loaded.pack);
    return find_node(loaded.pack->standard("own").definition().root, path) != nullptr;
  };
  const auto city = [&] { return codes(norma::try_load(f.path() / "city").diagnostics); };
  CHECK(city().empty());
  CHECK(find("a/low:inner/a/sound"));
  // One that the city has in its place, by the same name or another.
  f.write("city/inner.yaml", "norma: 1\nstandard: inner\ncopy: low:inner\n");
  CHECK(city() == "N0570");
  CHECK(find("a/low:inner/a/sound"));
  f.write("city/inner.yaml", "norma: 1\nstandard: outer\ncopy: low:inner\n");
  CHECK(city() == "N0570");
  f.write("city/inner.yaml",
          "norma: 1\nstandard: inner\ntitle: {zh: 标准}\nunit: enterprise\n"
          "cite: {document: d-city, clause: 一}\nitems:\n  - id: a\n    title: {zh: 条}\n"
          "    all:\n      - sound\n");
  CHECK(city() == "N0570");
  f.write("city/inner.yaml", "norma: 1\nstandard: other\ncopy: up:enterprise\n");
  CHECK(city().empty());
  // Who says which is meant is taken at his word.
  f.write("city/inner.yaml", "norma: 1\nstandard: inner\ncopy: low:inner\n");
  for (const char* meant : {"inner", "low:inner"}) {
    f.write("city/own.yaml",
            "norma: 1\nstandard: own\ncopy: low:own\nchange:\n  a:\n    all:\n"
            "      - {fact: extra, cite: 末段}\n      - standard: " +
                std::string(meant) + "\n");
    CHECK(city().empty());
    CHECK(find(("a/" + std::string(meant) + "/a/sound").c_str()));
  }
  // A copy of the copy keeps the name.
  f.write("town/pack.yaml", head_of("town", "extends: {pack: city, version: 1}\n"));
  f.write("city/own.yaml", "norma: 1\nstandard: own\ncopy: low:own\n");
  f.write("city/inner.yaml", "norma: 1\nstandard: other\ncopy: up:enterprise\n");
  f.write("town/own.yaml", "norma: 1\nstandard: own\ncopy: city:own\n");
  f.write("town/inner.yaml", "norma: 1\nstandard: inner\ncopy: low:inner\n");
  const auto town = norma::try_load(f.path() / "town");
  CHECK(codes(town.diagnostics) == "N0570");
  REQUIRE(town.pack);
  CHECK(find_node(town.pack->standard("own").definition().root, "a/low:inner/a/sound"));
}

}  // namespace norma_test::copy_test
