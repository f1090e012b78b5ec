// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>         // std::min
#include <cstddef>           // std::size_t
#include <cstdint>           // std::uint32_t
#include <initializer_list>  // std::initializer_list
#include <memory>            // std::make_shared
#include <optional>          // std::optional
#include <string_view>       // std::string_view
#include <utility>           // std::move
#include <vector>            // std::vector

#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/expr/impl/call_index.ipp>
#include <norma/expr/impl/compare.ipp>
#include <norma/expr/impl/sequence.ipp>
#include <norma/value/partial.hpp>

// The one evaluator. It walks the tree; names and literals are looked at where
// they lie, so that comparisons of facts copy and allocate nothing. Its two
// doors differ in `fail` alone.

namespace norma::expr::detail {

class evaluator final : public call_frame {
 public:
  evaluator(const expression& e, const environment& env)
      : expression_(e),
        env_(env),
        at_(&e.tree),
        most_steps_(env.account == nullptr
                        ? env.bounds.evaluation_steps
                        : std::min(env.bounds.evaluation_steps, env.account->left)) {}
  evaluator(const evaluator&) = delete;
  evaluator& operator=(const evaluator&) = delete;
  ~evaluator() {
    if (env_.account != nullptr) env_.account->left -= std::min(steps_, most_steps_);
  }

  /// A node's value as `evaluate` hands it out.
  [[nodiscard]] value run(const node& n) { return finish(eval(n)); }
  [[nodiscard]] value run_tests(const node& tests, const value& subject);
  [[nodiscard]] rate_guard guard(const node& rate);
  [[nodiscard]] std::optional<elements_seen> elements(const node& n);

  // What built-ins ask for.
  [[nodiscard]] value fail(std::string_view code,
                           std::initializer_list<error_word> words) override;
  [[nodiscard]] bool spend(std::size_t n) override {
    steps_ += n;
    if (steps_ > most_steps_) exhausted_ = true;
    return !exhausted_;
  }
  [[nodiscard]] const limits& bounds() const override { return env_.bounds; }
  [[nodiscard]] bool with_causes() const override { return env_.with_causes; }
  [[nodiscard]] date as_of() const override { return env_.as_of; }

 private:
  [[nodiscard]] value finish(value v);
  [[nodiscard]] value fail_at(const node& n, std::string_view code,
                              std::initializer_list<error_word> words) {
    at_ = &n;
    return fail(code, words);
  }
  [[nodiscard]] value error(std::string_view code, std::vector<std::string> arguments);
  [[nodiscard]] value unknown_of(const value& a, const value& b) const {
    if (!env_.with_causes) return value::unknown();
    return value::unknown(merge(a.causes(), b.causes()));
  }
  void tell_once(diagnostic d);
  /// A list or text that was made, unless it is beyond the limits.
  [[nodiscard]] value bounded(const node& n, value v);

  // Nodes.
  [[nodiscard]] value eval(const node& n) {
    value scratch;
    const value& v = ref(n, scratch);
    if (&v == &scratch) return scratch;
    return v;
  }
  [[nodiscard]] const value& ref(const node& n, value& scratch) {
    switch (n.kind) {
      case node_kind::literal: return n.literal;
      case node_kind::name: return look_up(n, scratch);
      case node_kind::path: return path_ref(n, scratch);
      case node_kind::input:
        if (subject_ != nullptr) return *subject_;
        break;
      default: break;
    }
    scratch = compute(n);
    return scratch;
  }
  [[nodiscard]] value compute(const node& n);
  [[nodiscard]] const value& look_up(const node& n, value& scratch);
  [[nodiscard]] const value& slot(const node& n, std::uint32_t index, value& scratch);
  [[nodiscard]] const value& path_ref(const node& n, value& scratch);
  [[nodiscard]] const value* field_of(const node& n, const record_value& record);
  [[nodiscard]] value property(const node& n, const value& object);
  [[nodiscard]] value projection(const node& n, const list_value& list);
  [[nodiscard]] value projection(const node& n, const open_list& list,
                                 const cause_list& causes);
  [[nodiscard]] list_value projected(const node& n, const list_value& list);
  [[nodiscard]] value connective(const node& n, bool decisive);
  [[nodiscard]] value conditional(const node& n);
  [[nodiscard]] value make_range(const node& n);
  [[nodiscard]] value make_comparison_range(const node& n);
  [[nodiscard]] value make_list(const node& n);
  [[nodiscard]] value instance_of(const node& n);

