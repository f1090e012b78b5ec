// SPDX-License-Identifier: Apache-2.0
#pragma once

// A condition as a reader would say it: labels for names, with the values of
// this unit put in, and the threshold behind "required".

#include <algorithm>  // std::any_of
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/judge.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/expr/print.hpp>

namespace norma::detail {

class condition_words {
 public:
  condition_words(const wording& words, const expr::expression& e,
                  const bound_facts& facts)
      : words_(words), e_(e), env_(environment_of(facts, false)) {}

  [[nodiscard]] std::string show(const expr::node& n) const {
    using k = expr::node_kind;
    switch (n.kind) {
      case k::conjunction: return join(n, "R0506");
      case k::disjunction: return join(n, "R0507");
      case k::equal:
      case k::not_equal:
      case k::less:
      case k::less_equal:
      case k::greater:
      case k::greater_equal: return comparison(n);
      case k::between:
        return say(demand("R0513", "R0528"), {term(n.children[0]), term(n.children[1]), term(n.children[2])});
      case k::in: return membership(n);
      case k::some: return quantified(n, "R0509");
      case k::every: return quantified(n, "R0510");
      case k::call:
        if (n.name == "not") return say("R0508", {show(n.children[0])});
        if (n.name == "list contains") {
          return say(demand("R0522", "R0529"), {term(n.children[0]), term(n.children[1])});
        }
        break;
      default: break;
    }
    return term(n);
  }

  // What stands inside an iterator or a filter: nothing there has elements of
  // its own.
  [[nodiscard]] std::string inside(const expr::node& n) const {
    auto inner = *this;
    inner.inside_ = true;
    return inner.show(n);
  }

 private:
  [[nodiscard]] std::string say(std::string_view code,
                                const std::vector<std::string>& arguments) const {
    return format_message(code, arguments, words_.lang());
  }

  // What holds of a listed element is told as it is, what the unit has to
  // reach as a demand.
  [[nodiscard]] std::string_view demand(std::string_view told,
                                        std::string_view demanded) const {
    return inside_ ? told : demanded;
  }

  [[nodiscard]] std::string join(const expr::node& n, std::string_view code) const {
    return say(code, {show(n.children[0]), show(n.children[1])});
  }

  // Inside an iterator or a filter a name has no value of its own.
  [[nodiscard]] static bool has_local(const expr::node& n) {
    if (n.kind == expr::node_kind::name && n.bound != expr::binding::slot) return true;
    return std::any_of(n.children.begin(), n.children.end(), has_local);
  }
  [[nodiscard]] static bool has_slot(const expr::node& n) {
    if (n.kind == expr::node_kind::name && n.bound == expr::binding::slot) return true;
    return std::any_of(n.children.begin(), n.children.end(), has_slot);
  }

  [[nodiscard]] std::string source_of(const expr::node& n) const {
    return e_.text.substr(n.begin, n.end - n.begin);
  }
  [[nodiscard]] bool is_percentage(const expr::node& n) const {
    return n.kind == expr::node_kind::literal && source_of(n).ends_with("%");
  }

  [[nodiscard]] static std::string_view symbol(expr::node_kind kind) {
    using k = expr::node_kind;
    switch (kind) {
      case k::equal: return "=";
      case k::not_equal: return "≠";
      case k::less: return "<";
      case k::less_equal: return "≤";
      case k::greater: return ">";
      case k::greater_equal: return "≥";
      case k::add: return "+";
      case k::subtract: return "−";
      case k::multiply: return "×";
      case k::divide: return "/";
      default: return "";
    }
  }

  [[nodiscard]] std::string comparison(const expr::node& n) const {
    using k = expr::node_kind;
    const auto& left = n.children[0];
    const auto& right = n.children[1];
    const auto op = std::string(symbol(n.kind)) + ' ';
    if (inside_ && has_local(n)) return term(left) + ' ' + op + term(right);
    // A rate is a percentage on both sides.
    const bool percent = is_percentage(right) || is_rate(left);
    std::string measured = term(left);
    if (compound(left)) {
      const auto got = expr::evaluate(e_, left, env_);
      if (percent && got.num() != nullptr) {
        const bool down = n.kind == k::greater || n.kind == k::greater_equal;
        const auto bound = expr::evaluate(e_, right, env_);
        measured += " = " + wording::percentage(
                                *got.num(), down,
                                bound.num() != nullptr ? std::optional{*bound.num()}
                                                       : std::nullopt);
      } else if (!got.is_unknown()) {
        measured += " = " + words_.of(got, left.checked_type);
      }
    }
    return say("R0505", {measured, op + required(right, left, percent)});
  }

