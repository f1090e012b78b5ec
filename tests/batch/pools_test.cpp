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
#include "batch/unit_columns.hpp"
#include "catch.hpp"

// Sums, least and greatest of the elements of lists, by columns as by the evaluator:
// where elements are unknown, where it is unknown whether they belong, where nothing is
// known of the list, and where a sum needs more than 64 bits.

using namespace norma_test;

namespace {

fact_definition field(std::string name, fact_type is,
                      std::optional<range_value> range = {}, bool optional = false) {
  fact_definition f;
  f.name = std::move(name);
  f.declared = is;
  f.type = is == fact_type::date      ? expr::make(expr::type_kind::date)
           : is == fact_type::boolean ? expr::make(expr::type_kind::boolean)
                                      : expr::make_number();
  f.type.optional = f.optional = optional;
  f.range = std::move(range);
  f.scaled = is == fact_type::amount;
  f.scale = f.scaled ? 2 : 0;
  return f;
}

sample_pack events_pack() {
  sample_pack s;
  s.count("due", {.unit = "CNY"}).amount("fund").boolean("kept").date_fact("since");
  s.records("events", {field("paid", fact_type::count), field("cost", fact_type::amount),
                       field("rank", fact_type::count, between(0, 6)),
                       field("score", fact_type::number, between(-3, 5)),
                       field("spare", fact_type::count, {}, true),
                       field("day", fact_type::date), field("good", fact_type::boolean)});
  s.list_of_numbers("sizes");
  s.count("paid_in", {.unit = "CNY", .value = "total(events[good].paid)"});
  s.count("ranked", {.range = between(0, 9),
                     .checks = {"ranked <= due + 7"},
                     .unit = "CNY",
                     .value = "total(events.rank) * 2 - due"});
  s.count("held", {.supplied = if_supplied::must_agree,
                   .unit = "CNY",
                   .value = "count(events[good])"});
  s.amount("spent", {.value = "total(events[kept].cost) + fund"});
  s.plain_number("best", {.optional = true, .value = "max(events.score)"});
  s.date_fact("last_day", {.supplied = if_supplied::must_agree,
                           .value = "max(events[not(good)].day)"});
  s.date_fact("next_day",
              {.range = between(today, day("2030-01-01")), .value = "since + 30天"});
  s.count("more", {.unit = "CNY", .value = "paid_in + held * 2 + 1"});
  s.boolean("busy", {.value = "mean(events.paid) > 1 or paid_in >= 3"});
  return s;
}

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

}  // namespace

namespace {

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
  for (const std::string filter :
       {"", "[good]", "[not(good)]", "[kept]", "[good or kept]", "[good and kept]",
        "[paid >= 1 and good]"}) {
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
      for (const auto& set : norma::batch::instruction_sets()) {
        const auto found = plan.judge(units, {.instructions = set});
        INFO(condition << " by " << set);
        CHECK(differing_rows(by, units, today, [&](std::size_t row) {
                return found.columns[0][row];
              }) == 0);
        CHECK(found.row_by_row < units.rows);
      }
    }
  }
}
