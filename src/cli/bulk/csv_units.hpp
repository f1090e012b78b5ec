// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <map>          // std::map
#include <memory>       // std::unique_ptr
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/rule/pack.hpp>

#include "input.hpp"
#include "units.hpp"
#include "unit_keys.hpp"

namespace norma::cli {

/// Reads the rows of a table of units, whose first line it knows: the same units and the
/// same findings as `try_read_units`. Safe to share between threads.
class csv_units {
 public:
  /// `head` is the first line of `name`.
  csv_units(const std::string& name, std::string_view head, const pack& by,
            std::string default_kind, const limits& bounds);

  /// What is wrong with the first line; with an error nothing can be read.
  [[nodiscard]] const std::vector<diagnostic>& findings() const { return findings_; }
  /// Of the facts that have a column, their names.
  [[nodiscard]] std::set<std::string> facts() const;

  /// Puts the units of the block into `to`.
  void read(const row_block& rows, unit_store& to) const;
  /// Puts one of them there as a unit by itself, which has its name.
  void read_alone(const row_block& rows, const row_place& at, unit_store& to) const;

 private:
  /// What the cells of a row say about the unit itself.
  struct about {
    std::string_view id, kind, area_kind;
  };

  [[nodiscard]] bool says(key_role what) const;
  [[nodiscard]] about read_about(const std::vector<std::string_view>& cells) const;
  [[nodiscard]] bool read_facts(const std::vector<std::string_view>& cells,
                                unit_group& to) const;
  void tell_nameless(const std::vector<std::string_view>& cells, const row_block& rows,
                     const row_place& at, unit_store& to) const;
  [[nodiscard]] text_place place_of(const row_block& rows, std::size_t line,
                                    const std::string& fact) const;

  const pack& by_;
  std::string name_;
  std::string default_kind_;
  limits bounds_;
  std::vector<unit_key> columns_;
  std::vector<std::string> names_;  ///< of the columns, as they are written
  /// For the reader of tables: the columns that are known, by their own names.
  std::string head_;
  std::vector<std::size_t> nameless_;  ///< columns without a name
  bool says_area_ = false;
  /// By words of a kind and column: the fact's slot.
  std::map<const vocabulary*, std::vector<std::optional<std::uint32_t>>> slots_;
  std::vector<diagnostic> findings_;
};

}  // namespace norma::cli
