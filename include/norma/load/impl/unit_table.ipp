// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>     // std::all_of, std::any_of, std::mismatch
#include <filesystem>    // std::filesystem::path
#include <map>           // std::map
#include <system_error>  // std::error_code
#include <utility>       // std::move

#include <norma/core/text.hpp>
#include <norma/load/impl/csv.hpp>
#include <norma/load/impl/unit_reader.ipp>
#include <norma/load/impl/source_reader.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

// Units in a CSV file: one a row, the facts in columns.

namespace norma::load_detail {

/// Reads the rows of a table of units.
class unit_table {
 public:
  unit_table(const pack_content& pack, std::string_view default_kind, const limits& bounds,
             source_ptr file)
      : pack_(&pack),
        default_kind_(default_kind),
        bounds_(bounds),
        file_(std::move(file)),
        rows_(file_) {}

  [[nodiscard]] table_result read();

  /// The units of a list, all of the default kind; rows that can not be read
  /// are left out, with a finding.
  [[nodiscard]] std::vector<norma::unit> read_members(finding_list& findings);

 private:
  enum class role { skipped, id, name, unit, kind, fact, fact_date };
  struct column {
    role is = role::skipped;
    std::string name;  ///< of the fact, or its alias
  };

  void read_head(const detail::csv_row& row, std::vector<diagnostic>& findings);
  [[nodiscard]] column make_column(const std::string& name) const;
  [[nodiscard]] unit_result read_row(const detail::csv_row& row,
                                     std::vector<diagnostic> found);
  void read_unit_cells(const detail::csv_row& row, norma::unit& to, finding_list& findings);
  void read_fact_cells(const detail::csv_row& row, const vocabulary& words,
                       norma::unit& to, finding_list& findings);
  [[nodiscard]] value read_list_cell(const detail::csv_cell& cell, const fact_definition& as,
                                     finding_list& findings) const;
  [[nodiscard]] supplied_value read_cell(const detail::csv_cell& cell,
                                         const fact_definition& as,
                                         finding_list& findings) const;
  [[nodiscard]] static diagnostic no_unit(source_span where) {
    return {"N0637", {}, std::move(where), {}};
  }
  [[nodiscard]] source_span span(const detail::csv_cell& cell) const {
    return {file_, cell.begin, cell.end};
  }

  const pack_content* pack_;
  std::string default_kind_;
  limits bounds_;
  source_ptr file_;
  detail::csv_reader rows_;
  std::vector<column> columns_;
  unit_ids ids_;
};

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
  constexpr std::string_view ending = "__date";
  if (known(name)) return {role::fact, name};
  if (name.size() > ending.size() &&
      name.compare(name.size() - ending.size(), ending.size(), ending) == 0) {
    const std::string fact = name.substr(0, name.size() - ending.size());
    if (known(fact)) return {role::fact_date, fact};
  }
  return {};
}

inline void unit_table::read_head(const detail::csv_row& row,
                                  std::vector<diagnostic>& findings) {
  std::map<std::string, source_span> seen;
  bool has_unit = false;
  std::vector<std::string> names = {"id", "name", "unit", "kind"};
  for (const auto& [kind, words] : pack_->vocabularies) {
    for (std::string& name : fact_names(words)) names.push_back(std::move(name));
  }
  // Of many columns that are not used the first are told.
  finding_list told(bounds_.diagnostics_per_file, true);
  for (const detail::csv_cell& cell : row.cells) {
    columns_.push_back(make_column(cell.text));
    column& made = columns_.back();
    has_unit |= made.is == role::unit;
    if (made.is == role::skipped && !cell.text.empty()) {
      // A single column: its name may hold the commas of all.
      told.add("N0630", {cell.text, told.hint(cell.text, names)}, span(cell));
    }
    const auto [first, added] = seen.emplace(cell.text, span(cell));
    if (added || cell.text.empty()) continue;
    made.is = role::skipped;
    told.add({"N0631", {cell.text}, span(cell), {{"R0101", {}, first->second}}});
  }
  for (diagnostic& each : told.take()) findings.push_back(std::move(each));
  const bool none = std::all_of(columns_.begin(), columns_.end(),
                                [](const column& c) { return c.is == role::skipped; });
  if (none && !has_errors(findings)) findings.push_back({"N0642", {}, {file_, row.begin, row.end}, {}});
  if (has_unit || !default_kind_.empty()) return;
  if (pack_->units.size() == 1) {
    default_kind_ = pack_->units.begin()->first;
  } else {
    findings.push_back({"N0633", {}, {file_, row.begin, row.end}, {}});
  }
}

