// SPDX-License-Identifier: Apache-2.0
#include "typed_value.hpp"

#include <memory>  // std::make_shared

#include <norma/value/date.hpp>
#include <norma/value/duration.hpp>
#include <norma/value/number.hpp>
#include <norma/value/time.hpp>

namespace norma_feel {

namespace {

template <class T>
given_value found(const std::optional<T>& read, const std::string& text) {
  if (!read) return {std::nullopt, text};
  return {norma::value{*read}, text};
}

}  // namespace

given_value read_value(std::string_view kind, const std::string& text) {
  if (kind == "string") return {norma::value{text}, text};
  if (kind == "boolean") return {norma::value{text == "true"}, text};
  if (kind == "number") return found(norma::number::parse(text), text);
  if (kind == "date") return found(norma::date::parse(text), text);
  if (kind == "time") return found(norma::time_of_day::parse(text), text);
  if (kind == "date and time") return found(norma::date_time::parse(text), text);
  return found(norma::parse_duration(text), text);
}

given_value make_list(const std::vector<given_value>& elements) {
  norma::list_value list;
  for (const auto& element : elements) {
    if (!element.of) return element;
    list.push_back(*element.of);
  }
  return {norma::value{std::move(list)}, {}};
}

given_value make_record(const std::vector<std::pair<std::string, given_value>>& fields) {
  std::vector<std::string> names;
  norma::record_value record;
  for (const auto& [name, field] : fields) {
    if (!field.of) return field;
    names.push_back(name);
    record.fields.push_back(*field.of);
  }
  record.shape = std::make_shared<const norma::record_shape>(std::move(names));
  return {norma::value{std::move(record)}, {}};
}

}  // namespace norma_feel
