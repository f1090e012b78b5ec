// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <utility>   // std::pair
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/truth.hpp>

// What decides at one node of a standard: for whoever walks its tree.

namespace norma {

struct bound_facts;
struct exception_record;
struct rule_node;

/// What stands before a node's requirement or members, in the order of design
/// section 3: in force, a rate's own guard, `when`.
enum class gate : unsigned char {
  open,  ///< the requirement, or the members, decide
  not_in_force,
  nothing_to_rate,  ///< 0 of 0
  rate_unknown,
  guard_false,
  guard_unknown,
};

/// The gate of `at` and, where it is unknown, why. `strength: conditional`
/// parts pass through: their guard is weighed with the requirement.
struct gate_state {
  gate is = gate::open;
  cause_list causes;
};
[[nodiscard]] gate_state examine_gate(const rule_node& at, const expr::environment& env);

/// The verdict of a node behind a gate that is not open, and of everything
/// below it; nothing for an open one, where the requirement or the members
/// decide.
[[nodiscard]] std::optional<verdict> verdict_behind(gate g);

/// The exceptions recorded for a unit, as they bear on the parts of a standard
/// (design section 5). A record names a part by its path in the standard, or in
/// one inside it: there it counts wherever that standard stands.
class granted_exceptions {
 public:
  granted_exceptions() = default;
  granted_exceptions(const rule_node& root, const bound_facts& facts);

  /// The record that sets the part aside if it is not met; null if none does.
  [[nodiscard]] const exception_record* of(const rule_node& part) const;
  /// A record of a part that allows none; null if there is none.
  [[nodiscard]] const exception_record* misplaced(const rule_node& part) const;
  /// Records that name no part of the standard.
  [[nodiscard]] const std::vector<const exception_record*>& astray() const {
    return astray_;
  }
  /// Records dated after the as-of day: they count for nothing on that day.
  [[nodiscard]] const std::vector<const exception_record*>& later() const {
    return later_;
  }

 private:
  using place = std::pair<const rule_node*, const exception_record*>;
  std::vector<place> allowed_, misplaced_;
  std::vector<const exception_record*> astray_, later_;
};

/// What a part's guard and requirement say; for parts whose gate is open.
struct part_state {
  verdict is = verdict::undetermined;
  truth when = truth::yes;
  truth requirement = truth::unknown;
  cause_list causes;  ///< of an undetermined one, if they were asked for
  const exception_record* exception = nullptr;  ///< that sets it aside
};
[[nodiscard]] part_state examine_part(const rule_node& at, const expr::environment& env,
                                      const granted_exceptions& exceptions = {});

/// True if the part can decide: it has a requirement and a strength that does.
[[nodiscard]] bool deciding(const rule_node& part);

/// The environment in which the expressions of `facts`' unit are evaluated.
[[nodiscard]] expr::environment environment_of(const bound_facts& facts,
                                               bool with_causes);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/examine.ipp>
#endif
