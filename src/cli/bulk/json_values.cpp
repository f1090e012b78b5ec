// SPDX-License-Identifier: Apache-2.0
#include "json_values.hpp"

#include <string_view>  // std::string_view

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

}  // namespace norma::cli
