// SPDX-License-Identifier: Apache-2.0
#include <norma/expr/print.hpp>

#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "chance.hpp"
#include "tree.hpp"

namespace norma_test::print_test {

using norma::value;
using norma::expr::node;
using norma::expr::node_kind;
using norma::expr::parse;
using norma::expr::parse_tests;
using norma::expr::print;
using norma::expr::same_tree;
using norma::expr::shape;

namespace {

std::string printed(const std::string& text) {
  const auto p = parse(text);
  INFO(text);
  REQUIRE(p.tree);
  return print(*p.tree);
}

/// Random trees, each one that the parser can give.
class tree_maker {
 public:
  node expression(int depth) {
    if (depth == 0) return leaf();
    switch (pick(24)) {
      case 0: return of(node_kind::path, {expression(depth - 1)}, field());
      case 1: return call(depth);
      case 2: return of(node_kind::negate, {expression(depth - 1)});
      case 3: return of(node_kind::between, some(3, depth - 1));
      case 4:
      case 5: return membership(depth);
      case 6: return range(depth);
      case 7: return test(depth);
      case 8: return of(node_kind::list, some(pick(4), depth - 1));
      case 9: return of(node_kind::filter, some(2, depth - 1));
      case 10: return of(node_kind::conditional, some(3, depth - 1));
      case 11: return loop(node_kind::for_each, depth);
      case 12: return loop(node_kind::some, depth);
      case 13: return loop(node_kind::every, depth);
      case 14: return of(node_kind::instance_of, {expression(depth - 1)}, type());
      case 15: return leaf();
      default: return of(one(binary_), some(2, depth - 1));
    }
  }

  node cell() {
    if (pick(10) == 0) return of(node_kind::any_test, {});
    in_cell_ = true;
    node result = of(node_kind::unary_tests, {});
    result.negated = pick(3) == 0;
    const int count = 1 + pick(3);
    for (int i = 0; i < count; ++i)
      result.children.push_back(pick(2) == 0 ? test(2) : expression(2));
    return result;
  }

 private:
  static int pick(int count) { return norma_test::up_to(count - 1); }
  template <class T>
  static T one(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
  }
  static node of(node_kind kind, std::vector<node> children, std::string name = {}) {
    node made;
    made.kind = kind;
    made.children = std::move(children);
    made.name = std::move(name);
    return made;
  }
  std::vector<node> some(int count, int depth) {
    std::vector<node> made;
    for (int i = 0; i < count; ++i) made.push_back(expression(depth));
    return made;
  }

  node leaf() {
    switch (pick(in_cell_ ? 9 : 8)) {
      case 0: return literal(pick(2000) - 1000);
      case 1: return literal(*norma::number::ratio(pick(2000) - 1000, 80));
      case 2:
        return literal(
            *rc::gen::suchThat(rc::gen::string<std::string>(), [](const auto& s) {
              return norma::find_invalid_utf8(s) == std::string::npos;
            }));
      case 3: return literal(one(odd_));
      case 4: {
        const auto& [spelling, meant] = one(spelled_);
        node made = literal(meant);
        made.name = spelling;
        return made;
      }
      case 5: return of(node_kind::as_of, {});
      case 8: return of(node_kind::input, {});
      default: return of(node_kind::name, {}, name());
    }
  }
  static node literal(value v) {
    node made;
    made.literal = std::move(v);
    return made;
  }
  static std::string name() {
    return one<std::string>(
        {"a", "b2", "_c", "date", "time", "item", "of", "协调员人数"});
  }
  static std::string field() {
    return one<std::string>({"a", "签订率", "start included", "time offset", "year"});
  }
  static std::string type() {
    return one<std::string>({"number", "date and time", "list<range<date>>",
                             "function<> -> Any", "context<a: number, b: list<Any>>",
                             "days and time duration"});
  }

