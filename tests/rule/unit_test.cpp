// SPDX-License-Identifier: Apache-2.0
#include <norma/rule/unit.hpp>

#include <norma/core/sha256.hpp>

#include "catch.hpp"

namespace norma_test::unit_test {

using norma::date;
using norma::number;
using norma::supply;
using norma::unit;
using norma::value;

namespace {

/// The JSON of the facts alone.
std::string facts_of(const unit& u) {
  const std::string all = canonical_json(u);
  const std::string_view begin = "{\"facts\":";
  REQUIRE(all.compare(0, begin.size(), begin) == 0);
  return all.substr(begin.size(), all.find(",\"id\":") - begin.size());
}

}  // namespace

TEST_CASE("setting a fact replaces it, null makes it blank, erasing forgets it") {
  unit u;
  u.default_evidence.by = "县三方";
  u.set("n", 2);
  u.set("n", 3);
  REQUIRE(u.facts.at("n").statements.size() == 1);
  CHECK(u.facts.at("n").statements[0].state == supply::known);
  CHECK(*u.facts.at("n").statements[0].content.num() == 3);
  CHECK(u.facts.at("n").statements[0].from->by == "县三方");
  u.set("n", value());
  CHECK(u.facts.at("n").statements[0].state == supply::blank);
  u.erase("n");
  u.erase("n");
  CHECK(u.facts.empty());
}

TEST_CASE("canonical JSON has sorted keys, no blanks, and every digit") {
  unit u{.kind = "enterprise", .id = "9133", .name = "甬江\"泵业\""};
  CHECK(canonical_json(u) ==
        R"({"facts":{},"id":"9133","name":"甬江\"泵业\"","unit":"enterprise"})");
  u.set("b", *number::parse("600000.10"));
  u.set("a", *number::ratio(1, 3));
  u.set("c", true);
  CHECK(facts_of(u) ==
        R"({"a":{"value":"1/3"},"b":{"value":600000.1},"c":{"value":true}})");
}

TEST_CASE("keys are ordered by UTF-16 code units, strings escaped as RFC 8785 says") {
  unit u;
  u.set("\xf0\x9f\x99\x82", 1);  // U+1F642: before U+FF08 in UTF-16
  u.set("\xef\xbc\x88", 2);      // U+FF08
  u.set("甲", 3);
  CHECK(facts_of(u) ==
        "{\"甲\":{\"value\":3},\"\xf0\x9f\x99\x82\":{\"value\":1},"
        "\"\xef\xbc\x88\":{\"value\":2}}");
  unit v;
  v.set("s", "\b\t\n\f\r\x1f\\/\"\xff");
  CHECK(facts_of(v) ==
        "{\"s\":{\"value\":\"\\b\\t\\n\\f\\r\\u001f\\\\/\\\"\xef\xbf\xbd\"}}");
}

TEST_CASE("every way to supply a fact is told apart") {
  unit u;
  const date day = *date::of(2024, 3, 15);
  norma::supplied_value s;
  const auto put = [&](supply state, std::string note) {
    s.state = state;
    s.note = std::move(note);
    u.facts["f"] = {{s}, false};
    return facts_of(u);
  };
  u.facts["f"] = {};
  CHECK(facts_of(u) == R"({"f":{"value":null}})");
  CHECK(put(supply::blank, "") == R"({"f":{"value":null}})");
  CHECK(put(supply::none, "长期") == R"({"f":{"none":"长期"}})");
  CHECK(put(supply::pending, "case") == R"({"f":{"pending":"case"}})");
  CHECK(put(supply::disagreement, "x") == R"({"f":{"opinions":"x"}})");
  s.content = 1;
  s.from = norma::evidence{"办公室", "文件", day, *date::of(2024, 3, 18)};
  CHECK(put(supply::known, "") ==
        R"({"f":{"by":"办公室","date":"2024-03-15",)"
        R"("document":"文件","recorded":"2024-03-18","value":1}})");
  u.facts["f"] = {{s}, true};
  CHECK(facts_of(u).substr(0, 18) == R"({"f":{"versions":[)");
}

TEST_CASE("lists, records, periods and unknown elements are written out") {
  const date day = *date::of(2024, 3, 15);
  unit u;
  norma::range_value period;
  period.low = day;
  period.low_included = true;
  const auto shape = std::make_shared<const norma::record_shape>(
      std::vector<std::string>{"date", "confirmed"});
  norma::record_value event{
      shape,
      {value::unknown(), value::unknown(norma::one_cause(
                             {norma::cause_kind::pending, "f", "案", "", {}}))}};
  u.set("f", norma::list_value{value(period), value(event), value("x"), value()});
  CHECK(facts_of(u) ==
        R"({"f":{"value":[{"from":"2024-03-15","to":{"none":""}},)"
        R"({"confirmed":{"pending":"案"},"date":null},"x",{"none":""}]}})");
}

TEST_CASE("the digest is taken of the canonical JSON, however long") {
  unit u{.kind = "area", .area_kind = "park"};
  std::vector<unit> members(3000, unit{.id = "甲", .name = "乙"});
  for (auto& member : members) member.set("n", 1);
  u.set_members("members", std::move(members));
  norma::sha256 hash;
  hash.update(canonical_json(u));
  CHECK(facts_digest(u) == hash.finish());
}

TEST_CASE("exceptions and the kind of an area belong to the facts' identity") {
  unit u{.kind = "area", .area_kind = "park"};
  u.exceptions.push_back({"a/b", "首批", {}});
  CHECK(canonical_json(u) ==
        R"({"exceptions":[{"part":"a/b","reason":"首批"}],"facts":{},)"
        R"("id":"","kind":"park","name":"","unit":"area"})");
}

}  // namespace norma_test::unit_test