  // Comparison.
  [[nodiscard]] value compare(const node& n, node_kind op, const value& a, const value& b,
                              const category_type* by, bool strict = true);
  [[nodiscard]] value equal(const node& n, const value& a, const value& b, bool strict);
  [[nodiscard]] value negation(value v) const;
  [[nodiscard]] value comparison(const node& n);
  [[nodiscard]] value between(const node& n);
  [[nodiscard]] value membership(const node& n);
  [[nodiscard]] value input_tests(const node& n, const value& subject);
  [[nodiscard]] value test(const node& at, const value& subject, const node& t,
                           bool in_list);
  [[nodiscard]] value test_value(const node& at, const value& subject, const value& t,
                                 bool in_list);
  [[nodiscard]] value test_ends(const node& at, const value& subject, const value* low,
                                bool low_included, const value* high, bool high_included,
                                bool in_list);
  [[nodiscard]] value test_order(const node& at, node_kind op, const value& a,
                                 const value& b, bool in_list);

  // Arithmetic.
  [[nodiscard]] value arithmetic(const node& n);
  [[nodiscard]] value numeric(const node& n, const number& a, const number& b);
  [[nodiscard]] value no_divisor(const node& n, const value& above);
  [[nodiscard]] value raise(const node& n, const number& a, const number& b);
  [[nodiscard]] value add(const node& n, const value& a, const value& b);
  [[nodiscard]] value subtract(const node& n, const value& a, const value& b);
  [[nodiscard]] value multiply(const node& n, const value& a, const value& b);
  [[nodiscard]] value divide_by(const node& n, const value& a, const value& b);
  [[nodiscard]] value moved(const node& n, const value& point, const value& by, int sign);
  [[nodiscard]] value negate(const node& n);
  [[nodiscard]] value unknown_within(std::optional<number_bounds> bounds, value v) const;
  [[nodiscard]] value checked(const node& n, number result);
  [[nodiscard]] value checked_seconds(const node& n, number seconds);
  [[nodiscard]] value checked_months(const node& n, const number& months);
  [[nodiscard]] value mismatch(const node& n, const value& a, const value& b);

  // Lists.
  [[nodiscard]] sequence go_through(const node& n);
  [[nodiscard]] sequence spread(const node& n, value v);
  [[nodiscard]] sequence members_of(const node& n, const value& from, const value& to,
                                    bool low_included, bool high_included, bool any_way);
  [[nodiscard]] sequence filtered(const node& n);
  [[nodiscard]] std::optional<list_rest> filtered_rest(const node& condition,
                                                       const list_rest& rest);
  [[nodiscard]] cause_list doubts_of(const sequence& list) const;
  [[nodiscard]] value element_at(const node& n, const sequence& list, const value& place);
  [[nodiscard]] value predicate(const node& n, const value& element);
  [[nodiscard]] value filter(const node& n);
  [[nodiscard]] value quantified(const node& n, std::size_t iterator);
  [[nodiscard]] value for_each(const node& n);
  [[nodiscard]] bool collect(const node& n, std::size_t iterator, list_value& into,
                             value& stopped);

  // Calls.
  [[nodiscard]] value call(const node& n);
  [[nodiscard]] value call_function(const node& n, const builtin& b);
  [[nodiscard]] value call_with(const node& n, const builtin& b,
                                const builtin_overload& o, std::span<value> args);
  [[nodiscard]] value wrong_argument(const node& n, const builtin& b,
                                     const builtin_parameter& p, const value& v);
  [[nodiscard]] bool fit(value& v, const builtin_parameter& p) const;
  void gather_unknown(const value& v, bool deep, bool& found, cause_gatherer& causes);
  [[nodiscard]] value aggregate(const node& n, const builtin& b, const value& list,
                                value unknown);
  [[nodiscard]] value flattened(const value& list, value unknown);
  void flatten_known(const value& v, const cause_list* doubt, open_list& into);
  [[nodiscard]] value negated_call(const node& n);
  [[nodiscard]] value rate(const node& n);
  [[nodiscard]] value member_verdict(const node& n);

  const expression& expression_;
  const environment& env_;
  const node* at_;
  const value* subject_ = nullptr;
  const std::size_t most_steps_;
  std::size_t steps_ = 0;
  bool exhausted_ = false;
  std::vector<const value*> locals_;
  std::vector<const value*> elements_;
  struct known_place {
    const node* of;
    const record_shape* shape;
    std::size_t place;
  };
  std::vector<known_place> places_;  ///< of fields in records of one shape
};

}  // namespace norma::expr::detail
