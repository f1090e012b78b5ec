// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::max, std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <optional>   // std::nullopt
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/batch/impl/condition_nodes.ipp>
#include <norma/expr/ast.hpp>
#include <norma/expr/type.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/table.hpp>

// What conditions take at most in steps of the scalar engine, whatever is given: lists
// that are given left aside, since steps grow with them (list_bounds.ipp).

namespace norma::batch::detail {

/// Of a node: what it takes, and how large that is what it gives.
struct node_cost {
  std::size_t steps = 0;
  std::size_t items = 1;   ///< of a list that is written or made
  std::size_t digits = 0;  ///< of the longest number, above and below the line
  bool quotient = false;   ///< what is below the line may be of any length
};

class condition_costs {
 public:
  /// `digits`: of the longest number that there may be.
  condition_costs(const vocabulary& words, std::size_t digits)
      : words_(words), most_digits_(digits) {
    for (const auto& slot : words.slots) note_given(slot);
    for (const std::uint32_t slot : words.derived) note_derived(slot);
  }

  [[nodiscard]] std::size_t steps_of(const expr::node& n) { return of(n).steps; }
  [[nodiscard]] std::size_t steps_of(const table& t) {
    std::size_t all = 0;
    for (const table_row& row : t.rows) {
      for (const auto& cell : row.cells) all = plus(all, steps_of(cell.tree));
    }
    return all;
  }

  /// Something may be longer than all that is reckoned with: a text that is put together
  /// or written, a product of a whole list, results that rest on those before.
  [[nodiscard]] bool unbounded() const { return unbounded_; }
  /// Steps grow with the texts that are given: where they are only compared with words
  /// that are written, these are as far as it goes.
  [[nodiscard]] bool grows_with_texts() const { return grows_with_texts_; }

 private:
  void note(const value& v, std::size_t& digits) {
    if (const auto* n = v.num()) digits = std::max(digits, digits_of(*n));
    if (const auto* s = v.string()) unbounded_ |= s->size() > most_text_bytes;
    if (const auto* list = v.list()) {
      unbounded_ |= list->size() > 1;  // a parameter that is a list
      for (const value& each : *list) note(each, digits);
    }
  }
  [[nodiscard]] std::size_t digits_of(const number& n) const {
    return std::min(n.digits(), most_digits_);
  }

  void note_given(const std::variant<fact_definition, parameter>& slot) {
    std::size_t digits = digits_given;
    if (const auto* p = std::get_if<parameter>(&slot)) {
      digits = 0;
      for (const auto& each : p->values) note(each.content, digits);
      if (p->supposed) note(*p->supposed, digits);
    } else {
      const auto& f = std::get<fact_definition>(slot);
      if (f.element) note_fields(*f.element);
      if (const auto* category = f.type.category.get()) {
        for (const auto& [id, label] : category->values)
          unbounded_ |= id.size() > most_text_bytes;
      }
    }
    digits_of_slots_.push_back(digits);
  }
  /// Fields that are derived rest on each other: each as on the longest before it.
  void note_fields(const fact_definition& element) {
    for (const fact_definition& field : element.fields) {
      if (field.value) {
        digits_of_fields_ = std::max(digits_of_fields_, of(field.value->tree).digits);
      }
      if (field.element) note_fields(*field.element);
    }
  }
  void note_derived(std::uint32_t slot) {
    const fact_definition* f = words_.fact(slot);
    if (f == nullptr) return;
    std::size_t& digits = digits_of_slots_[slot];
    if (f->value) digits = std::max(digits, of(f->value->tree).digits);
    if (!f->from_table) return;
    for (const table_row& row : f->from_table->rows) note(row.gives, digits);
  }

