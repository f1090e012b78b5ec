// SPDX-License-Identifier: Apache-2.0
#include "help.hpp"

namespace norma::cli {

std::string help_text(const std::string& verb, language lang) {
  for (const auto& pages : {pages_on_units(), pages_on_packs()}) {
    for (const auto& one : pages) {
      if (one.verb == verb) return std::string(lang == language::zh ? one.zh : one.en);
    }
  }
  return {};
}

}  // namespace norma::cli
