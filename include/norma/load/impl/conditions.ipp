// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/check.hpp>
#include <norma/load/impl/held_bytes.ipp>
#include <norma/load/impl/pack_draft.ipp>
#include <norma/load/stated_value.hpp>

// Conditions and literals as they stand in YAML (design section 5).

namespace norma::load_detail {

/// A condition lies in its file byte by byte, so that an error's column is
/// the file's: plain on one line, or a `|-` block.
inline std::optional<embedded_source> pack_draft::place_condition(
    const yaml_reader& in, const yaml_node* node) const {
  if (!in.scalar(node)) return std::nullopt;
  if (node->quoted()) {
    in.report("N0209", {}, *node);
  } else if (node->in_flow) {
    in.report("N0217", {}, *node);
  } else if (!node->verbatim) {
    in.report("N0216", {}, *node);
  } else {
    return embedded_source{in.file(), node->text_begin, node->indent};
  }
  return std::nullopt;
}

/// What the conditions of rules are compiled with: they may name the standards
/// that their file sees.
inline expr::check_options pack_draft::condition_options(embedded_source where) const {
  expr::check_options options;
  options.wanted = expr::make(expr::type_kind::boolean);
  static const expr::standard_scope none;
  const auto seen = scopes.find(where.file.get());
  options.standards = seen == scopes.end() ? &none : seen->second.get();
  options.where = std::move(where);
  options.bounds = bounds;
  options.compared = most_compared_names / (findings.size() + 1);
  return options;
}

inline std::optional<expr::expression> pack_draft::compile(
    std::string_view text, const expr::scope& names,
    const expr::check_options& options) const {
  auto compiled = expr::compile(text, names, options);
  add_findings(std::move(compiled.diagnostics));
  if (compiled.result) {
    const auto& where = compiled.result->where;
    hold(held_bytes(*compiled.result), where.span(text, 0, text.size()));
  }
  return std::move(compiled.result);
}

inline std::optional<expr::expression> pack_draft::read_condition(
    const yaml_reader& in, const yaml_node* node, const expr::scope& names,
    const expr::type& wanted, bool rate_allowed) const {
  const auto where = place_condition(in, node);
  if (!where || names_missing) return std::nullopt;
  auto options = condition_options(*where);
  options.wanted = wanted;
  options.rate_allowed = rate_allowed;
  return compile(node->text, names, options);
}

/// What is found in an expression, without what a finding about a declaration, or the
/// lost rest of a file, may explain.
inline void pack_draft::add_findings(std::vector<diagnostic> found) const {
  for (diagnostic& d : found) {
    const unsigned names = d.code == "N0401"   ? lost_facts | lost_parameters
                           : d.code == "N0409" ? lost_facts | lost_records
                           : d.code == "N0448" ? lost_standards
                                               : 0U;
    const std::size_t name = d.code == "N0409" ? 1 : 0;
    const bool doubtful = names != 0 && doubted.count(d.arguments[name]) != 0;
    if (!doubtful && !may_be_lost(d.where.file, names)) add(std::move(d));
  }
}

/// A value that a rule file states: as unit files write it, numbers with `%`
/// and suffixes (`90%`, `2000万`) as well.
inline std::optional<value> pack_draft::read_literal(const yaml_reader& in,
                                                     const yaml_node* node,
                                                     const fact_definition& as) const {
  const auto written = in.scalar(node);
  if (!written) return std::nullopt;
  auto read = read_stated(*written, as, in.span(*node), findings, bounds);
  if (read) hold(held_bytes(*read), in.span(*node));
  return read;
}

}  // namespace norma::load_detail
