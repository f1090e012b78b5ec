// SPDX-License-Identifier: Apache-2.0
// Prints docs/standards.md, with `zh` docs/standards.zh.md; `make golden`
// records them. Runs in the root of the project.
#include <iostream>  // std::cout
#include <string>    // std::string

#include <norma/load/load.hpp>

#include "standard_page.hpp"

int main(int count, char** words) {
  const bool chinese = count > 1 && std::string(words[1]) == "zh";
  norma_test::standard_page page(chinese ? norma::language::zh : norma::language::en);
  std::cout << page.write({norma::load("rules/cn"), norma::load("rules/cn-zj")});
  return std::cout.flush() ? 0 : 1;
}
