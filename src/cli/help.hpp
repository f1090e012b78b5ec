// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/core/text.hpp>

namespace norma::cli {

/// The help page of a verb; of the command itself for "".
[[nodiscard]] std::string help_text(const std::string& verb, language lang);

}  // namespace norma::cli
