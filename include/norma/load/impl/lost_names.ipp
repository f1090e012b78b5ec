// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

#include <norma/load/impl/yaml_node.hpp>

// Names that a file would have declared where it was not read: an unknown name
// is not objected to where it may be one of them.

namespace norma::load_detail {

/// Kinds of names that a file which could not be read to its end may declare
/// there: such a name is not objected to.
enum lost_names : unsigned {
  lost_documents = 1U << 0U,
  lost_decisions = 1U << 1U,
  lost_units = 1U << 2U,
  lost_measures = 1U << 3U,
  lost_categories = 1U << 4U,
  lost_records = 1U << 5U,
  lost_facts = 1U << 6U,
  lost_parameters = 1U << 7U,
  lost_tables = 1U << 8U,
  lost_standards = 1U << 9U,
  lost_parts = 1U << 10U,  ///< of standards
  lost_all = (1U << 11U) - 1U,
};

/// What a pack may declare in a file by itself, and where in it.
struct file_section {
  std::string_view file, key;
  unsigned names;
};
inline constexpr file_section file_sections[] = {
    {"pack.yaml", "pack", lost_all},
    {"pack.yaml", "extends", lost_all},
    {"pack.yaml", "uses", lost_all},
    {"pack.yaml", "documents", lost_documents},
    {"pack.yaml", "decisions", lost_decisions},
    {"facts.yaml", "units", lost_units},
    {"facts.yaml", "measures", lost_measures},
    {"facts.yaml", "categories", lost_categories},
    {"facts.yaml", "records", lost_records},
    {"facts.yaml", "facts", lost_facts},
    {"facts.yaml", "derived", lost_facts},
    {"parameters.yaml", "parameters", lost_parameters},
};

/// What is lost with a file of which only `root` was read; null: nothing.
[[nodiscard]] inline unsigned names_lost(std::string_view file, const yaml_node* root) {
  if (root != nullptr && !root->cut) return 0;
  unsigned result = 0;
  bool known = file.substr(0, 8) == "schemes/";
  for (const file_section& section : file_sections) {
    if (section.file != file) continue;
    known = true;
    const yaml_node* read = root == nullptr ? nullptr : root->find(section.key);
    if (read == nullptr || read->cut) result |= section.names;
  }
  if (known) return result;
  // A standard is known by its id and the kind of units that it is for.
  const auto has = [&](std::string_view key) {
    return root != nullptr && root->find(key);
  };
  if (has("standard") && (has("unit") || has("copy"))) return lost_parts;
  if (has("scheme")) return 0;
  if (has("table")) return lost_tables;
  return lost_tables | lost_standards | lost_parts;
}

}  // namespace norma::load_detail
