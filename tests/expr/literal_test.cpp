// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <norma/value/value.hpp>

#include "tree.hpp"

namespace norma_test::literal_test {

using norma::expr::finding;
using norma::expr::node_kind;
using norma::expr::parse;
using norma::expr::shape_of;

namespace {

/// The literal that `text` is, and nothing else.
norma::value literal(const std::string& text) {
  const auto p = parse(text);
  INFO(text);
  REQUIRE(p.tree);
  REQUIRE(p.tree->kind == node_kind::literal);
  return p.tree->literal;
}

}  // namespace

TEST_CASE("numbers are exact, with exponents and without a leading zero") {
  CHECK(literal("0.1").to_string() == "0.1");
  CHECK(literal(".5").to_string() == "0.5");
  CHECK(literal("1.50").to_string() == "1.5");
  CHECK(literal("1.23e4").to_string() == "12300");
  CHECK(literal("1E-3").to_string() == "0.001");
  CHECK(literal("1e+2").to_string() == "100");
  CHECK(literal("12345678901234567890123.5").to_string() == "12345678901234567890123.5");
  CHECK(literal("-5").to_string() == "-5");
  CHECK(literal("- 5").to_string() == "-5");
  CHECK(shape_of("-(5)") == "(neg 5)");
  CHECK(finding("1e999999999") == "N0323 0..11");
}

TEST_CASE("suffixes make numbers and durations, exactly") {
  CHECK(literal("90%").same_as(*norma::number::ratio(9, 10)));
  CHECK(literal("5‰").same_as(*norma::number::ratio(1, 200)));
  CHECK(literal("0.5%").same_as(*norma::number::ratio(1, 200)));
  CHECK(literal("-5%").same_as(*norma::number::ratio(-1, 20)));
  CHECK(literal("5万").same_as(50'000));
  CHECK(literal("1.5万").same_as(15'000));
  CHECK(literal("2亿").same_as(200'000'000));
  CHECK(literal("1年").same_as(norma::months_duration{12}));
  CHECK(literal("1.5年").same_as(norma::months_duration{18}));
  CHECK(literal("3个月").same_as(norma::months_duration{3}));
  CHECK(literal("-3个月").same_as(norma::months_duration{-3}));
  CHECK(literal("2周").same_as(norma::days_duration::of_days(14)));
  CHECK(literal("30天").same_as(norma::days_duration::of_days(30)));
  CHECK(literal("-30天").same_as(norma::days_duration::of_days(-30)));
  CHECK(literal("8小时").same_as(norma::days_duration{8 * 3600}));
  CHECK(literal("15分钟").same_as(norma::days_duration{900}));
  CHECK(literal("1e1天").same_as(norma::days_duration::of_days(10)));
}

TEST_CASE("a literal keeps its spelling where it has a suffix") {
  CHECK(parse("90%").tree->name == "90%");
  CHECK(parse("-1.5万").tree->name == "-1.5万");
  CHECK(parse("0.9").tree->name.empty());
}

TEST_CASE("any other letter directly after a number is an error with a hint") {
  CHECK(finding("a > 30d") == "N0320 6..7");
  CHECK(finding("5e") == "N0320 1..2");
  CHECK(finding("1x5") == "N0320 1..3");
  CHECK(finding("3个月内") == "N0320 1..10");
  CHECK(finding("1 >= 80%以上") == "N0320 8..14");
  CHECK(finding("80‰以下") == "N0320 5..11");
  CHECK(finding("80%人") == "N0320 3..6");
  CHECK(finding("80%x") == "N0332 2..3");
  CHECK(finding("3万亿") == "N0321 0..7");
  CHECK(finding("5万元") == "N0321 0..7");
  CHECK(finding("a >= 2人") == "N0321 5..9");
  CHECK(finding("100元") == "N0321 0..6");
  CHECK(finding("3月") == "N0322 0..4");
  CHECK(finding("3日") == "N0322 0..4");
  CHECK(finding("0.3年") == "N0325 0..6");
  CHECK(finding("0.5个月") == "N0325 0..9");
  CHECK(finding("a > 5 万") == "N0324 4..9");
  CHECK(finding("2.5 亿") == "N0324 0..7");
  const auto hint = parse("5万元").diagnostics[0];
  CHECK(hint.help(norma::language::en).find("`5万`") != std::string::npos);
}

TEST_CASE("a percent sign is a suffix and no operator") {
  CHECK(finding("10 % 3") == "N0332 3..4");
  CHECK(finding("10%3") == "N0332 2..3");
  CHECK(finding("10 %") == "N0332 3..4");
  CHECK(shape_of("10% + 3") == "(+ 0.1 3)");
}

TEST_CASE("texts know the escapes of FEEL (DMN 1.5, grammar rule 35)") {
  CHECK(*literal(R"("a\n\t\r\"\\\'b")").string() == "a\n\t\r\"\\'b");
  CHECK(*literal(R"("\u0041\u4e2D")").string() == "A中");
  CHECK(*literal(R"("\uD83D\uDCA9")").string() == "\xF0\x9F\x92\xA9");
  CHECK(*literal(R"("\ud83d\udca9")").string() == "\xF0\x9F\x92\xA9");
  CHECK(*literal(R"("\U01F40E")").string() == "\xF0\x9F\x90\x8E");
  CHECK(*literal("\"，。＞\"").string() == "，。＞");
  CHECK(literal("\"\"").string()->empty());
  CHECK(finding(R"("ab\q")") == "N0312 3..5");
  CHECK(finding(R"("\d中")") == "N0312 1..3");
  CHECK(finding(R"("\中")") == "N0312 1..5");
  CHECK(finding(R"("\u12")") == "N0312 1..3");
  CHECK(finding(R"("\uD83D")") == "N0312 1..3");
  CHECK(finding(R"("\uD83Dx")") == "N0312 1..3");
  CHECK(finding(R"("\uDCA9")") == "N0312 1..3");
  CHECK(finding(R"("\uD83D\u0041")") == "N0312 1..3");
  CHECK(finding(R"("\U110000")") == "N0312 1..3");
  CHECK(finding(R"("\U00D800")") == "N0312 1..3");
  CHECK(finding("\"\\") == "N0312 1..2");
}

TEST_CASE("a text ends on its line") {
  CHECK(finding("a = \"x") == "N0310 4..5");
  CHECK(finding("a = \"x\n\"") == "N0310 4..5");
  CHECK(finding("\"") == "N0310 0..1");
}

TEST_CASE("@ before a text makes dates, times and durations of it") {
  CHECK(literal("@\"2023-06-30\"").day()->to_string() == "2023-06-30");
  CHECK(literal("@ \"10:30:00\"").time()->to_string() == "10:30:00");
  CHECK(literal("@\"2023-06-30T10:30:00\"").moment()->to_string() ==
        "2023-06-30T10:30:00");
  CHECK(literal("@\"P1Y2M\"").months()->months == 14);
  CHECK(literal("@\"-P1D\"").days()->whole_days() == -1);
  CHECK(shape_of("@\"foo\"") == "(call '@' \"foo\")");
  CHECK(shape_of("@\"2023-02-29\"") == "(call '@' \"2023-02-29\")");
  CHECK(shape_of("-@\"P1D\"") == "(neg @\"P1D\")");
  CHECK(finding("@2023-06-30") == "N0347 0..1");
  CHECK(finding("a = @") == "N0347 4..5");
}

TEST_CASE("a date without @ and quotes is no subtraction") {
  CHECK(finding("d >= 2023-06-30") == "N0326 5..15");
  CHECK(shape_of("2023 - 06 - 30") == "(- (- 2023 6) 30)");
  CHECK(shape_of("2023-6-30") == "(- (- 2023 6) 30)");
}

TEST_CASE("the constants are words") {
  CHECK(literal("true").same_as(true));
  CHECK(literal("false").same_as(false));
  CHECK(literal("null").is_null());
  CHECK(shape_of("as_of - 3年") == "(- (as_of) @\"P3Y\")");
  CHECK(shape_of("truely") == "truely");
}

}  // namespace norma_test::literal_test
