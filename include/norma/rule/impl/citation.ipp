// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/citation.hpp>

namespace norma {

NORMA_INLINE std::string normalize_clause(std::string_view clause) {
  std::string result;
  for (std::size_t i = 0; i < clause.size();) {
    const code_point c = decode_code_point(clause, i);
    switch (c.value) {
      case ' ':
      case '\t':
      case '\n':
      case '\r':
      case 0x3000:  // ideographic space
        break;
      case '(': append_code_point(result, 0xff08); break;
      case ')': append_code_point(result, 0xff09); break;
      default: result += clause.substr(i, c.length);
    }
    i += c.length;
  }
  return result;
}

NORMA_INLINE citation append_clause(const citation& outer, std::string_view inner) {
  return {outer.document, normalize_clause(outer.clause + std::string(inner))};
}

}  // namespace norma
