// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n
#include <cstdint>    // std::int16_t
#include <vector>     // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/batch/impl/nodes.hpp>
#include <norma/rule/content.hpp>

// Why a node does not pass: the place, in a walk from the root, of the first part that
// breaks it or leaves it open; of a node that its own guard leaves open, its own place.

namespace norma::batch::detail {

inline constexpr std::int16_t no_reason = -1;

/// What the members said, now that the group's verdict is known. `gate` has no words
/// where there is none.
inline void write_reasons(block& in, const verdict_lanes& is, const kleene& gate,
                          std::int16_t place, const std::vector<member_reason>& why,
                          std::int16_t* to) {
  const std::size_t n = in.words();
  std::fill_n(to, in.rows(), no_reason);
  const scratch_scope hold(in.run().memory);
  word* bits = in.take();
  // Its own place where no member says why: too few of `at_least` that apply.
  for (std::size_t i = 0; i < n; ++i) bits[i] = ~(is.pass[i] | is.none[i]);
  in.loops().mark(bits, in.rows(), place, to);
  const auto write = [&](const word* which, bool failed, const member_reason& said) {
    for (std::size_t i = 0; i < n; ++i) {
      bits[i] =
          which[i] & (failed ? is.fail[i] : ~(is.pass[i] | is.fail[i] | is.none[i]));
    }
    if (said.inner == nullptr || (failed && !said.inner_breaks)) {
      in.loops().mark(bits, in.rows(), said.place, to);
      return;
    }
    for_each_bit(bits, in.rows(), [&](std::size_t row) { to[row] = said.inner[row]; });
  };
  for (const member_reason& said : why) {
    write(said.breaks, true, said);
    write(said.opens, false, said);
  }
  if (gate.yes == nullptr) return;
  for (std::size_t i = 0; i < n; ++i) bits[i] = ~(gate.yes[i] | gate.no[i]);
  in.loops().mark(bits, in.rows(), place, to);
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
