// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <utility>

#include "tree.hpp"

// Without optimization, or watched by a sanitizer, everything takes longer.

namespace norma_test::parse_test {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NORMA_TEST_SLOW
#endif
#endif
#if !defined(__OPTIMIZE__) || defined(__SANITIZE_ADDRESS__) || defined(NORMA_TEST_SLOW)
constexpr std::chrono::milliseconds patience{100};
#else
constexpr std::chrono::milliseconds patience{5};
#endif

// Time of the processor: other programs beside the test do not count.
std::chrono::microseconds processor_time() {
  return std::chrono::microseconds{static_cast<std::int64_t>(
      1e6 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC)};
}

using norma::expr::finding;
using norma::expr::is_name;
using norma::expr::is_reserved;
using norma::expr::node;
using norma::expr::parse;
using norma::expr::parse_tests;
using norma::expr::same_tree;
using norma::expr::shape_of;
using norma::expr::tests_shape;

TEST_CASE("names are letters of any script, digits and underscores") {
  for (const std::string name :
       {"a", "_x", "coordinator_count", "x1", "协调员人数", "企业2", "été", "данные",
        "々", "〇", "Δ", "横綱", "😀", "𠮷"}) {
    INFO(name);
    CHECK(is_name(name));
    CHECK(shape_of(name) == name);
  }
  for (const std::string word :
       {"", "1a", "a b", "a-b", "a.b", "，", "甲，乙", "１", "a\xC2\xA0", "and", "as_of",
        "\xE2\x80\x8B", "①", "≥", "\xff"}) {
    INFO(word);
    CHECK_FALSE(is_name(word));
  }
}

TEST_CASE("reserved words are no names, words of built-ins are") {
  for (const std::string word :
       {"and", "or", "not", "between", "in", "instance", "if", "then", "else", "for",
        "return", "some", "every", "satisfies", "true", "false", "null", "as_of",
        "function"}) {
    CHECK(is_reserved(word));
    CHECK_FALSE(is_name(word));
  }
  for (const std::string word : {"date", "count", "time", "item", "of", "list", "android",
                                 "order", "input", "format", "nothing", "trueish"}) {
    INFO(word);
    CHECK(is_name(word));
    CHECK(shape_of(word + " = 1") == "(= " + word + " 1)");
  }
}

TEST_CASE("paths, projections, filters and indices follow an operand") {
  CHECK(shape_of("a.b.c") == "(path 'c' (path 'b' a))");
  CHECK(shape_of("甲.乙[1].丙") == "(path '丙' (filter (path '乙' 甲) 1))");
  CHECK(shape_of("l[item > 1][-1]") == "(filter (filter l (> item 1)) -1)");
  CHECK(shape_of("[1, 2][1]") == "(filter (list 1 2) 1)");
  CHECK(shape_of("\"abc\"[1]") == "(filter \"abc\" 1)");
  CHECK(shape_of("[1..5].start") == "(path 'start' (range[] 1 5))");
  CHECK(shape_of("a . b") == "(path 'b' a)");
}

TEST_CASE("a call is a name before a bracket") {
  CHECK(shape_of("f()") == "(call 'f')");
  CHECK(shape_of("f (a, b + 1)") == "(call 'f' a (+ b 1))");
  CHECK(shape_of("not(a)") == "(call 'not' a)");
  CHECK(shape_of("not (a and b)") == "(call 'not' (and a b))");
  CHECK(shape_of("f(a: 1, b: 2)") == "(call 'f' a: b: 1 2)");
  CHECK(shape_of("f(g(h(1)))") == "(call 'f' (call 'g' (call 'h' 1)))");
}

TEST_CASE("what is called and is no name is left to the evaluator") {
  CHECK(shape_of("123()") == "(call 123)");
  CHECK(shape_of("\"a\"()") == "(call \"a\")");
  CHECK(shape_of("(f)(1)") == "(call f 1)");
  CHECK(shape_of("a.b(1)") == "(call (path 'b' a) 1)");
  CHECK(shape_of("f(1)(2)") == "(call (call 'f' 1) 2)");
}

TEST_CASE("names of built-ins with blanks are whole phrases, only before a bracket") {
  for (const std::string phrase : {"context merge",    "context put",
                                   "date and time",    "day of week",
                                   "day of year",      "distinct values",
                                   "ends with",        "finished by",
                                   "get entries",      "get value",
                                   "index of",         "insert before",
                                   "list contains",    "list replace",
                                   "lower case",       "met by",
                                   "month of year",    "overlaps after",
                                   "overlaps before",  "round down",
                                   "round half down",  "round half up",
                                   "round up",         "started by",
                                   "starts with",      "string join",
                                   "string length",    "substring after",
                                   "substring before", "upper case",
                                   "week of year",     "years and months duration"}) {
    CHECK(shape_of(phrase + "(x)") == "(call '" + phrase + "' x)");
    CHECK(shape_of(phrase + " (x)") == "(call '" + phrase + "' x)");
  }
  CHECK(shape_of("date \n and  time(x)") == "(call 'date and time' x)");
  CHECK(shape_of("date and time") == "(and date time)");
  CHECK(shape_of("date and count(x)") == "(and date (call 'count' x))");
  CHECK(shape_of("date and timer(x)") == "(and date (call 'timer' x))");
  CHECK(finding("string length") == "N0334 0..13");
}

TEST_CASE("a property after a point and a parameter before a colon may have blanks") {
  CHECK(shape_of("t.time offset") == "(path 'time offset' t)");
  CHECK(shape_of("r.start included and r.end included") ==
        "(and (path 'start included' r) (path 'end included' r))");
  CHECK(shape_of("t.time") == "(path 'time' t)");
  CHECK(shape_of("substring(string: s, start position: 2)") ==
        "(call 'substring' string: start position: s 2)");
  CHECK(shape_of("number(from: a, grouping separator: b, decimal separator: c)") ==
        "(call 'number' from: grouping separator: decimal separator: a b c)");
  CHECK(shape_of("f(start  position : 1)") == "(call 'f' start position: 1)");
}

TEST_CASE("ranges open with any of three brackets and close with any of three") {
  CHECK(shape_of("[1..5]") == "(range[] 1 5)");
  CHECK(shape_of("(1..5)") == "(range() 1 5)");
  CHECK(shape_of("]1..5[") == "(range() 1 5)");
  CHECK(shape_of("[1..5)") == "(range[) 1 5)");
  CHECK(shape_of("[1..5[") == "(range[) 1 5)");
  CHECK(shape_of("(1..5]") == "(range(] 1 5)");
  CHECK(shape_of("]1..5]") == "(range(] 1 5)");
  CHECK(shape_of("]1..5)") == "(range() 1 5)");
  CHECK(shape_of("(1..5[") == "(range() 1 5)");
  CHECK(shape_of("[a + 1 .. f(b)]") == "(range[] (+ a 1) (call 'f' b))");
  CHECK(shape_of("[@\"2023-06-30\"..as_of]") == "(range[] @\"2023-06-30\" (as_of))");
  CHECK(shape_of("[1.5..2.5]") == "(range[] 1.5 2.5)");
}

TEST_CASE("a bracket behind the upper end of a range closes it, inside it filters") {
  CHECK(shape_of("[1..x[") == "(range[) 1 x)");
  CHECK(shape_of("[[1..x[, 2]") == "(list (range[) 1 x) 2)");
  CHECK(shape_of("[1..(x[1])]") == "(range[] 1 (filter x 1))");
  CHECK(shape_of("[1..-x[") == "(range[) 1 (neg x))");
  CHECK(shape_of("[1..f(x[1])[") == "(range[) 1 (call 'f' (filter x 1)))");
  CHECK(shape_of("[1..(< x[1])[") == "(range[) 1 (test< (filter x 1)))");
  CHECK(shape_of("[x[1]..2]") == "(range[] (filter x 1) 2)");
}

TEST_CASE("lists hold values, ranges and lists") {
  CHECK(shape_of("[]") == "(list)");
  CHECK(shape_of("[1]") == "(list 1)");
  CHECK(shape_of("[1, a = 2, \"x\"]") == "(list 1 (= a 2) \"x\")");
  CHECK(shape_of("[[2..4], [1..3]]") == "(list (range[] 2 4) (range[] 1 3))");
  CHECK(shape_of("[3, ]1..2]]") == "(list 3 (range(] 1 2))");
}

TEST_CASE("comparisons in brackets are values") {
  CHECK(shape_of("(< 10)") == "(test< 10)");
  CHECK(shape_of("(=10)") == "(test= 10)");
  CHECK(shape_of("(!=10)") == "(test!= 10)");
  CHECK(shape_of("(≥ 10) = [10..null)") == "(= (test>= 10) (range[) 10 null))");
  CHECK(shape_of("[(< 1), (> 5)]") == "(list (test< 1) (test> 5))");
}

TEST_CASE("in takes a value, a test or several in brackets") {
  CHECK(shape_of("x in a") == "(in x a)");
  CHECK(shape_of("x in a + 1") == "(in x (+ a 1))");
  CHECK(shape_of("x in < 10") == "(in x (test< 10))");
  CHECK(shape_of("x in != 10 and y") == "(and (in x (test!= 10)) y)");
  CHECK(shape_of("x in (< 10)") == "(in x (test< 10))");
  CHECK(shape_of("x in (1, < 5, >= 10)") == "(in x 1 (test< 5) (test>= 10))");
  CHECK(shape_of("x in (< 5, 1)") == "(in x (test< 5) 1)");
  CHECK(shape_of("x in ([1..2], (3..4))") == "(in x (range[] 1 2) (range() 3 4))");
  CHECK(shape_of("x in (1..5]") == "(in x (range(] 1 5))");
  CHECK(shape_of("x in ]1..5[") == "(in x (range() 1 5))");
  CHECK(shape_of("x in [[2..4], [1..3]]") == "(in x (list (range[] 2 4) (range[] 1 3)))");
  CHECK(shape_of("x in (a)") == "(in x a)");
  CHECK(shape_of("x in (a)[1] + 2") == "(in x (+ (filter a 1) 2))");
  CHECK(shape_of("x in (a + 1) * 2 ** 3") == "(in x (* (+ a 1) (** 2 3)))");
  CHECK(shape_of("x in (< 10).end included") ==
        "(in x (path 'end included' (test< 10)))");
  CHECK(shape_of("x in (a or b, c)") == "(in x (or a b) c)");
  CHECK(shape_of("x in last(12个月)") == "(in x (call 'last' @\"P1Y\"))");
}

TEST_CASE("iterators may be several and run over bare ranges") {
  CHECK(shape_of("for i in 4..2 return i") == "(for i: (range[] '..' 4 2) i)");
  CHECK(shape_of("for i in [2..1] return i") == "(for i: (range[] 2 1) i)");
  CHECK(shape_of("for i in a, j in 1..n + 1 return i * j") ==
        "(for i: j: a (range[] '..' 1 (+ n 1)) (* i j))");
  CHECK(shape_of("some x in a, y in b satisfies x = y") == "(some x: y: a b (= x y))");
  CHECK(shape_of("every 企业 in 企业列表 satisfies 企业.签订率 >= 90%") ==
        "(every 企业: 企业列表 (>= (path '签订率' 企业) 0.9))");
}

TEST_CASE("types after instance of keep their text with blanks folded") {
  CHECK(shape_of("x instance of number") == "(instance 'number' x)");
  CHECK(shape_of("x instance of  date   and time") == "(instance 'date and time' x)");
  CHECK(shape_of("x instance of years and months duration and y") ==
        "(and (instance 'years and months duration' x) y)");
  CHECK(shape_of("x instance of list < days and time duration >") ==
        "(instance 'list<days and time duration>' x)");
  CHECK(shape_of("x instance of range<list<date>>") ==
        "(instance 'range<list<date>>' x)");
  CHECK(shape_of("x instance of function<>->Any") == "(instance 'function<> -> Any' x)");
  CHECK(shape_of("x instance of function<number,string> -> Any") ==
        "(instance 'function<number, string> -> Any' x)");
  CHECK(shape_of("x instance of context<a:number,b: list<date>>") ==
        "(instance 'context<a: number, b: list<date>>' x)");
  CHECK(shape_of("x instance of t.Member") == "(instance 't.Member' x)");
}

TEST_CASE("blanks and comments stand anywhere between tokens") {
  CHECK(shape_of(" \t\r\n a\n=\n1 ") == "(= a 1)");
  CHECK(shape_of("1 + // to the end of the line\n 2") == "(+ 1 2)");
  CHECK(shape_of("/* * / // */ 1 /**/ + /* \n */ 2 // end") == "(+ 1 2)");
  CHECK(shape_of("f /* */ ( /* */ a /* */ : 1)") == "(call 'f' a: 1)");
  CHECK(shape_of("a / b") == "(/ a b)");
  CHECK(shape_of("\"// no comment /*\"") == "\"// no comment /*\"");
}

TEST_CASE("the tests of a cell are a list of alternatives (DMN 1.5, grammar rule 17)") {
  CHECK(tests_shape("-") == "(any)");
  CHECK(tests_shape(" - ") == "(any)");
  CHECK(tests_shape(">= 1000") == "(tests (test>= 1000))");
  CHECK(tests_shape("[1..5)") == "(tests (range[) 1 5))");
  CHECK(tests_shape("\"a\",\"b\"") == "(tests \"a\" \"b\")");
  CHECK(tests_shape("-5, < -3%") == "(tests -5 (test< -0.03))");
  CHECK(tests_shape("not(1, > 5)") == "(tests not 1 (test> 5))");
  CHECK(tests_shape("not (\"a\")") == "(tests not \"a\")");
  CHECK(tests_shape("(not(a))") == "(tests (call 'not' a))");
  CHECK(tests_shape("? > 5 and ? < b") == "(tests (and (> (?) 5) (< (?) b)))");
  CHECK(tests_shape("true") == "(tests true)");
  CHECK(tests_shape("< 10, 20, (30..40]") == "(tests (test< 10) 20 (range(] 30 40))");
}

TEST_CASE("a node spans its text, brackets around it included") {
  const std::string text = " (a + b) * f(c) ";
  const auto p = parse(text);
  REQUIRE(p.tree);
  const auto spelled = [&](const node& n) {
    return text.substr(n.begin, n.end - n.begin);
  };
  CHECK(spelled(*p.tree) == "(a + b) * f(c)");
  CHECK(spelled(p.tree->children[0]) == "(a + b)");
  CHECK(spelled(p.tree->children[0].children[1]) == "b");
  CHECK(spelled(p.tree->children[1]) == "f(c)");
  const std::string other = "x in (1, 2) and y instance of list<date> or not([1..2]) ";
  const auto q = parse(other);
  REQUIRE(q.tree);
  CHECK(other.substr(q.tree->begin, q.tree->end) ==
        "x in (1, 2) and y instance of list<date> or not([1..2])");
  const node& both = q.tree->children[0];
  CHECK(other.substr(both.children[0].begin, both.children[0].end) == "x in (1, 2)");
  CHECK(other.substr(both.children[1].begin,
                     both.children[1].end - both.children[1].begin) ==
        "y instance of list<date>");
}

TEST_CASE("190 nested brackets of any kind parse within 5 ms each") {
  for (const auto& [open, close] : {std::pair{"(", ")"},
                                    {"[", "]"},
                                    {"f(", ")"},
                                    {"x in (", ")"},
                                    {"a[", "]"},
                                    {"not(", ")"},
                                    {"-(", ")"},
                                    {"[1..(", ")]"}}) {
    std::string text;
    const int levels = open[0] == '-' || open[1] == '1' ? 95 : 190;
    for (int i = 0; i < levels; ++i) text += open;
    text += "1";
    for (int i = 0; i < levels; ++i) text += close;
    auto fastest = std::chrono::microseconds::max();
    for (int i = 0; i < 10; ++i) {
      const auto begin = processor_time();
      REQUIRE(parse(text).tree);
      fastest = std::min(fastest, processor_time() - begin);
    }
    INFO(open);
    CHECK(fastest < patience);
  }
}

TEST_CASE("deeper nesting, longer chains and longer texts are refused, quickly") {
  norma::limits wide;
  wide.expression_bytes = 10'000'000;
  for (const std::string open :
       {"(", "[", "f(", "x in (", "a[", "-", "if a then b else ", "]", "for i in ",
        "x instance of list<", "(< ", "1 + "}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += open;
    INFO(open);
    const bool type = open.find('<') == open.size() - 1;
    if (type) {
      text = "x instance of ";
      for (int i = 0; i < 100'000; ++i) text += "list<";
    }
    if (open == "1 + ") text += '1';
    const auto begin = processor_time();
    const auto p = parse(text, {}, wide);
    CHECK(finding(p).substr(0, 5) == "N0305");
    CHECK(processor_time() - begin < 200 * patience);
  }
  CHECK(finding(std::string(64 * 1024 + 1, ' ')).substr(0, 5) == "N0304");
  CHECK(finding("1" + std::string(64 * 1024 - 1, ' ')) == "no error");
}

TEST_CASE("the bounds of depth and digits are those given") {
  norma::limits tight;
  tight.expression_depth = 3;
  tight.number_digits = 5;
  CHECK(finding(parse("((1))", {}, tight)) == "no error");
  CHECK(finding(parse("(((1)))", {}, tight)) == "N0305 3..4");
  CHECK(finding(parse("1 + 2 + 3", {}, tight)) == "no error");
  CHECK(finding(parse("1 + 2 + 3 + 4", {}, tight)) == "N0305 0..1");
  CHECK(finding(parse("1 + 12345", {}, tight)) == "no error");
  CHECK(finding(parse("1 + 123456", {}, tight)) == "N0323 4..10");
  CHECK(finding(parse("1e9", {}, tight)) == "N0323 0..3");
}

TEST_CASE("same_tree sees content and not places") {
  const auto tree = [](const char* text) { return parse(text).tree.value(); };
  CHECK(same_tree(tree("a+1"), tree("( a  +  1.0 )")));
  CHECK(same_tree(tree("90%"), tree("0.9")));
  CHECK_FALSE(same_tree(tree("a + 1"), tree("a + 2")));
  CHECK_FALSE(same_tree(tree("a + 1"), tree("b + 1")));
  CHECK_FALSE(same_tree(tree("a + 1"), tree("a - 1")));
  CHECK_FALSE(same_tree(tree("[1..2]"), tree("[1..2)")));
  CHECK_FALSE(same_tree(tree("[1..2]"), tree("(1..2]")));
  CHECK_FALSE(same_tree(tree("(< 1)"), tree("(<= 1)")));
  CHECK_FALSE(same_tree(tree("f(a: 1)"), tree("f(b: 1)")));
  CHECK_FALSE(same_tree(tree("f(1)"), tree("f(1, 1)")));
  CHECK_FALSE(
      same_tree(tree("for i in 1..2 return 1"), tree("for i in [1..2] return 1")));
  CHECK_FALSE(same_tree(*parse_tests("not(1)").tree, *parse_tests("1").tree));
}

}  // namespace norma_test::parse_test
