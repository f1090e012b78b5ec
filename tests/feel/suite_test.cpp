// SPDX-License-Identifier: Apache-2.0
#include <filesystem>  // std::filesystem
#include <fstream>     // std::ofstream
#include <sstream>     // std::ostringstream
#include <stdexcept>   // std::runtime_error
#include <utility>     // std::pair

#include "catch.hpp"
#include "case_file.hpp"
#include "explained.hpp"
#include "figures.hpp"
#include "judge.hpp"
#include "subset.hpp"
#include "tck_suite.hpp"
#include "typed_value.hpp"

namespace norma_test::suite_test {

using namespace norma_feel;

namespace {

/// tests/feel/example is laid out as a checkout of the public suite is.
const collection& example() {
  static const collection cases = [] {
    collection result;
    read_tck("tests/feel/example", result);
    return result;
  }();
  return cases;
}

const feel_case& example(const std::string& decision) {
  for (const auto& c : example().cases)
    if (c.id == "compliance-level-3/0001-days#001#" + decision) return c;
  throw std::runtime_error("no such case: " + decision);
}

std::string subset(const std::string& expression) {
  feel_case c;
  c.expression = expression;
  c.expected = {norma::value{1}, {}};
  return subset_of(c, false, {"tSize"});
}

collection read_text(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() / "norma_feel_cases.json";
  std::ofstream(file) << text;
  collection result;
  read_case_file(file, result);
  return result;
}

}  // namespace

TEST_CASE("a checkout of the suite gives its single literal expressions") {
  CHECK(example().cases.size() == 7);
  int left_out = 0;
  for (const auto& [reason, count] : example().left_out) left_out += count;
  CHECK(left_out == 4);
  CHECK(example().left_out.back() ==
        std::pair<std::string, int>("in the suite's folder non-compliant", 1));
  CHECK(example("least").expression == "if min(rates) < 0.9 then \"low\" else \"fine\"");
  CHECK(example("least").expects == expectation::value);
  CHECK(example("wrong").expects == expectation::error);
  CHECK(example("nothing").expects == expectation::null);
  CHECK(example("crews").expected.of->to_string() == "[\"A\", \" B \"]");
}

TEST_CASE("a case is bound to the inputs that its decision requires, no others") {
  REQUIRE(example("least").inputs.size() == 1);
  CHECK(example("least").inputs[0].second.of->to_string() == "[0.95, 0.85]");
  CHECK(example("wrong").inputs.empty());
  CHECK(example("crews").inputs[0].second.of->to_string() ==
        "{crews: [{name: \"A\"}, {name: \" B \"}]}");
}

TEST_CASE("cases of a checkout are judged, and fail where there is no such value") {
  for (const auto* decision : {"least", "wrong", "nothing", "later", "crews", "big"}) {
    INFO(decision);
    CHECK(judge(example(decision)).passed);
  }
  const auto zoned = judge(example("open"));
  CHECK_FALSE(zoned.passed);
  CHECK(zoned.expected == "18:00:00+08:00");
  CHECK(zoned.found == "not run: no value of this engine is closes = 18:00:00+08:00");
}

TEST_CASE("the smallest of three subsets has a case, by what it is written with") {
  for (const auto* text :
       {"1 + 2 * -3", "count([1, 2]) > 1", "x in (1..5]", "x in ]1..5[",
        "date(\"2024-02-29\") + @\"P1Y\"", "// {\n1", "\"function\" = \"a.b[1]\"",
        "if a then b else c", "every x in [1] satisfies x > 0", "x between 1 and 2",
        "years and months duration(a, b)", "duration(\"10:00:00Z\")", "0.5", "1..5"})
    CHECK((std::string(text) + ": " + subset(text)) == std::string(text) + ": CORE");
  for (const auto* text :
       {"a[1]", "[1, 2][item > 1]", "(a)[1]", "a.b", "@\"2024-02-29\".year",
        "for i in 1..3 return i", "abs(1)", "string length(\"a\")", "all(list: a)",
        "1 instance of number", "1 instance of function<>->Any", "@\"10:00:00\"",
        "date and time(\"2024-02-29\")"})
    CHECK((std::string(text) + ": " + subset(text)) == std::string(text) + ": PLUS");
  for (const auto* text :
       {"{a: 1}", "function(x) x", "matches(\"a\", \"b\")", "@\"10:00:00Z\"",
        "date(\"2024-02-29T10:00:00+08:00\")", "@\"10:00:00\".timezone", "now()",
        "today()", "site name + 1", "a instance of tSize", "of_a_model(1)", "sort(a, b)",
        "get value(a, b)"})
    CHECK((std::string(text) + ": " + subset(text)) == std::string(text) + ": FULL");
  CHECK(example("least").subset == "CORE");
  CHECK(example("later").subset == "PLUS");
  CHECK(example("crews").subset == "FULL");  // takes a context
  CHECK(example("big").subset == "FULL");    // its input has allowed values
  CHECK(example("open").subset == "FULL");   // a time with a zone
}

TEST_CASE("numbers pass within 10^-8, all else by value") {
  feel_case c;
  c.expression = "1.00000001";
  c.expected = read_value("number", "1");
  CHECK_FALSE(judge(c).passed);
  c.expression = "[1.000000009]";
  c.expected = make_list({read_value("number", "1")});
  CHECK(judge(c).passed);
  c.expression = "@\"P1D\"";
  c.expected = read_value("days and time duration", "PT24H");
  CHECK(judge(c).passed);
  c.expression = "\"1\"";
  c.expected = read_value("number", "1");
  CHECK_FALSE(judge(c).passed);
}

TEST_CASE("an error expected is null with a diagnostic, a null expected is null") {
  feel_case c;
  c.expects = expectation::error;
  c.expected = {norma::value{}, {}};
  c.expression = "null";
  CHECK_FALSE(judge(c).passed);
  c.expression = "1 + \"1\"";
  CHECK(judge(c).passed);
  c.expression = "1 +";
  CHECK(judge(c).passed);
  CHECK_FALSE(judge(c).unasked_error);
  c.expects = expectation::null;
  CHECK(judge(c).passed);
  CHECK(judge(c).unasked_error);
  c.expression = "null";
  CHECK(judge(c).passed);
  CHECK_FALSE(judge(c).unasked_error);
  c.expression = "1";
  CHECK_FALSE(judge(c).passed);
}

TEST_CASE("the doors of the language are held against each other") {
  feel_case c;
  c.expected = read_value("number", "1");
  for (const auto* text : {"1", "1 / 0", "if null then 2 else 1", "1 + \"a\""}) {
    c.expression = text;
    INFO(text);
    CHECK(judge(c).at_pack_door.empty());
  }
}

TEST_CASE("a file of cases gives subset and inputs; what is no literal is left out") {
  const auto read = read_text(R"({"subset": "own", "records": [
    {"id": "a", "expression": "x", "inputs": {"x": {"t": "unknown"}},
     "expected": {"t": "unknown"}, "source": "somewhere"},
    {"id": "b", "subset": "CORE", "expression": "1", "expected": {"t": "null"}},
    {"id": "c", "kind": "bkm", "expression": "f", "expected": {"t": "null"}}]})");
  REQUIRE(read.cases.size() == 2);
  CHECK(read.cases[0].subset == "own");
  CHECK(read.cases[0].source == "somewhere");
  CHECK(read.cases[0].expects == expectation::unknown);
  CHECK(judge(read.cases[0]).passed);
  CHECK(read.cases[1].subset == "CORE");
  CHECK(judge(read.cases[1]).found == "1");
  CHECK(read.left_out.size() == 1);
  CHECK_THROWS_AS(read_text("{\"records\": [{}]}"), std::runtime_error);
  CHECK_THROWS_AS(read_text("[]"), std::runtime_error);
}

