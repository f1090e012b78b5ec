// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill
#include <string>     // std::string
#include <utility>    // std::move
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/members.ipp>
#include <norma/assess/impl/settle.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/core/error.hpp>
#include <norma/core/sha256.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

// States what was supplied of each fact, as it stands on the two days: one
// sentence of design sections 5 and 6 after the other.
class binder {
 public:
  explicit binder(bound_facts& out) : out_(out) {}

  void state_facts(const unit& given) {
    std::size_t read = 0;
    for (std::uint32_t slot = 0; slot < out_.names->slots.size(); ++slot) {
      const auto* f = out_.names->fact(slot);
      if (f == nullptr) continue;
      const auto* named = find(given, f->name);
      const auto* other = f->alias.empty() ? nullptr : find(given, f->alias);
      read += (named != nullptr ? 1 : 0) + (other != nullptr ? 1 : 0);
      if (named != nullptr && other != nullptr) {  // one fact under both its names
        auto both = *named;
        both.versioned = true;
        both.statements.insert(both.statements.end(), other->statements.begin(),
                               other->statements.end());
        out_.stated[slot] = state_fact(slot, *f, both);
        continue;
      }
      if (named == nullptr) named = other;
      out_.stated[slot] = named == nullptr
                              ? unknown_because(cause_kind::missing, f->name)
                              : state_fact(slot, *f, *named);
    }
    if (!undated_.empty()) add_remark("undated_evidence", std::move(undated_));
    if (!after_.empty()) add_remark("dated_after", std::move(after_));
    if (read != given.facts.size()) remark_unknown(given);
  }

 private:
  [[nodiscard]] static const supplied_fact* find(const unit& given, const std::string& name) {
    const auto found = given.facts.find(name);
    return found == given.facts.end() ? nullptr : &found->second;
  }

  void remark_unknown(const unit& given) {
    std::vector<std::string> known;
    std::size_t told = 0;
    for (const auto& [name, supplied] : given.facts) {
      if (out_.names->find_fact(name)) continue;
      if (told++ == most_unknown_facts) return;
      if (known.empty()) {
        for (std::uint32_t slot = 0; slot < out_.names->slots.size(); ++slot) {
          const auto* f = out_.names->fact(slot);
          if (f == nullptr) continue;
          known.push_back(f->name);
          if (!f->alias.empty()) known.push_back(f->alias);
        }
      }
      out_.remarks.push_back({"unknown_fact", {}, {name, did_you_mean(name, known)}});
    }
  }

  value state_fact(std::uint32_t slot, const fact_definition& f,
                   const supplied_fact& given) {
    const auto chosen = choose_statement(given, f.name, out_.on);
    if (chosen.holds == nullptr) return chosen.instead;
    const auto& s = *chosen.holds;
    out_.from[slot] = std::make_shared<const evidence>(s.from);
    if (s.from.day && *s.from.day > out_.on.as_of) after_.push_back(f.name);
    const auto lasting = validity_of(f, out_);
    if (lasting && !s.from.day && holds_content(s)) undated_.push_back(f.name);
    return value_stated(f, s, f.name, out_);
  }

  void add_remark(std::string code, std::vector<std::string> facts) {
    out_.remarks.push_back({std::move(code), std::move(facts), {}});
  }

  bound_facts& out_;
  std::vector<std::string> undated_, after_;
};

// Units of another kind, or a township where parks are judged.
NORMA_INLINE void refuse_other_kind(const standard& by, const unit& given) {
  const auto& d = by.definition();
  if (d.is_for(given)) return;
  const bool below = given.kind.empty() || given.kind == d.unit;
  throw error("a unit of kind `" + (below ? given.area_kind : given.kind) +
              "` can not be judged by `" + by.id() + "`, which is for `" +
              (below ? d.area_kind : d.unit) + "`");
}

NORMA_INLINE void state_and_settle(bound_facts& out, const unit& given) {
  state_parameters(out);
  binder statements{out};
  statements.state_facts(given);
  settler settle{out};
  settle.whole();
  settle.remark_differences();
}

}  // namespace detail

NORMA_INLINE bound_facts bind(const standard& of, const unit& facts, const days& on,
                              const limits& bounds) {
  detail::refuse_other_kind(of, facts);
  bound_facts out;
  out.words = of.shared_content();
  out.names = &of.words();
  out.on = on;
  out.stated.resize(out.names->slots.size());
  out.from.resize(out.names->slots.size());
  out.unit_kind = facts.kind;
  out.unit_id = facts.id;
  out.unit_name = facts.name;
  out.exceptions = facts.exceptions;
  out.given = std::make_shared<const unit>(facts);
  sha256 hash;
  hash.update(canonical_json(facts));
  out.digest = hash.finish();
  out.bounds = bounds;
  detail::state_and_settle(out, facts);
  return out;
}

NORMA_INLINE bound_facts on_day(const bound_facts& base, date as_of) {
  auto out = base;
  if (out.given == nullptr) return out;
  out.on.as_of = as_of;
  out.remarks.clear();
  std::fill(out.from.begin(), out.from.end(), nullptr);
  detail::state_and_settle(out, *out.given);
  return out;
}

NORMA_INLINE void change_values(bound_facts& facts, std::span<const slot_change> changes) {
  if (changes.empty()) return;
  for (const auto& [slot, content] : changes) {
    if (slot >= facts.stated.size()) throw error("no slot " + std::to_string(slot));
    const auto* f = facts.names->fact(slot);
    facts.stated[slot] = f == nullptr ? content : detail::admit(*f, content, f->name);
  }
  detail::settler settle{facts};
  if (facts.checks_hold) {
    settle.after(changes);
  } else {
    settle.whole();
  }
}

NORMA_INLINE bound_facts with(const bound_facts& base,
                              std::span<const slot_change> changes) {
  auto out = base;
  change_values(out, changes);
  return out;
}

NORMA_INLINE bound_facts values_with(const bound_facts& base,
                                     std::span<const slot_change> changes) {
  bound_facts out;
  out.words = base.words;
  out.names = base.names;
  out.on = base.on;
  out.slots = base.slots;
  out.stated = base.stated;
  out.checks_hold = base.checks_hold;
  out.bounds = base.bounds;
  out.exceptions = base.exceptions;
  change_values(out, changes);
  return out;
}

}  // namespace norma
