// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find_if
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <memory>     // std::make_unique
#include <optional>   // std::optional
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::exchange, std::move
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/batch/impl/no_form.hpp>
#include <norma/batch/impl/steps.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/expr/print.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/parameter.hpp>

// From typed conditions to steps over columns. What has no step is told, and left to
// the scalar engine.

namespace norma::batch::detail {

using expr::node;
using expr::node_kind;

/// The comparison with its sides exchanged.
[[nodiscard]] inline node_kind turned(node_kind kind) {
  switch (kind) {
    case node_kind::less: return node_kind::greater;
    case node_kind::less_equal: return node_kind::greater_equal;
    case node_kind::greater: return node_kind::less;
    case node_kind::greater_equal: return node_kind::less_equal;
    default: return kind;
  }
}

/// So many words of a category have codes of 8 bits, and room is left for -1, none.
inline constexpr std::size_t most_words = 100;

/// Leaves every row of concern to the scalar engine.
class scalar_step final : public truth_step {
 public:
  void run(block& in, kleene out) const override {
    in.doubt_all();
    fill(out.yes, in.words(), false);
    fill(out.no, in.words(), false);
  }
};

/// What a plan keeps beside its steps: all that conditions read, and the checks.
struct plan_reads {
  read_scope units;
  std::vector<step_ptr> owned;                         ///< checks and cells
  std::vector<std::unique_ptr<fact_definition>> ends;  ///< of periods
};

/// Another value while it lives.
template <class T>
class for_now {
 public:
  for_now(T& of, T value) : of_(of), before_(std::exchange(of, std::move(value))) {}
  for_now(const for_now&) = delete;
  for_now& operator=(const for_now&) = delete;
  ~for_now() { of_ = std::move(before_); }

 private:
  T& of_;
  T before_;
};

class condition_compiler {
 public:
  condition_compiler(const vocabulary& words, date as_of, const limits& bounds,
                     plan_reads& to)
      : words_(words), as_of_(as_of), bounds_(bounds), to_(to) {
    values_.resize(words.slots.size());
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      values_[slot] = value::unknown();
      const auto* p = std::get_if<parameter>(&words.slots[slot]);
      const auto* given = p == nullptr ? nullptr : p->value_on(as_of);
      if (given != nullptr) values_[slot] = *given;
    }
  }

  /// Null, and `why()`, where there is no way in columns.
  [[nodiscard]] step_ptr compile(const expr::expression& e) {
    start();
    at_ = &e;
    return truth(e.tree);
  }
  /// After all conditions: what else may be in error of what they read.
  void read_elements_whole();
  /// The guard of the rate in it.
  [[nodiscard]] step_ptr compile_rate(const node& rate);
  [[nodiscard]] step_ptr fact(std::uint32_t slot);
  [[nodiscard]] const text& why() const { return why_; }
  /// What of the condition compiled last is done row by row although the rest is not;
  /// empty: nothing.
  [[nodiscard]] const text& note() const { return note_; }

 private:
  /// What names stand for: facts of the units, or fields of the elements of a list.
  struct element_scope {
    read_scope* reads = nullptr;
    const fact_definition* element = nullptr;
    std::vector<std::size_t> around = {};  ///< facts of the unit that are read
  };

  void start() {
    why_ = {};
    note_ = {};
  }
  step_ptr refuse(text why) {
    if (why_.empty()) why_ = std::move(why);
    return nullptr;
  }
  /// On the way to a fact it is the fact that is told.
  step_ptr refuse(const node& n) {
    const bool told = reading_ > 0 || !why_.empty();
    return told ? nullptr : refuse(no_form(expr::print(n)));
  }

  [[nodiscard]] bool is_closed(const node& n) const;
  [[nodiscard]] value closed_value(const node& n) const;
  [[nodiscard]] std::optional<number> closed_number(const node& n) const;

