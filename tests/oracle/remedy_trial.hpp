// SPDX-License-Identifier: Apache-2.0
#pragma once

// Remedies as they are told, tried out on the unit: each gives what it says, no
// entry can be left out or made smaller (design section 7).

#include <cstdint>   // std::int64_t
#include <optional>  // std::optional
#include <string>    // std::string, std::to_string
#include <utility>   // std::pair
#include <vector>    // std::vector

#include <norma/assess/assess.hpp>
#include <norma/assess/distance.hpp>
#include <norma/assess/judge.hpp>
#include <norma/rule/content.hpp>

#include <nlohmann/json.hpp>

namespace norma_oracle {

class remedy_trial {
 public:
  remedy_trial(const norma::standard& by, const norma::unit& given, const norma::days& on)
      : by_(by), given_(given), on_(on), base_(norma::bind(by, given, on)) {}

  /// What is wrong with the remedies, in words.
  [[nodiscard]] nlohmann::json faults(const std::vector<norma::remedy>& told) {
    faults_ = nlohmann::json::array();
    for (const auto& r : told) {
      if (r.not_before) {
        wait(*r.not_before, r.gives);
      } else if (r.requirements.empty()) {
        change(r);
      }
    }
    return faults_;
  }

 private:
  using changes = std::vector<std::pair<std::string, norma::value>>;

  void wait(const norma::date& until, norma::verdict gives) {
    const auto found =
        norma::judge(by_, norma::bind(by_, given_, {until, on_.known_as_of}));
    if (found != gives) fault("on " + until.to_string() + ": " + word(found));
    if (until <= on_.as_of) fault("waiting until " + until.to_string());
  }

  void change(const norma::remedy& r) {
    changes all;
    for (const auto& c : r.changes) all.emplace_back(c.fact, c.to);
    if (all.empty()) fault("a remedy of nothing");
    const auto [sound, found] = tried(all);
    if (!sound || found != r.gives) {
      fault(words(all) + (sound ? "" : "in error, ") + word(found));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto fewer = all;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      refuse(fewer);
      for (const auto& less : smaller(r.changes[i])) {
        auto changed = all;
        changed[i].second = less;
        refuse(changed);
      }
    }
  }

  void refuse(const changes& all) {
    const auto [sound, found] = tried(all);
    if (!all.empty() && sound && found != norma::verdict::fail) {
      fault(words(all) + "is enough: " + word(found));
    }
  }

  /// Whether the facts are without error, and the verdict.
  [[nodiscard]] std::pair<bool, norma::verdict> tried(const changes& all) const {
    auto changed = given_;
    for (const auto& [fact, to] : all) {
      changed.set(fact, to);
      auto& from = changed.facts.at(fact).statements.front().from.edit();
      from.day = day_for(fact);
      from.day_of_unit = false;
      from.recorded = on_.known_as_of;
    }
    const auto facts = norma::bind(by_, changed, on_);
    bool sound = facts.checks_hold || !base_.checks_hold;
    for (const auto& [fact, to] : all) {
      sound = sound && facts.slots[*facts.names->find_fact(fact)].same_as(to);
    }
    return {sound, norma::judge(by_, facts)};
  }

  /// The day of evidence: the as-of day; that of another fact, where one says it.
  [[nodiscard]] std::optional<norma::date> day_for(const std::string& fact) const {
    const auto& names = *base_.names;
    const auto dated_by = names.fact(*names.find_fact(fact))->dated_by;
    const auto* said = dated_by ? base_.slots[*dated_by].day() : nullptr;
    return said == nullptr ? on_.as_of : *said;
  }

  /// All smaller changes; of many the least of them, and one half as great.
  [[nodiscard]] std::vector<norma::value> smaller(const norma::fact_change& c) const {
    const auto *from = c.from.num(), *to = c.to.num();
    const auto step = norma::step_of(*base_.names->fact(*base_.names->find_fact(c.fact)));
    if (from == nullptr || to == nullptr || !step) return {};
    const auto steps = norma::divide(*to - *from, *step);
    if (!steps) return {};
    std::vector<norma::value> all;
    if (const auto many = steps->to_int64(); many && *many * steps->sign() <= 64) {
      for (std::int64_t i = steps->sign(); i != *many; i += steps->sign()) {
        all.emplace_back(*from + norma::number{i} * *step);
      }
      return all;
    }
    const norma::number one{steps->sign()}, two{2};
    for (const auto& fewer :
         {*steps - one, norma::divide(*steps, two)->rounded(0, norma::rounding::down)}) {
      if (fewer.sign() == steps->sign()) all.emplace_back(*from + fewer * *step);
    }
    return all;
  }

  static std::string words(const changes& all) {
    std::string out;
    for (const auto& [fact, to] : all) out += fact + " = " + to.to_string() + ", ";
    return out;
  }
  static std::string word(norma::verdict v) { return std::string(norma::to_string(v)); }
  void fault(const std::string& what) { faults_.push_back(what); }

  const norma::standard& by_;
  const norma::unit& given_;
  norma::days on_;
  norma::bound_facts base_;
  nlohmann::json faults_;
};

}  // namespace norma_oracle
