// SPDX-License-Identifier: Apache-2.0
#include "unit_keys.hpp"

#include <algorithm>  // std::any_of, std::min
#include <utility>    // std::move

#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

namespace norma::cli {

namespace {

bool is_fact(const pack& by, std::string_view name) {
  const auto& all = by.content().vocabularies;
  return std::any_of(all.begin(), all.end(),
                     [&](const auto& each) { return each.second.find_fact(name); });
}

}  // namespace

unit_key key_named(const pack& by, std::string_view name) {
  if (name == "id") return {key_role::id};
  if (name == "name") return {key_role::name};
  if (name == "unit") return {key_role::unit};
  if (name == "kind") return {key_role::kind};
  if (is_fact(by, name)) return {key_role::fact, std::string(name)};
  const auto fact = fact_of_days(name);
  if (fact.empty() || !is_fact(by, fact)) return {};
  return {key_role::fact_date, std::string(fact)};
}

fact_labels::fact_labels(const pack& by) {
  for (const auto& [kind, words] : by.content().vocabularies) {
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* fact = words.fact(slot);
      if (fact == nullptr) continue;
      for (const std::string* label : {&fact->label.zh, &fact->label.en}) {
        auto& of = facts_.try_emplace(*label, &fact->name).first->second;
        if (of != nullptr && *of != fact->name) of = nullptr;
      }
    }
  }
}

std::string fact_labels::fact(std::string_view label) const {
  const auto of_days = fact_of_days(label);
  const auto wanted = of_days.empty() ? label : of_days;
  const auto found = facts_.find(wanted);
  if (wanted.empty() || found == facts_.end() || found->second == nullptr) return {};
  return std::string(*found->second).append(label.substr(wanted.size()));
}

std::string proper_name(const pack& by, const std::string& fact) {
  for (const auto& [kind, words] : by.content().vocabularies) {
    if (const auto slot = words.find_fact(fact)) return words.fact(*slot)->name;
  }
  return fact;
}

key_subject subject_of(const pack& by, const unit_key& key) {
  const bool of_fact = key.is == key_role::fact || key.is == key_role::fact_date;
  return {key.is, of_fact ? proper_name(by, key.fact) : std::string()};
}

void key_hints::add_to(diagnostic& found) {
  if (found.code != "N0696" || compared_ >= most_compared) return;
  if (names_.empty()) {
    names_ = {"id", "name", "unit", "kind"};
    for (const auto& [kind, words] : by_.content().vocabularies) {
      for (auto& name : fact_names(words)) names_.push_back(std::move(name));
    }
  }
  const std::string& name = found.arguments[0];
  const auto length = std::min<std::size_t>(name.size(), 500);
  compared_ += names_.size() * (1 + length * length / 256);
  found.arguments[1] = did_you_mean(name, names_);
}

}  // namespace norma::cli
