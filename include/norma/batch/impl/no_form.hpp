// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

// What is told of what has no way in columns.

namespace norma::batch::detail {

/// Why something is judged row by row: a condition, or what `norma show` tells of a fact
/// under a label.
[[nodiscard]] inline text no_form(const std::string& what, std::string_view label = {}) {
  if (label.empty()) return message_text("N0698", {what, " "}, {what, ""});
  const text line = message_text(label);
  return message_text("N0698", {what, "（“" + line.zh + "”）"},
                      {what, " (“" + line.en + "”)"});
}

}  // namespace norma::batch::detail
