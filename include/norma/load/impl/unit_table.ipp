// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::all_of
#include <array>        // std::array
#include <filesystem>   // std::filesystem::path
#include <map>          // std::map
#include <optional>     // std::optional
#include <set>          // std::set
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/load/impl/csv.hpp>
#include <norma/load/impl/unit_reader.ipp>
#include <norma/load/impl/source_reader.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

// Units in a CSV file: one a row, the facts in columns.

namespace norma::load_detail {

/// Reads the rows of a table of units.
class unit_table {
 public:
  unit_table(const pack_content& pack, std::string_view default_kind,
             const limits& bounds, source_ptr file)
      : pack_(&pack),
        default_kind_(default_kind),
        bounds_(bounds),
        file_(std::move(file)),
        rows_(file_) {}

  [[nodiscard]] table_result read();

  /// The units of a list, all of the default kind; rows that can not be read
  /// are left out, with a finding.
  [[nodiscard]] std::vector<norma::unit> read_members(finding_list& findings,
                                                      fact_room& room);

 private:
  enum class role { skipped, id, name, unit, kind, fact, fact_date };
  struct column {
    role is = role::skipped;
    std::string name;       ///< of the fact, or its alias
    std::string head = {};  ///< as the table has it
  };

  [[nodiscard]] bool read_head(finding_list& findings);
  void read_columns(const csv_row& row, finding_list& findings);
  [[nodiscard]] column make_column(const std::string& name) const;
  [[nodiscard]] bool next_row(csv_row& row, std::vector<diagnostic>& found);
  [[nodiscard]] std::optional<norma::unit> read_row(const csv_row& row,
                                                    std::vector<diagnostic> found,
                                                    finding_list& findings,
                                                    fact_room& room);
  void tell_nameless(const csv_row& row, finding_list& findings);
  void read_unit_cells(const csv_row& row, norma::unit& to, finding_list& findings);
  void read_fact_cells(const csv_row& row, const vocabulary& words, norma::unit& to,
                       finding_list& findings, fact_room& room);
  void read_date_cell(const column& of, const csv_cell& cell, const vocabulary& words,
                      std::map<std::string, evidence>& dates,
                      finding_list& findings) const;
  [[nodiscard]] const fact_layout& layout_for(const vocabulary& words);
  [[nodiscard]] value read_flow_cell(const csv_cell& cell, const fact_definition& as,
                                     finding_list& findings, fact_room& room);
  [[nodiscard]] value read_list_cell(const csv_cell& cell, const fact_definition& as,
                                     finding_list& findings, fact_room& room);
  [[nodiscard]] std::optional<value> read_text_of(const csv_cell& cell,
                                                  std::string_view written,
                                                  const fact_definition& as,
                                                  finding_list& findings,
                                                  fact_room& room);
  [[nodiscard]] supplied_value read_cell(const csv_cell& cell, const fact_definition& as,
                                         finding_list& findings, fact_room& room);
  [[nodiscard]] static diagnostic no_unit(source_span where) {
    return {"N0637", {}, std::move(where), {}};
  }
  [[nodiscard]] source_span span(const csv_cell& cell) const {
    return {file_, cell.begin, cell.end};
  }

