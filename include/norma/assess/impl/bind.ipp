// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::binary_search
#include <string>     // std::string
#include <utility>    // std::move
#include <variant>    // std::get_if

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/core/sha256.hpp>
#include <norma/expr/evaluate.hpp>

namespace norma {

NORMA_INLINE bool holds_on(date from, const duration& lasting, date day) {
  if (day < from) return false;
  if (const auto* m = std::get_if<months_duration>(&lasting)) {
    const auto end = from.plus_months(m->months);
    return !end || day <= *end;
  }
  const auto whole = std::get<days_duration>(lasting).whole_days();
  const auto end = whole ? from.plus_days(*whole) : std::nullopt;
  return !end || day <= *end;
}

namespace detail {

// Builds a `bound_facts` step by step; each step is one sentence of design
// sections 5 and 6.
class binder {
 public:
  binder(bound_facts& out, const limits& bounds) : out_(out), bounds_(bounds) {}

  void state_parameters() {
    for (std::uint32_t slot = 0; slot < out_.names->slots.size(); ++slot) {
      const auto* p = std::get_if<parameter>(&out_.names->slots[slot]);
      if (p == nullptr) continue;
      const auto* dated = p->on(out_.on.as_of);
      out_.stated[slot] = dated != nullptr
                              ? dated->content
                              : unknown_because(cause_kind::missing, p->name);
    }
  }

  void state_facts(const unit& given) {
    for (std::uint32_t slot = 0; slot < out_.names->slots.size(); ++slot) {
      const auto* f = out_.names->fact(slot);
      if (f == nullptr) continue;
      const auto found = given.facts.find(f->name);
      out_.stated[slot] = found == given.facts.end()
                              ? unknown_because(cause_kind::missing, f->name)
                              : state_fact(slot, *f, found->second);
    }
    if (!undated_.empty()) add_remark("undated_evidence", std::move(undated_));
    if (!after_.empty()) add_remark("dated_after", std::move(after_));
  }

  // Checks run in one round over what passed the ranges: every fact named in
  // a violated one is unknown. `changed` empty: all of them.
  void apply_checks(std::span<const slot_change> changed) {
    std::vector<std::pair<std::uint32_t, value>> errors;
    const auto env = environment();
    for (const auto& slot : out_.names->slots) {
      const auto* f = std::get_if<fact_definition>(&slot);
      if (f == nullptr) continue;
      for (const auto& check : f->checks) {
        if (!touches(check, changed)) continue;
        if (expr::to_truth(expr::evaluate(check, env)) != truth::no) continue;
        for (const auto named : check.slots) {
          const auto* fact = out_.names->fact(named);
          if (fact != nullptr) {
            errors.emplace_back(named, data_error(fact->name, "N0746",
                                                  {fact->name, check.text}));
          }
        }
      }
    }
    out_.checks_hold = out_.checks_hold && errors.empty();
    for (auto& [slot, error] : errors) {
      // A fact named in several violated checks carries all their errors.
      const auto both = out_.slots[slot].is_unknown()
                            ? merge(out_.slots[slot].causes(), error.causes())
                            : error.causes();
      out_.slots[slot] = value::unknown(both);
    }
  }

  void derive(std::span<const slot_change> changed, bool with_remarks) {
    std::vector<std::uint32_t> recomputed;
    for (const auto slot : out_.names->derived) {
      const auto& f = *out_.names->fact(slot);
      if (!rests_on(f, changed, recomputed)) continue;
      const bool blank = left_blank(slot);
      if (!blank && out_.stated[slot].is_unknown()) continue;  // stays unknown
      if (!blank && !with_remarks && f.supplied == if_supplied::wins) continue;
      const auto computed = compute(f);
      if (blank) {
        out_.slots[slot] = name_unknown(f, computed);
        recomputed.push_back(slot);
      } else if (differs(out_.stated[slot], computed)) {
        disagree(slot, f, computed, with_remarks);
      }
    }
  }

 private:
  [[nodiscard]] expr::environment environment() const {
    expr::environment env;
    env.slots = out_.slots;
    env.as_of = out_.on.as_of;
    env.bounds = bounds_;
    return env;
  }

  value state_fact(std::uint32_t slot, const fact_definition& f,
                   const supplied_fact& given) {
    const auto chosen = choose_statement(given, f.name, out_.on);
    if (chosen.holds == nullptr) return chosen.instead;
    const auto& s = *chosen.holds;
    out_.from[slot] = std::make_shared<const evidence>(s.from);
    if (s.from.day && *s.from.day > out_.on.as_of) after_.push_back(f.name);
    switch (s.state) {
      case supply::known: break;
      case supply::none:
        return f.optional ? value{} : data_error(f.name, "N0745", {f.name});
      case supply::blank: return unknown_because(cause_kind::missing, f.name);
      case supply::pending:
        return unknown_because(cause_kind::pending, f.name, s.note);
      case supply::disagreement:
        return unknown_because(cause_kind::disagreement, f.name, s.note);
    }
    if (const auto lasting = validity(f)) {
      if (!s.from.day) {
        undated_.push_back(f.name);
      } else if (*s.from.day <= out_.on.as_of &&
                 !holds_on(*s.from.day, *lasting, out_.on.as_of)) {
        return unknown_because(cause_kind::expired, f.name, s.from.day->to_string());
      }
    }
    return admit(f, s.content, f.name);
  }

