// SPDX-License-Identifier: Apache-2.0
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/message.hpp>

#include "catch.hpp"
#include "expr/workbench.hpp"

namespace norma_test::evaluate_test {

using norma::value;
using workbench::bench;
using workbench::day;
using workbench::event;
using workbench::missing;

namespace {

// The four states of a condition, as cells of the tables below write them.
value state(char c) {
  switch (c) {
    case 't': return true;
    case 'f': return false;
    case 'u': return missing("x");
    default: return {};
  }
}

char letter(const value& v) {
  if (const auto* b = v.boolean()) return *b ? 't' : 'f';
  return v.is_unknown() ? 'u' : 'n';
}

/// The column of results of `p op q` over all states of p and q.
std::string table(std::string_view text) {
  bench work;
  std::string result;
  for (const char p : std::string("tfun")) {
    for (const char q : std::string("tfun")) {
      work.set("p", state(p));
      work.set("q", state(q));
      result += letter(work.run(text));
    }
    result += ' ';
  }
  return result;
}

value numbers(std::vector<value> all) { return norma::list_value(std::move(all)); }

}  // namespace

TEST_CASE("and, or, not are Kleene's with unknown above null") {
  //                         t    f    u    n
  CHECK(table("p and q") == "tfun ffff ufuu nfun ");
  CHECK(table("p or q") == "tttt tfun tuuu tnun ");
  CHECK(table("not(p)") == "ffff tttt uuuu nnnn ");
}

TEST_CASE("a list of conditions gives the same in every order") {
  bench work;
  const std::vector<std::string> orders{"p and q and r", "r and q and p", "q and p and r",
                                        "r and (p and q)", "(q and r) and p"};
  for (const char p : std::string("tfun"))
    for (const char q : std::string("tfun"))
      for (const char r : std::string("tfun")) {
        const auto make = [](char c, const char* name) {
          return c == 'u' ? missing(name) : state(c);
        };
        work.set("p", make(p, "p"));
        work.set("q", make(q, "q"));
        work.set("r", make(r, "r"));
        const auto first = work.show(orders[0]);
        for (const auto& order : orders) CHECK(work.show(order) == first);
      }
}

TEST_CASE("causes are those of all unknown operands, sorted, each once") {
  bench work;
  CHECK(work.show("b + a > c and p") == "unknown a b c p");
  CHECK(work.show("p and c < a + b") == "unknown a b c p");
  CHECK(work.show("a + a = a") == "unknown a");
  CHECK(work.show("p and q", {{"q", false}}) == "false");
  CHECK(work.show("p or q", {{"q", true}}) == "true");
}

TEST_CASE("without causes values are the same and nothing says why") {
  bench work;
  work.with_causes = false;
  for (const auto* text : {"a > 1", "p and q", "1 / (a - a)", "1 / (b - 2)"}) {
    work.set("b", 2);
    const auto result = work.run(text);
    CHECK(result.is_unknown());
    CHECK(result.causes() == nullptr);
  }
}

TEST_CASE("unknown goes through every operator") {
  bench work;
  for (const auto* text : {"a = 1",
                           "a != 1",
                           "a < 1",
                           "-a",
                           "a + 1",
                           "a * 0",
                           "a ** 2",
                           "a in (1, 2)",
                           "a in [1..5]",
                           "a between 1 and 2",
                           "if a > 1 then 1 else 2",
                           "[a] = [1]",
                           "a instance of number",
                           "abs(a)",
                           "a = null",
                           "sum([1, a])",
                           "[1, 2][a]",
                           "(a + 1) in (a, 3)",
                           "for x in [1..a] return x",
                           "some x in numbers satisfies x > 1",
                           "count(numbers)",
                           "d in last(12个月)",
                           "d.year > 2000",
                           "numbers[item > 1]"})
    CHECK(work.run(text).is_unknown());
}

TEST_CASE("between, in and list equality decide as the conditions they abbreviate") {
  bench work;
  work.set("a", 5);
  CHECK(work.show("a between b and 4") == "false");
  CHECK(work.show("a between 1 and b") == "unknown b");
  CHECK(work.show("a in (b, 5)") == "true");
  CHECK(work.show("a in (b, 6)") == "unknown b");
  CHECK(work.show("a in (< 3, >= b)") == "unknown b");
  CHECK(work.show("a in [b..4]") == "false");
  CHECK(work.show("a in [b..6]") == "unknown b");
  CHECK(work.show("[a, b] = [6, 1]") == "false");
  CHECK(work.show("[a, b] = [5, 1]") == "unknown b");
  CHECK(work.show("[b] = [1, 2]") == "false");
  CHECK(work.show("[a, b] != [6, 1]") == "true");
  CHECK(work.show("b in (< 3, >= 3)") == "unknown b");
}

TEST_CASE("after `in`, `?` is what stands before it (DMN 1.5, table 55)") {
  bench work;
  work.feel();
  CHECK(work.show("5 in (? > 3)") == "true");
  CHECK(work.show("5 in (? > 7)") == "false");
  CHECK(work.show("\"abc\" in (string length(?) = 3)") == "true");
  CHECK(work.show("5 in (1, ? > 7)") == "false");
  CHECK(work.show("1 in (1, ? > 7)") == "true");
  CHECK(work.show("8 in (1, ? > 7)") == "true");
  CHECK(work.show("5 in (? in (? > 3))") == "true");
  CHECK(work.show("[1, 5][item in (? > 3)]") == "[5]");
  CHECK(work.show("null in (? = null)") == "true");
  CHECK(work.show("b in (? > 3)") == "unknown b");
  CHECK(work.show("b in (? > 3, ? <= 3)") == "unknown b");
}

TEST_CASE("a unary test is a value of its own, whatever range holds the same") {
  bench work;
  work.feel();
  CHECK(work.show("(=10)") == "(= 10)");
  CHECK(work.show("(=10) = (=10)") == "true");
  CHECK(work.show("(=10) = [10..10]") == "false");
  CHECK(work.show("(=10) = (!=10)") == "false");
  CHECK(work.show("(<= 10) = [null..10]") == "false");
  CHECK(work.show("10 in (=10)") == "true");
  CHECK(work.show("includes((=10), 10)") == "true");
  CHECK(work.show("coincides((=10), [10..10])") == "true");
}

TEST_CASE("if looks at the branch taken only") {
  bench work;
  CHECK(work.show("if p then a else b", {{"p", true}, {"a", 1}}) == "1");
  CHECK(work.show("if p then a else b", {{"p", false}}) == "unknown b");
  CHECK(work.show("if p then 1 else 1", {{"p", missing("p")}}) == "unknown p");
  CHECK(work.show("if p then 1 else 2", {{"p", value{}}}) == "2");
}

TEST_CASE("count counts places, known or not") {
  bench work;
  work.set("numbers", numbers({1, missing("n"), 3}));
  CHECK(work.show("count(numbers)") == "3");
  CHECK(work.show("sum(numbers)") == "unknown n");
  CHECK(work.show("total(numbers)") == "unknown n");
  CHECK(work.show("max(numbers)") == "unknown n");
  CHECK(work.show("list contains(numbers, 1)") == "unknown n");
  CHECK(work.show("1 in numbers") == "true");
  CHECK(work.show("2 in numbers") == "unknown n");
  CHECK(work.show("numbers[1]") == "1");
  CHECK(work.show("numbers[-1]") == "3");
  CHECK(work.show("numbers[2]") == "unknown n");
}

TEST_CASE("an element that may or may not be kept leaves a list unknown") {
  bench work;
  work.set("numbers", numbers({1, missing("n"), 30}));
  CHECK(work.show("count(numbers[item > 2])") == "unknown n");
  CHECK(work.show("total(numbers[item > 2])") == "unknown n");
  CHECK(work.show("numbers[item > 2][1]") == "unknown n");
  CHECK(work.show("for x in numbers[item > 2] return 1") == "unknown n");
  CHECK(work.show("count(numbers[item > 2 and false])") == "0");
  CHECK(work.show("count(numbers[p])") == "unknown p");
}

TEST_CASE("some and every weigh elements that may or may not be kept") {
  bench work;
  work.set("numbers", numbers({1, missing("n"), 30}));
  CHECK(work.show("some x in numbers[item > 2] satisfies x = 30") == "true");
  CHECK(work.show("some x in numbers[item > 2] satisfies x = 1") == "unknown n");
  CHECK(work.show("some x in numbers[item > 2] satisfies false") == "false");
  CHECK(work.show("every x in numbers[item > 2] satisfies x = 1") == "false");
  CHECK(work.show("every x in numbers[item > 2] satisfies true") == "true");
  CHECK(work.show("every x in numbers[item > 2] satisfies x >= 30") == "unknown n");
  CHECK(work.show("some x in [], y in numbers satisfies p") == "false");
  CHECK(work.show("every x in [] satisfies p") == "true");
}

TEST_CASE("projections keep what is sure and what may be") {
  bench work;
  work.set(
      "events",
      numbers({event(day("2024-01-01"), true, 5), event(missing("e2.date"), false, 7),
               event(day("2020-01-01"), missing("e3.confirmed"), value{})}));
  CHECK(work.show("events.amount") == "[5, 7, null]");
  CHECK(work.show("count(events.date)") == "3");
  CHECK(work.show("some x in events[date in last(1年)].amount satisfies x = 5") ==
        "true");
  CHECK(work.show("some x in events[date in last(12个月)].amount satisfies x = 7") ==
        "unknown e2.date");
  CHECK(work.show("some x in events[date in last(12个月)].amount satisfies x = 9") ==
        "false");
}

TEST_CASE("in a filter a name is the element's field before it is a fact") {
  bench work;
  work.add("amount", norma::expr::make_number({{"CNY", 1}}));
  work.set("amount", 6);
  work.set("events", numbers({event(day("2024-01-01"), true, 5),
                              event(day("2023-01-01"), true, 7)}));
  CHECK(work.show("count(events[amount > 6])") == "1");
  CHECK(work.show("events[日期 < @\"2024-01-01\"].amount") == "[7]");
  CHECK(work.show("count(events[item.amount > 6])") == "1");
  CHECK(work.show("amount") == "6");
  CHECK(work.show("some x in events satisfies x.amount > amount") == "true");
  // The innermost meaning holds: an iterator within the filter, then the field.
  CHECK(work.show("count(events[some amount in [1, 2] satisfies amount > 1])") == "2");
  CHECK(work.show("count(events[date > d])", {{"d", day("2023-06-01")}}) == "1");
}

TEST_CASE("nested filters and iterators find their elements") {
  bench work;
  work.set("numbers", numbers({1, 2, 3}));
  work.set("dates", numbers({day("2024-01-01"), day("2024-02-01")}));
  CHECK(work.show("for x in numbers, y in numbers[item > x] return x * 10 + y") ==
        "[12, 13, 23]");
  CHECK(work.show("numbers[count(dates[item.month < 2]) = item]") == "[1]");
  CHECK(work.show("for x in numbers return for y in [1..x] return y") ==
        "[[1], [1, 2], [1, 2, 3]]");
  CHECK(work.show("for i in 1..4 return if i = 1 then 1 else i * partial[-1]") ==
        "[1, 2, 6, 24]");
  CHECK(work.show("some x in [[1, 2], [3]][1] satisfies x = 2") == "true");
  CHECK(work.show("every x in [[1, 2], [3]][1] satisfies x < 2") == "false");
  CHECK(work.show("[[1, 2], [3]][1][item > 1]") == "[2]");
  CHECK(work.show("for x in [numbers[2]] return x") == "[2]");
  CHECK(work.show("for i in 3..1 return i") == "[3, 2, 1]");
  CHECK(work.show("for i in 1..2 return for j in 1..2 return count(partial)") ==
        "[[0, 1], [0, 1]]");
  CHECK(work.show("for x in @\"2024-02-28\"..@\"2024-03-01\" return x.day") ==
        "[28, 29, 1]");
}

TEST_CASE("a filter's null drops the element, an error makes it a maybe one") {
  bench work;
  work.set("events", numbers({event(day("2024-01-01"), true, value{}),
                              event(day("2024-01-02"), true, 7)}));
  CHECK(work.show("count(events[amount > 5])") == "unknown N0702");
  CHECK(work.show("count(events[amount != null and amount > 5])") == "1");
  CHECK(work.feel().show("count(events[amount > 5])") == "1");
  CHECK(work.errors.size() == 1);
}

TEST_CASE("last counts days and months forward from each day") {
  const auto in_last = [](std::string_view x, std::string_view d,
                          std::string_view as_of) {
    bench work;
    work.as_of = day(as_of);
    work.set("d", day(x));
    const auto direct = work.show("d in last(@\"" + std::string(d) + "\")");
    // The range that `last` is as a value holds the same days.
    CHECK(work.show("(for r in [last(@\"" + std::string(d) + "\")] return d in r)[1]") ==
          direct);
    return direct == "true";
  };
  CHECK(in_last("2023-06-30", "P12M", "2024-06-30"));
  CHECK_FALSE(in_last("2023-06-29", "P12M", "2024-06-30"));
  CHECK(in_last("2024-06-30", "P12M", "2024-06-30"));
  CHECK_FALSE(in_last("2024-07-01", "P12M", "2024-06-30"));
  // A period that begins on a leap day ends on the last of February.
  CHECK(in_last("2024-02-29", "P1Y", "2025-02-28"));
  CHECK_FALSE(in_last("2024-02-29", "P1Y", "2025-03-01"));
  CHECK_FALSE(in_last("2023-02-28", "P1Y", "2024-02-29"));
  CHECK(in_last("2023-03-01", "P1Y", "2024-02-29"));
  // Months without a corresponding day end on their last.
  CHECK(in_last("2023-01-28", "P1M", "2023-02-28"));
  CHECK(in_last("2023-01-31", "P1M", "2023-02-28"));
  CHECK_FALSE(in_last("2023-01-27", "P1M", "2023-02-28"));
  CHECK_FALSE(in_last("2023-02-28", "P1M", "2023-03-31"));
  CHECK(in_last("2023-03-01", "P1M", "2023-03-31"));
  CHECK(in_last("2024-06-30", "P0D", "2024-06-30"));
  CHECK_FALSE(in_last("2024-06-29", "P0D", "2024-06-30"));
  CHECK(in_last("2024-06-20", "P10D", "2024-06-30"));
  CHECK_FALSE(in_last("2024-06-19", "P10D", "2024-06-30"));
  CHECK(in_last("0001-01-01", "P999999999Y", "2024-06-30"));
}

TEST_CASE("a period of last that is negative or broken is a data error") {
  bench work;
  work.set("d", day("2024-06-01"));
  CHECK(work.show("d in last(window)", {{"window", norma::months_duration{-1}}}) ==
        "unknown N0719");
  CHECK(work.show("d in last(window)",
                  {{"window", norma::days_duration{norma::number{3600}}}}) ==
        "unknown N0719");
  CHECK(work.show("d in last(window)", {{"window", missing("window")}}) ==
        "unknown window");
}

TEST_CASE("the guard of a rate tells nothing to measure from what is open") {
  using norma::expr::rate_state;
  struct row {
    value n, d;
    rate_state state;
    const char* causes;
    const char* value_of;
  };
  const std::vector<row> rows{
      {1, 2, rate_state::measurable, "", "true"},
      {0, 2, rate_state::measurable, "", "false"},
      {missing("n"), 2, rate_state::measurable, "", "unknown n"},
      {0, 0, rate_state::nothing_to_measure, "", "unknown N0701"},
      {missing("n"), 0, rate_state::nothing_to_measure, "", "unknown n"},
      {1, 0, rate_state::open, "unknown N0722", "unknown N0722"},
      {1, -2, rate_state::open, "unknown N0715", "unknown N0715"},
      {0, -2, rate_state::open, "unknown N0715", "unknown N0715"},
      {missing("n"), -2, rate_state::open, "unknown N0715", "unknown n"},
      {1, missing("d"), rate_state::open, "unknown d", "unknown d"},
      {0, missing("d"), rate_state::open, "unknown d", "unknown d"},
      {missing("n"), missing("d"), rate_state::open, "unknown d n", "unknown d n"},
      {1, value{}, rate_state::open, "unknown N0704", "unknown N0704"},
      {value{}, 0, rate_state::open, "unknown N0704", "unknown N0704"},
  };
  for (const auto& r : rows) {
    bench work;
    work.options.rate_allowed = true;
    work.set("signed", r.n);
    work.set("workers", r.d);
    const auto compiled = work.compile("rate(signed, workers) >= 50%");
    REQUIRE(compiled.result);
    REQUIRE(norma::expr::find_rate(*compiled.result) ==
            &compiled.result->tree.children[0]);
    const auto guard = norma::expr::guard_of_rate(*compiled.result, work.environment());
    CHECK(guard.state == r.state);
    CHECK((guard.causes ? bench::show_value(value::unknown(guard.causes)) : "") ==
          r.causes);
    CHECK(bench::show_value(
              norma::expr::evaluate(*compiled.result, work.environment())) == r.value_of);
  }
  bench work;
  const auto without = work.compile("a > 1");
  REQUIRE(without.result);
  CHECK(norma::expr::find_rate(*without.result) == nullptr);
  CHECK(norma::expr::guard_of_rate(*without.result, work.environment()).state ==
        rate_state::measurable);
}

TEST_CASE("numbers are exact") {
  bench work;
  CHECK(work.show("0.1 + 0.2 = 0.3") == "true");
  CHECK(work.show("1 / 3 * 3 = 1") == "true");
  CHECK(work.show("17999 / 20000 >= 90%") == "false");
  CHECK(work.show("18000 / 20000 >= 90%") == "true");
  CHECK(work.show("5‰ = 0.005") == "true");
  CHECK(work.show("9223372036854775807 + 1") == "9223372036854775808");
  CHECK(work.show("5 ** -2") == "0.04");
  CHECK(work.show("3 ** 4 ** 5") == "3486784401");
  CHECK(work.show("(0 - 1) ** 9223372036854775809") == "-1");
}

TEST_CASE("division by zero is a data error at the pack door, null at the other") {
  bench work;
  work.set("a", 0);
  CHECK(work.show("1 / a") == "unknown N0701");
  CHECK(work.show("false and 1 / a > 1") == "false");
  CHECK(work.show("a ** -1") == "unknown N0701");
  CHECK(work.show("modulo(5, a)") == "unknown N0701");
  CHECK(work.feel().show("1 / a") == "null");
  REQUIRE(work.errors.size() == 1);
  CHECK(work.errors[0].code == "N0701");
  CHECK(work.errors[0].where.begin == 0);
  CHECK(work.errors[0].where.end == 5);
}

TEST_CASE("a data error says which, with its words") {
  bench work;
  const auto result = work.run("a < b", {{"a", value{}}, {"b", 2}});
  REQUIRE(result.causes() != nullptr);
  REQUIRE(result.causes()->size() == 1);
  const auto& why = result.causes()->front();
  CHECK(why.kind == norma::cause_kind::data_error);
  CHECK(why.fact.empty());
  CHECK(norma::format_message(why.code.get(), why.arguments, norma::language::en) ==
        "null and a number can not be compared");
}

TEST_CASE("categories compare by their place") {
  bench work;
  work.set("size", "medium");
  CHECK(work.show("size >= \"medium\"") == "true");
  CHECK(work.show("size < \"large\"") == "true");
  CHECK(work.show("size > \"micro\"") == "true");
  CHECK(work.show("size in [\"small\"..\"large\"]") == "true");
  CHECK(work.show("size in (> \"medium\")") == "false");
  CHECK(work.show("size between \"micro\" and \"small\"") == "false");
  CHECK(work.show("size in (\"large\", \"medium\")") == "true");
  CHECK(work.show("max([size, \"small\"])") == "\"medium\"");
  CHECK(work.show("\"large\" > size") == "true");
  CHECK(work.show("(if p then size else \"large\") > \"medium\"", {{"p", false}}) ==
        "true");
  CHECK(work.show("before(size, \"large\")") == "true");
}

TEST_CASE("sets hold ids") {
  bench work;
  work.set("forms", numbers({"induction"}));
  CHECK(work.show("\"induction\" in forms") == "true");
  CHECK(work.show("\"apprenticeship\" in forms") == "false");
  CHECK(work.show("list contains(forms, \"induction\")") == "true");
  CHECK(work.show("count(forms) >= 1") == "true");
}

TEST_CASE("periods hold both their days, and may have no end") {
  bench work;
  norma::range_value endless;
  endless.low = value{day("2026-01-01")};
  endless.low_included = true;
  work.set("periods", numbers({workbench::closed(day("2023-01-01"), day("2024-06-30")),
                               value{endless}}));
  CHECK(work.show("some x in periods satisfies as_of in x") == "true");
  work.as_of = day("2024-07-01");
  CHECK(work.show("some x in periods satisfies as_of in x") == "false");
  work.as_of = day("2099-01-01");
  CHECK(work.show("some x in periods satisfies as_of in x") == "true");
  CHECK(work.show("periods[1].end") == "@\"2024-06-30\"");
  CHECK(work.show("periods[2].end = null") == "true");
  // One known end may be enough.
  norma::range_value open;
  open.low = value{day("2023-01-01")};
  open.high = missing("end");
  open.low_included = open.high_included = true;
  work.set("periods", numbers({value{open}}));
  work.as_of = day("2022-12-31");
  CHECK(work.show("some x in periods satisfies as_of in x") == "false");
  work.as_of = day("2023-01-01");
  CHECK(work.show("some x in periods satisfies as_of in x") == "unknown end");
  CHECK(work.show("before(as_of, periods[1])") == "unknown end");
  CHECK(work.show("periods[1] instance of range<date>") == "unknown end");
  CHECK(work.show("count(append(periods, periods[1]))") == "2");
}

TEST_CASE("dates, times and durations are added up") {
  bench work;
  work.set("d", day("2024-01-31"));
  CHECK(work.show("d + 1个月") == "@\"2024-02-29\"");
  CHECK(work.show("d - 30天") == "@\"2024-01-01\"");
  CHECK(work.show("d + @\"PT36H\"") == "@\"2024-02-01\"");
  CHECK(work.show("d - @\"PT1H\"") == "@\"2024-01-30\"");
  CHECK(work.show("as_of - d") == "@\"P151D\"");
  CHECK(work.show("@\"10:15:00\" + @\"P1D\"") == "@\"10:15:00\"");
  CHECK(work.show("@\"00:30:00\" - @\"PT1H\"") == "@\"23:30:00\"");
  // However far: only the part of a day counts.
  CHECK(work.show("@\"10:00:00\" + @\"P999999999999999DT1H\"") == "@\"11:00:00\"");
  CHECK(work.show("@\"10:00:00\" - @\"P999999999999999DT1H\"") == "@\"09:00:00\"");
  CHECK(work.show("@\"2024-02-29T12:00:00\" + @\"P1Y\"") == "@\"2025-02-28T12:00:00\"");
  CHECK(work.show("@\"P1Y\" / @\"P1M\"") == "12");
  CHECK(work.show("1.5 * @\"P1M\"") == "@\"P1M\"");
  CHECK(work.show("@\"P1D\" / 7 * 7 = @\"P1D\"") == "true");
  CHECK(work.show("d + 100000000000 * @\"P1Y\"") == "unknown N0711");
  CHECK(work.show("@\"P1Y\" * 10 ** 30") == "unknown N0711");
  CHECK(work.show("d.year * 100 + d.month") == "202401");
  CHECK(work.show("as_of.weekday") == "7");
  CHECK(work.show("@\"P1DT2H3M4.5S\".seconds") == "4.5");
  CHECK(work.show("@\"-P1Y2M\".months") == "-2");
}

TEST_CASE("times are compared by whole seconds") {
  bench work;
  CHECK(work.show("@\"10:30:00.1\" = @\"10:30:00.2\"") == "true");
  CHECK(work.show("@\"10:30:00.1\" < @\"10:30:00.2\"") == "false");
  CHECK(work.show("@\"10:30:00\" < @\"10:30:01\"") == "true");
}

TEST_CASE("the FEEL door gives null and a diagnostic where the pack door gives unknown") {
  bench work;
  work.feel();
  for (const auto* text :
       {"1 < \"a\"", "abs(true)", "1 + true", "foo", "foo(1)", "abs(1, 2)", "abs(x: 1)",
        "[1,2][\"a\"]", "d.foo", "-true", "null.a", "for x in null return x",
        "1 instance of foo", "not(1)", "date(\"2023-02-30\")", "@\"foo\"",
        "sublist([1], 5)"}) {
    work.set("d", day("2024-01-01"));
    work.errors.clear();
    CHECK(work.show(text) == "null");
    CHECK(work.errors.size() == 1);
  }
}

TEST_CASE("a subexpression is evaluated by itself") {
  bench work;
  work.set("a", 2);
  work.set("b", 3);
  const auto compiled = work.compile("a * b >= 7");
  REQUIRE(compiled.result);
  const auto product = norma::expr::evaluate(
      *compiled.result, compiled.result->tree.children[0], work.environment());
  CHECK(product.to_string() == "6");
}

TEST_CASE("unary tests decide a subject, `?` and `-` included") {
  bench work;
  work.set("b", missing("b"));
  const auto test = [&](std::string_view text, const value& subject) {
    const auto compiled = norma::expr::compile_tests(text, norma::expr::make_number(),
                                                     work.names, work.options);
    REQUIRE(compiled.result);
    return letter(
        norma::expr::evaluate_tests(*compiled.result, subject, work.environment()));
  };
  CHECK(test("-", missing("x")) == 't');
  CHECK(test(">= 1000", 1000) == 't');
  CHECK(test(">= 1000", 999) == 'f');
  CHECK(test(">= 1000", missing("x")) == 'u');
  CHECK(test("[1..5), 7", 5) == 'f');
  CHECK(test("[1..5), 7", 7) == 't');
  CHECK(test("not(1, 2)", 2) == 'f');
  CHECK(test("not(1, 2)", 3) == 't');
  CHECK(test("not(1, b)", 3) == 'u');
  CHECK(test("b, 3", 3) == 't');
  CHECK(test("? > 2 and ? < 4", 3) == 't');
  CHECK(test("modulo(?, 2) = 0", 3) == 'f');
}

TEST_CASE("truth of a value, equality of two") {
  using norma::truth;
  CHECK(norma::expr::to_truth(true) == truth::yes);
  CHECK(norma::expr::to_truth(false) == truth::no);
  CHECK(norma::expr::to_truth(value{}) == truth::unknown);
  CHECK(norma::expr::to_truth(3) == truth::unknown);
  CHECK(norma::expr::to_truth(missing("x")) == truth::unknown);
  CHECK(norma::expr::equals(1, 1) == truth::yes);
  CHECK(norma::expr::equals(1, 2) == truth::no);
  CHECK(norma::expr::equals(1, "1") == truth::unknown);
  CHECK(norma::expr::equals(value{}, value{}) == truth::yes);
  CHECK(norma::expr::equals(value{}, 1) == truth::no);
  CHECK(norma::expr::equals(missing("x"), 1) == truth::unknown);
}

}  // namespace norma_test::evaluate_test
