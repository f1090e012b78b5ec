// SPDX-License-Identifier: Apache-2.0
#include <norma/load/load.hpp>
#include <norma/rule/content.hpp>

#include "catch.hpp"
#include "reading.hpp"

namespace norma_test::load_checks_test {

using norma_test::folder;
using norma_test::places;
using list = std::vector<std::string>;

namespace {

const std::string head =
    "norma: 1\npack: p\nversion: 1.0\ntitle: {zh: 甲}\n"
    "documents: {d: {number: 一号, title: {zh: 文}}}\n";

const std::string dictionary =
    "norma: 1\n"
    "units:\n"
    "  enterprise: {label: {zh: 企业}}\n"
    "  area: {label: {zh: 区域}, kinds: [park, township]}\n"
    "categories:\n"
    "  size: {ordered: true, values: {small: 小型, large: 大型}}\n"
    "records:\n"
    "  event:\n"
    "    fields:\n"
    "      date: {type: date, label: {zh: 日期}}\n"
    "      topics: {type: set of size, alias: 事项, label: {zh: 事项}}\n"
    "facts:\n"
    "  sound: {label: {zh: 健全}, of: [enterprise, area], type: boolean}\n"
    "  due: {label: {zh: 应签}, of: [enterprise], type: count, unit: persons}\n"
    "  events: {label: {zh: 事件}, of: [enterprise], type: list of event}\n"
    "  terms: {label: {zh: 期限}, of: [enterprise], type: list of period}\n"
    "  firms: {label: {zh: 户数}, of: [area], type: count}\n"
    "  members:\n"
    "    label: {zh: 成员}\n    of: [area]\n    type: list of enterprise\n    complete: "
    "firms\n"
    "derived:\n"
    "  c: {label: {zh: 丙}, of: [enterprise], type: number, table: \"p:t\"}\n"
    "  b:\n    label: {zh: 乙}\n    of: [enterprise]\n    type: count\n    value: a + 1\n"
    "  a:\n    label: {zh: 甲}\n    of: [enterprise]\n    type: count\n    value: due * "
    "2\n"
    "  area_due:\n    label: {zh: 区应签}\n    of: [area]\n    type: count\n    unit: "
    "persons\n"
    "    value: total(members.due)\n    if_supplied: must_agree\n";

const std::string table =
    "norma: 1\ntable: t\ntitle: {zh: 表}\ncite: {document: d, clause: 二}\n"
    "inputs: {people: b, size: a}\ngives: number\nhit: first\n"
    "rows:\n  - [\"-\", \">= 10\", 60%]\n  - [\"-\", \"-\", 2万]\n";

const std::string parameters =
    "norma: 1\nparameters:\n  window:\n    label: {zh: 周期}\n    type: duration\n    "
    "values:\n"
    "      - {from: 2023-06-30, value: 12个月, own_choice: true}\n";

std::string standard(const std::string& body, const std::string& unit = "enterprise",
                     const std::string& in_force = "{from: 2023-01-01}") {
  return "norma: 1\nstandard: s\ntitle: {zh: 标}\nunit: " + unit +
         "\nin_force: " + in_force +
         "\ncite: {document: d, clause: 一}\nitems:\n  - id: a\n    title: {zh: 条}\n" +
         body;
}

list found_with(const std::string& standard_text, const std::string& facts = dictionary) {
  const folder f{{"p/pack.yaml", head},
                 {"p/facts.yaml", facts},
                 {"p/t.yaml", table},
                 {"p/parameters.yaml", parameters},
                 {"p/s.yaml", standard_text}};
  return places(norma::try_load(f.path() / "p").diagnostics);
}

}  // namespace

TEST_CASE("a list is measured before what is derived from it; a circle is an error") {
  const auto with = [](const std::string& value) {
    const std::string facts =
        "norma: 1\nunits:\n  enterprise: {label: {zh: 企业}}\nfacts:\n"
        "  due: {label: {zh: 应签}, of: [enterprise], type: count}\n"
        "  ages:\n    label: {zh: 年龄}\n    of: [enterprise]\n    type: list of number\n"
        "    complete: people\nderived:\n"
        "  oldest:\n    label: {zh: 最长}\n    of: [enterprise]\n    type: number\n"
        "    value: max(ages)\n"
        "  people:\n    label: {zh: 人数}\n    of: [enterprise]\n    type: count\n"
        "    value: " +
        value + '\n';
    const folder f{{"p/pack.yaml", head}, {"p/facts.yaml", facts}};
    return norma::try_load(f.path() / "p");
  };
  const auto good = with("due");
  REQUIRE(good.pack);
  const auto& words = good.pack->content().vocabularies.at("enterprise");
  CHECK(words.derived == std::vector<std::uint32_t>{*words.find_fact("people"),
                                                    *words.find_fact("oldest")});
  CHECK(places(with("count(ages)").diagnostics).at(0).substr(0, 5) == "N0531");
}

TEST_CASE("lists hold records, periods and units with their types") {
  const folder f{
      {"p/pack.yaml", head}, {"p/facts.yaml", dictionary}, {"p/t.yaml", table}};
  const auto loaded = norma::try_load(f.path() / "p");
  for (const auto& d : loaded.diagnostics) UNSCOPED_INFO(render(d, norma::language::en));
  REQUIRE(loaded.pack);
  const norma::vocabulary& enterprise =
      loaded.pack->content().vocabularies.at("enterprise");
  const auto fact = [](const norma::vocabulary& words, const char* name) {
    return *words.fact(*words.find_fact(name));
  };
  const auto events = fact(enterprise, "events");
  REQUIRE(events.element);
  CHECK(events.element->type.kind == norma::expr::type_kind::record);
  REQUIRE(events.element->fields.size() == 2);
  CHECK(events.element->fields[1].declared == norma::fact_type::set);
  CHECK(events.type.element->record->find("事项")->name == "topics");
  CHECK(fact(enterprise, "terms").element->declared == norma::fact_type::period);

  const norma::vocabulary& area = loaded.pack->content().vocabularies.at("area");
  const auto members = fact(area, "members");
  CHECK(members.complete == "firms");
  const auto& unit = *members.type.element->record;
  CHECK(unit.id == "enterprise");
  CHECK(unit.find("due") != nullptr);
  CHECK(unit.find("firms") == nullptr);
  CHECK(area.find_fact("sound"));
  CHECK_FALSE(area.find_fact("due"));
  CHECK(fact(area, "area_due").supplied == norma::if_supplied::must_agree);
}

TEST_CASE("large tables are looked through to the end, or it is told how far") {
  const auto found = [](const std::string& hit, const std::string& rows) {
    const folder f{
        {"p/pack.yaml", head},
        {"p/facts.yaml", dictionary},
        {"p/t.csv", "people,size,gives\n" + rows},
        {"p/t.yaml",
         "norma: 1\ntable: t\ntitle: {zh: 表}\ncite: {document: d, clause: 二}\n"
         "inputs: {people: b, size: a}\ngives: number\nhit: " +
             hit + "\nrows: {file: t.csv}\n"}};
    std::string told;
    for (const auto& each : norma::try_load(f.path() / "p").diagnostics)
      told += render(each, norma::language::en);
    return told;
  };
  std::string keys, nested;
  for (int i = 0; i < 20'000; ++i) keys += std::to_string(i) + ",-,1\n";
  for (int i = 0; i < 2'000; ++i) {
    const auto from = ">= " + std::to_string(i);
    nested += from + ',' + from + ",1\n";
  }
  const auto whole = found("unique", keys + ">= 20000,-,1\n");
  INFO(whole);
  CHECK(whole.empty());
  CHECK(found("unique", keys + ">= 20000,-,1\n19999,> 3,2\n").find("N0524") !=
        std::string::npos);
  const auto part = found("first", nested);
  INFO(part);
  CHECK(part.find("warning[N0180]: gaps and rows never reached of table `t` were not "
                  "looked for to the end: the search ends at people = ") == 0);
}

TEST_CASE("bands whose cells end outside the declared range have the gaps within it") {
  const auto found = [](const std::string& first, const std::string& second) {
    const folder f{
        {"p/pack.yaml", head},
        {"p/facts.yaml",
         "norma: 1\nunits: {u: {label: {zh: 甲}}}\nfacts:\n"
         "  x: {label: {zh: 乙}, of: [u], type: number, range: \"[0..10]\"}\n"},
        {"p/schemes/s.yaml",
         "norma: 1\nscheme: s\ntitle: {zh: 表}\nunit: u\nin_force: {from: 2024-01-01}\n"
         "cite: {document: d, clause: 二}\nblocks:\n  - id: a\n    title: {zh: 一}\n"
         "    points: 20\n    parts:\n      - id: b\n        title: {zh: 一}\n"
         "        points: 20\n        bands:\n          of: x\n          rows:\n"
         "            - [\"" +
             first + "\", 20]\n            - [\"" + second +
             "\", 7]\npass: total >= 5\n"}};
    std::string told;
    for (const auto& each : norma::try_load(f.path() / "p").diagnostics)
      told += render(each, norma::language::en);
    return told;
  };
  CHECK(found("<= 6", "> 6").empty());
  CHECK(found("<= 6", "(6..20]").empty());
  CHECK(found("<= 6", "> 20")
            .find("warning[N0913]: the bands of `a/b` have a gap: none "
                  "takes x = 8") == 0);
}

TEST_CASE("derived facts stand after those they rest on") {
  const folder f{
      {"p/pack.yaml", head}, {"p/facts.yaml", dictionary}, {"p/t.yaml", table}};
  const norma::pack pack = norma::load(f.path() / "p");
  const norma::vocabulary& words = pack.content().vocabularies.at("enterprise");
  list order;
  for (const auto slot : words.derived) order.push_back(words.fact(slot)->name);
  CHECK(order == list{"a", "b", "c"});
  const auto& t = *pack.content().tables.at("t");
  REQUIRE(t.rows.size() == 2);
  CHECK(*t.rows[0].gives.num() == *norma::number::parse("0.6"));
  CHECK(*t.rows[1].gives.num() == 20000);
}

TEST_CASE("at_least needs enough deciding members on every day in force") {
  const auto two = [](const std::string& second, const std::string& in_force) {
    return found_with(standard("    at_least: 2\n    of:\n      - sound\n" + second,
                               "enterprise", in_force));
  };
  const std::string part =
      "      - id: x\n        title: {zh: 一}\n        require: due > 0\n";
  CHECK(two(part, "{from: 2023-01-01}").empty());
  // Only shown: it does not decide.
  CHECK(two("      - id: x\n        title: {zh: 一}\n        strength: goal\n        "
            "show: [due]\n",
            "{from: 2023-01-01}") == list{"N0534 8:5"});
  // In force later than the group, or not to its end.
  const std::string later = "        in_force: {from: 2024-01-01}\n";
  const std::string until = "        in_force: {to: 2024-12-31}\n";
  CHECK(two(part + later, "{from: 2023-01-01}") == list{"N0534 8:5"});
  CHECK(two(part + later, "{from: 2024-01-01}").empty());
  CHECK(two(part + until, "{from: 2023-01-01}") == list{"N0534 8:5"});
  CHECK(two(part + until, "{from: 2023-01-01, to: 2024-12-31}").empty());
  // Members that take turns.
  CHECK(two(part + until +
                "      - id: y\n        title: {zh: 二}\n        require: due > 1\n"
                "        in_force: {from: 2025-01-01}\n",
            "{from: 2023-01-01}")
            .empty());
  CHECK(two(part, "{}").empty());
  // A group decides as long as one of its members does.
  const auto turns = [&](const std::string& second_from) {
    return two(
        "      - id: g\n        title: {zh: 一}\n        any:\n"
        "          - id: x\n            title: {zh: 一}\n"
        "            require: due > 0\n            in_force: {to: 2024-12-31}\n"
        "          - id: y\n            title: {zh: 二}\n"
        "            require: due > 1\n            in_force: {from: " +
            second_from + "}\n",
        "{from: 2023-01-01}");
  };
  CHECK(turns("2024-06-01").empty());
  CHECK(turns("2025-01-01").empty());
  CHECK(turns("2025-01-02") == list{"N0534 8:5"});
}

TEST_CASE("a parameter has a value whenever what uses it is in force") {
  const std::string direct =
      "    all:\n      - id: x\n        title: {zh: 一}\n"
      "        require: some e in events satisfies e.date in last(window)\n";
  CHECK(found_with(standard(direct)) == list{"N0540 13:18"});
  CHECK(found_with(standard(direct, "enterprise", "{from: 2023-06-30}")).empty());
  CHECK(found_with(standard(direct, "enterprise", "{from: 2023-06-29}")) ==
        list{"N0540 13:18"});
  CHECK(found_with(standard(direct + "        in_force: {from: 2023-06-30}\n")).empty());
  CHECK(found_with(standard(direct, "enterprise", "{}")) == list{"N0540 13:18"});
  // By way of a derived fact, and of evidence that must be fresh.
  const std::string derived =
      dictionary +
      "  fresh:\n    label: {zh: 近期}\n    of: [enterprise]\n    type: boolean\n"
      "    value: some e in events satisfies e.date in last(window)\n";
  CHECK(found_with(standard("    all:\n      - fresh\n"), derived) == list{"N0540 11:9"});
  std::string expiring = dictionary;
  expiring.insert(expiring.find("derived:"),
                  "  survey: {label: {zh: 测评}, of: [enterprise], type: boolean, "
                  "valid_for: window}\n");
  CHECK(found_with(standard("    all:\n      - survey\n"), expiring) ==
        list{"N0540 11:9"});
}

TEST_CASE("a standard for units of one kind sees the words of that kind only") {
  CHECK(found_with(standard("    all:\n      - sound\n", "area")).empty());
  CHECK(found_with(standard("    all:\n      - due\n", "area")) == list{"N0506 11:9"});
  const std::string park = standard("    all:\n      - sound\n", "area") + "kind: park\n";
  CHECK(found_with(park).empty());
  CHECK(found_with(standard("    all:\n      - sound\n", "area") + "kind: city\n") ==
        list{"N0506 12:7"});
}

TEST_CASE("names and aliases are unique within a kind of unit") {
  const auto with = [](const std::string& fact) {
    std::string facts = dictionary;
    facts.insert(facts.find("derived:"), fact);
    return found_with(standard("    all:\n      - sound\n"), facts);
  };
  CHECK(with("  other: {label: {zh: 别}, alias: due, of: [enterprise], type: count}\n") ==
        list{"N0513 23:3"});
  // The same alias in another kind of unit is another name.
  CHECK(
      with("  other: {label: {zh: 别}, alias: due, of: [area], type: count}\n").empty());
  CHECK(with("  window: {label: {zh: 别}, of: [enterprise], type: count}\n").size() == 1);
  CHECK(with("  due: {label: {zh: 别}, of: [enterprise], type: count}\n") ==
        list{"N0202 23:3"});
}

}  // namespace norma_test::load_checks_test
