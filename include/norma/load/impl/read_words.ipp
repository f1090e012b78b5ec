// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/fact_names.ipp>
#include <norma/load/impl/pack_builder.ipp>
#include <norma/rule/content.hpp>

// What other files refer to by id: documents, decisions, kinds of units, units
// of measure, categories. A pack and those it builds on may say the same
// thing twice, but not two things of one name.

namespace norma::load_detail {

[[nodiscard]] inline bool same_thing(const text& a, const text& b) { return a == b; }
[[nodiscard]] inline bool same_thing(const document& a, const document& b) {
  return a.number == b.number && a.title == b.title && a.day == b.day &&
         a.in_force == b.in_force;
}
[[nodiscard]] inline bool same_thing(const unit_kind& a, const unit_kind& b) {
  return a.label == b.label && a.kinds == b.kinds;
}
[[nodiscard]] inline bool same_thing(const measure_unit& a, const measure_unit& b) {
  return a.label == b.label && a.scale == b.scale && a.leads == b.leads &&
         a.one == b.one;
}
[[nodiscard]] inline bool same_thing(const std::shared_ptr<const expr::category_type>& a,
                                     const std::shared_ptr<const expr::category_type>& b) {
  return a->label == b->label && a->ordered == b->ordered && a->values == b->values;
}

template <class Map, class T>
inline void pack_builder::declare(Map& to, std::string_view kind, const yaml_reader& in,
                                  const yaml_node& key, T what) {
  const std::string place = std::string(kind) + ' ' + key.text;
  const auto [found, is_new] = to.emplace(key.text, what);
  if (is_new) {
    places_.emplace(place, in.span(key));
  } else if (!same_thing(found->second, what)) {
    in.report_second("N0503", {key.text}, key, places_[place]);
  }
}

inline bool pack_builder::check_name(const yaml_reader& in, const yaml_node& node) const {
  if (node.text.size() <= 200 && expr::is_name(node.text)) return true;
  in.report("N0505", {node.text}, node);
  return false;
}

inline bool pack_builder::check_id(const yaml_reader& in, const yaml_node& node) const {
  if (is_id(node.text)) return true;
  in.report("N0504", {node.text}, node);
  return false;
}

template <class Known>
inline void pack_builder::unknown(const yaml_reader& in, const yaml_node& node,
                                  std::string_view what, std::string_view name,
                                  const Known& known) const {
  constexpr std::pair<std::string_view, unsigned> kinds[] = {
      {"R0150", lost_documents}, {"R0151", lost_decisions},  {"R0152", lost_units},
      {"R0153", lost_categories}, {"R0154", lost_measures},  {"R0155", lost_facts},
      {"R0156", lost_parameters}, {"R0157", lost_tables},    {"R0158", lost_units},
  };
  for (const auto& [word, names] : kinds) {
    if (word == what && may_be_lost(in.file(), names)) return;
  }
  if (names_missing_) return;
  std::string meant;
  if constexpr (std::is_same_v<Known, std::map<std::string, unit_kind>>) {
    meant = unit_labelled(content_, name);
  }
  if (meant.empty() && findings_.size() < detail::most_hints) {
    if constexpr (std::is_same_v<Known, std::vector<std::string>>) {
      meant = did_you_mean(name, known);
    } else {
      meant = did_you_mean(name, detail::names_in(known));
    }
  }
  in.report("N0506", {word_argument(what), std::string(name), std::move(meant)}, node);
}

inline void pack_builder::read_words() {
  for (const auto& pack : packs_) {
    // Paths lead into standards of the packs above; a part may rest on a fact.
    const unsigned above = pack->extends == nullptr ? 0U : pack->extends->lost;
    const bool parts = (above & (lost_parts | lost_standards | lost_facts)) != 0;
    const unsigned lost = (pack->lost & ~lost_parts) | (parts ? lost_parts : 0U);
    pack->each_file([&](const rule_file& file) { lost_[file.file.get()] = lost; });
    if (pack->head) {
      read_documents(*pack->head);
      read_decisions(*pack->head);
    }
    if (!pack->facts) continue;
    reader(*pack->facts)
        .only_keys(pack->facts->root, shapes::facts.names());
    read_units(*pack->facts);
    read_measures(*pack->facts);
    read_categories(*pack->facts);
  }
  assume_units();
}

/// Kinds of units that are named and may have been declared in what was lost:
/// facts and standards of theirs are looked at as well.
inline void pack_builder::assume_units() {
  const auto assume = [&](const rule_file& file, const yaml_node* named) {
    if (named == nullptr || !may_be_lost(file.file, lost_units)) return;
    if (content_.units.size() >= most_unit_kinds || !expr::is_name(named->text)) return;
    unit_kind kind;
    kind.id = named->text;
    content_.units.emplace(named->text, std::move(kind));
  };
  for (const auto& pack : packs_) {
    for (const char* section : {"facts", "derived"}) {
      const yaml_node* facts = pack->facts ? pack->facts->root.find(section) : nullptr;
      if (facts == nullptr) continue;
      for (const yaml_entry& fact : facts->entries) {
        const yaml_node* of = fact.value.find("of");
        if (of == nullptr) continue;
        for (const yaml_node& kind : of->items) assume(*pack->facts, &kind);
      }
    }
    for (const auto* files : {&pack->standards, &pack->schemes}) {
      for (const rule_file& file : *files) assume(file, file.root.find("unit"));
    }
  }
}

inline void pack_builder::read_documents(const rule_file& head) {
  const yaml_reader in = reader(head);
  const yaml_node* documents = head.root.find("documents");
  if (!in.expect_mapping(documents)) return;
  for (const auto& [key, node] : documents->entries) {
    if (!check_id(in, key) || !in.expect_mapping(&node)) continue;
    in.only_keys(node, shapes::document.names());
    document d;
    d.id = key.text;
    if (auto number = in.scalar(node.find("number"))) d.number = *number;
    if (auto title = in.read_text(in.require_key(node, "title"))) d.title = *title;
    d.day = in.read_date(node.find("date"));
    d.in_force = read_in_force(in, node.find("in_force"));
    if (node.cut) continue;
    declare(content_.documents, "document", in, key, std::move(d));
  }
}

inline void pack_builder::read_decisions(const rule_file& head) {
  const yaml_reader in = reader(head);
  const yaml_node* decisions = head.root.find("decisions");
  if (!in.expect_mapping(decisions)) return;
  for (const auto& [key, node] : decisions->entries) {
    if (!check_id(in, key)) continue;
    if (auto wording = in.read_text(&node); wording && !node.cut) {
      declare(content_.decisions, "decision", in, key, *wording);
    }
  }
}

inline void pack_builder::read_units(const rule_file& facts) {
  const yaml_reader in = reader(facts);
  const yaml_node* units = facts.root.find("units");
  if (!in.expect_mapping(units)) return;
  for (const auto& [key, node] : units->entries) {
    if (!check_name(in, key) || !in.expect_mapping(&node)) continue;
    in.only_keys(node, shapes::unit_kind.names());
    unit_kind kind;
    kind.id = key.text;
    if (auto label = in.read_text(in.require_key(node, "label"))) kind.label = *label;
    for (const yaml_node* word : in.read_words(node.find("kinds"))) {
      if (check_name(in, *word)) kind.kinds.push_back(word->text);
    }
    if (content_.units.size() >= most_unit_kinds) {
      in.report("N0548", {std::to_string(most_unit_kinds)}, key);
      names_missing_ = true;
      return;
    }
    if (node.cut) continue;
    declare(content_.units, "unit", in, key, std::move(kind));
  }
}

inline void pack_builder::read_measures(const rule_file& facts) {
  const yaml_reader in = reader(facts);
  const yaml_node* measures = facts.root.find("measures");
  if (!in.expect_mapping(measures)) return;
  for (const auto& [key, node] : measures->entries) {
    if (!check_name(in, key) || !in.expect_mapping(&node)) continue;
    in.only_keys(node, shapes::measure.names());
    measure_unit measure;
    measure.id = key.text;
    if (auto label = in.read_text(in.require_key(node, "label"))) measure.label = *label;
    if (const auto scale = in.read_count(node.find("scale"))) {
      if (*scale <= 18) {
        measure.scale = static_cast<int>(*scale);
      } else {
        in.report("N0214", {std::to_string(*scale), "0 … 18"}, *node.find("scale"));
      }
    }
    measure.leads = in.read_flag(node.find("leads")).value_or(false);
    measure.one = in.scalar(node.find("one")).value_or("");
    if (node.cut) continue;
    declare(content_.measures, "measure", in, key, std::move(measure));
  }
}

inline void pack_builder::read_categories(const rule_file& facts) {
  const yaml_reader in = reader(facts);
  const yaml_node* categories = facts.root.find("categories");
  if (!in.expect_mapping(categories)) return;
  for (const auto& [key, node] : categories->entries) {
    if (!check_name(in, key) || !in.expect_mapping(&node)) continue;
    in.only_keys(node, shapes::category.names());
    auto category = std::make_shared<expr::category_type>();
    category->id = key.text;
    if (auto label = in.read_text(node.find("label"))) category->label = *label;
    category->ordered = in.read_flag(node.find("ordered")).value_or(false);
    const yaml_node* values = in.require_key(node, "values");
    if (in.expect_mapping(values)) {
      for (const auto& [id, label] : values->entries) {
        if (!check_name(in, id)) continue;
        if (auto words = in.read_text(&label, true)) {
          category->values.emplace_back(id.text, *words);
        }
      }
    }
    if (node.cut) continue;
    declare(content_.categories, "category", in, key,
            std::shared_ptr<const expr::category_type>(std::move(category)));
  }
}

inline day_range pack_builder::read_in_force(const yaml_reader& in,
                                             const yaml_node* node) const {
  day_range result;
  if (!in.expect_mapping(node)) return result;
  in.only_keys(*node, shapes::days.names());
  result.from = in.read_date(node->find("from"));
  result.to = in.read_date(node->find("to"));
  if (result.from && result.to && *result.to < *result.from) {
    in.report("N0507", {result.to->to_string(), result.from->to_string()},
              *node->find("to"));
    result.to.reset();
  }
  return result;
}

inline citation pack_builder::read_citation(const yaml_reader& in, const yaml_node* node,
                                            const citation& outer) const {
  if (node == nullptr) return outer;
  if (node->kind == yaml_kind::scalar) {
    const auto clause = in.scalar(node);
    if (!clause) return outer;
    if (outer.document.empty() && !reading_cut_) in.report("N0508", {*clause}, *node);
    return append_clause(outer, *clause);
  }
  if (!in.expect_mapping(node)) return outer;
  in.only_keys(*node, shapes::cited.names());
  citation result;
  const yaml_node* named = in.require_key(*node, "document");
  if (const auto id = in.scalar(named)) {
    result.document = *id;
    if (content_.documents.count(*id) == 0) {
      unknown(in, *named, "R0150", *id, content_.documents);
    }
  }
  if (const auto clause = in.scalar(in.require_key(*node, "clause"))) {
    result.clause = normalize_clause(*clause);
  }
  return result;
}

inline std::vector<std::string> pack_builder::read_decision(const yaml_reader& in,
                                                            const yaml_node* node) const {
  std::vector<std::string> result;
  for (const yaml_node* word : in.read_words(node, true)) {
    if (content_.decisions.count(word->text) == 0) {
      unknown(in, *word, "R0151", word->text, content_.decisions);
    } else if (std::find(result.begin(), result.end(), word->text) != result.end()) {
      in.report("N0501", {word->text}, *word);
    } else {
      result.push_back(word->text);
    }
  }
  return result;
}

}  // namespace norma::load_detail
