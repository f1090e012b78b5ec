// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

namespace norma::cli {

/// True if the bytes are UTF-8 without a character that no file may hold, controls and
/// those that turn the direction: what reading a file asks of all of it.
[[nodiscard]] bool is_clean(std::string_view bytes);

/// True if no escape of the JSON (`\u001b`) stands for such a character.
[[nodiscard]] bool has_clean_escapes(std::string_view json);

}  // namespace norma::cli
