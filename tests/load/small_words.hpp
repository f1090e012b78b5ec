// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>   // std::make_shared
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/scheme.hpp>

// A pack made in code, with a fact of every type: what readers of units are
// tested against.

namespace small {

using norma::fact_definition;
using norma::fact_type;
using norma::expr::type_kind;

inline fact_definition fact(std::string name, std::string alias, fact_type declared,
                            type_kind kind) {
  fact_definition result;
  result.name = std::move(name);
  result.alias = std::move(alias);
  result.declared = declared;
  result.type.kind = kind;
  return result;
}

inline std::shared_ptr<const norma::expr::category_type> size_category() {
  auto result = std::make_shared<norma::expr::category_type>();
  result->id = "size";
  result->values = {{"small", {"小型", "small one"}}, {"large", {"大型", "large one"}}};
  return result;
}

inline fact_definition of_size(std::string name, std::string alias) {
  fact_definition result =
      fact(std::move(name), std::move(alias), fact_type::category, type_kind::text);
  result.type.category = size_category();
  return result;
}

inline fact_definition list(std::string name, std::string alias, fact_type declared,
                            fact_definition element) {
  fact_definition result =
      fact(std::move(name), std::move(alias), declared, type_kind::list);
  result.type.element = std::make_shared<const norma::expr::type>(element.type);
  result.element = std::make_shared<fact_definition>(std::move(element));
  return result;
}

inline fact_definition record(std::string id, std::vector<fact_definition> fields) {
  fact_definition result = fact({}, {}, fact_type::boolean, type_kind::record);
  auto type = std::make_shared<norma::expr::record_type>();
  type->id = std::move(id);
  result.type.record = std::move(type);
  result.fields = std::move(fields);
  return result;
}

inline void declare(norma::vocabulary& words, fact_definition definition) {
  const auto slot = static_cast<std::uint32_t>(words.slots.size());
  words.names[definition.name] = {definition.type, slot};
  if (!definition.alias.empty()) words.names[definition.alias] = {definition.type, slot};
  words.slots.emplace_back(std::move(definition));
}

inline norma::vocabulary enterprise_words() {
  norma::vocabulary words;
  words.unit = "enterprise";
  declare(words, fact("sound", "健全", fact_type::boolean, type_kind::boolean));
  declare(words, fact("due", "应签人数", fact_type::count, type_kind::number));
  declare(words, fact("signed", {}, fact_type::count, type_kind::number));
  fact_definition fund = fact("fund", {}, fact_type::amount, type_kind::number);
  fund.optional = true;
  declare(words, std::move(fund));
  declare(words, fact("note", {}, fact_type::text, type_kind::text));
  declare(words, fact("founded", {}, fact_type::date, type_kind::date));
  declare(words, fact("term", {}, fact_type::duration, type_kind::duration));
  declare(words, of_size("size", "规模"));
  declare(words, list("sizes", {}, fact_type::set, of_size({}, {})));
  declare(words, list("days", {}, fact_type::list,
                      fact({}, {}, fact_type::date, type_kind::date)));
  declare(words, list("terms", {}, fact_type::list,
                      fact({}, {}, fact_type::period, type_kind::range)));
  fact_definition document = fact("document", {}, fact_type::text, type_kind::text);
  document.optional = true;
  declare(
      words,
      list("events", "事件", fact_type::list,
           record("event", {fact("date", "日期", fact_type::date, type_kind::date),
                            fact("confirmed", {}, fact_type::boolean, type_kind::boolean),
                            std::move(document)})));
  words.names["window"] = {{}, static_cast<std::uint32_t>(words.slots.size())};
  norma::parameter window;
  window.name = "window";
  words.slots.emplace_back(std::move(window));
  return words;
}

inline norma::vocabulary area_words() {
  norma::vocabulary words;
  words.unit = "area";
  declare(words, fact("area_sound", {}, fact_type::boolean, type_kind::boolean));
  declare(words, list("members", {}, fact_type::list, record("enterprise", {})));
  return words;
}

inline norma::rule_node node(std::string path,
                             std::vector<norma::rule_node> members = {}) {
  norma::rule_node result;
  result.id = path.substr(path.find('/') + 1);
  result.path = std::move(path);
  result.members = std::move(members);
  return result;
}

inline norma::pack pack() {
  norma::pack_content content;
  content.identity = {"small", "1.0.0", {}};
  content.units["enterprise"] = {"enterprise", {"企业", "enterprise"}, {}};
  content.units["area"] = {"area", {"区域", "area"}, {"park", "township"}};
  content.vocabularies["enterprise"] = enterprise_words();
  content.vocabularies["area"] = area_words();
  norma::standard_definition standard;
  standard.id = "contracts";
  standard.unit = "enterprise";
  standard.root = node(".", {node("signing", {node("signing/rate")})});
  content.standards.push_back(std::move(standard));
  norma::standard_definition parks;
  parks.id = "parks";
  parks.unit = "area";
  parks.area_kind = "park";
  parks.root = node(".");
  content.standards.push_back(std::move(parks));
  auto points = std::make_shared<norma::scheme_definition>();
  points->gates.id = "points";
  points->gates.unit = "enterprise";
  points->gates.root = node(".");
  content.schemes.push_back(std::move(points));
  auto torn = std::make_shared<norma::table>();  // between two kinds of units
  torn->id = "torn";
  torn->inputs = {{"due", "due", {}}, {"area", "area_sound", {}}};
  torn->gives.kind = type_kind::text;
  content.tables["torn"] = std::move(torn);
  auto table = std::make_shared<norma::table>();
  table->id = "size_of";
  table->inputs = {{"due", "due", {}}};
  table->gives.kind = type_kind::text;
  table->gives.category = size_category();
  content.tables["size_of"] = std::move(table);
  return norma::pack(std::move(content));
}

/// The codes of the findings, in order: `N0601 N0611`.
inline std::string codes(const std::vector<norma::diagnostic>& all) {
  std::string result;
  for (const norma::diagnostic& each : all) {
    result += (result.empty() ? "" : " ") + each.code;
  }
  return result;
}

}  // namespace small
