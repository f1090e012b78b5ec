// SPDX-License-Identifier: Apache-2.0
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move

#include <norma/value/partial.hpp>

#include "catch.hpp"
#include "expr/workbench.hpp"

// Design section 4: bounds of unknown numbers, sure, maybe and open elements.

namespace norma_test::bounds_test {

using norma::list_value;
using norma::number;
using norma::number_bounds;
using norma::value;
using workbench::bench;
using workbench::day;
using workbench::event;
using workbench::missing;

namespace {

/// An unknown number that has bounds as an element of an aggregate.
value field(const std::string& name, std::optional<int> low, std::optional<int> high) {
  norma::partial_value known;
  known.bounds.emplace();
  if (low) known.bounds->low = number{*low};
  if (high) known.bounds->high = number{*high};
  known.in_aggregate_only = true;
  return value::unknown(missing(name).causes(), std::move(known));
}

value open(list_value items, value element, std::optional<std::size_t> count = {}) {
  norma::partial_value known;
  known.list.emplace();
  known.list->items = std::move(items);
  const auto why = missing("others").causes();
  known.list->rest = norma::list_rest{std::move(element), count, false, why};
  return value::unknown(why, std::move(known));
}

/// `5..8`, with `_` for an infinite end; of a known value itself; else `?`.
std::string between(const value& v) {
  if (!v.is_unknown()) return v.to_string();
  const auto* b = norma::bounds_of(v);
  if (b == nullptr) return "?";
  return (b->low ? b->low->to_string() : "_") + ".." +
         (b->high ? b->high->to_string() : "_");
}

}  // namespace

TEST_CASE("an aggregate of sure elements has the bounds of its unknown ones") {
  bench work;
  work.set("numbers", list_value{99, field("x", 0, 100)});
  CHECK(between(work.run("total(numbers)")) == "99..199");
  CHECK(between(work.run("sum(numbers)")) == "99..199");
  CHECK(between(work.run("mean(numbers)")) == "49.5..99.5");
  CHECK(between(work.run("min(numbers)")) == "0..99");
  CHECK(between(work.run("max(numbers)")) == "99..100");
  CHECK(between(work.run("count(numbers)")) == "2");
  CHECK(between(work.run("median(numbers)")) == "?");
  CHECK(work.show("total(numbers) >= 99") == "true");
  CHECK(work.show("total(numbers) >= 100") == "unknown x");
  CHECK(work.show("total(numbers) > 199") == "false");
}

TEST_CASE("a sum of too many digits is no bound") {
  bench work;
  work.set("numbers", list_value{*number::ratio(1, 97), *number::ratio(1, 101),
                                 *number::ratio(1, 103), field("x", 0, {})});
  CHECK(between(work.run("total(numbers)")) == "30191/1009091.._");
  work.options.bounds.number_digits = 10;
  CHECK(between(work.run("total(numbers)")) == "?");
  CHECK(between(work.run("min(numbers)")) == "0..1/103");
}

TEST_CASE("a field has bounds as an element of an aggregate only") {
  bench work;
  work.set("a", field("a", 0, 10));
  CHECK(work.show("a >= 0") == "unknown a");
  CHECK(between(work.run("a + 1")) == "?");
  CHECK(work.show("total([a, 1]) >= 1") == "true");
}

TEST_CASE("an unknown element without bounds leaves none, or one end") {
  bench work;
  work.set("numbers", list_value{1, missing("x")});
  CHECK(between(work.run("total(numbers)")) == "?");
  work.set("numbers", list_value{1, field("x", 0, {})});
  CHECK(between(work.run("total(numbers)")) == "1.._");
  CHECK(between(work.run("min(numbers)")) == "0..1");
  CHECK(between(work.run("max(numbers)")) == "1.._");
  CHECK(work.show("total(numbers) >= 1") == "true");
  CHECK(work.show("total(numbers) <= 5") == "unknown x");
}

TEST_CASE("an unknown element that may turn out to be absent leaves none") {
  bench work;
  work.set("numbers", list_value{1, missing("x")});
  CHECK(between(work.run("min(numbers)")) == "?");
  CHECK(between(work.run("max(numbers)")) == "?");
  work.set("numbers", list_value{1, field("x", {}, {})});
  CHECK(between(work.run("min(numbers)")) == "_..1");
  CHECK(between(work.run("max(numbers)")) == "1.._");
}

TEST_CASE("what is no number leaves no bounds") {
  bench work;
  work.set("dates", list_value{day("2024-01-01"), missing("x")});
  CHECK(between(work.run("max(dates)")) == "?");
  work.set("numbers", list_value{value{}, field("x", 0, 1)});
  CHECK(between(work.run("total(numbers)")) == "?");
}

TEST_CASE("maybe elements widen count and total, and leave no sum or mean") {
  bench work;
  work.set("a", missing("a"));
  work.set("numbers", list_value{5, 3, -2});
  const std::string maybe = "numbers[item >= 5 or (item < 5 and item > a)]";
  CHECK(between(work.run("count(" + maybe + ")")) == "1..3");
  CHECK(between(work.run("total(" + maybe + ")")) == "3..8");
  CHECK(between(work.run("min(" + maybe + ")")) == "-2..5");
  CHECK(between(work.run("max(" + maybe + ")")) == "5..5");
  CHECK(between(work.run("mean(" + maybe + ")")) == "?");
  CHECK(between(work.run("min(numbers[item > a])")) == "?");
  CHECK(work.show("count(" + maybe + ") >= 1") == "true");
  CHECK(work.show("count(" + maybe + ") >= 2") == "unknown a");
  CHECK(work.show("count(" + maybe + ") > 3") == "false");
  CHECK(work.show("total(numbers[item > a]) <= 8") == "true");
}

TEST_CASE("filters of filters and paths keep sure and maybe") {
  bench work;
  work.set("events", list_value{event(day("2024-01-01"), missing("c1"), 10),
                                event(day("2024-02-01"), true, field("a2", 0, 5))});
  CHECK(between(work.run("total(events[confirmed].amount)")) == "0..15");
  CHECK(between(work.run("total(events[confirmed][date < @\"2024-01-15\"].amount)")) ==
        "0..10");
  CHECK(between(work.run("count(events[confirmed])")) == "1..2");
  CHECK(between(work.run("count(events[confirmed][amount > 3])")) == "0..2");
  CHECK(work.show("some e in events[confirmed] satisfies e.amount > 20") == "unknown a2");
}

TEST_CASE("a list with elements that are known to be missing") {
  bench work;
  work.set("numbers", open({1, 2}, field("others", 0, 10), 3));
  CHECK(between(work.run("count(numbers)")) == "5");
  CHECK(between(work.run("total(numbers)")) == "3..33");
  CHECK(between(work.run("mean(numbers)")) == "0.6..6.6");
  CHECK(between(work.run("min(numbers)")) == "0..1");
  CHECK(between(work.run("count(numbers[item >= 1])")) == "2..5");
  CHECK(work.show("some x in numbers satisfies x = 2") == "true");
  CHECK(work.show("some x in numbers satisfies x = 7") == "unknown others");
  CHECK(work.show("every x in numbers satisfies x >= 1") == "unknown others");
  CHECK(work.show("every x in numbers satisfies x > 1") == "false");
  CHECK(work.show("numbers[1]") == "unknown others");
  CHECK(work.show("list contains(numbers, 1)") == "unknown others");
  CHECK(work.show("for x in numbers return x") == "unknown others");
}

TEST_CASE("a list that any number of elements may follow") {
  bench work;
  work.set("numbers", open({1, 2}, field("others", 0, 10)));
  CHECK(between(work.run("count(numbers)")) == "2.._");
  CHECK(between(work.run("total(numbers)")) == "3.._");
  CHECK(between(work.run("max(numbers)")) == "2..10");
  CHECK(between(work.run("sum(numbers)")) == "?");
  CHECK(work.show("count(numbers) >= 2") == "true");
  CHECK(work.show("count(numbers) = 2") == "unknown others");
  CHECK(work.show("count(numbers) < 2") == "false");
  // Of none or many it is known all the same.
  CHECK(work.show("every x in numbers satisfies x > 1") == "false");
  CHECK(work.show("every x in numbers satisfies true") == "true");
  CHECK(work.show("some x in numbers satisfies false") == "false");
  work.set("numbers", open({}, field("others", 0, {})));
  CHECK(work.show("total(numbers) >= 0") == "true");
  CHECK(work.show("min(numbers) >= 0") == "unknown others");
}

TEST_CASE("a list of lists keeps what is known of it when it is flattened") {
  bench work;
  const auto shown = [&](const char* text) { return work.show(text); };
  work.set("numbers", list_value{list_value{3, 5}, missing("x")});
  CHECK(shown("every n in flatten(numbers) satisfies n < 5") == "false");
  CHECK(shown("every n in flatten(numbers) satisfies n <= 5") == "unknown x");
  CHECK(shown("some n in flatten(numbers) satisfies n >= 5") == "true");
  CHECK(shown("some n in flatten(numbers) satisfies n > 5") == "unknown x");
  CHECK(between(work.run("count(flatten(numbers))")) == "2.._");
  CHECK(between(work.run("count(flatten(numbers)[item > 3])")) == "1.._");
  CHECK(between(work.run("total(flatten(numbers))")) == "?");
  CHECK(shown("flatten(numbers)") == "unknown x");
  CHECK(shown("flatten(numbers)[1]") == "unknown x");
  CHECK(shown("every n in flatten([numbers, [7]]) satisfies n < 7") == "false");
  // A list that may go on, and one of which nothing is known.
  work.set("numbers", open({list_value{3}}, missing("y")));
  CHECK(shown("every n in flatten(numbers) satisfies n < 3") == "false");
  CHECK(shown("every n in flatten(numbers) satisfies n < 4") == "unknown others");
  work.set("numbers", missing("all"));
  CHECK(shown("every n in flatten(numbers) satisfies n < 3") == "unknown all");
  // Elements that may not belong decide nothing by themselves.
  work.set("numbers", list_value{3, missing("x")});
  work.set("a", missing("a"));
  CHECK(shown("every n in flatten([numbers, [9]]) satisfies n < 9") == "false");
  work.set("numbers", list_value{3, 5});
  CHECK(shown("every n in flatten([numbers[item > a], [4]]) satisfies n < 5") ==
        "unknown a");
  CHECK(shown("every n in flatten([numbers[item > a], [6]]) satisfies n < 6") == "false");
  CHECK(between(work.run("count(flatten([numbers[item > a], [4]]))")) == "1.._");
}

TEST_CASE("arithmetic keeps bounds, one operation at a time") {
  bench work;
  work.options.rate_anywhere = true;
  work.set("numbers", list_value{field("x", 2, 4)});
  const auto shown = [&](const char* text) { return between(work.run(text)); };
  CHECK(shown("total(numbers) + 1") == "3..5");
  CHECK(shown("1 - total(numbers)") == "-3..-1");
  CHECK(shown("-total(numbers)") == "-4..-2");
  CHECK(shown("total(numbers) * -2") == "-8..-4");
  CHECK(shown("12 / total(numbers)") == "3..6");
  CHECK(shown("total(numbers) / 2") == "1..2");
  CHECK(shown("total(numbers) - total(numbers)") == "-2..2");
  CHECK(shown("1 / (total(numbers) - 2)") == "?");
  CHECK(shown("total(numbers) ** 2") == "?");
  CHECK(shown("abs(total(numbers))") == "?");
  CHECK(shown("if true then total(numbers) else 0") == "2..4");
  CHECK(shown("rate(total(numbers), 8) = 1") == "false");
  CHECK(shown("rate(total(numbers), 8) <= 50%") == "true");
  work.set("numbers", list_value{field("x", 0, {})});
  CHECK(shown("total(numbers) * 0") == "0..0");
  CHECK(shown("total(numbers) * -1") == "_..0");
  CHECK(shown("1 / (total(numbers) + 1)") == "0..1");
}

TEST_CASE("comparison consumes bounds") {
  bench work;
  work.options.rate_anywhere = true;
  work.set("numbers", list_value{field("x", 2, 4)});
  const auto shown = [&](const char* text) { return work.show(text); };
  CHECK(shown("total(numbers) between 2 and 4") == "true");
  CHECK(shown("total(numbers) between 3 and 4") == "unknown x");
  CHECK(shown("total(numbers) in [2..4]") == "true");
  CHECK(shown("total(numbers) in (1..4)") == "unknown x");
  CHECK(shown("total(numbers) in (> 4, < 2)") == "false");
  CHECK(shown("total(numbers) in (0, 1, 5)") == "false");
  CHECK(shown("total(numbers) in (0, 2)") == "unknown x");
  CHECK(shown("total(numbers) in [0, 1]") == "false");
  CHECK(shown("[total(numbers)] = [5]") == "false");
  CHECK(shown("[total(numbers)] != [3]") == "unknown x");
  CHECK(shown("total(numbers) = 5") == "false");
  CHECK(shown("total(numbers) != 5") == "true");
  CHECK(shown("total(numbers) = 3") == "unknown x");
  CHECK(shown("total(numbers) < 2") == "false");
  CHECK(shown("total(numbers) > 4") == "false");
  CHECK(shown("total(numbers) > 2") == "unknown x");
  work.set("numbers", list_value{field("x", 3, 3)});
  CHECK(shown("total(numbers) = 3") == "true");
  // Bounds that meet are no number: what divides by it stays open.
  CHECK(shown("rate(1, total(numbers)) < 1") == "unknown x");
}

TEST_CASE("many causes are told by the first of them") {
  bench work;
  list_value many;
  for (int i = 0; i < 5000; ++i) many.push_back(missing("f" + std::to_string(10000 + i)));
  work.set("numbers", many);
  const auto unknown = work.run("every x in numbers satisfies x > 0");
  REQUIRE(unknown.causes()->size() == norma::most_causes);
  CHECK(unknown.causes()->front().fact == "f10000");
  CHECK(work.run("max(numbers)").causes()->size() == norma::most_causes);
}

}  // namespace norma_test::bounds_test
