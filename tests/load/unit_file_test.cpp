// SPDX-License-Identifier: Apache-2.0
#include <utility>  // std::exchange
#include <vector>   // std::vector

#include <norma/core/error.hpp>
#include <norma/load/unit_file.hpp>

#include "catch.hpp"
#include "reading.hpp"
#include "small_words.hpp"

namespace norma_test::unit_file_test {

namespace {

using norma::supply;
using norma::value;
using norma_test::folder;

norma::unit_result read_as(const char* name, std::string text,
                           const norma::limits& bounds = {}) {
  static const norma::pack words = small::pack();
  return norma::try_read_unit(
      std::make_shared<const norma::source_file>(name, std::move(text)), words, bounds);
}

/// Reads `facts`, indented by two, as those of an enterprise.
norma::unit_result read(const std::string& facts) {
  return read_as("unit.yaml", "norma: 1\nunit: enterprise\nfacts:\n" + facts);
}

std::string codes_of(const std::string& facts) {
  return small::codes(read(facts).diagnostics);
}

/// The only statement about `fact`.
norma::supplied_value said(const norma::unit_result& read, const char* fact) {
  const auto statements = read.unit.value().facts.at(fact).said();
  REQUIRE(statements.size() == 1);
  return statements.front();
}

norma::supplied_value said(const std::string& facts, const char* fact) {
  return said(read(facts), fact);
}

/// `kind fact detail` of the only cause of an unknown value.
std::string cause_of(const value& v) {
  REQUIRE(v.is_unknown());
  REQUIRE(v.causes()->size() == 1);
  const norma::cause& only = v.causes()->front();
  const std::string kind =
      only.kind == norma::cause_kind::pending ? "pending" : "missing";
  return kind + ' ' + only.fact + (only.detail->empty() ? "" : ' ' + only.detail.get());
}

constexpr auto whole_unit = R"(norma: 1
unit: enterprise
id: 9133-01
name: 甬江泵业
pack: small
evidence: {by: 办公室, date: 2024-03-15, recorded: 2024-03-18}
facts:
  健全: 是
  due: 1000
  signed: {value: 986, by: 平台, document: 备案}
exceptions:
  - {part: signing/rate, reason: 首批, by: 会议, date: 2023-12-01, document: 纪要}
)";

}  // namespace

TEST_CASE("a unit is read with its head, its facts by name, its exceptions") {
  const norma::unit_result result = read_as("unit.yaml", whole_unit);
  REQUIRE(small::codes(result.diagnostics).empty());
  const norma::unit& unit = *result.unit;
  CHECK(unit.kind == "enterprise");
  CHECK(unit.id == "9133-01");
  CHECK(unit.name == "甬江泵业");
  CHECK(unit.pack == "small");
  CHECK(unit.facts.size() == 3);
  CHECK(said(result, "sound").content.same_as(true));
  CHECK(said(result, "due").content.same_as(1000));
  REQUIRE(unit.exceptions.size() == 1);
  CHECK(unit.exceptions[0].part == "signing/rate");
  CHECK(unit.exceptions[0].reason == "首批");
  CHECK(unit.exceptions[0].from.day == norma::date::parse("2023-12-01"));
}

TEST_CASE("a statement's own evidence goes before the unit's") {
  const norma::unit_result result = read_as("unit.yaml", whole_unit);
  const norma::evidence own = said(result, "signed").from;
  CHECK(own.by == "平台");
  CHECK(own.document == "备案");
  CHECK(own.day == norma::date::parse("2024-03-15"));
  CHECK(own.recorded == norma::date::parse("2024-03-18"));
  CHECK(said(result, "due").from == result.unit->default_evidence);
}

TEST_CASE("the keys of a unit may stand in any order") {
  const norma::unit_result result =
      read_as("unit.yaml",
              "facts:\n  due: 5\n  sound: yes\n"
              "evidence: {by: x}\nunit: enterprise\nnorma: 1\n");
  CHECK(small::codes(result.diagnostics) == "N0610");
  const norma::unit_result good = read_as(
      "unit.yaml", "facts: {due: 5}\nevidence: {by: x}\nunit: enterprise\nnorma: 1\n");
  REQUIRE(good.unit);
  CHECK(said(good, "due").from->by == "x");
}