  const pack_content* pack_;
  std::string default_kind_;
  bool one_kind_ = false;  ///< all are of the default kind: units of a list
  limits bounds_;
  source_ptr file_;
  csv_reader rows_;
  source_span head_;
  std::vector<column> columns_;
  std::vector<std::size_t> nameless_;  ///< columns without a name that were empty so far
  unit_ids ids_;
  word_pool pool_;
  std::optional<fact_layout> layout_;
};

/// Which of the columns that no pack declares is meant by a Chinese head; "" of any
/// other.
[[nodiscard]] constexpr std::string_view column_meant(std::string_view head) {
  constexpr std::array<std::array<std::string_view, 2>, 10> heads{{
      {"编号", "id"},
      {"单位编号", "id"},
      {"企业编号", "id"},
      {"统一社会信用代码", "id"},
      {"名称", "name"},
      {"单位名称", "name"},
      {"企业名称", "name"},
      {"单位类型", "unit"},
      {"类别", "kind"},
      {"单位类别", "kind"},
  }};
  for (const auto& [chinese, meant] : heads) {
    if (head == chinese) return meant;
  }
  return {};
}

inline unit_table::column unit_table::make_column(const std::string& name) const {
  if (name == "id") return {role::id, {}};
  if (name == "name") return {role::name, {}};
  if (name == "unit") return {role::unit, {}};
  if (name == "kind") return {role::kind, {}};
  const auto known = [&](std::string_view fact) {
    for (const auto& [kind, words] : pack_->vocabularies) {
      if (words.find_fact(fact)) return true;
    }
    return false;
  };
  if (known(name)) return {role::fact, name};
  const auto fact = fact_of_days(name);
  if (!fact.empty() && known(fact)) return {role::fact_date, std::string(fact)};
  return {};
}

/// False if the file has none by which rows could be read.
inline bool unit_table::read_head(finding_list& findings) {
  csv_row row;
  std::vector<diagnostic> found;
  const bool any = rows_.next(row, found);
  finding_list of_head(findings, 0);
  for (diagnostic& each : found) of_head.add(std::move(each));
  if (any) {
    head_ = {file_, row.begin, row.end};
    read_columns(row, of_head);
  } else if (!of_head.failed()) {
    of_head.add(no_unit({file_, 0, 0}));
  }
  return !of_head.failed();
}

inline void unit_table::read_columns(const csv_row& row, finding_list& findings) {
  std::map<std::string, source_span> seen;
  bool has_unit = false;
  std::vector<std::string> names = {"id", "name", "unit", "kind"};
  for (const auto& [kind, words] : pack_->vocabularies) {
    for (std::string& name : fact_names(words)) names.push_back(std::move(name));
  }
  std::set<std::string_view> heads;
  for (const csv_cell& cell : row.cells) heads.insert(cell.text);
  for (const csv_cell& cell : row.cells) {
    columns_.push_back(make_column(cell.text));
    column& made = columns_.back();
    made.head = cell.text;
    has_unit |= made.is == role::unit;
    if (cell.text.empty()) nameless_.push_back(columns_.size() - 1);
    if (made.is == role::skipped && !cell.text.empty()) {
      // A single column: its name may hold the commas of all.
      std::string meant(column_meant(cell.text));
      if (heads.contains(meant)) meant.clear();
      if (meant.empty()) meant = findings.hint(cell.text, names);
      findings.add("N0630", {cell.text, std::move(meant)}, span(cell));
    }
    const auto [first, added] = seen.emplace(cell.text, span(cell));
    if (added || cell.text.empty()) continue;
    made.is = role::skipped;
    findings.add({"N0631", {cell.text}, span(cell), {{"R0101", {}, first->second}}});
  }
  const bool none = std::all_of(columns_.begin(), columns_.end(),
                                [](const column& c) { return c.is == role::skipped; });
  if (none && !findings.failed()) findings.add("N0642", {}, head_);
  if (has_unit || !default_kind_.empty()) return;
  if (pack_->units.size() == 1) {
    default_kind_ = pack_->units.begin()->first;
  } else {
    findings.add("N0633", {}, head_);
  }
}

/// A column without a name is told where it first says something: spreadsheets leave
/// empty ones behind.
inline void unit_table::tell_nameless(const csv_row& row, finding_list& findings) {
  std::erase_if(nameless_, [&](std::size_t at) {
    const csv_cell& cell = row.cells[at];
    if (cell.text.empty()) return false;
    findings.add("N0158", {std::to_string(at + 1)}, span(cell));
    return true;
  });
}

/// Nothing where the row can not be read; `findings` are those about it alone.
inline std::optional<norma::unit> unit_table::read_row(const csv_row& row,
                                                       std::vector<diagnostic> found,
                                                       finding_list& findings,
                                                       fact_room& room) {
  room.take(bytes_of_unit + row.end - row.begin, [&] {
    return source_span{file_, row.begin, row.end};
  });
  for (diagnostic& each : found) findings.add(std::move(each));
  norma::unit unit;
  if (findings.failed()) {
    // Where a quote is wrong the cells are not those that were meant.
  } else if (row.cells.size() != columns_.size()) {
    findings.add(row.cells.size() < columns_.size() ? "N0639" : "N0634",
                 {std::to_string(row.cells.size()), std::to_string(columns_.size())},
                 {file_, row.begin, row.end});
  } else {
    tell_nameless(row, findings);
    read_unit_cells(row, unit, findings);
    const auto words = pack_->vocabularies.find(unit.kind);
    if (words != pack_->vocabularies.end()) {
      read_fact_cells(row, words->second, unit, findings, room);
    }
  }
  if (findings.failed()) return std::nullopt;
  return unit;
}

/// A row of empty cells, as spreadsheets leave them below a table: no unit. In quotes,
/// and alone, it is the blank of a table of one column.
[[nodiscard]] inline bool is_empty(const csv_row& row) {
  if (row.cells.size() == 1 && row.cells[0].quoted) return false;
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const csv_cell& cell) { return cell.text.empty(); });
}

