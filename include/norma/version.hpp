// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

namespace norma {

/// Version of the library, as printed in every report.
inline constexpr std::string_view version = "1.0.0";

/// Version of the rule language that `norma: 1` names at the head of a file.
inline constexpr int rule_language_version = 1;

}  // namespace norma
