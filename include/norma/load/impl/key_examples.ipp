// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

// How a key that is missing would be written.

namespace norma::load_detail {

struct key_example {
  std::string_view key;
  std::string_view written;
};

inline constexpr key_example key_examples[] = {
    {"as_of", "as_of: 2024-03-31"},
    {"cases", "cases: [{name: …, expect: {…}}]"},
    {"cite", "cite: {document: …, clause: 三（一）1}"},
    {"clause", "clause: 三（一）1"},
    {"count", "count: full"},
    {"document", "document: zj-2023-17"},
    {"each", "each: 1%"},
    {"fields", "fields: {date: {type: date, label: {zh: 日期, en: date}}}"},
    {"file", "file: rows.csv"},
    {"from", "from: 2023-06-30"},
    {"gives", "gives: category size"},
    {"hit", "hit: first"},
    {"id", "id: coordinators"},
    {"inputs", "inputs: {employees: employee_count}"},
    {"items", "items: [{id: …, title: {…}, all: […]}]"},
    {"kind", "kind: park"},
    {"label", "label: {zh: 人数, en: persons}"},
    {"max", "max: 5"},
    {"name", "name: 各项达标"},
    {"norma", "norma: 1"},
    {"of", "of: [enterprise]"},
    {"pack", "pack: cn-zj"},
    {"parameters", "parameters: {…}"},
    {"part", "part: mediation/coordinators"},
    {"reason", "reason: …"},
    {"rows", "rows: {file: rows.csv}"},
    {"tests", "tests: enterprise.large_medium"},
    {"title", "title: {zh: 职工培训, en: Training}"},
    {"type", "type: count"},
    {"unit", "unit: enterprise"},
    {"value", "value: 12个月"},
    {"values", "values: {small: {zh: 小型, en: small}}"},
    {"version", "version: 1.0.0"},
    {"zh", "{zh: 职工培训, en: Training}"},
};

/// The arguments of N0208.
[[nodiscard]] inline std::vector<std::string> missing_key(std::string_view key) {
  for (const key_example& each : key_examples) {
    if (each.key == key) return {std::string(key), std::string(each.written)};
  }
  return {std::string(key)};
}

}  // namespace norma::load_detail