inline void unit_table::read_unit_cells(const detail::csv_row& row, norma::unit& to,
                                        finding_list& findings) {
  to.kind = default_kind_;
  source_span kind_place{file_, row.begin, row.begin};
  source_span unit_place = kind_place;
  source_span id_place = kind_place;
  bool has_kind = false;
  for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
    const detail::csv_cell& cell = row.cells[i];
    has_kind |= columns_[i].is == role::kind;
    if (cell.text.empty()) continue;
    switch (columns_[i].is) {
      case role::id:
        to.id = cell.text;
        id_place = span(cell);
        break;
      case role::name: to.name = cell.text; break;
      case role::unit:
        to.kind = cell.text;
        unit_place = span(cell);
        break;
      case role::kind:
        to.area_kind = cell.text;
        kind_place = span(cell);
        break;
      case role::fact:
      case role::fact_date:
      case role::skipped: break;
    }
  }
  ids_.add(to.kind, to.id, id_place, findings);
  check_unit_kind(*pack_, to.kind, unit_place, findings);
  if (has_kind || !to.area_kind.empty()) {
    check_area_kind(*pack_, to.kind, to.area_kind, has_kind, kind_place, findings);
  } else if (const std::string kinds = area_kinds(*pack_, to.kind); !kinds.empty()) {
    findings.add("N0640", {to.kind, kinds}, {file_, row.begin, row.end});
  }
}

/// `a;b` of a set or a list of plain values, `[]` of any that has no element.
inline value unit_table::read_list_cell(const detail::csv_cell& cell,
                                        const fact_definition& as,
                                        finding_list& findings) const {
  if (cell.text == "[]") return list_value{};
  fact_definition plain;
  plain.declared = fact_type::category;
  if (as.type.element) plain.type = *as.type.element;
  const fact_definition& element = as.element ? *as.element : plain;
  const bool nested = element.type.kind == expr::type_kind::record ||
                      element.declared == fact_type::list ||
                      element.declared == fact_type::set ||
                      element.declared == fact_type::period;
  list_value list;
  std::string_view rest = cell.text;
  for (bool more = !nested; more;) {
    const auto end = rest.find(';');
    const std::string_view written = trimmed(rest.substr(0, end));
    more = end != std::string_view::npos;
    if (more) rest.remove_prefix(end + 1);
    scalar_problem problem;
    auto read = written.empty() ? std::nullopt
                                : scan_scalar(written, element, bounds_, problem);
    if (written.empty()) {
      findings.add("N0632", {as.name}, span(cell));
    } else if (!read) {
      findings.add(problem.code, problem.arguments, span(cell));
    } else if (as.declared == fact_type::set &&
               std::any_of(list.begin(), list.end(),
                           [&](const value& v) { return v.same_as(*read); })) {
      findings.add("N0627", {std::string(written)}, span(cell));
    } else {
      list.push_back(*std::move(read));
    }
  }
  if (nested) findings.add("N0632", {as.name}, span(cell));
  return list;
}

inline supplied_value unit_table::read_cell(const detail::csv_cell& cell,
                                            const fact_definition& as,
                                            finding_list& findings) const {
  supplied_value result;
  scalar_problem problem;
  if (cell.text.empty()) {
    result.state = supply::blank;
  } else if (cell.text == "#none") {
    result.state = supply::none;
    if (!as.optional) findings.add("N0638", {as.name}, span(cell));
  } else if (cell.text == "#pending") {
    result.state = supply::pending;
  } else if (as.lists_units() && cell.text == "[]") {
    result.members = std::make_shared<const std::vector<norma::unit>>();
  } else if (as.declared == fact_type::list || as.declared == fact_type::set) {
    result.content = read_list_cell(cell, as, findings);
  } else if (as.declared == fact_type::period) {
    findings.add("N0632", {as.name}, span(cell));
  } else if (auto read = scan_scalar(cell.text, as, bounds_, problem)) {
    result.content = *std::move(read);
  } else {
    findings.add(problem.code, problem.arguments, span(cell));
  }
  return result;
}

inline void unit_table::read_fact_cells(const detail::csv_row& row,
                                        const vocabulary& words, norma::unit& to,
                                        finding_list& findings) {
  std::map<std::string, evidence> dates;
  for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
    const detail::csv_cell& cell = row.cells[i];
    const bool is_date = columns_[i].is == role::fact_date;
    if (columns_[i].is != role::fact && !is_date) continue;
    const auto slot = words.find_fact(columns_[i].name);
    if (!slot) {
      if (!cell.text.empty()) {
        findings.add(unknown_fact(*pack_, words, columns_[i].name, span(cell), true));
      }
      continue;
    }
    const fact_definition& fact = *words.fact(*slot);
    if (is_date) {
      if (cell.text.empty()) continue;
      scalar_problem problem;
      dates[fact.name].day = scan_day(cell.text, problem);
      if (!dates[fact.name].day) findings.add(problem.code, problem.arguments, span(cell));
      continue;
    }
    supplied_fact supplied;
    supplied.statements.push_back(read_cell(cell, fact, findings));
    // A name and its alias are one fact: two columns, of which one is blank.
    const auto [place, added] = to.facts.emplace(fact.name, supplied);
    if (added || cell.text.empty()) continue;
    if (place->second.statements.front().state != supply::blank) {
      findings.add("N0602", {fact.name}, span(cell));
    }
    place->second = std::move(supplied);
  }
  for (const auto& [name, from] : dates) {
    const auto supplied = to.facts.find(name);
    if (supplied != to.facts.end()) supplied->second.statements.front().from = from;
  }
}

