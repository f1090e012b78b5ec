// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::max
#include <memory>     // std::make_shared
#include <string>     // std::string
#include <utility>    // std::move, std::pair
#include <vector>     // std::vector

#include <rapidcheck.h>

#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>

#include "assess/workshop.hpp"
#include "chance.hpp"

// Design sections 4 and 5: units that are elements of a list.

namespace norma_test::members_test {

using norma::verdict;

TEST_CASE("99 of 100 and an unknown count of signed contracts are not 100 %") {
  const workshop w({every_form, pooled_form});
  CHECK(w.verdicts(park({firm("1", {{"due", 100}, {"signed", 99}}),
                         firm("2", {{"due", 50}})})) == "f f");
  // With nothing due known of the second, the pooled form is open.
  CHECK(w.verdicts(park({firm("1", {{"due", 100}, {"signed", 99}}), firm("2", {})})) ==
        "f u:members[2].due:members[2].signed");
  CHECK(w.verdicts(park(
            {firm("1", {{"due", 100}, {"signed", 100}}), firm("2", {{"due", 50}})})) ==
        "u:members[2].signed u:members[2].signed");
  CHECK(w.verdicts(park({firm("1", {{"due", 100}, {"signed", 100}})})) == "p p");
}

TEST_CASE("checks and ranges of a member bound its unknown counts") {
  const workshop w({"total(members.signed) <= 150", "total(members.due) >= 119",
                    "total(members.signed) >= 99", "min(members.due) >= 20",
                    "total(members.bonus) >= 0", "total(members.rest) <= 51"});
  const auto u = park({firm("1", {{"due", 100}, {"signed", 99}, {"bonus", 1}}),
                       firm("2", {{"due", 50}}), firm("3", {{"signed", 20}})});
  // What is optional has no bounds; a derived fact has those of its range.
  CHECK(w.verdicts(u) ==
        "u:members[2].signed p p p "
        "u:members[2].bonus:members[3].bonus u:members[2].signed:members[3].due");
  CHECK(w.verdicts(
             park({firm("1", {{"due", 100}, {"signed", 99}}), firm("2", {{"due", 51}})}))
            .substr(0, 1) == "p");
}

TEST_CASE("facts that bound each other wrongly are a data error") {
  folder files{
      {"p/pack.yaml", head},
      {"p/facts.yaml",
       "norma: 1\nunits:\n  firm: {label: {zh: 企}}\n  park: {label: {zh: 园}}\nfacts:\n"
       "  low: {label: {zh: 低}, of: [firm], type: count}\n"
       "  high: {label: {zh: 高}, of: [firm], type: count}\n"
       "  x:\n    label: {zh: 数}\n    of: [firm]\n    type: count\n    checks:\n"
       "      - x >= low\n      - high >= x\n"
       "  members: {label: {zh: 企}, of: [park], type: list of firm}\n"},
      {"p/firm.yaml", standard_of("firm", "firm.good", {"x >= 5"})},
      {"p/park.yaml",
       standard_of("park", "park.good",
                   {"total(members.x) >= 0",
                    "every m in members satisfies complies(m, \"firm.good\")"})}};
  const auto pack = norma::load(files.path() / "p");
  unit u{.kind = "park"};
  const auto causes = [&](int low, int high) {
    u.set_members("members", {firm("1", {{"low", low}, {"high", high}})});
    return norma::assess(pack.standard("park.good"), u,
                         {.as_of = *norma::date::parse("2024-03-31")});
  };
  CHECK(causes(5, 5).tree.members[0].members[0].verdict == verdict::pass);
  const auto wrong = causes(6, 5).tree.members[0];
  REQUIRE(wrong.members[0].verdict == verdict::undetermined);
  CHECK(wrong.members[0].causes.front().code == "N0750");
  CHECK(wrong.members[0].causes.front().fact == "members[1].x");
  // Its own standard reads a fact that has no bounds, and is not known.
  REQUIRE(wrong.members[1].verdict == verdict::undetermined);
  REQUIRE(wrong.members[1].causes.size() == 1);
  CHECK(wrong.members[1].causes.front().kind == norma::cause_kind::missing);
  CHECK(wrong.members[1].causes.front().fact == "members[1].x");
}

TEST_CASE("a list shorter than its full length goes on") {
  const workshop w({"count(members) = 3", "total(members.due) >= 100",
                    "every m in members satisfies m.due > 0",
                    "some m in members satisfies m.due = 100", "count(members) >= 2"});
  const std::vector<unit> two{firm("1", {{"due", 100}}), firm("2", {{"due", 5}})};
  CHECK(w.verdicts(park(two, 3)) == "p p u:members p p");
  CHECK(w.verdicts(park(two, 2)) == "f p p p p");
  // Of how many there are in all nothing is known.
  auto open = park(two);
  open.erase("firms");
  CHECK(w.verdicts(open) == "u:firms p u:firms p p");
  // Not even a list.
  auto none = unit{.kind = "park"};
  none.set("firms", 3);
  CHECK(w.verdicts(none) == "u:members u:members u:members u:members u:members");
  // [] is known to be empty.
  CHECK(w.verdicts(park({}, 0)) == "f f p f f");
  // More than there can be.
  const auto many = w.assess(park(two, 1));
  REQUIRE(many.verdict == verdict::undetermined);
  CHECK(many.tree.causes.front().code == "N0749");
  CHECK(w.verdicts(park(two, 1)) == "u:members u:members u:members u:members u:members");
}

namespace {

/// A pack of firms, their sites and parks, with these facts of its own.
class small_world {
 public:
  small_world(const std::string& facts, const std::vector<std::string>& of_park)
      : files_{{"p/pack.yaml", head},
               {"p/facts.yaml",
                "norma: 1\nunits:\n  site: {label: {zh: 工地}}\n  firm: {label: {zh: "
                "企}}\n"
                "  park: {label: {zh: 园}}\nfacts:\n" +
                    facts},
               {"p/park.yaml", standard_of("park", "park.good", of_park)}},
        pack_(norma::load(files_.path() / "p")) {}

