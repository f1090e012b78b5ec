// SPDX-License-Identifier: Apache-2.0
// Prints docs/verdicts.md; `make golden` records it.
#include <iostream>  // std::cout

#include "verdict_page.hpp"

int main() {
  std::cout << norma_test::verdict_page{}.write();
  return std::cout.flush() ? 0 : 1;
}
