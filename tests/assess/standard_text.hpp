// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string
#include <vector>  // std::vector

namespace norma_test {

/// A standard as its file says it: one item of one part a condition.
inline std::string standard_of(const std::string& kind, const std::string& id,
                               const std::vector<std::string>& conditions,
                               const std::string& more = "") {
  std::string text =
      "norma: 1\nstandard: " + id + "\ntitle: {zh: 标}\nunit: " + kind + "\n" + more +
      "cite: {document: d, clause: 一}\nitems:\n  - id: a\n    title: {zh: 条}\n"
      "    all:\n";
  int n = 0;
  for (const auto& condition : conditions) {
    text += "      - id: p" + std::to_string(++n) + "\n        title: {zh: 分}\n" +
            "        require: |-\n          " + condition + "\n";
  }
  return text;
}

}  // namespace norma_test
