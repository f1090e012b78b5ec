// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <string>         // std::string
#include <unordered_set>  // std::unordered_set

#include "findings.hpp"
#include "strange_keys.hpp"
#include "units.hpp"

namespace norma::cli {

/// Tells of keys that are nothing, each once for a block.
class unknown_keys {
 public:
  explicit unknown_keys(unit_store& to) : to_(to) {}

  void tell(std::size_t line, const strange_keys& keys) {
    for (const auto& name : keys.names()) {
      if (told_.contains(name)) continue;
      if (told_.size() < told_once::most_names) told_.insert(name);
      if (!to_.shows_more()) {
        to_.note_more(1);
        continue;
      }
      to_.note({line, 0, {"N0696", {name, {}}, {}, {}}});  // its hint: `key_hints`
    }
    to_.note_more(keys.more());
  }

 private:
  unit_store& to_;
  std::unordered_set<std::string> told_;
};

}  // namespace norma::cli
