// SPDX-License-Identifier: Apache-2.0
#pragma once

// From what is stated of each fact to what holds: derived facts are computed,
// and all checks run in one round over what passed type and range.

#include <algorithm>  // std::any_of, std::find
#include <span>       // std::span
#include <string>     // std::string
#include <utility>    // std::move, std::pair
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

class settler {
 public:
  explicit settler(bound_facts& out) : out_(out) {}

  // Everything anew from `stated`.
  void whole() {
    out_.slots = out_.stated;
    for (const auto slot : out_.names->derived) derive(slot);
    const auto errors = violations([](std::uint32_t) { return true; });
    out_.checks_hold = errors.empty();
    if (errors.empty()) return;
    // What was computed from a fact now in error is computed anew; a computed
    // fact in error is so for no other reason.
    out_.slots = out_.stated;
    for (const auto& [slot, error] : errors) {
      const auto* f = out_.names->fact(slot);
      if (f->derived() && left_blank(slot)) out_.slots[slot] = value{};
    }
    for (const auto& [slot, error] : errors) add_error(slot, error);
    for (const auto slot : out_.names->derived) {
      const bool in_error = std::any_of(errors.begin(), errors.end(),
                                        [slot](const slot_change& e) {
                                          return e.first == slot;
                                        });
      if (!in_error) derive(slot);
    }
  }

  // The same for changed slots of facts whose checks all hold: only what rests
  // on them is looked at.
  void after(std::span<const slot_change> changes) {
    std::vector<std::uint32_t> touched;
    const auto is_touched = [&touched](std::uint32_t slot) {
      return std::find(touched.begin(), touched.end(), slot) != touched.end();
    };
    for (const auto& [slot, content] : changes) {
      out_.slots[slot] = out_.stated[slot];
      touched.push_back(slot);
    }
    for (const auto slot : out_.names->derived) {
      const auto& inputs = inputs_of(*out_.names->fact(slot));
      const bool rests = is_touched(slot) ||
                         std::any_of(inputs.begin(), inputs.end(), is_touched);
      if (rests && derive(slot)) touched.push_back(slot);
    }
    if (!violations(is_touched).empty()) whole();
  }

  // Supplied derived facts whose computed value differs, where the supplied
  // one wins.
  void remark_differences() {
    for (const auto slot : out_.names->derived) {
      const auto& f = *out_.names->fact(slot);
      if (f.supplied != if_supplied::wins || out_.stated[slot].is_unknown()) continue;
      const auto computed = compute(f);
      if (computed.is_unknown() || out_.stated[slot].same_as(computed)) continue;
      out_.remarks.push_back({"derived_differs",
                              {f.name},
                              {out_.stated[slot].to_string(), computed.to_string()}});
    }
  }

 private:
  [[nodiscard]] expr::environment environment() const {
    expr::environment env;
    env.slots = out_.slots;
    env.as_of = out_.on.as_of;
    env.bounds = out_.bounds;
    return env;
  }

  [[nodiscard]] static const std::vector<std::uint32_t>& inputs_of(
      const fact_definition& f) {
    return f.value ? f.value->slots : f.table_inputs;
  }

  // True if the fact was not supplied at all, or left blank: only then a
  // derived fact is computed.
  [[nodiscard]] bool left_blank(std::uint32_t slot) const {
    const auto causes = out_.stated[slot].causes();
    if (!out_.stated[slot].is_unknown() || !causes || causes->size() != 1) return false;
    return causes->front().kind == cause_kind::missing &&
           causes->front().fact == out_.names->fact(slot)->name;
  }

  [[nodiscard]] value compute(const fact_definition& f) const {
    if (f.value) return expr::evaluate(*f.value, environment());
    std::vector<value> inputs;
    inputs.reserve(f.table_inputs.size());
    for (const auto slot : f.table_inputs) inputs.push_back(out_.slots[slot]);
    return look_up(*f.from_table, inputs, environment());
  }

  // A computed value must be what the dictionary says, as a supplied one. A
  // null is the absence of a value: in error unless the fact is optional.
  bool derive(std::uint32_t slot) {
    if (!left_blank(slot)) return false;
    const auto& f = *out_.names->fact(slot);
    auto computed = compute(f);
    out_.slots[slot] =
        computed.is_unknown() ? std::move(computed) : admit(f, computed, f.name);
    return true;
  }

  // A fact named in several violated checks carries all their errors.
  void add_error(std::uint32_t slot, const value& error) {
    auto& held = out_.slots[slot];
    held = value::unknown(held.is_unknown() ? merge(held.causes(), error.causes())
                                            : error.causes());
  }

  // The facts named in violated checks, `must_agree` among them, with their
  // errors; of the checks that read a slot of which `concerns` is true.
  template <class Concerns>
  [[nodiscard]] std::vector<slot_change> violations(const Concerns& concerns) const {
    std::vector<slot_change> errors;
    const auto env = environment();
    for (std::uint32_t slot = 0; slot < out_.names->slots.size(); ++slot) {
      const auto* f = out_.names->fact(slot);
      if (f == nullptr) continue;
      for (const auto& check : f->checks) {
        if (std::none_of(check.slots.begin(), check.slots.end(), concerns)) continue;
        if (expr::to_truth(expr::evaluate(check, env)) != truth::no) continue;
        note(check, errors);
      }
      if (f->derived() && f->supplied == if_supplied::must_agree) {
        compare(slot, *f, concerns, errors);
      }
    }
    return errors;
  }

  template <class Concerns>
  void compare(std::uint32_t slot, const fact_definition& f, const Concerns& concerns,
               std::vector<slot_change>& errors) const {
    const auto& stated = out_.stated[slot];
    const auto& inputs = inputs_of(f);
    if (stated.is_unknown() ||
        !(concerns(slot) || std::any_of(inputs.begin(), inputs.end(), concerns))) {
      return;
    }
    const auto computed = compute(f);
    if (computed.is_unknown() || stated.same_as(computed)) return;
    const std::vector<std::string> told{f.name, stated.to_string(), computed.to_string()};
    const auto fail = [&](std::uint32_t named) {
      const auto* fact = out_.names->fact(named);
      if (fact != nullptr) errors.emplace_back(named, data_error(fact->name, "N0747", told));
    };
    fail(slot);
    for (const auto named : inputs) fail(named);
  }

  void note(const expr::expression& check, std::vector<slot_change>& errors) const {
    const auto words = describe_check(check, out_);
    for (const auto named : check.slots) {
      const auto* fact = out_.names->fact(named);
      if (fact == nullptr) continue;  // a parameter is not in error
      errors.emplace_back(named, data_error(fact->name, "N0746",
                                            {fact->name, check.text, words.zh, words.en}));
    }
  }

  bound_facts& out_;
};

}  // namespace norma::detail
