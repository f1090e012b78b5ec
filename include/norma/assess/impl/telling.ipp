// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a report tells takes steps of its explanation, by its length: a pack of half a
// megabyte could else make a report of gigabytes, since what is told at one part is told
// again at thousands.

#include <algorithm>      // std::min
#include <cstddef>        // std::size_t
#include <string>         // std::string
#include <unordered_map>  // std::unordered_map
#include <vector>         // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/deciding.hpp>
#include <norma/assess/impl/take_steps.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/unit.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/value.hpp>

namespace norma::detail {

class telling {
 public:
  // A step is for so many bytes of a report as JSON; counted about, not exactly.
  static constexpr std::size_t bytes_a_step = 2;
  // What names a node, and the first cause of what is open, is told whatever is left, up
  // to this length.
  static constexpr std::size_t short_bytes = 600;

  // Without an account all is told.
  explicit telling(step_account* account) : account_(account) {}

  // False once something was left out: then nothing more is told.
  [[nodiscard]] bool has_room() const {
    return account_ == nullptr || account_->left > 0;
  }

  [[nodiscard]] bool takes(std::size_t bytes) const {
    return account_ == nullptr || take_steps(*account_, bytes / bytes_a_step + 1);
  }
  [[nodiscard]] bool names(std::size_t bytes) const {
    return takes(bytes) || bytes <= short_bytes;
  }
  // At the head of a report, where what is short is not counted.
  [[nodiscard]] bool heads(std::size_t bytes) const {
    return bytes <= short_bytes || takes(bytes);
  }

  [[nodiscard]] static std::size_t bytes_of(const text& t) {
    return 20 + t.zh.size() + t.en.size();
  }
  [[nodiscard]] static std::size_t bytes_of(const citation& c) {
    return 30 + c.document.size() + c.clause.size();
  }
  [[nodiscard]] static std::size_t bytes_of(const evidence& e) {
    return 60 + e.by.size() + e.document.size();
  }
  // Without the words for it.
  [[nodiscard]] static std::size_t bytes_of(const cause& c) {
    std::size_t all = 50 + c.fact.size() + c.detail->size() + c.code->size();
    for (const auto& argument : c.arguments) all += 4 + argument.size();
    return all;
  }
  [[nodiscard]] static std::size_t bytes_of(const deciding_elements& d) {
    std::size_t all = 80 + d.list.size();
    for (const auto& element : d.first)
      all += 40 + bytes_of(element.name) + bytes_of(element.shown);
    return all;
  }

  // A value as JSON writes it: of a long list only the first elements.
  [[nodiscard]] bool takes(const value& v) const {
    if (v.is_unknown()) {
      const auto causes = v.causes();
      if (causes == nullptr) return takes(16);
      for (const auto& one : *causes)
        if (!takes(bytes_of(one))) return false;
      return true;
    }
    if (const auto* s = v.string()) return takes(16 + s->size());
    if (const auto* items = v.list()) {
      constexpr std::size_t whole = 100, first = 10;
      const auto many = items->size() <= whole ? items->size() : first;
      for (std::size_t i = 0; i < many; ++i)
        if (!takes((*items)[i])) return false;
      return takes(16);
    }
    if (const auto* record = v.record()) {
      for (std::size_t i = 0; i < record->fields.size(); ++i)
        if (!takes(record->name(i).size()) || !takes(record->fields[i])) return false;
      return takes(16);
    }
    if (v.num() != nullptr || v.range() != nullptr) return takes(v.to_string().size());
    return takes(16);
  }

 private:
  step_account* account_;
};

// The label of a fact, in both languages.
[[nodiscard]] inline std::size_t label_bytes(const std::string& fact, const wording& zh,
                                             const wording& en,
                                             const bound_facts* facts) {
  return zh.label(fact, facts).size() + en.label(fact, facts).size();
}

// Causes, with the words for them in both languages, which name facts by their labels.
class told_causes {
 public:
  told_causes(const telling& within, const wording& zh, const wording& en,
              const bound_facts* facts)
      : within_(within), zh_(zh), en_(en), facts_(facts) {}

  // As many as there is room for; the first, where it is short, in any case. Of none that
  // is told it is told that there are, and so it is where no more were kept.
  template <class Causes>  // of causes, or pointers to them
  [[nodiscard]] std::vector<cause> of(const Causes& all) const {
    std::vector<cause> told;
    for (const auto& each : all) {
      const auto& one = cause_in(each);
      const auto bytes = bytes_of(one);
      if (!(told.empty() ? within_.names(bytes) : within_.takes(bytes))) break;
      told.push_back(one);
    }
    if (told.empty()) told.push_back({cause_kind::data_error, {}, {}, "N0726", {}});
    if (told.size() == most_causes) {
      told.push_back(
          {cause_kind::data_error, {}, {}, "N0728", {std::to_string(most_causes)}});
    }
    return told;
  }

 private:
  [[nodiscard]] static const cause& cause_in(const cause& one) { return one; }
  [[nodiscard]] static const cause& cause_in(const cause* one) { return *one; }

  [[nodiscard]] std::size_t bytes_of(const cause& c) const {
    auto all = 110 + 2 * telling::bytes_of(c) - c.fact.size();
    for (const auto& fact : facts_named(c)) all += bytes_of_label(fact);
    return all;
  }

  [[nodiscard]] std::size_t bytes_of_label(const std::string& fact) const {
    const auto [known, is_new] = labels_.emplace(fact, 0);
    if (is_new) known->second = label_bytes(fact, zh_, en_, facts_);
    return known->second;
  }

  const telling& within_;
  const wording& zh_;
  const wording& en_;
  const bound_facts* facts_;
  mutable std::unordered_map<std::string, std::size_t> labels_;
};

}  // namespace norma::detail
