// SPDX-License-Identifier: Apache-2.0
// Of the kinds that a run meets those are kept that the pack has, however many there are.

#include <string>  // std::string, std::to_string

#include <norma/load/load.hpp>

#include "catch.hpp"
#include "cli/bulk/findings.hpp"
#include "cli/bulk/kinds.hpp"

namespace norma_test::kinds_test {

TEST_CASE("kinds that the pack has not are not kept") {
  const auto pack = norma::load("rules/cn-zj");
  norma::cli::command_line command;
  const norma::cli::check_request request{command, {}};
  norma::cli::bulk_kinds kinds(pack, request, {});
  const auto& firms = kinds.of("enterprise", "", false);
  REQUIRE(firms.words != nullptr);
  CHECK(firms.kind == "enterprise");
  CHECK(&kinds.of("enterprise", "", false) == &firms);
  const auto& none = kinds.of("no kind", "", false);
  CHECK(none.words == nullptr);
  CHECK(&kinds.of("another", "", false) == &none);
  CHECK(&kinds.of("area", "no such area", true) == &none);
  CHECK(kinds.of("area", "park", true).words != nullptr);
}

TEST_CASE("names beyond so many, and long ones, are not remembered") {
  using norma::cli::told_once;
  told_once told(norma::cli::row_form::lines);
  const auto is_new = [&](std::string name) {
    return told.is_new({"N0696", {std::move(name), ""}, {}, {}});
  };
  const std::string most(told_once::longest_name, 'n');
  CHECK(is_new(most));
  CHECK(!is_new(most));
  CHECK(is_new(most + 'n'));
  CHECK(is_new(most + 'n'));
  for (std::size_t i = 1; i < told_once::most_names; ++i) is_new(std::to_string(i));
  CHECK(!is_new("1"));
  CHECK(is_new("one more"));
  CHECK(is_new("one more"));
}

}  // namespace norma_test::kinds_test
