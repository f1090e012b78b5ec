// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/load/impl/fact_reader.ipp>

// Values, elements, fields, periods: what has no evidence of its own.

namespace norma::load_detail {

inline std::optional<date> fact_reader::read_day(const tape_node& node) {
  if (node.blank()) return std::nullopt;
  if (!node.scalar()) {
    findings_->add(wrong_kind("R0113", node));
    return std::nullopt;
  }
  scalar_problem problem;
  const std::optional<date> day = scan_day(node.text(), problem);
  if (!day) findings_->add(problem.code, problem.arguments, node.span());
  return day;
}

/// `{none: reason}` or `{pending: case}` in place of a value, else nothing.
inline std::optional<value> fact_reader::read_marker(const tape_node& node,
                                                     bool optional) {
  std::optional<value> result;
  if (!node.mapping()) return result;
  std::size_t count = 0;
  bool strange = false;
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    ++count;
    if (!key.scalar()) return;
    const std::string_view word = key.text();
    if (word == "pending") {
      result = value::unknown(
          one_cause({cause_kind::pending, path_, read_text(content), {}, {}}));
    } else if (word == "none") {
      if (!optional) findings_->add("N0621", {path_}, key.span());
      [[maybe_unused]] const std::string reason = read_text(content);
      result = value{};
    } else if (word == "value" || word == "versions" || word == "opinions") {
      strange = true;
    }
  });
  if (strange || (result && count != 1)) {
    findings_->add("N0624", {path_}, node.span());
    result = value{};
  }
  return result;
}

/// A value inside a list or record: blank and pending are unknown there.
inline value fact_reader::read_part(const tape_node& node, const fact_definition& as) {
  if (node.blank()) return missing(node);
  if (auto marked = read_marker(node, as.optional)) return *std::move(marked);
  return read_content(node, as);
}

inline value fact_reader::read_content(const tape_node& node, const fact_definition& as) {
  if (as.type.kind == expr::type_kind::record) return read_record(node, as);
  if (as.declared == fact_type::period && node.mapping()) return read_period(node);
  if (as.declared != fact_type::list && as.declared != fact_type::set) {
    if (!node.scalar()) {
      const bool period = as.declared == fact_type::period;
      findings_->add(wrong_kind(period ? "R0111" : "R0113", node));
    } else if (auto read = read_scalar_as(node.text(), as, bounds_, *pool_, *findings_,
                                          [&] { return node.span(); })) {
      if (read->string() != nullptr) hold(node.text().size(), node);
      if (const std::size_t bytes = bytes_of_digits(*read)) hold(bytes, node);
      return *std::move(read);
    }
    return {};
  }
  if (!node.sequence()) {
    if (node.scalar()) {
      findings_->add("N0620", {std::string(node.text())}, node.span());
    } else {
      findings_->add(wrong_kind("R0112", node));
    }
    return {};
  }
  list_value list;
  std::set<std::string> ids;  // of a set; what is unknown repeats nothing
  node.for_each([&](const tape_node& each) {
    hold(bytes_of_value, each);
    value element = read_element(each, as, list.size());
    const std::string* id = element.string();
    if (as.declared == fact_type::set && id != nullptr && !ids.insert(*id).second) {
      findings_->add("N0627", {std::string(each.text())}, each.span());
      return;
    }
    list.push_back(std::move(element));
  });
  return list;
}

inline value fact_reader::read_element(const tape_node& node, const fact_definition& as,
                                       std::size_t before) {
  const path_step step(path_, index_step(before));
  fact_definition plain;
  const fact_definition* element = as.element.get();
  if (element == nullptr) {  // a set made in code without its element
    plain.declared = fact_type::category;
    if (as.type.element) plain.type = *as.type.element;
    element = &plain;
  }
  return read_part(node, *element);
}