/// The next row that is one, with what is wrong with its quotes.
inline bool unit_table::next_row(csv_row& row, std::vector<diagnostic>& found) {
  found.clear();
  while (rows_.next(row, found)) {
    if (!is_empty(row) || !found.empty()) return true;
  }
  return false;
}

inline table_result unit_table::read() {
  table_result result;
  finding_list all(bounds_);
  all.of_cells();
  fact_room room(bounds_, all);
  try {
    if (read_head(all)) {
      result.diagnostics = all.take();
      csv_row row;
      std::vector<diagnostic> found;
      while (next_row(row, found)) {
        if (result.rows.size() == bounds_.units_per_table)
          all.stop({"N0168",
                    {std::to_string(bounds_.units_per_table)},
                    {file_, row.begin, row.end},
                    {}});
        finding_list of_row(all, bounds_.diagnostics_per_file);
        unit_result read;
        read.row = {file_, row.begin, row.end};
        read.unit = read_row(row, std::move(found), of_row, room);
        read.diagnostics = of_row.take();
        result.rows.push_back(std::move(read));
      }
      if (result.rows.empty()) result.diagnostics.push_back(no_unit(head_));
      return result;
    }
  } catch (const tape_stop&) {
    result.rows.clear();
  }
  for (diagnostic& each : all.take()) result.diagnostics.push_back(std::move(each));
  return result;
}

inline std::vector<norma::unit> unit_table::read_members(finding_list& findings,
                                                         fact_room& room) {
  std::vector<norma::unit> members;
  one_kind_ = true;
  finding_list all(findings, 0);
  all.of_cells();
  // A head without rows is a list known to be empty, a file without a head is none.
  if (!read_head(all)) return members;
  csv_row row;
  std::vector<diagnostic> found;
  while (next_row(row, found)) {
    finding_list of_row(all, 0);
    auto read = read_row(row, std::move(found), of_row, room);
    if (!read) continue;
    read->kind.clear();
    members.push_back(*std::move(read));
  }
  return members;
}

}  // namespace norma::load_detail

namespace norma {

NORMA_INLINE table_result try_read_units(const std::filesystem::path& where,
                                         const pack& words, std::string_view default_kind,
                                         const limits& bounds) {
  table_result result;
  source_ptr file = load_detail::read_source(where, bounds, result.diagnostics);
  if (!file) return result;
  return load_detail::unit_table(words.content(), default_kind, bounds, std::move(file))
      .read();
}

NORMA_INLINE table_result try_read_units(source_ptr file, const pack& words,
                                         std::string_view default_kind,
                                         const limits& bounds) {
  table_result result;
  if (!load_detail::check_source(file, bounds, result.diagnostics)) return result;
  return load_detail::unit_table(words.content(), default_kind, bounds, std::move(file))
      .read();
}

}  // namespace norma
