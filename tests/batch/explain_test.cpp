// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <norma/assess/assess.hpp>
#include <norma/batch/arrow.hpp>
#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/report/json.hpp>
#include <norma/report/text.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "catch.hpp"

// The report of a row is the report of the unit, byte for byte.

namespace norma_test::explain_test {

using norma::batch::column;
using norma::batch::frame;

namespace {

const norma::date judged_on = *norma::date::of(2024, 3, 31);

std::int64_t days_to(int year, int month, int day) {
  return norma::date::of(year, month, day)->days();
}

/// Of three firms what is known in columns: every kind of fact, evidence and blanks.
frame three_firms(column_store& store) {
  frame units("enterprise", 3);
  units.add("id", store.texts({"1", "2", "3"}));
  units.add("name", store.texts({"甬江泵业", "白鹭冷链", "竹溪纺织"}));
  units.add("size_class", store.dictionary({"large", "medium", "small"}, {0, 1, 2}));
  units.add("worker_count", store.numbers(layout::int32, {1064, 420, std::nullopt}));
  units.add("协调员人数", store.numbers(layout::int16, {3, 1, std::nullopt}));
  units.add("union_sound", store.booleans(true, {1, 0, std::nullopt}));
  units.add("union_sound__date",
            store.numbers(layout::date32, {days_to(2024, 1, 1), std::nullopt, 5}));
  units.add("contract_due_count", store.numbers(layout::int32, {1000, 420, 12}));
  units.add("contract_signed_count", store.numbers(layout::int64, {986, 420, 13}));
  units.add("training_fund_provided_amount",
            store.numbers(layout::decimal128, {100000000, 5000, std::nullopt}, 0, 2));
  units.add("training_fund_frontline_amount",
            store.numbers(layout::int64, {59999999, 3000, 7}, 0, 2));
  column events;
  events.is = layout::structure;
  events.length = 3;
  events.children.push_back(
      {"date", store.numbers(layout::date32, {days_to(2022, 11, 18),
                                              days_to(2023, 11, 20), std::nullopt})});
  units.add("collective_bargaining_events", store.lists({2, std::nullopt, 1}, events));
  units.day = *norma::date::of(2024, 3, 15);
  return units;
}

/// The same, fact by fact.
norma::unit firm(std::size_t row) {
  using norma::value;
  const auto number = [](const char* text) { return *norma::number::parse(text); };
  norma::unit u{.kind = "enterprise"};
  u.default_evidence.day = norma::date::of(2024, 3, 15);
  const auto missing = [](const std::string& path) {
    return value::unknown(
        norma::one_cause({norma::cause_kind::missing, path, {}, {}, {}}));
  };
  const auto event = [&](int at, std::optional<norma::date> day) {
    norma::record_value record;
    const auto place = "collective_bargaining_events[" + std::to_string(at) + "].";
    record.fields.push_back(missing(place + "date"));
    if (day) record.fields.back() = value{*day};
    record.fields.push_back(missing(place + "topics"));
    record.shape = std::make_shared<const norma::record_shape>(
        std::vector<std::string>{"date", "topics"});
    return value{std::move(record)};
  };
  if (row == 0) {
    u.id = "1", u.name = "甬江泵业";
    u.set("size_class", "large");
    u.set("worker_count", 1064);
    u.set("coordinator_count", 3);
    u.set("union_sound", true);
    u.facts.at("union_sound").statements.front().from.edit().day =
        norma::date::of(2024, 1, 1);
    u.facts.at("union_sound").statements.front().from.edit().day_of_unit = false;
    u.set("contract_due_count", 1000);
    u.set("contract_signed_count", 986);
    u.set("training_fund_provided_amount", 1000000);
    u.set("training_fund_frontline_amount", number("599999.99"));
    norma::list_value events;
    events.push_back(event(1, norma::date::of(2022, 11, 18)));
    events.push_back(event(2, norma::date::of(2023, 11, 20)));
    u.set("collective_bargaining_events", value{std::move(events)});
  } else if (row == 1) {
    u.id = "2", u.name = "白鹭冷链";
    u.set("size_class", "medium");
    u.set("worker_count", 420);
    u.set("coordinator_count", 1);
    u.set("union_sound", false);
    u.set("contract_due_count", 420);
    u.set("contract_signed_count", 420);
    u.set("training_fund_provided_amount", 50);
    u.set("training_fund_frontline_amount", 30);
  } else {
    u.id = "3", u.name = "竹溪纺织";
    u.set("size_class", "small");
    u.set("contract_due_count", 12);
    u.set("contract_signed_count", 13);
    u.set("training_fund_frontline_amount", number("0.07"));
    norma::list_value events;
    events.push_back(event(1, std::nullopt));
    u.set("collective_bargaining_events", value{std::move(events)});
  }
  return u;
}

}  // namespace

TEST_CASE("a row is explained byte for byte as the unit is") {
  const auto pack = norma::load("rules/cn-zj");
  column_store store;
  const auto units = three_firms(store);
  for (const char* id : {"enterprise.large_medium", "enterprise.small_micro"}) {
    const auto by = pack.standard(id);
    const norma::batch::plan plan(by, {.as_of = judged_on});
    const auto found = plan.judge(units, {.reasons = true});
    for (std::size_t row = 0; row < units.rows; ++row) {
      const auto of_row = plan.explain(units, row);
      const auto of_unit = norma::assess(by, firm(row), {.as_of = judged_on});
      INFO(id << " row " << row);
      CHECK(norma::to_json(of_row) == norma::to_json(of_unit));
      CHECK(norma::render_text(of_row, {.lang = norma::language::zh}) ==
            norma::render_text(of_unit, {.lang = norma::language::zh}));
      CHECK(found.columns[0][row] == of_unit.verdict);
    }
  }
}

TEST_CASE("of every part the distances are those of the reports") {
  const auto pack = norma::load("rules/cn-zj");
  column_store store;
  auto units = three_firms(store);
  // What has no day of its own is too old on the first, if it may be.
  for (const char* on : {"2023-01-01", "2024-03-31"}) {
    units.day = norma::date::parse(on);
    std::size_t told = 0;
    for (const char* id : {"enterprise.large_medium", "enterprise.small_micro"}) {
      const auto by = pack.standard(id);
      const norma::batch::plan plan(by, {.as_of = judged_on});
      std::vector<std::string> parts;
      const auto collect = [&](const auto& self, const norma::rule_node& at) -> void {
        const bool part = at.role == norma::node_role::part;
        if (part && at.require) parts.push_back(at.path);
        for (const auto& below : at.members) self(self, below);
      };
      collect(collect, by.definition().root);
      const auto found = plan.judge(units, {.distances = parts});
      for (std::size_t row = 0; row < units.rows; ++row) {
        const auto report = plan.explain(units, row);
        for (const auto& column : found.distances) {
          INFO(id << ", " << column.path << ", row " << row << ", " << on);
          const auto& of_unit = norma::find_node(report, column.path)->distance;
          REQUIRE((column.facts[row] >= 0) == of_unit.has_value());
          if (!of_unit) continue;
          ++told;
          const auto fact = static_cast<std::size_t>(column.facts[row]);
          CHECK(found.fact_names[fact] == of_unit->fact);
          CHECK(column.by[row] == of_unit->by);
        }
      }
    }
    CHECK(told > 0);
  }
}

TEST_CASE("rows that meet a limit on steps have the distances of their reports") {
  sample_pack words;
  words.count("due").list_of_numbers("sizes");
  words.count("all", {.value = "total(sizes) - total(sizes) + due + 1"});
  const auto by = words.standard({part("p", "due >= 5"), part("q", "all >= 5")});
  norma::limits few;
  few.assessment_steps = 20'000;
  const norma::batch::plan plan(by, {.as_of = judged_on, .bounds = few});
  column_store store;
  frame units("enterprise", 2);
  units.add("due", store.numbers(norma::batch::layout::int32, {2, 2}));
  const std::vector<std::optional<std::int64_t>> sizes(30'003, 1);
  units.add("sizes",
            store.lists({3, 30'000}, store.numbers(norma::batch::layout::int32, sizes)));
  const auto found = plan.judge(units, {.distances = {"p"}});
  for (std::size_t row = 0; row < units.rows; ++row) {
    const auto report = plan.explain(units, row);
    for (const auto& column : found.distances) {
      INFO(column.path << ", row " << row);
      CHECK((column.facts[row] >= 0) ==
            norma::find_node(report, column.path)->distance.has_value());
    }
  }
  CHECK(found.distances[0].facts[0] >= 0);
  CHECK(found.distances[0].facts[1] < 0);
}

TEST_CASE("distances are those of the reports") {
  const auto pack = norma::load("rules/cn-zj");
  column_store store;
  const auto units = three_firms(store);
  const auto by = pack.standard("enterprise.large_medium");
  const norma::batch::plan plan(by, {.as_of = judged_on});
  const std::vector<std::string> parts{"employment/contracts", "mediation/coordinators",
                                       "union/bargaining"};
  const auto found = plan.judge(units, {.distances = parts});
  REQUIRE(found.distances.size() == 3);
  std::size_t told = 0;
  for (const auto& column : found.distances) {
    for (std::size_t row = 0; row < units.rows; ++row) {
      const auto report = plan.explain(units, row);
      const auto& of_unit = norma::find_node(report, column.path)->distance;
      CHECK((column.facts[row] >= 0) == of_unit.has_value());
      if (!of_unit) continue;
      ++told;
      CHECK(found.fact_names[static_cast<std::size_t>(column.facts[row])] ==
            of_unit->fact);
      CHECK(column.by[row] == of_unit->by);
    }
  }
  CHECK(told > 0);
  CHECK(found.distances[0].by[0] == norma::number{-14});
  // Arrow's readers refuse a dictionary that has a word twice.
  auto names_once = found.fact_names;
  std::sort(names_once.begin(), names_once.end());
  CHECK(std::adjacent_find(names_once.begin(), names_once.end()) == names_once.end());

  ArrowSchema schema{};
  ArrowArray batch{};
  norma::batch::to_arrow(found, schema, batch);
  const auto first = batch.n_children - 6;
  CHECK(std::string_view(schema.children[first]->name) ==
        "employment/contracts distance");
  const auto far =
      norma::batch::column_from_arrow(*schema.children[first], *batch.children[first]);
  const auto in = norma::batch::column_from_arrow(*schema.children[first + 1],
                                                  *batch.children[first + 1]);
  CHECK(std::string_view(static_cast<const char*>(far.values), 3) == "-14");
  const auto& names = in.children.front().content;
  const auto code =
      static_cast<std::size_t>(static_cast<const std::int32_t*>(in.values)[0]);
  const auto* ends = static_cast<const std::int64_t*>(names.offsets);
  CHECK(std::string_view(static_cast<const char*>(names.values) + ends[code],
                         static_cast<std::size_t>(ends[code + 1] - ends[code])) ==
        "contract_signed_count");
  for (std::size_t row = 0; row < units.rows; ++row) {
    CHECK(far.is_valid(row) == (found.distances[0].facts[row] >= 0));
    CHECK(in.is_valid(row) == far.is_valid(row));
  }
  batch.release(&batch);
  schema.release(&schema);
}

TEST_CASE("distances of what has no condition are refused, with what has one") {
  const auto pack = norma::load("rules/cn-zj");
  const norma::batch::plan plan(pack.standard("enterprise.large_medium"),
                                {.as_of = judged_on});
  const norma::batch::frame none("enterprise", 0);
  norma::batch::verdicts kept;
  kept.paths = {"as it was"};
  const auto told = [&](const std::string& path) {
    std::string all;
    try {
      plan.judge(none, {.distances = {"employment/contracts", path}}, kept);
    } catch (const norma::rule_error& e) {
      for (const auto& d : e.diagnostics()) {
        if (d.level() == norma::severity::error)
          all += norma::render(d, norma::language::en);
      }
    }
    CHECK(kept.paths.front() == "as it was");
    return all;
  };
  CHECK(told("employment/contract") ==
        "error[N0691]: the standard has no part `employment/contract` whose distance "
        "could be told\nhelp: did you mean `employment/contracts`?\n");
  CHECK(told("union") ==
        "error[N0692]: `union` has no condition of its own, and so no "
        "distance from one\nhelp: ask for parts with a condition: "
        "`union/bargaining`, `union/collective_contract`\n");
  CHECK(told("union/union_sound").find("help") == std::string::npos);
  CHECK(told(".").find(", `") != std::string::npos);
}

}  // namespace norma_test::explain_test
