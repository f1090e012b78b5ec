// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/config.hpp>
#include <norma/core/text.hpp>
#include <norma/value/date.hpp>

namespace norma {

/// The first and the last day on which something holds; open where absent.
struct day_range {
  std::optional<date> from, to;
  [[nodiscard]] bool contains(date day) const {
    return (!from || *from <= day) && (!to || day <= *to);
  }
  friend bool operator==(const day_range&, const day_range&) = default;
};

/// A place in a document: the pack's id of the document and the document's
/// own numbering from the top (`三（一）1⑦`), blanks removed.
struct citation {
  std::string document;
  std::string clause;
  [[nodiscard]] bool empty() const { return document.empty() && clause.empty(); }
  friend bool operator==(const citation&, const citation&) = default;
};

/// The locator with blanks removed and half-width brackets made full-width:
/// the form in which two locators are compared (design section 5).
[[nodiscard]] std::string normalize_clause(std::string_view clause);

/// `outer` with `inner` appended, as a string `cite` does.
[[nodiscard]] citation append_clause(const citation& outer, std::string_view inner);

/// A document that rules cite.
struct document {
  std::string id;
  std::string number;
  text title;
  std::optional<date> day;
  day_range in_force;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/citation.ipp>
#endif
