// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::count

#include <norma/core/error.hpp>
#include <norma/load/load.hpp>
#include <norma/rule/content.hpp>

#include "catch.hpp"
#include "reading.hpp"

namespace norma_test::load_tests {

using norma::fact_type;
using norma::load_result;
using norma::try_load;
using norma_test::folder;
using norma_test::places;
using list = std::vector<std::string>;

namespace {

std::string printed(const std::vector<norma::diagnostic>& findings) {
  std::string result;
  for (const auto& d : findings) result += render(d, norma::language::en);
  return result;
}

const char* const head =
    "norma: 1\npack: p\nversion: 1.2.3\ntitle: {zh: 甲, en: A}\n"
    "documents:\n  d: {number: 一号, title: {zh: 文}, in_force: {from: 2023-01-01}}\n"
    "decisions:\n  D-1: {zh: 定}\n";

const char* const dictionary =
    "norma: 1\nunits:\n  enterprise: {label: {zh: 企业}}\n"
    "measures: {persons: {label: {zh: 人}},\n  CNY: {label: {zh: 元}, scale: 2}}\n"
    "facts:\n"
    "  sound: {label: {zh: 健全}, alias: 健全, of: [enterprise], type: boolean}\n"
    "  due: {label: {zh: 应签}, of: [enterprise], type: count, unit: persons}\n"
    "  signed:\n"
    "    label: {zh: 已签}\n    of: [enterprise]\n    type: count\n    unit: persons\n"
    "    checks:\n      - signed <= due\n    changeable: up\n"
    "  fund: {label: {zh: 经费}, of: [enterprise], type: amount, unit: CNY, range: \">= "
    "0\"}\n";

/// A standard with the given lines under `all:`, each a member.
std::string standard(const std::string& members,
                     const std::string& in_force = "2023-06-30") {
  return "norma: 1\nstandard: s\ntitle: {zh: 标准}\nunit: enterprise\n"
         "in_force: {from: " +
         in_force +
         "}\n"
         "cite: {document: d, clause: 一}\nitems:\n  - id: a\n    cite: ①\n"
         "    title: {zh: 条}\n    all:\n" +
         members;
}

}  // namespace

TEST_CASE("the packs of the project load without a finding") {
  for (const char* where : {"rules/cn", "rules/cn-size", "rules/cn-zj"}) {
    const load_result loaded = try_load(where);
    INFO(printed(loaded.diagnostics));
    CHECK(loaded.pack);
    CHECK(loaded.diagnostics.empty());
  }
  const norma::pack zj = norma::load("rules/cn-zj");
  const norma::pack_content& content = zj.content();
  CHECK(zj.id() == "cn-zj");
  REQUIRE(content.uses.size() == 2);
  CHECK(content.extends == "cn");
  CHECK(content.uses[0].id == "cn");
  CHECK(content.uses[1].id == "cn-size");
  CHECK(content.identity.hash.substr(0, 7) == "sha256:");
  CHECK(content.tables.count("size_2017") == 1);
  CHECK(content.tables.at("size_2017")->rows.size() == 64);

  const auto standard = zj.standard("enterprise.large_medium");
  const norma::rule_node& root = standard.definition().root;
  CHECK(root.members.size() == 11);
  const auto* share = find_node(root, "training/frontline_share");
  REQUIRE(share != nullptr);
  CHECK(share->cite == norma::citation{"zj-2023-17", "三（一）1⑦"});
  CHECK(share->decisions == list{"D-01", "D-03", "C-03"});
  const auto* plan = find_node(root, "training/training_plan_made");
  REQUIRE(plan != nullptr);
  REQUIRE(plan->fact);
  CHECK(plan->title.zh == standard.words().fact(*plan->fact)->label.zh);

  // The library's words are seen under their plain names.
  const auto size = standard.words().find_fact("企业规模");
  REQUIRE(size);
  const norma::fact_definition* size_class = standard.words().fact(*size);
  CHECK(size_class->from_table == content.tables.at("size_2017"));
  CHECK(size_class->table_inputs.size() == 4);
  CHECK(standard.words().derived == std::vector<std::uint32_t>{*size});
  const auto people = standard.words().find_fact("employee_count");
  REQUIRE(people);
  CHECK(standard.words().fact(*people)->pack == "cn-size");
}

TEST_CASE("a small pack says what its files say") {
  const folder f{
      {"p/pack.yaml", head},
      {"p/facts.yaml", dictionary},
      {"p/parameters.yaml",
       "norma: 1\nparameters:\n  floor:\n    label: {zh: 下限}\n    type: number\n"
       "    values:\n      - {from: 2020-01-01, value: 60%, own_choice: true}\n"
       "      - {from: 2024-01-01, value: 0.7, cite: {document: d, clause: 二}}\n"},
      {"p/s.yaml",
       standard("      - 健全\n"
                "      - id: rate\n        title: {zh: 率}\n"
                "        require: rate(signed, due) >= floor\n"
                "        show: [fund]\n"
                "      - id: two\n        title: {zh: 二}\n        at_least: 1\n"
                "        of:\n"
                "          - {fact: sound, strength: goal}\n"
                "          - id: paid\n            title: {zh: 付}\n"
                "            when: due > 0\n            strength: conditional\n"
                "            require: |-\n              fund\n                >= 2000万\n"
                "            exceptions: allowed\n            source_number: 100%\n")}};
  const load_result loaded = try_load(f.path() / "p");
  INFO(printed(loaded.diagnostics));
  REQUIRE(loaded.pack);
  CHECK(loaded.diagnostics.empty());
  const norma::pack_content& content = loaded.pack->content();
  CHECK(content.identity.version == "1.2.3");
  CHECK(content.documents.at("d").number == "一号");

  const norma::vocabulary& words = content.vocabularies.at("enterprise");
  const auto* signed_count = words.fact(*words.find_fact("signed"));
  CHECK(signed_count->declared == fact_type::count);
  CHECK(signed_count->change == norma::changeable::up);
  REQUIRE(signed_count->checks.size() == 1);
  CHECK(signed_count->checks[0].slots.size() == 2);
  const auto* fund = words.fact(*words.find_fact("fund"));
  CHECK(fund->scale == 2);
  CHECK(fund->scaled);
  REQUIRE(fund->range);
  CHECK(fund->range->low_included);

  const auto& floor =
      std::get<norma::parameter>(words.slots[words.names.at("floor").slot]);
  REQUIRE(floor.values.size() == 2);
  CHECK(*floor.values[0].content.num() == *norma::number::parse("0.6"));
  CHECK(floor.values[0].own_choice);
  CHECK(floor.values[1].cite == norma::citation{"d", "二"});

  const norma::rule_node& root = content.standards.at(0).root;
  const auto* sound = find_node(root, "a/sound");
  REQUIRE(sound != nullptr);
  CHECK(sound->cite.clause == "一①");
  const auto* two = find_node(root, "a/two");
  REQUIRE(two != nullptr);
  CHECK(two->role == norma::node_role::group);
  CHECK(two->combine == norma::combine::at_least);
  CHECK(two->at_least == 1);
  CHECK(two->members[0].strength == norma::strength::goal);
  const auto* paid = find_node(root, "a/two/paid");
  REQUIRE(paid != nullptr);
  CHECK(paid->exceptions_allowed);
  CHECK(*paid->source_number == 1);
  REQUIRE(paid->require);
  const std::size_t at = paid->require->text.find("2000");
  CHECK(norma_test::marked(paid->require->where.span(paid->require->text, at, at + 4)) ==
        "2000");
}

TEST_CASE("everything wrong is found in one run, in order of file and place") {
  const folder f{{"p/pack.yaml", head},
                 {"p/facts.yaml", dictionary},
                 {"p/a.yaml", "norma: 1\nstandard: a\nx: [\n"},
                 {"p/s.yaml", standard("      - sond\n"
                                       "      - id: r\n        title: {zh: 率}\n"
                                       "        require: signed >= \"x\"\n"
                                       "        requires: 1\n"
                                       "      - id: r\n        title: {zh: 率}\n"
                                       "        require: |-\n          signed >=\n"
                                       "            duee\n")}};
  const load_result loaded = try_load(f.path() / "p");
  CHECK_FALSE(loaded.pack);
  const auto found = places(loaded.diagnostics);
  INFO(printed(loaded.diagnostics));
  REQUIRE(found.size() == 6);
  CHECK(found[0].substr(0, 5) == "N0201");
  CHECK(found[1] == "N0506 12:9");
  CHECK(found[2].substr(0, 2) == "N0");
  CHECK(found[3] == "N0203 16:9");
  CHECK(found[4] == "N0501 17:9");
  CHECK(found[5].substr(6) == "21:13");
  CHECK(loaded.diagnostics[1].help(norma::language::en) == "did you mean `sound`?");
  try {
    (void)norma::load(f.path() / "p");
    FAIL("a broken pack was loaded");
  } catch (const norma::rule_error& e) {
    CHECK(places(e.diagnostics()) == found);
  }
}

TEST_CASE("names that a broken file may declare are not objected to") {
  const folder f{{"p/pack.yaml", head},
                 {"p/facts.yaml", std::string(dictionary) + "  x: {a: [\n"},
                 {"p/s.yaml", standard("      - sound\n      - {id: x, require: a}\n")}};
  const auto found = places(try_load(f.path() / "p").diagnostics);
  for (const std::string& place : found) {
    INFO(place);
    CHECK(place.substr(0, 5) != "N0506");
  }
  CHECK(found[0].substr(0, 5) == "N0201");
}

TEST_CASE("findings of one file are counted beyond the limit") {
  std::string members;
  for (int i = 0; i < 30; ++i) members += "      - none" + std::to_string(i) + "\n";
  const folder f{{"p/pack.yaml", head},
                 {"p/facts.yaml", dictionary},
                 {"p/s.yaml", standard(members)}};
  norma::load_options options;
  options.bounds.diagnostics_per_file = 10;
  const auto findings = try_load(f.path() / "p", options).diagnostics;
  REQUIRE(findings.size() == 11);
  CHECK(findings[10].code == "N0299");
  CHECK(findings[10].arguments == list{"20"});
}

TEST_CASE("no number of warnings hides an error") {
  // Each `sum` of a list that may be empty is a warning, `nosuch` an error.
  const std::string facts =
      std::string(dictionary) +
      "  sums: {label: {zh: 数}, of: [enterprise], type: list of number}\n";
  std::string many = "sum(sums)";
  for (int i = 1; i < 5001; ++i) many += ",sum(sums)";
  std::string members;
  for (int i = 0; i < 4; ++i) {
    members += "      - id: w" + std::to_string(i) + "\n        title: {zh: 警}\n" +
               "        require: |-\n          count([" + many + "]) > 0\n";
  }
  members += "      - id: bad\n        title: {zh: 错}\n        require: nosuch > 1\n";
  const folder f{
      {"p/pack.yaml", head}, {"p/facts.yaml", facts}, {"p/s.yaml", standard(members)}};
  norma::load_options options;
  options.bounds.diagnostics_per_file = 3;
  const load_result loaded = try_load(f.path() / "p", options);
  CHECK(!loaded.pack);
  REQUIRE(loaded.diagnostics.size() == 4);
  CHECK(loaded.diagnostics[0].code == "N0436");
  CHECK(loaded.diagnostics[1].code == "N0436");
  CHECK(loaded.diagnostics[2].code == "N0401");
  CHECK(loaded.diagnostics[3].code == "N0299");
}

TEST_CASE("files of a pack that are not read are told") {
  const folder f{{"p/pack.yaml", head},
                 {"p/facts.yaml", dictionary},
                 {"p/other.yml", "norma: 1\n"},
                 {"p/notes.md", ""},
                 {"p/schemes/old.YAML", "norma: 1\n"},
                 {"p/tests/a.yml", "norma: 1\n"}};
  const load_result loaded = try_load(f.path() / "p");
  CHECK(loaded.pack);
  REQUIRE(places(loaded.diagnostics) == list{"N0565", "N0565"});
  CHECK(loaded.diagnostics[0].arguments == list{(f.path() / "p/other.yml").string()});
  CHECK(loaded.diagnostics[1].arguments ==
        list{(f.path() / "p/schemes/old.YAML").string()});
  const folder g{{"p/pack.yaml", head}, {"p/schemes", "no folder"}};
  const load_result without = try_load(g.path() / "p");
  CHECK(!without.pack);
  REQUIRE(places(without.diagnostics) == list{"N0101"});
  CHECK(without.diagnostics[0].arguments[0] == (g.path() / "p/schemes").string());
}

TEST_CASE("a folder of more files than a pack may have is not read in part") {
  const folder f{{"p/pack.yaml", head}};
  for (int i = 1; i < 2000; ++i) f.write("p/s" + std::to_string(i) + ".yaml", "");
  const auto codes = [&] {
    list all;
    for (const auto& d : try_load(f.path() / "p").diagnostics) all.push_back(d.code);
    return all;
  };
  const list at_most = codes();
  CHECK(std::count(at_most.begin(), at_most.end(), "N0564") == 0);
  f.write("p/s2000.yaml", "");
  CHECK(codes() == list{"N0564"});
}

TEST_CASE("evidence is valid for whole days or months") {
  const auto found = [&](const std::string& lasting, const std::string& value) {
    const folder f{
        {"p/pack.yaml", head},
        {"p/facts.yaml", std::string(dictionary) +
                             "  x:\n    label: {zh: 甲}\n    of: [enterprise]\n"
                             "    type: boolean\n    valid_for: " +
                             lasting + '\n'},
        {"p/parameters.yaml",
         "norma: 1\nparameters:\n  window:\n    label: {zh: 期}\n"
         "    type: duration\n    values:\n"
         "      - {from: 2020-01-01, value: 1年, own_choice: true}\n"
         "      - {from: 2021-01-01, value: " +
             value + ", own_choice: true}\n"}};
    return places(try_load(f.path() / "p").diagnostics);
  };
  CHECK(found("1天", "1年").empty());
  CHECK(found("48小时", "1年").empty());
  CHECK(found("0天", "1年").empty());
  CHECK(found("36小时", "1年") == list{"N0563 22:16"});
  CHECK(found("\"-P1D\"", "1年") == list{"N0563 22:16"});
  CHECK(found("\"-P1M\"", "1年") == list{"N0563 22:16"});
  CHECK(found("window", "30天").empty());
  CHECK(found("window", "36小时") == list{"N0563 22:16"});
  CHECK(found("1天", "36小时").empty());  // it may be a parameter of other things
}

TEST_CASE("packs are found beside the pack, then in the folders given") {
  const std::string uses = std::string(head) + "uses: [{pack: q, version: 1.2}]\n";
  const std::string base = "norma: 1\npack: q\nversion: 1.2.9\ntitle: {zh: 基}\n";
  const std::string facts =
      "norma: 1\nunits:\n  enterprise: {label: {zh: 企业}}\nfacts:\n"
      "  other: {label: {zh: 别}, of: [enterprise], type: boolean}\n";
  const std::string own = standard("      - sound\n      - other\n");
  const folder f{{"p/pack.yaml", uses},
                 {"p/facts.yaml", dictionary},
                 {"p/s.yaml", own},
                 {"lib/q/pack.yaml", base},
                 {"lib/q/facts.yaml", facts}};
  CHECK(places(try_load(f.path() / "p").diagnostics)[0].substr(0, 5) == "N0541");
  norma::load_options options;
  options.search = {f.path() / "lib"};
  CHECK(try_load(f.path() / "p", options).pack);
  norma::load_options built_in;
  built_in.builtin = f.path() / "lib";
  CHECK(try_load(f.path() / "p", built_in).pack);
  CHECK(norma::find_pack("q", options) == f.path() / "lib" / "q");
  CHECK(norma::find_pack("q", {}).empty());
  CHECK(norma::find_pack("../lib/q", options).empty());
  CHECK(norma::find_pack((f.path() / "p").string(), {}) == f.path() / "p");
  f.write("q/pack.yaml", "norma: 1\npack: q\nversion: 2.0\ntitle: {zh: 基}\n");
  const list beside = places(try_load(f.path() / "p", options).diagnostics);
  CHECK(beside == list{"N0542 9:27", "N0506 13:9"});
}

TEST_CASE("the hash follows names and bytes of the pack's files, not its tests") {
  const folder f{{"p/pack.yaml", head}, {"p/facts.yaml", dictionary}};
  const auto hash = [&] { return norma::load(f.path() / "p").content().identity.hash; };
  const std::string before = hash();
  CHECK(before == hash());
  f.write("p/tests/a.yaml", "x");
  f.write("p/README.md", "x");
  CHECK(hash() == before);
  f.write("p/facts.yaml", std::string(dictionary) + "\n");
  CHECK(hash() != before);
}

TEST_CASE("an odd folder is a finding, never a crash") {
  const folder f{{"empty/x.txt", ""}, {"p/pack.yaml", std::string(head) + "\xff"}};
  CHECK(places(try_load(f.path() / "none").diagnostics) == list{"N0101"});
  CHECK(places(try_load(f.path() / "empty").diagnostics) == list{"N0544"});
  CHECK(places(try_load(f.path() / "empty/x.txt").diagnostics) == list{"N0101"});
  CHECK(places(try_load(f.path() / "p").diagnostics)[0].substr(0, 5) == "N0103");
  std::filesystem::create_directory(f.path() / "d");
  std::filesystem::create_directory(f.path() / "d/pack.yaml");
  CHECK(places(try_load(f.path() / "d").diagnostics) == list{"N0101"});
}

}  // namespace norma_test::load_tests
