// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/parse.hpp>

#include <functional>  // std::ref
#include <utility>     // std::move

#include <norma/expr/impl/parse_explain.ipp>
#include <norma/expr/impl/parse_grammar.ipp>

namespace norma::expr::detail {

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
