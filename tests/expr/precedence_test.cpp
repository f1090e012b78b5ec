// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>
#include <vector>

#include "tree.hpp"

namespace norma_test::precedence_test {

using norma::expr::finding;
using norma::expr::shape_of;

namespace {

struct operation {
  std::string sign;  ///< between its operands
  int level;         ///< higher binds tighter
  std::string word;  ///< in a shape
};

const std::vector<operation> operations{
    {"or", 1, "or"}, {"and", 2, "and"}, {"=", 3, "="},   {"!=", 3, "!="},
    {"≠", 3, "!="},  {"<", 3, "<"},     {"<=", 3, "<="}, {"≤", 3, "<="},
    {">", 3, ">"},   {">=", 3, ">="},   {"≥", 3, ">="},  {"+", 4, "+"},
    {"-", 4, "-"},   {"*", 5, "*"},     {"/", 5, "/"},   {"**", 6, "**"},
};

std::string left_first(const operation& first, const operation& second) {
  return '(' + second.word + " (" + first.word + " a b) c)";
}
std::string right_first(const operation& first, const operation& second) {
  return '(' + first.word + " a (" + second.word + " b c))";
}

}  // namespace

TEST_CASE(
    "of two operators the tighter binds first, of equals the left one (DMN 10.3.1.2)") {
  for (const auto& first : operations) {
    for (const auto& second : operations) {
      const std::string text = "a " + first.sign + " b " + second.sign + " c";
      INFO(text);
      if (first.level == 3 && second.level == 3)
        CHECK(finding(text).substr(0, 5) == "N0331");
      else if (first.level >= second.level)
        CHECK(shape_of(text) == left_first(first, second));
      else
        CHECK(shape_of(text) == right_first(first, second));
    }
  }
}

TEST_CASE("brackets overrule every pair of operators") {
  for (const auto& first : operations) {
    for (const auto& second : operations) {
      CHECK(shape_of("(a " + first.sign + " b) " + second.sign + " c") ==
            left_first(first, second));
      CHECK(shape_of("a " + first.sign + " (b " + second.sign + " c)") ==
            right_first(first, second));
    }
  }
}

TEST_CASE("a sign binds tighter than every operator, a postfix tighter than a sign") {
  for (const auto& o : operations) {
    CHECK(shape_of("-a " + o.sign + " b") == '(' + o.word + " (neg a) b)");
    CHECK(shape_of("a " + o.sign + " -b") == '(' + o.word + " a (neg b))");
    CHECK(shape_of("a " + o.sign + " b.f") == '(' + o.word + " a (path 'f' b))");
    CHECK(shape_of("a " + o.sign + " b[1]") == '(' + o.word + " a (filter b 1))");
    CHECK(shape_of("a " + o.sign + " f(b)") == '(' + o.word + " a (call 'f' b))");
  }
  CHECK(shape_of("-a.f") == "(neg (path 'f' a))");
  CHECK(shape_of("-a[1]") == "(neg (filter a 1))");
  CHECK(shape_of("-3 ** 2") == "(** -3 2)");
  CHECK(shape_of("2 ** -3 ** 2") == "(** (** 2 -3) 2)");
  CHECK(shape_of("--a") == "(neg (neg a))");
}

TEST_CASE("between, in and instance of stand on the level of comparisons") {
  const std::vector<std::pair<std::string, std::string>> words{
      {"between p and q", "between % p q"},
      {"in p", "in % p"},
      {"in < p", "in % (test< p)"},
      {"in (p, q)", "in % p q"},
      {"in [p..q]", "in % (range[] p q)"},
      {"instance of number", "instance 'number' %"}};
  for (const auto& [text, form] : words) {
    const auto with = [&form = form](const std::string& subject) {
      const std::size_t at = form.find('%');
      return '(' + form.substr(0, at) + subject + form.substr(at + 1) + ')';
    };
    for (const auto& o : operations) {
      const std::string before = "a " + o.sign + " b " + text;
      const std::string after = "a " + text + ' ' + o.sign + " c";
      INFO(before << " / " << after);
      if (o.level < 3) {
        CHECK(shape_of(before) == '(' + o.word + " a " + with("b") + ')');
        CHECK(shape_of(after) == '(' + o.word + ' ' + with("a") + " c)");
      } else if (o.level == 3) {
        CHECK(finding(before).substr(0, 5) == "N0331");
        CHECK(finding(after).substr(0, 5) == "N0331");
      } else {
        CHECK(shape_of(before) == with('(' + o.word + " a b)"));
      }
    }
    CHECK(finding("a " + text + " in b").substr(0, 5) == "N0331");
    CHECK(finding("a " + text + " between b and c").substr(0, 5) == "N0331");
    CHECK(finding("a " + text + " instance of b").substr(0, 5) == "N0331");
  }
}

TEST_CASE("between takes sums on both sides and the next `and`") {
  CHECK(shape_of("a between 1 and 2 and c") == "(and (between a 1 2) c)");
  CHECK(shape_of("a and b between 1 + 2 and 3 * 4 or c") ==
        "(or (and a (between b (+ 1 2) (* 3 4))) c)");
  CHECK(shape_of("a between (b or c) and d") == "(between a (or b c) d)");
}

TEST_CASE("if, for, some and every reach as far to the right as they can") {
  CHECK(shape_of("1 + if a then b else c + d or e") == "(+ 1 (if a b (or (+ c d) e)))");
  CHECK(shape_of("x and some e in l satisfies e > 1 and y") ==
        "(and x (some e: l (and (> e 1) y)))");
  CHECK(shape_of("every e in l satisfies e > 1 or y") == "(every e: l (or (> e 1) y))");
  CHECK(shape_of("for e in l return e + 1") == "(for e: l (+ e 1))");
  CHECK(shape_of("if a then b else if c then d else e") == "(if a b (if c d e))");
  CHECK(shape_of("(if a then b else c) + d") == "(+ (if a b c) d)");
}

}  // namespace norma_test::precedence_test
