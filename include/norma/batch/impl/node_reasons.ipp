// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::int16_t
#include <vector>   // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/batch/impl/nodes.hpp>
#include <norma/rule/content.hpp>

// Why a node does not pass: the place, in a walk from the root, of the first part that
// breaks it or leaves it open; of a node that its own guard leaves open, its own place.

namespace norma::batch::detail {

inline constexpr std::int16_t no_reason = -1;

/// A member over the rows of the block, and, if asked for, room for what it says.
class member_run {
 public:
  member_run(block& in, const plan_node& member, const node_outputs& to,
             std::vector<reason_source>* why, bool pass_breaks)
      : in_(in), why_(why), pass_breaks_(pass_breaks) {
    if (why == nullptr) return;
    code_ = static_cast<std::int16_t>(member.place);
    if (member.output >= 0 && to.reasons != nullptr) {
      inner_ = to.reasons[member.output];
    } else if (!member.part) {
      inner_ = in.run().step_memory.take_as<std::int16_t>(in.rows());
    }
    first_breaks_ = in.take();
    first_opens_ = in.take();
    // Of a pass there is no inner reason.
    const std::int16_t* of_breaks = member.part || pass_breaks ? nullptr : inner_;
    const std::int16_t* of_opens = member.part ? nullptr : inner_;
    if (of_breaks == of_opens) {
      why->push_back({first_breaks_, first_opens_, code_, of_breaks});
    } else {
      why->push_back({first_breaks_, nullptr, code_, of_breaks});
      why->push_back({nullptr, first_opens_, code_, of_opens});
    }
  }
  [[nodiscard]] std::int16_t* inner() const { return inner_; }

  /// Marks the rows in which it is the first; `broken` and `open` are those before it.
  void note(const verdict_lanes& lanes, word* broken, word* open) {
    if (why_ == nullptr) return;
    in_.loops().first_of(pass_breaks_ ? lanes.pass : lanes.fail,
                         pass_breaks_ ? lanes.fail : lanes.pass, lanes.none, in_.words(),
                         broken, open, first_breaks_, first_opens_);
  }

 private:
  block& in_;
  std::vector<reason_source>* why_;
  bool pass_breaks_;
  std::int16_t code_ = 0;
  std::int16_t* inner_ = nullptr;
  word* first_breaks_ = nullptr;
  word* first_opens_ = nullptr;
};

/// What the members said, now that the group's verdict is known; its own place where no
/// member says why (too few of `at_least` that apply) and where its gate is not known.
inline void write_reasons(block& in, const verdict_lanes& is, const kleene& gate,
                          std::int16_t place, std::vector<reason_source>& why,
                          std::int16_t* to) {
  const scratch_scope hold(in.run().step_memory);
  if (gate.yes != nullptr) {
    word* open = in.take();
    for (std::size_t i = 0; i < in.words(); ++i) open[i] = ~(gate.yes[i] | gate.no[i]);
    why.push_back({nullptr, open, place, nullptr});
  }
  in.loops().reasons(why.data(), why.size(), is.pass, is.fail, is.none, place, in.rows(),
                     to);
}

/// The same of one unit that the scalar engine judged.
class scalar_reasons {
 public:
  scalar_reasons(const std::vector<verdict>& all, const expr::environment& env)
      : all_(all), env_(env) {}

  /// Of the node at `place`, none of whose upper nodes leaves it open.
  [[nodiscard]] std::int16_t of(const rule_node& at, std::size_t place) const {
    const verdict is = all_[place];
    if (is == verdict::pass || is == verdict::not_applicable) return no_reason;
    if (at.role == node_role::part || left_open(at, is)) {
      return static_cast<std::int16_t>(place);
    }
    const bool veto = at.combine == combine::none && is == verdict::fail;
    std::size_t next = place + 1;
    for (const rule_node& member : at.members) {
      const bool decides = member.role != node_role::part || deciding(member);
      if (decides && all_[next] == (veto ? verdict::pass : is)) {
        return veto ? static_cast<std::int16_t>(next) : of(member, next);
      }
      next += nodes_of(member);
    }
    return static_cast<std::int16_t>(place);
  }
  /// True if the node's own guard is not known.
  [[nodiscard]] bool left_open(const rule_node& at, verdict is) const {
    return is == verdict::undetermined &&
           examine_gate(at, env_).is == gate::guard_unknown;
  }

 private:
  [[nodiscard]] static std::size_t nodes_of(const rule_node& at) {
    std::size_t nodes = 1;
    for (const rule_node& member : at.members) nodes += nodes_of(member);
    return nodes;
  }

  const std::vector<verdict>& all_;
  const expr::environment& env_;
};

}  // namespace norma::batch::detail
