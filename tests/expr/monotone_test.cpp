// SPDX-License-Identifier: Apache-2.0
#include <array>   // std::array
#include <string>  // std::string
#include <vector>  // std::vector

#include <rapidcheck.h>

#include "catch.hpp"
#include "expr/workbench.hpp"

// Giving a value to what was unknown never changes what was decided, and the
// order in which conditions stand never changes anything (design section 3, 4).

using norma::value;
using workbench::bench;
using workbench::missing;

namespace {

/// A condition over the facts of the bench, as text.
rc::Gen<std::string> condition(int depth);

rc::Gen<std::string> amount(int depth) {
  const auto leaf =
      rc::gen::element<std::string>("a", "b", "c", "0", "1", "2", "3", "count(numbers)",
                                    "total(numbers)", "count(numbers[item > a])");
  if (depth == 0) return leaf;
  return rc::gen::oneOf(
      leaf,
      rc::gen::map(
          rc::gen::tuple(amount(depth - 1),
                         rc::gen::element<std::string>(" + ", " - ", " * ", " / "),
                         amount(depth - 1)),
          [](const std::tuple<std::string, std::string, std::string>& t) {
            return '(' + std::get<0>(t) + std::get<1>(t) + std::get<2>(t) + ')';
          }),
      rc::gen::map(
          rc::gen::tuple(condition(depth - 1), amount(depth - 1), amount(depth - 1)),
          [](const std::tuple<std::string, std::string, std::string>& t) {
            return "(if " + std::get<0>(t) + " then " + std::get<1>(t) + " else " +
                   std::get<2>(t) + ')';
          }));
}

rc::Gen<std::string> condition(int depth) {
  const auto leaf = rc::gen::element<std::string>("p", "q", "r", "(a > b)", "(c = 1)");
  if (depth == 0) return leaf;
  using three = std::tuple<std::string, std::string, std::string>;
  const auto between = [](const three& t) {
    return '(' + std::get<0>(t) + " between " + std::get<1>(t) + " and " +
           std::get<2>(t) + ')';
  };
  const auto infix = [](const three& t) {
    return '(' + std::get<0>(t) + std::get<1>(t) + std::get<2>(t) + ')';
  };
  return rc::gen::oneOf(
      leaf,
      rc::gen::map(rc::gen::tuple(condition(depth - 1),
                                  rc::gen::element<std::string>(" and ", " or ", " = "),
                                  condition(depth - 1)),
                   infix),
      rc::gen::map(rc::gen::tuple(amount(depth - 1),
                                  rc::gen::element<std::string>(" < ", " <= ", " > ",
                                                                " >= ", " = ", " != "),
                                  amount(depth - 1)),
                   infix),
      rc::gen::map(
          rc::gen::tuple(amount(depth - 1), amount(depth - 1), amount(depth - 1)),
          between),
      rc::gen::map(condition(depth - 1),
                   [](const std::string& c) { return "not(" + c + ')'; }),
      rc::gen::map(rc::gen::pair(amount(depth - 1), amount(depth - 1)),
                   [](const std::pair<std::string, std::string>& t) {
                     return '(' + t.first + " in (" + t.second + ", < 1, [2..3)))";
                   }),
      rc::gen::map(rc::gen::pair(rc::gen::element<std::string>("some", "every"),
                                 condition(depth - 1)),
                   [](const std::pair<std::string, std::string>& t) {
                     return '(' + t.first +
                            " x in numbers[item >= b] satisfies (x > c or " + t.second +
                            "))";
                   }),
      rc::gen::map(amount(depth - 1),
                   [](const std::string& n) { return "([a, " + n + "] = [1, b])"; }));
}

const std::array<const char*, 6> facts{"a", "b", "c", "p", "q", "r"};

struct world {
  std::vector<value> known;     ///< one a fact
  std::vector<value> elements;  ///< of `numbers`
  std::vector<bool> hidden;     ///< facts, then elements
};

rc::Gen<value> number_value() {
  return rc::gen::map(rc::gen::inRange(-1, 4), [](int n) { return value{n}; });
}

world any_world() {
  world w;
  for (std::size_t i = 0; i < facts.size(); ++i)
    w.known.push_back(i < 3 ? *number_value() : value{*rc::gen::arbitrary<bool>()});
  const auto size = *rc::gen::inRange<std::size_t>(0, 4);
  for (std::size_t i = 0; i < size; ++i)
    w.elements.push_back(*number_value());
  w.hidden = *rc::gen::container<std::vector<bool>>(facts.size() + size,
                                                    rc::gen::arbitrary<bool>());
  return w;
}

/// Facts and elements that are hidden and not yet among the first `shown` stay
/// unknown.
void enter(bench& work, const world& w, std::size_t shown) {
  std::size_t at = 0;
  const auto pick = [&](const value& v) {
    const bool hide = w.hidden[at] && at >= shown;
    ++at;
    return hide ? missing("fact" + std::to_string(at)) : v;
  };
  for (std::size_t i = 0; i < facts.size(); ++i)
    work.set(facts[i], pick(w.known[i]));
  norma::list_value list;
  for (const auto& element : w.elements)
    list.push_back(pick(element));
  work.set("numbers", list);
}

}  // namespace

TEST_CASE("a value for what was unknown never changes what was decided") {
  bench work;
  CHECK(rc::check("information is monotone", [&] {
    const auto text = *condition(3);
    const auto w = any_world();
    const auto compiled = work.compile(text);
    RC_PRE(compiled.result.has_value());  // not where it divides by a written 0
    value before;
    for (std::size_t shown = 0; shown <= w.hidden.size(); ++shown) {
      enter(work, w, shown);
      auto now = norma::expr::evaluate(*compiled.result, work.environment());
      RC_ASSERT(now.is_unknown() || now.boolean() != nullptr);
      if (shown > 0 && before.boolean() != nullptr) RC_ASSERT(now.same_as(before));
      before = std::move(now);
    }
  }));
}

TEST_CASE("the order of conditions changes neither result nor causes") {
  bench work;
  CHECK(rc::check("and, or commute", [&] {
    const auto left = *condition(2);
    const auto right = *condition(2);
    const auto op = *rc::gen::element<std::string>(" and ", " or ", " = ", " != ");
    RC_PRE(work.compile(left).result && work.compile(right).result);
    enter(work, any_world(), 0);
    RC_ASSERT(work.show('(' + left + ')' + op + '(' + right + ')') ==
              work.show('(' + right + ')' + op + '(' + left + ')'));
  }));
}

TEST_CASE("causes do not change values") {
  bench work;
  CHECK(rc::check("with and without", [&] {
    const auto text = *condition(3);
    RC_PRE(work.compile(text).result.has_value());
    enter(work, any_world(), 0);
    work.with_causes = true;
    const auto with = work.run(text);
    work.with_causes = false;
    const auto without = work.run(text);
    RC_ASSERT(with.is_unknown() == without.is_unknown());
    if (!with.is_unknown()) RC_ASSERT(with.same_as(without));
    RC_ASSERT(without.causes() == nullptr);
  }));
}
