// SPDX-License-Identifier: Apache-2.0
#pragma once

// From what is stated of each fact to what holds: derived facts are computed, lists
// go on as far as they should, and what checks name is in error.

#include <algorithm>  // std::any_of, std::binary_search
#include <cstdint>    // std::uint32_t
#include <optional>   // std::optional
#include <span>       // std::span
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/check_round.ipp>
#include <norma/assess/impl/compute.ipp>
#include <norma/assess/impl/open_list.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

class settler {
 public:
  explicit settler(bound_facts& out) : out_(out) {}

  // Everything anew from `stated`.
  void whole() {
    settle_all();
    refuse_if_stopped();
  }

  // The same for changed slots of facts whose checks all hold: only what rests
  // on them is looked at. By slot: whether its value may be another one now.
  [[nodiscard]] std::vector<bool> after(std::span<const slot_change> changes) {
    std::vector<bool> touched(out_.slots.size());
    const auto is_touched = [&touched](std::uint32_t slot) { return touched[slot]; };
    const auto touch_measured = [&](std::uint32_t list, std::uint32_t length) {
      if (touched[length]) touched[list] = true;
    };
    for (const auto& [slot, content] : changes) {
      out_.slots[slot] = out_.stated[slot];
      touched[slot] = true;
    }
    each_measured(touch_measured);
    for (std::uint32_t slot = 0; slot < touched.size(); ++slot) {
      if (touched[slot] && out_.names->fact(slot) != nullptr) open(slot);
    }
    for (const auto slot : derived()) {
      const auto& inputs = inputs_of(*out_.names->fact(slot));
      const bool rests =
          touched[slot] || std::any_of(inputs.begin(), inputs.end(), is_touched);
      if (!rests || !derive_and_open(slot, {})) continue;
      touched[slot] = true;
      each_measured(touch_measured);
    }
    if (check_round{out_}.violations(is_touched).empty()) {
      if (refuse_if_stopped()) touched.assign(touched.size(), true);
      return touched;
    }
    whole();
    return std::vector<bool>(touched.size(), true);
  }

  // Supplied derived facts whose computed value differs, where the supplied
  // one wins.
  void remark_differences() {
    for (const auto slot : derived()) {
      const auto& f = *out_.names->fact(slot);
      if (f.supplied != if_supplied::wins || out_.stated[slot].is_unknown()) continue;
      const auto computed = compute(f, out_);
      if (computed.is_unknown() || check_round::agrees(f, out_.stated[slot], computed))
        continue;
      out_.remarks.push_back(
          {"derived_differs",
           {f.name},
           {in_words(out_.stated[slot], f, out_), in_words(computed, f, out_)}});
    }
  }

 private:
  void settle_all() {
    begin();
    for (const auto slot : derived()) derive_and_open(slot, {});
    const auto errors = check_round{out_}.violations([](std::uint32_t) { return true; });
    out_.checks_hold = errors.empty();
    if (errors.empty()) return;
    // What was computed from a fact now in error is computed anew; a computed
    // fact in error is so for no other reason, nor is a list that was given in part.
    begin();
    slots_in_error erring(out_.slots.size());
    for (const auto& [slot, error] : errors) {
      erring[slot] = true;
      const bool computed = out_.names->fact(slot)->derived() && left_blank(slot);
      out_.slots[slot] = computed ? value{} : out_.stated[slot];
    }
    for (const auto& [slot, error] : errors) add_error(slot, error);
    each_measured([&](std::uint32_t list, std::uint32_t length) {
      // A list whose full length is in error has none.
      if (is_among(erring, length) && !is_among(erring, list)) open(list);
    });
    for (const auto slot : derived()) {
      if (!is_among(erring, slot)) derive_and_open(slot, erring);
    }
  }

  // What was not computed, or checked, to its end may be in error: nothing is known of
  // the unit then, or a check that was not made would pass.
  bool refuse_if_stopped() {
    const auto met = out_.account == nullptr ? step_limit::none : out_.account->met;
    if (met == step_limit::none) return false;
    const auto refuse = [&](std::uint32_t slot) {
      const auto* f = out_.names->fact(slot);
      if (f == nullptr || in_error(out_.slots[slot])) return;
      out_.slots[slot] = stopped_by(met, path_of(*f), out_.bounds);
    };
    if (out_.only != nullptr) {
      for (const auto slot : out_.only->rests_on) refuse(slot);
    } else {
      for (std::uint32_t slot = 0; slot < out_.slots.size(); ++slot) refuse(slot);
    }
    out_.checks_hold = false;
    return true;
  }

