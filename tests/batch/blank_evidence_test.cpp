// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/batch/unit_judge.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// A cell may be marked as there and say nothing: NaN, an empty text. There is nothing
// then that evidence could be of, in time or not.

namespace norma_test::blank_evidence_test {

using norma::batch::frame;
using norma::batch::plan;

namespace {

using days_of_rows = std::vector<std::optional<std::int64_t>>;

column days_from_now(column_store& store, days_of_rows of) {
  for (auto& each : of) {
    if (each) *each += today.days();
  }
  return store.numbers(layout::date32, of);
}

/// Verdicts and errors are those of the scalar engine; how many rows are in error.
std::size_t agree_on(const plan& by, const frame& units) {
  const auto found = by.judge(units);
  CHECK(found.row_by_row == 0);
  norma::batch::unit_judge one(by, units);
  CHECK(one.verdicts().front() == norma::verdict::undetermined);
  std::size_t erring = 0;
  for (std::size_t row = 0; row < units.rows; ++row) {
    INFO("row " << row);
    CHECK(by.explain(units, row).verdict == found.columns[0][row]);
    CHECK(one.judge(row) == found.columns[0][row]);
    erring += by.data_errors(units, row).empty() ? 0 : 1;
  }
  CHECK(found.erring_rows == erring);
  return erring;
}

}  // namespace

TEST_CASE("of what is blank no day of evidence contradicts another") {
  column_store store;
  sample_pack s;
  s.date_fact("met").amount("fund", {.dated_by = "met"});
  s.words("town", {.dated_by = "met"});
  s.category("size", {"small", "large"}, {.dated_by = "met"});
  const std::vector<std::optional<std::string>> towns{"", "a", "", std::nullopt};
  const auto met = days_from_now(store, {-1, -1, -1, -1});
  const auto other = days_from_now(store, {-2, -2, -1, -2});
  for (const std::string fact : {"fund", "town", "size", "entry"}) {
    frame units("enterprise", 4);
    units.add("met", met);
    const std::string name = fact == "entry" ? "size" : fact;
    if (fact == "fund") {
      units.add(name, store.doubles({std::nullopt, 5, std::nullopt, std::nullopt}));
    } else if (fact == "town") {
      units.add(name, store.texts(towns));
    } else if (fact == "size") {
      units.add(name, store.texts({"", "small", "", std::nullopt}));
    } else {
      units.add(name, store.dictionary({"small", ""}, {1, 0, 1, std::nullopt}));
    }
    units.add(name + "__date", other);
    const plan by(s.standard({part("p", fact == "fund"   ? "fund >= 1"
                                        : fact == "town" ? "town = \"a\""
                                                         : "size = \"small\"")}),
                  {.as_of = today});
    INFO(fact);
    CHECK(agree_on(by, units) == 1);
  }
}

TEST_CASE("evidence is in doubt with the day that it is of, in columns, too") {
  column_store store;
  sample_pack s;
  s.date_fact("opened").date_fact("met", {.checks = {"met >= opened"}});
  s.count("all", {.valid_for = span_of("P1Y"), .dated_by = "met"});
  frame units("enterprise", 4);
  units.add("opened", days_from_now(store, {-2, -1, 0, 0}));
  units.add("met", days_from_now(store, {-1, -1, -1, std::nullopt}));
  units.add("all", store.numbers(layout::int32, {2, 2, 2, 2}));
  const plan by(s.standard({part("p", "all >= 2")}), {.as_of = today});
  CHECK(agree_on(by, units) == 1);
  using norma::verdict;
  CHECK(by.judge(units).columns[0] == std::vector{verdict::pass, verdict::pass,
                                                  verdict::undetermined,
                                                  verdict::undetermined});
}

TEST_CASE("what is blank is derived, however old the evidence of nothing is") {
  column_store store;
  sample_pack s;
  s.count("due").date_fact("met");
  s.count("all", {.valid_for = span_of("P1Y"), .value = "due + 1"});
  s.count("both", {.dated_by = "met", .value = "due + 1"});
  frame units("enterprise", 4);
  units.add("due", store.numbers(layout::int32, {1, 1, 1, 1}));
  units.add("met", days_from_now(store, {-1, -1, -1, -1}));
  for (const std::string fact : {"all", "both"}) {
    units.add(fact, store.doubles({std::nullopt, 5, std::nullopt, 5}));
    units.add(fact + "__date", days_from_now(store, {-800, -800, -1, -1}));
  }
  const auto verdicts = [&](const std::string& require) {
    const plan by(s.standard({part("p", require)}), {.as_of = today});
    static_cast<void>(agree_on(by, units));
    return by.judge(units).columns[0];
  };
  using norma::verdict;
  s.table("t", {"due"}, {{{"= 1"}, "small"}, {{"-"}, "large"}});
  s.category("size", {"small", "large"},
             {.valid_for = span_of("P1Y"), .from_table = "t"});
  units.add("size", store.dictionary({"large", ""}, {1, 0, 1, 0}));
  units.add("size__date", days_from_now(store, {-800, -800, -1, -1}));
  CHECK(verdicts("size = \"small\"") ==
        std::vector{verdict::pass, verdict::undetermined, verdict::pass, verdict::fail});
  CHECK(verdicts("all = 2") ==
        std::vector{verdict::pass, verdict::undetermined, verdict::pass, verdict::fail});
  CHECK(verdicts("both = 2") ==
        std::vector{verdict::pass, verdict::undetermined, verdict::pass, verdict::fail});
}

}  // namespace norma_test::blank_evidence_test
