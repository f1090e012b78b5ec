// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>      // std::uint32_t
#include <functional>   // std::less
#include <map>          // std::map
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::variant
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/fact.hpp>
#include <norma/rule/identity.hpp>
#include <norma/rule/parameter.hpp>
#include <norma/rule/standard.hpp>
#include <norma/rule/table.hpp>

namespace norma {

/// A kind of unit: enterprise, site, area …
struct unit_kind {
  std::string id;
  text label;
  std::vector<std::string> kinds;  ///< of an area: park, township
  std::map<std::string, text, std::less<>> kind_labels = {};  ///< of those that have one

  /// The label of such a unit: that of its own kind, where it says one that has.
  [[nodiscard]] const text& label_of(std::string_view own_kind) const {
    const auto found = kind_labels.find(own_kind);
    return found == kind_labels.end() ? label : found->second;
  }
};

/// A list and the fact that tells its full length, by slot.
struct measured_list {
  std::uint32_t list = 0;
  std::uint32_t length = 0;
};

/// Everything the expressions about one unit kind can name, with its slot:
/// facts, derived facts and parameters of the pack and of those it builds on.
struct vocabulary {
  std::string unit;  ///< unit kind
  expr::scope names;
  /// By slot.
  std::vector<std::variant<fact_definition, parameter>> slots;
  /// Slots of derived facts, each after those it rests on.
  std::vector<std::uint32_t> derived;
  /// Slots of facts that declare checks, `must_agree` and full lengths among them,
  /// and the lists that have one; a `pack` fills them in.
  std::vector<std::uint32_t> checked;
  std::vector<measured_list> measured;

  /// The definition of a fact or derived fact, or null for a parameter.
  [[nodiscard]] const fact_definition* fact(std::uint32_t slot) const {
    return slot < slots.size() ? std::get_if<fact_definition>(&slots[slot]) : nullptr;
  }
  /// The slot of a fact (no parameter) by name or alias, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> find_fact(std::string_view name) const;
  /// The slot of a parameter by the name that the pack's rules have for it, of one that
  /// the pack overrides `<pack>:<name>`; or nothing.
  [[nodiscard]] std::optional<std::uint32_t> find_parameter(std::string_view name) const;
};

/// A unit of measure as readers see it: `{zh: 人, en: persons}`. `leads`: the
/// English word stands before the number (`CNY 5.00`). `one`: the English word
/// for exactly one of them (`1 person`).
struct measure_unit {
  std::string id;
  text label;
  std::optional<int> scale;  ///< decimals of amounts in it (CNY: 2)
  bool leads = false;
  std::string one = {};  ///< empty: the label's word
};

/// A verdict about members that expressions ask for, by `complies` or `verdict`.
struct member_verdict {
  std::string standard;  ///< as the pack finds it
  std::string field;     ///< of the member's record
};

/// One side of a check `a <= b`, `a >= b` or `a = b` that is a fact alone: the
/// other side bounds it.
struct check_bound {
  std::uint32_t fact = 0;      ///< slot of the fact that is bounded
  std::uint32_t declared = 0;  ///< slot of the fact that declares the check
  std::size_t check = 0;       ///< its place there
  std::size_t side = 0;        ///< of the fact in the comparison
};

/// What rules read of the units of a kind where they are elements of a list.
/// Only that much is kept of each: a record of its id, name, those facts, and
/// its verdicts.
struct member_view {
  std::string unit;                           ///< unit kind
  std::shared_ptr<const record_shape> shape;  ///< `id`, `name`, facts, verdicts
  std::vector<std::uint32_t> facts;           ///< slots, in the order of the shape
  std::vector<member_verdict> verdicts;
  /// Slots of all facts that have to be bound: for the record, and to find out
  /// whether the standards that judge the units apply at all.
  std::vector<std::uint32_t> rests_on;
  std::vector<std::uint32_t> derived;  ///< of these, each after those it rests on
  /// The same for the verdicts of units that the standards apply to.
  std::vector<std::uint32_t> judged_on, judged_derived;
  std::vector<check_bound> bounds;
};

struct scheme_definition;  // rule/scheme.hpp

/// The content of a pack, plain data: made by `load`, or in code.
struct pack_content {
  pack_identity identity;
  text title;
  std::vector<pack_identity> uses;  ///< the packs it builds on, upper ones too
  std::string extends;              ///< id of the upper pack; may be empty
  std::map<std::string, document> documents;
  std::map<std::string, text> decisions;
  std::map<std::string, unit_kind> units;
  std::map<std::string, measure_unit> measures;
  std::map<std::string, std::shared_ptr<const expr::category_type>> categories;
  std::map<std::string, std::shared_ptr<const table>> tables;
  std::map<std::string, vocabulary> vocabularies;  ///< by unit kind
  std::vector<standard_definition> standards;      ///< in order of file names
  /// Those of the upper packs, by which its own may be meant: `cn:enterprise`.
  std::vector<standard_definition> upper_standards;
  /// Those of packs that are only used: facts of these packs may rest on them,
  /// nothing else names them.
  std::vector<standard_definition> used_standards;
  /// By kind of the units that lists hold; a `pack` fills them in.
  std::map<std::string, member_view> member_views;
  std::vector<std::shared_ptr<const scheme_definition>> schemes;
  /// Names of parameters that are supposed to have another value than the pack gives
  /// them; as a rule none.
  std::vector<std::string> supposed;

  /// The standard that an expression names so, of any of the packs; null if
  /// there is none.
  [[nodiscard]] const standard_definition* find_standard(std::string_view id) const;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/content.ipp>
#endif
