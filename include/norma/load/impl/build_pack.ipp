// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>   // std::unique_ptr
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/load/impl/compile_facts.ipp>
#include <norma/load/impl/embed.ipp>
#include <norma/load/impl/layer_checks.ipp>
#include <norma/load/impl/read_copies.ipp>
#include <norma/load/impl/read_facts.ipp>
#include <norma/load/impl/read_parameters.ipp>
#include <norma/load/impl/read_schemes.ipp>
#include <norma/load/impl/read_standards.ipp>
#include <norma/load/impl/read_tables.ipp>
#include <norma/load/impl/read_words.ipp>
#include <norma/load/impl/scheme_tests.ipp>
#include <norma/load/impl/standard_checks.ipp>
#include <norma/load/impl/vocabularies.ipp>

// The second step of loading: what the files say becomes a pack. Names first,
// then facts and parameters, then everything that has conditions, so that the
// order of keys and files does not matter. The steps share a draft of the pack.

namespace norma::load_detail {

/// Facts, parameters and tables, and with them the words of each kind of unit.
inline void read_dictionary(pack_draft& draft) {
  declared_words declared;
  for (const auto& [id, kind] : draft.content.units) {
    auto record = std::make_shared<expr::record_type>();
    record->id = id;
    declared.unit_records.emplace(id, std::move(record));
  }
  fact_declarations facts(draft, declared);
  parameter_reader parameters(draft, declared);
  for (const auto& pack : draft.packs) {
    if (pack->facts) facts.read(*pack->facts, *pack);
    if (pack->parameters) parameters.read(*pack->parameters, *pack);
  }
  facts.fill_unit_records();
  table_reader tables(draft, declared);
  for (const auto& pack : draft.packs) {
    for (const rule_file& file : pack->tables) tables.read(file, *pack);
  }
  vocabulary_builder(draft, declared).build();
}

inline void build_pack(pack_draft& draft) {
  standard_finder finder(draft);
  word_reader(draft).read();
  finder.name_standards();
  read_dictionary(draft);

  layer_claims claims;
  standard_reader standards(draft, finder, claims);
  // Facts of packs that are only used may rest on standards as well.
  for (const auto& pack : draft.packs) {
    for (const rule_file& file : pack->standards) standards.read(file, *pack);
  }
  scheme_reader schemes(draft, finder, claims);
  std::vector<std::shared_ptr<scheme_definition>> read;
  const pack_source& own = *draft.packs.back();
  for (const rule_file& file : own.schemes) {
    if (auto scheme = schemes.read(file, own)) read.push_back(std::move(scheme));
  }
  embedding(draft, finder).embed_all(read);

  const layer_checker layers(draft, finder, claims);
  layers.check_upper_paths();
  layers.check_refinements();
  layers.check_copied_names();
  pack_content& content = draft.content;
  standard_checker checks(draft);
  for (const auto* all :
       {&content.used_standards, &content.upper_standards, &content.standards}) {
    for (const standard_definition& s : *all) checks.check(s);
  }
  for (auto& scheme : read) {
    checks.check(*scheme);
    content.schemes.push_back(std::move(scheme));
  }
}

/// `gathered`: the pack that is built comes last, after all that it builds on. With an
/// error among the findings what is given is no pack.
[[nodiscard]] inline pack_content build_pack(
    const std::vector<std::unique_ptr<pack_source>>& gathered, const limits& bounds,
    std::vector<diagnostic>& findings) {
  pack_draft draft(gathered, bounds, findings);
  try {
    build_pack(draft);
  } catch (const load_stopped&) {
    // The finding is already there.
  }
  return std::move(draft.content);
}

}  // namespace norma::load_detail
