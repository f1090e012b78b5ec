// SPDX-License-Identifier: Apache-2.0
#include <norma/value/duration.hpp>

#include <cstdint>
#include <limits>
#include <string>

#include "catch.hpp"

namespace norma_test::duration_test {

using norma::days_duration;
using norma::describe;
using norma::duration;
using norma::months_duration;
using norma::number;
using norma::parse_duration;
using norma::parse_plain_duration;

namespace {

std::string print(const std::optional<duration>& d) {
  if (!d) return "none";
  return std::visit([](const auto& kind) { return kind.to_string(); }, *d);
}

std::string iso(std::string_view text) { return print(parse_duration(text)); }
std::string plain(std::string_view text) { return print(parse_plain_duration(text)); }

}  // namespace

TEST_CASE("ISO 8601 durations are read and printed in one form") {
  CHECK(iso("P1Y2M") == "P1Y2M");
  CHECK(iso("P14M") == "P1Y2M");
  CHECK(iso("-P3M") == "-P3M");
  CHECK(iso("P0M") == "P0M");
  CHECK(iso("P0Y") == "P0M");
  CHECK(iso("-P0Y0M") == "P0M");
  CHECK(iso("P12M") == "P1Y");
  CHECK(iso("P1DT2H3M4.5S") == "P1DT2H3M4.5S");
  CHECK(iso("PT36H") == "P1DT12H");
  CHECK(iso("P1D") == "P1D");
  CHECK(iso("PT24H") == "P1D");
  CHECK(iso("PT0S") == "PT0S");
  CHECK(iso("P0D") == "PT0S");
  CHECK(iso("-PT0.5S") == "-PT0.5S");
  CHECK(iso("PT0.S") == "PT0S");
  CHECK(iso("PT61.S") == "PT1M1S");
  CHECK(iso("PT5M") == "PT5M");
  CHECK(iso("-P1DT1S") == "-P1DT1S");
  CHECK(iso("PT0.000000000000000000001S") == "PT0.000000000000000000001S");
  CHECK(iso("PT99999999999999999999S") == "P1157407407407407DT9H46M39S");
}

TEST_CASE("texts that are not durations are refused") {
  for (const auto* text :
       {"",       "P",      "-P",       "PT",      "-",     "P1",    "1Y",
        "P1Y1D",  "P1YT1H", "P1M1Y",    "P1DT",    "PT1D",  "P1H",   "PT1Y",
        "PT1S1M", "PT1M1M", "P1Y1Y",    "P1D1D",   "P1.5Y", "P1.5D", "PT1.5H",
        "PT.S",   "PT.5S",  "PT1.5.5S", "P-1Y",    "+P1Y",  "--P1Y", "P1Y ",
        " P1Y",   "p1y",    "P1W",      "PY",      "PTS",   "P1YT",  "T1H",
        "PT1e3S", "P1Y2",   "PT1..S",   "PT1.5.S", "PT1.M", "P1.Y"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("durations of more months than 64 bits hold are refused") {
  CHECK(iso("P9223372036854775807M") == "P768614336404564650Y7M");
  CHECK(iso("-P9223372036854775808M") == "-P768614336404564650Y8M");
  CHECK(iso("P9223372036854775808M") == "none");
  CHECK(iso("P768614336404564651Y") == "none");
  CHECK(iso("P" + std::string(5'000, '9') + "Y") == "none");
  CHECK(months_duration{std::numeric_limits<std::int64_t>::min()}.to_string() ==
        "-P768614336404564650Y8M");
}

TEST_CASE("durations in words of rule files are read") {
  CHECK(plain("12个月") == "P1Y");
  CHECK(plain("1年") == "P1Y");
  CHECK(plain("0个月") == "P0M");
  CHECK(plain("30天") == "P30D");
  CHECK(plain("2周") == "P14D");
  CHECK(plain("8小时") == "PT8H");
  CHECK(plain("15分钟") == "PT15M");
  CHECK(plain("1.5小时") == "PT1H30M");
  CHECK(plain("P1Y") == "P1Y");
  CHECK(plain("PT8H") == "PT8H");
  for (const auto* text :
       {"", "天", "30", "30 天", "-30天", "+30天", "1.5年", "1.天", ".5天", "3月",
        "30天1小时", "一年", "３０天", "1e3天", "30days"}) {
    CAPTURE(text);
    CHECK(plain(text) == "none");
  }
}

TEST_CASE("whole days are found where they are whole and fit") {
  CHECK(days_duration::of_days(30).whole_days() == 30);
  CHECK(days_duration::of_days(-1).whole_days() == -1);
  CHECK(days_duration{number{0}}.whole_days() == 0);
  CHECK_FALSE(days_duration{number{86'399}}.whole_days());
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  CHECK(days_duration::of_days(most).whole_days() == most);
  CHECK_FALSE(
      days_duration{days_duration::of_days(most).seconds + number{86'400}}.whole_days());
}

TEST_CASE("the two kinds of duration stay apart") {
  CHECK(std::holds_alternative<months_duration>(*parse_duration("P12M")));
  CHECK(std::holds_alternative<days_duration>(*parse_duration("P365D")));
  CHECK(*parse_duration("P1Y") != *parse_duration("P365D"));
  CHECK(*parse_duration("P1Y") == *parse_duration("P12M"));
  CHECK(*parse_duration("P1D") == *parse_duration("PT24H"));
  CHECK(months_duration{11} < months_duration{12});
  CHECK(days_duration::of_days(1) < days_duration::of_days(2));
}

TEST_CASE("days are counted by whole days or months that are not negative") {
  const auto counts = [](const char* written) {
    return norma::counts_days(*norma::parse_plain_duration(written));
  };
  CHECK(counts("0天"));
  CHECK(counts("48小时"));
  CHECK(counts("P0M"));
  CHECK_FALSE(counts("36小时"));
  CHECK_FALSE(counts("-P1D"));
  CHECK_FALSE(counts("-P1M"));
  const auto from = *norma::date::of(2024, 1, 31);
  const auto holds = [&](const char* lasting, int year, int month, int day) {
    return norma::holds_on(from, *norma::parse_plain_duration(lasting),
                           *norma::date::of(year, month, day));
  };
  CHECK(holds("48小时", 2024, 2, 2));
  CHECK_FALSE(holds("48小时", 2024, 2, 3));
  CHECK_FALSE(holds("36小时", 2024, 1, 31));
  CHECK_FALSE(holds("-P1D", 2024, 1, 31));
  CHECK(holds("P999999999999M", 2024, 2, 3));  // beyond the calendar
  CHECK_FALSE(norma::last_day_of(from, *norma::parse_plain_duration("36小时")));
  CHECK(norma::last_day_of(from, *norma::parse_plain_duration("1个月")) ==
        norma::date::of(2024, 2, 29));
}

TEST_CASE("durations are described for readers") {
  CHECK(describe(months_duration{12}, false) == "12 months");
  CHECK(describe(months_duration{12}, true) == "12个月");
  CHECK(describe(months_duration{1}, false) == "1 month");
  CHECK(describe(months_duration{-1}, false) == "-1 month");
  CHECK(describe(days_duration::of_days(30), false) == "30 days");
  CHECK(describe(days_duration::of_days(1), true) == "1天");
  CHECK(describe(*parse_duration("P1DT2H30M"), false) == "1 day 2 hours 30 minutes");
  CHECK(describe(*parse_duration("PT1H0.5S"), true) == "1小时0.5秒");
  CHECK(describe(*parse_duration("-PT90S"), false) == "-1 minute -30 seconds");
  CHECK(describe(*parse_duration("PT0S"), false) == "0 days");
}

TEST_CASE("seconds without a finite decimal print as a fraction") {
  CHECK(days_duration{*number::ratio(1, 3)}.to_string() == "PT1/3S");
}

}  // namespace norma_test::duration_test
