// SPDX-License-Identifier: Apache-2.0
#include <norma/value/number.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"

namespace norma_test::number_test {

using norma::divide;
using norma::number;

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

number n(std::string_view text) {
  const auto read = number::parse_exact(text);
  INFO(text);
  REQUIRE(read);
  return *read;
}

std::string quotient(const number& a, const number& b) {
  const auto result = divide(a, b);
  return result ? result->to_string() : "none";
}

}  // namespace

TEST_CASE("ratios are brought to lowest terms with a positive denominator") {
  CHECK(number::ratio(6, 4)->to_string() == "1.5");
  CHECK(number::ratio(6, 4) == number::ratio(-3, -2));
  CHECK(number::ratio(-6, 9)->numerator() == "-2");
  CHECK(number::ratio(-6, 9)->denominator() == "3");
  CHECK(number::ratio(6, -9) == number::ratio(-2, 3));
  CHECK(number::ratio(0, -7) == number{0});
  CHECK(number::ratio(0, -7)->denominator() == "1");
  CHECK_FALSE(number::ratio(1, 0));
  CHECK_FALSE(number::ratio(0, 0));
  CHECK(number::ratio(least, least) == number{1});
  CHECK(number::ratio(least, -1)->to_string() == "9223372036854775808");
  CHECK(number::ratio(1, least)->denominator() == "9223372036854775808");
  CHECK(number::ratio(most, least)->numerator() == "-9223372036854775807");
  CHECK(number::ratio(2, least)->denominator() == "4611686018427387904");
}

TEST_CASE("integers go on beyond 64 bits and come back") {
  const auto above = number{most} + number{1};
  CHECK(above.to_string() == "9223372036854775808");
  CHECK_FALSE(above.to_int64());
  CHECK(above - number{1} == number{most});
  CHECK((above - number{1}).to_int64() == most);
  const auto below = number{least} - number{1};
  CHECK(below.to_string() == "-9223372036854775809");
  CHECK(below + number{1} == number{least});
  CHECK((below + number{1}).to_int64() == least);
  CHECK((-number{least}).to_string() == "9223372036854775808");
  CHECK(-(-number{least}) == number{least});
  CHECK((-(-number{least})).to_int64() == least);
  CHECK((number{least} * number{-1}).to_string() == "9223372036854775808");
  CHECK((number{least} * number{least}).to_string() ==
        "85070591730234615865843651857942052864");
  CHECK((number{most} * number{most}).to_string() ==
        "85070591730234615847396907784232501249");
  CHECK(quotient(number{least} * number{least}, number{least}) == "-9223372036854775808");
  CHECK((number{least} + number{least}).to_string() == "-18446744073709551616");
  CHECK((number{least} - number{most}).to_string() == "-18446744073709551615");
}

TEST_CASE("products of quintillions are exact") {
  const number quintillion{1'000'000'000'000'000'000};
  const auto square = quintillion * quintillion;
  CHECK(square.to_string() == "1" + std::string(36, '0'));
  CHECK(divide(square, quintillion) == quintillion);
  CHECK((square + number{1} - square) == number{1});
  CHECK(*divide(number{1}, square) * square == number{1});
}

TEST_CASE("fractions of extreme terms add and multiply exactly") {
  const auto a = *number::ratio(least, most);
  CHECK((a + a).numerator() == "-18446744073709551616");
  CHECK((a + a).denominator() == "9223372036854775807");
  CHECK((a * a).numerator() == "85070591730234615865843651857942052864");
  CHECK((a * a).denominator() == "85070591730234615847396907784232501249");
  CHECK(a - a == number{0});
  CHECK(divide(a, a) == number{1});
  const auto tiny = *number::ratio(1, most);
  const auto next = *number::ratio(1, most - 1);
  CHECK(tiny < next);
  CHECK((next - tiny).numerator() == "1");
  CHECK((next - tiny).denominator() == "85070591730234615838173535747377725442");
  CHECK(next - tiny + tiny == next);
}

TEST_CASE("division by zero gives nothing") {
  CHECK_FALSE(divide(number{1}, number{0}));
  CHECK_FALSE(divide(number{0}, number{0}));
  CHECK_FALSE(divide(number{most} * number{most}, number{0}));
  CHECK(quotient(0, 5) == "0");
  CHECK(quotient(900, 1000) == "0.9");
  CHECK(quotient(-1, -3) == "1/3");
  CHECK(quotient(1, -3) == "-1/3");
  CHECK(quotient(least, -1) == "9223372036854775808");
  CHECK(quotient(1, least) == "-" + (*number::ratio(1, 2)).power(63, 200)->to_string());
}

TEST_CASE("equal numbers are equal however they came about") {
  const auto big = number{most} * number{most};
  CHECK(big == number{most} * number{most});
  CHECK(big.hash() == (number{most} * number{most}).hash());
  CHECK(big != big + number{1});
  CHECK(n("0.60") == n("3/5"));
  CHECK(n("0.60").hash() == n("3/5").hash());
  CHECK(n("5").hash() == number{5}.hash());
  CHECK(n("1/5") != n("5"));
  CHECK(n("1/5").hash() != n("5").hash());
  CHECK(big.hash() != (-big).hash());
}

