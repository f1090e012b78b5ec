// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/schema.hpp>

#include <map>      // std::map
#include <set>      // std::set
#include <utility>  // std::move

#include <nlohmann/json.hpp>

#include <norma/load/impl/all_shapes.ipp>

// The tables of shapes as JSON Schemas.

namespace norma::load_detail {

using schema = nlohmann::ordered_json;

/// The basic forms. A scalar that the loader takes as words may look like a
/// number or a flag to YAML.
[[nodiscard]] inline std::optional<schema> basic_form(std::string_view form) {
  const schema scalar = {{"type", {"string", "number", "boolean"}}};
  if (form == "any") return schema::object();
  if (form == "blank") return schema{{"type", "null"}};
  if (form == "word" || form == "condition" || form == "literal") return scalar;
  if (form == "test") return schema{{"type", "string"}};
  if (form == "flag") return schema{{"type", "boolean"}};
  if (form == "row") return schema{{"type", "array"}, {"items", scalar}, {"minItems", 2}};
  if (form == "band") {
    return schema{{"type", "array"}, {"items", scalar}, {"minItems", 2}, {"maxItems", 2}};
  }
  if (form == "format") return schema{{"enum", {1, "1"}}};
  if (form == "day") {
    // The loader alone knows leap years.
    return schema{{"type", "string"},
                  {"pattern",
                   "^[0-9]{4}-(02-(0[1-9]|[12][0-9])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
                   "|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))$"}};
  }
  if (form == "verdicts") {
    // A name alone may be a table's, which gives a value.
    const schema verdict = {{"enum", {"pass", "fail", "undetermined", "not_applicable"}}};
    return schema{{"type", "object"},
                  {"patternProperties", {{"^[.]$|/", verdict}}},
                  {"additionalProperties", {{"anyOf", {verdict, scalar}}}}};
  }
  if (form == "count") {
    return schema{
        {"type", {"integer", "string"}}, {"minimum", 0}, {"pattern", "^[0-9]+$"}};
  }
  if (form == "type") {
    return schema{
        {"anyOf",
         {{{"enum",
            {"boolean", "count", "amount", "number", "text", "date", "duration",
             "period"}}},
          {{"type", "string"}, {"pattern", "^(category|set of|list of) [^ ]"}}}}};
  }
  return std::nullopt;
}

/// Makes one schema with the definitions that it refers to.
class schema_writer {
 public:
  [[nodiscard]] schema write(const file_kind& kind) {
    schema result = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                     {"$id", "urn:norma:" + std::string(kind.name) + ":1"},
                     {"title", kind.title}};
    result.update(of(kind.root));
    schema definitions = schema::object();
    while (!wanted_.empty()) {
      const std::string id = std::move(wanted_.back());
      wanted_.pop_back();
      definitions[id] = definition(id);
    }
    std::map<std::string, schema> sorted;
    for (auto& [id, content] : definitions.items())
      sorted.emplace(id, std::move(content));
    for (auto& [id, content] : sorted) result["$defs"][id] = std::move(content);
    return result;
  }

 private:
  [[nodiscard]] static bool take(std::string_view& form, std::string_view lead) {
    if (form.substr(0, lead.size()) != lead) return false;
    form.remove_prefix(lead.size());
    return true;
  }

  [[nodiscard]] schema of(std::string_view form) {
    constexpr std::string_view alternative = " or ";
    if (form.find(alternative) != std::string_view::npos) {
      schema all = schema::array();
      while (!form.empty()) {
        const std::size_t end = form.find(alternative);
        all.push_back(of(form.substr(0, end)));
        form = end == std::string_view::npos ? std::string_view()
                                             : form.substr(end + alternative.size());
      }
      return {{"anyOf", std::move(all)}};
    }
    if (take(form, "list of ")) return {{"type", "array"}, {"items", of(form)}};
    if (take(form, "some of ")) {
      return {{"type", "array"}, {"items", of(form)}, {"minItems", 1}};
    }
    if (take(form, "map of ")) {
      return {{"type", "object"}, {"additionalProperties", of(form)}};
    }
    if (take(form, "one of ")) return {{"enum", split_words(form)}};
    if (auto basic = basic_form(form)) return *std::move(basic);
    const std::string id(form);
    if (seen_.insert(id).second) wanted_.push_back(id);
    return {{"$ref", "#/$defs/" + id}};
  }

  [[nodiscard]] schema definition(const std::string& id) {
    for (const shape* each : all_shapes) {
      if (each->id == id) return of_shape(*each);
    }
    for (const shape_choice* each : all_choices) {
      if (each->id == id) return of_choice(*each);
    }
    return false;
  }

  [[nodiscard]] schema of_shape(const shape& from) {
    schema result = {{"description", from.about}, {"type", "object"}};
    schema required = schema::array();
    for (const shape_key& key : from.keys) {
      schema content = {{"description", key.about}};
      content.update(of(key.form));
      result["properties"][std::string(key.name)] = std::move(content);
      if (key.present == presence::must) required.push_back(key.name);
    }
    if (!required.empty()) result["required"] = std::move(required);
    result["additionalProperties"] = false;
    const auto each_required = [](std::span<const std::string_view> names) {
      schema all = schema::array();
      for (const std::string_view name : names) all.push_back({{"required", {name}}});
      return all;
    };
    const key_rules& rules = from.rules;
    if (!rules.exactly_one.empty()) result["oneOf"] = each_required(rules.exactly_one);
    if (!rules.at_least_one.empty()) result["anyOf"] = each_required(rules.at_least_one);
    if (!rules.word_needs.empty()) {
      const std::string key(rules.word_needs[0]);
      result["if"] = {{"properties", {{key, {{"const", rules.word_needs[1]}}}}},
                      {"required", {key}}};
      result["then"] = {{"required", {rules.word_needs[2]}}};
    }
    for (const std::string_view name : rules.together) {
      result["dependentRequired"][std::string(name)] = rules.together;
    }
    return result;
  }

  [[nodiscard]] schema of_choice(const shape_choice& from) {
    schema mapping = from.otherwise.empty() ? schema(false) : of(from.otherwise);
    for (std::size_t end = from.branches.size(); end > 0;) {
      // Keys that lead to the same shape are one branch.
      const std::string_view form = from.branches[end - 1].form;
      schema keys = schema::array();
      for (; end > 0 && from.branches[end - 1].form == form; --end) {
        keys.insert(keys.begin(), schema{{"required", {from.branches[end - 1].key}}});
      }
      schema condition = keys.size() == 1 ? keys[0] : schema{{"anyOf", keys}};
      mapping = schema{
          {"if", std::move(condition)}, {"then", of(form)}, {"else", std::move(mapping)}};
    }
    if (from.no_mapping.empty()) return mapping;
    return {{"if", {{"type", "object"}}},
            {"then", std::move(mapping)},
            {"else", of(from.no_mapping)}};
  }

  std::vector<std::string> wanted_;
  std::set<std::string> seen_;
};

}  // namespace norma::load_detail

namespace norma {

NORMA_INLINE std::vector<std::string> file_kinds() {
  std::vector<std::string> result;
  for (const auto& kind : load_detail::all_file_kinds) result.emplace_back(kind.name);
  return result;
}

NORMA_INLINE std::optional<std::string> file_schema(std::string_view kind) {
  for (const auto& each : load_detail::all_file_kinds) {
    if (each.name == kind) return load_detail::schema_writer().write(each).dump(2) + '\n';
  }
  return std::nullopt;
}

}  // namespace norma