  [[nodiscard]] node_cost of(const expr::node& n) {
    using expr::node_kind;
    grows_with_texts_ |= detail::grows_with_texts(n);
    switch (n.kind) {
      case node_kind::literal: {
        node_cost result{steps_of_node, 1, 0};
        note(n.literal, result.digits);
        return result;
      }
      case node_kind::name: {
        const std::size_t digits = digits_of_name(n);
        return {steps_of_node, 1, digits, digits > digits_given};
      }
      case node_kind::for_each:
      case node_kind::some:
      case node_kind::every: return of_iteration(n);
      case node_kind::filter: return of_filter(n);
      case node_kind::list: return of_list(n);
      case node_kind::call: return of_call(n);
      case node_kind::add:
      case node_kind::subtract:
      case node_kind::multiply:
      case node_kind::divide:
      case node_kind::power: return of_arithmetic(n);
      case node_kind::path: {
        node_cost result = of(n.children[0]);
        result.steps = plus(result.steps, times(steps_of_node, result.items));
        result.digits = std::max(result.digits, digits_of_fields_);
        return result;
      }
      default: break;
    }
    node_cost result{steps_of_node, 1, 0};
    for (const expr::node& child : n.children) {
      const node_cost each = of(child);
      // A list is compared, or looked through, element by element.
      result.steps = plus(result.steps, plus(each.steps, times(4, each.items - 1)));
      result.items = std::max(result.items, each.items);
      result.digits = std::max(result.digits, each.digits);
      result.quotient |= each.quotient;
    }
    if (result.digits > digits_free)
      result.steps = plus(result.steps, times(result.items, result.digits / 2));
    return result;
  }

  [[nodiscard]] std::size_t digits_of_name(const expr::node& n) const {
    switch (n.bound) {
      case expr::binding::slot:
        return n.index < digits_of_slots_.size() ? digits_of_slots_[n.index]
                                                 : digits_given;
      case expr::binding::local:
        return n.index < digits_of_locals_.size() ? digits_of_locals_[n.index]
                                                  : digits_given;
      default: return std::max(digits_of_fields_, digits_of_elements_);
    }
  }

  /// To keep an element of the list that a node makes.
  [[nodiscard]] static std::size_t steps_of_element(const expr::node& n) {
    const auto& of = n.checked_type.element;
    return steps_of_made_list + (!of || may_be_text(*of) ? steps_of_held_text : 0);
  }

  [[nodiscard]] node_cost of_iteration(const expr::node& n) {
    const bool makes = n.kind == expr::node_kind::for_each;
    unbounded_ |= makes && rests_on_before(n.children.back());
    node_cost result{steps_of_node, 1, 0};
    const std::size_t outer = digits_of_locals_.size();
    for (std::size_t i = 0; i + 1 < n.children.size(); ++i) {
      const node_cost domain = of(n.children[i]);
      result.steps = plus(result.steps, times(result.items, domain.steps));
      result.items = times(result.items, domain.items);
      digits_of_locals_.push_back(std::max(domain.digits, digits_given));
    }
    const node_cost body = of(n.children.back());
    digits_of_locals_.resize(outer);
    const std::size_t own = makes ? steps_of_element(n) : steps_of_node;
    result.steps = plus(result.steps, times(result.items, plus(own, body.steps)));
    result.items = makes ? times(result.items, body.items) : 1;
    result.digits = body.digits;
    result.quotient = body.quotient;
    return result;
  }

  [[nodiscard]] node_cost of_filter(const expr::node& n) {
    node_cost result = of(n.children[0]);
    const std::size_t outer = digits_of_elements_;
    digits_of_elements_ = std::max(outer, result.digits);
    const node_cost condition = of(n.children[1]);
    digits_of_elements_ = outer;
    result.steps = plus(result.steps,
                        times(result.items, plus(condition.steps, steps_of_element(n))));
    return result;
  }

  [[nodiscard]] node_cost of_list(const expr::node& n) {
    node_cost result{steps_of_node, 0, 0};
    for (const expr::node& child : n.children) {
      const node_cost each = of(child);
      const std::size_t held = may_be_text(child.checked_type) ? steps_of_held_text : 4;
      result.steps = plus(result.steps, plus(each.steps, times(held, each.items)));
      result.steps = plus(result.steps, times(each.items, each.digits / 4));
      result.items = plus(result.items, each.items);
      result.digits = std::max(result.digits, each.digits);
      result.quotient |= each.quotient;
    }
    result.items = std::max<std::size_t>(result.items, 1);
    return result;
  }

