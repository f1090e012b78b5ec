// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <functional>   // std::hash
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

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
    if (2 * seen_.size() >= places_.size()) grow();
    std::string key;
    key.reserve(kind.size() + 1 + id.size());
    key.append(kind).append(1, '\n').append(id);
    std::uint32_t& place = place_of(key);
    if (place == 0) {
      file_ = where.file;
      seen_.push_back({std::move(key), where.begin, where.end});
      place = static_cast<std::uint32_t>(seen_.size());
    } else {
      const auto& first = seen_[place - 1];
      findings.add({"N0641",
                    {id},
                    where,
                    {{"R0101", {}, source_span{file_, first.begin, first.end}}}});
    }
  }

 private:
  struct named {
    std::string key;
    std::size_t begin = 0, end = 0;
  };

  /// Where the number of `key` in `seen_` stands, counted from 1, or is to stand: 0.
  [[nodiscard]] std::uint32_t& place_of(std::string_view key) {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = std::hash<std::string_view>()(key) & mask;
    while (places_[at] != 0 && seen_[places_[at] - 1].key != key) at = (at + 1) & mask;
    return places_[at];
  }
  /// Half of the places stay free.
  void grow() {
    places_.assign(places_.empty() ? 16 : 2 * places_.size(), 0);
    for (std::size_t i = 0; i < seen_.size(); ++i)
      place_of(seen_[i].key) = static_cast<std::uint32_t>(i + 1);
  }

  source_ptr file_;  ///< in which all of them stand
  std::vector<named> seen_;
  std::vector<std::uint32_t> places_;  ///< as many as a power of two
};

}  // namespace norma::load_detail
