// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::ptrdiff_t, std::size_t
#include <map>          // std::map
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/text.hpp>
#include <norma/load/cell_text.hpp>
#include <norma/load/impl/tape_yaml.ipp>
#include <norma/load/impl/unit_table.ipp>

// What stands in the cells of a table of units.

namespace norma::load_detail {

inline void unit_table::read_unit_cells(const csv_row& row, norma::unit& to,
                                        finding_list& findings) {
  to.kind = default_kind_;
  source_span kind_place{file_, row.begin, row.begin};
  source_span unit_place = kind_place;
  source_span id_place = kind_place;
  bool has_kind = false;
  for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
    const csv_cell& cell = row.cells[i];
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
  if (one_kind_ && to.kind != default_kind_) {
    findings.add("N0636", {to.kind, default_kind_}, unit_place);
    to.kind = default_kind_;
    to.area_kind.clear();
    has_kind = false;
  }
  ids_.add(to.kind, to.id, id_place, findings);
  check_unit_kind(*pack_, to.kind, unit_place, findings);
  if (has_kind || !to.area_kind.empty()) {
    check_area_kind(*pack_, to.kind, to.area_kind, has_kind, kind_place, findings);
  } else if (const std::string kinds = area_kinds(*pack_, to.kind); !kinds.empty()) {
    findings.add("N0640", {to.kind, kinds}, {file_, row.begin, row.end});
  }
}

/// Reads a value as it stands in a unit's file.
class flow_reader : public tape_reader {
 public:
  flow_reader(fact_reader& facts, const fact_definition& as) : facts_(facts), as_(as) {}
  bool enter(tape_kind) override { return false; }
  void key(std::string_view, const source_span&) override {}
  void item(const tape_node& node) override {
    ++count_;
    read_ = facts_.read_plain(node, as_);
  }
  void leave() override {}

  /// One value, and not several documents.
  [[nodiscard]] bool whole() const { return count_ == 1; }
  [[nodiscard]] value take() { return std::move(read_); }

