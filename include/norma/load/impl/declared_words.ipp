// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <deque>    // std::deque
#include <map>      // std::map
#include <memory>   // std::shared_ptr
#include <string>   // std::string
#include <utility>  // std::pair
#include <vector>   // std::vector

#include <norma/expr/check.hpp>
#include <norma/load/impl/pack_draft.ipp>
#include <norma/rule/content.hpp>

// Facts, records and parameters as their files declare them: read in the order of
// packs and files, whatever they name. Conditions among them wait until every name
// is known (vocabularies.ipp).

namespace norma::load_detail {

/// A fact, derived fact or field as its file declares it, conditions unread.
struct declared_fact {
  fact_definition definition;
  const yaml_node* node = nullptr;
  yaml_reader in;
  bool derived = false;
};

struct declared_record {
  std::shared_ptr<const expr::record_type> type;
  std::vector<fact_definition> fields;
  source_span where;
};

struct declared_words {
  std::map<std::string, declared_record> records;
  /// The type of a unit of each kind, as an element of a list.
  std::map<std::string, std::shared_ptr<expr::record_type>> unit_records;
  std::deque<declared_fact> facts;  ///< in order of packs and files
  std::map<std::string, std::size_t> fact_places;
  std::vector<parameter> parameters;
  std::map<std::string, std::size_t> parameter_places;
  /// By pack and name: parameters that override an upper pack's.
  std::map<std::pair<std::string, std::string>, std::size_t> overrides;
};

}  // namespace norma::load_detail
