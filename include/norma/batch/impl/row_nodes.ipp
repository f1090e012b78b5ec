// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>  // std::vector

#include <norma/assess/verdict.hpp>
#include <norma/batch/impl/nodes.hpp>
#include <norma/batch/impl/row_categories.ipp>

// A standard's tree over one row.

namespace norma::batch::detail {

struct row_node {
  const plan_node* is = nullptr;
  row_step_ptr when, rate, requirement;  ///< null: none
  std::vector<row_step_ptr> parts;       ///< members that always apply, and no items
  std::vector<row_node> members;         ///< all others that decide
  std::vector<row_node> aside;           ///< items that do not

  [[nodiscard]] static row_node of(const plan_node& node, const row_binding& to) {
    row_node result;
    result.is = &node;
    if (!node.in_force) return result;
    if (node.when) result.when = to.step(*node.when);
    if (node.rate) result.rate = to.step(*node.rate);
    if (node.requirement) result.requirement = to.step(*node.requirement);
    for (const plan_node& member : node.members) {
      if (!member.decides) {
        if (member.output >= 0) result.aside.push_back(of(member, to));
      } else if (member.part && member.always_applies && member.output < 0) {
        result.parts.push_back(to.step(*member.requirement));
      } else {
        result.members.push_back(of(member, to));
      }
    }
    return result;
  }

  /// The node's verdict; those of items are left in `items`, by their `output`.
  verdict judge(row_view& in, std::vector<verdict>& items) const {
    const verdict found = !is->in_force ? verdict::not_applicable
                          : is->part    ? judge_part(in)
                                        : judge_group(in, items);
    if (is->output >= 0) items[static_cast<std::size_t>(is->output)] = found;
    return found;
  }

 private:
  [[nodiscard]] static verdict behind(truths gate) {
    return gate.no ? verdict::not_applicable : verdict::undetermined;
  }

  [[nodiscard]] verdict judge_part(row_view& in) const {
    if (!requirement) return verdict::not_applicable;  // shown only
    if (rate) {
      const truths measured = rate->at(in);
      if (!measured.yes) return behind(measured);
    }
    const truths guard = when ? when->at(in) : truths{true, false};
    if (!guard.yes && !is->conditional) return behind(guard);
    const truths met = requirement->at(in);
    if (met.yes) return verdict::pass;
    if (!met.no) return verdict::undetermined;
    return guard.yes ? verdict::fail : behind(guard);
  }

  [[nodiscard]] verdict judge_group(row_view& in, std::vector<verdict>& items) const {
    const truths guard = when ? when->at(in) : truths{true, false};
    if (!guard.yes) return behind(guard);
    tally all;
    for (const row_step_ptr& part : parts) {
      const truths met = part->at(in);
      all.pass += met.yes ? 1 : 0;
      all.fail += met.no ? 1 : 0;
    }
    all.undetermined = parts.size() - all.pass - all.fail;
    for (const row_node& member : members) all.add(member.judge(in, items));
    for (const row_node& item : aside) static_cast<void>(item.judge(in, items));
    return conclude(is->how, all, is->at_least);
  }
};

}  // namespace norma::batch::detail
