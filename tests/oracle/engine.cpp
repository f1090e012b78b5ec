// SPDX-License-Identifier: Apache-2.0

// Answers the oracle's questions (answers.hpp), a line each.

#include <iostream>  // std::cin, std::cout
#include <string>    // std::string

#include "oracle/answers.hpp"

int main() {
  norma_oracle::answers engine;
  for (std::string line; std::getline(std::cin, line);)
    std::cout << engine.to(nlohmann::json::parse(line)) << std::flush;
  return 0;
}
