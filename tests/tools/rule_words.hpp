// SPDX-License-Identifier: Apache-2.0
#pragma once

// A rule's condition in words, without a unit: labels for names, the values of
// parameters behind theirs.

#include <cstddef>      // std::size_t
#include <stdexcept>    // std::logic_error
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <variant>      // std::get_if
#include <vector>       // std::vector

#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/ast.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/print.hpp>
#include <norma/rule/content.hpp>

namespace norma_test {

class rule_words {
 public:
  rule_words(const norma::wording& words, const norma::expr::expression& of)
      : words_(words), of_(of) {}

  /// The whole condition.
  [[nodiscard]] std::string condition() const { return show(of_.tree); }

  /// A comparison in two: what is measured, and what it has to reach
  /// (`≥ 60 %`); any other condition as a whole, with `yes`.
  [[nodiscard]] std::pair<std::string, std::string> measured() const {
    const node& n = of_.tree;
    if (symbol(n.kind).empty() || !is_comparison(n.kind))
      return {show(n), say("R0501", {})};
    const node& bound = n.children[1];
    return {term(n.children[0]),
            std::string(symbol(n.kind)) + ' ' +
                (parameter_of(bound) != nullptr ? value_first(bound)
                                                : term(bound, n.children[0]))};
  }

  /// `12 months`; where a parameter has had several values, each with its day.
  [[nodiscard]] static std::string values_of(const norma::parameter& p,
                                             const norma::wording& words) {
    std::string all;
    for (const norma::dated_value& one : p.values) {
      if (!all.empty()) all += chinese(words) ? "，" : ", ";
      all += words.of(one.content, p);
      if (p.values.size() == 1) break;
      all += chinese(words) ? "（自 " + one.from.to_string() + "）"
                            : " (from " + one.from.to_string() + ')';
    }
    return all;
  }

 private:
  using node = norma::expr::node;
  using k = norma::expr::node_kind;

  [[nodiscard]] static bool chinese(const norma::wording& words) {
    return words.lang() == norma::language::zh;
  }
  [[nodiscard]] std::string in_brackets(const std::string& text) const {
    return chinese(words_) ? "（" + text + "）" : " (" + text + ')';
  }
  [[nodiscard]] std::string say(std::string_view code,
                                const std::vector<std::string>& arguments) const {
    if (norma::find_message(code) == nullptr) throw std::logic_error(std::string(code));
    return norma::format_message(code, arguments, words_.lang());
  }
  [[nodiscard]] std::string the_day() const {
    return chinese(words_) ? "评价日" : "the as-of day";
  }