TEST_CASE("a figure below the recorded one is named, and so is one that is gone") {
  const auto file = std::filesystem::temp_directory_path() / "norma_feel_figures.json";
  std::ofstream(file) << R"({"it": {"CORE": {"value": [9, 10], "error": [2, 2]}}})";
  figure_table table;
  table["CORE"][0] = {9, 10};
  table["CORE"][1] = {2, 2};
  CHECK(fallen(table, file, "it").empty());
  table["CORE"][0] = {18, 20};  // as many of more
  CHECK(fallen(table, file, "it").empty());
  table["CORE"][0] = {17, 20};
  CHECK(fallen(table, file, "it") ==
        std::vector<std::string>{"CORE, cases with value: 17 of 20, recorded 9 of 10"});
  table["CORE"][0] = {18, 20, 1};
  CHECK(fallen(table, file, "it") ==
        std::vector<std::string>{
            "CORE, cases with value: 18 of 20, 1 with an error, recorded 9 of 10"});
  table["CORE"][0] = {9, 9};  // a case was lost
  CHECK(fallen(table, file, "it").size() == 1);
  table.clear();
  CHECK(fallen(table, file, "it").size() == 2);
  CHECK_THROWS_AS(fallen(table, file, "other"), std::runtime_error);
}

TEST_CASE("figures are printed without columns that no case has") {
  figure_table table;
  table["CORE"][0] = {1, 2};
  table["CORE"][2] = {3, 3};
  std::ostringstream out;
  print(table, out);
  CHECK(out.str() ==
        "subset  with value      with null\nCORE    1 of 2          3 of 3\n");
  out.str("");
  table["CORE"][2] = {3, 3, 2};
  print(table, out);
  CHECK(out.str().find("of the 3 of CORE with null that pass, 2 come with an error that "
                       "they do not ask for\n") != std::string::npos);
}

TEST_CASE("a case that fails is to be listed on the page, by suite") {
  std::vector<feel_case> cases(4);
  cases[0].id = "compliance-level-3/0103-is#time_002#time_002";
  cases[1].id = "compliance-level-3/0021-list#001#decision2";
  cases[2].id = "compliance-level-3/0021-list#002#decision2";
  cases[3].id = "compliance-level-3/0021-list#003#decision2";
  const std::vector<outcome> outcomes{
      {false, "", ""}, {false, "", ""}, {false, "", ""}, {true, "", ""}};
  const auto page = std::filesystem::temp_directory_path() / "norma_feel_page.md";
  std::ofstream(page) << "Words, 002.\n- `0103-is`: time_001,\n  time_002\n\n- "
                         "`0021-list`: 001#decision2\nno, 002\n";
  CHECK(unexplained(cases, outcomes, page) == std::vector<std::string>{cases[2].id});
  CHECK_THROWS_AS(unexplained(cases, outcomes, "no_such_page.md"), std::runtime_error);
}

}  // namespace norma_test::suite_test
