// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/stated_value.hpp>

#include <string>  // std::string

#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/fact.hpp>
#include <norma/rule/parameter.hpp>

namespace norma {

NORMA_INLINE std::optional<value> read_stated(std::string_view text,
                                              const fact_definition& as,
                                              const source_span& where,
                                              std::vector<diagnostic>& findings,
                                              const limits& bounds) {
  if (!is_numeric(as.declared)) return read_scalar(text, as, where, findings, bounds);
  expr::check_options options;
  options.wanted = expr::make_number();
  options.bounds = bounds;
  const auto compiled = expr::compile(text, {}, options);
  std::optional<value> result;
  if (compiled.result) result = expr::evaluate(*compiled.result, {});
  const number* read = result ? result->num() : nullptr;
  const bool fits = read != nullptr &&
                    (as.declared != fact_type::count || read->is_integer()) &&
                    (!as.scaled || read->rounded(as.scale, rounding::floor) == *read);
  if (fits) return result;
  findings.push_back({"N0515", {std::string(text)}, where, {}});
  return std::nullopt;
}

NORMA_INLINE fact_definition fact_like(const parameter& p) {
  fact_definition as;
  as.name = p.name;
  as.declared = p.declared;
  as.type = p.type;
  as.unit = p.unit;
  as.scale = p.scale;
  as.scaled = p.scaled;
  return as;
}

NORMA_INLINE std::optional<value> read_stated(std::string_view text, const parameter& as,
                                              const source_span& where,
                                              std::vector<diagnostic>& findings,
                                              const limits& bounds) {
  return read_stated(text, fact_like(as), where, findings, bounds);
}

}  // namespace norma
