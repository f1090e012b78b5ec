// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/scores.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <norma/assess/assess_scheme.hpp>
#include <norma/load/load.hpp>

#include "batch/random_units.hpp"
#include "batch/unit_columns.hpp"
#include "catch.hpp"

// Points by columns are those of the units' reports.

namespace norma_test::scores_test {

namespace {

const norma::date scored_on = *norma::date::of(2024, 3, 31);

void agree_on_scores(const norma::scheme& by, std::size_t rows, std::size_t& counted) {
  const auto gates = by.gates();
  const random_units chance(gates, scored_on);
  std::vector<norma::unit> units(rows);
  for (auto& each : units) each = chance.unit();
  column_store store;
  const auto frame = unit_columns(gates, store).of(units);
  const norma::batch::score_plan plan(by, {.as_of = scored_on});
  const auto found = plan.score(frame, *rc::gen::element(1U, 2U, 7U));
  for (std::size_t row = 0; row < rows; ++row) {
    const auto report = norma::assess(by, units[row], {.as_of = scored_on});
    RC_ASSERT(found.verdicts[row] == report.verdict);
    RC_ASSERT((found.counted[row] != 0) == (report.score != nullptr));
    if (report.score == nullptr) continue;
    ++counted;
    RC_ASSERT(found.totals[row] == report.score->total);
    const auto blocks = report.score->all_blocks();
    RC_ASSERT(blocks.size() == found.blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      RC_ASSERT(found.blocks[i] == blocks[i]->id);
      RC_ASSERT(found.earned[i][row] == blocks[i]->earned);
    }
    const auto tier = found.tier[row];
    RC_ASSERT((tier < 0 ? std::string() : found.tiers[std::size_t(tier)]) ==
              report.score->tier);
  }
  const auto explained = plan.explain(frame, 0);
  RC_ASSERT(explained.verdict == found.verdicts[0]);
  RC_ASSERT(explained.score == nullptr || explained.score->total == found.totals[0]);
}

}  // namespace

TEST_CASE("schemes give the same points by columns and unit by unit") {
  const auto pack = norma::load("examples/schemes", {.search = {"rules"}});
  for (const auto& by : pack.schemes()) {
    std::size_t counted = 0;
    CHECK(rc::check(by.id(), [&] { agree_on_scores(by, sanitized ? 20 : 70, counted); }));
    CHECK(counted > 0);
  }
}

TEST_CASE("columns that a scheme reads are looked at as those of a standard") {
  const auto pack = norma::load("examples/schemes", {.search = {"rules"}});
  const norma::batch::score_plan plan(*pack.find_scheme("score_by_losses"),
                                      {.as_of = scored_on});
  CHECK(plan.explain().size() == 1);
  column_store store;
  norma::batch::frame units("enterprise", 2);
  units.add("dispatched_count", store.booleans(true, {1, 0}));
  const auto found = plan.check(units);
  CHECK(std::any_of(found.begin(), found.end(),
                    [](const auto& d) { return d.code == "N0662"; }));
  CHECK_THROWS_AS(plan.score(units), norma::rule_error);
}

TEST_CASE("facts in error are those that points rest on") {
  const auto pack = norma::load("examples/schemes", {.search = {"rules"}});
  const norma::batch::score_plan plan(*pack.find_scheme("score_with_floors"),
                                      {.as_of = scored_on});
  const std::vector<std::int32_t> signed_ones{396, -1, 396, 396};
  const std::vector<std::int32_t> unread{400, 400, -1, 400};
  column_store store;
  norma::batch::frame units("enterprise", 4);
  units.add("contract_signed_count", norma::batch::integers(signed_ones));
  units.add("culture_quality", store.texts({"good", "good", "good", "best"}));
  units.add("insurance_due_count", norma::batch::integers(unread));
  for (const unsigned threads : {1U, 3U})
    CHECK(plan.score(units, threads).erring == std::vector<std::size_t>{1, 3});
  CHECK(plan.data_errors(units, 0).empty());
  const auto wrong = plan.data_errors(units, 1);
  REQUIRE(wrong.size() == 1);
  CHECK(wrong.front().fact == "contract_signed_count");
  CHECK(plan.data_errors(units, 2).empty());
  CHECK(plan.data_errors(units, 3).size() == 1);
  CHECK_THROWS_AS(plan.data_errors(units, 4), norma::rule_error);
}

}  // namespace norma_test::scores_test