  node call(int depth) {
    node made =
        of(node_kind::call, some(pick(3), depth - 1),
           one<std::string>({"f", "not", "round half up", "date and time", "计数", ""}));
    if (made.name.empty()) {
      made.children.insert(made.children.begin(), expression(depth - 1));
    } else if (pick(4) == 0) {
      for (std::size_t i = 0; i < made.children.size(); ++i)
        made.names.push_back(one<std::string>({"n", "start position", "list"}));
    } else if (pick(8) == 0) {
      return of(node_kind::call, {literal("no \"date\"")}, "@");
    }
    return made;
  }
  node test(int depth) {
    node made = of(node_kind::comparison_range, {expression(depth - 1)});
    made.comparison = one(comparisons_);
    return made;
  }
  node membership(int depth) {
    node made = of(node_kind::in, {expression(depth - 1)});
    const int tests = 1 + pick(3);
    for (int i = 0; i < tests; ++i)
      made.children.push_back(pick(2) == 0 ? test(depth) : expression(depth - 1));
    return made;
  }
  node range(int depth) {
    node made = of(node_kind::range, some(2, depth - 1));
    made.low_included = pick(2) == 0;
    made.high_included = pick(2) == 0;
    return made;
  }
  node loop(node_kind kind, int depth) {
    node made = of(kind, {});
    const int iterators = 1 + pick(2);
    for (int i = 0; i < iterators; ++i) {
      made.names.push_back(name());
      node domain = expression(depth - 1);
      if (pick(2) == 0) {
        domain = of(node_kind::range, some(2, depth - 1), "..");
        domain.low_included = domain.high_included = true;
      }
      made.children.push_back(std::move(domain));
    }
    made.children.push_back(expression(depth - 1));
    return made;
  }

  bool in_cell_ = false;
  const std::vector<node_kind> comparisons_{node_kind::equal,   node_kind::not_equal,
                                            node_kind::less,    node_kind::less_equal,
                                            node_kind::greater, node_kind::greater_equal};
  const std::vector<node_kind> binary_{
      node_kind::add,          node_kind::subtract,   node_kind::multiply,
      node_kind::divide,       node_kind::power,      node_kind::conjunction,
      node_kind::disjunction,  node_kind::equal,      node_kind::not_equal,
      node_kind::less,         node_kind::less_equal, node_kind::greater,
      node_kind::greater_equal};
  const std::vector<value> odd_{{},
                                true,
                                false,
                                norma::date::parse("2023-06-30").value(),
                                norma::date_time::parse("2023-06-30T10:30:00.5").value(),
                                norma::time_of_day::parse("23:59:59").value(),
                                norma::months_duration{-14},
                                norma::months_duration{0},
                                norma::days_duration::of_days(-3),
                                norma::days_duration{90},
                                norma::number::parse("1e40").value(),
                                "\xE2\x80\xAE",
                                "\n\t\r\\\"",
                                "\x01\x7f",
                                "，\xF0\x9F\x92\xA9"};
  const std::vector<std::pair<std::string, value>> spelled_{
      {"90%", *norma::number::ratio(9, 10)},
      {"-5‰", *norma::number::ratio(-1, 200)},
      {"5万", 50'000},
      {"12个月", norma::months_duration{12}},
      {"-30天", norma::days_duration::of_days(-30)}};
};

void check_round_trip(const node& tree, bool cell) {
  const std::string text = print(tree);
  const auto again = cell ? parse_tests(text) : parse(text);
  RC_LOG() << text << '\n' << shape(tree) << '\n';
  if (!again.tree) RC_FAIL(render(again.diagnostics[0], norma::language::en));
  RC_LOG() << shape(*again.tree) << '\n';
  RC_ASSERT(same_tree(tree, *again.tree));
  RC_ASSERT(print(*again.tree) == text);
}

}  // namespace

TEST_CASE(
    "print writes one blank around operators and brackets only where they are needed") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"((a))", "a"},
      {"(a*b)+c", "a * b + c"},
      {"a*(b+c)", "a * (b + c)"},
      {"a-(b-c)", "a - (b - c)"},
      {"(a-b)-c", "a - b - c"},
      {"2**(3**2)", "2 ** (3 ** 2)"},
      {"(-a)**2", "-a ** 2"},
      {"-(a**2)", "-(a ** 2)"},
      {"-(5)", "-(5)"},
      {"-(-5)", "--5"},
      {"(-5)[1]", "(-5)[1]"},
      {"(a or b)and c", "(a or b) and c"},
      {"(a and b)or c", "a and b or c"},
      {"(a=b)=c", "(a = b) = c"},
      {"not((a))", "not(a)"},
      {"x in(<10)", "x in < 10"},
      {"x in((1),(<5))", "x in (1, < 5)"},
      {"x in (a or b)", "x in (a or b)"},
      {"]1..5[", "(1..5)"},
      {"[1..(l[1])]", "[1..(l[1])]"},
      {"(if a then b else c)+1", "(if a then b else c) + 1"},
      {"if a then(if b then c else d)else e", "if a then if b then c else d else e"},
      {"for i in 1..3 return i", "for i in 1..3 return i"},
      {"some x in(a)satisfies(x)", "some x in a satisfies x"},
      {"f(a:1,b:2)", "f(a: 1, b: 2)"},
      {"date  and\ntime(x)", "date and time(x)"},
      {"a≥90%", "a >= 90%"},
      {"1.50", "1.5"},
      {"0.0", "0"},
      {"10e23", "1000000000000000000000000"},
      {"10e24", "1e25"},
      {"1.20e30", "12e29"},
      {"1e-23", "0.00000000000000000000001"},
      {"10e-26", "1e-25"},
      {"-(12e-30)", "-(12e-30)"},
      {"(9e99).a", "9e99.a"},
      {"(9e99)[1]", "9e99[1]"},
      {"@\"P12M\"", "@\"P1Y\""},
      {"(f)(x)", "(f)(x)"},
      {"a between(1)and(2)", "a between 1 and 2"},
      {"x instance of list < number >", "x instance of list<number>"},
      {"(1).a", "1.a"},
      {"(a+b).c[1]", "(a + b).c[1]"},
      {"\"\\u0041\\\"\"", "\"A\\\"\""}};
  for (const auto& [text, wanted] : cases) CHECK(printed(text) == wanted);
}

