// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
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

TEST_CASE("sets of any words are in columns what they are one by one") {
  std::mt19937 chance(7);  // NOLINT: the same each time
  const auto below = [&](std::size_t n) { return chance() % n; };
  const auto all_words = many_words();
  for (const std::size_t size : tried<std::size_t>({2, 31, 32, 33, 64, 65, 100}, 3)) {
    const std::vector<std::string> category(all_words.begin(), all_words.begin() + size);
    auto entries = category;
    entries.insert(entries.end(), {"?", ""});
    const std::vector widths{layout::int8,  layout::uint8,  layout::int16, layout::uint16,
                             layout::int32, layout::uint32, layout::int64};
    for (const layout width : tried(widths, 4)) {
      std::vector<std::optional<std::int64_t>> lengths, codes;
      for (int row = 0; row < 203; ++row) {
        lengths.emplace_back(below(10) == 0 ? 40 : below(5));
        for (std::int64_t i = 0; i < *lengths.back(); ++i) {
          // Often the first and the last words, at times blank or none.
          const std::size_t odd = below(20), word = below(size);
          codes.emplace_back(odd == 0   ? size
                             : odd == 1 ? size + 1
                             : odd < 12 ? size - 1 - word % 2
                                        : word);
          if (odd == 19) codes.back() = std::nullopt;
        }
        if (below(20) != 0) continue;
        codes.resize(codes.size() - static_cast<std::size_t>(*lengths.back()));
        lengths.back() = std::nullopt;
      }
      column_store store;
      frame units("enterprise", lengths.size());
      units.add("topics",
                store.lists(lengths, store.dictionary(entries, codes, 3, width), 1));
      for (const char* const condition : {"count(topics) >= 2", "\"wages\" in topics"}) {
        const plan by(with(condition, category), {.as_of = today});
        std::vector<norma::verdict> reported;
        for (std::size_t row = 0; row < units.rows; ++row)
          reported.push_back(by.explain(units, row).tree.verdict);
        for (const auto& set : norma::batch::instruction_sets()) {
          const auto found = by.judge(units, {.instructions = set});
          for (std::size_t row = 0; row < units.rows; ++row) {
            INFO(condition << ", row " << row << " of " << size << " words, " << set);
            CHECK(found.at(0, row) == reported[row]);
          }
        }
      }
    }
  }
}

}  // namespace norma_test::sets_test
