// SPDX-License-Identifier: Apache-2.0
// Prints docs/messages.md; `make golden` records it.
#include <iostream>  // std::cout

#include "message_page.hpp"

int main() {
  std::cout << norma_test::message_page();
  return std::cout.flush() ? 0 : 1;
}
