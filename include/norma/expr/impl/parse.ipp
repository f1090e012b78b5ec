// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/parse.hpp>

#include <cstddef>      // std::size_t
#include <functional>   // std::ref
#include <string>       // std::to_string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/text.hpp>
#include <norma/expr/impl/parse_explain.ipp>
#include <norma/expr/impl/parse_grammar.ipp>

namespace norma::expr::detail {

/// Checks that concern the whole text, before the grammar sees it.
inline void check_text(std::string_view text, const limits& bounds) {
  if (text.size() > bounds.expression_bytes)
    refuse("N0304", 0, 0, {std::to_string(bounds.expression_bytes)});
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos)
    refuse("N0303", bad, bad + 1);
  // Anywhere, texts and comments included: U+061C or U+200E to U+2069.
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\xe2' && text[at] != '\xd8') continue;
    const code_point found = decode_code_point(text, at);
    if (turns_direction(found.value))
      refuse("N0309", at, at + found.length, {code_point_name(found.value)});
  }
}

/// The tree that `start` reads from the whole of `text`.
template <class Parser>
[[nodiscard]] parsed parse_whole(std::string_view text, const embedded_source& where,
                                 const limits& bounds, bool tests, const Parser& start) {
  namespace x3 = boost::spirit::x3;
  parsed result;
  builder b(text, bounds, tests);
  try {
    check_text(text, bounds);
    const char* first = text.data();
    const char* const last = first + text.size();
    x3::phrase_parse(first, last, x3::with<builder_tag>(std::ref(b))[start],
                     grammar::blanks);
    result.tree = b.take();
  } catch (const syntax_failure& failure) {
    result.diagnostics = explain(failure, b, where);
  }
  return result;
}

}  // namespace norma::expr::detail

namespace norma::expr {

NORMA_INLINE parsed parse(std::string_view text, const embedded_source& where,
                          const limits& bounds) {
  return detail::parse_whole(text, where, bounds, false,
                             detail::grammar::whole_expression);
}

NORMA_INLINE parsed parse_tests(std::string_view text, const embedded_source& where,
                                const limits& bounds) {
  return detail::parse_whole(text, where, bounds, true, detail::grammar::whole_tests);
}

NORMA_INLINE bool is_name(std::string_view word) {
  return !word.empty() && detail::name_length(word, 0) == word.size() &&
         !is_reserved(word);
}

NORMA_INLINE bool is_reserved(std::string_view word) {
  return detail::is_reserved_word(word);
}

}  // namespace norma::expr
