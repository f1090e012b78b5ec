// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <norma/core/error.hpp>

namespace norma_test::error_test {

using norma::diagnostic;

namespace {

diagnostic unknown_key(std::string key) {
  diagnostic d;
  d.code = "N0203";
  d.arguments = {std::move(key)};
  return d;
}

}  // namespace

TEST_CASE("a rule error shows its first three findings and counts the others") {
  std::vector<diagnostic> findings;
  for (const char* key : {"first", "second", "third", "fourth", "fifth"}) {
    findings.push_back(unknown_key(key));
  }
  const norma::rule_error error(findings);
  CHECK(error.diagnostics().size() == 5);
  CHECK(std::string(error.what()) ==
        "error[N0203]: unknown key `first`\n\n"
        "error[N0203]: unknown key `second`\n\n"
        "error[N0203]: unknown key `third`\n\n"
        "and 2 more\n");
}

TEST_CASE("a rule error shows errors before notes") {
  diagnostic note;
  note.code = "N0299";
  note.arguments = {"7"};
  const norma::rule_error error({note, unknown_key("x")});
  const std::string what = error.what();
  CHECK(what.find("error[N0203]") == 0);
  CHECK(what.find("note[N0299]") != std::string::npos);
  CHECK(error.diagnostics().front().code == "N0299");
}

TEST_CASE("a rule error without findings still says something, and is a norma::error") {
  const norma::rule_error error(std::vector<diagnostic>{});
  CHECK_FALSE(std::string(error.what()).empty());
  CHECK(dynamic_cast<const norma::error*>(&error) != nullptr);
}

}  // namespace norma_test::error_test