TEST_CASE("numbers of every size are in order") {
  const std::vector<std::string> ascending{"-1e40",
                                           "-9223372036854775809",
                                           "-9223372036854775808",
                                           "-9223372036854775807.5",
                                           "-9223372036854775807",
                                           "-1",
                                           "-0.6",
                                           "-0.59999999999999999999999999",
                                           "-1e-40",
                                           "0",
                                           "1e-40",
                                           "0.59999999999999999999999999",
                                           "0.6",
                                           "0.60000000000000000000000001",
                                           "1",
                                           "9223372036854775806",
                                           "9223372036854775807",
                                           "9223372036854775808",
                                           "1e40",
                                           "1.0000000000000000000000000000000001e40"};
  for (std::size_t i = 0; i < ascending.size(); ++i)
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      CAPTURE(ascending[i], ascending[j]);
      CHECK((n(ascending[i]) <=> n(ascending[j])) == (i <=> j));
      CHECK((n(ascending[i]) == n(ascending[j])) == (i == j));
    }
}

TEST_CASE("signs and integers are told") {
  CHECK(number{}.sign() == 0);
  CHECK(number{least}.sign() == -1);
  CHECK(n("1e30").sign() == 1);
  CHECK(n("-1e-30").sign() == -1);
  CHECK(n("1e30").is_integer());
  CHECK_FALSE(n("1e-30").is_integer());
  CHECK_FALSE(n("0.5").is_integer());
  CHECK(number{least}.to_int64() == least);
  CHECK_FALSE(n("0.5").to_int64());
  CHECK_FALSE(n("1e30").to_int64());
}

TEST_CASE("digits are never counted too few") {
  const auto digits = [](const number& x) {
    const auto count = [](std::string text) {
      return text.size() - (text.front() == '-' ? 1 : 0);
    };
    const auto below = x.denominator();
    return count(x.numerator()) + (below == "1" ? 0 : count(below));
  };
  for (const auto* text : {"0", "9", "10", "999", "1000", "1/3", "-99999/100000", "1e18",
                           "999999999999999999", "1e40", "-9223372036854775808",
                           "99999999999999999999999999999999999999/7", "1e-40"}) {
    const auto x = n(text);
    CAPTURE(text, x.digits());
    CHECK(x.digits() >= digits(x));
    CHECK(x.digits() <= digits(x) + 2);
  }
  const auto long_one = *number::parse(std::string(4096, '9'));
  CHECK(long_one.digits() >= 4096);
  CHECK(long_one.digits() <= 4097);
}

TEST_CASE("powers of integers are exact and bounded") {
  CHECK(number{2}.power(10, 100) == number{1024});
  CHECK(number{2}.power(-2, 100) == n("0.25"));
  CHECK(number{-3}.power(3, 100) == number{-27});
  CHECK(number{-3}.power(-3, 100) == n("-1/27"));
  CHECK(n("2/3").power(2, 100) == n("4/9"));
  CHECK(n("-2/3").power(-1, 100) == n("-3/2"));
  CHECK(number{0}.power(0, 100) == number{1});
  CHECK(number{0}.power(5, 100) == number{0});
  CHECK_FALSE(number{0}.power(-1, 100));
  CHECK(n("1e40").power(0, 100) == number{1});
  CHECK(number{1}.power(least, 1) == number{1});
  CHECK(number{-1}.power(most, 1) == number{-1});
  CHECK(number{-1}.power(least, 1) == number{1});
  CHECK(number{10}.power(18, 19)->to_int64() == 1'000'000'000'000'000'000);
  CHECK(number{10}.power(99, 101)->to_string() == "1" + std::string(99, '0'));
  CHECK_FALSE(number{10}.power(100, 99));
  CHECK_FALSE(number{2}.power(most, 4096));
  CHECK_FALSE(number{2}.power(least, 4096));
  CHECK_FALSE(n("1/2").power(1'000'000'000'000, 4096));
  CHECK_FALSE(n("1.000000001").power(1'000'000'000, 4096));
}

TEST_CASE("the nearest double is found") {
  CHECK(number{0}.to_double() == 0.0);
  CHECK(n("0.1").to_double() == 0.1);
  CHECK(n("-0.1").to_double() == -0.1);
  CHECK(n("1/3").to_double() == 1.0 / 3.0);
  CHECK(number{most}.to_double() == 9223372036854775808.0);
  CHECK(number{least}.to_double() == -9223372036854775808.0);
  // Half way between two doubles: to the even one; a trace above: up.
  CHECK(n("9007199254740993").to_double() == 9007199254740992.0);
  CHECK(n("9007199254740993.0000000000000000001").to_double() == 9007199254740994.0);
  CHECK(n("9007199254740995").to_double() == 9007199254740996.0);
  CHECK(n("1e300").to_double() == 1e300);
  CHECK(n("1.7976931348623157e308").to_double() == std::numeric_limits<double>::max());
  CHECK(n("1e309").to_double() == std::numeric_limits<double>::infinity());
  CHECK(n("-1e400").to_double() == -std::numeric_limits<double>::infinity());
  CHECK(n("4.9406564584124654e-324").to_double() ==
        std::numeric_limits<double>::denorm_min());
  CHECK(n("2.2250738585072011e-308").to_double() == 2.2250738585072011e-308);
  CHECK(n("1e-400").to_double() == 0.0);
}

}  // namespace norma_test::number_test
