// SPDX-License-Identifier: Apache-2.0
#include <norma/value/date.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include "catch.hpp"

namespace norma_test::date_test {

using norma::date;
using norma::months_between;

namespace {

date day(std::string_view text) {
  const auto result = date::parse(text);
  INFO(text);
  REQUIRE(result);
  return *result;
}

std::string later(std::string_view text, std::int64_t months) {
  const auto result = day(text).plus_months(months);
  return result ? result->to_string() : "none";
}

}  // namespace

TEST_CASE("dates are read as DMN writes them") {
  CHECK(day("2023-06-30") == date::of(2023, 6, 30));
  CHECK(day("1970-01-01").days() == 0);
  CHECK(day("0000-01-01").year() == 0);
  CHECK(day("-0001-12-31").year() == -1);
  CHECK(day("-2012-12-24") == date::of(-2012, 12, 24));
  CHECK(day("12345-12-31").year() == 12345);
  CHECK(day("999999999-12-31") == date::of(999'999'999, 12, 31));
  CHECK(day("-999999999-01-01") == date::of(-999'999'999, 1, 1));
  CHECK(date{} == day("1970-01-01"));
}

TEST_CASE("texts that are not dates are refused") {
  for (const auto* text : {"",
                           "-",
                           "--",
                           "2023",
                           "2023-06",
                           "2023-6-30",
                           "2023-06-3",
                           "2023-06-030",
                           "998-12-31",
                           "01211-12-31",
                           "+2012-12-31",
                           "-998-12-31",
                           "-01211-12-31",
                           "2012-12-25T",
                           "2023-06-30Z",
                           "2023-06-30 ",
                           " 2023-06-30",
                           "2023/06/30",
                           "20230630",
                           "2023-0630",
                           "2023-06-3a",
                           "2023-06--1",
                           "2023--1-01",
                           "2023-+6-30",
                           "2023-06-+1",
                           "a023-06-30",
                           "--2023-06-30",
                           "-0000-01-01",
                           "1999999999-01-01",
                           "1000000000-01-01",
                           "99999999999999999999-01-01",
                           "2023-13-01",
                           "2023-00-01",
                           "2023-01-00",
                           "2023-01-32",
                           "2023-02-29",
                           "1900-02-29",
                           "2023-04-31",
                           "２０２３-06-30",
                           "2023-06-30T00:00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(date::parse(text));
  }
  CHECK_FALSE(date::parse(std::string_view("2023-06-3\0", 10)));
  CHECK_FALSE(date::parse(std::string(100'000, '9') + "-01-01"));
}

TEST_CASE("29 February exists in leap years only") {
  for (const auto year : {2024, 2000, 1600, 0, -4, -400, 400'000'000})
    CHECK(date::of(year, 2, 29));
  for (const auto year : {2023, 1900, 2100, 1, -1, -100, 999'999'999})
    CHECK_FALSE(date::of(year, 2, 29));
}

TEST_CASE("dates that do not exist are not made") {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  CHECK_FALSE(date::of(2023, 0, 1));
  CHECK_FALSE(date::of(2023, 13, 1));
  CHECK_FALSE(date::of(2023, 1, 0));
  CHECK_FALSE(date::of(2023, 4, 31));
  CHECK_FALSE(date::of(2023, std::numeric_limits<int>::min(), 1));
  CHECK_FALSE(date::of(2023, 1, std::numeric_limits<int>::max()));
  CHECK_FALSE(date::of(1'000'000'000, 1, 1));
  CHECK_FALSE(date::of(-1'000'000'000, 12, 31));
  CHECK_FALSE(date::of(least, 1, 1));
  CHECK_FALSE(date::of(most, 1, 1));
  CHECK_FALSE(date::from_days(least));
  CHECK_FALSE(date::from_days(most));
}

TEST_CASE("the calendar ends after the last day of its last year") {
  const auto last = *date::of(999'999'999, 12, 31);
  const auto first = *date::of(-999'999'999, 1, 1);
  CHECK(date::from_days(last.days()) == last);
  CHECK(date::from_days(first.days()) == first);
  CHECK_FALSE(date::from_days(last.days() + 1));
  CHECK_FALSE(date::from_days(first.days() - 1));
  CHECK_FALSE(last.plus_days(1));
  CHECK_FALSE(first.plus_days(-1));
  CHECK_FALSE(last.plus_months(1));
  CHECK_FALSE(first.plus_months(-1));
  CHECK(last.plus_days(first.days() - last.days()) == first);
  CHECK_FALSE(last.plus_days(std::numeric_limits<std::int64_t>::max()));
  CHECK_FALSE(first.plus_days(std::numeric_limits<std::int64_t>::min()));
  CHECK_FALSE(first.plus_months(std::numeric_limits<std::int64_t>::max()));
  CHECK_FALSE(first.plus_months(std::numeric_limits<std::int64_t>::min()));
  const auto span = months_between(first, last);
  CHECK(span == std::int64_t{1'999'999'999} * 12 - 1);
  CHECK(first.plus_months(span) == date::of(999'999'999, 12, 1));
  CHECK(last.plus_months(-span) == date::of(-999'999'999, 1, 31));
}

TEST_CASE("days agree with the standard library's calendar") {
  using namespace std::chrono;
  const auto compare = [](std::int64_t n) {
    const year_month_day expected{sys_days{days{n}}};
    const auto got = *date::from_days(n);
    const auto same =
        got.year() == static_cast<int>(expected.year()) &&
        got.month() == static_cast<int>(unsigned{expected.month()}) &&
        got.day() == static_cast<int>(unsigned{expected.day()}) &&
        got.weekday() == static_cast<int>(weekday{sys_days{days{n}}}.iso_encoding()) &&
        date::of(got.year(), got.month(), got.day()) == got;
    if (!same) FAIL("day " << n << " is read as " << got.to_string());
  };
  for (std::int64_t n = -800'000; n <= 800'000; ++n) compare(n);  // -0220 to 4160
  // The whole range of std::chrono::year, in steps prime to every period.
  const auto first = date::of(-32'767, 1, 1)->days();
  const auto last = date::of(32'767, 12, 31)->days();
  for (auto n = first; n <= last; n += 101) compare(n);
  compare(last);
  CHECK(first < last);
}

TEST_CASE("dates read back what they print over the whole calendar") {
  const auto first = date::of(-999'999'999, 1, 1)->days();
  const auto last = date::of(999'999'999, 12, 31)->days();
  int count = 0;
  for (auto n = first; n <= last; n += 99'999'937, ++count) {
    const auto d = *date::from_days(n);
    if (date::parse(d.to_string()) != d || date::of(d.year(), d.month(), d.day()) != d)
      FAIL("day " << n << " prints as " << d.to_string());
  }
  CHECK(count > 7'000);
  CHECK(day("-0044-03-15").to_string() == "-0044-03-15");
  CHECK(day("0000-02-29").to_string() == "0000-02-29");
  CHECK(day("12345-01-02").to_string() == "12345-01-02");
}

TEST_CASE("weekdays, days of the year and ISO weeks are the calendar's") {
  CHECK(day("1970-01-01").weekday() == 4);
  CHECK(day("2023-06-30").weekday() == 5);
  CHECK(day("2024-12-30").weekday() == 1);
  CHECK(day("2024-12-29").weekday() == 7);
  CHECK(day("2023-01-01").day_of_year() == 1);
  CHECK(day("2023-12-31").day_of_year() == 365);
  CHECK(day("2024-12-31").day_of_year() == 366);
  CHECK(day("2024-03-01").day_of_year() == 61);
  CHECK(day("2005-01-01").iso_week() == 53);
  CHECK(day("2005-01-03").iso_week() == 1);
  CHECK(day("2008-12-29").iso_week() == 1);
  CHECK(day("2010-01-03").iso_week() == 53);
  CHECK(day("2012-01-01").iso_week() == 52);
  CHECK(day("2020-12-31").iso_week() == 53);
  CHECK(day("-0001-12-31").iso_week() >= 52);
}

TEST_CASE("months end on the corresponding day, else the month's last") {
  CHECK(later("2023-06-30", 12) == "2024-06-30");
  CHECK(later("2021-01-31", 1) == "2021-02-28");
  CHECK(later("2020-01-31", 1) == "2020-02-29");
  CHECK(later("2024-02-29", 12) == "2025-02-28");
  CHECK(later("2024-02-29", 48) == "2028-02-29");
  CHECK(later("2024-02-29", -12) == "2023-02-28");
  CHECK(later("2023-02-28", 12) == "2024-02-28");
  CHECK(later("2023-03-31", -1) == "2023-02-28");
  CHECK(later("2023-10-31", 1) == "2023-11-30");
  CHECK(later("2023-12-31", 1) == "2024-01-31");
  CHECK(later("2023-01-15", -1) == "2022-12-15");
  CHECK(later("2023-01-15", 0) == "2023-01-15");
  CHECK(later("0001-01-31", -11) == "0000-02-29");
  CHECK(later("0000-01-31", -1) == "-0001-12-31");
}

TEST_CASE("months between count whole months toward zero") {
  const auto between = [](std::string_view a, std::string_view b) {
    return months_between(day(a), day(b));
  };
  CHECK(between("2023-06-30", "2023-06-30") == 0);
  CHECK(between("2011-12-22", "2013-08-24") == 20);
  CHECK(between("2013-08-24", "2011-12-22") == -20);
  CHECK(between("2023-01-15", "2023-02-14") == 0);
  CHECK(between("2023-01-15", "2023-02-15") == 1);
  CHECK(between("2023-02-14", "2023-01-15") == 0);
  CHECK(between("2021-01-31", "2021-02-27") == 0);
  CHECK(between("2021-01-31", "2021-02-28") == 1);
  CHECK(between("2020-01-31", "2020-02-28") == 0);
  CHECK(between("2024-02-29", "2025-02-27") == 11);
  CHECK(between("2024-02-29", "2025-02-28") == 12);
  CHECK(between("2024-02-29", "2028-02-28") == 47);
  CHECK(between("-0001-12-31", "0000-01-31") == 1);
}

TEST_CASE("months between undoes adding months") {
  const auto start = day("2019-12-25").days();
  for (std::int64_t n = 0; n < 1'500; n += 3)
    for (std::int64_t months = -50; months <= 50; ++months) {
      const auto from = *date::from_days(start + n);
      const auto to = *from.plus_months(months);
      if (months_between(from, to) != months || months_between(to, from) != -months)
        FAIL(from.to_string() << " plus " << months << " months");
      // And it is the most whole months: a day less is a month less.
      if (months > 0 && months_between(from, *to.plus_days(-1)) != months - 1)
        FAIL(from.to_string() << " to the day before " << to.to_string());
    }
  CHECK(months_between(day("2020-02-29"), day("2020-03-31")) == 1);
}

TEST_CASE("dates are ordered as time runs") {
  CHECK(day("2023-06-29") < day("2023-06-30"));
  CHECK(day("-0001-12-31") < day("0000-01-01"));
  CHECK(day("2023-06-30") == day("2023-06-30"));
  CHECK(day("10000-01-01") > day("9999-12-31"));
}

}  // namespace norma_test::date_test
