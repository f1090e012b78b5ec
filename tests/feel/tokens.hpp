// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

namespace norma_feel {

enum class token_kind { word, number, string, at_literal, sign };

/// A word, a number, a string or a sign of an expression. Comments are none.
struct token {
  token_kind kind = token_kind::sign;
  std::string text;  ///< of strings what is between the quotes, as written
};

/// Splits `expression` without judging it. `..` and `**` are one sign each.
[[nodiscard]] std::vector<token> tokens_of(std::string_view expression);

}  // namespace norma_feel
