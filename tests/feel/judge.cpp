// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>

namespace norma_feel {

namespace {

using norma::value;

bool same(const value& a, const value& b);

bool same_lists(const norma::list_value& a, const norma::list_value& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return false;
  return true;
}

bool same(const value& a, const value& b) {
  if (a.num() != nullptr && b.num() != nullptr) {
    const auto gap = *a.num() - *b.num();
    return (gap.sign() < 0 ? -gap : gap) < norma::number::ratio(1, 100'000'000).value();
  }
  if (a.list() != nullptr && b.list() != nullptr) return same_lists(*a.list(), *b.list());
  return a.same_as(b);
}

struct evaluation {
  value result;
  std::vector<norma::diagnostic> errors;
  bool refused = false;  ///< was not evaluated
};

evaluation evaluate(const feel_case& c, norma::expr::door through) {
  norma::expr::scope names;
  std::vector<value> slots;
  for (const auto& [name, input] : c.inputs) {
    names[name] = {norma::expr::type{}, static_cast<std::uint32_t>(slots.size())};
    slots.push_back(*input.of);
  }
  norma::expr::check_options options;
  options.through = through;
  options.exact = false;
  auto compiled = norma::expr::compile(c.expression, names, options);
  if (!compiled.result) return {value{}, std::move(compiled.diagnostics), true};
  evaluation result;
  norma::expr::environment env;
  env.slots = slots;
  env.through = through;
  env.diagnostics = &result.errors;
  result.result = norma::expr::evaluate(*compiled.result, env);
  return result;
}

std::string describe(const evaluation& e) {
  auto result = e.result.to_string();
  for (std::size_t i = 0; i < e.errors.size(); ++i)
    result += (i == 0 ? " with " : ", ") + e.errors[i].code;
  return result;
}

std::string describe_expected(const feel_case& c) {
  if (!c.expected.of) return c.expected.text;
  const auto text = c.expected.of->to_string();
  return c.expects == expectation::error ? text + " with an error" : text;
}

bool meets(const evaluation& e, const feel_case& c) {
  switch (c.expects) {
    case expectation::error: return e.result.is_null() && !e.errors.empty();
    case expectation::null: return e.result.is_null();
    case expectation::unknown: return e.result.is_unknown();
    case expectation::value: break;
  }
  return c.expected.of && same(e.result, *c.expected.of);
}

}  // namespace

outcome judge(const feel_case& c) {
  outcome result;
  result.expected = describe_expected(c);
  for (const auto& [name, input] : c.inputs)
    if (!input.of) {
      result.found = "not run: no value of this engine is " + name + " = " + input.text;
      return result;
    }
  const auto e = evaluate(c, norma::expr::door::feel);
  result.found = describe(e);
  result.passed = meets(e, c);
  result.unasked_error =
      result.passed && c.expects != expectation::error && !e.errors.empty();
  if (!e.errors.empty()) return result;
  const auto packed = evaluate(c, norma::expr::door::pack);
  const auto text = packed.result.to_string();
  if (!packed.refused && text != e.result.to_string()) result.at_pack_door = text;
  return result;
}

}  // namespace norma_feel
