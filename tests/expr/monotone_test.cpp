// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::max
#include <array>      // std::array
#include <optional>   // std::nullopt
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <rapidcheck.h>

#include <norma/value/partial.hpp>

#include "catch.hpp"
#include "chance.hpp"
#include "expr/workbench.hpp"

// Giving a value to what was unknown never changes what was decided, and the
// order in which conditions stand never changes anything (design section 3, 4).

namespace norma_test::monotone_test {

using norma::value;
using norma_test::up_to;
using workbench::bench;
using workbench::missing;

namespace {

/// A condition over the facts of the bench, as text.
rc::Gen<std::string> condition(int depth);

rc::Gen<std::string> amount(int depth) {
  const auto leaf = rc::gen::element<std::string>(
      "a", "b", "c", "0", "1", "2", "3", "count(numbers)", "total(numbers)",
      "count(numbers[item > a])", "total(numbers[item > a])", "min(numbers)",
      "max(numbers[item < b])", "mean(numbers)", "count(numbers[item > a][item < c])",
      "count(flatten([numbers, [a]]))", "min(flatten([numbers[item > a], [b]]))",
      "(-total(numbers))");
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
  bool bounded = false;         ///< elements that are hidden have bounds
  std::size_t reported = 0;     ///< elements that are given at first
  bool counted = false;         ///< how many others there are is known
};

rc::Gen<value> number_value() {
  return rc::gen::exec([] { return value{up_to(4) - 1}; });
}

world any_world() {
  world w;
  for (std::size_t i = 0; i < facts.size(); ++i)
    w.known.push_back(i < 3 ? *number_value() : value{*rc::gen::arbitrary<bool>()});
  const auto size = static_cast<std::size_t>(up_to(3));
  for (std::size_t i = 0; i < size; ++i) w.elements.push_back(*number_value());
  w.hidden = *rc::gen::container<std::vector<bool>>(facts.size() + size,
                                                    rc::gen::arbitrary<bool>());
  w.bounded = *rc::gen::arbitrary<bool>();
  w.reported = static_cast<std::size_t>(up_to(static_cast<int>(size)));
  w.counted = *rc::gen::arbitrary<bool>();
  return w;
}

/// A hidden element: with bounds that all elements have, or those of its own.
value hidden_element(const world& w, const std::string& name, const value* own) {
  norma::partial_value known;
  known.bounds = norma::number_bounds{norma::number{-1}, norma::number{3}};
  if (own != nullptr) known.bounds->high = *own->num() + norma::number{1};
  known.in_aggregate_only = true;
  const auto why = missing(name);
  return w.bounded ? value::unknown(why.causes(), std::move(known)) : why;
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
  for (std::size_t i = 0; i < facts.size(); ++i) work.set(facts[i], pick(w.known[i]));
  norma::list_value list;
  const auto seen = std::max(w.reported, shown);
  for (std::size_t i = 0; i < w.elements.size(); ++i) {
    auto element = pick(w.elements[i]);
    if (element.is_unknown())
      element = hidden_element(w, "element" + std::to_string(i), &w.elements[i]);
    if (i < seen) list.push_back(std::move(element));
  }
  // The list is closed when everything is shown.
  if (list.size() == w.elements.size() && (w.counted || shown == w.hidden.size()))
    return work.set("numbers", list);
  norma::partial_value known;
  known.list.emplace();
  known.list->rest = norma::list_rest{hidden_element(w, "others", nullptr), std::nullopt,
                                      false, missing("others").causes()};
  if (w.counted) known.list->rest->count = w.elements.size() - list.size();
  known.list->items = std::move(list);
  work.set("numbers", value::unknown(missing("others").causes(), std::move(known)));
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

}  // namespace norma_test::monotone_test
