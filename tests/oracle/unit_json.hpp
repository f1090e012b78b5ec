// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units as a program hands them over, values of the wrong type included:
//   {"kind", "id", "evidence": {"date", "recorded"}, "facts": {NAME: {"versioned",
//    "statements": [{"state", "content" | "members", "note", "date", "recorded"}]}},
//    "exceptions": [{"part", "recorded"}]}
// Values: true, {"n": "1/3"}, {"s": text}, {"d": day}, {"dur": "P1Y"}, {"r": fields},
// {"range": [day, day]}, {"u": [kind of cause, detail]}, lists, null.

#include <memory>    // std::make_shared
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move
#include <vector>    // std::vector

#include <nlohmann/json.hpp>

#include <norma/rule/unit.hpp>
#include <norma/value/value.hpp>

namespace norma_oracle {

using nlohmann::json;

inline std::optional<norma::date> read_day(const json& from, const char* key) {
  const auto found = from.find(key);
  if (found == from.end() || found->is_null()) return {};
  return norma::date::parse(found->get<std::string>());
}

inline norma::evidence read_evidence(const json& from) {
  norma::evidence e;
  e.day = read_day(from, "date");
  e.recorded = read_day(from, "recorded");
  return e;
}

inline norma::value read_value(const json& from) {
  if (from.is_null()) return {};
  if (from.is_boolean()) return from.get<bool>();
  if (from.is_array()) {
    norma::list_value list;
    for (const auto& element : from) list.push_back(read_value(element));
    return list;
  }
  const auto& key = from.begin().key();
  const auto& content = from.begin().value();
  if (key == "n") return norma::number::parse_exact(content.get<std::string>()).value();
  if (key == "d") return norma::date::parse(content.get<std::string>()).value();
  if (key == "dur") return norma::parse_duration(content.get<std::string>()).value();
  if (key == "r") {
    std::vector<std::string> names;
    norma::record_value record;
    for (const auto& [name, field] : content.items()) {
      names.push_back(name);
      record.fields.push_back(read_value(field));
    }
    record.shape = std::make_shared<const norma::record_shape>(std::move(names));
    return record;
  }
  if (key == "range") {
    norma::range_value range;
    range.low_included = range.high_included = true;
    if (!content[0].is_null()) range.low = read_value(content[0]);
    if (!content[1].is_null()) range.high = read_value(content[1]);
    return range;
  }
  if (key == "u") {
    norma::cause why;
    if (content[0] == "pending") why.kind = norma::cause_kind::pending;
    why.detail = content[1].get<std::string>();
    return norma::value::unknown(norma::one_cause(std::move(why)));
  }
  return content.get<std::string>();
}

inline norma::unit read_unit(const json& from);

inline norma::supplied_value read_statement(const json& from,
                                            const norma::evidence& usual) {
  static const std::vector<std::string> states{"known", "blank", "none", "pending",
                                               "disagreement"};
  norma::supplied_value given;
  const auto state = from.value("state", "known");
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i] == state) given.state = static_cast<norma::supply>(i);
  given.note = from.value("note", std::string{});
  auto own = read_evidence(from);
  own.day_of_unit = !own.day && usual.day;  // as unit::set does it
  if (!own.day) own.day = usual.day;
  if (!own.recorded) own.recorded = usual.recorded;
  given.from = own;
  if (const auto members = from.find("members"); members != from.end()) {
    std::vector<norma::unit> units;
    for (const auto& member : *members) units.push_back(read_unit(member));
    given.members = std::make_shared<const std::vector<norma::unit>>(std::move(units));
  } else if (const auto content = from.find("content"); content != from.end()) {
    given.content = read_value(*content);
  }
  return given;
}

inline norma::unit read_unit(const json& from) {
  norma::unit u;
  u.kind = from.at("kind").get<std::string>();
  u.id = from.value("id", "");
  u.default_evidence = read_evidence(from.value("evidence", json::object()));
  for (const auto& [name, supplied] : from.at("facts").items()) {
    norma::supplied_fact fact;
    fact.versioned = supplied.value("versioned", false);
    for (const auto& statement : supplied.at("statements"))
      fact.statements.push_back(read_statement(statement, u.default_evidence));
    u.facts.emplace(name, std::move(fact));
  }
  for (const auto& record : from.value("exceptions", json::array()))
    u.exceptions.push_back(
        {record.at("part").get<std::string>(), "granted", read_evidence(record)});
  return u;
}

}  // namespace norma_oracle