TEST_CASE("an empty or null value is unknown, never FEEL's null") {
  for (const char* blank :
       {"", " null", " ~", " \"\"", " {value: }", " {value: , by: x}"}) {
    CAPTURE(blank);
    CHECK(said("  due:" + std::string(blank) + "\n", "due").state == supply::blank);
  }
}

TEST_CASE("known to be absent is allowed where the dictionary says so") {
  const norma::supplied_value none = said("  fund: {none: 未提取, by: x}\n", "fund");
  CHECK(none.state == supply::none);
  CHECK(none.note == "未提取");
  CHECK(none.from->by == "x");
  CHECK(codes_of("  due: {none: x}\n") == "N0621");
}

TEST_CASE("a pending fact carries its case") {
  const norma::supplied_value pending = said("  sound: {pending: 仲裁案 1}\n", "sound");
  CHECK(pending.state == supply::pending);
  CHECK(pending.note == "仲裁案 1");
}

TEST_CASE("versions are statements with a date each") {
  const norma::unit_result result = read(
      "  due:\n    versions:\n"
      "      - {value: 1, date: 2023-12-31, recorded: 2024-01-05}\n"
      "      - {value: , date: 2024-03-01}\n"
      "      - {pending: x, date: 2024-03-02}\n");
  REQUIRE(result.unit);
  const norma::supplied_fact& due = result.unit->facts.at("due");
  CHECK(due.versioned);
  REQUIRE(due.statements.size() == 3);
  CHECK(due.statements[0].content.same_as(1));
  CHECK(due.statements[1].state == supply::blank);
  CHECK(due.statements[2].state == supply::pending);
  CHECK(codes_of("  due: {versions: [{value: 1}]}\n") == "N0623");
  CHECK(codes_of("  due: {versions: [{value: 1, date: x}]}\n") == "N0614");
  CHECK(codes_of("  due: {versions: 1}\n") == "N0204");
  CHECK(codes_of("  due: {versions: [1]}\n") == "N0204");
  CHECK(codes_of("  due: {versions: [], by: x}\n") == "N0622");
}

TEST_CASE("opinions without a joint decision are a disagreement, with one they are not") {
  const norma::supplied_value open = said(
      "  sound: {opinions: {government: true, union: 否, employers: [true, true]}}\n",
      "sound");
  CHECK(open.state == supply::disagreement);
  CHECK(open.note == "government: true; union: false; employers: true, true");
  const norma::supplied_value agreed =
      said("  sound: {opinions: {government: true, union: true}}\n", "sound");
  CHECK(agreed.state == supply::disagreement);
  const norma::supplied_value decided =
      said("  sound: {opinions: {union: false}, value: true}\n", "sound");
  CHECK(decided.state == supply::known);
  CHECK(decided.content.same_as(true));
  const norma::supplied_value first =
      said("  sound: {value: false, opinions: {union: false}}\n", "sound");
  CHECK(first.state == supply::known);
  CHECK(codes_of("  sound: {opinions: {mayor: true}}\n") == "N0203");
  CHECK(codes_of("  sound: {opinions: {union: yes}}\n") == "N0610");
}

TEST_CASE("opinions undo no joint decision, of a list of units either") {
  for (const std::string statement : {"{value: [{id: m1}], opinions: {union: []}}",
                                      "{opinions: {union: []}, value: [{id: m1}]}"}) {
    const norma::unit_result result = read_as(
        "area.yaml",
        "norma: 1\nunit: area\nkind: park\nfacts:\n  members: " + statement + "\n");
    INFO(statement);
    REQUIRE(result.unit);
    const auto& said = result.unit->facts.at("members").statements.front();
    CHECK(said.state == supply::known);
    CHECK(said.members->size() == 1);
  }
}

TEST_CASE("a statement says one thing") {
  CHECK(codes_of("  due: {by: x}\n") == "N0626");
  CHECK(codes_of("  fund: {value: 1, none: x}\n") == "N0622");
  CHECK(codes_of("  due: {valeu: 1}\n") == "N0203 N0626");
}

