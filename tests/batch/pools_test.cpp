// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <norma/assess/judge.hpp>
#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"
#include "batch/agree.hpp"
#include "batch/events_pack.hpp"
#include "batch/unit_columns.hpp"
#include "catch.hpp"

// Sums, least and greatest of the elements of lists, by columns as by the evaluator:
// where elements are unknown, where it is unknown whether they belong, where nothing is
// known of the list, and where a sum needs more than 64 bits.

namespace norma_test::pools_test {

namespace {

std::string one_of(std::initializer_list<const char*> all) {
  return std::string(
      *rc::gen::elementOf(std::vector<std::string>(all.begin(), all.end())));
}

std::string random_filter() {
  if (one_in(3)) return {};
  return one_of({"[good]", "[not(good)]", "[kept]", "[good and kept]", "[good or kept]",
                 "[good and paid >= 1]", "[paid > due]", "[day >= since]",
                 "[rank < 3 and good]", "[paid = 2 or good]", "[false]", "[true]"});
}

std::string random_aggregate() {
  if (one_in(5)) return "count(events" + random_filter() + ")";
  if (one_in(6)) {
    return one_of({"total(sizes)", "max(sizes)", "min(sizes[item > 1])",
                   "sum(sizes[item < due])", "total(sizes[item != 2])", "count(sizes)"});
  }
  return one_of({"total", "total", "sum", "min", "max"}) + "(events" + random_filter() +
         "." + one_of({"paid", "cost", "rank", "score", "spare"}) + ")";
}

std::string random_mean() {
  if (one_in(6)) return "mean(sizes" + one_of({")", "[item > 1])", "[item < due])"});
  return "mean(events" + random_filter() + "." +
         one_of({"paid", "cost", "rank", "score", "spare"}) + ")";
}

std::string random_derived() {
  return one_of({"paid_in", "ranked", "held", "spent", "best", "more"});
}

/// An aggregate, or what is derived from one.
std::string random_number() { return one_in(3) ? random_derived() : random_aggregate(); }

std::string random_limit() {
  if (one_in(3)) return one_of({"due", "fund", "due + 1", "fund * 2"});
  return std::to_string(up_to(9) - 2) + (one_in(3) ? ".5" : "");
}

std::string random_comparison() {
  return one_of({" >= ", " > ", " <= ", " < ", " = ", " != "});
}

std::string random_share() { return std::to_string(50 + up_to(3) * 50) + "%"; }

/// Of a mean: with numbers, and with facts of the unit.
std::string random_mean_part() {
  const std::string is = random_comparison();
  const std::string one = random_mean();
  switch (up_to(5)) {
    case 0: return one + " in [1.." + std::to_string(1 + up_to(5)) + "]";
    case 1: return one + " * 2 - due + 1" + is + random_limit();
    case 2: return std::to_string(up_to(9)) + is + one + " / 3 + fund";
    case 3: return one + " in (0, 2, [4..5])";
    case 4: return one + one_of({" = null", " != null"});
    default: return one + is + random_limit();
  }
}

std::string random_part() {
  const std::string is = random_comparison();
  if (one_in(4)) return random_mean_part();
  if (one_in(12)) return one_of({"busy", "not(busy)", "busy = kept"});
  const std::string one = random_number();
  switch (up_to(12)) {
    case 0: return one + " * 2 - " + random_number() + is + random_limit();
    case 1: return one + " / due" + is + std::to_string(up_to(3) * 50) + "%";
    case 2: return "rate(" + one + ", due)" + is + std::to_string(up_to(3) * 50) + "%";
    case 3: return one + " in [1.." + std::to_string(1 + up_to(5)) + "]";
    case 4: return one + " between " + random_limit() + " and 4";
    case 5: return random_limit() + is + one + " / 2";
    case 6:
      return one_of({"min", "max"}) + "(events" + random_filter() + ".day)" +
             one_of({" >= since", " < since", " in last(30天)", " = since", " != since"});
    case 7: return one + is + random_number() + " + " + random_limit();
    case 8: return one + " in (0, 2, [4..5])";
    case 9: return one + " / " + random_number() + is + random_share();
    case 10: return "rate(" + one + ", " + random_number() + ")" + is + random_share();
    case 11:
      return one_of({"last_day", "next_day"}) +
             one_of({" >= since", " < since", " in last(30天)", " = since", " != since"});
    default: return one + is + random_limit();
  }
}

std::optional<value> some_number(int least, int most, int blanks) {
  if (one_in(blanks)) return std::nullopt;
  return value{least + up_to(most - least)};
}

value random_event(int blanks) {
  if (one_in(40)) return value::unknown();
  const auto or_unknown = [](std::optional<value> v) {
    return v.value_or(value::unknown());
  };
  const auto day = [&]() -> std::optional<value> {
    if (one_in(blanks)) return std::nullopt;
    return value{*today.plus_days(up_to(60) - 40)};
  };
  std::optional<value> cost;
  if (!one_in(blanks))
    cost = value{*number::ratio(up_to(800) - 100, one_in(2) ? 100 : 1)};
  std::optional<value> good;
  if (!one_in(blanks)) good = value{one_in(2)};
  return record({{"paid", or_unknown(some_number(one_in(30) ? -1 : 0, 4, blanks))},
                 {"cost", or_unknown(cost)},
                 {"rank", or_unknown(some_number(0, one_in(30) ? 7 : 6, blanks))},
                 {"score", or_unknown(some_number(-3, 5, blanks))},
                 {"spare", or_unknown(some_number(0, 4, blanks))},
                 {"day", or_unknown(day())},
                 {"good", or_unknown(good)}});
}

unit random_firm(int blanks) {
  auto u = enterprise();
  if (!one_in(blanks)) u.set("due", up_to(4));
  if (!one_in(blanks)) u.set("fund", *number::ratio(up_to(1000), 100));
  if (!one_in(blanks)) u.set("kept", one_in(2));
  if (!one_in(blanks)) u.set("since", *today.plus_days(up_to(60) - 40));
  if (!one_in(blanks)) {
    list_value events(static_cast<std::size_t>(up_to(one_in(10) ? 70 : 4)));
    for (auto& each : events) each = random_event(blanks);
    u.set("events", value{std::move(events)});
  }
  if (!one_in(blanks)) {
    list_value sizes(static_cast<std::size_t>(up_to(4)));
    for (auto& each : sizes) each = some_number(0, 4, blanks).value_or(value::unknown());
    u.set("sizes", value{std::move(sizes)});
  }
  for (const char* name : {"paid_in", "ranked", "held", "more"}) {
    if (one_in(12)) u.set(name, up_to(12) - 1);
  }
  if (one_in(12)) u.set("spent", *number::ratio(up_to(1000), 100));
  if (one_in(12)) u.set("best", up_to(8) - 3);
  if (one_in(12)) u.set("last_day", *today.plus_days(up_to(60) - 40));
  if (one_in(12)) u.set("busy", one_in(2));
  return u;
}

/// Rows from `first` on.
norma::batch::frame behind(norma::batch::frame units, std::size_t first) {
  units.rows -= first;
  for (auto& each : units.columns) {
    each.content.offset += first;
    each.content.length -= first;
  }
  return units;
}

void agree_on(const norma::standard& by, const std::vector<unit>& units,
              std::size_t& by_rows) {
  column_store store;
  const auto frame = unit_columns(by, store).of(units);
  const norma::batch::plan plan(by, {.as_of = today});
  if (!plan.explain().empty()) RC_LOG() << plan.explain().front().why.en;
  RC_ASSERT(plan.explain().empty());
  const auto sets = norma::batch::instruction_sets();
  norma::batch::run_options options;
  options.reasons = true;
  options.most_erring = units.size();
  options.threads = *rc::gen::element(1U, 2U);
  options.rows_a_block = static_cast<std::size_t>(64 * (1 + up_to(2)));
  options.instructions = sets[static_cast<std::size_t>(up_to(int(sets.size()) - 1))];
  const auto found = plan.judge(frame, options);
  by_rows += found.row_by_row;
  agree(by, units, found, today, 10);
  agree_one_by_one(plan, frame, found);
  agree_on_errors(plan, by, frame, found, today);
  const std::size_t first = std::min<std::size_t>(units.size(), 3);
  const auto later = plan.judge(behind(frame, first), options);
  for (std::size_t path = 0; path < found.paths.size(); ++path) {
    for (std::size_t row = first; row < units.size(); ++row) {
      RC_ASSERT(later.at(path, row - first) == found.at(path, row));
    }
  }
}

/// What conditions are made of, at least once in all of them.
const std::vector<const char*> forms{
    "mean(events[", "mean(sizes", "total(events", "sum(",  "min(",    "max(", "count(",
    "paid_in",      "ranked",     "held",         "spent", "best",    "more", "last_day",
    "next_day",     "busy",       ") / total(",   "rate(", ") = null"};

}  // namespace

TEST_CASE("aggregates of elements give the same by columns and unit by unit") {
  std::size_t units = 0;
  std::size_t by_rows = 0;
  std::map<std::string, std::size_t> made;
  CHECK(rc::check("aggregates", [&] {
    std::vector<node_spec> parts;
    for (int i = 0; i < 4; ++i) {
      const auto condition = random_part();
      for (const char* form : forms) {
        if (condition.find(form) != std::string::npos) ++made[form];
      }
      parts.push_back(part("p" + std::to_string(i), condition));
    }
    const auto by = events_pack().standard(
        {group("g", combine::any, {parts[0], parts[1]}), parts[2], parts[3]});
    const int blanks = 3 + up_to(30);
    std::vector<unit> all;
    for (int i = 0; i < 130; ++i) all.push_back(random_firm(blanks));
    units += all.size();
    agree_on(by, all, by_rows);
  }));
  // Those whose aggregates are null, compared by `=`, and next to nothing else.
  CHECK(by_rows * 2 < units);
  // A sanitizer takes too long for as many cases as have all of them.
  for (const char* form : forms) {
    INFO(form);
    CHECK((made[form] > 0 || units < std::size_t{100} * 130));
  }
}

TEST_CASE("sums beyond 64 bits are exact") {
  std::vector<std::int64_t> extremes{0, 1, -1};
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  for (const auto n : {std::int64_t{1} << 31, std::int64_t{1} << 53,
                       std::int64_t{1} << 61, std::int64_t{1} << 62, most / 3, most}) {
    for (const std::int64_t by : {-1, 0}) {
      extremes.push_back(n + by);
      extremes.push_back(-n - by);
    }
  }
  if (sanitized) extremes.resize(9);
  std::vector<std::optional<std::int64_t>> lengths, costs, funds;
  for (const auto a : extremes) {
    for (const auto b : extremes) {
      lengths.emplace_back(a % 2 == 0 ? 2 : 3);
      costs.emplace_back(a);
      costs.emplace_back(b);
      if (*lengths.back() == 3) costs.emplace_back(-a / 2);
      funds.emplace_back(a / 2 + b / 2);
    }
  }
  for (const auto is : {layout::int64, layout::decimal128}) {
    for (const char* condition :
         {"total(events.cost) >= 0.01", "sum(events.cost) = 0",
          "total(events.cost) < fund", "total(events.cost) * 3 - fund * 5 >= 7",
          "max(events.cost) - min(events.cost) >= 1",
          "total(events.cost) > 92233720368547758.07", "total(events.cost) / fund >= 60%",
          "total(events.cost) - fund - max(events.cost) > min(events.cost)",
          "mean(events.cost) >= 0.01", "mean(events.cost) < fund", "spent >= 0.01",
          "mean(events.cost) * 3 - fund * 5 = 7", "spent / total(events.cost) >= 60%"}) {
      column_store store;
      column events;
      events.is = layout::structure;
      events.length = costs.size();
      events.children.push_back({"cost", store.numbers(is, costs, 3, 2)});
      norma::batch::frame units("enterprise", lengths.size());
      units.add("events", store.lists(lengths, events, 5));
      units.add("fund", store.numbers(is, funds, 0, 2));
      const auto by = events_pack().standard({part("p", condition)});
      const norma::batch::plan plan(by, {.as_of = today});
      CHECK(plan.explain().empty());
      const auto singly = judged_singly(by, units, today);
      for (const auto& set : norma::batch::instruction_sets()) {
        const auto found = plan.judge(units, {.instructions = set});
        INFO(condition << " by " << set);
        CHECK(found.columns[0] == singly);
        CHECK(found.row_by_row < units.rows);
      }
    }
  }
}

}  // namespace norma_test::pools_test
