// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/plan.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <norma/load/load.hpp>
#include <norma/rule/content.hpp>

#include "batch/agree.hpp"
#include "batch/random_units.hpp"
#include "batch/unit_columns.hpp"
#include "catch.hpp"

// The packs of the project over columns of random facts of every type.

namespace norma_test::packs_test {

namespace {

const norma::date judged_on = *norma::date::of(2024, 3, 31);

/// How many rows went row by row.
std::size_t agree_on_columns(const norma::standard& by, std::size_t rows) {
  const random_units chance(by, judged_on);
  std::vector<norma::unit> units;
  for (std::size_t row = 0; row < rows; ++row) {
    units.push_back(chance.unit());
    units.back().id = std::to_string(row);
  }
  column_store store;
  const auto frame = unit_columns(by, store).of(units);
  const norma::batch::plan plan(by, {.as_of = judged_on});
  for (std::size_t row = 0; row < rows; ++row) {
    const auto read = canonical_json(norma::batch::unit_of(frame, row, by));
    const auto given = canonical_json(units[row]);
    if (read != given) RC_LOG() << read << "\nis not\n" << given;
    RC_ASSERT(read == given);
  }
  norma::batch::run_options options;
  options.rows_a_block = 64;
  options.reasons = true;
  options.most_erring = rows;
  const auto found = plan.judge(frame, options);
  agree(by, units, found, judged_on, 20);
  agree_one_by_one(plan, frame, found);
  agree_on_errors(plan, by, frame, found, judged_on);
  return found.row_by_row;
}

/// The same of many frames; of so many rows at most a hundred may go row by row.
void agree_on_columns(const norma::standard& by, std::size_t rows, std::size_t percent) {
  std::size_t all = 0;
  std::size_t by_rows = 0;
  CHECK(rc::check(by.id(), [&] {
    by_rows += agree_on_columns(by, rows);
    all += rows;
  }));
  INFO(by.id() << ": " << by_rows << " of " << all);
  CHECK(all > 0);
  CHECK(by_rows * 100 <= all * percent);
}

}  // namespace

TEST_CASE("the packs give the same verdicts by columns and unit by unit") {
  for (const char* folder : {"rules/cn", "rules/cn-zj"}) {
    const auto pack = norma::load(folder);
    for (const auto& by : pack.standards()) {
      // A park has members, each as large as a unit.
      const bool in_columns = by.definition().unit == "enterprise";
      const std::size_t rows = in_columns ? 40 : 12;
      agree_on_columns(by, sanitized ? rows / 4 : rows, in_columns ? 0 : 100);
    }
  }
}

TEST_CASE("conditions of every kind give the same by columns and unit by unit") {
  const auto pack = norma::load("tests/batch/every");
  for (const auto& by : pack.standards()) {
    // Of firms those that say how large their square is.
    agree_on_columns(by, 40, by.id().ends_with("firm") ? 40 : 100);
  }
}

TEST_CASE("what is derived from elements stands around them in other conditions") {
  const auto by = norma::load("tests/batch/around").standard("firm");
  CHECK(norma::batch::plan(by, {.as_of = judged_on}).explain().empty());
  agree_on_columns(by, 40, 1);
}

TEST_CASE("facts of the unit beside elements that begin behind those of no row") {
  const auto by = norma::load("tests/batch/every").standard("firm");
  const norma::batch::plan plan(by, {.as_of = judged_on});
  const std::int32_t begin[] = {1, 2, 3, 4, 5};
  for (const bool bits : {true, false}) {
    column_store store;
    norma::batch::column events;
    events.is = norma::batch::layout::structure;
    events.length = 5;
    events.children.push_back({"sound", store.booleans(bits, {1, 1, 0, 1, 1})});
    auto lists = store.lists({1, 1, 1, 1}, events);
    lists.offsets = begin;
    norma::batch::frame units("firm", 4);
    units.add("events", lists);
    units.add("kept", store.booleans(bits, {1, 0, 1, 0}));
    const auto found = plan.judge(units);
    std::string beside;
    for (std::size_t path = 0; path < found.paths.size(); ++path) {
      for (std::size_t row = 0; row < units.rows; ++row) {
        const auto report = plan.explain(units, row);
        const auto* node = norma::find_node(report, found.paths[path]);
        CHECK(found.at(path, row) ==
              (node == nullptr ? report.tree.verdict : node->verdict));
        if (found.paths[path] == "beside") {
          beside += std::string(to_string(found.at(path, row))) + ' ';
        }
      }
    }
    CHECK(beside == "pass fail pass fail ");
    CHECK_THROWS_AS(plan.explain(units, units.rows), norma::error);
  }
}

TEST_CASE("what runs row by row is named, with its reason") {
  const auto pack = norma::load("tests/batch/every");
  const std::string rest = " has no form in columns: units are judged one by one";
  std::string told, last;
  for (const auto& by : pack.standards()) {
    const norma::batch::plan plan(by, {.as_of = judged_on});
    for (const auto& each : plan.explain()) {
      REQUIRE(each.why.en.ends_with(rest));
      const auto what = each.why.en.substr(0, each.why.en.size() - rest.size());
      told += each.path + ": " + what + '\n';
      last = each.why.zh;
    }
  }
  CHECK(last == "`firms`（“类型”）不能按列计算，逐个单位评定");
  CHECK(told ==
        "by_rows/product: `men * women >= 4`\n"
        "by_rows/remainder: `modulo(men, 3) = 0`\n"
        "by_rows/paid: `median(events.paid) >= 3`\n"
        "by_rows/square: `square` (“computed as”)\n"
        "periods/stay: `as_of in stay`\n"
        "periods/terms: `as_of in e.term`\n"
        "agreed/staff: `square` (“if supplied as well”)\n"
        "agreed/men: `square` (“if supplied as well”)\n"
        "around/grade: `square` (“if supplied as well”)\n"
        "pools/asked: `square` (“if supplied as well”)\n"
        "pools/derived: `square` (“if supplied as well”)\n"
        "firms/staff: `firms` (“type”)\n"
        "firms/each: `firms` (“type”)\n"
        "firms/sound: `firms` (“type”)\n");
}

TEST_CASE("every condition of the standards for enterprises runs in columns") {
  for (const char* folder : {"rules/cn", "rules/cn-zj"}) {
    const auto pack = norma::load(folder);
    for (const auto& by : pack.standards()) {
      if (by.definition().unit != "enterprise") continue;
      const norma::batch::plan plan(by, {.as_of = judged_on});
      CHECK(plan.explain().empty());
    }
  }
}

}  // namespace norma_test::packs_test
