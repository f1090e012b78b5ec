// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/scheme.hpp>

namespace norma {

/// The item or block that asks for facts (or the standard, the scheme).
struct fact_heading {
  citation cite;
  text title;
};

/// A fact that a standard or scheme asks for, and what asks first: of
/// `asked_facts::headings`.
struct asked_fact {
  std::uint32_t slot;
  std::size_t under;
};

struct asked_facts {
  std::vector<fact_heading> headings;
  std::vector<asked_fact> facts;
};

/// Every fact that the standard asks for (and the scheme whose gates it is, if any),
/// in order of its items and blocks: each once, those that a derived fact rests on
/// before it.
[[nodiscard]] asked_facts facts_asked(const standard& gates,
                                      const scheme_definition* points = nullptr);

/// True if the elements of the fact are units with facts of their own.
[[nodiscard]] bool holds_units(const pack_content& content, const fact_definition& fact);

/// The facts of the elements of `list`, a list of units, that the conditions
/// of the standard or scheme and the facts it asks for read.
[[nodiscard]] std::vector<const fact_definition*> member_facts_asked(
    const standard& gates, const scheme_definition* points, const fact_definition& list);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/asked_facts.ipp>
#endif
