// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <norma/assess/assess.hpp>
#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// What columns do not say, in each way of not saying it: as the scalar engine takes it.

namespace norma_test::unknown_test {

using norma::batch::frame;
using norma::batch::plan;

namespace {

void agree(sample_pack words, const std::vector<std::string>& conditions,
           const frame& units) {
  for (const auto& condition : conditions) {
    auto pack = words;
    const plan by(
        pack.standard({group("g", norma::combine::all, {part("p", condition)})}, {}),
        {.as_of = today});
    for (const std::size_t rows_a_block :
         {std::size_t{0}, std::size_t{1}, std::numeric_limits<std::size_t>::max()}) {
      const auto found = by.judge(units, {.rows_a_block = rows_a_block});
      for (std::size_t row = 0; row < units.rows; ++row) {
        INFO(condition << ", row " << row);
        CHECK(found.at(0, row) == by.explain(units, row).tree.verdict);
      }
    }
  }
}

}  // namespace

TEST_CASE("no share is of a whole that no column has") {
  column_store store;
  sample_pack words;
  words.count("men").count("due");
  const std::vector<std::string> conditions{
      "men / due > 0",   "men / due >= 0",    "men / due <= 0",  "men / due < 0",
      "men / due = 0",   "men / due != 0",    "men / due > 0.5", "men / due < 0.5",
      "men / due >= -1", "rate(men, due) > 0"};
  frame units("enterprise", 3);
  units.add("men", store.numbers(layout::int32, {3, 0, std::nullopt}));
  agree(words, conditions, units);
  units.add("due", {.is = layout::none, .length = 3, .children = {}});
  agree(words, conditions, units);
}

TEST_CASE("what is no number is blank, and derived where it can be") {
  column_store store;
  sample_pack words;
  words.count("men").count("women").count("staff", {.value = "men + women"});
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> given{7, nan, nan, nan};
  frame units("enterprise", given.size());
  units.add("men", store.numbers(layout::int32, {3, 3, 1, std::nullopt}));
  units.add("women", store.numbers(layout::int32, {4, 4, 1, 4}));
  units.add("staff", norma::batch::doubles(given));
  agree(words, {"staff >= 5", "staff < 5", "staff = men + women"}, units);
}

TEST_CASE("a word that is null in a dictionary is blank, and derived where it can be") {
  column_store store;
  sample_pack words;
  words.count("heads");
  words.table("by_heads", {"heads"}, {{{">= 5"}, "large"}, {{"-"}, "small"}});
  words.category("size", {"small", "large"}, {.from_table = "by_heads"});
  frame units("enterprise", 4);
  units.add("heads", store.numbers(layout::int32, {9, 1, std::nullopt, 1}));
  column sizes = store.dictionary({"small", "?"}, {1, 1, 1, std::nullopt});
  sizes.children.front().content = store.texts({"small", std::nullopt});
  units.add("size", sizes);
  agree(words, {"size = \"large\"", "size = \"small\""}, units);
}

TEST_CASE("elements that have no type are unknown elements of any list") {
  column_store store;
  sample_pack words;
  words.set_of("seats", {"left", "right"}).list_of_numbers("sizes").list_of_days("days");
  words.list_of_periods("stays");
  words.records("events", {{"paid", fact_type::count}, {"day", fact_type::date}});
  frame units("enterprise", 4);
  for (const char* name : {"seats", "sizes", "days", "stays", "events"}) {
    units.add(name, store.lists({0, 1, 3, std::nullopt},
                                {.is = layout::none, .length = 4, .children = {}}));
  }
  agree(words,
        {"\"left\" in seats", "count(seats) >= 1", "count(sizes) > 1",
         "total(sizes) >= 0", "total(sizes) > -1", "min(sizes) >= 0", "sum(sizes) < 0",
         "max(days) <= as_of", "some d in days satisfies d in last(1年)",
         "every p in stays satisfies as_of in p", "total(events.paid) >= 0",
         "count(events[paid >= 0]) >= 1", "some e in events satisfies e.paid >= 0",
         "every e in events satisfies e.day <= as_of or e.paid >= 0",
         "max(events.day) <= as_of", "mean(events.paid) >= 0"},
        units);
}

TEST_CASE("fields that have no type are blank") {
  column_store store;
  sample_pack words;
  words.records("events", {{"paid", fact_type::count}, {"day", fact_type::date}});
  column events{.is = layout::structure, .length = 4, .children = {}};
  events.children.push_back({"paid", {.is = layout::none, .length = 4, .children = {}}});
  events.children.push_back({"day", {.is = layout::none, .length = 4, .children = {}}});
  store.mark(events, std::vector<std::optional<int>>{1, 1, std::nullopt, 1}, false);
  frame units("enterprise", 4);
  units.add("events", store.lists({0, 1, 3, std::nullopt}, events));
  agree(words,
        {"total(events.paid) >= 0", "count(events[paid >= 0]) >= 1",
         "min(events.paid) > -1", "max(events.day) <= as_of"},
        units);
}

TEST_CASE("an empty text is blank, and derived where it can be") {
  column_store store;
  sample_pack words;
  words.count("heads").words("town");
  words.table("by_heads", {"heads"}, {{{">= 5"}, "large"}, {{"-"}, "small"}});
  words.category("size", {"small", "large"}, {.from_table = "by_heads"});
  words.category("kind", {"left", "right"}).set_of("seats", {"left", "right"});
  words.records("events", {{"place", fact_type::text}, {"paid", fact_type::count}});
  const std::vector<std::optional<std::string>> towns{"", "a", "", "b", "a"};
  const std::vector<std::optional<std::string>> sizes{"", "small", "large", "", ""};
  const std::vector<std::optional<std::string>> kinds{"left", "", "", "right", ""};
  for (const bool coded : {false, true}) {
    const auto column_of = [&](const std::vector<std::optional<std::string>>& cells,
                               std::vector<std::string> entries) {
      if (!coded) return store.texts(cells);
      std::vector<std::optional<std::int64_t>> codes;
      for (const auto& cell : cells) {
        const auto at = std::find(entries.begin(), entries.end(), *cell);
        codes.push_back(at - entries.begin());
      }
      return store.dictionary(entries, codes);
    };
    frame units("enterprise", 5);
    units.add("heads", store.numbers(layout::int32, {9, 1, 1, std::nullopt, 1}));
    units.add("town", column_of(towns, {"a", "", "b"}));
    units.add("size", column_of(sizes, {"small", "", "large"}));
    units.add("kind", column_of(kinds, {"", "left", "right"}));
    units.add("seats",
              store.lists({1, 2, 0, 1, 1}, column_of(kinds, {"left", "right", ""})));
    column events{.is = layout::structure, .length = 5, .children = {}};
    events.children.push_back({"place", column_of(towns, {"", "a", "b"})});
    events.children.push_back(
        {"paid", store.numbers(layout::int32, {3, 4, std::nullopt, 1, 0})});
    units.add("events", store.lists({1, 2, 0, 1, 1}, events));
    agree(words,
          {"town != \"a\"", "town = \"b\"", "size = \"large\"", "size != \"large\"",
           "kind in (\"left\", \"right\")", "kind != \"left\"", "\"left\" in seats",
           "count(seats) >= 2", "some e in events satisfies e.place != \"a\"",
           "count(events[place = \"a\"]) >= 1"},
          units);
    auto pack = words;
    const plan by(
        pack.standard({group("g", norma::combine::all, {part("p", "town != \"a\"")})},
                      {}),
        {.as_of = today});
    const auto found = by.judge(units, {});
    CHECK(found.at(0, 0) == norma::verdict::undetermined);
    CHECK(found.at(0, 3) == norma::verdict::pass);
    CHECK(by.explain(units, 0).tree.causes.size() == 1);
  }
}

}  // namespace norma_test::unknown_test
