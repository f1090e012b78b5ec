// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <fstream>   // std::ifstream
#include <iterator>  // std::istreambuf_iterator
#include <sstream>   // std::istringstream

#include "tools/message_page.hpp"

namespace norma_test::message_page_test {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("docs/messages.md is the page of the catalogue (`make golden` records it)") {
  std::ifstream file(NORMA_SOURCE_DIR "/docs/messages.md", std::ios::binary);
  REQUIRE(file);
  const std::string recorded{std::istreambuf_iterator<char>(file), {}};
  const std::string page = norma_test::message_page();
  const auto expected = lines_of(page);
  const auto found = lines_of(recorded);
  for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
    INFO("line " << i + 1);
    REQUIRE(found[i] == expected[i]);
  }
  CHECK(recorded.size() == page.size());
}

TEST_CASE("the page of messages names every code once") {
  const std::string page = norma_test::message_page();
  for (const norma::message* m : norma::all_messages()) {
    const std::string row = "\n| " + std::string(m->code) + " | ";
    INFO(m->code);
    const std::size_t first = page.find(row);
    REQUIRE(first != std::string::npos);
    CHECK(page.find(row, first + 1) == std::string::npos);
  }
}

}  // namespace norma_test::message_page_test
