// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/check.hpp>

#include <algorithm>  // std::sort, std::unique
#include <memory>     // std::make_shared

#include <norma/expr/impl/check_agree.ipp>
#include <norma/expr/impl/check_calls.ipp>
#include <norma/expr/impl/check_names.ipp>
#include <norma/expr/impl/check_operators.ipp>
#include <norma/expr/impl/check_structure.ipp>
#include <norma/expr/parse.hpp>

namespace norma::expr::detail {

inline void collect_slots(const node& n, std::vector<std::uint32_t>& slots) {
  const bool reads = n.bound == binding::slot || n.bound == binding::dynamic;
  if (n.kind == node_kind::name && reads && n.index != no_index) slots.push_back(n.index);
  for (const auto& child : n.children) collect_slots(child, slots);
}

/// The place of an expression that came without a file: its own text.
[[nodiscard]] inline embedded_source place_of_text(std::string_view text,
                                                   const embedded_source& given) {
  if (given.file) return given;
  return {std::make_shared<const source_file>("", std::string(text)), 0, 0};
}

[[nodiscard]] inline checked compile_tree(std::string_view text, const scope& names,
                                          const check_options& options,
                                          const type* subject) {
  checked result;
  auto where = place_of_text(text, options.where);
  auto tree = subject != nullptr ? parse_tests(text, where, options.bounds)
                                 : parse(text, where, options.bounds);
  result.diagnostics = std::move(tree.diagnostics);
  if (!tree.tree) return result;
  checker check(text, names, options, where);
  if (subject != nullptr)
    check.check_tests(*tree.tree, *subject);
  else
    check.check_root(*tree.tree);
  for (auto& finding : check.findings) result.diagnostics.push_back(std::move(finding));
  if (options.through == door::pack && has_errors(result.diagnostics)) return result;
  expression e;
  e.text = text;
  e.where = std::move(where);
  e.tree = std::move(*tree.tree);
  e.result = e.tree.checked_type;
  collect_slots(e.tree, e.slots);
  std::sort(e.slots.begin(), e.slots.end());
  e.slots.erase(std::unique(e.slots.begin(), e.slots.end()), e.slots.end());
  result.result = std::move(e);
  return result;
}

}  // namespace norma::expr::detail

namespace norma::expr {

NORMA_INLINE std::string verdict_field(std::string_view standard) {
  return std::string(detail::verdict_prefix) + std::string(standard);
}

NORMA_INLINE std::string_view standard_asked(const node& n) {
  if (!detail::asks_verdict(n)) return {};
  return std::string_view(n.children[1].names.front())
      .substr(detail::verdict_prefix.size());
}

NORMA_INLINE checked compile(std::string_view text, const scope& names,
                             const check_options& options) {
  return detail::compile_tree(text, names, options, nullptr);
}

NORMA_INLINE checked compile_tests(std::string_view text, const type& subject,
                                   const scope& names, const check_options& options) {
  return detail::compile_tree(text, names, options, &subject);
}

}  // namespace norma::expr