/// `{from, to}`: both days; an end may be `{none}`, then it has no bound.
inline value fact_reader::read_period(const tape_node& node) {
  range_value period;
  std::optional<value> ends[2];
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    const std::string_view word = key.scalar() ? key.text() : std::string_view{};
    if (word != "from" && word != "to") {
      if (key.scalar()) unknown_key(key, shapes::period.names());
      return;
    }
    const path_step step(path_, word == "from" ? ".from" : ".to");
    std::optional<value>& end = ends[word == "from" ? 0 : 1];
    if (content.blank()) return;
    if ((end = read_marker(content, true))) return;
    const std::optional<date> day = read_day(content);
    end = day ? value{*day} : value{};
  });
  for (std::size_t i = 0; i < 2; ++i) {
    const path_step step(path_, i == 0 ? ".from" : ".to");
    if (!ends[i]) ends[i] = missing(node);
  }
  // One end alone can decide: a period that begins later does not hold today,
  // whenever it ends.
  if (ends[0]->is_unknown() && ends[1]->is_unknown()) {
    return value::unknown(merge(ends[0]->causes(), ends[1]->causes()));
  }
  const date* from = ends[0]->day();
  const date* to = ends[1]->day();
  if (from != nullptr && to != nullptr && *to < *from) {
    findings_->add("N0625", {from->to_string(), to->to_string()}, node.span());
  }
  if (!ends[0]->is_null()) period.low = *ends[0];
  if (!ends[1]->is_null()) period.high = *ends[1];
  period.low_included = period.low.has_value();
  period.high_included = period.high.has_value();
  return period;
}

inline const field_list& fact_reader::fields_of(const fact_definition& element) {
  const void* identity = element.type.record
                             ? static_cast<const void*>(element.type.record.get())
                             : static_cast<const void*>(&element);
  field_list& result = shapes_[identity];
  if (result.shape) return result;
  std::vector<std::string> names;
  for (const fact_definition& field : element.fields) {
    names.push_back(field.name);
    result.definitions.push_back(&field);
  }
  result.shape = std::make_shared<const record_shape>(std::move(names));
  return result;
}

inline value fact_reader::read_record(const tape_node& node, const fact_definition& as) {
  if (!node.mapping()) {
    findings_->add(wrong_kind("R0111", node));
    return {};
  }
  const field_list& fields = fields_of(as);
  const std::string of = as.type.record ? as.type.record->id : std::string{};
  hold(bytes_of_record + fields.definitions.size() * sizeof(value), node);
  record_value record{fields.shape, {}};
  record.fields.resize(fields.definitions.size());
  std::vector<std::optional<tape_node>> given(fields.definitions.size());
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    if (!key.scalar()) return;
    const std::string_view word = key.text();
    std::optional<std::size_t> place = fields.shape->find(word);
    for (std::size_t i = 0; !place && i < fields.definitions.size(); ++i) {
      if (fields.definitions[i]->alias == word) place = i;
    }
    if (!place) {
      std::string meant;
      if (findings_->compares(word, 2 * fields.definitions.size())) {
        std::vector<std::string> known = fields.shape->names();
        for (const fact_definition* field : fields.definitions) {
          if (!field->alias.empty()) known.push_back(field->alias);
        }
        meant = did_you_mean(word, known);
      }
      findings_->add("N0606", {std::string(word), of, std::move(meant)}, key.span());
      return;
    }
    const fact_definition& field = *fields.definitions[*place];
    if (std::optional<tape_node>& first = given[*place]) {
      if (first->text() != word) {  // else the key stands there twice: said
        findings_->add(
            {"N0602", {field.name}, key.span(), {{"R0101", {}, first->span()}}});
      }
      return;
    }
    given[*place] = key;
    const path_step step(path_, ".", field.name);
    record.fields[*place] = read_part(content, field);
  });
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i]) continue;
    const path_step step(path_, ".", fields.definitions[i]->name);
    record.fields[i] = missing(node);
  }
  return record;
}

}  // namespace norma::load_detail