  [[nodiscard]] std::optional<duration> validity(const fact_definition& f) const {
    if (const auto* fixed = std::get_if<duration>(&f.valid_for)) return *fixed;
    if (const auto* slot = std::get_if<std::uint32_t>(&f.valid_for)) {
      const auto& v = out_.stated[*slot];
      if (const auto* m = v.months()) return duration{*m};
      if (const auto* d = v.days()) return duration{*d};
    }
    return std::nullopt;
  }

  // True if the derived fact was not supplied at all, or left blank: only
  // then it is computed.
  [[nodiscard]] bool left_blank(std::uint32_t slot) const {
    const auto causes = out_.stated[slot].causes();
    if (!out_.stated[slot].is_unknown() || !causes || causes->size() != 1) return false;
    const auto kind = causes->front().kind;
    return kind == cause_kind::missing && causes->front().fact == out_.names->fact(slot)->name;
  }

  value compute(const fact_definition& f) const {
    if (f.value) return expr::evaluate(*f.value, environment());
    std::vector<value> inputs;
    inputs.reserve(f.table_inputs.size());
    for (const auto slot : f.table_inputs) inputs.push_back(out_.slots[slot]);
    return look_up(*f.from_table, inputs, environment());
  }

  // A computed value must be what the dictionary says, as a supplied one. A
  // null is the absence of a value: unknown unless the fact is optional.
  [[nodiscard]] static value name_unknown(const fact_definition& f, const value& computed) {
    return computed.is_unknown() ? computed : admit(f, computed, f.name);
  }

  [[nodiscard]] static bool differs(const value& stated, const value& computed) {
    return !computed.is_unknown() && !stated.same_as(computed);
  }

  void disagree(std::uint32_t slot, const fact_definition& f, const value& computed,
                bool with_remarks) {
    if (f.supplied == if_supplied::wins) {
      if (with_remarks) {
        add_remark("derived_differs", {f.name},
                   {out_.stated[slot].to_string(), computed.to_string()});
      }
      return;
    }
    // `must_agree` is a check: every fact named in it is in error.
    out_.checks_hold = false;
    const auto fail = [&](std::uint32_t named) {
      const auto* fact = out_.names->fact(named);
      if (fact == nullptr) return;
      out_.slots[named] =
          data_error(fact->name, "N0747",
                     {f.name, out_.stated[slot].to_string(), computed.to_string()});
    };
    fail(slot);
    if (f.value) {
      for (const auto named : f.value->slots) fail(named);
    }
    for (const auto named : f.table_inputs) fail(named);
  }

  [[nodiscard]] static bool touches(const expr::expression& e,
                                    std::span<const slot_change> changed) {
    return changed.empty() ||
           std::any_of(changed.begin(), changed.end(), [&e](const slot_change& c) {
             return std::binary_search(e.slots.begin(), e.slots.end(), c.first);
           });
  }

  [[nodiscard]] static bool rests_on(const fact_definition& f,
                                     std::span<const slot_change> changed,
                                     const std::vector<std::uint32_t>& recomputed) {
    if (changed.empty()) return true;
    const auto reads = [&f](std::uint32_t slot) {
      const auto& inputs = f.value ? f.value->slots : f.table_inputs;
      return std::find(inputs.begin(), inputs.end(), slot) != inputs.end();
    };
    return std::any_of(changed.begin(), changed.end(),
                       [&](const slot_change& c) { return reads(c.first); }) ||
           std::any_of(recomputed.begin(), recomputed.end(), reads);
  }

  void add_remark(std::string code, std::vector<std::string> facts,
                  std::vector<std::string> arguments = {}) {
    out_.remarks.push_back({std::move(code), std::move(facts), std::move(arguments)});
  }

  bound_facts& out_;
  const limits& bounds_;
  std::vector<std::string> undated_, after_;
};

}  // namespace detail

NORMA_INLINE bound_facts bind(const standard& of, const unit& facts, const days& on,
                              const limits& bounds) {
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
  detail::binder steps{out, bounds};
  steps.state_parameters();
  steps.state_facts(facts);
  out.slots = out.stated;
  steps.apply_checks({});
  steps.derive({}, true);
  return out;
}

NORMA_INLINE bound_facts with(const bound_facts& base,
                              std::span<const slot_change> changes,
                              const limits& bounds) {
  auto out = base;
  if (changes.empty()) return out;
  for (const auto& [slot, content] : changes) {
    const auto* f = out.names->fact(slot);
    out.stated[slot] = f == nullptr ? content : detail::admit(*f, content, f->name);
  }
  detail::binder steps{out, bounds};
  if (base.checks_hold) {
    // Nothing was in error, so what rests on no changed fact stays as it is.
    for (const auto& change : changes) out.slots[change.first] = out.stated[change.first];
    steps.apply_checks(changes);
    steps.derive(changes, false);
  } else {
    out.checks_hold = true;
    out.slots = out.stated;
    steps.apply_checks({});
    steps.derive({}, false);
  }
  return out;
}

}  // namespace norma
