// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <vector>

#include <norma/assess/assess.hpp>
#include <norma/assess/bind.hpp>
#include <norma/batch/plan.hpp>
#include <norma/batch/unit_judge.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// A set has each word once, whoever says it twice.

namespace norma_test::sets_test {

using norma::batch::frame;
using norma::batch::plan;

namespace {

const std::vector<std::string> conditions{
    "count(topics) >= 2",  "count(topics) = 1",
    "count(topics) <= 1",  "count(topics[item = \"wages\"]) = 1",
    "\"wages\" in topics", "every t in topics satisfies t = \"wages\""};

std::vector<std::string> many_words() {
  std::vector<std::string> all{"wages", "hours"};
  for (int i = 0; i < 98; ++i) all.push_back("w" + std::to_string(i));
  return all;
}

norma::standard with(const std::string& condition,
                     const std::vector<std::string>& category) {
  sample_pack s;
  return s.set_of("topics", category)
      .standard({group("g", norma::combine::all, {part("p", condition)})}, {});
}

}  // namespace

TEST_CASE("a word that a set names twice counts once") {
  const norma::list_value said{value{"wages"}, value{"hours"}, value{"wages"}};
  const auto by = with("count(topics) = 2", {"wages", "hours"});
  CHECK(norma::judge(by, norma::bind(by, enterprise({{"topics", value{said}}}),
                                     {today})) == norma::verdict::pass);
}

TEST_CASE("in columns, too, whatever the size of the category") {
  const std::vector<std::optional<std::string>> words{
      "wages", "wages", "wages", "hours", "w97", "w97",        "w96",       "wages",
      "wages", "?",     "?",     "?",     "!",   std::nullopt, std::nullopt};
  for (const auto& category :
       {many_words(), std::vector<std::string>{"wages", "hours", "w96", "w97"}}) {
    for (const auto& condition : conditions) {
      column_store store;
      const auto by = with(condition, category);
      frame units("enterprise", 8);
      units.add("topics", store.lists({2, 2, 3, 0, 2, 2, 2, 2}, store.texts(words)));
      const plan made(by, {.as_of = today});
      const auto found = made.judge(units);
      norma::batch::unit_judge one(made, units);
      for (std::size_t row = 0; row < units.rows; ++row) {
        INFO(condition << ", row " << row << " of " << category.size() << " words");
        const auto reported = made.explain(units, row).tree.verdict;
        CHECK(found.at(0, row) == reported);
        CHECK(one.judge(row) == reported);
      }
    }
  }
}

}  // namespace norma_test::sets_test
