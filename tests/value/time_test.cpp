// SPDX-License-Identifier: Apache-2.0
#include <norma/value/time.hpp>

#include <string>

#include "catch.hpp"

namespace norma_test::time_test {

using norma::date_time;
using norma::time_of_day;

namespace {

std::string clock(std::string_view text) {
  const auto read = time_of_day::parse(text);
  return read ? read->to_string() : "none";
}

std::string moment(std::string_view text) {
  const auto read = date_time::parse(text);
  return read ? read->to_string() : "none";
}

}  // namespace

TEST_CASE("times are read and printed to the nanosecond") {
  CHECK(clock("00:00:00") == "00:00:00");
  CHECK(clock("23:59:59.999999999") == "23:59:59.999999999");
  CHECK(clock("10:30:00.100") == "10:30:00.1");
  CHECK(clock("10:30:00.000000001") == "10:30:00.000000001");
  CHECK(clock("10:30:00.0") == "10:30:00");
  const auto t = *time_of_day::parse("13:45:07.5");
  CHECK(t.hour() == 13);
  CHECK(t.minute() == 45);
  CHECK(t.second() == 7);
  CHECK(t.nanoseconds == 49'507'500'000'000);
  CHECK(t > *time_of_day::parse("13:45:07.499999999"));
}

TEST_CASE("texts that are not times are refused") {
  for (const auto* text : {"",
                           "24:00:00",
                           "24:00:01",
                           "25:00:00",
                           "23:60:00",
                           "23:59:60",
                           "1:00:00",
                           "10:30",
                           "10:30:0",
                           "10:30:00.",
                           "10:30:00.1234567891",
                           "10:30:00,5",
                           "10:30:00Z",
                           "10:30:00+08:00",
                           "10:30:00@Asia/Shanghai",
                           "T10:30:00",
                           "-1:30:00",
                           "10:-3:00",
                           "10:30:00.-5",
                           "10:30:00.5a",
                           "10-30-00",
                           "+1:30:00",
                           "10:30:00 "}) {
    CAPTURE(text);
    CHECK_FALSE(time_of_day::parse(text));
  }
}

TEST_CASE("date-times are read with the midnights of DMN") {
  CHECK(moment("2023-06-30T10:30:00") == "2023-06-30T10:30:00");
  CHECK(moment("2018-12-08") == "2018-12-08T00:00:00");
  CHECK(moment("2021-01-01T24:00:00") == "2021-01-02T00:00:00");
  CHECK(moment("2021-12-31T24:00:00.000") == "2022-01-01T00:00:00");
  CHECK(moment("-0044-03-15T12:00:00.25") == "-0044-03-15T12:00:00.25");
  CHECK(moment("999999999-12-31T23:59:59") == "999999999-12-31T23:59:59");
}

TEST_CASE("texts that are not date-times are refused") {
  for (const auto* text :
       {"", "T", "2012-12-25T", "T10:30:00", "2023-06-31T10:30:00", "2023-06-30 10:30:00",
        "2023-06-30t10:30:00", "2023-06-30T10:30", "2023-06-30T24:00:01",
        "2023-06-30T24:00:00.000000001", "2023-06-30T10:30:00Z",
        "2023-06-30T10:30:00T10:30:00", "999999999-12-31T24:00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(date_time::parse(text));
  }
}

TEST_CASE("date-times are ordered by day, then time") {
  const auto at = [](std::string_view text) { return *date_time::parse(text); };
  CHECK(at("2023-06-30T23:59:59") < at("2023-07-01"));
  CHECK(at("2023-06-30T10:30:00") < at("2023-06-30T10:30:00.1"));
  CHECK(at("2023-06-30T24:00:00") == at("2023-07-01T00:00:00"));
}

}  // namespace norma_test::time_test
