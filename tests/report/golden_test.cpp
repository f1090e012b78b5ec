// SPDX-License-Identifier: Apache-2.0
// Whole reports against tests/golden/report; NORMA_RECORD=1 records them anew
// (review the difference before you commit it).
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <norma/assess/assess.hpp>
#include <norma/load/load.hpp>
#include <norma/report/html.hpp>
#include <norma/report/json.hpp>
#include <norma/report/markdown.hpp>
#include <norma/report/text.hpp>
#include <norma/rule/fact.hpp>

#include "catch.hpp"
#include "sample.hpp"

namespace norma_test::golden_test {

using norma::language;

namespace {

// The style of every page is recorded once.
std::string split_style(std::string& page) {
  const auto begin = page.find("<style>") + 7;
  const auto end = page.find("</style>");
  auto style = page.substr(begin, end - begin);
  page.erase(begin, end - begin);
  return style;
}

void compare(const std::string& name, const std::string& actual) {
  const auto path = NORMA_SOURCE_DIR "/tests/golden/" + name;
  if (std::getenv("NORMA_RECORD") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
  }
  std::ifstream file(path, std::ios::binary);
  INFO(path);
  REQUIRE(file);
  std::ostringstream recorded;
  recorded << file.rdbuf();
  CHECK(actual == recorded.str());
}

}  // namespace

TEST_CASE("reports are rendered as recorded") {
  const std::vector<std::pair<std::string, norma::report>> all = {
      {"failing", norma_test::failing_report()},
      {"supposed", norma_test::supposed_report()},
      {"passing", norma_test::passing_report()},
      {"intricate", norma_test::intricate_report()},
      {"members", norma_test::members_report()},
      {"scored", norma_test::scored_report()},
      {"short_of_points", norma_test::short_of_points_report()}};
  for (const auto& [name, r] : all) {
    compare("report/" + name + ".json", norma::to_json(r));
    for (const auto& [ending, lang] :
         {std::pair{".zh", language::zh}, std::pair{".en", language::en}}) {
      compare("report/" + name + ending + ".txt",
              norma::render_text(r, {lang, 80, false}));
      compare("report/" + name + ending + ".md", norma::render_markdown(r, lang));
      auto page = norma::render_html(r, lang);
      compare("report/page.css", split_style(page));
      compare("report/" + name + ending + ".html", page);
    }
  }
}

// No file can hold these: a loader refuses what is not of the fact's type.
TEST_CASE(
    "reports are rendered as recorded: facts of the wrong type, handed over in code") {
  const auto by = norma::load(NORMA_SOURCE_DIR "/tests/golden/facts/pack");
  norma::unit shop;
  shop.kind = "shop";
  shop.set("staff_count", "many");
  shop.set("contract_count", *norma::number::ratio(3, 2));
  shop.set("fund_amount", true);
  shop.set("food_count",
           norma::count_of_double(norma::number{std::int64_t{1} << 24}, 32));
  shop.set("size", "huge");
  shop.set("class", "\xb4\xf3");
  shop.set_members("books_count", {});
  norma::unit street;
  street.kind = "street";
  street.set_members("shops", {street});
  norma::unit crowded;
  crowded.kind = "street";
  norma::unit unknown_shop;
  unknown_shop.kind = "shop";
  crowded.set_members("shops", std::vector<norma::unit>(120, unknown_shop));
  norma::assess_options options;
  options.as_of = *norma::date::parse("2024-06-01");
  std::string all;
  for (const auto* one : {&shop, &street, &crowded}) {
    const auto r =
        norma::assess(by.standard(one == &shop ? "opening" : "street"), *one, options);
    for (const auto lang : {language::en, language::zh}) {
      all += (all.empty() ? "" : "\n") + norma::render_text(r, {lang, 80, false});
    }
  }
  compare("facts/handed_over/expected.txt", all);
}

}  // namespace norma_test::golden_test