TEST_CASE("lists, sets and records hold values, and unknowns with their causes") {
  const norma::unit_result result = read(
      "  sizes: [small, {pending: 定型}, ]\n"
      "  days: [2024-01-01, ~]\n"
      "  事件:\n"
      "    - {日期: 2024-02-01, confirmed: {pending: 案 7}}\n"
      "    - {date: 2024-02-02, document: {none: 口头}}\n"
      "    -\n");
  REQUIRE(result.unit);
  const norma::list_value sizes = *said(result, "sizes").content.list();
  CHECK(sizes[0].same_as("small"));
  CHECK(cause_of(sizes[1]) == "pending sizes[2] 定型");
  CHECK(cause_of(said(result, "days").content.list()->at(1)) == "missing days[2]");
  const norma::list_value events = *said(result, "events").content.list();
  REQUIRE(events.size() == 3);
  CHECK(events[0].record()->find("date")->same_as(*norma::date::parse("2024-02-01")));
  CHECK(cause_of(*events[0].record()->find("confirmed")) ==
        "pending events[1].confirmed 案 7");
  CHECK(cause_of(*events[0].record()->find("document")) == "missing events[1].document");
  CHECK(cause_of(*events[1].record()->find("confirmed")) ==
        "missing events[2].confirmed");
  CHECK(events[1].record()->find("document")->is_null());
  CHECK(cause_of(events[2]) == "missing events[3]");
  CHECK(said("  events: []\n", "events").content.list()->empty());
  CHECK(said("  days: {value: [2024-01-01], by: x}\n", "days").content.list()->size() ==
        1);
}

TEST_CASE("what stands in a list wrongly is an error there") {
  CHECK(codes_of("  events:\n    - {date: 2024-1-1}\n") == "N0614");
  CHECK(codes_of("  events:\n    - {dat: 2024-01-01}\n") == "N0606");
  CHECK(codes_of("  events:\n    - {date: 2024-01-01, 日期: 2024-01-01}\n") == "N0602");
  CHECK(codes_of("  events:\n    - {date: 2024-01-01, date: 2024-01-01}\n") == "N0202");
  CHECK(codes_of("  events:\n    - {confirmed: {none: x}}\n") == "N0621");
  CHECK(codes_of("  events:\n    - {confirmed: {value: true, by: x}}\n") == "N0624");
  CHECK(codes_of("  events:\n    - {confirmed: {pending: x, by: y}}\n") == "N0624");
  CHECK(codes_of("  events:\n    - 2024-01-01\n") == "N0204");
  CHECK(codes_of("  events: 0\n") == "N0620");
  CHECK(codes_of("  events: {date: 2024-01-01}\n") == "N0626");
  CHECK(codes_of("  sizes: [medium]\n") == "N0618");
  CHECK(codes_of("  due: [1]\n") == "N0204");
}

TEST_CASE("a value that stands twice in a set counts once, with a warning") {
  const norma::unit_result result = read("  sizes: [small, large, small]\n");
  CHECK(small::codes(result.diagnostics) == "N0627");
  REQUIRE(result.unit);
  CHECK(said(result, "sizes").content.list()->size() == 2);
}

