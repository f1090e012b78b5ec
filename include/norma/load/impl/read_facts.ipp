// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find
#include <memory>     // std::make_shared
#include <set>        // std::set
#include <utility>    // std::move

#include <norma/load/impl/read_types.ipp>

// facts.yaml: records, facts and derived facts. Conditions
// (checks, values) are compiled later, when every name is known.

namespace norma::load_detail {

class fact_declarations {
 public:
  fact_declarations(pack_draft& draft, declared_words& to)
      : draft_(draft), declared_(to), types_(draft, to) {}

  void read(const rule_file& file, const pack_source& pack);
  /// The types of member units, when all facts are read.
  void fill_unit_records();

 private:
  void read_records(const rule_file& file);
  void read_facts(const rule_file& file, const pack_source& pack);
  void read_fact(const yaml_reader& in, const yaml_entry& entry, bool derived,
                 const pack_source& pack);
  void read_kind_keys(const yaml_reader& in, const yaml_node& node,
                      fact_definition& to) const;
  void refuse_nested_units();

  pack_draft& draft_;
  declared_words& declared_;
  type_reader types_;
};

inline void fact_declarations::read(const rule_file& file, const pack_source& pack) {
  read_records(file);
  read_facts(file, pack);
}

inline void fact_declarations::read_records(const rule_file& file) {
  const yaml_reader in = draft_.reader(file);
  const yaml_node* records = file.root.find("records");
  if (!in.expect_mapping(records)) return;
  for (const yaml_entry& declared : records->entries) {
    if (!draft_.declares(in, declared)) continue;
    const auto& [key, node] = declared;
    in.only_keys(node, shapes::record.names());
    [[maybe_unused]] const auto label = in.read_text(node.find("label"));
    if (const auto known = declared_.records.find(key.text);
        known != declared_.records.end()) {
      in.report_second("N0503", {key.text}, key, known->second.where);
      continue;
    }
    declared_record record;
    record.where = in.span(key);
    auto type = std::make_shared<expr::record_type>();
    type->id = key.text;
    const yaml_node* fields = in.require_key(node, "fields");
    if (!in.expect_mapping(fields)) {
      draft_.doubted.insert(key.text);
      continue;
    }
    std::map<std::string, source_span> names;
    for (const yaml_entry& entry : fields->entries) {
      if (record.fields.size() >= most_fields) {
        in.report("N0548", {std::to_string(most_fields)}, entry.key);
        draft_.names_missing = true;
        break;
      }
      if (!draft_.declares(in, entry)) continue;
      in.only_keys(entry.value, shapes::field.names());
      fact_definition field = types_.read_definition(in, entry);
      if (entry.value.cut) continue;
      for (const std::string& name : {field.name, field.alias}) {
        if (name.empty()) continue;
        const auto [first, is_new] = names.emplace(name, field.where);
        if (!is_new) in.report_second("N0513", {name}, entry.key, first->second);
      }
      type->fields.push_back(
          {field.name, field.alias, field.label, field.type, field.optional});
      record.fields.push_back(std::move(field));
    }
    record.type = std::move(type);
    if (node.cut) continue;
    declared_.records.emplace(key.text, std::move(record));
  }
}

inline void fact_declarations::read_facts(const rule_file& file,
                                          const pack_source& pack) {
  const yaml_reader in = draft_.reader(file);
  for (const bool derived : {false, true}) {
    const yaml_node* facts = file.root.find(derived ? "derived" : "facts");
    if (!in.expect_mapping(facts)) continue;
    for (const yaml_entry& entry : facts->entries) {
      if (!draft_.declares(in, entry)) continue;
      if (const auto known = declared_.fact_places.find(entry.key.text);
          known != declared_.fact_places.end()) {
        in.report_second("N0513", {entry.key.text}, entry.key,
                         declared_.facts[known->second].definition.where);
        continue;
      }
      if (declared_.facts.size() >= most_words) {
        in.report("N0548", {std::to_string(most_words)}, entry.key);
        draft_.names_missing = true;
        return;
      }
      read_fact(in, entry, derived, pack);
    }
  }
}

inline void fact_declarations::read_fact(const yaml_reader& in, const yaml_entry& entry,
                                         bool derived, const pack_source& pack) {
  const yaml_node& node = entry.value;
  in.only_keys(node, (derived ? shapes::derived_fact : shapes::fact).names());
  declared_fact fact{types_.read_definition(in, entry), &node, in, derived};
  fact_definition& to = fact.definition;
  to.pack = pack.identity.id;
  const std::size_t before = draft_.findings.size();
  for (const yaml_node* kind : in.read_words(in.require_key(node, "of"))) {
    if (draft_.content.units.count(kind->text) == 0) {
      draft_.unknown(in, *kind, "R0152", kind->text, draft_.content.units);
    } else if (std::find(to.of.begin(), to.of.end(), kind->text) != to.of.end()) {
      in.report("N0501", {kind->text}, *kind);
    } else {
      to.of.push_back(kind->text);
    }
  }
  if (draft_.findings.size() != before) draft_.doubted.insert({to.name, to.alias});
  read_kind_keys(in, node, to);
  if (node.cut) return;
  declared_.fact_places.emplace(to.name, declared_.facts.size());
  declared_.facts.push_back(std::move(fact));
}

inline void fact_declarations::read_kind_keys(const yaml_reader& in,
                                              const yaml_node& node,
                                              fact_definition& to) const {
  for (const yaml_node* word : in.read_words(node.find("sources"))) {
    to.sources.push_back(word->text);
  }
  if (auto note = in.read_text(node.find("note"))) to.note = *note;
  to.change = to.declared == fact_type::boolean ? changeable::up : changeable::no;
  if (const auto word =
          in.read_choice(node.find("changeable"), shapes::fact.words("changeable"))) {
    to.change = static_cast<changeable>(*word);
  }
  if (const auto word = in.read_choice(node.find("if_supplied"),
                                       shapes::derived_fact.words("if_supplied"))) {
    to.supplied = static_cast<if_supplied>(*word);
  }
  const yaml_node* complete = node.find("complete");
  if (const auto name = in.scalar(complete)) {
    if (to.declared == fact_type::list) {
      to.complete = *name;
    } else if (to.type.kind != expr::type_kind::any) {
      in.report("N0510", {"complete"}, *complete);
    }
  }
}

inline void fact_declarations::fill_unit_records() {
  for (auto& [kind, record] : declared_.unit_records) {
    for (const declared_fact& fact : declared_.facts) {
      const fact_definition& f = fact.definition;
      if (std::find(f.of.begin(), f.of.end(), kind) == f.of.end()) continue;
      draft_.hold(sizeof(expr::record_field) + held_bytes(f.label), f.where);
      record->fields.push_back({f.name, f.alias, f.label, f.type, f.optional});
    }
  }
  refuse_nested_units();
}

/// The kinds of the units that a list holds, or the lists in its records.
inline void add_kinds_listed(const fact_definition& list, std::set<std::string>& kinds,
                             std::set<std::string>& records) {
  if (list.lists_units()) kinds.insert(list.element->type.record->id);
  if (!list.element || list.element->fields.empty()) return;
  if (!records.insert(list.element->type.record->id).second) return;
  for (const fact_definition& field : list.element->fields)
    add_kinds_listed(field, kinds, records);
}

/// Units may hold lists of units, in records, too, but none of its own kind, however
/// deep: the type of such a list would have no end.
inline void fact_declarations::refuse_nested_units() {
  std::map<std::string, std::set<std::string>> holds;
  for (const declared_fact& fact : declared_.facts) {
    std::set<std::string> listed;
    std::set<std::string> records;
    add_kinds_listed(fact.definition, listed, records);
    for (const std::string& inner : listed) {
      if (declared_.unit_records.count(inner) == 0) continue;  // a record without fields
      for (const std::string& kind : fact.definition.of) {
        std::vector<std::string> open{inner};
        std::set<std::string> seen;
        while (!open.empty()) {
          const std::string at = open.back();
          open.pop_back();
          if (!seen.insert(at).second) continue;
          for (const std::string& next : holds[at]) open.push_back(next);
        }
        if (seen.count(kind) != 0) {
          fact.in.report("N0514", {kind}, *fact.node->find("type"));
          declared_.unit_records[inner]->fields.clear();
        } else {
          holds[kind].insert(inner);
        }
      }
    }
  }
}

}  // namespace norma::load_detail
