// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/unit.hpp>

#include <utility>  // std::move

#include <norma/core/sha256.hpp>
#include <norma/rule/impl/unit_json.ipp>

namespace norma {

namespace detail {

[[nodiscard]] inline evidence evidence_by_default(evidence of_unit) {
  of_unit.day_of_unit = of_unit.day.has_value();
  return of_unit;
}

}  // namespace detail

NORMA_INLINE void unit::set(std::string_view fact, value content) {
  supplied_value statement;
  statement.state = content.is_null() ? supply::blank : supply::known;
  statement.content = std::move(content);
  statement.from = detail::evidence_by_default(default_evidence);
  facts[fact] = {{std::move(statement)}, false};
}

NORMA_INLINE void unit::set_members(std::string_view fact, std::vector<unit> members) {
  supplied_value statement;
  statement.members = std::make_shared<const std::vector<unit>>(std::move(members));
  statement.from = detail::evidence_by_default(default_evidence);
  facts[fact] = {{std::move(statement)}, false};
}

NORMA_INLINE void unit::erase(std::string_view fact) { facts.erase(fact); }

NORMA_INLINE std::span<const supplied_value> supplied_fact::said() const {
  static const supplied_value blank{.state = supply::blank, .content = {}};
  if (statements.empty() && !versioned) return {&blank, 1};
  return statements;
}

NORMA_INLINE std::string canonical_json(const unit& u) {
  detail::json_writer writer;
  writer.write(u);
  return writer.take();
}

NORMA_INLINE std::string facts_digest(const unit& u) {
  sha256 hash;
  detail::json_writer writer{&hash};
  writer.write(u);
  writer.finish();
  return hash.finish();
}

}  // namespace norma
