// SPDX-License-Identifier: Apache-2.0
#include <fstream>   // std::ifstream
#include <iterator>  // std::istreambuf_iterator
#include <string>    // std::string

#include <norma/load/load.hpp>

#include "catch.hpp"
#include "tools/standard_page.hpp"

namespace norma_test::standard_pages_test {

namespace {

std::string recorded(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("docs/standards.* are what the packs say (`make golden` records them)") {
  const norma::pack nation = norma::load(NORMA_SOURCE_DIR "/rules/cn");
  const norma::pack province = norma::load(NORMA_SOURCE_DIR "/rules/cn-zj");
  norma_test::standard_page en(norma::language::en);
  CHECK(recorded(NORMA_SOURCE_DIR "/docs/standards.md") == en.write({nation, province}));
  norma_test::standard_page zh(norma::language::zh);
  CHECK(recorded(NORMA_SOURCE_DIR "/docs/standards.zh.md") ==
        zh.write({nation, province}));
}

}  // namespace norma_test::standard_pages_test