TEST_CASE("a set of very many elements is read in one go") {
  std::string many = "  sizes: [small";
  for (int i = 0; i < 200'000; ++i) many += ", ~";
  const auto result = read(many + "]\n");
  CHECK(result.diagnostics.empty());
  const auto& statement = result.unit.value().facts.at("sizes").statements.front();
  CHECK(statement.content.list()->size() == 200'001);
}

TEST_CASE("a period has both its days, and {none} where it has no end") {
  const norma::unit_result result = read(
      "  terms:\n"
      "    - {from: 2023-01-01, to: 2025-12-31}\n"
      "    - {from: 2026-01-01, to: {none: 长期有效}}\n"
      "    - {from: 2026-01-01}\n"
      "    - {from: 2026-01-01, to: {pending: 谈判中}}\n"
      "    - {to: }\n");
  REQUIRE(result.unit);
  const norma::list_value terms = *said(result, "terms").content.list();
  REQUIRE(terms.size() == 5);
  CHECK(terms[0].to_string() == "[@\"2023-01-01\"..@\"2025-12-31\"]");
  REQUIRE(terms[1].range() != nullptr);
  CHECK(terms[1].range()->low->same_as(*norma::date::parse("2026-01-01")));
  CHECK(terms[1].range()->low_included);
  CHECK(!terms[1].range()->high);
  // An end that is not known leaves the other one to decide by.
  REQUIRE(terms[2].range() != nullptr);
  CHECK(terms[2].range()->low->same_as(*norma::date::parse("2026-01-01")));
  CHECK(cause_of(*terms[2].range()->high) == "missing terms[3].to");
  CHECK(cause_of(*terms[3].range()->high) == "pending terms[4].to 谈判中");
  REQUIRE(terms[4].is_unknown());
  CHECK(terms[4].causes()->size() == 2);
  CHECK(codes_of("  terms: [{from: 2024-01-02, to: 2024-01-01}]\n") == "N0625");
  CHECK(codes_of("  terms: [{form: 2024-01-02}]\n") == "N0203");
  CHECK(codes_of("  terms: [2024-01-01]\n") == "N0619");
}

TEST_CASE("members of an area are read by their own dictionary") {
  const norma::unit_result result =
      read_as("area.yaml",
              "norma: 1\nunit: area\nkind: park\nfacts:\n"
              "  members:\n"
              "    - {id: m1, name: 一, facts: {应签人数: 100}}\n"
              "    - id: m2\n"
              "      facts:\n"
              "        events: [{date: 2024-01-01}]\n"
              "    - id: m3\n");
  REQUIRE(small::codes(result.diagnostics).empty());
  CHECK(result.unit->area_kind == "park");
  const auto& members = *said(result, "members").members;
  REQUIRE(members.size() == 3);
  CHECK(members[0].id == "m1");
  CHECK(members[0].name == "一");
  CHECK(members[0].facts.at("due").statements.front().content.same_as(100));
  CHECK(members[1].facts.count("signed") == 0);
  const auto& events = members[1].facts.at("events").statements.front().content;
  CHECK(cause_of(*events.list()->at(0).record()->find("confirmed")) ==
        "missing members[2].events[1].confirmed");
  CHECK(members[2].facts.empty());
}

TEST_CASE("members have ids of their own, or none") {
  const auto codes_with = [](const std::string& members) {
    return small::codes(
        read_as("area.yaml", "norma: 1\nunit: area\nkind: park\nfacts:\n" + members)
            .diagnostics);
  };
  CHECK(codes_with("  members: [{id: a}, {id: b}, {}, {}, {name: x}, {name: x}]\n")
            .empty());
  CHECK(codes_with("  members: [{id: a}, {id: b}, {id: a}]\n") == "N0641");
  CHECK(codes_with("  members:\n    versions:\n"
                   "      - {value: [{id: a}], date: 2024-01-01}\n"
                   "      - {value: [{id: a}], date: 2024-02-01}\n")
            .empty());
  CHECK(codes_with("  members:\n    versions:\n"
                   "      - {value: [{id: a}, {id: a}], date: 2024-01-01}\n") == "N0641");
}

TEST_CASE("a name that is no fact of the unit is an error that says what it is") {
  const norma::unit_result typo = read("  duue: 5\n");
  CHECK(small::codes(typo.diagnostics) == "N0601");
  CHECK(typo.diagnostics[0].arguments == std::vector<std::string>{"duue", "due"});
  CHECK(!typo.unit);
  // The beginning of a name, of Chinese before what is merely alike.
  const auto meant = [](const std::string& name) {
    return read("  " + name + ": 5\n").diagnostics.at(0).arguments.at(1);
  };
  CHECK(meant("应签") == "应签人数");
  CHECK(meant("应签人") == "应签人数");
  CHECK(meant("应签人头") == "应签人数");
  CHECK(meant("foun") == "founded");
  CHECK(meant("应").empty());
  CHECK(codes_of("  window: 5\n") == "N0604");
  CHECK(codes_of("  area_sound: true\n") == "N0603");
}

TEST_CASE("a fact given twice is an error, by its alias as well") {
  CHECK(codes_of("  due: 5\n  due: 6\n") == "N0602");
  const norma::unit_result result = read("  due: 5\n  应签人数: 5\n");
  REQUIRE(small::codes(result.diagnostics) == "N0602");
  CHECK(result.diagnostics[0].labels.size() == 1);
}

TEST_CASE("the head of a unit is checked") {
  const auto head = [](const std::string& text) {
    return small::codes(read_as("unit.yaml", text).diagnostics);
  };
  CHECK(head("unit: enterprise\n") == "N0208");
  CHECK(head("norma: 1\n") == "N0208");
  CHECK(head("norma: 2\nunit: enterprise\n") == "N0215");
  CHECK(head("norma: 1\nunit: enterprize\nfacts: {due: 5}\n") == "N0605");
  CHECK(head("norma: 1\nunit: enterprise\nkind: park\n") == "N0608");
  CHECK(head("norma: 1\nunit: area\n") == "N0208");
  CHECK(head("norma: 1\nunit: area\nkind: prak\n") == "N0609");
  CHECK(head("norma: 1\nunit: enterprise\nfcats: {}\n") == "N0203");
  CHECK(head("norma: 1\nunit: enterprise\nunit: area\n") == "N0202");
  CHECK(head("norma: 1\nunit: enterprise\nfacts: [1]\n") == "N0204");
  CHECK(head("norma: 1\nunit: enterprise\nevidence: {bye: x}\n") == "N0203");
  CHECK(head("norma: 1\nunit: enterprise\nexceptions: [{part: a}]\n") == "N0208");
  std::string many = "norma: 1\nunit: enterprise\nexceptions:\n";
  for (int i = 0; i < 1000; ++i) many += "  - {part: a, reason: b}\n";
  CHECK(head(many).empty());
  CHECK(head(many + "  - {part: a, reason: b}\n") == "N0548");
  CHECK(head("").substr(0, 5) == "N0235");
  CHECK(head("# nothing\n") == "N0235");
  CHECK(head("- 1\n") == "N0163");
}

TEST_CASE("a rule file handed over as a unit is called what it is") {
  const norma::unit_result result = read_as(
      "unit.yaml", "norma: 1\nstandard: s\nunit: enterprise\nwhen: x > 1\nitems: []\n");
  REQUIRE(small::codes(result.diagnostics) == "N0607");
  CHECK(result.diagnostics[0].message(norma::language::en) ==
        "this is a standard, not the facts of a unit");
}

TEST_CASE("every mistake of a file is found in one run, each at its place") {
  const norma::unit_result result =
      read("  sound: yes\n  due: 012\n  founded: 2024/3/15\n  size: 大型\n");
  REQUIRE(small::codes(result.diagnostics) == "N0610 N0611 N0614 N0643");
  const norma::source_span& where = result.diagnostics[3].where;
  CHECK(where.file->position(where.begin) == norma::source_position{7, 9});
  CHECK(where.end - where.begin == 6);
}

TEST_CASE("what YAML could read in two ways is refused") {
  CHECK(codes_of("  due: &a 5\n") == "N0205");
  CHECK(codes_of("  due: !!int 5\n") == "N0205");
  CHECK(codes_of("  <<: 5\n") == "N0205");
  CHECK(codes_of("  due: {<<: 5, value: 6}\n") == "N0205");
  CHECK(codes_of("  due: 5\n---\nx: 1\n") == "N0206");
  CHECK(codes_of("  note: \"a\\u202eb\"\n") == "N0105");
  CHECK(codes_of("  note: [1\n") == "N0201");
}

TEST_CASE("a syntax error hides only the rest of its file") {
  CHECK(codes_of("  sound: yes\n  due: [1\n  x: 5\n") == "N0610 N0201");
}

TEST_CASE("many mistakes are shown up to the limit, then counted") {
  norma::limits bounds;
  bounds.diagnostics_per_file = 3;
  std::string text = "norma: 1\nunit: enterprise\nfacts:\n";
  for (int i = 0; i < 10; ++i) text += "  x" + std::to_string(i) + ": 1\n";
  const norma::unit_result result = read_as("unit.yaml", text, bounds);
  REQUIRE(small::codes(result.diagnostics) == "N0601 N0601 N0601 N0299");
  CHECK(result.diagnostics.back().arguments == std::vector<std::string>{"7"});
}

TEST_CASE("deep nesting and endless lines end early") {
  norma::limits bounds;
  bounds.yaml_depth = 10;
  const std::string head = "norma: 1\nunit: enterprise\nfacts:\n  due: ";
  const norma::unit_result deep =
      read_as("unit.yaml", head + std::string(1000, '['), bounds);
  CHECK(small::codes(deep.diagnostics) == "N0207");
  const norma::unit_result line =
      read_as("unit.yaml", head + std::string(2'000'000, '['), bounds);
  CHECK(small::codes(line.diagnostics) == "N0230");
  const norma::unit_result json =
      read_as("unit.json", std::string(2'000'000, '['), bounds);
  CHECK(small::codes(json.diagnostics) == "N0207");
}

TEST_CASE("JSON reads as YAML does, numbers digit by digit") {
  const norma::unit_result result =
      read_as("unit.json",
              R"({"norma": 1, "unit": "enterprise", "name": "a\"b\\", "facts":
          {"due": 1e1, "fund": 0.90, "sound": "是", "signed": null, "note": "\u4e00",
           "events": [{"date": "2024-01-01"}, null],
           "founded": {"value": "2024-01-02", "by": "x"}}})");
  REQUIRE(small::codes(result.diagnostics).empty());
  CHECK(result.unit->name == "a\"b\\");
  CHECK(said(result, "due").content.same_as(10));
  CHECK(said(result, "fund").content.same_as(*norma::number::ratio(9, 10)));
  CHECK(said(result, "sound").content.same_as(true));
  CHECK(said(result, "signed").state == supply::blank);
  CHECK(said(result, "note").content.same_as("一"));
  CHECK(cause_of(said(result, "events").content.list()->at(1)) == "missing events[2]");
  CHECK(said(result, "founded").from->by == "x");
}

TEST_CASE("a JSON number may be as long as any, and is told when it is longer") {
  const auto due = [](const std::string& number) {
    return read_as(
        "unit.json",
        R"({"norma": 1, "unit": "enterprise", "facts": {"fund": )" + number + "}}");
  };
  const norma::unit_result large = due("1e400");
  REQUIRE(small::codes(large.diagnostics).empty());
  CHECK(said(large, "fund").content.same_as(*norma::number{10}.power(400, 4096)));
  for (const char* number : {"1e4100", "-1e5000", "1e999999999"}) {
    const norma::unit_result longer = due(number);
    REQUIRE(small::codes(longer.diagnostics) == "N0628");
    const norma::source_span& where = longer.diagnostics[0].where;
    CHECK(where.file->content().substr(where.begin, where.end - where.begin) == number);
  }
}

TEST_CASE("the caller's limits hold for a text in memory and for its numbers") {
  const std::string text = "norma: 1\nunit: enterprise\nfacts: {fund: 1234567890}\n";
  norma::limits bounds;
  bounds.number_digits = 10;
  bounds.file_bytes = text.size();
  CHECK(read_as("unit.yaml", text, bounds).unit);
  bounds.number_digits = 9;
  const norma::unit_result longer = read_as("unit.yaml", text, bounds);
  REQUIRE(small::codes(longer.diagnostics) == "N0628");
  CHECK(longer.diagnostics[0].arguments == std::vector<std::string>{"9"});
  bounds.number_digits = 10;
  bounds.file_bytes = text.size() - 1;
  CHECK(small::codes(read_as("unit.yaml", text, bounds).diagnostics) == "N0102");
}

TEST_CASE("no text at all is no input") {
  const norma::unit_result nothing =
      norma::try_read_unit(norma::source_ptr{}, small::pack(), {});
  CHECK_FALSE(nothing.unit);
  CHECK(small::codes(nothing.diagnostics) == "N0101");
}

TEST_CASE("findings in JSON stand at their values") {
  const std::string text =
      "{\"norma\": 1, \"unit\": \"enterprise\",\n \"facts\": {\"due\": 1.5, \"duue\": "
      "2,\n"
      " \"note\": \"a\\u202e\", \"sound\": \"yes\"}}";
  const norma::unit_result result = read_as("unit.json", text);
  REQUIRE(small::codes(result.diagnostics) == "N0612 N0601 N0105 N0610");
  std::vector<std::string> marked;
  for (const norma::diagnostic& each : result.diagnostics) {
    marked.push_back(text.substr(each.where.begin, each.where.end - each.where.begin));
  }
  CHECK(marked == std::vector<std::string>{"1.5", "\"duue\"", "\"a\\u202e\"", "\"yes\""});
  CHECK(small::codes(read_as("unit.json", "{\"norma\": 1,}").diagnostics) == "N0231");
}

TEST_CASE("what is no JSON is marked from where it begins") {
  using marks = std::pair<const char*, const char*>;
  for (const auto& [text, mark] : std::vector<marks>{
           {R"({"norma": 1, "unit": "enterprise" "facts": {}})", R"("facts")"},
           {R"({"norma": 1, "facts": {"sizes": ["小" "larg\"e"]}})", R"("larg\"e")"},
           {R"({"norma": 1, "facts": {"sound": tru}})", "tru"},
           {R"({"norma": 1, "facts": {"sound": True}})", "True"},
           {R"({"norma": 1, "facts": {"due": 1O0}})", "O"},
           {R"({"norma": 1, "facts": {"due": [1 200]}})", "200"},
           {R"({"norma": 1, "facts": {"due": [1 true]}})", "true"},
           {R"({"norma": 1, "facts": {"due": [1 false]}})", "false"},
           {R"({"norma": 1, "facts": {"due": [1 null]}})", "null"},
           {R"({"norma": 1, "facts": {"due": "\ud83d"}})", R"(\ud83d)"},
           {R"({"norma": 1, "facts": {"due": "a\b\q"}})", R"(\q)"},
           {R"({"norma": 1, "facts": {"due": "\u12"}})", R"(\u12)"},
           {R"({"norma": 1, "facts": {"due": 'a'}})", "'"},
           {R"({"norma": 1,})", "}"},
       }) {
    CAPTURE(text);
    const auto result = read_as("unit.json", text);
    REQUIRE_FALSE(result.diagnostics.empty());
    CHECK(result.diagnostics.back().code == "N0231");
    const auto& where = result.diagnostics.back().where;
    CHECK(std::string(text).substr(where.begin, where.end - where.begin) == mark);
  }
}