 private:
  fact_reader& facts_;
  const fact_definition& as_;
  std::size_t count_ = 0;
  value read_;
};

/// `[{date: 2024-03-01}, …]` or `{from: …, to: …}`: as in a unit's file. What is
/// found in it is found in the cell.
inline value unit_table::read_flow_cell(const csv_cell& cell, const fact_definition& as,
                                        finding_list& findings, fact_room& room) {
  finding_list inside(findings, 0);
  inside.all_at(span(cell));
  fact_reader facts(*pack_, bounds_, inside, room, pool_);
  flow_reader reader(facts, as);
  tape_writer to(std::make_shared<const source_file>(file_->name(), cell.text), reader,
                 bounds_, inside, room);
  const bool read = read_yaml(to) && reader.whole();
  if (findings.ended()) throw tape_stop{};
  if (!read && !inside.failed()) findings.add("N0632", {as.name}, span(cell));
  return reader.take();
}

/// A spreadsheet shortens a long number to one with an exponent.
[[nodiscard]] inline bool is_shortened(std::string_view text, const fact_definition& as) {
  return is_numeric(as.declared) && text.find_first_of("eE") != std::string_view::npos &&
         is_written_number(text);
}

/// What is written in the cell, all or a part of it, as one value.
inline std::optional<value> unit_table::read_text_of(const csv_cell& cell,
                                                     std::string_view written,
                                                     const fact_definition& as,
                                                     finding_list& findings,
                                                     fact_room& room) {
  const auto where = [&] { return span(cell); };
  auto read = read_scalar_as(cell_text(written, as.declared), as, bounds_, pool_,
                             findings, where);
  if (const std::size_t bytes = read ? bytes_of_digits(*read) : 0)
    room.take(bytes, where);
  return read;
}

/// `a;b` of a set or a list of plain values, `[]` of any that has no element.
inline value unit_table::read_list_cell(const csv_cell& cell, const fact_definition& as,
                                        finding_list& findings, fact_room& room) {
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
  std::set<std::string> ids;  // of a set
  std::string_view rest = cell.text;
  for (bool more = !nested; more;) {
    room.take(bytes_of_value, [&] { return span(cell); });
    const auto end = rest.find(';');
    const std::string_view written = trimmed(rest.substr(0, end));
    more = end != std::string_view::npos;
    if (more) rest.remove_prefix(end + 1);
    if (written.empty()) {
      findings.add("N0632", {as.name}, span(cell));
      continue;
    }
    if (is_shortened(written, element)) {
      findings.add("N0650", {std::string(written)}, span(cell));
      continue;
    }
    auto read = read_text_of(cell, written, element, findings, room);
    if (!read) continue;
    const std::string* id = read->string();
    if (as.declared == fact_type::set && id != nullptr && !ids.insert(*id).second) {
      findings.add("N0627", {std::string(written)}, span(cell));
    } else {
      list.push_back(*std::move(read));
    }
  }
  if (nested) findings.add("N0632", {as.name}, span(cell));
  return list;
}

/// What is written as in a unit's file: lists in brackets, but not of units, which
/// have rows of their own, and periods in braces.
[[nodiscard]] inline bool is_flow(std::string_view text, const fact_definition& as) {
  if (as.lists_units() || text == "[]") return false;
  const bool list = as.declared == fact_type::list || as.declared == fact_type::set;
  return text.front() == '[' ? list
                             : text.front() == '{' && as.declared == fact_type::period;
}

inline supplied_value unit_table::read_cell(const csv_cell& cell,
                                            const fact_definition& as,
                                            finding_list& findings, fact_room& room) {
  supplied_value result;
  if (cell.text == "#none") {
    result.state = supply::none;
    if (!as.optional) findings.add("N0638", {as.name}, span(cell));
  } else if (cell.text == "#pending") {
    result.state = supply::pending;
  } else if (as.lists_units() && cell.text == "[]") {
    result.members = std::make_shared<const std::vector<norma::unit>>();
  } else if (is_flow(cell.text, as)) {
    result.content = read_flow_cell(cell, as, findings, room);
  } else if (as.declared == fact_type::list || as.declared == fact_type::set) {
    result.content = read_list_cell(cell, as, findings, room);
  } else if (is_shortened(cell.text, as)) {
    findings.add("N0650", {cell.text}, span(cell));
  } else if (as.declared == fact_type::period) {
    findings.add("N0632", {as.name}, span(cell));
  } else if (auto read = read_text_of(cell, cell.text, as, findings, room)) {
    result.content = *std::move(read);
  }
  return result;
}

/// The day of a fact's evidence, `x__date`.
inline void unit_table::read_date_cell(const column& of, const csv_cell& cell,
                                       const vocabulary& words,
                                       std::map<std::string, evidence>& dates,
                                       finding_list& findings) const {
  if (cell.text.empty()) return;
  const auto slot = words.find_fact(of.name);
  if (!slot) {
    findings.add(unknown_fact(*pack_, words, of.name, span(cell), findings));
    return;
  }
  auto& day = dates[words.fact(*slot)->name].day;
  scalar_problem problem;
  day = scan_day(cell_text(cell.text, fact_type::date), problem);
  if (!day) findings.add(problem.code, problem.arguments, span(cell));
}

/// Of all rows of one kind of unit.
inline const fact_layout& unit_table::layout_for(const vocabulary& words) {
  if (!layout_ || !layout_->is_of(words)) {
    std::vector<std::string> keys;
    for (const column& each : columns_)
      keys.push_back(each.is == role::fact ? each.name : std::string());
    layout_.emplace(words, std::move(keys), pool_);
  }
  return *layout_;
}

inline void unit_table::read_fact_cells(const csv_row& row, const vocabulary& words,
                                        norma::unit& to, finding_list& findings,
                                        fact_room& room) {
  std::map<std::string, evidence> dates;
  const fact_layout& layout = layout_for(words);
  room.take(layout.columns().size() * bytes_of_fact, [&] {
    return source_span{file_, row.begin, row.end};
  });
  to.facts = layout.blank();
  for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
    const csv_cell& cell = row.cells[i];
    findings.in_column(&columns_[i].head);
    if (columns_[i].is == role::fact_date)
      read_date_cell(columns_[i], cell, words, dates, findings);
    if (columns_[i].is != role::fact || cell.text.empty()) continue;
    const auto [fact, place, again] = layout.columns()[i];
    if (fact == nullptr) {
      findings.add(unknown_fact(*pack_, words, columns_[i].name, span(cell), findings));
      continue;
    }
    supplied_fact supplied;
    room.take(bytes_of_statement, [&] { return span(cell); });
    supplied.statements.push_back(read_cell(cell, *fact, findings, room));
    // A name and its alias are one fact: two columns, of which one is blank.
    auto& kept = to.facts.begin()[static_cast<std::ptrdiff_t>(place)].second;
    if (!kept.statements.empty()) findings.add("N0602", {fact->name}, span(cell));
    kept = std::move(supplied);
  }
  findings.in_column(nullptr);
  for (const auto& [name, from] : dates) {
    const auto supplied = to.facts.find(name);
    if (supplied == to.facts.end()) continue;
    auto& statements = supplied->second.statements;
    if (statements.empty()) statements.push_back(supplied->second.said().front());
    statements.front().from = from;
  }
}

}  // namespace norma::load_detail
