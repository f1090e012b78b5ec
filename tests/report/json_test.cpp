// SPDX-License-Identifier: Apache-2.0
#include <norma/report/json.hpp>
#include <norma/report/json_read.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <norma/core/text.hpp>
#include <norma/report/schema.hpp>

#include "catch.hpp"
#include "sample.hpp"

namespace norma_test::json_test {

using norma::to_json;

namespace {

bool has(const std::string& all, const std::string& words) {
  return all.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("numbers keep all their digits") {
  const auto shown = to_json(norma_test::intricate_report());
  CHECK(has(shown, "12345678901234567890.123456789"));
  CHECK(has(shown, "\"share\": \"1/3\""));
  CHECK(has(to_json(norma_test::failing_report()), "\"value\": 599999.99,"));
}

TEST_CASE("unknown, absent and open ends are told apart") {
  const auto shown = to_json(norma_test::intricate_report());
  CHECK(has(shown, "\"value\": {\"none\": true}"));
  CHECK(has(shown, "\"period\": {\"from\": \"2023-01-01\", \"to\": null}"));
  CHECK(has(shown, "\"case\": \"2024-0117\""));
  CHECK(has(shown, "\"count\": 150,"));
  CHECK(has(to_json(norma_test::failing_report()), "\"value\": null,"));
}

TEST_CASE("one report is an object, several are an array") {
  const auto one = to_json(norma_test::failing_report());
  const std::vector<norma::report> all = {norma_test::failing_report(),
                                          norma_test::passing_report()};
  CHECK(to_json(std::span(all).first(1)) == one);
  CHECK(one.substr(0, 2) == "{\n");
  CHECK(to_json(all).substr(0, 2) == "[\n");
  CHECK(to_json(std::span<const norma::report>{}) == "[]\n");
}

TEST_CASE("the same report gives the same bytes") {
  CHECK(to_json(norma_test::intricate_report()) ==
        to_json(norma_test::intricate_report()));
}

TEST_CASE("what is not seen is an escape, and reads back") {
  const std::string name = "甲\u00ad乙\ufe0f\U000e0001丙😀";
  const auto shown = to_json(norma_test::hostile_report(name));
  CHECK(has(shown, "\"name\": \"甲\\u00ad乙\\ufe0f\\udb40\\udc01丙😀\""));
  const auto read = norma::from_json(shown);
  REQUIRE(read);
  CHECK(read->unit_name == name);
}

TEST_CASE("bytes that are no UTF-8 become the replacement character") {
  const auto shown = to_json(norma_test::hostile_report("a\xff\xfe\xed\xa0\x80z"));
  CHECK(norma::find_invalid_utf8(shown) == std::string::npos);
  CHECK(has(
      shown,
      "\"name\": \"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\""));
}

TEST_CASE("the published schema is the one that the library gives") {
  std::ifstream file(NORMA_SOURCE_DIR "/docs/report.schema.json");
  REQUIRE(file);
  std::ostringstream published;
  published << file.rdbuf();
  CHECK(published.str() == norma::report_schema());
}

}  // namespace norma_test::json_test
