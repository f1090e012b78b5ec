// SPDX-License-Identifier: Apache-2.0
#include <norma/value/value.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "catch.hpp"

namespace norma_test::value_test {

using norma::date;
using norma::list_value;
using norma::null_value;
using norma::number;
using norma::range_value;
using norma::record_shape;
using norma::record_value;
using norma::value;

namespace {

value record(std::vector<std::string> names, std::vector<value> fields) {
  return record_value{std::make_shared<const record_shape>(std::move(names)),
                      std::move(fields)};
}

/// One value of every kind but unknown.
std::vector<value> one_of_each() {
  return {value{},
          value{true},
          value{3},
          value{*date::of(2023, 6, 30)},
          value{*norma::time_of_day::parse("10:30:00")},
          value{*norma::date_time::parse("2023-06-30T10:30:00")},
          value{norma::months_duration{14}},
          value{norma::days_duration::of_days(1)},
          value{"text"},
          value{list_value{1, 2}},
          record({"a", "b"}, {1, "x"}),
          value{range_value{value{1}, value{5}, true, false, false}}};
}

}  // namespace

TEST_CASE("a value gives its content as its own kind only") {
  const auto values = one_of_each();
  for (const auto& v : values) {
    const int held =
        v.is_null() + v.is_unknown() + (v.boolean() != nullptr) + (v.num() != nullptr) +
        (v.day() != nullptr) + (v.time() != nullptr) + (v.moment() != nullptr) +
        (v.months() != nullptr) + (v.days() != nullptr) + (v.string() != nullptr) +
        (v.list() != nullptr) + (v.record() != nullptr) + (v.range() != nullptr);
    CAPTURE(v.to_string());
    CHECK(held == 1);
  }
  CHECK(*value{true}.boolean());
  CHECK(*value{std::int64_t{7}}.num() == number{7});
  CHECK(*value{"x"}.string() == "x");
  CHECK(value{list_value{}}.list()->empty());
  CHECK(value{null_value{}}.is_null());
  CHECK(value{}.is_null());
}

TEST_CASE("a duration of either kind becomes that kind's value") {
  CHECK(value{norma::duration{norma::months_duration{3}}}.months()->months == 3);
  CHECK(*value{norma::duration{norma::days_duration::of_days(2)}}.days() ==
        norma::days_duration::of_days(2));
}

TEST_CASE("an unknown value carries its causes and nothing else does") {
  const auto causes = norma::one_cause({norma::cause_kind::missing, "a", "", "", {}});
  CHECK(value::unknown(causes).causes() == causes);
  CHECK(value::unknown(causes).is_unknown());
  CHECK(value::unknown().causes() == nullptr);
  CHECK(value{3}.causes() == nullptr);
}

TEST_CASE("values are the same if kind and content are") {
  const auto first = one_of_each();
  const auto second = one_of_each();
  for (std::size_t i = 0; i < first.size(); ++i)
    for (std::size_t j = 0; j < second.size(); ++j) {
      CAPTURE(first[i].to_string(), second[j].to_string());
      CHECK(first[i].same_as(second[j]) == (i == j));
    }
  CHECK(value{*number::parse("0.50")}.same_as(*number::ratio(1, 2)));
  CHECK_FALSE(value{3}.same_as(4));
  CHECK_FALSE(value{true}.same_as(false));
  CHECK_FALSE(value{"a"}.same_as("b"));
  CHECK_FALSE(value{list_value{1, 2}}.same_as(list_value{2, 1}));
  CHECK_FALSE(value{list_value{1, 2}}.same_as(list_value{1}));
  CHECK(value{list_value{list_value{"a"}}}.same_as(list_value{list_value{"a"}}));
}

TEST_CASE("what allocates does not promise never to throw") {
  // An exception that left it would end the process.
  CHECK_FALSE(std::is_nothrow_constructible_v<value, norma::unknown_value>);
}

TEST_CASE("a record without a shape prints, and compares with none") {
  const value without{record_value{nullptr, {1, 2}}};
  CHECK(without.to_string() == "{: 1, : 2}");
  CHECK_FALSE(without.same_as(record({"a", "b"}, {1, 2})));
  CHECK(without.record()->find("a") == nullptr);
  CHECK(record({"a"}, {1, 2}).to_string() == "{a: 1, : 2}");
}

TEST_CASE("two unknowns are never the same, alone or within") {
  const auto u = value::unknown();
  CHECK_FALSE(u.same_as(u));
  CHECK_FALSE(u.same_as(value{}));
  CHECK_FALSE(value{list_value{u}}.same_as(list_value{u}));
}

TEST_CASE("records are the same if names and fields are") {
  CHECK(record({"a"}, {1}).same_as(record({"a"}, {1})));
  CHECK_FALSE(record({"a"}, {1}).same_as(record({"b"}, {1})));
  CHECK_FALSE(record({"a"}, {1}).same_as(record({"a"}, {2})));
  CHECK(value{record_value{}}.same_as(record_value{}));
  CHECK_FALSE(value{record_value{}}.same_as(record({}, {})));
}

TEST_CASE("ranges are the same if every end is") {
  const value base = range_value{value{1}, value{5}, true, false, false};
  CHECK(base.same_as(range_value{value{1}, value{5}, true, false, false}));
  CHECK_FALSE(base.same_as(range_value{value{1}, value{5}, false, false, false}));
  CHECK_FALSE(base.same_as(range_value{value{1}, value{5}, true, true, false}));
  CHECK_FALSE(base.same_as(range_value{value{1}, value{5}, true, false, true}));
  CHECK_FALSE(base.same_as(range_value{value{1}, value{5}, true, false, false, true}));
  CHECK_FALSE(base.same_as(range_value{value{2}, value{5}, true, false, false}));
  CHECK_FALSE(base.same_as(range_value{value{1}, value{6}, true, false, false}));
  CHECK_FALSE(base.same_as(range_value{std::nullopt, value{5}, true, false, false}));
}

TEST_CASE("fields are found by name whatever their order") {
  const record_shape shape({"b", "协调员人数", "a", "c"});
  CHECK(shape.find("b") == 0);
  CHECK(shape.find("协调员人数") == 1);
  CHECK(shape.find("a") == 2);
  CHECK(shape.find("c") == 3);
  CHECK_FALSE(shape.find(""));
  CHECK_FALSE(shape.find("aa"));
  CHECK_FALSE(shape.find("z"));
  CHECK_FALSE(record_shape({}).find("a"));
  const auto r = record({"x", "y"}, {1, "two"});
  REQUIRE(r.record()->find("y") != nullptr);
  CHECK(*r.record()->find("y")->string() == "two");
  CHECK(r.record()->find("z") == nullptr);
  CHECK(record_value{}.find("x") == nullptr);
}

TEST_CASE("values print as FEEL writes them") {
  const std::vector<std::string> expected{"null",
                                          "true",
                                          "3",
                                          "@\"2023-06-30\"",
                                          "@\"10:30:00\"",
                                          "@\"2023-06-30T10:30:00\"",
                                          "@\"P1Y2M\"",
                                          "@\"P1D\"",
                                          "\"text\"",
                                          "[1, 2]",
                                          "{a: 1, b: \"x\"}",
                                          "[1..5)"};
  const auto values = one_of_each();
  REQUIRE(values.size() == expected.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    CHECK(values[i].to_string() == expected[i]);
  CHECK(value::unknown().to_string() == "unknown");
  CHECK(value{list_value{}}.to_string() == "[]");
  CHECK(value{list_value{value{}, value::unknown()}}.to_string() == "[null, unknown]");
}

TEST_CASE("texts print with the escapes of a literal") {
  CHECK(value{"a\"b\\c"}.to_string() == R"("a\"b\\c")");
  CHECK(value{"\n\r\t"}.to_string() == R"("\n\r\t")");
  CHECK(value{std::string(1, '\0') + '\x1b' + '\x7f'}.to_string() ==
        R"("\u0000\u001b\u007f")");
  CHECK(value{"大型"}.to_string() == "\"大型\"");
}

TEST_CASE("ranges print their ends") {
  const auto print = [](range_value r) { return value{std::move(r)}.to_string(); };
  CHECK(print({value{1}, value{5}, true, true, false}) == "[1..5]");
  CHECK(print({value{1}, value{5}, false, true, false}) == "(1..5]");
  CHECK(print({std::nullopt, value{10}, false, false, false}) == "(< 10)");
  CHECK(print({std::nullopt, value{10}, false, true, false}) == "(<= 10)");
  CHECK(print({value{10}, std::nullopt, false, false, false}) == "(> 10)");
  CHECK(print({value{10}, std::nullopt, true, false, false}) == "(>= 10)");
  CHECK(print({value{3}, value{3}, true, true, true}) == "(!= 3)");
  CHECK(print({value{3}, value{3}, true, true, false, true}) == "(= 3)");
}

}  // namespace norma_test::value_test
