// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/batch/arrow_abi.hpp>

// Arrow's types by the names that its libraries show, and columns by where they lie.

namespace norma::batch::detail {

struct arrow_name {
  std::string_view format;  ///< how it begins
  std::string_view name;
};
inline constexpr arrow_name arrow_names[] = {
    {"b", "bool"},
    {"c", "int8"},
    {"C", "uint8"},
    {"s", "int16"},
    {"S", "uint16"},
    {"i", "int32"},
    {"I", "uint32"},
    {"l", "int64"},
    {"L", "uint64"},
    {"e", "halffloat"},
    {"f", "float"},
    {"g", "double"},
    {"z", "binary"},
    {"Z", "large_binary"},
    {"vz", "binary_view"},
    {"w:", "fixed_size_binary"},
    {"tt", "time"},
    {"tD", "duration"},
    {"ti", "interval"},
    {"tdD", "date32"},
    {"tdm", "date64"},
    {"ts", "timestamp"},
    {"n", "null"},
    {"u", "string"},
    {"U", "large_string"},
    {"vu", "string_view"},
    {"d:", "decimal"},
    {"+l", "list"},
    {"+L", "large_list"},
    {"+vl", "list_view"},
    {"+vL", "large_list_view"},
    {"+w:", "fixed_size_list"},
    {"+s", "struct"},
    {"+m", "map"},
    {"+u", "union"},
    {"+r", "run_end_encoded"},
};

[[nodiscard]] inline std::string name_of_format(const char* written) {
  const std::string_view format = written == nullptr ? "" : written;
  if (format.starts_with("ts") && format.size() > 4)
    return "timestamp[tz=" + std::string(format.substr(4)) + ']';
  for (const auto& each : arrow_names) {
    // A letter alone is a type, and no beginning of others.
    if (each.format.size() == 1 ? format == each.format : format.starts_with(each.format))
      return std::string(each.name);
  }
  return std::string(format);
}

/// `binary`, `timestamp[tz=UTC]`, `dictionary<values=int64>`; of others the format.
[[nodiscard]] inline std::string name_of_type(const ArrowSchema& of) {
  return of.dictionary == nullptr
             ? name_of_format(of.format)
             : "dictionary<values=" + name_of_format(of.dictionary->format) + '>';
}

/// The schema under the name by which its mistakes are told. Nothing is released of it.
[[nodiscard]] inline ArrowSchema named(ArrowSchema schema, const std::string& name) {
  schema.name = name.c_str();
  return schema;
}

/// `events[]`, `events.date`: what lies below a column.
[[nodiscard]] inline std::string place_below(const ArrowSchema& schema,
                                             const std::string& field) {
  const std::string name = schema.name == nullptr ? "" : schema.name;
  return field.empty() ? name + "[]" : name + '.' + field;
}

}  // namespace norma::batch::detail
