// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/conditions.ipp>
#include <norma/load/impl/declared_words.ipp>
#include <norma/load/impl/draft_words.ipp>
#include <norma/rule/reads.hpp>

// What facts, fields and parameters are declared to be: type, unit of measure,
// scale and range.

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

/// What follows `prefix`, `size` in `category size`; "" if `s` does not begin with it.
[[nodiscard]] inline std::string_view after_prefix(std::string_view s,
                                                   std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix ? s.substr(prefix.size())
                                              : std::string_view();
}

class type_reader {
 public:
  type_reader(const pack_draft& draft, const declared_words& declared)
      : draft_(draft), declared_(declared) {}

  /// What facts, derived facts and fields have in common.
  [[nodiscard]] fact_definition read_definition(const yaml_reader& in,
                                                const yaml_entry& entry) const;
  bool read_type(const yaml_reader& in, const yaml_node* node, fact_definition& to) const;
  void read_unit_and_scale(const yaml_reader& in, const yaml_node& node,
                           fact_definition& to) const;

 private:
  bool set_type(const yaml_reader& in, const yaml_node& node, std::string_view written,
                fact_definition& to, bool inside) const;
  [[nodiscard]] std::optional<range_value> read_range(const yaml_reader& in,
                                                      const yaml_node* node,
                                                      const fact_definition& of) const;

  const pack_draft& draft_;
  const declared_words& declared_;
};

inline bool type_reader::set_type(const yaml_reader& in, const yaml_node& node,
                                  std::string_view written, fact_definition& to,
                                  bool inside) const {
  for (const type_word& simple : simple_types) {
    if (written != simple.word) continue;
    to.declared = simple.declared;
    to.type = simple_type(simple.declared);
    return true;
  }
  if (const auto id = after_prefix(written, "category "); !id.empty()) {
    const auto found = draft_.content.categories.find(std::string(id));
    if (found == draft_.content.categories.end()) {
      draft_.unknown(in, node, "R0153", id, draft_.content.categories);
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
    to.type.set = !set_of.empty();
    to.element = std::move(element);
    return true;
  }
  const std::string id(written);
  if (const auto record = declared_.records.find(id);
      inside && record != declared_.records.end()) {
    to.type = expr::make(expr::type_kind::record);
    to.type.record = record->second.type;
    for (const fact_definition& field : record->second.fields)
      draft_.hold(held_bytes(field), in.span(node));
    to.fields = record->second.fields;
    return true;
  }
  if (const auto unit = declared_.unit_records.find(id);
      inside && unit != declared_.unit_records.end()) {
    to.type = expr::make(expr::type_kind::record);
    to.type.record = unit->second;
    return true;
  }
  if (inside && (draft_.doubted.count(id) != 0 ||
                 draft_.may_be_lost(in.file(), lost_records | lost_units)))
    return false;
  std::vector<std::string> known;
  for (const type_word& simple : simple_types) known.emplace_back(simple.word);
  if (inside) {
    for (const auto& [name, record] : declared_.records) known.push_back(name);
    for (const auto& [name, record] : declared_.unit_records) known.push_back(name);
  }
  const bool hint = may_hint(draft_.findings, id, known.size());
  in.report("N0509",
            {id, hint ? did_you_mean(id, known) : std::string(),
             hint ? list_argument(known) : std::string()},
            node);
  return false;
}

inline bool type_reader::read_type(const yaml_reader& in, const yaml_node* node,
                                   fact_definition& to) const {
  const auto written = in.scalar(node);
  return written && set_type(in, *node, *written, to, false);
}

inline void type_reader::read_unit_and_scale(const yaml_reader& in, const yaml_node& node,
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
    if (!draft_.content.measures.empty() && draft_.content.measures.count(*id) == 0) {
      draft_.unknown(in, *unit, "R0154", *id, draft_.content.measures);
      // Nothing of it is known: neither its scale nor what it agrees with.
      counted.type = {};
      if (to.element) to.type = expr::make_list({});
      return;
    }
    counted.unit = to.unit = *id;
    counted.type.unit = expr::measure{{*id, 1}};
    const auto measure = draft_.content.measures.find(*id);
    if (counted.declared == fact_type::amount &&
        measure != draft_.content.measures.end() && measure->second.scale) {
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
  if (counted.declared == fact_type::amount && !counted.scaled &&
      !draft_.may_be_lost(in.file(), lost_measures)) {
    in.report("N0511", {counted.unit}, unit != nullptr ? *unit : *node.find("type"));
  }
  if (to.element) to.type = expr::make_list(counted.type);
}

inline std::optional<range_value> type_reader::read_range(
    const yaml_reader& in, const yaml_node* node, const fact_definition& of) const {
  const auto written = in.scalar(node);
  if (!written) return std::nullopt;
  if (!is_numeric(of.declared) && of.declared != fact_type::date) {
    in.report("N0510", {"range"}, *node);
    return std::nullopt;
  }
  if (!check_quoted(in, *node)) return std::nullopt;
  expr::check_options options;
  options.where = {in.file(), node->text_begin, 0};
  options.bounds = draft_.bounds;
  auto compiled = expr::compile_tests(*written, of.type, {}, options);
  for (diagnostic& d : compiled.diagnostics) draft_.add(std::move(d));
  if (!compiled.result) return std::nullopt;
  const expr::node& tests = compiled.result->tree;
  if (tests.kind == expr::node_kind::unary_tests && tests.children.size() == 1 &&
      !tests.negated && !detail::rests_on_the_day(tests)) {
    const value range = expr::evaluate(*compiled.result, tests.children.front(), {});
    if (const range_value* r = range.range(); r != nullptr && !r->negated) return *r;
  }
  in.report("N0512", {*written}, *node);
  return std::nullopt;
}

inline fact_definition type_reader::read_definition(const yaml_reader& in,
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

}  // namespace norma::load_detail
