// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <filesystem>   // std::filesystem::path
#include <functional>   // std::function
#include <memory>       // std::unique_ptr
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/batch/frame.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/rule/unit.hpp>

#include "fact_column.hpp"
#include "findings.hpp"
#include "input.hpp"
#include "kinds.hpp"

namespace norma::cli {

/// Where the unit that begins on the line says something of a fact.
using place_finder = std::function<text_place(std::size_t line, const std::string& fact)>;

/// The facts of units of one kind, a column a fact.
class unit_group {
 public:
  explicit unit_group(const judged_kind& of) : of_(&of) {}

  [[nodiscard]] const judged_kind& of() const { return *of_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }

  /// The column of a fact, or of the days of its evidence, ready for a value of the row
  /// that comes; null if it has one already.
  [[nodiscard]] fact_column* column(std::uint32_t slot, bool of_days);
  /// The row is whole: what nothing was said of is blank.
  void end_row();
  /// Forgets what was said of the row.
  void drop_row();
  /// Looks into this.
  [[nodiscard]] batch::frame view() const;
  /// Without rows, for those of the next block.
  void clear();

 private:
  struct held {
    std::string name;
    fact_column values;
  };
  const judged_kind* of_;
  std::vector<held> columns_;
  std::vector<std::size_t> place_of_;  ///< by slot, twice; counted from 1
  std::size_t rows_ = 0;
};

/// A unit of a block: a row of a group, or one that was read by itself.
struct unit_entry {
  std::size_t line = 0;
  std::string id;
  std::size_t group = 0;
  std::size_t row = 0;  ///< of the group
  const judged_kind* of = nullptr;
  std::unique_ptr<unit> alone = {};  ///< read by itself, of no group
};

/// The units of a block, in the order of its rows.
class unit_store {
 public:
  unit_store(bulk_kinds& kinds, row_form form)
      : kinds_(kinds), form_(form), once_(form) {}

  void clear();
  [[nodiscard]] bulk_kinds& kinds() const { return kinds_; }
  /// The group of the kind, made if there is none.
  [[nodiscard]] unit_group& group(const judged_kind& of);
  /// The row that was put into `in` is a unit.
  void add(std::size_t line, std::string_view id, unit_group& in);
  /// A unit that was read by itself, or what is wrong with it.
  void add(std::size_t line, std::optional<unit> read, std::vector<row_finding> found);
  /// Something found: kept if it may be shown, else counted.
  void note(row_finding found);
  /// Files of members that a unit names.
  void note_files(const std::vector<std::filesystem::path>& files) {
    member_files_.insert(files.begin(), files.end());
  }
  /// So many findings more, of which nothing else is known.
  void note_more(std::size_t count) { more_findings_ += count; }
  /// False: what is found is counted alone.
  [[nodiscard]] bool shows_more() const;
  /// Who puts units in knows where they say what.
  void find_places(place_finder find) { places_ = std::move(find); }
  [[nodiscard]] text_place place_of(std::size_t line, const std::string& fact) const {
    return places_ ? places_(line, fact) : text_place{line, 0};
  }

  [[nodiscard]] const std::vector<unit_entry>& entries() const { return entries_; }
  /// Rows that could not be read.
  [[nodiscard]] std::size_t unread() const { return unread_; }
  /// The first so many, and all of the first bad row.
  [[nodiscard]] std::vector<row_finding>& findings() { return findings_; }
  [[nodiscard]] std::set<std::filesystem::path>& member_files() { return member_files_; }
  /// How many more there were.
  [[nodiscard]] std::size_t more_findings() const { return more_findings_; }
  [[nodiscard]] const std::vector<std::unique_ptr<unit_group>>& groups() const {
    return groups_;
  }

 private:
  bulk_kinds& kinds_;
  row_form form_;
  std::vector<std::unique_ptr<unit_group>> groups_;
  std::vector<unit_entry> entries_;
  std::vector<row_finding> findings_;
  std::set<std::filesystem::path> member_files_;
  told_once once_;
  place_finder places_;
  std::size_t first_bad_ = 0;  ///< line of the first bad row; 0: none
  std::size_t more_findings_ = 0;
  std::size_t unread_ = 0;
};

}  // namespace norma::cli
