// SPDX-License-Identifier: Apache-2.0
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/load/test_file.hpp>
#include <norma/load/unit_file.hpp>

#include "catch.hpp"
#include "reading.hpp"
#include "small_words.hpp"

// `limits::errors_per_file`: a file of facts that has more errors is read no further.

namespace norma_test::error_bound_test {

namespace {

using norma_test::places;
using strings = std::vector<std::string>;

const norma::pack& words() {
  static const norma::pack made = small::pack();
  return made;
}

norma::limits at_most(std::size_t errors) {
  norma::limits bounds;
  bounds.errors_per_file = errors;
  return bounds;
}

norma::unit_result read_json(const std::string& facts, const norma::limits& bounds) {
  return norma::try_read_unit(
      norma_test::source(R"({"norma":1,"unit":"enterprise","facts":{)" + facts + "}}",
                         "unit.json"),
      words(), bounds);
}

norma::table_result read_table(std::string rows, const norma::limits& bounds) {
  return norma::try_read_units(norma_test::source(std::move(rows), "units.csv"), words(),
                               "enterprise", bounds);
}

/// What is told of a park whose members stand in a file.
strings of_members(const std::string& rows, const norma::limits& bounds) {
  const norma_test::folder files = {
      {"unit.yaml",
       "norma: 1\nunit: area\nkind: park\nfacts: {members: {file: members.csv}}\n"},
      {"members.csv", rows}};
  const auto read = norma::try_read_unit(files.path() / "unit.yaml", words(), bounds);
  CHECK(read.unit.has_value() == read.diagnostics.empty());
  return places(read.diagnostics);
}

std::string many(const std::string& what, std::size_t count) {
  std::string all = what;
  for (std::size_t i = 1; i < count; ++i) all += ',' + what;
  return all;
}

}  // namespace

TEST_CASE("a file with one error more than it may have is read no further") {
  const std::string set = R"("sizes":["a","b","c"],"due":)";
  const auto all = read_json(set + "1", at_most(3));
  CHECK_FALSE(all.unit);
  CHECK(small::codes(all.diagnostics) == "N0618 N0618 N0618");
  const auto refused = read_json(set + R"("x","signed":"y")", at_most(3));
  CHECK_FALSE(refused.unit);
  CHECK(small::codes(refused.diagnostics) == "N0618 N0618 N0618 N0156");
  const auto& why = refused.diagnostics.back();
  CHECK(why.arguments == strings{"3"});
  CHECK(norma_test::marked(why.where) == R"("x")");
}

TEST_CASE("ten thousand errors are told, or counted, one more ends reading") {
  const norma::limits usual;
  CHECK(usual.errors_per_file == 10'000);
  const auto told = [&](std::size_t errors) {
    const auto read = read_json(R"("sizes":[)" + many("\"a\"", errors) + "]", usual);
    CHECK(read.diagnostics.front().code == "N0618");
    return strings{read.diagnostics[100].code, read.diagnostics.back().code,
                   read.diagnostics.back().arguments[0]};
  };
  CHECK(told(10'000) == strings{"N0299", "N0299", "9900"});
  CHECK(told(10'001) == strings{"N0156", "N0299", "9900"});
}

TEST_CASE("warnings are no errors") {
  const auto read = read_json(R"("sizes":[)" + many("\"small\"", 50) + "]", at_most(0));
  CHECK(read.unit);
  CHECK(small::codes(read.diagnostics).substr(0, 11) == "N0627 N0627");
}

TEST_CASE("errors of facts that stand before their unit count as well") {
  const auto read = norma::try_read_unit(
      norma_test::source(R"({"facts":{"due":"x","signed":"y"},"unit":"enterprise"})",
                         "unit.json"),
      words(), at_most(1));
  CHECK_FALSE(read.unit);
  CHECK(small::codes(read.diagnostics) == "N0646 N0156");
}

TEST_CASE("what is missing in a file with as many errors as it may have is one more") {
  const auto read = norma::try_read_unit(
      norma_test::source("unit: enterprise\nfacts: {due: x}\n"), words(), at_most(1));
  CHECK_FALSE(read.unit);
  CHECK(small::codes(read.diagnostics) == "N0646 N0156");
}

TEST_CASE(
    "the pack of a file with more errors than it may have is looked for no further") {
  const norma_test::folder files = {
      {"one.yaml", "norma: 1\nPack: cn-zj\n[a]: 1\n"},
      {"two.yaml", "norma: 1\nPack: cn-zj\n[a]: 1\n[b]: 1\npack: cn-zj\n"}};
  std::vector<norma::diagnostic> told;
  CHECK(norma::pack_named_in(files.path() / "one.yaml", told, at_most(1)).empty());
  CHECK(small::codes(told) == "N0204 N0203");
  told.clear();
  CHECK(norma::pack_named_in(files.path() / "two.yaml", told, at_most(1)).empty());
  CHECK(small::codes(told) == "N0204 N0156 N0203");
}

TEST_CASE("members in a file and their unit have so many errors together") {
  const std::string rows = "id,due,founded\na,1,x\nb,y,2024-01-01\nc,1,2024-01-01\n";
  CHECK(of_members(rows, at_most(2)) == strings{"N0614 2:5", "N0646 3:3"});
  CHECK(of_members(rows, at_most(1)) == strings{"N0614 2:5", "N0156 3:3"});
  // Rows that are short, ids that stand twice, a fact in two columns.
  CHECK(of_members("id,due\na\nb\n", at_most(1)) == strings{"N0639 2:1", "N0156 3:1"});
  CHECK(of_members("id,due\na,1\na,1\na,1\n", at_most(1)) ==
        strings{"N0641 3:1", "N0156 4:1"});
  CHECK(of_members("id,due,应签人数\na,1,1\nb,1,1\n", at_most(1)) ==
        strings{"N0602 2:5", "N0156 3:5"});
  CHECK(of_members("id,due,due,due\n", at_most(1)) == strings{"N0631 1:8", "N0156 1:12"});
}

TEST_CASE(
    "a table with more errors than it may have gives no rows, and tells the first") {
  const std::string rows = "id,due,founded\na,1,2024-01-01\nb,x,y\nc,z,2024-01-01\n";
  const auto all = read_table(rows, at_most(3));
  CHECK(all.diagnostics.empty());
  REQUIRE(all.rows.size() == 3);
  CHECK(all.rows[0].unit);
  CHECK(small::codes(all.rows[1].diagnostics) == "N0646 N0614");
  CHECK(small::codes(all.rows[2].diagnostics) == "N0646");
  const auto refused = read_table(rows, at_most(2));
  CHECK(refused.rows.empty());
  CHECK(places(refused.diagnostics) == strings{"N0646 3:3", "N0614 3:5", "N0156 4:3"});
}

TEST_CASE("one row or one cell may have more errors than a file") {
  const auto row = read_table("id,due,signed,founded\na,x,y,z\n", at_most(2));
  CHECK(row.rows.empty());
  CHECK(places(row.diagnostics) == strings{"N0646 2:3", "N0646 2:5", "N0156 2:7"});
  for (const char* cell : {"a;b;c", "\"[a, b, c]\""}) {
    CAPTURE(cell);
    const auto read =
        read_table("id,note,sizes\na,n," + std::string(cell) + "\nb,,x\n", at_most(2));
    CHECK(read.rows.empty());
    CHECK(places(read.diagnostics) == strings{"N0618 2:5", "N0156 2:5"});
  }
}

TEST_CASE("what tests change in a unit may have so many errors") {
  const norma_test::folder files = {
      {"tests.yaml",
       "norma: 1\ntests: contracts\ngiven: unit.yaml\nas_of: 2024-03-31\ncases:\n"
       "  - {name: a, change: {due: x, signed: y}, expect: {.: pass}}\n"
       "  - {name: b, change: {due: z}, expect: {.: pass}}\n"},
      {"unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n"}};
  const auto read =
      norma::try_read_tests(files.path() / "tests.yaml", words(), at_most(1));
  CHECK_FALSE(read.file);
  CHECK(small::codes(read.diagnostics) == "N0646 N0156");
}

}  // namespace norma_test::error_bound_test
