// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was supplied of each fact of a unit, as it stands on the two days.

#include <algorithm>  // std::sort
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <memory>     // std::make_shared
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/find_supplied.ipp>
#include <norma/assess/impl/stated.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

namespace norma::detail {

// States what was supplied of each fact, as it stands on the two days: one
// sentence of design sections 5 and 6 after the other.
class binder {
 public:
  explicit binder(bound_facts& out) : out_(out) {}

  // Those alone that are read, and nothing else is told of them.
  void state_read(const unit& given) {
    find_all(given);
    for (const bool dated : {false, true}) {  // what dates others first
      for (const auto slot : out_.only->rests_on) {
        const auto& f = *out_.names->fact(slot);
        if (f.dated_by.has_value() == dated) state(slot, f, found_[slot]);
      }
    }
  }

  void state_facts(const unit& given) {
    const std::size_t read = find_all(given);
    for (const bool dated : {false, true}) {  // what dates others first
      for (std::uint32_t slot = 0; slot < out_.names->slots.size(); ++slot) {
        const auto* f = out_.names->fact(slot);
        if (f != nullptr && f->dated_by.has_value() == dated)
          state(slot, *f, found_[slot]);
      }
    }
    add_remark("undated_evidence", undated_);
    add_remark("dated_after", after_);
    if (read != given.facts.size()) remark_unknown(given);
  }

 private:
  // How many of the unit's names are facts.
  std::size_t find_all(const unit& given) {
    std::size_t read = 0;
    found_.resize(out_.names->slots.size());
    for (const auto& [key, supplied] : given.facts) {
      const auto slot = out_.names->find_fact(key.get());
      if (!slot) continue;
      const bool by_name = out_.names->fact(*slot)->name == key.get();
      (by_name ? found_[*slot].named : found_[*slot].other) = &supplied;
      ++read;
    }
    return read;
  }

  void state(std::uint32_t slot, const fact_definition& f, const found_fact& found) {
    if (found.both()) {  // one fact under both its names
      const auto named = found.named->said(), other = found.other->said();
      supplied_fact both{{named.begin(), named.end()}, true};
      both.statements.insert(both.statements.end(), other.begin(), other.end());
      out_.stated[slot] = state_fact(slot, f, both);
      return;
    }
    const auto* one = found.any();
    out_.stated[slot] =
        one == nullptr ? not_stated(f, f.name, day_of_evidence(f, {}, f.name, out_), out_)
                       : state_fact(slot, f, *one);
  }

  void remark_unknown(const unit& given) {
    std::vector<std::string> known;
    std::size_t told = 0;
    for (const auto& [key, supplied] : given.facts) {
      const auto& name = key.get();
      if (out_.names->find_fact(name)) continue;
      if (told++ == most_unknown_facts) return;
      if (known.empty()) known = fact_names(*out_.names);
      out_.remarks.push_back({"unknown_fact", {}, {name, did_you_mean(name, known)}});
    }
  }

  value state_fact(std::uint32_t slot, const fact_definition& f,
                   const supplied_fact& given) {
    const auto chosen = choose_statement(given, f, f.name, out_);
    if (chosen.holds == nullptr) return chosen.instead;
    const auto& s = *chosen.holds;
    const auto own = s.from->day;
    const auto evidenced = day_of_evidence(f, own, f.name, out_);
    if (evidenced.day && *evidenced.day > out_.on.as_of) after_.push_back(slot);
    out_.from[slot] = evidence_of(s.from, evidenced.day);
    if (f.dated_by) {
      out_.dated.push_back(
          {slot, s.members ? value{} : content_stated(f, s, f.name, {}, {}, out_), own,
           s.members, s.from->recorded});
    }
    const auto lasting = validity_of(f, out_);
    if (lasting && !evidenced.day && holds_content(s) && !evidenced.open.is_unknown()) {
      undated_.push_back(slot);
    }
    return value_stated(f, s, f.name, evidenced, s.from->recorded, out_);
  }

  // Whoever says nothing more has it in common.
  static std::shared_ptr<const evidence> evidence_of(const evidence& said,
                                                     const std::optional<date>& day) {
    static const auto none = std::make_shared<const evidence>();
    if (!day && said == *none) return none;
    auto from = said;
    from.day = day;
    return std::make_shared<const evidence>(std::move(from));
  }

  // The facts in the order of the dictionary.
  void add_remark(std::string code, std::vector<std::uint32_t>& slots) {
    if (slots.empty()) return;
    std::sort(slots.begin(), slots.end());
    std::vector<std::string> names;
    for (const auto slot : slots) names.push_back(out_.names->fact(slot)->name);
    out_.remarks.push_back({std::move(code), std::move(names), {}});
  }

  bound_facts& out_;
  std::vector<found_fact> found_;               ///< by slot
  std::vector<std::uint32_t> undated_, after_;  ///< slots
};

}  // namespace norma::detail
