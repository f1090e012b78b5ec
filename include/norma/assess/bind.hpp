// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>    // std::shared_ptr
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// The two days of an assessment (design section 6).
struct days {
  date as_of;                       ///< the law and the evidence of this day
  std::optional<date> known_as_of;  ///< facts recorded later are unknown
};

/// A note about facts that changes no verdict: undated evidence, a value dated
/// after the as-of day, a supplied value that differs from the derived one.
struct remark {
  std::string code;  ///< `undated_evidence`, `dated_after`, `derived_differs` …
  std::vector<std::string> facts;
  std::vector<std::string> arguments;
  friend bool operator==(const remark&, const remark&) = default;
};

/// A unit's facts as they hold on the two days: one value a slot of the
/// vocabulary, ranges and checks applied, versions chosen, expired evidence
/// unknown, derived facts computed, parameters of the day.
struct bound_facts {
  std::shared_ptr<const pack_content> words;  ///< keeps the vocabulary alive
  const vocabulary* names = nullptr;
  days on;
  std::vector<value> slots;
  /// By slot: the evidence of the statement that holds; null if none.
  std::vector<std::shared_ptr<const evidence>> from;
  std::vector<remark> remarks;
  std::string digest;  ///< SHA-256 of the canonical JSON of what was supplied
  std::string unit_kind, unit_id, unit_name;
  std::vector<exception_record> exceptions;
};

/// Binds `facts` to the vocabulary of `of`. Never throws for bad facts: what
/// breaks a range, scale, type or check is unknown by data error.
[[nodiscard]] bound_facts bind(const standard& of, const unit& facts, const days& on,
                               const limits& bounds = {});

/// As if slot `slot` held `content` (derived facts and checks follow): for
/// what-if and remedies.
[[nodiscard]] bound_facts with(const bound_facts& base, std::uint32_t slot,
                               const value& content, const limits& bounds = {});

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/bind.ipp>
#endif
