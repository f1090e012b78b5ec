// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <span>         // std::span
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/name_map.hpp>
#include <norma/core/rare.hpp>
#include <norma/core/source.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// Who says so, of which day, by which document, and since when it is on file.
struct evidence {
  std::string by;
  std::string document;
  std::optional<date> day;
  std::optional<date> recorded;
  /// The day is the unit's, none of the statement's own: it does not count for
  /// a fact that another one dates (`dated_by`).
  bool day_of_unit = false;
  friend bool operator==(const evidence&, const evidence&) = default;
};

/// How a fact was supplied.
enum class supply {
  known,         ///< `content` is the value
  blank,         ///< no value given: unknown
  none,          ///< known to be absent; `note` is the reason: FEEL's null
  pending,       ///< waits for a decision; `note` is the case
  disagreement,  ///< opinions without a joint decision; `note` tells them
};

struct unit;

/// What one of the parties says: `government`, `union`, or `employers`, of whom
/// there may be several.
struct opinion {
  std::string party;
  std::vector<value> said;
};

/// One statement of a fact's value. Inside a list or record an element or
/// field that is blank or pending is an unknown value with its cause.
struct supplied_value {
  supply state = supply::known;
  value content;
  rare<std::string> note = {};
  rare<evidence> from = {};
  /// The elements of a list of units, in place of `content`; null for any other.
  std::shared_ptr<const std::vector<unit>> members = nullptr;
  /// Of a disagreement, for words about it; `note` has them all in one.
  std::vector<opinion> opinions = {};
};

/// All that was supplied of one fact: one statement, or dated versions. Without
/// a statement or versions it is blank, as with a blank statement.
struct supplied_fact {
  std::vector<supplied_value> statements;
  bool versioned = false;
  /// The statements; of a blank fact without any, a blank one.
  [[nodiscard]] std::span<const supplied_value> said() const;
};

/// A recorded decision to set a part aside (design section 5).
struct exception_record {
  std::string part;
  std::string reason;
  evidence from;
};

/// A unit with the facts known about it.
///
///     norma::unit u{.kind = "enterprise", .id = "1", .name = "甬江泵业"};
///     u.set("coordinator_count", 2);
struct unit {
  std::string kind = {};       ///< enterprise, site …
  std::string area_kind = {};  ///< park or township, of an area
  std::string id = {};
  std::string name = {};
  std::string pack = {};  ///< the pack its file names; may be empty
  evidence default_evidence = {};
  name_map<supplied_fact> facts = {};  ///< by fact name
  std::vector<exception_record> exceptions = {};

  /// Supplies `content` for the fact (name, not alias), with the default
  /// evidence; replaces what was there. A null makes it blank: unknown.
  void set(std::string_view fact, value content);
  /// Supplies the units that the fact, a list of units, holds; what their
  /// evidence leaves open is the default evidence.
  void set_members(std::string_view fact, std::vector<unit> members);
  /// Forgets the fact: unknown.
  void erase(std::string_view fact);
};

/// What was supplied, as canonical JSON (RFC 8785's order of keys, numbers
/// with all their digits): what the facts digest is taken of.
[[nodiscard]] std::string canonical_json(const unit& u);

/// The facts digest: the SHA-256 of the canonical JSON.
[[nodiscard]] std::string facts_digest(const unit& u);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/unit.ipp>
#endif
