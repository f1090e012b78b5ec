// SPDX-License-Identifier: Apache-2.0
#include <optional>  // std::nullopt
#include <string>    // std::string
#include <utility>   // std::move, std::pair

#include "catch.hpp"
#include "expr/workbench.hpp"

// What ends an evaluation that would not end, or would take all there is.

namespace norma_test::limits_test {

using norma::list_value;
using norma::number;
using norma::value;
using workbench::bench;
using workbench::day;
using workbench::event;

namespace {

/// Of an unknown number, that it is not negative.
value not_negative() {
  norma::partial_value known;
  known.bounds = norma::number_bounds{number{0}, std::nullopt};
  return value::unknown(workbench::missing("a").causes(), std::move(known));
}

/// `count` numbers from `first` on.
value list_of(int count, number first) {
  list_value list;
  for (int i = 0; i < count; ++i) list.emplace_back(first + number{i});
  return list;
}

}  // namespace

TEST_CASE("limits end what would not end, each with its own data error") {
  bench work;
  work.set("a", 10);
  CHECK(work.show("10 ** (10 ** 9)") == "unknown N0708");
  CHECK(work.show("(a ** 4000) * (a ** 4000)") == "unknown N0708");
  CHECK(work.show("count(for x in [1..a ** 8] return x)") == "unknown N0709");
  CHECK(work.show("some x in 1..a ** 30 satisfies false") == "unknown N0709");
  CHECK(work.show("every x in [1..a ** 30] satisfies x > 0") == "unknown N0709");
  CHECK(work.show("some x in a ** 30..1 satisfies false") == "unknown N0709");
  CHECK(work.show("count(for x in 1.5..a ** 30 return x)") == "unknown N0718");
  CHECK(work.show("sum(for x in a ** 30..a ** 30 + 2 return x - a ** 30)") == "3");
  work.options.bounds.list_items = 1000;
  CHECK(work.show("count(for x in 1..40, y in 1..40 return y)") == "unknown N0709");
  CHECK(work.show("(for x in 1..30 return concatenate(partial, partial, [x]))[-1]") ==
        "unknown N0709");
  CHECK(work.show("(for x in 1..30 return if x = 1 then \"aaaaaaaa\" else "
                  "partial[-1] + partial[-1])[-1]") == "unknown N0709");
  work.options.bounds.evaluation_steps = 10'000;
  CHECK(
      work.show("every x in 1..900, y in 1..900, z in 1..900 satisfies x + y + z > 0") ==
      "unknown N0710");
  CHECK(work.show("false and (every x in 1..900, y in 1..900 satisfies x + y > 0)") ==
        "unknown N0710");
  CHECK(work.show("(every x in 1..900, y in 1..900 satisfies x + y > 0) and false") ==
        "unknown N0710");
  CHECK(work.show("count(for x in 1..500 return [partial]) > 0") != "true");
}

TEST_CASE("no operation and no function makes a number of too many digits") {
  bench work;
  work.options.exact = false;
  work.options.bounds.number_digits = 100;
  // A third to n digits has n above the line and n + 1 below it.
  CHECK(work.show("decimal(1/3, 48) > 0") == "true");
  CHECK(work.show("decimal(1/3, 52) > 0") == "unknown N0708");
  CHECK(work.show("10 ** 90 > 0") == "true");
  CHECK(work.show("10 ** 110 > 0") == "unknown N0708");
  CHECK(work.show("median([1/10**40, 1/3**80]) > 0") == "unknown N0708");
  CHECK(work.show("product([10**60, 10**30]) > 0") == "true");
  CHECK(work.show("product([10**60, 10**60]) > 0") == "unknown N0708");
  CHECK(work.show("stddev([1/3**60, 1/7**60, 1/11**50]) > 0") == "unknown N0708");
  CHECK(work.show("@\"P1D\" / 7**100 > @\"P0D\"") == "true");
  CHECK(work.show("@\"P1D\" / 7**100 + @\"P1D\" / 11**60 > @\"P0D\"") == "unknown N0708");
  CHECK(work.show("@\"P1D\" / 7**100 - @\"P1D\" / 11**60 > @\"P0D\"") == "unknown N0708");
}

TEST_CASE("long numbers count for more than one step and one element") {
  bench work;
  work.options.exact = false;
  work.options.bounds.list_items = 1000;
  CHECK(work.show("count(for x in 1..100 return 10**18 + x)") == "100");
  CHECK(work.show("count(for x in 1..100 return 10**100 + x)") == "unknown N0709");
  work.options.bounds.evaluation_steps = 10'000;
  CHECK(work.show("every x in 1..100 satisfies 10**18 + x > 0") == "true");
  CHECK(work.show("every x in 1..100 satisfies 10**1000 + x > 0") == "unknown N0710");
  // Fractions are compared by multiplying.
  work.set("a", *number{10}.power(3000, 4000));
  work.set("b", *number{3}.power(-3000, 4000));
  CHECK(work.show("every x in 1..100 satisfies a > b") == "unknown N0710");
  CHECK(work.show("every x in 1..100 satisfies max(a, b) = a") == "unknown N0710");
}

TEST_CASE("an operation counts for steps by what it takes") {
  bench work;
  work.options.exact = false;
  work.options.bounds.evaluation_steps = 20'000;
  // Of 64 bits: one step, and one for the turn.
  CHECK(work.show("every x in 1..5000 satisfies x + 1 > 0") == "true");
  CHECK(work.show("every x in 1..5000 satisfies x / 7 > 0") == "true");
  CHECK(work.show("every x in 1..5000 satisfies modulo(x, 7) >= 0") == "true");
  CHECK(work.show("sum(for x in 1..2000 return x / 7) > 0") == "true");
  work.set("a", *number{10}.power(2000, 4000));
  work.set("b", *number{3}.power(2000, 4000));
  work.set("c", *number{7}.power(-1000, 4000));
  // Wide: a sum by the digits, a quotient and a sum of fractions by their square.
  CHECK(work.show("every x in 1..25 satisfies a + b > x") == "true");
  CHECK(work.show("every x in 1..25 satisfies a / b > x") == "unknown N0710");
  CHECK(work.show("every x in 1..25 satisfies a + c > x") == "unknown N0710");
  CHECK(work.show("every x in 1..25 satisfies modulo(a, b) > x") == "unknown N0710");
  CHECK(work.show("every x in 1..25 satisfies string(a) > \"\"") == "unknown N0710");
  // What fails counts as well.
  work.options.bounds.number_digits = 2100;
  CHECK(work.show("every x in 1..100 satisfies a / b = x") == "unknown N0710");
  work.options.bounds.evaluation_steps = 200'000;
  for (const char* once : {"log(2) > 0", "sqrt(2) > 0", "exp(2) > 0", "2 ** 0.5 > 0"}) {
    CAPTURE(once);
    CHECK(work.show(once) == "true");
    CHECK(work.show(std::string("every x in 1..60 satisfies ") + once) ==
          "unknown N0710");
  }
}

TEST_CASE("long numbers in lists count for what is done with them") {
  bench work;
  work.options.exact = false;
  work.options.bounds.evaluation_steps = 20'000;
  work.set("a", *number{10}.power(2000, 4000));
  work.set("b", *number{3}.power(-2000, 4000));
  const auto of = [&](const char* condition, const char* x, const char* y) {
    CAPTURE(condition);
    return work.show(std::string("every i in 1..25 satisfies every x in [") + x +
                     "] satisfies every y in [" + y + "] satisfies " + condition);
  };
  for (const char* condition :
       {"median([x, y, x, y]) > 0", "count(mode([x, y])) = 2", "min(x, y) < max(x, y)"}) {
    CHECK(of(condition, "1", "2") == "true");
    CHECK(of(condition, "a", "b") == "unknown N0710");
  }
  // Whether two are the same is soon found out.
  work.set("numbers", list_of(300, *number{10}.power(1000, 4000)));
  CHECK(work.show("count(distinct values(numbers)) = 300") == "unknown N0710");
  work.options.bounds.evaluation_steps = 200'000;
  CHECK(work.show("count(distinct values(numbers)) = 300") == "true");
  CHECK(work.show("count(index of(numbers, a)) = 0") == "true");
}

TEST_CASE("long numbers count beside what is unknown, in ranges and rounded") {
  bench work;
  work.options.exact = false;
  work.set("b", norma::value{*number{3}.power(-1500, 4000)});
  work.set("a", not_negative());
  for (const char* condition :
       {"min([b, b, a]) <= b", "[b..b] = [b..b]", "decimal(b, 1000) > 0"}) {
    CAPTURE(condition);
    const auto once = std::string("every i in 1..1 satisfies ") + condition;
    const auto often = std::string("every i in 1..100 satisfies ") + condition;
    work.options.bounds.evaluation_steps = 20'000;
    CHECK(work.show(once) == "true");
    CHECK(work.show(often) == "unknown N0710");
  }
}

TEST_CASE("long durations count as long numbers do") {
  bench work;
  work.options.exact = false;
  work.options.bounds.evaluation_steps = 20'000;
  const auto of = [&](const char* condition, const char* power) {
    CAPTURE(condition);
    return work.show(std::string("every x in [@\"P1D\" / 7 ** ") + power +
                     "] satisfies every y in [@\"P1D\" / 3 ** " + power +
                     "] satisfies every i in 1..100 satisfies " + condition);
  };
  for (const char* condition : {"x < y or x >= y", "min(x, y) <= max(x, y)",
                                "string(x) != string(y)", "count([x, y]) = 2"}) {
    CHECK(of(condition, "2") == "true");
    CHECK(of(condition, "2000") == "unknown N0710");
  }
}

TEST_CASE("a number that an error names counts as one that is written") {
  bench work;
  work.options.exact = false;
  work.set("a", *number{3}.power(-2000, 4000));
  const std::string odd = "count(for i in 1..100 return odd(a))";
  work.options.bounds.evaluation_steps = 40'000;
  CHECK(work.show(odd) == "unknown N0710");
  work.with_causes = false;
  CHECK(work.run(odd).is_unknown());
}

TEST_CASE("records and ranges that are written count with all they hold") {
  bench work;
  work.options.exact = false;
  work.options.bounds.evaluation_steps = 20'000;
  const auto of = [&](const value& amount) {
    return work.show(
        "every i in 1..25 satisfies string(events) != \"\"",
        {{"events", list_value(10, event(day("2024-01-01"), true, amount))}});
  };
  CHECK(of(1) == "true");
  CHECK(of(*number{10}.power(1000, 4000)) == "unknown N0710");
  CHECK(work.show("every i in 1..25 satisfies string(event) != \"\"",
                  {{"event", event(day("2024-01-01"), true,
                                   *number{10}.power(2000, 4000))}}) == "unknown N0710");
  work.set("a", *number{10}.power(2000, 4000));
  CHECK(work.show("every x in [[1..a]] satisfies every i in 1..25 satisfies "
                  "string(x) != \"\"") == "unknown N0710");
}

TEST_CASE("texts count for steps by their length") {
  bench work;
  work.options.exact = false;
  work.options.bounds.evaluation_steps = 20'000;
  const std::string longer(100'000, 'a');
  for (const char* name : {"short", "long", "other"})
    work.add(name, norma::expr::make(norma::expr::type_kind::text));
  work.set("short", value{longer.substr(0, 10)});
  work.set("long", value{longer});
  work.set("other", value{longer + "b"});
  for (const std::string compared :
       {"x = y", "x != y", "x < y", "x between x and y", "x in [x..y]", "x in (y, y)",
        "starts with(y, x)", "ends with(x, y)", "min(x, y) = x", "includes([x..y], x)"}) {
    CAPTURE(compared);
    const auto of = [&](const std::string& x, const std::string& y) {
      return work.show("every i in 1..25 satisfies every x in [" + x +
                       "] satisfies every y in [" + y + "] satisfies " + compared +
                       " or true");
    };
    CHECK(of("short", "short") == "true");
    CHECK(of("long", "other") == "unknown N0710");
  }
  // As far as the shorter goes.
  CHECK(work.show("every i in 1..2000 satisfies long > short") == "true");
  CHECK(work.show("every i in 1..30 satisfies long < other") == "unknown N0710");
  CHECK(work.show("string join([long, long], long) > long") == "unknown N0710");
}

TEST_CASE("ranges count for the memory that they take") {
  bench work;
  work.options.exact = false;
  work.options.bounds.evaluation_steps = 20'000;
  CHECK(work.show("count(for i in 1..2000 return i)") == "2000");
  CHECK(work.show("count(for i in 1..2000 return (> i))") == "unknown N0710");
}

TEST_CASE("whatever the limit of steps, equality stops at it or is told") {
  bench work;
  for (const auto& [text, told] :
       {std::pair("[[1], [2, 3]] = [[1], [2, 3]]", "true"),
        std::pair("[[1], [2, 3]] != [[1], [2, 4]]", "true"),
        std::pair("list contains([[1, 2], [3, 4]], [3, 4])", "true"),
        std::pair("[[1, 2], [3, 4]] = [[1, 2], [3, 5]]", "false")}) {
    CAPTURE(text);
    work.options.bounds.evaluation_steps = 1'000;
    REQUIRE(work.show(text) == told);
    bool stopped = true;
    for (std::size_t steps = 1; steps < 200; ++steps) {
      CAPTURE(steps);
      work.options.bounds.evaluation_steps = steps;
      const auto found = work.show(text);
      stopped = stopped && found == "unknown N0710";
      CHECK(found == (stopped ? "unknown N0710" : told));
    }
    CHECK(!stopped);
  }
}

TEST_CASE("a range in a text is read within the limits, and its length counts") {
  bench work;
  work.options.bounds.number_digits = 10;
  CHECK(work.show("range(\"[1..1234567890]\")") == "[1..1234567890]");
  CHECK(work.show("range(\"[1..12345678901]\")") == "unknown N0712");
  work.options.bounds.evaluation_steps = 10'000;
  CHECK(work.show("every x in 1..100 satisfies range(\"[1..2]\") = [1..2]") == "true");
  CHECK(work.show("every x in 1..150 satisfies range(\"[1 ..          2]\") = [1..2]") ==
        "unknown N0710");
}

TEST_CASE("a duration that does not fit is a data error") {
  bench work;
  const char* least = "duration(\"-P9223372036854775808M\")";
  CHECK(work.show(std::string("abs(") + least + ")") == "unknown N0711");
  CHECK(work.show(std::string("-") + least) == "unknown N0711");
  CHECK(work.show("abs(duration(\"-P9223372036854775807M\")) > @\"P0M\"") == "true");
  CHECK(work.show(std::string("d in last(-") + least + ")", {{"d", day("2024-01-01")}}) ==
        "unknown N0711");
}

}  // namespace norma_test::limits_test
