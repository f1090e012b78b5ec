// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <norma/assess/assess.hpp>
#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "batch/two_counts.hpp"
#include "catch.hpp"

// What is wrong with a value is told of its row alone.

namespace norma_test::bad_values_test {

TEST_CASE("a bad value is an error in the data of its row alone") {
  column_store store;
  const auto plan = plan_of_two_counts();
  norma::batch::frame units("enterprise", 5);
  units.add("due", store.numbers(layout::int32, {4, -4, 4, 4, 4}));
  units.add("signed", store.numbers(layout::float64, {4, 4, 45, 4, 4}, 0, 0));
  units.add("sound", store.booleans(true, {1, 1, 1, 1, 1}));
  // The fourth word is none of the category, the fifth code is no entry at all.
  units.add("size", store.dictionary({"small", "enormous"}, {0, 0, 0, 1, 9}));
  const auto found = plan.judge(units);
  using norma::verdict;
  CHECK(found.columns[0] == std::vector<verdict>{verdict::pass, verdict::undetermined,
                                                 verdict::pass, verdict::undetermined,
                                                 verdict::undetermined});
  const auto causes = [&](std::size_t row) {
    return plan.explain(units, row).tree.causes;
  };
  REQUIRE(causes(1).size() == 1);
  CHECK(causes(1).front().kind == norma::cause_kind::data_error);
  CHECK(causes(1).front().fact == "due");
  REQUIRE(causes(4).size() == 1);
  CHECK(causes(4).front().fact == "size");
}

TEST_CASE("a count of more digits than a double holds for sure is an error in the data") {
  column_store store;
  const auto plan = plan_of_two_counts();
  norma::batch::frame units("enterprise", 5);
  // The last but one is how a double has 10^16 + 1, too.
  const std::vector<double> due{123456789012345, 999999999999999, 1e15, 1e16, 0.5};
  units.add("due", norma::batch::doubles(due));
  units.add("signed", norma::batch::doubles(due));
  units.add("sound", store.booleans(true, {1, 1, 1, 1, 1}));
  units.add("size", store.texts({"small", "small", "small", "small", "small"}));
  const auto found = plan.judge(units);
  using norma::verdict;
  CHECK(found.columns[0] == std::vector{verdict::pass, verdict::pass,
                                        verdict::undetermined, verdict::undetermined,
                                        verdict::undetermined});
  for (std::size_t row = 0; row < 5; ++row)
    CHECK(plan.explain(units, row).verdict == found.columns[0][row]);
}

TEST_CASE("tables of very many cells go row by row: their steps would take memory") {
  for (const int rows : {10, 50'000}) {
    std::vector<table_line> lines;
    for (int i = 0; i < rows; ++i)
      lines.push_back({{">= " + std::to_string(rows - i)}, "large"});
    lines.push_back({{"-"}, "small"});
    const auto by = sample_pack{}
                        .count("heads")
                        .table("by_size", {"heads"}, lines)
                        .category("size", {"small", "large"}, {.from_table = "by_size"})
                        .standard({part("p", "size = \"large\"")});
    const norma::batch::plan plan(by, {.as_of = today});
    column_store store;
    norma::batch::frame units("enterprise", 2);
    units.add("heads", store.numbers(layout::int32, {0, 1}));
    const auto found = plan.judge(units);
    CHECK(found.columns[0] == std::vector{norma::verdict::fail, norma::verdict::pass});
    CHECK(found.row_by_row == (rows == 10 ? 0u : 2u));
    CHECK(plan.explain().empty() == (rows == 10));
  }
}

TEST_CASE("bytes that are no UTF-8 are an error in the data of their row") {
  sample_pack words;
  words.words("town").words("seat").category("size", {"small", "large"});
  const auto by =
      words.standard({part("is", "town = \"a\""), part("not", "town != \"a\""),
                      part("same", "town = seat"), part("size", "size != \"large\"")});
  const norma::batch::plan plan(by, {.as_of = today});
  column_store store;
  const std::string gbk = "\xb4\xf3";
  using cells = std::vector<std::optional<std::string>>;
  for (const bool entries : {false, true}) {
    const auto texts = [&](const std::string& first, const std::string& second) {
      if (entries) return store.dictionary({first, second}, {0, 1, 1, std::nullopt});
      return store.texts(cells{first, second, second, std::nullopt});
    };
    norma::batch::frame units("enterprise", 4);
    units.add("town", texts("a", gbk));
    units.add("seat", texts("b", gbk));
    units.add("size", texts("small", "large" + gbk));
    const auto found = plan.judge(units);
    CHECK(found.row_by_row == 0);
    for (std::size_t row = 0; row < units.rows; ++row) {
      const auto report = plan.explain(units, row);
      for (std::size_t path = 1; path < found.paths.size(); ++path) {
        const auto& node = *norma::find_node(report, found.paths[path]);
        CHECK(found.at(path, row) == node.verdict);
        if (row == 0) continue;
        CHECK(node.verdict == norma::verdict::undetermined);
        if (row == 3) continue;
        REQUIRE(!node.causes.empty());
        CHECK(node.causes.front().code == "N0755");
      }
    }
  }
}

TEST_CASE("a range may lie beyond 64 bits") {
  const auto far = *norma::number::parse("1e25");
  const auto range = [](std::optional<norma::value> low, std::optional<norma::value> high,
                        bool included) {
    return norma::range_value{std::move(low), std::move(high), included, included, false};
  };
  const norma::number most{std::numeric_limits<std::int64_t>::max()};
  const norma::number least{std::numeric_limits<std::int64_t>::min()};
  using norma::value;
  const std::vector<norma::range_value> ranges{
      range(value{far}, {}, true),          range(value{-far}, {}, true),
      range({}, value{far}, true),          range({}, value{-far}, true),
      range(value{far}, value{far}, true),  range(value{-far}, value{-far}, true),
      range(value{most}, {}, false),        range(value{most}, {}, true),
      range({}, value{least}, false),       range({}, value{least}, true),
      range(value{-far}, value{far}, true), range(value{most}, value{far}, false)};
  for (const auto& each : ranges) {
    sample_pack words;
    words.plain_number("level", {.range = each});
    const auto by = words.standard({part("p", "level >= 0"), part("q", "level < 5")});
    const norma::batch::plan plan(by, {.as_of = today});
    column_store store;
    norma::batch::frame units("enterprise", 5);
    units.add("level", store.numbers(layout::int64,
                                     {0, 1, -1, std::numeric_limits<std::int64_t>::max(),
                                      std::numeric_limits<std::int64_t>::min()}));
    const auto found = plan.judge(units);
    CHECK(found.row_by_row == 0);
    for (std::size_t row = 0; row < units.rows; ++row) {
      INFO(value{each}.to_string() << ", row " << row);
      CHECK(found.at(0, row) == plan.explain(units, row).tree.verdict);
    }
  }
}

TEST_CASE("of marks in bits and in bytes those in bits count") {
  const std::uint8_t bits[] = {2};
  const std::vector<std::uint8_t> bytes{1, 0}, cells{1, 1};
  auto column = norma::batch::booleans(cells, bytes);
  column.valid_bits = bits;
  CHECK(!column.is_valid(0));
  CHECK(column.is_valid(1));
  sample_pack words;
  const auto by = words.boolean("sound").standard({part("p", "sound")});
  const norma::batch::plan plan(by, {.as_of = today});
  norma::batch::frame units("enterprise", 2);
  units.add("sound", column);
  const auto found = plan.judge(units);
  for (std::size_t row = 0; row < units.rows; ++row)
    CHECK(found.at(0, row) == plan.explain(units, row).tree.verdict);
  CHECK(found.at(0, 1) == norma::verdict::pass);
}

}  // namespace norma_test::bad_values_test
