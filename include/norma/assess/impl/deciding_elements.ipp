// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which elements of a list decide a quantifier, or what a filter keeps.

#include <algorithm>  // std::find
#include <cstddef>    // std::size_t
#include <map>        // std::map
#include <memory>     // std::make_shared, std::shared_ptr
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/deciding.hpp>
#include <norma/assess/wording.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/partial.hpp>

namespace norma::detail {

// What conditions hold for the elements of lists, looked for once.
class seen_elements {
 public:
  using list = std::optional<expr::elements_seen>;

  [[nodiscard]] std::shared_ptr<const list> of(const expr::expression& e,
                                               const expr::node& at,
                                               const expr::environment& env) {
    auto& known = seen_[&at];
    if (!known) known = std::make_shared<const list>(expr::elements_of(e, at, env));
    return known;
  }

 private:
  std::map<const expr::node*, std::shared_ptr<const list>> seen_;
};

class element_decision {
 public:
  // More than so many are counted only (design section 7).
  static constexpr std::size_t most = 10;

  // `at` is a quantifier or a filter, `all` what it holds for.
  element_decision(const wording& words, const expr::environment& env,
                   const expr::node& at, std::shared_ptr<const seen_elements::list> all)
      : words_(words), env_(env), at_(at), all_(std::move(all)), seen_(*all_) {
    if (!seen_) return;
    pick(truth_of(at.kind != expr::node_kind::every));
    if (chosen_.empty()) pick(truth::unknown);
    if (chosen_.empty()) holds_ = truth_of(at.kind == expr::node_kind::every);
  }

  // False where what it goes through is no list, or itself inside an iterator.
  [[nodiscard]] bool seen() const { return seen_.has_value(); }
  // False where the limits ended it: there may be more that decide.
  [[nodiscard]] bool saw_all() const { return seen_->all; }
  [[nodiscard]] bool empty() const { return chosen_.empty(); }
  // What the condition inside is of those that decide, else of all.
  [[nodiscard]] truth holds() const { return holds_; }
  [[nodiscard]] std::size_t looked_at() const { return elements().size(); }
  // Of elements that were not given nothing is said but that they are missing.
  [[nodiscard]] bool lacks_some() const {
    return !elements().empty() && elements().back().unreported;
  }

  // Those that decide; ten are worded. Where none speaks for or against, all do.
  [[nodiscard]] found_elements found() const {
    const auto& list = at_.children.front();
    const auto* of = fact_below(list);
    found_elements out;
    if (of != nullptr) out.shown.list = of->name;
    out.shown.holds = holds_;
    out.all_alike = chosen_.empty();
    out.shown.count = out.all_alike ? looked_at() : chosen_.size();
    out.shown.whole = saw_all();
    const auto as = list.checked_type.element ? *list.checked_type.element : expr::type{};
    const auto fields = fields_of(at_.children.back());
    // What a filter keeps speaks neither for the unit nor against it.
    const bool places = !out.all_alike && at_.kind != expr::node_kind::filter;
    for (std::size_t k = 0; k < out.shown.count && (places || k < most); ++k) {
      const auto i = out.all_alike ? k : chosen_[k];
      const auto& element = elements()[i].element;
      const auto place = of == nullptr ? 0 : place_of(list, i, element);
      if (places) out.places.push_back(place);
      if (out.shown.first.size() == most) continue;
      out.shown.first.push_back({place, own(words_.element_name(element, as)),
                                 own(words_.element_facts(element, as, fields))});
    }
    return out;
  }

 private:
  [[nodiscard]] const std::vector<expr::element_truth>& elements() const {
    return seen_->elements;
  }

  void pick(truth holds) {
    holds_ = holds;
    for (std::size_t i = 0; i < looked_at(); ++i) {
      if (elements()[i].holds == holds && !elements()[i].unreported) chosen_.push_back(i);
    }
  }

  [[nodiscard]] text own(std::string words) const {
    return words_.lang() == language::zh ? text{std::move(words), {}}
                                         : text{{}, std::move(words)};
  }

  [[nodiscard]] static const expr::node& unfiltered(const expr::node& list) {
    const auto* at = &list;
    while (at->kind == expr::node_kind::filter) at = &at->children[0];
    return *at;
  }

  // The fact whose elements a list holds, all or filtered; null if it is made.
  [[nodiscard]] const fact_definition* fact_below(const expr::node& list) const {
    const auto& at = unfiltered(list);
    const bool slot = at.kind == expr::node_kind::name && at.bound == expr::binding::slot;
    return slot ? words_.names().fact(at.index) : nullptr;
  }

  // Where the element, number `i` of `list`, stands in the fact's list, from 1;
  // 0 where a filter stands between and nothing tells it from another.
  [[nodiscard]] std::size_t place_of(const expr::node& list, std::size_t i,
                                     const value& element) const {
    if (list.kind == expr::node_kind::name) return i + 1;
    const auto& held = env_.slots[unfiltered(list).index];
    const auto* open = open_list_of(held);
    const auto* items = open != nullptr ? &open->items : held.list();
    std::size_t place = 0;
    for (std::size_t k = 0; items != nullptr && k < items->size(); ++k) {
      if (!is_same_unit((*items)[k], element)) continue;
      if (place != 0) return 0;
      place = k + 1;
    }
    return place;
  }

  [[nodiscard]] static bool is_same_unit(const value& a, const value& b) {
    const auto word = [](const value& of, const char* field) -> const std::string* {
      const auto* r = of.record();
      const auto* found = r != nullptr ? r->find(field) : nullptr;
      return found != nullptr ? found->string() : nullptr;
    };
    const auto same = [&](const char* field) {
      const auto* x = word(a, field);
      const auto* y = word(b, field);
      return (x == nullptr) == (y == nullptr) && (x == nullptr || *x == *y);
    };
    return (word(a, "id") != nullptr || word(a, "name") != nullptr) && same("id") &&
           same("name");
  }

  // The fields of the elements that a condition names.
  [[nodiscard]] static std::vector<std::string> fields_of(const expr::node& n) {
    std::vector<std::string> names;
    const auto collect = [&names](const auto& self, const expr::node& at) -> void {
      const bool field =
          at.kind == expr::node_kind::path ||
          (at.kind == expr::node_kind::name && at.bound == expr::binding::field);
      if (field && std::find(names.begin(), names.end(), at.name) == names.end()) {
        names.push_back(at.name);
      }
      for (const auto& child : at.children) self(self, child);
    };
    collect(collect, n);
    return names;
  }

  const wording& words_;
  const expr::environment& env_;
  const expr::node& at_;
  std::shared_ptr<const seen_elements::list> all_;
  const seen_elements::list& seen_;
  truth holds_ = truth::unknown;
  std::vector<std::size_t> chosen_;  // places in what was seen, from 0
};

}  // namespace norma::detail