inline unit_result unit_table::read_row(const detail::csv_row& row,
                                        std::vector<diagnostic> found) {
  finding_list findings(bounds_.diagnostics_per_file, true);
  for (diagnostic& each : found) findings.add(std::move(each));
  norma::unit unit;
  if (row.cells.size() != columns_.size()) {
    findings.add(row.cells.size() < columns_.size() ? "N0639" : "N0634",
                 {std::to_string(row.cells.size()), std::to_string(columns_.size())},
                 {file_, row.begin, row.end});
  } else {
    read_unit_cells(row, unit, findings);
    const auto words = pack_->vocabularies.find(unit.kind);
    if (words != pack_->vocabularies.end()) {
      read_fact_cells(row, words->second, unit, findings);
    }
  }
  unit_result result;
  if (!findings.failed()) result.unit = std::move(unit);
  result.diagnostics = findings.take();
  return result;
}

inline table_result unit_table::read() {
  table_result result;
  detail::csv_row row;
  if (!rows_.next(row, result.diagnostics)) {
    if (!has_errors(result.diagnostics)) result.diagnostics.push_back(no_unit({file_, 0, 0}));
    return result;
  }
  const source_span head{file_, row.begin, row.end};
  read_head(row, result.diagnostics);
  if (has_errors(result.diagnostics)) return result;
  for (std::vector<diagnostic> found; rows_.next(row, found); found.clear()) {
    result.rows.push_back(read_row(row, std::move(found)));
  }
  if (result.rows.empty()) result.diagnostics.push_back(no_unit(head));
  return result;
}

inline std::vector<norma::unit> unit_table::read_members(finding_list& findings) {
  std::vector<norma::unit> members;
  const std::string kind = default_kind_;
  std::vector<diagnostic> found;
  detail::csv_row row;
  const auto hand_on = [&](std::vector<diagnostic>& from) {
    for (diagnostic& each : from) findings.add(std::move(each));
    from.clear();
  };
  // A head without rows is a list known to be empty, a file without a head is none.
  if (rows_.next(row, found)) {
    read_head(row, found);
  } else if (!has_errors(found)) {
    found.push_back(no_unit({file_, 0, 0}));
  }
  const bool readable = !has_errors(found);
  hand_on(found);
  while (readable && rows_.next(row, found)) {
    unit_result read = read_row(row, std::move(found));
    found.clear();
    hand_on(read.diagnostics);
    if (!read.unit) continue;
    if (read.unit->kind != kind) {
      findings.add("N0636", {read.unit->kind, kind}, {file_, row.begin, row.end});
    }
    read.unit->kind.clear();
    members.push_back(*std::move(read.unit));
  }
  return members;
}

/// The file that `written` names beside `file`, or below its folder; nothing
/// else is opened. Symbolic links count as what they lead to.
[[nodiscard]] inline std::filesystem::path file_below(const source_ptr& file,
                                                      const std::string& written) {
  const auto path_of = [](const std::string& name) {
    return std::filesystem::path(std::u8string(name.begin(), name.end()));
  };
  std::error_code failure;
  const std::filesystem::path named = path_of(written);
  std::filesystem::path folder = path_of(file->name()).parent_path();
  if (folder.empty()) folder = ".";
  const auto top = std::filesystem::weakly_canonical(folder, failure);
  if (failure || named.empty() || named.is_absolute()) return {};
  const auto where = std::filesystem::weakly_canonical(folder / named, failure);
  if (failure) return {};
  const auto inside = std::mismatch(top.begin(), top.end(), where.begin(), where.end());
  return inside.first == top.end() ? folder / named : std::filesystem::path{};
}

/// Reads `{file: members.csv}` of the unit file `file`.
[[nodiscard]] inline std::vector<norma::unit> read_member_file(
    const tape_node& node, const vocabulary& words, const source_ptr& file,
    const pack_content& pack, const limits& bounds, finding_list& findings) {
  if (!node.scalar()) {
    findings.add(wrong_kind("R0113", node));
    return {};
  }
  const std::string written(node.text());
  const auto where = file_below(file, written);
  if (where.empty()) {
    findings.add("N0635", {written}, node.span());
    return {};
  }
  std::vector<diagnostic> unread;
  source_ptr table = detail::read_source(where, bounds, unread);
  for (diagnostic& each : unread) {
    if (!each.where) each.where = node.span();
    findings.add(std::move(each));
  }
  if (!table) return {};
  return unit_table(pack, words.unit, bounds, std::move(table)).read_members(findings);
}

}  // namespace norma::load_detail

namespace norma {

NORMA_INLINE table_result try_read_units(const std::filesystem::path& where,
                                         const pack& words, std::string_view default_kind,
                                         const limits& bounds) {
  table_result result;
  source_ptr file = detail::read_source(where, bounds, result.diagnostics);
  if (!file) return result;
  return load_detail::unit_table(words.content(), default_kind, bounds, std::move(file))
      .read();
}

}  // namespace norma
