// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/report.hpp>
#include <norma/rule/pack.hpp>

namespace norma {
struct bound_facts;
struct steps_left;
}  // namespace norma

namespace norma::cli {

/// What a unit is judged by: a standard, or a scoring scheme.
struct criterion {
  norma::standard gates;  ///< the standard, or what must hold before points count
  std::optional<norma::scheme> points = {};

  [[nodiscard]] const std::string& id() const { return gates.id(); }
  /// `together`: the steps that judging by several takes.
  [[nodiscard]] report judge(const bound_facts& facts, bool remedies,
                             steps_left* together = nullptr) const;
};

/// The standard or scheme of that id.
[[nodiscard]] std::optional<criterion> find_criterion(const pack& of,
                                                      std::string_view id);

/// The pack's own standards, then its schemes.
[[nodiscard]] std::vector<criterion> criteria_of(const pack& of);

/// Their ids, for "did you mean".
void collect_criteria(const pack& of, std::vector<std::string>& to);

/// What the packs have, as a message lists it: `cn:enterprise`、`cn:area`; standards,
/// schemes and, if wanted, tables. Where it is one pack, without its name; "" of nothing.
[[nodiscard]] std::string names_in(const std::vector<const pack*>& packs, bool tables);

/// The kind of units in a table that does not say it: that of the standard asked for, or
/// the only one of the pack's standards; "" where it has to be said.
[[nodiscard]] std::string default_kind_of(const pack& by, const std::string& standard);

}  // namespace norma::cli
