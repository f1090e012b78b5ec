// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

#include <filesystem>  // std::filesystem::current_path

extern const char* const norma_source_root;  // source_root.cpp

// Tests run in the root of the project, from wherever they are started.
int main(int argc, char** argv) {
  std::filesystem::current_path(norma_source_root);
  return Catch::Session().run(argc, argv);
}
