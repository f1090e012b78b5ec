// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why something is not known, in words.

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/assess/impl/error_codes.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>

namespace norma {

namespace detail {

// True if argument `i` of a data error is the name of a fact.
NORMA_INLINE bool names_fact(const std::string& code, std::size_t i) {
  if (!is_of_facts(code) || code == "N0746" || code == "N0748") return false;
  return i == 0 || (i == 2 && (code == "N0749" || code == "N0753"));
}

NORMA_INLINE std::string error_message(const cause& c, const fact_labels& label_of,
                                       language lang) {
  const auto label = c.fact.empty() ? std::string{} : label_of(c.fact);
  // Errors are explained under their code in the message catalogue.
  const auto& own = c.code.get();
  const auto code = own.starts_with('N') ? " [" + own + ']' : std::string{};
  if (own == "N0701" && !label.empty() && !c.arguments.empty()) {
    return format_message("R0211", {label, c.arguments.front()}, lang) + code;
  }
  auto arguments = c.arguments;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (names_fact(own, i)) arguments[i] = label_of(arguments[i]);
  }
  const auto what = format_message(own, arguments, lang) + code;
  if (own == "N0728") return what;  // of causes of any kind
  // The fact is named once.
  const bool named = names_fact(own, 0) && !arguments.empty() && arguments[0] == label;
  return label.empty() || named ? format_message("R0208", {what}, lang)
                                : format_message("R0207", {label, what}, lang);
}

}  // namespace detail

NORMA_INLINE std::vector<std::string> facts_named(const cause& c) {
  std::vector<std::string> all;
  if (!c.fact.empty()) all.push_back(c.fact);
  for (std::size_t i = 0; i < c.arguments.size(); ++i) {
    if (detail::names_fact(c.code, i)) all.push_back(c.arguments[i]);
  }
  return all;
}

NORMA_INLINE std::string cause_message(const cause& c, const fact_labels& label_of,
                                       language lang) {
  if (c.kind == cause_kind::data_error) return detail::error_message(c, label_of, lang);
  const auto label = c.fact.empty() ? std::string{} : label_of(c.fact);
  switch (c.kind) {
    case cause_kind::missing:
      // Of a list that is not whole: so many elements have not been given.
      return c.detail->empty() ? format_message("R0201", {label}, lang)
                               : format_message("R0210", {label, c.detail}, lang);
    case cause_kind::pending: return format_message("R0202", {label, c.detail}, lang);
    case cause_kind::expired:
      return format_message("R0203", {label, c.detail, last_day_of(c)}, lang);
    case cause_kind::disagreement:
      return format_message(
          "R0204", {label, c.arguments.empty() ? c.detail.get() : c.arguments.front()},
          lang);
    case cause_kind::dated_later: return format_message("R0205", {label}, lang);
    case cause_kind::recorded_later:
      return format_message("R0206", {label, c.detail}, lang);
    case cause_kind::data_error: break;
  }
  return {};
}

NORMA_INLINE text describe(const cause& c, const pack_content& pack,
                           const vocabulary& names) {
  const auto words = [&](language lang) {
    const wording labels{pack, names, lang};
    return cause_message(
        c, [&labels](const std::string& fact) { return labels.label(fact); }, lang);
  };
  return {words(language::zh), words(language::en)};
}

}  // namespace norma
