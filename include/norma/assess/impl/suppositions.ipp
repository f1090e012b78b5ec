// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was supposed of parameters (rule/suppose.hpp), and which nodes rest on it: a
// report must not be taken for one under the law.

#include <algorithm>  // std::find
#include <cstdint>    // std::uint32_t
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::move
#include <variant>    // std::get
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/report.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

class suppositions {
 public:
  explicit suppositions(const bound_facts& facts) : facts_(facts) {
    for (const auto& name : facts.words->supposed) {
      const auto slot = facts.names->find_parameter(name);
      if (slot)
        all_.push_back(shown(name, std::get<parameter>(facts.names->slots[*slot])));
    }
  }

  [[nodiscard]] const std::vector<supposition_shown>& all() const { return all_; }

  /// The suppositions that a node itself rests on, as choices behind it.
  void note(const rule_node& at, std::vector<decision_shown>& to) const {
    if (all_.empty()) return;
    reading seen;
    if (at.fact) read(*facts_.names, *at.fact, seen);
    for (const auto* condition : {&at.when, &at.require}) {
      if (*condition) read(*facts_.names, **condition, seen);
    }
    for (const auto& one : all_) {
      if (seen.found.count(one.parameter) == 0) continue;
      auto words =
          one.in_force.empty()
              ? message_text("R0313", {one.label->zh, one.shown.zh},
                             {one.label->en, one.shown.en})
              : message_text("R0312", {one.label->zh, one.shown.zh, one.in_force.zh},
                             {one.label->en, one.shown.en, one.in_force.en});
      to.push_back({"what-if:" + one.parameter, std::move(words)});
    }
  }

 private:
  struct reading {
    std::set<std::pair<const vocabulary*, std::uint32_t>> seen;
    std::set<std::string> found;
  };

  /// Whatever the value in the slot may rest on: what a fact is computed from, how long
  /// its evidence holds, its checks.
  void read(const vocabulary& in, std::uint32_t slot, reading& so_far) const {
    if (!so_far.seen.emplace(&in, slot).second) return;
    const auto* f = in.fact(slot);
    if (f == nullptr) {
      for (const auto& name : facts_.words->supposed) {
        if (in.find_parameter(name) == slot) so_far.found.insert(name);
      }
      return;
    }
    if (f->value) read(in, *f->value, so_far);
    for (const auto input : f->table_inputs) read(in, input, so_far);
    for (const auto& check : f->checks) {
      for (const auto input : check.slots) {
        if (in.fact(input) == nullptr) read(in, input, so_far);
      }
    }
    if (const auto* lasting = std::get_if<std::uint32_t>(&f->valid_for))
      read(in, *lasting, so_far);
  }

  void read(const vocabulary& in, const expr::expression& e, reading& so_far) const {
    for (const auto slot : e.slots) {
      read(in, slot, so_far);
      const auto* f = in.fact(slot);
      if (f != nullptr && f->lists_units())
        read_units(f->element->type.record->id, e, so_far);
    }
  }

  /// Of units in a list the facts that the expression names, and the standards that it
  /// judges them by.
  void read_units(const std::string& kind, const expr::expression& e,
                  reading& so_far) const {
    const auto of_kind = facts_.words->vocabularies.find(kind);
    if (of_kind == facts_.words->vocabularies.end()) return;
    const auto& words = of_kind->second;
    std::set<std::string> names, asked;
    collect_field_names(e.tree, names);
    collect_standards(e.tree, asked);
    std::set<std::uint32_t> slots;
    for (const auto& name : names) {
      if (const auto slot = words.find_fact(name)) slots.insert(*slot);
    }
    for (const auto& one : asked) {
      if (const auto* by = facts_.words->find_standard(one)) add_slots(by->root, slots);
    }
    for (const auto slot : slots) read(words, slot, so_far);
  }

  [[nodiscard]] supposition_shown shown(const std::string& name,
                                        const parameter& p) const {
    const wording zh{*facts_.words, *facts_.names, language::zh};
    const wording en{*facts_.words, *facts_.names, language::en};
    const auto words = [&](const value& v) { return text{zh.of(v, p), en.of(v, p)}; };
    const auto* dated = p.on(facts_.on.as_of);
    return {name, p.label.empty() ? text{p.name, p.name} : p.label, *p.supposed,
            words(*p.supposed), dated == nullptr ? text{} : words(dated->content)};
  }

  const bound_facts& facts_;
  std::vector<supposition_shown> all_;
};

}  // namespace norma::detail