  [[nodiscard]] node_cost of_arithmetic(const expr::node& n) {
    using expr::node_kind;
    const node_cost a = of(n.children[0]);
    const node_cost b = of(n.children[1]);
    unbounded_ |= n.kind == node_kind::add && may_be_text(n.checked_type);
    node_cost result{plus(steps_of_node, plus(a.steps, b.steps)), 1, 0};
    const std::size_t together = a.digits + b.digits;
    const bool adds = n.kind == node_kind::add || n.kind == node_kind::subtract;
    result.quotient = a.quotient || b.quotient || n.kind == node_kind::divide ||
                      n.kind == node_kind::power;
    result.digits =
        adds && !result.quotient ? std::max(a.digits, b.digits) + 1 : together + 1;
    if (n.kind == node_kind::power) {
      const auto* exponent = n.children[1].literal.num();
      const auto whole = exponent != nullptr ? exponent->to_int64() : std::nullopt;
      const bool few = whole && *whole >= -64 && *whole <= 64;
      result.digits = few ? times(a.digits + 1,
                                  static_cast<std::size_t>(*whole < 0 ? -*whole : *whole))
                          : most_digits_;
      if (!few) result.steps = plus(result.steps, steps_of_real);
    }
    result.digits = std::min(result.digits, most_digits_);
    const std::size_t wide =
        adds && !result.quotient ? result.digits : std::max(together, result.digits);
    if (wide > digits_free)
      result.steps = plus(result.steps, 12 + times(wide, wide) / 2'500 + wide / 8);
    return result;
  }

  [[nodiscard]] node_cost of_call(const expr::node& n) {
    node_cost result{steps_of_node, 0, 0};
    for (const expr::node& child : n.children) {
      const node_cost each = of(child);
      const bool text = may_be_text(child.checked_type);
      const std::size_t held = may_be_list(child) ? 16 + each.digits / 4 : 0;
      result.steps = plus(result.steps, each.steps + (text ? steps_of_text : 0));
      result.steps = plus(result.steps, times(held, each.items - 1));
      result.items = plus(result.items, each.items);
      result.digits = std::max(result.digits, each.digits);
      result.quotient |= each.quotient;
    }
    unbounded_ |= gives_any_length(n);
    const std::size_t wide = result.digits;
    if (compares_all(n)) {
      const std::size_t pairs = times(result.items, result.items);
      result.steps = plus(result.steps, times(8 + wide / 512, pairs));
    }
    // Numbers of 64 bits are put in order for nothing.
    if (const std::size_t others = others_beside(n))
      result.steps = plus(result.steps, times(others, times(result.items, wide / 4)));
    if (gives_real(n)) result.steps = plus(result.steps, steps_of_real + 60 * wide);
    // A sum, or a quotient or decimal of what is given.
    const bool sums = n.name == "total" || n.name == "sum" || n.name == "count";
    result.quotient |= !sums && n.checked_type.kind == expr::type_kind::number;
    result.digits = std::min(result.quotient ? 2 * wide + 20 : wide + 20, most_digits_);
    if (takes_scale(n) && n.children.size() > 1) {
      const auto* scale = n.children[1].literal.num();
      const auto whole = scale != nullptr ? scale->to_int64() : std::nullopt;
      if (!whole || *whole < -40 || *whole > 40) {
        const std::size_t all = wide + most_rounded_places;
        result.steps = plus(result.steps, times(result.items, all * all / 5'000));
        result.digits = most_digits_;
      }
    }
    if (result.digits > digits_free + 20)
      result.steps =
          plus(result.steps,
               times(result.items, 12 + times(result.digits, result.digits) / 2'500));
    if (!may_be_list(n) || result.items == 0) result.items = 1;
    return result;
  }

  const vocabulary& words_;
  std::size_t most_digits_;
  bool unbounded_ = false;
  bool grows_with_texts_ = false;
  std::vector<std::size_t> digits_of_slots_;
  std::vector<std::size_t> digits_of_locals_;
  std::size_t digits_of_fields_ = digits_given;
  std::size_t digits_of_elements_ = digits_given;  ///< of the filter around
};

}  // namespace norma::batch::detail