  // Of a member only facts that are read hold.
  [[nodiscard]] bool is_read(std::uint32_t slot) const {
    if (out_.only == nullptr) return true;
    const auto& read = out_.only->rests_on;
    return std::binary_search(read.begin(), read.end(), slot);
  }
  template <class F>
  void each_measured(const F& each) const {
    for (const auto& [list, length] : out_.names->measured) {
      if (is_read(list)) each(list, length);
    }
  }
  [[nodiscard]] const std::vector<std::uint32_t>& derived() const {
    return out_.only != nullptr ? out_.only->derived : out_.names->derived;
  }
  [[nodiscard]] std::string path_of(const fact_definition& f) const {
    return out_.place + f.name;
  }

  void begin() {
    if (out_.only != nullptr) {
      for (const auto slot : out_.only->rests_on) out_.slots[slot] = out_.stated[slot];
      for (const auto slot : out_.only->rests_on) open(slot);
      return;
    }
    out_.slots = out_.stated;
    for (std::uint32_t slot = 0; slot < out_.slots.size(); ++slot) {
      if (out_.names->fact(slot) != nullptr) open(slot);
    }
  }

  // By slot: whether it is in error; empty: none is.
  using slots_in_error = std::vector<bool>;
  [[nodiscard]] static bool is_among(const slots_in_error& errors, std::uint32_t slot) {
    return !errors.empty() && errors[slot];
  }

  // The fact that tells a list's full length.
  [[nodiscard]] std::optional<std::uint32_t> length_of(const fact_definition& f) const {
    return f.complete.empty() ? std::nullopt : out_.names->find_fact(f.complete);
  }

  // A list or set that is not known to be whole goes on; of a number that is not
  // known, that it is one.
  void open(std::uint32_t slot) {
    const auto& f = *out_.names->fact(slot);
    const auto& v = out_.stated[slot];
    if (v.is_unknown() && !f.derived() && surely_number(f) && !in_error(v)) {
      out_.slots[slot] = value{unknown_value{v.causes(), unbounded_number()}};
    }
    if (f.declared != fact_type::list && f.declared != fact_type::set) return;
    const auto length = length_of(f);
    out_.slots[slot] = opened(*out_.words, f, out_.stated[slot], path_of(f),
                              length ? &out_.slots[*length] : nullptr);
  }

  // True if the fact was not supplied at all, or left blank: only then a
  // derived fact is computed.
  [[nodiscard]] bool left_blank(std::uint32_t slot) const {
    const auto causes = out_.stated[slot].causes();
    if (!out_.stated[slot].is_unknown() || !causes || causes->size() != 1) return false;
    return causes->front().kind == cause_kind::missing &&
           causes->front().fact == path_of(*out_.names->fact(slot));
  }

  // A computed value must be what the dictionary says, as a supplied one. A
  // null is the absence of a value: in error unless the fact is optional.
  bool derive(std::uint32_t slot) {
    if (!left_blank(slot)) return false;
    const auto& f = *out_.names->fact(slot);
    auto computed = compute(f, out_);
    out_.slots[slot] =
        computed.is_unknown() ? std::move(computed) : admit(f, computed, path_of(f));
    return true;
  }

  // A list goes on as far as its full length says, where that is computed; one
  // in error stays so.
  bool derive_and_open(std::uint32_t slot, const slots_in_error& errors) {
    if (!derive(slot)) return false;
    each_measured([&](std::uint32_t list, std::uint32_t length) {
      if (length == slot && !is_among(errors, list)) open(list);
    });
    return true;
  }

  // A fact named in several violated checks carries all their errors.
  void add_error(std::uint32_t slot, const value& error) {
    auto& held = out_.slots[slot];
    held = value::unknown(held.is_unknown() ? merge(held.causes(), error.causes())
                                            : error.causes());
  }

  bound_facts& out_;
};

}  // namespace norma::detail
