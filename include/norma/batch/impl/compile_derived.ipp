// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::all_of, std::any_of
#include <cstdint>    // std::int32_t
#include <optional>   // std::optional
#include <utility>    // std::move

#include <norma/batch/impl/compile.hpp>
#include <norma/batch/impl/compile_facts.ipp>

// What derives facts: conditions, sums and tables.

namespace norma::batch::detail {

inline step_ptr condition_compiler::test_cell(const expr::expression& cell,
                                              std::size_t input) {
  const node& tests = cell.tree;
  if (tests.kind != node_kind::unary_tests) return nullptr;
  const for_now here(at_, &cell);
  const for_now tested(subject_, std::optional{input});
  node subject;
  subject.kind = node_kind::input;
  subject.checked_type = definition(input)->type;
  step_ptr result;
  for (std::size_t i = 0; i < tests.children.size(); ++i) {
    step_ptr one = fits(subject, tests.children[i]);
    if (!one) {
      result = nullptr;
      break;
    }
    result = i == 0 ? std::move(one) : join(false, std::move(result), std::move(one));
  }
  if (result && tests.negated) result = negate(std::move(result));
  return result;
}

/// True if the sum is what the fact is declared to be, its range aside, wherever it is
/// known: of whole numbers, and of no more decimals.
inline bool condition_compiler::adds_up_to(const fact_definition& f,
                                           const linear_form& sum) const {
  // What is divided by a count is on no scale.
  if (sum.over || sum.parts.empty() || !sum.constant.is_integer()) return false;
  const bool alone = sum.parts.size() == 1 && sum.constant.sign() == 0 &&
                     sum.parts.front().factor == number{1};
  return std::all_of(sum.parts.begin(), sum.parts.end(), [&](const auto& part) {
    const fact_definition* of = number_of(part.fact);
    const bool counts = of == nullptr || of->declared == fact_type::count;
    if (f.declared == fact_type::date)
      return alone && !counts && of->declared == f.declared;
    if (!part.factor.is_integer()) return false;
    if (counts || (f.declared == fact_type::number && !f.scaled)) return true;
    return f.declared != fact_type::count && of->scaled && of->scale <= f.scale;
  });
}

/// A boolean by a condition, a number or a day by a sum.
inline bool condition_compiler::read_value_of(const fact_definition& f,
                                              std::size_t place) {
  const for_now here(at_, &*f.value);
  bool done = false;
  if (f.declared == fact_type::boolean) {
    step_ptr step = truth(f.value->tree);
    done = step != nullptr;
    to_.units.facts[place].computed = step.get();
    if (done) to_.owned.push_back(std::move(step));
  } else if (is_numeric(f.declared) || f.declared == fact_type::date) {
    const for_now matters(null_matters_, true);
    auto sum = linear(f.value->tree);
    done = sum && adds_up_to(f, *sum);
    if (done) {
      read_fact& fact = to_.units.facts[place];
      fact.loose = std::any_of(sum->parts.begin(), sum->parts.end(), [&](const auto& p) {
        return to_.units.facts[p.fact].loose;
      });
      fact.sum = std::move(sum);
    }
  }
  return done;
}

inline bool condition_compiler::read_table_of(const fact_definition& f,
                                              std::size_t place) {
  const table& from = *f.from_table;
  // Each cell becomes a step of its own, for each fact: more of them take memory.
  constexpr std::size_t most_cells = 50'000;
  const std::size_t size = from.rows.size() * f.table_inputs.size();
  if (size > most_cells - table_cells_) return false;
  table_cells_ += size;
  if (!f.type.category || f.type.category->values.size() > most_words) return false;
  std::vector<std::size_t> inputs;
  for (const std::uint32_t slot : f.table_inputs) {
    const auto input = read_slot(slot);
    if (!input) return false;
    inputs.push_back(*input);
  }
  read_table made;
  made.first = from.hit == hit_policy::first;
  made.outcomes = f.type.category->values.size();
  for (const table_row& row : from.rows) {
    read_table::row cells;
    const std::string* id = row.gives.string();
    const auto rank = id == nullptr ? std::nullopt : f.type.category->rank(*id);
    if (!rank) return false;
    cells.gives = static_cast<std::int32_t>(*rank);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].tree.kind == node_kind::any_test) continue;
      step_ptr step = test_cell(row.cells[i], inputs[i]);
      if (!step) return false;
      cells.cells.push_back(step.get());
      to_.owned.push_back(std::move(step));
    }
    made.rows.push_back(std::move(cells));
  }
  to_.units.facts[place].table = to_.units.tables.size();
  to_.units.tables.push_back(std::move(made));
  return true;
}

}  // namespace norma::batch::detail
