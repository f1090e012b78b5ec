// SPDX-License-Identifier: Apache-2.0
#include <norma/report/json_read.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <norma/assess/deciding.hpp>
#include <norma/assess/score.hpp>
#include <norma/report/html.hpp>
#include <norma/report/json.hpp>
#include <norma/report/markdown.hpp>
#include <norma/report/text.hpp>

#include "catch.hpp"
#include "sample.hpp"

namespace norma_test::json_read_test {

using norma::from_json;
using norma::language;
using norma::to_json;
using norma::value;

TEST_CASE("a report that is read back writes and renders the same") {
  for (const auto& r : {norma_test::failing_report(), norma_test::supposed_report(),
                        norma_test::passing_report(), norma_test::intricate_report(),
                        norma_test::scored_report(), norma_test::short_of_points_report(),
                        norma_test::members_report(),
                        norma_test::hostile_report("\"\\\n\x1b<b>\xe2\x80\xae")}) {
    const auto written = to_json(r);
    const auto read = from_json(written);
    REQUIRE(read);
    CHECK(to_json(*read) == written);
    for (const auto lang : {language::zh, language::en}) {
      CHECK(norma::render_text(*read, {lang, 80, false}) ==
            norma::render_text(r, {lang, 80, false}));
      CHECK(norma::render_markdown(*read, lang) == norma::render_markdown(r, lang));
      CHECK(norma::render_html(*read, lang) == norma::render_html(r, lang));
    }
  }
}

TEST_CASE("what keeps the points of a decided scheme open is read back") {
  auto r = norma_test::short_of_points_report();
  auto score = *r.score;
  score.causes = {{norma::cause_kind::data_error, {}, {}, "N0186", {"4096", "total"}}};
  r.score = std::make_shared<const norma::scheme_score>(score);
  const auto read = from_json(to_json(r));
  REQUIRE(read);
  CHECK(read->score->causes == score.causes);
  CHECK(to_json(*read) == to_json(r));
}

TEST_CASE("numbers are read exactly") {
  const auto read = from_json(to_json(norma_test::intricate_report()));
  REQUIRE(read);
  const auto* node = norma::find_node(*read, "veto/arrears");
  REQUIRE(node != nullptr);
  const auto& record = *node->facts.at(0).content.list()->at(0).record();
  CHECK(*record.find("amount")->num() ==
        *norma::number::parse("12345678901234567890.123456789"));
  CHECK(*record.find("share")->num() == *norma::number::ratio(1, 3));
}

TEST_CASE("texts and records that look like something else are read as what they are") {
  const auto record = [](std::vector<std::string> names, std::vector<value> fields) {
    return value{
        norma::record_value{std::make_shared<const norma::record_shape>(std::move(names)),
                            std::move(fields)}};
  };
  const norma::list_value all{"1/3",
                              "1/2",
                              "2/6a",
                              *norma::number::ratio(1, 3),
                              record({"none"}, {true}),
                              record({"unknown"}, {norma::value{norma::list_value{}}}),
                              record({"unknown"}, {3}),
                              record({"text"}, {"a"}),
                              record({"record"}, {record({"record"}, {1})}),
                              record({"from", "to"}, {"2023-01-01", "2023-12-31"}),
                              record({"to", "from"}, {"2023-01-01", "1/7"}),
                              record({"range"}, {"[1..2]"}),
                              record({"count", "first"}, {1, norma::list_value{}}),
                              record({}, {})};
  auto r = norma_test::failing_report();
  norma::fact_shown shown;
  shown.fact = "all";
  shown.content = all;
  norma::report_node* part = &r.tree;
  while (!part->members.empty()) part = &part->members.front();
  part->facts = {shown};
  const auto written = to_json(r);
  const auto read = from_json(written);
  REQUIRE(read);
  CHECK(to_json(*read) == written);
  const auto* node = norma::find_node(*read, part->path);
  REQUIRE(node != nullptr);
  REQUIRE(node->facts.size() == 1);
  const auto& back = *node->facts[0].content.list();
  REQUIRE(back.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(i);
    CHECK(back[i].to_string() == all[i].to_string());
    CHECK(back[i].same_as(all[i]));
  }
}

TEST_CASE("a report that is cut off or has a key too few is not read") {
  const auto written = to_json(norma_test::failing_report());
  for (std::size_t length = 0; length + 2 < written.size(); length += 7)
    CHECK_FALSE(from_json(std::string_view(written).substr(0, length)));
  for (const auto* key :
       {"\"as_of\"", "\"verdict\"", "\"tree\"", "\"labels\"", "\"facts\"", "\"by\"",
        "\"shown\"", "\"zh\"", "\"members\"", "\"strength\""}) {
    auto changed = written;
    changed.replace(changed.find(key) + 1, 1, "X");
    INFO(key);
    CHECK_FALSE(from_json(changed));
  }
}

TEST_CASE("what is not JSON is not read") {
  const std::string written = to_json(norma_test::passing_report());
  CHECK(from_json("  " + written + "\r\n\t"));
  for (const auto& bad : {std::string(""), std::string("[]"), std::string("null"),
                          written + "x", "[" + written + "]", written + ","})
    CHECK_FALSE(from_json(bad));
  // Wrong escapes, numbers and characters inside an otherwise good report.
  const std::string name = "\"甬江泵业\"";
  for (const auto* bad :
       {"\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\u12\"",
        "\"a\nb\"", "\"\xff\"", "01", "1.", "-", "+1", "1e", "NaN", "'a'", "\"a"}) {
    auto changed = written;
    changed.replace(changed.find(name), name.size(), bad);
    INFO(bad);
    CHECK_FALSE(from_json(changed));
  }
  auto changed = written;
  changed.replace(changed.find(name), name.size(), "\"\\u7532\\ud83d\\ude00\\/\"");
  const auto read = from_json(changed);
  REQUIRE(read);
  CHECK(read->unit_name == "甲😀/");
}

TEST_CASE("nesting does not exhaust the stack") {
  CHECK_FALSE(from_json(std::string(1'000'000, '[')));
  CHECK_FALSE(from_json("{\"a\":" + std::string(1'000'000, '[')));
}

TEST_CASE("that a search for deciding elements was ended is written, read and told") {
  auto r = norma_test::members_report();
  auto& condition = *r.tree.members[0].members[0].condition;
  auto deciding = condition.deciding.get();
  deciding[0].whole = false;
  condition.deciding = std::move(deciding);
  const auto written = to_json(r);
  CHECK(written.find("\"whole\": false,\n") != std::string::npos);
  const auto read = from_json(written);
  REQUIRE(read);
  CHECK(to_json(*read) == written);
  const auto told = [&](const std::string& shown) {
    return shown.find("those that follow were not looked at") != std::string::npos;
  };
  CHECK(told(norma::render_text(*read, {language::en, 400, false})));
  CHECK(told(norma::render_markdown(*read, language::en)));
  const auto page = norma::render_html(*read, language::en);
  CHECK(told(page.substr(0, page.find("Clause by clause"))));
  CHECK(told(page.substr(page.find("Clause by clause"))));
}

}  // namespace norma_test::json_read_test