  // The threshold: as written, or put together from facts and what it comes to.
  [[nodiscard]] std::string required(const expr::node& n, const expr::node& beside,
                                     bool percent) const {
    if (is_percentage(n)) return percent_of(n);
    if (!compound(n)) {
      if (!percent || n.kind != expr::node_kind::name) return term(n, beside);
      const auto is = expr::evaluate(e_, n, env_);
      return is.num() == nullptr ? term(n)
                                 : words_.label(n.index) + ' ' + exact_percentage(*is.num());
    }
    const auto is = expr::evaluate(e_, n, env_);
    if (is.is_unknown() || is.is_null()) return term(n);
    return term(n) + " = " + (percent && is.num() != nullptr
                                  ? exact_percentage(*is.num())
                                  : words_.of(is, n.checked_type));
  }

  [[nodiscard]] static bool is_rate(const expr::node& n) {
    return n.kind == expr::node_kind::call && n.name == "rate";
  }
  [[nodiscard]] static std::string exact_percentage(const number& n) {
    return (n * number{100}).to_string() + " %";
  }

  [[nodiscard]] std::string percent_of(const expr::node& n) const {
    auto text = source_of(n);
    text.insert(text.size() - 1, 1, ' ');
    return text;
  }

  [[nodiscard]] static bool compound(const expr::node& n) {
    return n.kind != expr::node_kind::name && n.kind != expr::node_kind::literal &&
           has_slot(n);
  }

  [[nodiscard]] std::string membership(const expr::node& n) const {
    const auto& test = n.children[1];
    if (n.children.size() == 2 && test.kind == expr::node_kind::call &&
        test.name == "last") {
      return say(demand("R0511", "R0526"), {term(n.children[0]), env_.as_of.to_string(),
                           length_of(test.children[0])});
    }
    if (n.children.size() == 2 && is_name_or_field(test)) {
      const bool span = test.checked_type.kind == expr::type_kind::range;
      return say(span ? demand("R0524", "R0530") : demand("R0522", "R0529"), {term(test), term(n.children[0], test)});
    }
    std::string among;
    for (std::size_t i = 1; i < n.children.size(); ++i) {
      if (i > 1) among += words_.lang() == language::zh ? "、" : ", ";
      among += term(n.children[i], n.children[0]);
    }
    return say(demand("R0512", "R0527"), {term(n.children[0]), among});
  }

  // The list or span itself is what holds the value: `"wages" in e.topics`.
  [[nodiscard]] static bool is_name_or_field(const expr::node& n) {
    return n.kind == expr::node_kind::path ||
           (n.kind == expr::node_kind::name &&
            (n.checked_type.kind == expr::type_kind::list ||
             n.checked_type.kind == expr::type_kind::range));
  }

  // A duration's length alone: `12 months`, also where a parameter names it.
  [[nodiscard]] std::string length_of(const expr::node& n) const {
    if (has_local(n)) return term(n);
    return words_.of(expr::evaluate(e_, n, env_), n.checked_type);
  }

  [[nodiscard]] std::string quantified(const expr::node& n, std::string_view code) const {
    return say(code, {label_only(n.children.front()), inside(n.children.back())}) +
           deciding_elements(n);
  }

  // The elements that decide a quantifier, or that a filter keeps: ten at
  // most, then a count (design section 7).
  [[nodiscard]] std::string deciding_elements(const expr::node& n) const {
    if (inside_) return {};
    const auto all = expr::elements_of(e_, n, env_);
    if (!all) return {};
    const auto wanted = truth_of(n.kind != expr::node_kind::every);
    auto chosen = pick(*all, wanted);
    if (chosen.empty()) chosen = pick(*all, truth::unknown);
    const bool chinese = words_.lang() == language::zh;
    const auto count = std::to_string(all->size());
    if (chosen.empty()) {
      return (chinese ? "；" : "; ") +
             say(wanted == truth::yes ? "R0516" : "R0523", {count});
    }
    const auto as = element_type(n.children.front());
    std::string shown;
    for (std::size_t i = 0; i < chosen.size() && i < 10; ++i) {
      if (i > 0) shown += chinese ? "；" : "; ";
      shown += words_.of(*chosen[i], as);
    }
    if (chosen.size() > 10) {
      shown += (chinese ? "；" : "; ") + say("R0517", {std::to_string(chosen.size() - 10)});
    }
    return (chinese ? "；" : "; ") + say("R0515", {shown});
  }

