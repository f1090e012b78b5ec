// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>         // std::string
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move

#include <norma/core/diagnostic.hpp>
#include <norma/core/source.hpp>
#include <norma/load/impl/finding_list.ipp>

namespace norma::load_detail {

/// The ids of units that stand together, a list of members or the rows of a
/// table: each names one of them. Units without an id are as many as they are.
class unit_ids {
 public:
  /// Objects to an id that stands there already; `kind` tells apart what is
  /// named alike among units of several kinds.
  void add(const std::string& kind, const std::string& id, const source_span& where,
           finding_list& findings) {
    if (id.empty()) return;
    const auto [first, added] = seen_.emplace(kind + '\n' + id, where);
    if (!added) findings.add({"N0641", {id}, where, {{"R0101", {}, first->second}}});
  }

 private:
  std::unordered_map<std::string, source_span> seen_;
};

}  // namespace norma::load_detail
