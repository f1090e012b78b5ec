// SPDX-License-Identifier: Apache-2.0
#include "json_units.hpp"

#include <simdjson.h>

#include <utility>  // std::move

#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>

#include "json_values.hpp"
#include "line_reader.hpp"
#include "unit_keys.hpp"

namespace norma::cli {

namespace json = simdjson::ondemand;

json_units::json_units(std::string name, const pack& by, std::string default_kind,
                       const limits& bounds)
    : name_(std::move(name)),
      by_(by),
      labels_(by),
      default_kind_(std::move(default_kind)),
      bounds_(bounds) {
  if (default_kind_.empty() && by.content().units.size() == 1) {
    default_kind_ = by.content().units.begin()->first;
  }
}

text_place json_units::place_of(const row_block& rows, std::size_t line,
                                const std::string& fact) const {
  const auto* at = rows.find(line);
  if (at == nullptr) return {line, 0};
  const auto bytes = trimmed(rows.row(*at));
  json::parser parser;
  json::document document;
  json::object keys;
  if (parser.iterate(padded(bytes)).get(document) != simdjson::SUCCESS ||
      document.get_object().get(keys) != simdjson::SUCCESS) {
    return {line, 0};
  }
  for (auto each : keys) {
    std::string_view name;
    json::value from;
    if (each.unescaped_key().get(name) != simdjson::SUCCESS ||
        each.value().get(from) != simdjson::SUCCESS) {
      break;
    }
    auto key = key_named(by_, name);
    if (key.is == key_role::skipped) key = key_named(by_, labels_.fact(name));
    if (key.is != key_role::fact || proper_name(by_, key.fact) != fact) continue;
    const char* const begin = from.raw_json_token().data();
    return rows.place(*at, static_cast<std::size_t>(begin - rows.bytes.data()));
  }
  return {line, 0};
}

void json_units::read(const row_block& rows, unit_store& to) const {
  to.find_places([this, &rows](std::size_t line, const std::string& fact) {
    return place_of(rows, line, fact);
  });
  line_reader reader({name_, by_, labels_, default_kind_, bounds_}, rows, to);
  for (const auto& at : rows.rows) reader.read(at);
}

void json_units::read_alone(const row_block& rows, const row_place& at,
                            unit_store& to) const {
  line_reader({name_, by_, labels_, default_kind_, bounds_}, rows, to).read_by_itself(at);
}

}  // namespace norma::cli
