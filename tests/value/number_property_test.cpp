// SPDX-License-Identifier: Apache-2.0
#include <charconv>  // std::from_chars

#include <norma/value/number.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>
#include <rapidcheck.h>

#include "catch.hpp"

// Every operation beside another implementation of the rational numbers, on
// numbers that crowd around the ends of 64 bits.

namespace norma_test::number_property_test {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using norma::divide;
using norma::number;
using norma::rounding;

namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

/// A number and what it should be.
struct pair {
  number mine;
  cpp_rational theirs;
};

/// The digits of the magnitude: small, near 2^63, near 10^18, or long.
rc::Gen<std::string> magnitudes() {
  return rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange<int>(0, 1000),
                   [](int n) { return std::to_string(n); }),
      rc::gen::map(rc::gen::inRange<std::int64_t>(0, most),
                   [](std::int64_t n) { return std::to_string(n); }),
      rc::gen::map(rc::gen::inRange<int>(-3, 4),
                   [](int n) { return cpp_int((cpp_int(1) << 63) + n).str(); }),
      rc::gen::map(rc::gen::inRange<int>(-3, 4),
                   [](int n) { return cpp_int((cpp_int(1) << 31) + n).str(); }),
      rc::gen::map(rc::gen::inRange<int>(-3, 4),
                   [](int n) { return std::to_string(1'000'000'000'000'000'000 + n); }),
      rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(1, most),
                                 rc::gen::inRange<std::int64_t>(1, most)),
                   [](const std::pair<std::int64_t, std::int64_t>& p) {
                     return cpp_int(cpp_int(p.first) * p.second).str();
                   }));
}

pair arbitrary() {
  const auto above = *magnitudes();
  const auto below = *rc::gen::oneOf(rc::gen::just(std::string("1")), magnitudes());
  const auto sign = *rc::gen::element(std::string(), std::string("-"));
  RC_PRE(below != "0");
  const auto text = sign + above + '/' + below;
  const auto mine = number::parse_exact(text);
  RC_ASSERT(mine.has_value());
  const cpp_int numerator(above);
  return {*mine,
          cpp_rational(sign.empty() ? numerator : cpp_int(-numerator), cpp_int(below))};
}

std::string terms(const number& n) { return n.numerator() + '/' + n.denominator(); }

std::string terms(const cpp_rational& r) {
  return cpp_int(numerator(r)).str() + '/' + cpp_int(denominator(r)).str();
}

cpp_int floor_of(const cpp_rational& r) {
  const cpp_int n = numerator(r);
  const cpp_int d = denominator(r);
  cpp_int quotient = n / d;
  if (n % d < 0) --quotient;
  return quotient;
}

/// By the definition of each mode: the floor, the ceiling, or the nearer.
cpp_int round_of(const cpp_rational& r, rounding mode) {
  const cpp_int below = floor_of(r);
  if (cpp_rational(below) == r) return below;
  const cpp_int above = below + 1;
  const cpp_rational to_below = r - cpp_rational(below);
  const cpp_rational half(1, 2);
  const cpp_int outer = r < 0 ? below : above;
  const cpp_int inner = r < 0 ? above : below;
  switch (mode) {
    case rounding::floor: return below;
    case rounding::ceiling: return above;
    case rounding::up: return outer;
    case rounding::down: return inner;
    default: break;
  }
  if (to_below != half) return to_below < half ? below : above;
  if (mode == rounding::half_up) return outer;
  if (mode == rounding::half_down) return inner;
  return below % 2 == 0 ? below : above;
}

rounding any_mode() {
  return *rc::gen::element(rounding::half_even, rounding::half_up, rounding::half_down,
                           rounding::up, rounding::down, rounding::floor,
                           rounding::ceiling);
}

}  // namespace

TEST_CASE("arithmetic agrees with another implementation") {
  CHECK(rc::check("sums", [] {
    const auto a = arbitrary();
    const auto b = arbitrary();
    RC_ASSERT(terms(a.mine + b.mine) == terms(cpp_rational(a.theirs + b.theirs)));
    RC_ASSERT(terms(a.mine - b.mine) == terms(cpp_rational(a.theirs - b.theirs)));
    RC_ASSERT(terms(-a.mine) == terms(cpp_rational(-a.theirs)));
  }));
  CHECK(rc::check("products", [] {
    const auto a = arbitrary();
    const auto b = arbitrary();
    RC_ASSERT(terms(a.mine * b.mine) == terms(cpp_rational(a.theirs * b.theirs)));
    const auto quotient = divide(a.mine, b.mine);
    RC_ASSERT(quotient.has_value() == (b.theirs != 0));
    if (quotient) RC_ASSERT(terms(*quotient) == terms(cpp_rational(a.theirs / b.theirs)));
  }));
  CHECK(rc::check("order", [] {
    const auto a = arbitrary();
    const auto b = arbitrary();
    RC_ASSERT((a.mine < b.mine) == (a.theirs < b.theirs));
    RC_ASSERT((a.mine > b.mine) == (a.theirs > b.theirs));
    RC_ASSERT((a.mine == b.mine) == (a.theirs == b.theirs));
    RC_ASSERT(a.mine.sign() == a.theirs.sign());
  }));
  CHECK(rc::check("powers", [] {
    const auto a = arbitrary();
    const int exponent = *rc::gen::inRange(0, 8);
    cpp_rational expected = 1;
    for (int i = 0; i < exponent; ++i) expected *= a.theirs;
    RC_ASSERT(terms(*a.mine.power(exponent, 4096)) == terms(expected));
  }));
}