  [[nodiscard]] static std::vector<const value*> pick(
      const std::vector<expr::element_truth>& all, truth holds) {
    std::vector<const value*> chosen;
    for (const auto& one : all) {
      if (one.holds == holds) chosen.push_back(&one.element);
    }
    return chosen;
  }

  [[nodiscard]] static expr::type element_type(const expr::node& list) {
    return list.checked_type.element ? *list.checked_type.element : expr::type{};
  }

  [[nodiscard]] std::string label_only(const expr::node& n) const {
    if (n.kind == expr::node_kind::name && n.bound == expr::binding::slot) {
      return words_.label(n.index);
    }
    return term(n);
  }

  // Numbers and words take the unit or the labels of what they stand beside.
  [[nodiscard]] std::string term(const expr::node& n, const expr::node& beside) const {
    if (n.kind != expr::node_kind::literal) return term(n);
    auto as = beside.checked_type;
    if (as.kind == expr::type_kind::list && as.element) as = expr::type{*as.element};
    return is_percentage(n) ? percent_of(n) : words_.of(n.literal, as);
  }

  [[nodiscard]] std::string term(const expr::node& n) const {
    using k = expr::node_kind;
    switch (n.kind) {
      case k::literal:
        if (is_percentage(n)) return percent_of(n);
        return words_.of(n.literal, n.checked_type);
      case k::as_of: return env_.as_of.to_string();
      case k::name:
        if (n.bound == expr::binding::slot) return fact_with_value(n.index);
        return n.bound == expr::binding::local ? say("R0525", {}) : n.name;
      case k::path: return field(n);
      case k::add:
      case k::subtract:
      case k::multiply:
      case k::divide:
        return bracketed(n.children[0], n) + ' ' + std::string(symbol(n.kind)) + ' ' +
               bracketed(n.children[1], n);
      case k::call: return call(n);
      case k::list: {
        std::string all;
        for (const auto& one : n.children) {
          if (!all.empty()) all += words_.lang() == language::zh ? "、" : ", ";
          all += term(one);
        }
        return all;
      }
      case k::filter: return filtered(n);
      case k::equal:
      case k::not_equal:
      case k::less:
      case k::less_equal:
      case k::greater:
      case k::greater_equal:
      case k::conjunction:
      case k::disjunction:
      case k::some:
      case k::every:
      case k::between:
      case k::in: return show(n);
      default: return expr::print(n);
    }
  }

  [[nodiscard]] std::string filtered(const expr::node& n) const {
    const bool chinese = words_.lang() == language::zh;
    return label_only(n.children[0]) + (chinese ? "（" : " (") + inside(n.children[1]) +
           deciding_elements(n) + (chinese ? "）" : ")");
  }

  [[nodiscard]] std::string bracketed(const expr::node& n, const expr::node& in) const {
    using k = expr::node_kind;
    const bool sum = n.kind == k::add || n.kind == k::subtract;
    const bool inside_product = in.kind == k::multiply || in.kind == k::divide;
    return sum && inside_product ? '(' + term(n) + ')' : term(n);
  }

  [[nodiscard]] std::string fact_with_value(std::uint32_t slot) const {
    const auto& entry = words_.names().slots[slot];
    const auto* f = std::get_if<fact_definition>(&entry);
    const auto shown =
        f != nullptr ? words_.of(env_.slots[slot], *f)
                     : words_.of(env_.slots[slot], std::get<parameter>(entry).type);
    return words_.label(slot) + ' ' + shown;
  }

  [[nodiscard]] std::string field(const expr::node& n) const {
    const auto& object = n.children[0];
    const auto& of = object.checked_type;
    const auto* record =
        of.record ? of.record.get()
                  : (of.element && of.element->record ? of.element->record.get() : nullptr);
    const auto* found = record != nullptr ? record->find(n.name) : nullptr;
    if (found == nullptr) return expr::print(n);
    const auto& label = found->label.empty() ? found->name : found->label.in(words_.lang());
    if (object.kind == expr::node_kind::name && object.bound != expr::binding::slot) {
      return label;
    }
    return label_only(object) + (words_.lang() == language::zh ? "的" : ": ") + label;
  }

  [[nodiscard]] std::string call(const expr::node& n) const {
    if (n.name == "rate") return term(n.children[0]) + " / " + term(n.children[1]);
    if (n.name == "count") return say("R0514", {label_only(n.children[0])});
    std::string arguments;
    for (const auto& one : n.children) {
      if (!arguments.empty()) arguments += ", ";
      arguments += term(one);
    }
    return n.name + '(' + arguments + ')';
  }

  const wording& words_;
  const expr::expression& e_;
  expr::environment env_;
  bool inside_ = false;
};

}  // namespace norma::detail
