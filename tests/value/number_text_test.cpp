// SPDX-License-Identifier: Apache-2.0
#include <norma/value/number.hpp>

#include <array>
#include <limits>
#include <string>

#include "catch.hpp"

namespace norma_test::number_text_test {

using norma::number;
using norma::rounding;

namespace {

std::string read(std::string_view text) {
  const auto n = number::parse(text);
  return n ? n->to_string() : "none";
}

number exact(std::string_view text) {
  const auto n = number::parse_exact(text);
  INFO(text);
  REQUIRE(n);
  return *n;
}

constexpr std::array<rounding, 7> modes{
    rounding::half_even, rounding::half_up, rounding::half_down, rounding::up,
    rounding::down,      rounding::floor,   rounding::ceiling};

}  // namespace

TEST_CASE("decimals are read exactly and print all their digits") {
  CHECK(read("0") == "0");
  CHECK(read("-0") == "0");
  CHECK(read("12") == "12");
  CHECK(read("-12") == "-12");
  CHECK(read("0.60") == "0.6");
  CHECK(read(".5") == "0.5");
  CHECK(read("-.5") == "-0.5");
  CHECK(read("1.5e-3") == "0.0015");
  CHECK(read("1E5") == "100000");
  CHECK(read("1e+5") == "100000");
  CHECK(read("1.23e4") == "12300");
  CHECK(read("007") == "7");
  CHECK(read("010") == "10");
  CHECK(read("0.1000000000000000000000000000000000001") ==
        "0.1000000000000000000000000000000000001");
  CHECK(read("123456789012345678901234567890") == "123456789012345678901234567890");
  CHECK(read("0123456789012345678901234567890") == "123456789012345678901234567890");
  CHECK(read("-9223372036854775808") == "-9223372036854775808");
  CHECK(read("9223372036854775807") == "9223372036854775807");
  CHECK(read("9223372036854775808") == "9223372036854775808");
  CHECK(read("999999999999999999e18") == std::string(18, '9') + std::string(18, '0'));
  CHECK(read("1e-19") == "0.0000000000000000001");
  CHECK(number::parse("9223372036854775807")->to_int64() ==
        std::numeric_limits<std::int64_t>::max());
  CHECK(number::parse("-9223372036854775808")->to_int64() ==
        std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("integers of any length print all their digits, zeros within") {
  for (const std::size_t zeros :
       {17U, 18U, 19U, 35U, 36U, 37U, 71U, 72U, 73U, 500U, 2000U}) {
    const std::string nought(zeros, '0'), nines(zeros, '9');
    for (const auto& text :
         {'1' + nought, '1' + nought + '1', nines, '7' + nought + nines + nought,
          '-' + ('3' + nought), '-' + nines + nought + "123",
          '1' + nought + '/' + nines + '7'}) {
      CAPTURE(zeros, text);
      const auto read = number::parse_exact(text, 20'000);
      REQUIRE(read);
      const auto slash = text.find('/');
      if (slash == std::string::npos) {
        CHECK(read->to_string() == text);
      } else {
        CHECK(number::parse_exact(read->to_string(), 20'000) == read);
      }
    }
  }
}

TEST_CASE("decimals of any length print all their digits, by twos, fives or both") {
  for (int n = 0; n <= 400; n += n < 80 ? 1 : 40) {
    CAPTURE(n);
    const auto twos = *number{2}.power(-n, 20'000), fives = *number{5}.power(-n, 20'000);
    for (const number& x : {twos, fives, twos * fives, twos * *number{5}.power(-9, 99),
                            fives * *number{2}.power(-9, 99), -(twos * number{3})}) {
      CHECK(x.terminates());
      CHECK(x.to_string().find('/') == std::string::npos);
      CHECK(number::parse(x.to_string(), 20'000) == x);
      CHECK((*divide(x, number{3 * 3})).terminates() == false);
      CHECK((*divide(x, number{15 * 3})).terminates() == false);
    }
  }
  const std::string nought(1999, '0');
  CHECK(number::parse("1e-2000")->to_string() == "0." + nought + "1");
}

TEST_CASE("long decimals are read in lowest terms, whatever digit they end in") {
  for (const char last : {'1', '2', '3', '4', '5', '6', '7', '8', '9'}) {
    for (const auto& sign : {"", "-"}) {
      const auto digits = std::string(30, '3') + "02512" + last;
      const auto whole = '1' + std::string(digits.size(), '0');
      CHECK(number::parse(sign + ("0." + digits)) == exact(sign + digits + '/' + whole));
    }
  }
}

TEST_CASE("texts that are not numbers are refused") {
  for (const auto* text :
       {"",      "-",   "+",     ".",     "-.",    "+1",    "1.",    "-1.",   "1.e5",
        ".e5",   "e5",  "1e",    "1e-",   "1e+",   "1e1.5", "1e--5", "1 ",    " 1",
        "- 1",   "--1", "1,000", "1_000", "1 000", "0x10",  "1..5",  "1.5.5", "1f",
        "1e5e5", "inf", "nan",   "-inf",  "１２",  "1/2",   "50%",   "1e5 "}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
  CHECK_FALSE(number::parse(std::string_view("1\0", 2)));
}

TEST_CASE("numbers too long to write out are refused at once") {
  CHECK(read("1e999999999") == "none");
  CHECK(read("-1e999999999") == "none");
  CHECK(read("1e-999999999") == "none");
  CHECK(read("1e99999999999999999999999999999") == "none");
  CHECK(read("1e-99999999999999999999999999999") == "none");
  CHECK(read("0e99999999999999999999999999999") == "0");
  CHECK(read("0.000e-99999999999999999999") == "0");
  CHECK(read("1e4095") == "1" + std::string(4095, '0'));
  CHECK(read("1e4096") == "none");
  CHECK(read("1e-4095") == "0." + std::string(4094, '0') + "1");
  CHECK(read("1e-4096") == "none");
  CHECK(read(std::string(4096, '9')) == std::string(4096, '9'));
  CHECK(read(std::string(4097, '9')) == "none");
  CHECK(read(std::string(1'000'000, '0') + "1") == "1");
  CHECK(read("1." + std::string(1'000'000, '0')) == "1");
  CHECK(read(std::string(1'000'000, '0') + "1e-3") == "0.001");
  CHECK(number::parse("123", 3) == number{123});
  CHECK_FALSE(number::parse("123", 2));
  CHECK(number::parse("0.05", 3)->to_string() == "0.05");
  CHECK_FALSE(number::parse("0.05", 2));
}

TEST_CASE("fractions are read as they print") {
  CHECK(exact("1/3").to_string() == "1/3");
  CHECK(exact("-2/6").to_string() == "-1/3");
  CHECK(exact("1/4").to_string() == "0.25");
  CHECK(exact("010/3").to_string() == "10/3");
  CHECK(exact("0/7").to_string() == "0");
  CHECK(exact("0.25").to_string() == "0.25");
  CHECK(exact("100000000000000000000/30000000000000000000").to_string() == "10/3");
  for (const auto* text : {"", "/", "1/", "/3", "1/0", "1/-3", "+1/3", "1.5/3", "1/3.0",
                           "1 /3", "1/ 3", "1/3/3", "1e2/3", "--1/3", "1/000"}) {
    CAPTURE(text);
    CHECK_FALSE(number::parse_exact(text));
  }
  CHECK_FALSE(number::parse_exact("1/" + std::string(4096, '3')));
  CHECK(number::parse_exact("1/" + std::string(4095, '3')));
}

TEST_CASE("finite decimals are told from others") {
  for (const auto* text : {"0", "7", "1/2", "1/5", "3/40", "1e-30", "1e30",
                           "1/9223372036854775808", "1/1220703125"})
    CHECK(exact(text).terminates());
  for (const auto* text : {"1/3", "1/6", "1/7", "-22/7", "1/30", "10/3",
                           "1/9223372036854775807", "1/300000000000000000000000000"})
    CHECK_FALSE(exact(text).terminates());
}

TEST_CASE("a double is its shortest decimal") {
  const auto from = [](double d) {
    const auto n = number::from_double(d);
    return n ? n->to_string() : "none";
  };
  CHECK(from(0.9) == "0.9");
  CHECK(number::from_double(0.9) == number::ratio(9, 10));
  CHECK(from(-0.1) == "-0.1");
  CHECK(from(0.1 + 0.2) == "0.30000000000000004");
  CHECK(from(0.0) == "0");
  CHECK(from(-0.0) == "0");
  CHECK(from(3.0) == "3");
  CHECK(from(1e22) == "10000000000000000000000");
  CHECK(from(1e-7) == "0.0000001");
  CHECK(from(std::numeric_limits<double>::max()).size() == 309);
  CHECK(from(std::numeric_limits<double>::denorm_min()).size() == 326);
  CHECK(from(std::numeric_limits<double>::infinity()) == "none");
  CHECK(from(-std::numeric_limits<double>::infinity()) == "none");
  CHECK(from(std::numeric_limits<double>::quiet_NaN()) == "none");
}

TEST_CASE("halves, remainders and exact numbers round by their mode") {
  struct row {
    const char* number;
    std::array<const char*, 7> rounded;  // in the order of `modes`
  };
  const std::array<row, 12> table{{
      {"2.5", {"2", "3", "2", "3", "2", "2", "3"}},
      {"3.5", {"4", "4", "3", "4", "3", "3", "4"}},
      {"-2.5", {"-2", "-3", "-2", "-3", "-2", "-3", "-2"}},
      {"-3.5", {"-4", "-4", "-3", "-4", "-3", "-4", "-3"}},
      {"0.5", {"0", "1", "0", "1", "0", "0", "1"}},
      {"-0.5", {"0", "-1", "0", "-1", "0", "-1", "0"}},
      {"1.2", {"1", "1", "1", "2", "1", "1", "2"}},
      {"-1.2", {"-1", "-1", "-1", "-2", "-1", "-2", "-1"}},
      {"1.7", {"2", "2", "2", "2", "1", "1", "2"}},
      {"-1.7", {"-2", "-2", "-2", "-2", "-1", "-2", "-1"}},
      {"1/3", {"0", "0", "0", "1", "0", "0", "1"}},
      {"-7", {"-7", "-7", "-7", "-7", "-7", "-7", "-7"}},
  }};
  for (const auto& row : table)
    for (std::size_t i = 0; i < modes.size(); ++i) {
      CAPTURE(row.number, i);
      const auto n = exact(row.number);
      CHECK(n.rounded(0, modes[i]).to_string() == row.rounded[i]);
      CHECK(n.to_decimal(0, modes[i]) == row.rounded[i]);
      // The same at other places, within 64 bits and beyond.
      for (const int shift : {2, 18, 19, 40}) {
        const auto factor = *number{10}.power(shift, 100);
        const auto small = *divide(n, factor);
        CHECK(small.rounded(shift, modes[i]) == *divide(exact(row.rounded[i]), factor));
        CHECK((n * factor).rounded(-shift, modes[i]) == exact(row.rounded[i]) * factor);
      }
    }
}

TEST_CASE("decimals are written with exactly their scale") {
  CHECK(exact("59.994").to_decimal(2, rounding::half_even) == "59.99");
  CHECK(exact("59.995").to_decimal(2, rounding::half_up) == "60.00");
  CHECK(exact("59.995").to_decimal(2, rounding::floor) == "59.99");
  CHECK(exact("-0.001").to_decimal(2, rounding::half_even) == "0.00");
  CHECK(exact("-0.001").to_decimal(2, rounding::floor) == "-0.01");
  CHECK(exact("0.05").to_decimal(1, rounding::half_even) == "0.0");
  CHECK(exact("1/3").to_decimal(5, rounding::down) == "0.33333");
  CHECK(exact("2/3").to_decimal(25, rounding::half_up) ==
        "0." + std::string(24, '6') + "7");
  CHECK(number{7}.to_decimal(2, rounding::down) == "7.00");
  CHECK(number{0}.to_decimal(3, rounding::up) == "0.000");
  CHECK(number{1550}.to_decimal(-2, rounding::half_even) == "1600");
  CHECK(number{1450}.to_decimal(-2, rounding::half_even) == "1400");
  CHECK(number{1}.to_decimal(-3, rounding::ceiling) == "1000");
  CHECK(exact("99.999").to_decimal(2, rounding::down) == "99.99");
  CHECK(exact("9223372036854775807.995").to_decimal(2, rounding::half_up) ==
        "9223372036854775808.00");
  CHECK(exact("-9223372036854775808").to_decimal(1, rounding::down) ==
        "-9223372036854775808.0");
}

TEST_CASE("rounding to more decimals than there are changes nothing") {
  for (const auto* text : {"0", "12", "0.6", "-1.25", "1e30", "1e-18"})
    for (const auto mode : modes) CHECK(exact(text).rounded(18, mode) == exact(text));
  CHECK(exact("1e-30").rounded(1000, rounding::up) == exact("1e-30"));
}

TEST_CASE("scales without bound cost a bounded time") {
  constexpr auto most = std::numeric_limits<int>::max();
  constexpr auto least = std::numeric_limits<int>::min();
  CHECK(exact("1/3").rounded(most, rounding::down) ==
        exact("1/3").rounded(10'000, rounding::down));
  CHECK(number{1}.rounded(least, rounding::down) == number{0});
  CHECK(number{1}.rounded(least, rounding::up).digits() >= 10'001);
  CHECK(exact("1/3").to_decimal(most, rounding::down).size() == 10'002);
  CHECK(exact("1/3").to_decimal(least, rounding::down) == "0");
}

}  // namespace norma_test::number_text_test