  [[nodiscard]] static bool is_comparison(k kind) {
    return kind == k::equal || kind == k::not_equal || kind == k::less ||
           kind == k::less_equal || kind == k::greater || kind == k::greater_equal;
  }
  [[nodiscard]] static std::string_view symbol(k kind) {
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

  // What is true or false.
  [[nodiscard]] std::string show(const node& n) const {
    if (is_comparison(n.kind)) {
      return term(n.children[0]) + ' ' + std::string(symbol(n.kind)) + ' ' +
             term(n.children[1], n.children[0]);
    }
    switch (n.kind) {
      case k::conjunction:
        return say("R0506", {show(n.children[0]), show(n.children[1])});
      case k::disjunction:
        return say("R0507", {show(n.children[0]), show(n.children[1])});
      case k::between:
        return say("R0513", {term(n.children[0]), term(n.children[1], n.children[0]),
                             term(n.children[2], n.children[0])});
      case k::in: return membership(n);
      case k::some:
      case k::every:
        if (n.children.size() != 2) break;
        return say(n.kind == k::some ? "R0509" : "R0510",
                   {term(n.children[0]), show(n.children[1])});
      case k::call:
        if (n.name == "not") return say("R0508", {show(n.children[0])});
        if (n.name == "list contains") {
          return say("R0522", {term(n.children[0]), term(n.children[1], n.children[0])});
        }
        break;
      case k::name:
      case k::path: return term(n) + (chinese(words_) ? "为是" : " is yes");
      default: break;
    }
    return norma::expr::print(n);
  }

  [[nodiscard]] std::string membership(const node& n) const {
    const node& test = n.children[1];
    if (n.children.size() == 2 && test.kind == k::call && test.name == "last") {
      return say("R0511",
                 {term(n.children[0]), the_day(), value_first(test.children[0])});
    }
    const bool holder = test.kind == k::path || test.kind == k::name;
    if (n.children.size() == 2 && holder) {
      const bool span = test.checked_type.kind == norma::expr::type_kind::range;
      return say(span ? "R0524" : "R0522", {term(test), term(n.children[0], test)});
    }
    std::string among;
    for (std::size_t i = 1; i < n.children.size(); ++i) {
      if (i > 1) among += chinese(words_) ? "、" : ", ";
      among += term(n.children[i], n.children[0]);
    }
    return say("R0512", {term(n.children[0]), among});
  }

  [[nodiscard]] const norma::parameter* parameter_of(const node& n) const {
    if (n.kind != k::name || n.bound != norma::expr::binding::slot) return nullptr;
    return std::get_if<norma::parameter>(&words_.names().slots[n.index]);
  }

  // Of a parameter the value first: `12 months (period of regular matters)`.
  [[nodiscard]] std::string value_first(const node& n) const {
    const auto* p = parameter_of(n);
    return p != nullptr ? values_of(*p, words_) + in_brackets(words_.label(n.index))
                        : term(n);
  }

  // A literal takes the unit or the labels of what it stands beside.
  [[nodiscard]] std::string term(const node& n, const node& beside) const {
    if (n.kind != k::literal) return term(n);
    const std::string source = of_.text.substr(n.begin, n.end - n.begin);
    if (source.ends_with('%')) return source.substr(0, source.size() - 1) + " %";
    const auto& as = beside.checked_type;
    return words_.of(n.literal, as.kind == norma::expr::type_kind::list && as.element
                                    ? *as.element
                                    : as);
  }

  [[nodiscard]] std::string term(const node& n) const {
    switch (n.kind) {
      case k::literal: return term(n, n);
      case k::as_of: return the_day();
      case k::name:
        if (const auto* p = parameter_of(n)) {
          return words_.label(n.index) + in_brackets(values_of(*p, words_));
        }
        if (n.bound == norma::expr::binding::slot) return words_.label(n.index);
        return n.bound == norma::expr::binding::local ? say("R0525", {}) : n.name;
      case k::path: return field(n);
      case k::add:
      case k::subtract:
      case k::multiply:
      case k::divide:
        return bracketed(n.children[0], n) + ' ' + std::string(symbol(n.kind)) + ' ' +
               bracketed(n.children[1], n);
      case k::call:
        if (n.name == "rate") return term(n.children[0]) + " / " + term(n.children[1]);
        if (n.name == "count") return say("R0514", {term(n.children[0])});
        break;
      default: break;
    }
    return norma::expr::print(n);
  }

  [[nodiscard]] std::string bracketed(const node& n, const node& in) const {
    const bool sum = n.kind == k::add || n.kind == k::subtract;
    const bool inside_product = in.kind == k::multiply || in.kind == k::divide;
    return sum && inside_product ? '(' + term(n) + ')' : term(n);
  }

  [[nodiscard]] std::string field(const node& n) const {
    const node& object = n.children[0];
    const auto& of = object.checked_type;
    const auto& record =
        of.record ? of.record : (of.element ? of.element->record : of.record);
    const auto* found = record ? record->find(n.name) : nullptr;
    if (found == nullptr) return norma::expr::print(n);
    const std::string label =
        found->label.empty() ? found->name : found->label.in(words_.lang());
    if (object.kind == k::name && object.bound != norma::expr::binding::slot)
      return label;
    return term(object) + (chinese(words_) ? "的" : ": ") + label;
  }

  const norma::wording& words_;
  const norma::expr::expression& of_;
};

}  // namespace norma_test