TEST_CASE("arithmetic of 64-bit integers is exact up to their ends") {
  const std::vector<std::int64_t> edges{least,
                                        least + 1,
                                        least + 2,
                                        -(std::int64_t{1} << 32),
                                        -1'000'000'000,
                                        -3,
                                        -2,
                                        -1,
                                        0,
                                        1,
                                        2,
                                        3,
                                        1'000'000'000,
                                        std::int64_t{1} << 32,
                                        3'037'000'499,
                                        3'037'000'500,
                                        1'000'000'000'000'000'000,
                                        most - 2,
                                        most - 1,
                                        most};
  for (const auto a : edges)
    for (const auto b : edges) {
      CAPTURE(a, b);
      CHECK((number{a} + number{b}).to_string() == cpp_int(cpp_int(a) + b).str());
      CHECK((number{a} - number{b}).to_string() == cpp_int(cpp_int(a) - b).str());
      CHECK((number{a} * number{b}).to_string() == cpp_int(cpp_int(a) * b).str());
      CHECK((number{a} < number{b}) == (a < b));
      CHECK((number{a} == number{b}) == (a == b));
      if (b != 0)
        CHECK(terms(*divide(number{a}, number{b})) ==
              terms(cpp_rational(cpp_rational(a) / cpp_rational(b))));
    }
}

TEST_CASE("numbers are a field") {
  CHECK(rc::check("laws", [] {
    const auto a = arbitrary().mine;
    const auto b = arbitrary().mine;
    const auto c = arbitrary().mine;
    RC_ASSERT(a + b == b + a);
    RC_ASSERT(a * b == b * a);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT((a * b) * c == a * (b * c));
    RC_ASSERT(a * (b + c) == a * b + a * c);
    RC_ASSERT(a + number{0} == a);
    RC_ASSERT(a * number{1} == a);
    RC_ASSERT(a + (-a) == number{0});
    RC_ASSERT(a - b == a + (-b));
    if (b.sign() != 0) RC_ASSERT(*divide(a, b) * b == a);
    RC_ASSERT((a + b - b).hash() == a.hash());
    RC_ASSERT((a < b) == (a + c < b + c));
  }));
}

TEST_CASE("what prints reads back") {
  CHECK(rc::check("print and parse", [] {
    const auto a = arbitrary().mine;
    const auto text = a.to_string();
    RC_ASSERT(number::parse_exact(text) == a);
    RC_ASSERT(a.terminates() == (text.find('/') == std::string::npos));
    if (a.terminates()) RC_ASSERT(number::parse(text) == a);
  }));
  CHECK(rc::check("doubles", [] {
    const auto d = *rc::gen::arbitrary<double>();
    const auto n = number::from_double(d);
    RC_ASSERT(n.has_value());
    RC_ASSERT(n->to_double() == d);
  }));
  CHECK(rc::check("nearest double", [] {
    // The standard library rounds correctly, in every locale; 400 decimals tell these
    // from any half.
    const auto a = arbitrary().mine;
    const auto text = a.to_decimal(400, rounding::down);
    double nearest = 0;
    std::from_chars(text.data(), text.data() + text.size(), nearest);
    RC_ASSERT(a.to_double() == nearest);
  }));
}

TEST_CASE("rounding agrees with its definition") {
  CHECK(rc::check("rounded and to_decimal", [] {
    const auto a = arbitrary();
    const int scale = *rc::gen::inRange(-25, 26);
    const auto mode = any_mode();
    cpp_rational unit = 1;
    for (int i = 0; i < (scale < 0 ? -scale : scale); ++i) unit *= 10;
    if (scale > 0) unit = 1 / unit;
    const auto units = round_of(a.theirs / unit, mode);
    const auto rounded = a.mine.rounded(scale, mode);
    RC_ASSERT(terms(rounded) == terms(cpp_rational(cpp_rational(units) * unit)));
    const auto text = a.mine.to_decimal(scale, mode);
    RC_ASSERT(number::parse(text) == rounded);
    const auto point = text.find('.');
    const auto decimals = point == std::string::npos ? 0 : text.size() - point - 1;
    RC_ASSERT(decimals == static_cast<std::size_t>(scale > 0 ? scale : 0));
    RC_ASSERT(rounded.rounded(scale, mode) == rounded);
  }));
  CHECK(rc::check("halves", [] {
    const auto odd = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000) * 2 + 1;
    const auto mode = any_mode();
    const auto half = *number::ratio(odd, 2);
    RC_ASSERT(half.rounded(0, mode).to_string() ==
              round_of(cpp_rational(cpp_int(odd), 2), mode).str());
  }));
}

}  // namespace norma_test::number_property_test