TEST_CASE("a negation at the beginning of a cell is not mistaken for a call") {
  CHECK(print(*parse_tests("(not(a))").tree) == "(not(a))");
  CHECK(print(*parse_tests("not(a, < 5)").tree) == "not(a, < 5)");
  CHECK(print(*parse_tests("1, not(a)").tree) == "1, not(a)");
}

TEST_CASE(
    "what is printed of many short numbers is no longer than an expression may be") {
  std::string text = "9e2959";
  for (int i = 0; i < 40; ++i) text += " + 9e2959 - 1e-2959";
  CHECK(printed(text) == text);
}

TEST_CASE("what turns the direction of text is printed as an escape") {
  CHECK(printed("\"\\u202E\"") == "\"\\u202E\"");
}

TEST_CASE("a printed tree parses to the same tree, whatever the tree") {
  CHECK(rc::check("expressions", [] {
    tree_maker make;
    check_round_trip(make.expression(4), false);
  }));
  CHECK(rc::check("cells", [] {
    tree_maker make;
    check_round_trip(make.cell(), true);
  }));
}

TEST_CASE("CORE and PLUS cases from outside parse, and print to the same tree",
          "[.external]") {
  const char* path = std::getenv("NORMA_FEEL_CASES");
  if (path == nullptr || *path == '\0') {
    WARN("not run: NORMA_FEEL_CASES is not set");
    SUCCEED();
    return;
  }
  std::ifstream file(path);
  REQUIRE(file);
  int count = 0;
  const auto cases = nlohmann::json::parse(file);
  for (const auto& record : cases.at("records")) {
    const auto subset = record.at("subset").get<std::string>();
    const auto text = record.at("expression").get<std::string>();
    const auto p = parse(text);
    if (subset == "CORE" || subset == "PLUS") {
      INFO(text);
      CHECK(p.tree);
      ++count;
    }
    if (!p.tree) continue;
    const auto again = parse(print(*p.tree));
    INFO(text);
    CHECK((again.tree && same_tree(*p.tree, *again.tree)));
  }
  CHECK(count > 1000);
}

}  // namespace norma_test::print_test
