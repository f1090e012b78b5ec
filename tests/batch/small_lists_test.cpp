// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <norma/assess/judge.hpp>
#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/agree.hpp"
#include "batch/columns.hpp"
#include "batch/events_pack.hpp"
#include "catch.hpp"

// Aggregates of every list of a small world, by columns as by the evaluator.

namespace norma_test::small_lists_test {

namespace {

/// Whatever a list of up to two elements may be, and facts of the unit beside it.
norma::batch::frame small_world(column_store& store) {
  struct element {
    std::optional<std::int64_t> paid, good;
    bool given = true;
  };
  const std::vector<std::optional<std::int64_t>> numbers{0, 1, std::nullopt};
  std::vector<element> elements{{1, 1, false}};
  for (const auto& paid : numbers) {
    for (const auto& good : numbers) elements.push_back({paid, good});
  }
  std::vector<std::optional<std::vector<element>>> lists{std::nullopt,
                                                         std::vector<element>{}};
  for (const auto& a : elements) {
    lists.push_back(std::vector<element>{a});
    for (const auto& b : elements) lists.push_back(std::vector<element>{a, b});
  }
  std::vector<std::optional<std::int64_t>> lengths, paid, good, given, kept, due;
  for (const auto& list : lists) {
    for (const auto& is_kept : numbers) {
      lengths.emplace_back();
      kept.push_back(is_kept);
      due.emplace_back(static_cast<int>(due.size() % 3));
      if (!list) continue;
      lengths.back() = list->size();
      for (const element& each : *list) {
        paid.push_back(each.paid);
        good.push_back(each.good);
        given.push_back(each.given ? std::optional<std::int64_t>(1) : std::nullopt);
      }
    }
  }
  column events;
  events.is = layout::structure;
  events.length = given.size();
  store.mark(events, given, false);
  events.children.push_back({"paid", store.numbers(layout::int8, paid)});
  events.children.push_back({"good", store.booleans(true, good)});
  norma::batch::frame units("enterprise", lengths.size());
  units.add("events", store.lists(lengths, events));
  units.add("kept", store.booleans(true, kept));
  units.add("due", store.numbers(layout::int8, due));
  return units;
}

std::vector<node_spec> conditions_on(const std::string& filter) {
  std::vector<node_spec> items;
  const auto add = [&](const std::string& condition) {
    items.push_back(part("p" + std::to_string(items.size()), condition));
  };
  for (const std::string name : {"total", "sum", "min", "max"}) {
    const std::string of = name + "(events" + filter + ".paid)";
    for (const char* is : {" >= ", " > ", " < ", " <= ", " = ", " != "}) {
      for (const char* limit : {"0", "1", "2", "due"}) add(of + is + limit);
    }
    add("rate(" + of + ", due) >= 50%");
    add("rate(" + of + ", due) = 0");
    add(of + " in (0, [2..3])");
    add(of + " - " + of + " >= 0");
    add(of + " / count(events" + filter + ") >= 50%");
    add("due / " + of + " = 1");
    add("rate(count(events" + filter + "), " + of + ") < 1");
  }
  const std::string mean = "mean(events" + filter + ".paid)";
  for (const char* is : {" >= ", " > ", " < ", " <= ", " = ", " != "}) {
    for (const char* limit : {"0", "0.5", "1", "due", "due / 2 + 0.5"}) {
      add(mean + is + limit);
    }
  }
  add(mean + " in (0, [0.5..1])");
  add(mean + " != null");
  for (const char* limit : {"-1", "0", "1", "2", "due"}) {
    const std::string of = "count(events" + filter + ")";
    add(of + " >= " + limit);
    add(of + " = " + limit);
  }
  for (const char* derived : {"paid_in", "held", "more"}) {
    for (const char* is : {" >= ", " = ", " < "}) {
      for (const char* limit : {"1", "2", "due"}) add(derived + std::string(is) + limit);
    }
  }
  add("some e in events satisfies e.good and kept");
  add("every e in events satisfies e.good or kept");
  return items;
}

}  // namespace

TEST_CASE("aggregates agree on every list of a small world") {
  column_store store;
  const auto units = small_world(store);
  const std::vector<std::string> filters{"",
                                         "[good]",
                                         "[not(good)]",
                                         "[kept]",
                                         "[good or kept]",
                                         "[good and kept]",
                                         "[paid >= 1 and good]"};
  for (const auto& filter : tried(filters, 2)) {
    const auto items = conditions_on(filter);
    const auto by = events_pack().standard(items);
    const norma::batch::plan plan(by, {.as_of = today});
    CHECK(plan.explain().empty());
    const auto found = plan.judge(units);
    const auto places = places_of_items(by.definition().root);
    std::string differing;
    for (std::size_t row = 0; row < units.rows; ++row) {
      const auto given = norma::batch::unit_of(units, row, by);
      const auto all = judge_all(by, bind(by, given, {today}));
      for (std::size_t path = 1; path < places.size(); ++path) {
        if (found.at(path, row) == all[places[path]]) continue;
        if (differing.size() > 2000) continue;
        differing += items[path - 1].require + ", row " + std::to_string(row) + ": " +
                     std::string(to_string(found.at(path, row))) + ", not " +
                     std::string(to_string(all[places[path]])) + '\n';
      }
    }
    CHECK(differing == "");
    CHECK(found.row_by_row < units.rows);
  }
}

}  // namespace norma_test::small_lists_test