  /// The verdicts of the park's parts: `p f u n`.
  [[nodiscard]] std::string verdicts(const unit& park) const {
    std::string all;
    const auto made = norma::assess(pack_.standard("park.good"), park,
                                    {.as_of = *norma::date::parse("2024-03-31")});
    for (const auto& part : made.tree.members.front().members) {
      all += norma::to_string(part.verdict)[0];
    }
    return all;
  }

 private:
  folder files_;
  norma::pack pack_;
};

}  // namespace

TEST_CASE("a full length in error is none: any number more may follow") {
  const small_world w(
      "  firms:\n    label: {zh: 户数}\n    of: [park]\n    type: count\n"
      "  open: {label: {zh: 开业}, of: [park], type: count}\n"
      "  shut:\n    label: {zh: 歇业}\n    of: [park]\n    type: count\n    checks:\n"
      "      - open + shut = firms\n"
      "  members: {label: {zh: 企}, of: [park], type: list of firm, complete: firms}\n",
      {"count(members) >= 1", "count(members) = 3"});
  auto u = park({unit{.kind = "firm"}}, 3);
  u.set("open", 2);
  u.set("shut", 1);
  CHECK(w.verdicts(u) == "pp");
  u.set("shut", 2);
  CHECK(w.verdicts(u) == "pu");
}

TEST_CASE("a list that may be absent says nothing where it was not supplied") {
  const small_world w(
      "  due: {label: {zh: 应签}, of: [park], type: count}\n"
      "  days: {label: {zh: 日}, of: [park], type: list of date}\n"
      "  gone: {label: {zh: 日}, of: [park], type: list of date, optional: true}\n",
      {"every d in days satisfies due = 1", "count(days) >= 0",
       "every d in gone satisfies due = 1", "count(gone) >= 0"});
  unit u{.kind = "park"};
  u.set("due", 1);
  CHECK(w.verdicts(u) == "ppuu");
  // To be absent is one more thing that can be told of it.
  u.facts["gone"].statements.emplace_back().state = norma::supply::none;
  CHECK(w.verdicts(u) == "ppuu");
}

TEST_CASE("the evidence of a list of units expires, also of one inside a member") {
  const small_world w(
      "  due: {label: {zh: 应签}, of: [firm], type: count}\n"
      "  area: {label: {zh: 面积}, of: [site], type: count}\n"
      "  sites: {label: {zh: 工地}, of: [firm], type: list of site, valid_for: 12个月}\n"
      "  members: {label: {zh: 企}, of: [park], type: list of firm, valid_for: 12个月}\n",
      {"some m in members satisfies m.due = 1",
       "some m in members satisfies some s in m.sites satisfies s.area = 1"});
  unit site{.kind = "site"};
  site.set("area", 1);
  auto one = firm("1", {{"due", 1}});
  one.set_members("sites", {site});
  const auto verdicts = [&](const char* of_sites, const char* of_members) {
    one.facts.at("sites").statements.front().from.edit().day =
        norma::date::parse(of_sites);
    auto u = park({one});
    u.facts.at("members").statements.front().from.edit().day =
        norma::date::parse(of_members);
    return w.verdicts(u);
  };
  CHECK(verdicts("2023-03-31", "2023-03-31") == "pp");
  CHECK(verdicts("2023-03-30", "2023-03-31") == "pu");
  CHECK(verdicts("2023-03-31", "2023-03-30") == "uu");
}

TEST_CASE("a check of members holds wherever it is declared") {
  const small_world w(
      "  due: {label: {zh: 应签}, of: [firm], type: count}\n"
      "  paid:\n    label: {zh: 已付}\n    of: [firm]\n    type: count\n"
      "    checks:\n      - even(due)\n"
      "  sold: {label: {zh: 已售}, of: [firm], type: count}\n"
      "  items: {label: {zh: 项}, of: [firm], type: list of count, complete: sold}\n"
      "  members: {label: {zh: 企}, of: [park], type: list of firm}\n",
      {"every m in members satisfies m.due > 0",
       "every m in members satisfies m.sold > 0"});
  // Nothing reads what has been paid, or the items.
  CHECK(w.verdicts(park({firm("1", {{"due", 2}, {"sold", 1}})})) == "pp");
  CHECK(w.verdicts(park({firm("1", {{"due", 3}, {"sold", 1}})})) == "up");
  const norma::list_value two{1, 2};
  CHECK(w.verdicts(park({firm("1", {{"due", 2}, {"sold", 1}, {"items", two}})})) == "pu");
}

TEST_CASE("how many have not reported is told") {
  const workshop w({"every m in members satisfies m.due > 0"});
  const auto made = w.assess(park({firm("1", {{"due", 1}})}, 12));
  const auto& part = made.tree.members.front().members.front();
  REQUIRE(part.causes.size() == 1);
  const auto& words = w.pack().content().vocabularies.at("park");
  const auto told = norma::describe(part.causes.front(), w.pack().content(), words);
  CHECK(told.en == "of “member firms”, 11 have not been reported");
  CHECK(told.zh == "“辖区内企业”中有 11 户（项）未报");
}

TEST_CASE("a sum that was supplied must lie within the bounds of the computed one") {
  const workshop w({"park_due >= 0"});
  auto u = park({firm("1", {{"due", 100}}), firm("2", {{"signed", 20}})});
  u.set("park_due", 120);
  CHECK(w.verdicts(u) == "p");
  u.set("park_due", 119);
  CHECK(w.assess(u).tree.causes.front().code == "N0747");
}

TEST_CASE("the bounds of a member's computed number hold wherever it stands") {
  folder files{
      {"p/pack.yaml", head},
      {"p/facts.yaml",
       "norma: 1\nunits:\n  firm: {label: {zh: 企}}\n  park: {label: {zh: 园}}\nfacts:\n"
       "  days: {label: {zh: 日}, of: [firm], type: list of date}\n"
       "  members: {label: {zh: 企}, of: [park], type: list of firm}\nderived:\n"
       "  held:\n    label: {zh: 次}\n    of: [firm]\n    type: count\n"
       "    value: |-\n      count(days[item > @\"2024-01-01\"])\n"},
      {"p/park.yaml",
       standard_of("park", "park.good", {"every m in members satisfies m.held < 2"})}};
  const auto pack = norma::load(files.path() / "p");
  const auto by = [&](std::size_t open_days) {
    auto one = firm("1", {});
    one.set("days", norma::value{norma::list_value(open_days)});
    unit u{.kind = "park"};
    u.set_members("members", {one});
    return norma::assess(pack.standard("park.good"), u,
                         {.as_of = *norma::date::parse("2024-03-31")})
        .verdict;
  };
  CHECK(by(1) == verdict::pass);  // none or one
  CHECK(by(2) == verdict::undetermined);
}

TEST_CASE("a member is bound as a unit is") {
  const workshop w({"every m in members satisfies m.sound",
                    "every m in members satisfies m.rest = 1"});
  auto one = firm("1", {{"due", 100}, {"signed", 99}, {"sound", true}});
  CHECK(w.verdicts(park({one})) == "p p");
  // A violated check, in the member alone.
  auto wrong = firm("2", {{"due", 10}, {"signed", 11}, {"sound", true}});
  CHECK(w.verdicts(park({one, wrong})) == "p u:members[2].due:members[2].signed");
  // Evidence, the member's own, by default of the member, by default of the park.
  auto old = park({one});
  old.default_evidence.day = norma::date::parse("2023-03-30");
  old.set_members("members", {one});
  CHECK(w.verdicts(old) == "u:members[1].sound p");
  one.default_evidence.day = norma::date::parse("2023-03-31");
  old.set_members("members", {one});
  CHECK(w.verdicts(old) == "p p");
  one.facts.at("sound").statements.front().from.edit().day =
      norma::date::parse("2023-03-30");
  old.set_members("members", {one});
  CHECK(w.verdicts(old) == "u:members[1].sound p");
  // A unit of another kind is none.
  CHECK(w.verdicts(park({unit{.kind = "park"}})) == "u:members[1] u:members[1]");
}

TEST_CASE("complies and verdict ask what a standard says of a member") {
  const workshop w(
      {"every m in members satisfies complies(m, \"firm.good\")",
       "count(members[complies(item, \"p:firm.good\")]) >= 1",
       "every m in members satisfies verdict(m, \"firm.good\") != \"fail\""});
  const auto good = firm("1", {{"due", 100}, {"signed", 90}, {"sound", true}});
  const auto bad = firm("2", {{"due", 100}, {"signed", 89}, {"sound", true}});
  const auto open = firm("3", {{"due", 100}, {"signed", 90}});
  const auto none = firm("4", {{"due", 0}});
  CHECK(w.verdicts(park({good})) == "p p p");
  CHECK(w.verdicts(park({good, bad})) == "f p f");
  CHECK(w.verdicts(park({good, none})) == "f p p");
  CHECK(w.verdicts(park({good, open})) == "u:members[2].sound p u:members[2].sound");
  CHECK(w.verdicts(park({bad, open})) == "f u:members[2].sound f");
  CHECK(w.verdicts(park({good, bad}, 3)) == "f p f");
  CHECK(w.verdicts(park({none}, 2)) == "f u:members u:members");
}

TEST_CASE("whether a standard applies is asked of a member before its parts") {
  const workshop w({"every m in members satisfies complies(m, \"firm.good\")"});
  const auto good = firm("1", {{"due", 100}, {"signed", 90}, {"sound", true}});
  const auto unasked = firm("2", {{"sound", false}, {"signed", 1}});
  const auto none = firm("3", {{"due", 0}, {"sound", false}});
  const auto open = firm("4", {{"due", 100}, {"signed", 90}});
  CHECK(w.verdicts(park({unasked})) == "u:members[1].due");
  CHECK(w.verdicts(park({good, unasked})) == "u:members[2].due");
  CHECK(w.verdicts(park({unasked, good, open})) == "u:members[1].due:members[3].sound");
  CHECK(w.verdicts(park({good, none})) == "f");
  CHECK(w.verdicts(park({good, good})) == "p");
  // A check that reaches the guard's fact holds there too.
  const auto wrong = firm("5", {{"due", 100}, {"signed", 101}, {"sound", true}});
  CHECK(w.verdicts(park({good, wrong})) == "u:members[2].due");
}

TEST_CASE("events of members are one list, known as far as the members are") {
  const workshop w({"every e in flatten(members.events) satisfies not(e.confirmed)"});
  const auto happened = [](const char* id, std::vector<bool> confirmed) {
    const auto shape = std::make_shared<const norma::record_shape>(
        std::vector<std::string>{"date", "persons", "confirmed"});
    norma::list_value events;
    for (const bool is : confirmed) {
      events.push_back(norma::record_value{
          shape, {*norma::date::parse("2024-01-15"), value{1}, value{is}}});
    }
    return firm(id, {{"events", events}});
  };
  const auto silent = firm("9", {});
  CHECK(w.verdicts(park({happened("1", {}), happened("2", {false})})) == "p");
  CHECK(w.verdicts(park({happened("1", {false, true}), happened("2", {})})) == "f");
  CHECK(w.verdicts(park({happened("1", {true}), silent})) == "f");
  CHECK(w.verdicts(park({happened("1", {false}), silent})) == "u:members[2].events");
  CHECK(w.verdicts(park({happened("1", {true})}, 2)) == "f");
  CHECK(w.verdicts(park({happened("1", {})}, 2)) == "u:members");
}

TEST_CASE("an exception on record for a member counts in its verdict") {
  const workshop w(
      {"every m in members satisfies verdict(m, \"firm.good\") != \"fail\""});
  const auto text = [](const std::string& part) {
    return "norma: 1\nunit: park\nfacts:\n  firms: 1\n  members:\n    - id: m1\n"
           "      facts: {due: 10, signed: 9, sound: true}\n      exceptions:\n"
           "        - {part: " +
           part + ", reason: 试点, by: 三方, date: 2024-01-01}\n";
  };
  const auto read = w.read(text("a/p1"));
  INFO(codes(read));
  REQUIRE(read.unit);
  // Its part allows none: a data error, laid to the member.
  const auto made = w.assess(*read.unit);
  REQUIRE(made.verdict == verdict::undetermined);
  CHECK(made.tree.causes.front().code == "N0748");
  CHECK(made.tree.causes.front().fact == "members[1]");
}

TEST_CASE("complies names a standard for units of the member's kind") {
  const auto problems = [](const std::string& condition) {
    return workshop({condition}).problems;
  };
  CHECK(
      problems("every m in members satisfies complies(m, \"firm.god\")").find("N0448") !=
      std::string::npos);
  CHECK(
      problems("every m in members satisfies complies(m, \"park.good\")").find("N0448") !=
      std::string::npos);
  CHECK(problems("every m in members satisfies complies(m)").find("N0446") !=
        std::string::npos);
  CHECK(problems("every m in members satisfies complies(m.due, \"firm.good\")")
            .find("N0447") != std::string::npos);
  CHECK(problems("every m in members satisfies verdict(m, \"firm.good\") = \"passed\"")
            .find("passed") != std::string::npos);
}

TEST_CASE("sets, ordered categories, periods and events work inside members") {
  const workshop w({"every m in members satisfies \"course\" in m.forms",
                    "every m in members satisfies m.size_class >= \"large\"",
                    "every m in members satisfies some t in m.terms satisfies as_of in t",
                    "every m in members satisfies max(m.events.date) in last(12个月)",
                    "every m in members satisfies "
                    "count(m.events[confirmed].persons) = 0",
                    "every f in [\"course\", \"talk\"] satisfies "
                    "some m in members satisfies list contains(m.forms, f)"});
  const auto read = w.read(R"(norma: 1
unit: park
id: a
facts:
  firms: 2
  members:
    - id: m1
      facts:
        forms: [course, talk]
        size_class: large
        terms: [{from: 2023-01-01, to: {none: 长期}}]
        events: [{date: 2024-01-01, persons: 3, confirmed: false}]
    - id: m2
      facts:
        forms: {opinions: {government: [course], union: [talk]}}
        size_class: {pending: 复核}
        terms:
        events:
          - {date: 2023-01-01, confirmed: false}
          - {date: 2024-03-31, confirmed: {pending: 仲裁}}
)");
  INFO(codes(read));
  REQUIRE(read.unit);
  CHECK(w.verdicts(*read.unit) ==
        "u:members[2].forms u:members[2].size_class u:members[2].terms p "
        "u:members[2].events[2].confirmed p");
}

TEST_CASE("opinions of the parties about a member's fact stay open without a decision") {
  const workshop w({"every m in members satisfies m.sound"});
  const auto read = w.read(
      "norma: 1\nunit: park\nfacts:\n  firms: 1\n  members:\n    - id: m1\n      facts:\n"
      "        sound: {opinions: {government: true, union: true}}\n");
  REQUIRE(read.unit);
  const auto made = w.assess(*read.unit);
  REQUIRE(made.tree.causes.size() == 1);
  CHECK(made.tree.causes.front().kind == norma::cause_kind::disagreement);
  CHECK(made.tree.causes.front().fact == "members[1].sound");
}

TEST_CASE("members lie in a CSV file beside the unit's") {
  const workshop w({every_form, pooled_form, "count(members) = 3"});
  w.write("data/members.csv",
          "id,name,应签,signed,signed__date,bonus\n"
          "m1,甲,100,100,2024-01-01,#none\nm2,乙,5,5,,2\nm3,丙,7,#pending,,\n");
  const auto text = [](const std::string& file) {
    return "norma: 1\nunit: park\nfacts:\n  firms: 3\n  members: {file: " + file + "}\n";
  };
  const auto read = w.read(text("data/members.csv"));
  INFO(codes(read));
  REQUIRE(read.unit);
  CHECK(w.verdicts(*read.unit) == "u:members[3].signed u:members[3].signed p");
  const auto made = w.assess(*read.unit);
  CHECK(made.tree.causes.front().kind == norma::cause_kind::pending);
  // As JSON, and as a statement with evidence.
  CHECK(
      w.read("{\"norma\": 1, \"unit\": \"park\", \"facts\": {\"firms\": 3, \"members\": "
             "{\"file\": \"data/members.csv\", \"date\": \"2024-01-01\"}}}",
             "unit.json")
          .unit);
  // Nothing outside the folder is opened.
  w.write("p.csv", "id\nm1\n");
  CHECK(codes(w.read(text("../p.csv"), "data/unit.yaml")) == "N0635");
  CHECK(codes(w.read(text("/etc/hostname"), "data/unit.yaml")) == "N0635");
  CHECK(codes(w.read(text("data/none.csv"))) == "N0101");
  // Mistakes of a row have their place in the file.
  w.write("wrong.csv", "id,due\nm1,many\nm2,5\n");
  const auto wrong = w.read(text("wrong.csv"));
  REQUIRE(codes(wrong) == "N0646");
  CHECK(wrong.diagnostics.front().where.file->name().find("wrong.csv") !=
        std::string::npos);
  w.write("kinds.csv", "id,unit,due\nm1,park,\n");
  CHECK(codes(w.read(text("kinds.csv"))) == "N0636");
}

TEST_CASE("what members have to do is said in words") {
  const workshop w({every_form});
  auto one = firm("m1", {{"due", 100}, {"signed", 99}});
  one.name = "甲厂";
  const auto made = w.assess(park({one, firm("m2", {{"due", 1}, {"signed", 1}})}));
  REQUIRE(made.remedies.size() == 1);
  REQUIRE(made.remedies.front().requirements.size() == 1);
  CHECK(made.remedies.front().requirements.front().en ==
        "of member firms, 甲厂 must meet: contracts signed = contracts due");
  const workshop weighed({"every m in members satisfies m.weighed >= 200"});
  REQUIRE(weighed.assess(park({one})).remedies.size() == 1);
  CHECK(weighed.assess(park({one})).remedies.front().requirements.front().en ==
        "of member firms, 甲厂 must meet: contracts weighed ≥ 200");
  const workshop pooled({"park_signed >= 100"});
  const auto raised = pooled.assess(park({one}));
  REQUIRE(raised.remedies.size() == 1);
  CHECK(raised.remedies.front().requirements.front().en ==
        "signed in all from 99 to 100, by what each of member firms does");
  const workshop counted({"count(members[signed = due]) >= 2"});
  CHECK(counted.assess(park({one})).remedies_are == norma::remedy_state::none_found);
  const auto more = counted.assess(park({one, firm("m2", {{"due", 1}, {"signed", 1}})}));
  REQUIRE(more.remedies.size() == 1);
  CHECK(more.remedies.front().requirements.front().en ==
        "1 more of member firms must meet: contracts signed = contracts due");
  auto met = one;
  met.set("signed", 100);
  CHECK(counted.assess(park({met, firm("m2", {{"due", 1}, {"signed", 1}})})).verdict ==
        verdict::pass);
  // Nothing that a firm could do: how many are due is not its choice.
  const workshop none({"every m in members satisfies m.due > 100"});
  CHECK(none.assess(park({one})).remedies_are == norma::remedy_state::none);
}

TEST_CASE("an error in a member's standard names the member") {
  const workshop w({"every m in members satisfies complies(m, \"firm.good\")"},
                   {"signed / rest >= 1"});
  const auto good = firm("m1", {{"due", 3}, {"signed", 2}});
  const auto bad = firm("m2", {{"due", 2}, {"signed", 2}});
  CHECK(w.verdicts(park({good})) == "p");
  CHECK(w.verdicts(park({good, bad})) == "u:members[2].rest");
}

TEST_CASE("causes name the member and the fact") {
  const workshop w({"every m in members satisfies m.sound"});
  auto two = firm("m2", {});
  two.name = "乙厂";
  const auto made = w.assess(park({firm("m1", {{"sound", true}}), two}));
  CHECK(made.labels.at("members[2].sound").zh == "辖区内企业[2 乙厂]：制度健全");
  CHECK(made.labels.at("members[2].sound").en == "member firms[2 乙厂]: rules sound");
  const auto first = w.assess(park({two}));
  CHECK(first.labels.at("members[1].sound").en == "member firms[1 乙厂]: rules sound");
}

namespace {

/// What is the case in a park, of which a file tells more and more.
struct actual_park {
  struct actual_firm {
    int due = 0, signed_ = 0;
    bool sound = false, large = false;
  };
  std::vector<actual_firm> firms;
  std::vector<bool> hidden;  ///< four facts a firm
  std::size_t reported = 0;  ///< firms that are listed at first
  bool counted = false;      ///< how many there are is told at first
};

actual_park any_park() {
  actual_park p;
  const int size = up_to(3);
  for (int i = 0; i < size; ++i) {
    const int due = up_to(3);
    p.firms.push_back(
        {due, up_to(due), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()});
  }
  p.hidden = *rc::gen::container<std::vector<bool>>(4 * p.firms.size(),
                                                    rc::gen::arbitrary<bool>());
  p.reported = static_cast<std::size_t>(up_to(size));
  p.counted = *rc::gen::arbitrary<bool>();
  return p;
}

/// With the first `shown` of the hidden facts told; in the end everything is.
unit told(const actual_park& p, std::size_t shown) {
  const bool all = shown > p.hidden.size();
  std::vector<unit> members;
  for (std::size_t i = 0; i < p.firms.size(); ++i) {
    if (!all && i >= std::max(p.reported, shown / 4)) break;
    const auto& is = p.firms[i];
    const std::pair<const char*, value> facts[] = {
        {"due", is.due},
        {"signed", is.signed_},
        {"sound", is.sound},
        {"size_class", is.large ? "large" : "small"}};
    unit member{.id = std::to_string(i)};
    for (std::size_t k = 0; k < 4; ++k) {
      const auto at = 4 * i + k;
      if (all || !p.hidden[at] || at < shown) member.set(facts[k].first, facts[k].second);
    }
    members.push_back(std::move(member));
  }
  unit result{.kind = "park"};
  result.set_members("members", std::move(members));
  if (p.counted || all) result.set("firms", static_cast<int>(p.firms.size()));
  return result;
}

}  // namespace

TEST_CASE("what is told of members never changes a verdict") {
  const workshop w(
      {every_form, pooled_form, "count(members) >= 2", "count(members[sound]) < 2",
       "total(members.signed) >= 3", "total(members[size_class = \"large\"].due) <= 4",
       "park_due - park_signed <= 2",
       "every m in members satisfies complies(m, \"firm.good\")",
       "some m in members[signed < due] satisfies m.sound", "min(members.due) <= 1",
       "max(members.rest) >= 1", "rate(count(members[sound]), count(members)) >= 50%"});
  const auto by = w.pack().standard("park.good");
  const norma::days on{.as_of = *norma::date::parse("2024-03-31")};
  CHECK(rc::check("information is monotone", [&] {
    const auto p = any_park();
    std::vector<verdict> before;
    for (std::size_t shown = 0; shown <= p.hidden.size() + 1; ++shown) {
      auto now = norma::judge_all(by, norma::bind(by, told(p, shown), on));
      for (std::size_t i = 0; i < before.size(); ++i) {
        RC_ASSERT(before[i] == verdict::undetermined || before[i] == now[i]);
      }
      before = std::move(now);
    }
  }));
}

}  // namespace norma_test::members_test
