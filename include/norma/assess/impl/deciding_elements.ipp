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
#include <norma/assess/impl/unit_places.ipp>
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
    std::optional<unit_places> known;
    if (of != nullptr && list.kind == expr::node_kind::filter && out.shown.count > 0)
      known.emplace(all_items(list));
    for (std::size_t k = 0; k < out.shown.count && (places || k < most); ++k) {
      const auto i = out.all_alike ? k : chosen_[k];
      const auto& element = elements()[i].element;
      const auto place = known ? known->of(element) : of != nullptr ? i + 1 : 0;
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

  // What the fact's list holds of known elements, whatever a filter leaves out.
  [[nodiscard]] const list_value& all_items(const expr::node& list) const {
    static const list_value none;
    const auto& held = env_.slots[unfiltered(list).index];
    const auto* open = open_list_of(held);
    const auto* items = open != nullptr ? &open->items : held.list();
    return items != nullptr ? *items : none;
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
