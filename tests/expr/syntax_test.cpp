// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "tree.hpp"

namespace norma_test::syntax_test {

using norma::language;
using norma::expr::finding;
using norma::expr::parse;
using norma::expr::parse_tests;

namespace {

/// A mistake, and the code and bytes of what is said about it.
struct mistake {
  std::string text;
  std::string found;
};

void check_all(const std::vector<mistake>& mistakes) {
  for (const auto& m : mistakes) {
    INFO(m.text);
    CHECK(finding(m.text) == m.found);
  }
}

std::string help_of(const std::string& text) {
  return parse(text).diagnostics.at(0).help(language::en);
}

}  // namespace

TEST_CASE("a value that is missing is asked for where it is missing") {
  check_all({{"a >", "N0302 3..3"},
             {"a and ", "N0302 5..5"},
             {"a and or b", "N0301 6..8"},
             {"or b", "N0301 0..2"},
             {"* 2", "N0301 0..1"},
             {"a + * b", "N0301 4..5"},
             {"f(1,)", "N0301 4..5"},
             {"f(,1)", "N0301 2..3"},
             {"()", "N0301 1..2"},
             {"[1, 2, ]", "N0301 7..8"},
             {"[1..]", "N0301 4..5"},
             {"l[]", "N0301 2..3"},
             {"x in", "N0302 4..4"},
             {"x in ()", "N0301 6..7"},
             {"x in (1,)", "N0301 8..9"},
             {"x between and 2", "N0301 10..13"},
             {"if then a else b", "N0301 3..7"},
             {"-", "N0302 1..1"},
             {"a.", "N0302 2..2"},
             {"a. = 1", "N0301 3..4"},
             {"a.in", "N0301 2..4"},
             {"x instance of", "N0302 13..13"},
             {"x instance of 5", "N0301 14..15"},
             {"x instance of list<number", "N0302 25..25"},
             {"x instance of list<number]", "N0301 25..26"},
             {"for in in l return 1", "N0301 4..6"},
             {"\"a\" \"b\"", "N0301 4..7"},
             {"5 5", "N0301 2..3"},
             {"a, b", "N0301 1..2"}});
}

TEST_CASE("a bracket that does not close points to where it opened") {
  check_all({{"(a + b", "N0313 0..1"},
             {"a and (b or c", "N0313 6..7"},
             {"[1, 2", "N0313 0..1"},
             {"f(1, 2", "N0313 1..2"},
             {"string length(a", "N0313 13..14"},
             {"l[1", "N0313 1..2"},
             {"[1..5", "N0313 0..1"},
             {"]1..5", "N0313 0..1"},
             {"x in (1, 2", "N0313 5..6"},
             {"x in (1..5", "N0313 5..6"},
             {"((a)", "N0313 0..1"},
             {"(a + ", "N0302 4..4"}});
  const auto crossed = parse("(a]").diagnostics.at(0);
  CHECK(crossed.code == "N0301");
  REQUIRE(crossed.labels.size() == 1);
  CHECK(crossed.labels[0].where.begin == 0);
}

TEST_CASE("a bracket that closes nothing is named") {
  check_all({{"a + b)", "N0314 5..6"},
             {"a]", "N0314 1..2"},
             {"5 + ]", "N0314 4..5"},
             {"f(a))", "N0314 4..5"}});
}

TEST_CASE("full-width and look-alike signs are errors that name the sign meant") {
  check_all({{"min(甲，乙)", "N0306 7..10"},
             {"人数＞＝2", "N0306 6..12"},
             {"a ＝ 1", "N0306 2..5"},
             {"(a）", "N0306 2..5"},
             {"90％", "N0306 2..5"},
             {"１００", "N0306 0..9"},
             {"a × b", "N0306 2..4"},
             {"a ÷ b", "N0306 2..4"},
             {"a − b", "N0306 2..5"},
             {"a 。b", "N0306 2..5"},
             {"f(a、b)", "N0306 3..6"},
             {"a ≧ 1", "N0306 2..5"}});
  // All of them in one run; none in a text or a comment.
  const auto all = [](const std::string& text) {
    std::vector<std::string> found;
    for (const auto& d : norma::expr::parse(text).diagnostics)
      found.push_back(d.code + ' ' + std::to_string(d.where.begin));
    return found;
  };
  using codes = std::vector<std::string>;
  CHECK(all("（a）") == codes{"N0306 0", "N0306 4"});
  CHECK(all("【1】") == codes{"N0306 0", "N0306 4"});
  CHECK(all("［1］") == codes{"N0306 0", "N0306 4"});
  CHECK(all("a = “large”") == codes{"N0306 4", "N0306 12"});
  CHECK(all("a = ‘large’") == codes{"N0306 4", "N0306 12"});
  CHECK(all("min(甲，乙）＞＝2") == codes{"N0306 7", "N0306 13", "N0306 16"});
  CHECK(all("a ＝　1") == codes{"N0306 2", "N0307 5"});
  CHECK(all("a　＝ 1") == codes{"N0307 1", "N0306 4"});
  CHECK(all("a ＝ \"，\" // ，") == codes{"N0306 2"});
  CHECK(all("a = “大，”＋b") == codes{"N0306 4", "N0306 13", "N0306 16"});
  CHECK(all("a ＝ 1 + * 2") == codes{"N0306 2"});
  CHECK(help_of("min(甲，乙)") == "write `,`");
  CHECK(help_of("人数＞＝2") == "write `>=`");
  CHECK(help_of("a = “large”") == "write `\"`");
  CHECK(help_of("１００") == "write `100`");
  CHECK(help_of("90％") == "write `%`");
  CHECK(parse("人数＞＝2").diagnostics[0].message(language::zh) == "`＞＝` 不是半角符号");
}

TEST_CASE("blanks that are none and characters that do not show are errors") {
  check_all({{"a\xE3\x80\x80= 1", "N0307 1..4"},
             {"a\xC2\xA0= 1", "N0307 1..3"},
             {"a \xE2\x80\x83= 1", "N0307 2..5"},
             {"a\xE2\x80\x8B= 1", "N0309 1..4"},
             {"a\xEF\xBB\xBF= 1", "N0309 1..4"},
             {"\xEF\xBB\xBF"
              "a = 1",
              "N0309 0..3"},
             {std::string("a\0b", 3), "N0309 1..2"},
             {"a \x07", "N0309 2..3"}});
  CHECK(parse("a\xE3\x80\x80").diagnostics[0].message(language::en).find("U+3000") !=
        std::string::npos);
}

TEST_CASE("what turns the direction of text is refused in texts and comments, too") {
  check_all({{"a \xE2\x80\xAE= 1", "N0309 2..5"},
             {"a = \"\xE2\x80\xAE\"", "N0309 5..8"},
             {"a // \xE2\x81\xA6", "N0309 5..8"},
             {"a = \"\xD8\x9C\"", "N0309 5..7"},
             {"a = \"\xE2\x80\x99\"", "no error"}});
}

TEST_CASE("text that is not UTF-8 is refused at the first bad byte") {
  check_all({{"a = \"\xff\"", "N0303 5..6"},
             {"\xC0\x80", "N0303 0..1"},
             {"甲\xE4\xB8", "N0303 3..4"},
             {"\xED\xA0\x80", "N0303 0..1"}});
}

TEST_CASE("operators of other languages are answered with ours") {
  check_all({{"a == b", "N0330 2..4"},        {"a === b", "N0330 2..5"},
             {"a !== b", "N0330 2..5"},       {"a => b", "N0330 2..4"},
             {"a =< b", "N0330 2..4"},        {"a <> b", "N0330 2..4"},
             {"a=!b", "N0330 1..3"},          {"a && b", "N0330 2..4"},
             {"a || b", "N0330 2..4"},        {"a & b", "N0330 2..3"},
             {"a | b", "N0330 2..3"},         {"!a", "N0330 0..1"},
             {"a ^ b", "N0330 2..3"},         {"a := b", "N0330 2..4"},
             {"a is b", "N0330 2..4"},        {"a AND b", "N0330 2..5"},
             {"a 且 b", "N0330 2..5"},        {"a 或者 b", "N0330 2..8"},
             {"a 大于等于 2", "N0330 2..14"}, {"a 不少于 2", "N0330 2..11"},
             {"非 a", "N0330 0..3"},          {"NOT a", "N0330 0..3"},
             {"IF a THEN b", "N0330 0..2"},   {"如果 a 那么 b", "N0330 0..6"},
             {"if a 那么 b", "N0330 5..11"},  {"if a then b 否则 c", "N0330 12..18"}});
  CHECK(help_of("a == b") == "write `=`");
  CHECK(help_of("a => b") == "write `>=`");
  CHECK(help_of("a <> b") == "write `!=`");
  CHECK(help_of("a && b") == "write `and`");
  CHECK(help_of("!a") == "write `not(…)`");
  CHECK(help_of("a 大于等于 2") == "write `>=`");
  CHECK(help_of("非 a") == "write `not(…)`");
  CHECK(help_of("a 或 b") == "write `or`");
}

TEST_CASE("comparisons are not chained") {
  check_all({{"a < b < c", "N0331 0..7"},
             {"1 <= a and a < b = c", "N0331 11..18"},
             {"a in b in c", "N0331 0..9"},
             {"a between 1 and 2 = true", "N0331 0..19"},
             {"a instance of number = true", "N0331 0..22"}});
}

TEST_CASE("words of a construct that are missing are named with its form") {
  check_all({{"if a else b", "N0333 5..9"},
             {"if a then b", "N0333 11..11"},
             {"if a then b, c", "N0333 11..12"},
             {"some x list satisfies y", "N0333 7..11"},
             {"some x in l return y", "N0333 12..18"},
             {"every x in l", "N0333 12..12"},
             {"for x in l", "N0333 10..10"},
             {"for x = l return x", "N0333 6..7"},
             {"x between 1", "N0333 11..11"},
             {"x between 1, 2", "N0333 11..12"},
             {"x instance number", "N0333 11..17"}});
  CHECK(help_of("if a else b") == "the whole reads `if … then … else …`");
}

TEST_CASE("names with blanks are answered with an underscore") {
  check_all({{"worker count >= 5", "N0334 0..12"},
             {"a and 工人 人数 > 1", "N0334 6..19"},
             {"if worker count > 5 then a else b", "N0334 3..15"}});
  CHECK(help_of("worker count >= 5") ==
        "a name has no blanks: did you mean `worker_count`?");
}

TEST_CASE("what FEEL has and the profile has not is said to be outside") {
  check_all({{"{a: 1}", "N0340 0..1"},
             {"f({})", "N0340 2..3"},
             {"function(x) x + 1", "N0341 0..8"},
             {"f(function (x) x)", "N0341 2..10"},
             {"function", "N0341 0..8"},
             {"? > 5", "N0343 0..1"}});
  CHECK(finding(parse_tests("? > 5")) == "no error");
  CHECK(finding(parse("a in (? > 5)")) == "no error");
  CHECK(finding(parse("? in (a > 5)")) == "N0343 0..1");
  CHECK(finding(parse("a in (b > 5) and ? > 5")) == "N0343 17..18");
}

TEST_CASE("further mistakes have words of their own") {
  check_all({{"f(a: 1, 2)", "N0342 0..10"},
             {"f(1, b: 2)", "N0342 0..10"},
             {"not a", "N0344 0..3"},
             {"a not b", "N0344 2..5"},
             {"", "N0345 0..0"},
             {" \n ", "N0345 0..0"},
             {"(1, 2)", "N0346 2..3"},
             {"x = (1, 2)", "N0346 6..7"},
             {"a = 'large'", "N0311 4..5"},
             {"a /* b", "N0315 2..4"},
             {"/* b", "N0315 0..2"},
             {"a # b", "N0308 2..3"},
             {"a; b", "N0308 1..2"},
             {"a = €5", "N0308 4..7"},
             {"① > 5", "N0308 0..3"}});
  CHECK(finding(parse_tests("")) == "N0345 0..0");
  CHECK(finding(parse_tests("-, 5")) == "N0301 1..2");
  CHECK(finding(parse_tests("> 5 and < 9")) == "N0301 4..7");
}

TEST_CASE("places are those of the file that holds the expression") {
  const auto file = std::make_shared<const norma::source_file>(
      "rules.yaml", "require: |-\n    a and\n    b ==  c\n");
  const auto p = parse("a and\nb ==  c", {file, 16, 4});
  REQUIRE(p.diagnostics.size() == 1);
  const auto where = p.diagnostics[0].where;
  CHECK(where.file == file);
  CHECK(file->content().substr(where.begin, where.end - where.begin) == "==");
  CHECK(file->position(where.begin) == norma::source_position{3, 7});
}

TEST_CASE(
    "every message about syntax exists in both languages and takes no more than it "
    "gets") {
  for (const std::string text : {"a >", "(a", "a)", "a == b", "5万元", "3月", "if a",
                                 "a b", "a，b", "\"", "1 % 2", "{"}) {
    const auto d = parse(text).diagnostics.at(0);
    for (const auto lang : {language::zh, language::en}) {
      CHECK_FALSE(d.message(lang).empty());
      CHECK(d.message(lang).find("{0}") == std::string::npos);
      CHECK(d.message(lang).find("{1}") == std::string::npos);
      CHECK(d.help(lang).find("{1}") == std::string::npos);
    }
  }
}

}  // namespace norma_test::syntax_test
