// SPDX-License-Identifier: Apache-2.0
#include "asked_facts.hpp"

#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/rule/fact_names.hpp>
#include <norma/rule/scheme.hpp>

namespace norma::cli {

namespace {

/// Units in a list have a table of their own.
bool fits_a_cell(const fact_definition& f) { return !f.lists_units(); }

/// Writes a head and a row below it, cell by cell.
class head_writer {
 public:
  explicit head_writer(bool aliases) : aliases_(aliases) {}

  void column(std::string_view name, std::string_view content = {}) {
    names_ += (names_.empty() ? "" : ",") + std::string(name);
    row_ += (first_ ? "" : ",") + std::string(content);
    first_ = false;
  }

  void fact(const fact_definition& f) {
    const auto& name = aliases_ && !f.alias.empty() ? f.alias : f.name;
    if (!fits_a_cell(f)) return left_out_.push_back(name);
    column(name);
    facts_.emplace_back(name, &f);
    // Evidence that expires is of some day.
    if (f.valid_for.index() != 0) column(name + std::string(day_suffix));
  }

  [[nodiscard]] table_head finish(bool with_row) {
    return {names_ + '\n' + (with_row ? row_ + '\n' : std::string()),
            std::move(left_out_), std::move(facts_)};
  }

 private:
  bool aliases_;
  bool first_ = true;
  std::string names_, row_;
  std::vector<std::string> left_out_;
  std::vector<std::pair<std::string, const fact_definition*>> facts_;
};

const scheme_definition* points_of(const criterion& by) {
  return by.points ? &by.points->definition() : nullptr;
}

}  // namespace

asked_facts facts_asked(const criterion& by) {
  return facts_asked(by.gates, points_of(by));
}

table_head units_head(const criterion& by, bool aliases) {
  const auto& d = by.gates.definition();
  const auto& kinds = by.gates.content().units;
  const auto kind = kinds.find(d.unit);
  const bool areas = kind != kinds.end() && !kind->second.kinds.empty();
  head_writer to(aliases);
  to.column("id");
  to.column("name");
  to.column("unit", d.unit);
  if (areas) to.column("kind", d.area_kind);
  for (const auto& one : facts_asked(by).facts) {
    if (const auto* f = by.gates.words().fact(one.slot)) to.fact(*f);
  }
  return to.finish(true);
}

table_head members_head(const criterion& by, const fact_definition& list, bool aliases) {
  head_writer to(aliases);
  to.column("id");
  to.column("name");
  for (const auto* f : member_facts_asked(by.gates, points_of(by), list)) to.fact(*f);
  return to.finish(false);
}

}  // namespace norma::cli
