// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/draft_words.ipp>
#include <norma/load/impl/pack_draft.ipp>

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
  // What stands below may leave the labels of its kinds to the pack above.
  return a.label == b.label && a.kinds == b.kinds &&
         (b.kind_labels.empty() || a.kind_labels == b.kind_labels);
}
[[nodiscard]] inline bool same_thing(const measure_unit& a, const measure_unit& b) {
  return a.label == b.label && a.scale == b.scale && a.leads == b.leads && a.one == b.one;
}
[[nodiscard]] inline bool same_thing(
    const std::shared_ptr<const expr::category_type>& a,
    const std::shared_ptr<const expr::category_type>& b) {
  return a->label == b->label && a->ordered == b->ordered && a->values == b->values;
}

class word_reader {
 public:
  explicit word_reader(pack_draft& draft) : draft_(draft) {}

  void read();

 private:
  void assume_units();
  void read_documents(const rule_file& head);
  void read_decisions(const rule_file& head);
  void read_units(const rule_file& facts);
  static void read_kinds(const yaml_reader& in, const yaml_node* from, unit_kind& to);
  void read_measures(const rule_file& facts);
  void read_categories(const rule_file& facts);
  template <class Map, class T>
  void declare(Map& to, std::string_view kind, const yaml_reader& in,
               const yaml_node& key, T what);

  pack_draft& draft_;
};

template <class Map, class T>
inline void word_reader::declare(Map& to, std::string_view kind, const yaml_reader& in,
                                 const yaml_node& key, T what) {
  const std::string place = std::string(kind) + ' ' + key.text;
  const auto [found, is_new] = to.emplace(key.text, what);
  if (is_new) {
    draft_.places.emplace(place, in.span(key));
  } else if (!same_thing(found->second, what)) {
    in.report_second("N0503", {key.text}, key, draft_.places[place]);
  }
}

inline void word_reader::read() {
  for (const auto& pack : draft_.packs) {
    if (pack->head) {
      read_documents(*pack->head);
      read_decisions(*pack->head);
    }
    if (!pack->facts) continue;
    draft_.reader(*pack->facts).only_keys(pack->facts->root, shapes::facts.names());
    read_units(*pack->facts);
    read_measures(*pack->facts);
    read_categories(*pack->facts);
  }
  assume_units();
}

/// Kinds of units that are named and may have been declared in what was lost:
/// facts and standards of theirs are looked at as well.
inline void word_reader::assume_units() {
  const auto assume = [&](const rule_file& file, const yaml_node* named) {
    if (named == nullptr || !draft_.may_be_lost(file.file, lost_units)) return;
    if (draft_.content.units.size() >= most_unit_kinds || !expr::is_name(named->text))
      return;
    unit_kind kind;
    kind.id = named->text;
    draft_.content.units.emplace(named->text, std::move(kind));
  };
  for (const auto& pack : draft_.packs) {
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

inline void word_reader::read_documents(const rule_file& head) {
  const yaml_reader in = draft_.reader(head);
  const yaml_node* documents = head.root.find("documents");
  if (!in.expect_mapping(documents)) return;
  for (const auto& [key, node] : documents->entries) {
    if (!check_id(in, key) || !in.expect_mapping(&node)) {
      draft_.doubted.insert(key.text);
      continue;
    }
    in.only_keys(node, shapes::document.names());
    document d;
    d.id = key.text;
    if (auto number = in.scalar(node.find("number"))) d.number = *number;
    if (auto title = in.read_text(in.require_key(node, "title"))) d.title = *title;
    d.day = in.read_date(node.find("date"));
    d.in_force = read_in_force(in, node.find("in_force"));
    if (node.cut) continue;
    declare(draft_.content.documents, "document", in, key, std::move(d));
  }
}

inline void word_reader::read_decisions(const rule_file& head) {
  const yaml_reader in = draft_.reader(head);
  const yaml_node* decisions = head.root.find("decisions");
  if (!in.expect_mapping(decisions)) return;
  for (const auto& [key, node] : decisions->entries) {
    const auto wording = check_id(in, key) ? in.read_text(&node) : std::nullopt;
    if (!wording) {
      draft_.doubted.insert(key.text);
    } else if (!node.cut) {
      declare(draft_.content.decisions, "decision", in, key, *wording);
    }
  }
}

// Words, or a map of them with their labels.
inline void word_reader::read_kinds(const yaml_reader& in, const yaml_node* from,
                                    unit_kind& to) {
  if (from == nullptr || from->kind != yaml_kind::mapping) {
    for (const yaml_node* word : in.read_words(from)) {
      if (check_name(in, *word)) to.kinds.push_back(word->text);
    }
    return;
  }
  for (const auto& [word, label] : from->entries) {
    if (!check_name(in, word)) continue;
    to.kinds.push_back(word.text);
    if (auto words = in.read_text(&label, true)) to.kind_labels[word.text] = *words;
  }
}

inline void word_reader::read_units(const rule_file& facts) {
  const yaml_reader in = draft_.reader(facts);
  const yaml_node* units = facts.root.find("units");
  if (!in.expect_mapping(units)) return;
  for (const yaml_entry& entry : units->entries) {
    if (!draft_.declares(in, entry)) continue;
    const auto& [key, node] = entry;
    in.only_keys(node, shapes::unit_kind.names());
    unit_kind kind;
    kind.id = key.text;
    if (auto label = in.read_text(in.require_key(node, "label"))) kind.label = *label;
    read_kinds(in, node.find("kinds"), kind);
    if (draft_.content.units.size() >= most_unit_kinds) {
      in.report("N0548", {std::to_string(most_unit_kinds)}, key);
      draft_.names_missing = true;
      return;
    }
    if (node.cut) continue;
    declare(draft_.content.units, "unit", in, key, std::move(kind));
  }
}

inline void word_reader::read_measures(const rule_file& facts) {
  const yaml_reader in = draft_.reader(facts);
  const yaml_node* measures = facts.root.find("measures");
  if (!in.expect_mapping(measures)) return;
  for (const yaml_entry& entry : measures->entries) {
    if (!draft_.declares(in, entry)) continue;
    const auto& [key, node] = entry;
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
    declare(draft_.content.measures, "measure", in, key, std::move(measure));
  }
}

inline void word_reader::read_categories(const rule_file& facts) {
  const yaml_reader in = draft_.reader(facts);
  const yaml_node* categories = facts.root.find("categories");
  if (!in.expect_mapping(categories)) return;
  for (const yaml_entry& entry : categories->entries) {
    if (!draft_.declares(in, entry)) continue;
    const auto& [key, node] = entry;
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
    category->sort_ids();
    declare(draft_.content.categories, "category", in, key,
            std::shared_ptr<const expr::category_type>(std::move(category)));
  }
}

}  // namespace norma::load_detail