  /// Of a condition that has no step the innermost that has none is told.
  [[nodiscard]] step_ptr truth(const node& n) {
    step_ptr result = step_for(n);
    return result ? std::move(result) : refuse(n);
  }
  [[nodiscard]] step_ptr step_for(const node& n);
  [[nodiscard]] step_ptr join(bool conjunction, step_ptr a, step_ptr b);
  [[nodiscard]] step_ptr negate(step_ptr a);
  [[nodiscard]] step_ptr compare(node_kind kind, const node& left, const node& right);
  [[nodiscard]] step_ptr compare_sides(node_kind kind, const node& left,
                                       const node& right);
  [[nodiscard]] step_ptr compare_forms(node_kind kind, linear_form left,
                                       const linear_form& right);
  [[nodiscard]] step_ptr compare_count(node_kind kind, const node& call,
                                       const node& right);
  [[nodiscard]] step_ptr compare_ratio(node_kind kind, const node& n, const node& right);
  [[nodiscard]] step_ptr compare_category(node_kind kind, std::size_t fact,
                                          const expr::category_type& of,
                                          const node& right);
  [[nodiscard]] step_ptr compare_words(node_kind kind, std::size_t fact,
                                       const node& right);
  [[nodiscard]] step_ptr compare_booleans(node_kind kind, std::size_t fact,
                                          const node& right);
  [[nodiscard]] step_ptr is_in(const node& n);
  [[nodiscard]] step_ptr fits(const node& subject, const node& test);
  [[nodiscard]] step_ptr fits_range(const node& subject, const value& low,
                                    bool low_included, const value& high,
                                    bool high_included);
  [[nodiscard]] step_ptr quantifier(const node& n);
  [[nodiscard]] std::optional<linear_form> linear(const node& n);
  [[nodiscard]] linear_form gathered(const linear_form& of) const;
  [[nodiscard]] std::optional<linear_form> added(linear_form a, linear_form b);
  [[nodiscard]] bool multiply(linear_form& of, std::size_t count);
  [[nodiscard]] std::optional<std::size_t> pooled(const node& n);
  [[nodiscard]] std::optional<std::size_t> quantity(const node& n);
  [[nodiscard]] std::size_t elements_of(std::size_t pool);
  /// Null: a count.
  [[nodiscard]] const fact_definition* number_of(std::size_t place) const;
  [[nodiscard]] bool adds_up_to(const fact_definition& f, const linear_form& sum) const;
  [[nodiscard]] std::optional<std::size_t> moved(const node& n);
  [[nodiscard]] step_ptr compare_null(node_kind kind, const node& left);
  [[nodiscard]] std::optional<read_pool> read_pool_of(const node& n);
  [[nodiscard]] std::optional<std::size_t> pooled_field(std::size_t list,
                                                        const node* path);
  [[nodiscard]] element_step_ptr in_elements(std::size_t list, const node& condition);

  /// The place of the fact that the node names, in the scope it is of; nothing if it
  /// names none, or one that can not be read in columns.
  [[nodiscard]] std::optional<std::size_t> named(const node& n);
  [[nodiscard]] const fact_definition* definition(std::size_t place) const {
    return scope().facts[place].is;
  }
  [[nodiscard]] read_scope& scope() const {
    return elements_.empty() ? to_.units : *elements_.back().reads;
  }
  [[nodiscard]] std::optional<std::size_t> read_slot(std::uint32_t slot);
  [[nodiscard]] std::optional<std::size_t> read_outer(std::uint32_t slot);
  [[nodiscard]] std::optional<std::size_t> field(read_scope& of,
                                                 const fact_definition& f);
  [[nodiscard]] std::optional<std::size_t> field_named(read_scope& of,
                                                       const fact_definition& element,
                                                       const std::string& name);
  [[nodiscard]] read_fact given(const fact_definition& f);
  void read_elements_whole(read_fact& list);
  [[nodiscard]] bool read_checks(std::uint32_t slot, std::size_t place);
  [[nodiscard]] std::optional<std::uint32_t> day_in_doubt(std::uint32_t slot,
                                                          std::size_t place) const;
  void leave_to_rows(std::size_t check);
  void add_check(std::size_t place, step_ptr check);
  void read_lengths(std::uint32_t slot, std::size_t place);
  void read_agreements(std::uint32_t slot, std::size_t place);
  [[nodiscard]] step_ptr agreement(const fact_definition& f, std::size_t supplied);
  void note_of(std::uint32_t slot);
  [[nodiscard]] bool read_table_of(const fact_definition& f, std::size_t place);
  [[nodiscard]] bool read_value_of(const fact_definition& f, std::size_t place);
  [[nodiscard]] step_ptr test_cell(const expr::expression& cell, std::size_t input);
  [[nodiscard]] std::size_t end_of_period(read_scope& of, bool first);

  const vocabulary& words_;
  date as_of_;
  const limits& bounds_;
  plan_reads& to_;
  std::vector<value> values_;  ///< of parameters, by slot
  const expr::expression* at_ = nullptr;
  text why_, note_;
  std::map<std::uint32_t, text> notes_;    ///< of facts
  std::map<std::uint32_t, text> refused_;  ///< facts, and why
  std::map<std::uint32_t, std::optional<std::size_t>> places_;
  std::map<const expr::expression*, std::size_t> checks_;
  std::set<std::size_t> checks_by_rows_;  ///< places of those without a step
  std::vector<element_scope> elements_;
  std::optional<std::size_t> subject_;  ///< `?` of a cell
  /// An aggregate that is compiled: its place, and the note that goes with it.
  struct known_pool {
    std::size_t place = 0;
    text note;
  };
  std::map<std::string, known_pool> pools_;  ///< by text
  std::size_t table_cells_ = 0;              ///< of all tables that became columns
  std::size_t reading_ = 0;                  ///< facts that are not read to their end yet
  bool null_matters_ = false;                ///< as in `read_pool`
};

}  // namespace norma::batch::detail
