// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

#include <filesystem>  // std::filesystem::current_path
#include <locale>      // std::locale

extern const char* const norma_source_root;  // source_root.cpp

// glibc keeps what it made of LOCPATH; LeakSanitizer asks here what to leave out.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:argz_add_sep\n"; }

// Tests run in the root of the project, from wherever they are started, and in the
// locale of their environment, as in a program that has set it. One that is not
// installed throws.
int main(int argc, char** argv) {
  std::locale::global(std::locale(""));
  std::filesystem::current_path(norma_source_root);
  return Catch::Session().run(argc, argv);
}
