// SPDX-License-Identifier: Apache-2.0
#pragma once

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
#include <norma/value/cause_gatherer.hpp>
#include <norma/value/partial.hpp>

// The one evaluator. It walks the tree; names and literals are looked at where
// they lie, so that comparisons of facts copy and allocate nothing. Its two
// doors differ in `fail` alone.

namespace norma::expr::detail {

/// Kleene's `or` (or `and`) of any number of values, in any order: what
/// decides, else unknown, else null, else the other one.
class logic {
 public:
  logic(bool decisive, bool with_causes)
      : decisive_(decisive), with_causes_(with_causes) {}

  void add(const value& v) {
    if (const auto* b = v.boolean()) {
      if (*b == decisive_) decided_ = true;
    } else if (v.is_unknown()) {
      add_unknown(v.causes());
    } else {
      null_ = true;
    }
  }
  void add_unknown(const cause_list& causes) {
    unknown_ = true;
    if (with_causes_) causes_.add(causes);
  }

  [[nodiscard]] bool decided() const { return decided_; }
  [[nodiscard]] value result() const {
    if (decided_) return decisive_;
    if (unknown_) return value::unknown(causes_.all());
    return null_ ? value{} : value{!decisive_};
  }

 private:
  bool decisive_;
  bool with_causes_;
  bool decided_ = false;
  bool unknown_ = false;
  bool null_ = false;
  cause_gatherer causes_;
};

/// What `for`, `some`, `every`, filters and aggregates go through: a list as it
/// lies in its value, one made on the way, or the members of a range. An element
/// may be a *maybe* one: a filter did not know whether to keep it; and the list
/// may be open: there are, or may be, elements that were not given.
class sequence {
 public:
  /// No sequence: unknown or null, the result of whatever goes through it.
  [[nodiscard]] static sequence stop(value v) {
    sequence s;
    s.stopped = std::move(v);
    return s;
  }
  /// What a filter by a position gives: no sequence, but an element.
  [[nodiscard]] static sequence one(value v) {
    sequence s;
    s.element = std::move(v);
    return s;
  }
  [[nodiscard]] static sequence of(value list) {
    sequence s;
    s.holder_ = std::move(list);
    s.items_ = s.holder_.list();
    return s;
  }
  /// Of an open list.
  [[nodiscard]] static sequence of_open(value list) {
    sequence s;
    s.holder_ = std::move(list);
    s.open_ = open_list_of(s.holder_);
    s.items_ = &s.open_->items;
    return s;
  }
  [[nodiscard]] static sequence made(list_value items) {
    sequence s;
    s.owned_.items = std::move(items);
    return s;
  }
  [[nodiscard]] static sequence counting(value first, std::int64_t step, std::size_t n) {
    sequence s;
    s.holder_ = std::move(first);
    s.step_ = step;
    s.count_ = n;
    return s;
  }

  [[nodiscard]] std::size_t size() const {
    if (step_ != 0) return count_;
    return items_ != nullptr ? items_->size() : owned_.items.size();
  }
  /// The element; `scratch` holds one that is made on the way.
  [[nodiscard]] const value& at(std::size_t i, value& scratch) const {
    if (step_ == 0) return items_ != nullptr ? (*items_)[i] : owned_.items[i];
    const auto distance = step_ * static_cast<std::int64_t>(i);
    if (const auto* n = holder_.num()) {
      scratch = *n + number{distance};
    } else {
      const auto day = holder_.day()->plus_days(distance);
      scratch = day ? value{*day} : value{};
    }
    return scratch;
  }

  [[nodiscard]] bool is_maybe(std::size_t i) const { return list().is_maybe(i); }
  /// Some element may not belong, or there may be others.
  [[nodiscard]] bool any_maybe() const { return !list().maybe.empty(); }
  /// Why it is not known whether element `i` belongs.
  [[nodiscard]] const cause_list& doubt(std::size_t i) const { return list().doubts[i]; }
  /// The elements that were not given, or null.
  [[nodiscard]] const list_rest* rest() const {
    return list().rest ? &*list().rest : nullptr;
  }
  [[nodiscard]] bool is_open() const { return any_maybe() || rest() != nullptr; }
  /// Why it is not known what the sequence holds.
  [[nodiscard]] cause_list doubts() const {
    cause_gatherer all;
    for (std::size_t i = 0; i < list().doubts.size(); ++i)
      all.add(list().doubts[i]);
    if (rest() != nullptr) all.add(rest()->doubt);
    return all.all();
  }

  void add(value element) { owned_.items.push_back(std::move(element)); }
  /// Marks the element added last.
  void mark_maybe(cause_list why) {
    owned_.maybe.resize(owned_.items.size());
    owned_.doubts.resize(owned_.items.size());
    owned_.maybe.back() = true;
    owned_.doubts.back() = std::move(why);
  }
  void set_rest(list_rest rest) { owned_.rest = std::move(rest); }
  [[nodiscard]] list_value take() {
    return items_ != nullptr ? *items_ : std::move(owned_.items);
  }
  [[nodiscard]] open_list take_open() {
    return open_ != nullptr ? *open_ : std::move(owned_);
  }

  std::optional<value> stopped;
  std::optional<value> element;

 private:
  value holder_;
  [[nodiscard]] const open_list& list() const { return open_ != nullptr ? *open_ : owned_; }

  const list_value* items_ = nullptr;
  const open_list* open_ = nullptr;
  open_list owned_;
  std::int64_t step_ = 0;
  std::size_t count_ = 0;
};

class evaluator final : public call_frame {
 public:
  evaluator(const expression& e, const environment& env)
      : expression_(e), env_(env), at_(&e.tree) {}

  /// A node's value as `evaluate` hands it out.
  [[nodiscard]] value run(const node& n) { return finish(eval(n)); }
  [[nodiscard]] value run_tests(const node& tests, const value& subject);
  [[nodiscard]] rate_guard guard(const node& rate);
  [[nodiscard]] std::optional<std::vector<element_truth>> elements(const node& n);

  // What built-ins ask for.
  [[nodiscard]] value fail(std::string_view code,
                           std::initializer_list<error_word> words) override;
  [[nodiscard]] bool spend(std::size_t n) override {
    steps_ += n;
    if (steps_ > env_.bounds.evaluation_steps) exhausted_ = true;
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
  [[nodiscard]] value unknown_of(const value& a, const value& b) const {
    if (!env_.with_causes) return value::unknown();
    return value::unknown(merge(a.causes(), b.causes()));
  }
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
      case node_kind::literal:
        return n.literal;
      case node_kind::name:
        return look_up(n, scratch);
      case node_kind::path:
        return path_ref(n, scratch);
      case node_kind::input:
        if (subject_ != nullptr) return *subject_;
        break;
      default:
        break;
    }
    scratch = compute(n);
    return scratch;
  }
  [[nodiscard]] value compute(const node& n);
  [[nodiscard]] const value& look_up(const node& n, value& scratch);
  [[nodiscard]] const value& slot(const node& n, std::uint32_t index, value& scratch);
  [[nodiscard]] const value& path_ref(const node& n, value& scratch);
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
                              const category_type* by);
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
  [[nodiscard]] value no_divisor(const node& n, const number& above);
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
  std::size_t steps_ = 0;
  bool exhausted_ = false;
  std::vector<const value*> locals_;
  std::vector<const value*> elements_;
};

}  // namespace norma::expr::detail
