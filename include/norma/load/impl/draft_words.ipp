// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>         // std::find
#include <initializer_list>  // std::initializer_list
#include <string>            // std::string
#include <string_view>       // std::string_view
#include <type_traits>       // std::is_same_v
#include <utility>           // std::move, std::pair
#include <vector>            // std::vector

#include <norma/core/message.hpp>
#include <norma/expr/parse.hpp>
#include <norma/load/impl/fact_names.ipp>
#include <norma/load/impl/pack_draft.ipp>

// Names, ids, dates and citations, as any rule file writes them.

namespace norma::load_detail {

inline bool pack_draft::may_be_lost(const source_ptr& file, unsigned names) const {
  const auto found = lost_.find(file.get());
  return found != lost_.end() && (found->second & names) != 0;
}

/// True for a name of a fact, a record, a part …; else N0505.
inline bool check_name(const yaml_reader& in, const yaml_node& node) {
  if (node.text.size() <= 200 && expr::is_name(node.text)) return true;
  in.report("N0505", {node.text}, node);
  return false;
}

/// True for unary tests as they have to be written, in double quotes without
/// escapes; else N0218.
inline bool check_quoted(const yaml_reader& in, const yaml_node& tests) {
  if (tests.style == yaml_style::double_quoted && tests.verbatim) return true;
  in.report("N0218", {tests.text}, tests);
  return false;
}

/// True for an id of a document, a decision, a standard …; else N0504.
inline bool check_id(const yaml_reader& in, const yaml_node& node) {
  if (is_id(node.text)) return true;
  in.report("N0504", {node.text}, node);
  return false;
}

inline bool pack_draft::declares(const yaml_reader& in, const yaml_entry& entry) {
  if (check_name(in, entry.key) && in.expect_mapping(&entry.value)) return true;
  doubted.insert(entry.key.text);
  return false;
}

template <class Known>
inline void pack_draft::unknown(const yaml_reader& in, const yaml_node& node,
                                std::string_view what, std::string_view name,
                                const Known& known, std::string meant) const {
  constexpr std::pair<std::string_view, unsigned> kinds[] = {
      {"R0150", lost_documents},  {"R0151", lost_decisions}, {"R0152", lost_units},
      {"R0153", lost_categories}, {"R0154", lost_measures},  {"R0155", lost_facts},
      {"R0156", lost_parameters}, {"R0157", lost_tables},    {"R0158", lost_units},
  };
  for (const auto& [word, names] : kinds) {
    if (word == what && may_be_lost(in.file(), names)) return;
  }
  if (names_missing || doubted.count(name) != 0) return;
  std::string all;
  if constexpr (std::is_same_v<Known, std::map<std::string, unit_kind>>) {
    meant = unit_labelled(content, name);
  }
  if (meant.empty() && may_hint(findings, name, known.size())) {
    const auto look = [&](const std::vector<std::string>& names) {
      meant = did_you_mean(name, names);
      all = list_argument(names);
    };
    if constexpr (std::is_same_v<Known, std::vector<std::string>>) {
      look(known);
    } else {
      look(names_in(known));
    }
  }
  in.report("N0506",
            {word_argument(what), std::string(name), std::move(meant), std::move(all)},
            node);
}

/// `{from, to}`: the days on which something is in force.
[[nodiscard]] inline day_range read_in_force(const yaml_reader& in,
                                             const yaml_node* node) {
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

inline citation pack_draft::read_citation(const yaml_reader& in, const yaml_node* node,
                                          const citation& outer) const {
  if (node == nullptr) return outer;
  if (node->kind == yaml_kind::scalar) {
    const auto clause = in.scalar(node);
    if (!clause) return outer;
    if (outer.document.empty() && !reading_cut) in.report("N0508", {*clause}, *node);
    return append_clause(outer, *clause);
  }
  if (!in.expect_mapping(node)) return outer;
  in.only_keys(*node, shapes::cited.names());
  citation result;
  const yaml_node* named = in.require_key(*node, "document");
  if (const auto id = in.scalar(named)) {
    result.document = *id;
    if (content.documents.count(*id) == 0) {
      unknown(in, *named, "R0150", *id, content.documents);
    }
  }
  if (const auto clause = in.scalar(in.require_key(*node, "clause"))) {
    result.clause = normalize_clause(*clause);
  }
  return result;
}

inline std::vector<std::string> pack_draft::read_decision(const yaml_reader& in,
                                                          const yaml_node* node) const {
  std::vector<std::string> result;
  for (const yaml_node* word : in.read_words(node, true)) {
    if (content.decisions.count(word->text) == 0) {
      unknown(in, *word, "R0151", word->text, content.decisions);
    } else if (std::find(result.begin(), result.end(), word->text) != result.end()) {
      in.report("N0501", {word->text}, *word);
    } else {
      result.push_back(word->text);
    }
  }
  return result;
}

/// The keys of `known`; of the others those `given` by what stands at the key
/// `beside` are told so.
inline void only_keys_beside(const yaml_reader& in, const yaml_node& mapping,
                             std::string_view beside, const shape& known,
                             std::initializer_list<std::string_view> given) {
  auto keys = known.names();
  for (const yaml_entry& entry : mapping.entries) {
    if (std::find(given.begin(), given.end(), entry.key.text) == given.end()) continue;
    in.report("N0573", {entry.key.text, std::string(beside)}, entry.key);
  }
  keys.insert(keys.end(), given.begin(), given.end());
  in.only_keys(mapping, keys);
}

}  // namespace norma::load_detail
