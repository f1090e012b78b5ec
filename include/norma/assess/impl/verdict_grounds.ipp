// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a verdict rests on: the parts at fault, the causes of what keeps it open.

#include <vector>  // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/cause_gatherer.hpp>

namespace norma::detail {

// The same walk as `judge`. With causes only if the environment keeps them.
class verdict_grounds {
 public:
  verdict_grounds(const rule_node& root, const bound_facts& facts, bool with_causes)
      : env_(environment_of(facts, with_causes)) {
    if (!facts.exceptions.empty()) exceptions_ = {root, facts};
    static_cast<void>(visit(root, true, open));
  }

  std::vector<const rule_node*> at_fault;
  cause_gatherer open;

 private:
  // Below vetoes (not `wanted`) those parts are at fault that pass.
  verdict visit(const rule_node& at, bool wanted, cause_gatherer& causes) {
    const auto entry = examine_gate(at, env_);
    if (const auto behind = verdict_behind(entry.is)) {
      if (*behind == verdict::undetermined) causes.add(entry.causes);
      return *behind;
    }
    const auto bad = wanted ? verdict::fail : verdict::pass;
    if (at.role == node_role::part) {
      if (!deciding(at)) return verdict::not_applicable;
      const auto state = examine_part(at, env_, exceptions_);
      if (state.is == verdict::undetermined) causes.add(state.causes);
      if (state.is == bad) at_fault.push_back(&at);
      return state.is;
    }
    const auto before = at_fault.size();
    tally members;
    cause_gatherer below;
    for (const auto& member : at.members) {
      if (member.role == node_role::part && !deciding(member)) continue;
      members.add(visit(member, wanted != (at.combine == combine::none), below));
    }
    const auto found = conclude(at.combine, members, at.at_least);
    if (found == verdict::undetermined) causes.add(below.all());
    if (found != bad) at_fault.resize(before);
    return found;
  }

  expr::environment env_;
  granted_exceptions exceptions_;
};

}  // namespace norma::detail
