// SPDX-License-Identifier: Apache-2.0
#include "json_values.hpp"

#include <algorithm>    // std::min
#include <string_view>  // std::string_view

#include <norma/core/limits.hpp>
#include <norma/core/text.hpp>

namespace norma::cli {

namespace {

namespace json = simdjson::ondemand;

bool add_elements(json::value& from, fact_column& to) {
  json::array elements;
  if (from.get_array().get(elements) != simdjson::SUCCESS) return false;
  auto& element = to.element();
  const std::size_t first = element.size();
  for (auto each : elements) {
    json::value one;
    if (each.get(one) != simdjson::SUCCESS) return false;
    bool blank = false;
    if (one.is_null().get(blank) != simdjson::SUCCESS) return false;
    if (blank) {
      element.add_blank();
    } else if (!add_value(one, element) || to.repeats(first)) {
      return false;
    }
  }
  to.add_list();
  return true;
}

bool add_fields(json::value& from, fact_column& to) {
  json::object fields;
  if (from.get_object().get(fields) != simdjson::SUCCESS) return false;
  for (auto each : fields) {
    std::string_view name;
    json::value one;
    if (each.unescaped_key().get(name) != simdjson::SUCCESS) return false;
    auto* field = to.field(name);
    if (field == nullptr || field->size() > to.size()) return false;
    if (each.value().get(one) != simdjson::SUCCESS) return false;
    bool blank = false;
    if (one.is_null().get(blank) != simdjson::SUCCESS) return false;
    if (blank) {
      field->add_blank();
    } else if (!add_value(one, *field)) {
      return false;
    }
  }
  return to.add_record();
}

bool add_scalar(json::value& from, fact_column& to) {
  using shape = fact_column::shape;
  json::json_type type{};
  if (from.type().get(type) != simdjson::SUCCESS) return false;
  if (type == json::json_type::string) {
    std::string_view words;
    return from.get_string().get(words) == simdjson::SUCCESS && !words.empty() &&
           to.add(words);
  }
  const bool fits = type == json::json_type::number    ? to.is() == shape::number
                    : type == json::json_type::boolean ? to.is() == shape::boolean
                                                       : false;
  return fits && to.add(trimmed(from.raw_json_token()));
}

/// True if it is a number as JSON has them, however long.
bool read_number(std::string_view text) {
  const auto digits = [&text] {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(end);
    return end > 0;
  };
  if (text.starts_with('-')) text.remove_prefix(1);
  const bool zero = text.starts_with('0');
  if (zero && text.size() > 1 && text[1] >= '0' && text[1] <= '9') return false;
  if (!digits()) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (!digits()) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (!digits()) return false;
  }
  return text.empty();
}

}  // namespace

bool add_value(json::value from, fact_column& to) {
  switch (to.is()) {
    case fact_column::shape::none: return false;
    case fact_column::shape::list: return add_elements(from, to);
    case fact_column::shape::record:
    case fact_column::shape::period: return add_fields(from, to);
    default: return add_scalar(from, to);
  }
}

bool is_whole(json::value from, std::size_t depth) {
  json::json_type type{};
  if (depth > limits{}.yaml_depth || from.type().get(type) != simdjson::SUCCESS)
    return false;
  const auto is_good = [depth](auto of) {
    json::value inner;
    return of.get(inner) == simdjson::SUCCESS && is_whole(inner, depth + 1);
  };
  if (type == json::json_type::array) {
    json::array elements;
    if (from.get_array().get(elements) != simdjson::SUCCESS) return false;
    for (auto each : elements) {
      if (!is_good(each)) return false;
    }
    return true;
  }
  if (type == json::json_type::object) {
    json::object fields;
    if (from.get_object().get(fields) != simdjson::SUCCESS) return false;
    for (auto each : fields) {
      std::string_view name;
      if (each.unescaped_key().get(name) != simdjson::SUCCESS || !is_good(each.value()))
        return false;
    }
    return true;
  }
  std::string_view words;
  bool flag = false;
  if (type == json::json_type::string)
    return from.get_string().get(words) == simdjson::SUCCESS;
  if (type == json::json_type::boolean)
    return from.get_bool().get(flag) == simdjson::SUCCESS;
  if (type == json::json_type::null)
    return from.is_null().get(flag) == simdjson::SUCCESS && flag;
  return read_number(trimmed(from.raw_json_token()));
}

}  // namespace norma::cli
