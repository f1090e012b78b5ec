// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/assess/bind.hpp>
#include <norma/core/source.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/cause.hpp>

#include "console.hpp"
#include "bulk/unit_keys.hpp"

namespace norma::cli {

/// Tells which facts of units count as unknown because something is wrong with them
/// (N0676), where no report does: the first hundred, of further ones how many.
class erring_facts {
 public:
  explicit erring_facts(console& to) : to_(to) {}

  /// What is wrong with those facts of the unit, each once.
  void look(const bound_facts& facts, const std::vector<std::uint32_t>& slots);
  /// Tells it of the unit that was looked at: with its place where it is a row of a
  /// table, else with the name of its file.
  void tell(const pack& by, const bound_facts& facts, const source_span& row,
            const std::string& file);
  void finish();
  /// Units with facts in error.
  [[nodiscard]] std::size_t units() const { return units_; }

 private:
  void read_head(const source_ptr& of, const pack& by);
  [[nodiscard]] source_span place_of(const source_span& row,
                                     const std::string& fact) const;

  console& to_;
  std::vector<cause> found_;
  bool more_ = false;  ///< of this unit than are kept
  std::size_t told_ = 0, units_ = 0;
  source_ptr table_;                  ///< whose columns are known
  std::vector<std::string> columns_;  ///< the fact of each, by its own name
};

}  // namespace norma::cli
