// SPDX-License-Identifier: Apache-2.0
#include "asked_facts.hpp"

#include <set>          // std::set
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/message.hpp>
#include <norma/rule/scheme.hpp>

namespace norma::cli {

namespace {

class asking {
 public:
  explicit asking(const vocabulary& words) : words_(words) {}

  void all_of(const criterion& by) {
    node(by.gates.definition().root);
    if (!by.points) return;
    const auto& points = by.points->definition();
    for (const auto& block : points.blocks) scored(block.title, block.cite, block.parts);
    const auto extra = [this](std::string_view title,
                              const std::optional<score_extra>& of) {
      if (of) scored(message_text(title), of->cite, of->parts);
    };
    extra("R3004", points.bonus);
    extra("R3005", points.deductions);
  }

  void fact(std::uint32_t slot) {
    const auto* f = words_.fact(slot);
    if (f == nullptr || !seen_.insert(slot).second) return;
    if (f->value) facts(f->value->slots);
    facts(f->table_inputs);
    if (f->dated_by) fact(*f->dated_by);
    if (!f->complete.empty()) {
      if (const auto full = words_.find_fact(f->complete)) fact(*full);
    }
    asked.facts.push_back({slot, asked.headings.size() - 1});
  }

  asked_facts asked{{{}}, {}};

 private:
  void heading(const text& title, const citation& cite) {
    asked.headings.push_back({cite.clause, title});
  }

  /// The facts of a node and then those of its members.
  void node(const rule_node& at) {
    if (at.role == node_role::item || at.role == node_role::standard) {
      heading(at.title, at.cite);
    }
    if (at.when) facts(at.when->slots);
    if (at.fact) fact(*at.fact);
    if (at.require) facts(at.require->slots);
    facts(at.show);
    for (const auto& member : at.members) node(member);
  }

  void scored(const text& title, const citation& cite,
              const std::vector<scored_part>& parts) {
    heading(title, cite);
    for (const auto& part : parts) {
      node(part.node);
      if (part.of) facts(part.of->slots);
    }
  }

  void facts(const std::vector<std::uint32_t>& slots) {
    for (const auto slot : slots) fact(slot);
  }

  const vocabulary& words_;
  std::set<std::uint32_t> seen_;
};

/// The names of fields of records of the type `record` that are read.
class field_names {
 public:
  explicit field_names(std::string record) : record_(std::move(record)) {}

  void collect(const expr::node& at) {
    using expr::node_kind;
    if (at.kind == node_kind::path && holds(at.children.front())) take(at.name);
    const bool inside = at.kind == node_kind::filter && holds(at.children.front());
    const bool bare = at.kind == node_kind::name && (at.bound == expr::binding::field ||
                                                     at.bound == expr::binding::dynamic);
    if (bare && filters_ > 0) take(at.name);
    for (std::size_t i = 0; i < at.children.size(); ++i) {
      const bool within = inside && i > 0;
      filters_ += within ? 1 : 0;
      collect(at.children[i]);
      filters_ -= within ? 1 : 0;
    }
  }

  void collect(const criterion& by) {
    collect(by.gates.definition().root);
    if (!by.points) return;
    by.points->definition().each_part([this](const scored_part& part) {
      collect(part.node);
      if (part.of) collect(part.of->tree);
    });
  }

  void collect(const rule_node& at) {
    if (at.when) collect(at.when->tree);
    if (at.require) collect(at.require->tree);
    for (const auto& member : at.members) collect(member);
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  /// True if the values of the node are such records, or lists of them.
  [[nodiscard]] bool holds(const expr::node& at) const {
    const expr::type* type = &at.checked_type;
    while (type->kind == expr::type_kind::list && type->element)
      type = type->element.get();
    return type->record && type->record->id == record_;
  }

  void take(const std::string& name) {
    if (seen_.insert(name).second) names_.push_back(name);
  }

  std::string record_;
  std::vector<std::string> names_;
  std::set<std::string> seen_;
  std::size_t filters_ = 0;
};

/// The vocabulary of the units in a list, or null.
const vocabulary* words_of(const pack_content& content, const fact_definition& list) {
  if (!list.element || !list.element->fields.empty()) return nullptr;
  const auto& record = list.element->type.record;
  const auto found =
      record ? content.vocabularies.find(record->id) : content.vocabularies.end();
  return found == content.vocabularies.end() ? nullptr : &found->second;
}

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
    if (f.valid_for.index() != 0) column(name + "__date");
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

}  // namespace

bool holds_units(const pack_content& content, const fact_definition& fact) {
  return fact.declared == fact_type::list && words_of(content, fact) != nullptr;
}

asked_facts facts_asked(const criterion& by) {
  asking all(by.gates.words());
  all.all_of(by);
  return std::move(all.asked);
}

std::vector<const fact_definition*> member_facts_asked(const criterion& by,
                                                       const fact_definition& list) {
  std::vector<const fact_definition*> result;
  const auto* words = words_of(by.gates.content(), list);
  if (words == nullptr) return result;
  field_names fields(words->unit);
  fields.collect(by);
  for (const auto& one : facts_asked(by).facts) {
    const auto* f = by.gates.words().fact(one.slot);
    if (f != nullptr && f->value) fields.collect(f->value->tree);
  }
  asking of_member(*words);
  for (const auto& name : fields.names()) {
    if (const auto slot = words->find_fact(name)) of_member.fact(*slot);
  }
  for (const auto& one : of_member.asked.facts) {
    if (const auto* f = words->fact(one.slot)) result.push_back(f);
  }
  return result;
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
  for (const auto* f : member_facts_asked(by, list)) to.fact(*f);
  return to.finish(false);
}

}  // namespace norma::cli
