// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a standard or a scoring scheme asks for, read off its conditions.

#include <set>          // std::set
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/message.hpp>
#include <norma/rule/asked_facts.hpp>

namespace norma {

namespace detail {

class asking {
 public:
  explicit asking(const vocabulary& words) : words_(words) {}

  void all_of(const standard_definition& gates, const scheme_definition* scheme) {
    node(gates.root);
    if (scheme == nullptr) return;
    const auto& points = *scheme;
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
    asked.headings.push_back({cite, title});
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

  void collect(const standard_definition& gates, const scheme_definition* scheme) {
    collect(gates.root);
    if (scheme == nullptr) return;
    scheme->each_part([this](const scored_part& part) {
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
NORMA_INLINE const vocabulary* words_of(const pack_content& content,
                                        const fact_definition& list) {
  if (!list.element || !list.element->fields.empty()) return nullptr;
  const auto& record = list.element->type.record;
  const auto found =
      record ? content.vocabularies.find(record->id) : content.vocabularies.end();
  return found == content.vocabularies.end() ? nullptr : &found->second;
}

}  // namespace detail

NORMA_INLINE bool holds_units(const pack_content& content, const fact_definition& fact) {
  return fact.declared == fact_type::list && detail::words_of(content, fact) != nullptr;
}

NORMA_INLINE asked_facts facts_asked(const standard& gates,
                                     const scheme_definition* points) {
  detail::asking all(gates.words());
  all.all_of(gates.definition(), points);
  return std::move(all.asked);
}

NORMA_INLINE std::vector<const fact_definition*> member_facts_asked(
    const standard& gates, const scheme_definition* points, const fact_definition& list) {
  std::vector<const fact_definition*> result;
  const auto* words = detail::words_of(gates.content(), list);
  if (words == nullptr) return result;
  detail::field_names fields(words->unit);
  fields.collect(gates.definition(), points);
  for (const auto& one : facts_asked(gates, points).facts) {
    const auto* f = gates.words().fact(one.slot);
    if (f != nullptr && f->value) fields.collect(f->value->tree);
  }
  detail::asking of_member(*words);
  for (const auto& name : fields.names()) {
    if (const auto slot = words->find_fact(name)) of_member.fact(*slot);
  }
  for (const auto& one : of_member.asked.facts) {
    if (const auto* f = words->fact(one.slot)) result.push_back(f);
  }
  return result;
}

}  // namespace norma
