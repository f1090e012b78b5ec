// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/pack_builder.ipp>

// facts.yaml: records, facts and derived facts with their types. Conditions
// (checks, values) are compiled later, when every name is known.

namespace norma::load_detail {

struct type_word {
  std::string_view word;
  fact_type declared;
};

inline constexpr type_word simple_types[] = {
    {"boolean", fact_type::boolean},   {"count", fact_type::count},
    {"amount", fact_type::amount},     {"number", fact_type::number},
    {"text", fact_type::text},         {"date", fact_type::date},
    {"duration", fact_type::duration}, {"period", fact_type::period},
};

[[nodiscard]] inline expr::type simple_type(fact_type declared) {
  using expr::type_kind;
  switch (declared) {
    case fact_type::boolean: return expr::make(type_kind::boolean);
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number: return expr::make_number();
    case fact_type::date: return expr::make(type_kind::date);
    case fact_type::duration: return expr::make(type_kind::duration);
    case fact_type::period: return expr::make_range(expr::make(type_kind::date));
    default: return expr::make(type_kind::text);
  }
}

/// The words before and after the first blank: `category size`, `list of x`.
[[nodiscard]] inline std::string_view after_prefix(std::string_view s,
                                                   std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix ? s.substr(prefix.size())
                                              : std::string_view();
}

inline bool pack_builder::set_type(const yaml_reader& in, const yaml_node& node,
                                   std::string_view written, fact_definition& to,
                                   bool inside) const {
  for (const type_word& simple : simple_types) {
    if (written != simple.word) continue;
    to.declared = simple.declared;
    to.type = simple_type(simple.declared);
    return true;
  }
  if (const auto id = after_prefix(written, "category "); !id.empty()) {
    const auto found = content_.categories.find(std::string(id));
    if (found == content_.categories.end()) {
      unknown(in, node, "R0153", id, content_.categories);
      return false;
    }
    to.declared = fact_type::category;
    to.type = expr::make(expr::type_kind::text);
    to.type.category = found->second;
    return true;
  }
  const auto set_of = after_prefix(written, "set of ");
  const auto list_of = after_prefix(written, "list of ");
  if (!inside && (!set_of.empty() || !list_of.empty())) {
    auto element = std::make_shared<fact_definition>();
    const std::string inner =
        set_of.empty() ? std::string(list_of) : "category " + std::string(set_of);
    if (!set_type(in, node, inner, *element, true)) return false;
    to.declared = set_of.empty() ? fact_type::list : fact_type::set;
    to.type = expr::make_list(element->type);
    to.element = std::move(element);
    return true;
  }
  const std::string id(written);
  if (const auto record = records_.find(id); inside && record != records_.end()) {
    to.type = expr::make(expr::type_kind::record);
    to.type.record = record->second.type;
    to.fields = record->second.fields;
    return true;
  }
  if (const auto unit = unit_records_.find(id); inside && unit != unit_records_.end()) {
    to.type = expr::make(expr::type_kind::record);
    to.type.record = unit->second;
    return true;
  }
  std::vector<std::string> known;
  for (const type_word& simple : simple_types) known.emplace_back(simple.word);
  if (inside) {
    for (const auto& [name, record] : records_) known.push_back(name);
    for (const auto& [name, record] : unit_records_) known.push_back(name);
  }
  in.report("N0509", {id, detail::near_word(findings_, id, known)}, node);
  return false;
}

inline bool pack_builder::read_type(const yaml_reader& in, const yaml_node* node,
                                    fact_definition& to) const {
  const auto written = in.scalar(node);
  return written && set_type(in, *node, *written, to, false);
}

inline void pack_builder::read_unit_and_scale(const yaml_reader& in, const yaml_node& node,
                                              fact_definition& to) const {
  const yaml_node* unit = node.find("unit");
  const yaml_node* scale = node.find("scale");
  // A list of numbers has the unit of its elements.
  fact_definition& counted = to.element ? *to.element : to;
  if (!is_numeric(counted.declared)) {
    for (const yaml_node* key : {unit, scale}) {
      if (key != nullptr) in.report("N0510", {key == unit ? "unit" : "scale"}, *key);
    }
    return;
  }
  if (const auto id = in.scalar(unit); id && check_name(in, *unit)) {
    // A pack that declares no unit of measure uses them as mere names.
    if (!content_.measures.empty() && content_.measures.count(*id) == 0) {
      unknown(in, *unit, "R0154", *id, content_.measures);
    }
    counted.unit = to.unit = *id;
    counted.type.unit = expr::measure{{*id, 1}};
    const auto measure = content_.measures.find(*id);
    if (counted.declared == fact_type::amount && measure != content_.measures.end() &&
        measure->second.scale) {
      counted.scale = *measure->second.scale;
      counted.scaled = true;
    }
  }
  if (const auto digits = in.read_count(scale)) {
    if (counted.declared == fact_type::count || *digits > 18) {
      in.report("N0510", {"scale"}, *scale);
    } else {
      counted.scale = static_cast<int>(*digits);
      counted.scaled = true;
    }
  }
  if (counted.declared == fact_type::amount && !counted.scaled) {
    in.report("N0511", {counted.unit}, unit != nullptr ? *unit : *node.find("type"));
  }
  if (to.element) to.type = expr::make_list(counted.type);
}

inline std::optional<range_value> pack_builder::read_range(const yaml_reader& in,
                                                           const yaml_node* node,
                                                           const fact_definition& of) const {
  const auto written = in.scalar(node);
  if (!written) return std::nullopt;
  if (!is_numeric(of.declared) && of.declared != fact_type::date) {
    in.report("N0510", {"range"}, *node);
    return std::nullopt;
  }
  if (node->style != detail::yaml_style::double_quoted || !node->verbatim) {
    in.report("N0218", {*written}, *node);
    return std::nullopt;
  }
  expr::check_options options;
  options.where = {in.file(), node->text_begin, 0};
  options.bounds = bounds_;
  auto compiled = expr::compile_tests(*written, of.type, {}, options);
  for (diagnostic& d : compiled.diagnostics) detail::add_finding(findings_, std::move(d));
  if (!compiled.result) return std::nullopt;
  const expr::node& tests = compiled.result->tree;
  if (tests.kind == expr::node_kind::unary_tests && tests.children.size() == 1 &&
      !tests.negated) {
    const value range = expr::evaluate(*compiled.result, tests.children.front(), {});
    if (const range_value* r = range.range(); r != nullptr && !r->negated) return *r;
  }
  in.report("N0512", {*written}, *node);
  return std::nullopt;
}

/// What facts, derived facts and fields have in common.
inline fact_definition pack_builder::read_definition(const yaml_reader& in,
                                                     const yaml_entry& entry) const {
  fact_definition result;
  const yaml_node& node = entry.value;
  result.name = entry.key.text;
  result.where = in.span(entry.key);
  if (auto label = in.read_text(in.require_key(node, "label"))) result.label = *label;
  const yaml_node* alias = node.find("alias");
  if (in.scalar(alias) && check_name(in, *alias)) result.alias = alias->text;
  if (read_type(in, in.require_key(node, "type"), result)) {
    read_unit_and_scale(in, node, result);
    result.range = read_range(in, node.find("range"), result);
  }
  result.optional = in.read_flag(node.find("optional")).value_or(false);
  result.type.optional = result.optional;
  return result;
}

inline void pack_builder::read_records(const rule_file& file) {
  const yaml_reader in = reader(file);
  const yaml_node* records = file.root.find("records");
  if (!in.expect_mapping(records)) return;
  for (const auto& [key, node] : records->entries) {
    if (!check_name(in, key) || !in.expect_mapping(&node)) continue;
    in.only_keys(node, {"label", "fields"});
    if (const auto known = records_.find(key.text); known != records_.end()) {
      in.report_second("N0503", {key.text}, key, known->second.where);
      continue;
    }
    declared_record record;
    record.where = in.span(key);
    auto type = std::make_shared<expr::record_type>();
    type->id = key.text;
    const yaml_node* fields = in.require_key(node, "fields");
    if (!in.expect_mapping(fields)) continue;
    std::map<std::string, source_span> names;
    for (const yaml_entry& entry : fields->entries) {
      if (record.fields.size() >= most_fields) {
        in.report("N0548", {std::to_string(most_fields)}, entry.key);
        names_missing_ = true;
        break;
      }
      if (!check_name(in, entry.key) || !in.expect_mapping(&entry.value)) continue;
      in.only_keys(entry.value,
                   {"label", "alias", "type", "unit", "scale", "range", "optional"});
      fact_definition field = read_definition(in, entry);
      for (const std::string& name : {field.name, field.alias}) {
        if (name.empty()) continue;
        const auto [first, is_new] = names.emplace(name, field.where);
        if (!is_new) in.report_second("N0513", {name}, entry.key, first->second);
      }
      type->fields.push_back(
          {field.name, field.alias, field.label, field.type, field.optional});
      record.fields.push_back(std::move(field));
    }
    record.type = std::move(type);
    records_.emplace(key.text, std::move(record));
  }
}

inline void pack_builder::read_facts(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = reader(file);
  for (const bool derived : {false, true}) {
    const yaml_node* facts = file.root.find(derived ? "derived" : "facts");
    if (!in.expect_mapping(facts)) continue;
    for (const yaml_entry& entry : facts->entries) {
      if (!check_name(in, entry.key) || !in.expect_mapping(&entry.value)) continue;
      if (const auto known = fact_places_.find(entry.key.text);
          known != fact_places_.end()) {
        in.report_second("N0513", {entry.key.text}, entry.key,
                         facts_[known->second].definition.where);
        continue;
      }
      if (facts_.size() >= most_words) {
        in.report("N0548", {std::to_string(most_words)}, entry.key);
        names_missing_ = true;
        return;
      }
      read_fact(in, entry, derived, pack);
    }
  }
}

inline void pack_builder::read_fact(const yaml_reader& in, const yaml_entry& entry,
                                    bool derived, const pack_source& pack) {
  const yaml_node& node = entry.value;
  if (derived) {
    in.only_keys(node, {"label", "alias", "of", "type", "unit", "scale", "range", "checks",
                        "sources", "note", "valid_for", "optional", "changeable", "value",
                        "table", "if_supplied"});
  } else {
    in.only_keys(node, {"label", "alias", "of", "type", "unit", "scale", "range", "checks",
                        "sources", "note", "valid_for", "optional", "changeable", "complete"});
  }
  declared_fact fact{read_definition(in, entry), &node, in, derived};
  fact_definition& to = fact.definition;
  to.pack = pack.identity.id;
  for (const yaml_node* kind : in.read_words(in.require_key(node, "of"))) {
    if (content_.units.count(kind->text) == 0) {
      unknown(in, *kind, "R0152", kind->text, content_.units);
    } else if (std::find(to.of.begin(), to.of.end(), kind->text) != to.of.end()) {
      in.report("N0501", {kind->text}, *kind);
    } else {
      to.of.push_back(kind->text);
    }
  }
  read_kind_keys(in, node, to);
  fact_places_.emplace(to.name, facts_.size());
  facts_.push_back(std::move(fact));
}

inline void pack_builder::read_kind_keys(const yaml_reader& in, const yaml_node& node,
                                         fact_definition& to) const {
  for (const yaml_node* word : in.read_words(node.find("sources"))) {
    to.sources.push_back(word->text);
  }
  if (auto note = in.read_text(node.find("note"))) to.note = *note;
  to.change = to.declared == fact_type::boolean ? changeable::up : changeable::no;
  if (const auto word = in.read_choice(node.find("changeable"), {"no", "up", "down", "either"})) {
    to.change = static_cast<changeable>(*word);
  }
  if (const auto word = in.read_choice(node.find("if_supplied"), {"wins", "must_agree"})) {
    to.supplied = static_cast<if_supplied>(*word);
  }
  const yaml_node* complete = node.find("complete");
  if (const auto name = in.scalar(complete)) {
    if (to.declared == fact_type::list) {
      to.complete = *name;
    } else {
      in.report("N0510", {"complete"}, *complete);
    }
  }
}

/// The types of member units: their facts as fields.
inline void pack_builder::fill_unit_records() {
  for (auto& [kind, record] : unit_records_) {
    for (const declared_fact& fact : facts_) {
      const fact_definition& f = fact.definition;
      if (std::find(f.of.begin(), f.of.end(), kind) == f.of.end()) continue;
      record->fields.push_back({f.name, f.alias, f.label, f.type, f.optional});
    }
  }
  refuse_nested_units();
}

/// Units may hold lists of units, but none of its own kind, however deep: the
/// type of such a list would have no end.
inline void pack_builder::refuse_nested_units() {
  std::map<std::string, std::set<std::string>> holds;
  for (const declared_fact& fact : facts_) {
    const auto& element = fact.definition.element;
    if (!element || !element->type.record) continue;
    const std::string& inner = element->type.record->id;
    if (unit_records_.count(inner) == 0 || !element->fields.empty()) continue;
    for (const std::string& kind : fact.definition.of) {
      std::vector<std::string> open{inner};
      std::set<std::string> seen;
      while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        if (!seen.insert(at).second) continue;
        for (const std::string& next : holds[at]) open.push_back(next);
      }
      if (seen.count(kind) != 0) {
        fact.in.report("N0514", {kind}, *fact.node->find("type"));
        unit_records_[inner]->fields.clear();
      } else {
        holds[kind].insert(inner);
      }
    }
  }
}

}  // namespace norma::load_detail
