// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>         // std::span
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/core/text.hpp>

namespace norma::cli {

/// The help page of a verb; of the command itself for "".
[[nodiscard]] std::string help_text(const std::string& verb, language lang);

/// A page as it is written.
struct help_page {
  std::string_view verb, en, zh;
};

/// Of the command itself, and of the verbs that judge and evaluate.
[[nodiscard]] std::span<const help_page> pages_on_units();
/// Of the verbs that list, show, test and write what belongs to packs.
[[nodiscard]] std::span<const help_page> pages_on_packs();

}  // namespace norma::cli