TEST_CASE("the pack that a unit names is found without reading its facts") {
  std::vector<norma::diagnostic> told;
  CHECK(norma::pack_named_in("examples/facts/yongjiang_pump.yaml", told) == "cn-zj");
  CHECK(norma::pack_named_in("rules/cn-zj/facts.yaml", told).empty());
  CHECK(small::codes(std::exchange(told, {})) == "N0607");
  CHECK(norma::pack_named_in("no/such/file.yaml", told).empty());
  CHECK(small::codes(std::exchange(told, {})) == "N0101");
  // What keeps it from being found is told: here GB 18030 before the key.
  const folder files{{"gbk.yaml", "norma: 1\nname: \xd3\xc1\xbd\xad\npack: cn-zj\n"},
                     {"late.yaml", "norma: 1\npack: cn-zj\nname: \"open\n"},
                     {"empty.yaml", "# nothing\n"}};
  CHECK(norma::pack_named_in(files.path() / "empty.yaml", told).empty());
  CHECK(small::codes(std::exchange(told, {})) == "N0235");
  CHECK(norma::pack_named_in(files.path() / "gbk.yaml", told).empty());
  CHECK(small::codes(std::exchange(told, {})) == "N0103");
  CHECK(norma::pack_named_in(files.path() / "late.yaml", told) == "cn-zj");
  CHECK(told.empty());
}

TEST_CASE("texts that share an account are told together what was meant") {
  const norma::pack words = small::pack();
  norma::hint_account hints{1};
  const auto meant = [&](std::string text) {
    auto file = std::make_shared<const norma::source_file>("unit.yaml", std::move(text));
    return norma::try_read_unit(std::move(file), words, {}, hints)
        .diagnostics.at(0)
        .arguments.at(1);
  };
  const std::string text = "norma: 1\nunit: enterprise\nnames: x\n";
  CHECK(meant(text) == "name");
  CHECK(hints.left == 0);
  CHECK(meant(text).empty());
}

TEST_CASE("a unit that can not be read throws with every finding") {
  CHECK_THROWS_AS(norma::read_unit("no/such/file.yaml", small::pack()),
                  norma::rule_error);
}

}  // namespace norma_test::unit_file_test
