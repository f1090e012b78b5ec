// SPDX-License-Identifier: Apache-2.0
#include "csv_units.hpp"

#include <algorithm>  // std::any_of, std::erase_if, std::none_of
#include <utility>    // std::move

#include <norma/load/cell_text.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

#include "clean_text.hpp"
#include "csv_cells.hpp"
#include "other_form.hpp"

namespace norma::cli {

namespace {

/// The cell as a column takes it.
std::string_view text_for(const fact_column& to, std::string_view cell) {
  using shape = fact_column::shape;
  if (to.is() == shape::boolean) return cell_text(cell, fact_type::boolean);
  return to.is() == shape::day ? cell_text(cell, fact_type::date) : cell;
}

}  // namespace

csv_units::csv_units(const std::string& name, std::string_view head, const pack& by,
                     std::string default_kind, const limits& bounds)
    : by_(by), name_(name), default_kind_(std::move(default_kind)), bounds_(bounds) {
  // A second byte order mark, at which the reader of tables ends.
  constexpr std::string_view mark = "\xef\xbb\xbf";
  const std::string whole =
      (head.starts_with(mark) ? std::string(mark) : std::string()) += head;
  const auto& units = by.content().units;
  std::vector<std::string> labels;  // that facts are named by
  const fact_labels all_labels(by);
  csv_cells first;
  if (first.split(head)) {
    const auto& names = first.cells();
    for (const auto& each : names) {
      auto made = key_named(by, each);
      std::string name(each);
      const auto fact =
          made.is == key_role::skipped ? all_labels.fact(each) : std::string();
      const auto is_it = [&](auto other) { return other == fact; };
      if (!fact.empty() && std::none_of(names.begin(), names.end(), is_it)) {
        made = key_named(by, fact);
        labels.push_back(std::exchange(name, fact));
      }
      if (each.empty()) nameless_.push_back(columns_.size());
      names_.emplace_back(each);
      if (!columns_.empty()) head_ += ',';
      if (made.is != key_role::skipped) head_ += name;
      columns_.push_back(std::move(made));
    }
    head_ += '\n';
  } else {  // quotes that the reader of tables takes: it reads each row
    head_ = head;
  }
  if (default_kind_.empty() && !says(key_role::unit) && units.size() == 1) {
    default_kind_ = units.begin()->first;
  }
  says_area_ = says(key_role::kind);
  // The reader of tables knows what may be wrong with a first line.
  auto read = try_read_units(std::make_shared<const source_file>(name, whole), by,
                             default_kind_, bounds_);
  findings_ = std::move(read.diagnostics);
  std::erase_if(findings_, [&labels](const diagnostic& d) {
    const auto named = [&d](const std::string& l) { return d.arguments.front() == l; };
    return d.code == "N0637" || (d.code == "N0642" && !labels.empty()) ||
           (d.code == "N0630" && std::any_of(labels.begin(), labels.end(), named));
  });
  for (const auto& [kind, words] : by.content().vocabularies) {
    auto& slots = slots_[&words];
    for (const auto& each : columns_) slots.push_back(words.find_fact(each.fact));
  }
}

bool csv_units::says(key_role what) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [what](const unit_key& c) { return c.is == what; });
}

csv_units::about csv_units::read_about(const std::vector<std::string_view>& cells) const {
  about result{{}, default_kind_, {}};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (columns_[i].is == key_role::id) result.id = cells[i];
    if (columns_[i].is == key_role::unit) result.kind = cells[i];
    if (columns_[i].is == key_role::kind) result.area_kind = cells[i];
  }
  return result;
}

/// False if a cell holds what no column can, or what is wrong.
bool csv_units::read_facts(const std::vector<std::string_view>& cells,
                           unit_group& to) const {
  const auto& slots = slots_.at(to.of().words);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool of_days = columns_[i].is == key_role::fact_date;
    if (cells[i].empty() || (columns_[i].is != key_role::fact && !of_days)) continue;
    if (!slots[i] || cells[i].front() == '#') return false;
    auto* column = to.column(*slots[i], of_days);
    if (column == nullptr || !column->add(text_for(*column, cells[i]))) return false;
  }
  return true;
}

void csv_units::read_alone(const row_block& rows, const row_place& at,
                           unit_store& to) const {
  const auto file =
      std::make_shared<const source_file>(name_, head_ + std::string(rows.row(at)));
  auto read = try_read_units(file, by_, default_kind_, bounds_);
  const auto first = file->position(head_.size());
  std::vector<row_finding> found;
  cell_finder cells(rows.row(at));
  const auto tell = [&](diagnostic& each) {
    if (each.where && each.where.begin < head_.size()) return;  // told of the head
    const auto place = each.where ? file->position(each.where.begin) : first;
    const auto column = each.where ? place.column : 0;
    const auto cell = each.where ? cells.find(each.where.begin - head_.size(),
                                              each.where.end - head_.size())
                                 : std::nullopt;
    std::string in = cell && *cell < names_.size() ? names_[*cell] : std::string();
    if (each.code == "N0158" && !in.empty()) return;  // a key that is not known
    if (each.code == "N0103") {  // tells the byte, which is one of the input
      const auto byte = rows.begin() + at.begin + each.where.begin - head_.size();
      each = no_utf8(name_, rows.row(at), byte);
      in.clear();  // of the file as a whole
    }
    found.push_back(
        {at.line + place.line - first.line, column, std::move(each), std::move(in)});
  };
  for (auto& each : read.diagnostics) tell(each);
  for (auto& row : read.rows) {
    for (auto& each : row.diagnostics) tell(each);
  }
  if (read.rows.empty() && found.empty()) return;  // blank cells, however many
  std::optional<unit> one;
  if (read.rows.size() == 1) one = std::move(read.rows.front().unit);
  to.add(at.line, std::move(one), std::move(found));
}

std::set<std::string> csv_units::facts() const {
  std::set<std::string> all;
  for (const auto& each : columns_) {
    if (each.is == key_role::fact) all.insert(proper_name(by_, each.fact));
  }
  return all;
}

/// Of a name and an alias it is the cell that says something.
text_place csv_units::place_of(const row_block& rows, std::size_t line,
                               const std::string& fact) const {
  const auto* at = rows.find(line);
  csv_cells row;
  if (at == nullptr || !row.split(rows.row(*at))) return {line, 0};
  for (std::size_t i = 0; i < columns_.size() && i < row.cells().size(); ++i) {
    if (columns_[i].is != key_role::fact || row.cells()[i].empty()) continue;
    if (proper_name(by_, columns_[i].fact) == fact)
      return rows.place(*at, at->begin + begin_of_cell(rows.row(*at), i));
  }
  return {line, 0};
}

void csv_units::tell_nameless(const std::vector<std::string_view>& cells,
                              const row_block& rows, const row_place& at,
                              unit_store& to) const {
  for (const auto i : nameless_) {
    if (cells[i].empty()) continue;
    const auto place = rows.place(at, at.begin + begin_of_cell(rows.row(at), i));
    to.note({place.line, place.column, {"N0158", {std::to_string(i + 1)}, {}, {}}});
  }
}

void csv_units::read(const row_block& rows, unit_store& to) const {
  to.find_places([this, &rows](std::size_t line, const std::string& fact) {
    return place_of(rows, line, fact);
  });
  csv_cells row;
  const judged_kind* of = nullptr;
  for (const auto& at : rows.rows) {
    const auto bytes = rows.row(at);
    if (!is_clean(bytes) || !row.split(bytes) || row.cells().size() != columns_.size()) {
      read_alone(rows, at, to);
      continue;
    }
    const auto& cells = row.cells();
    // A blank that is alone and in quotes is a unit of which nothing is known.
    if (std::all_of(cells.begin(), cells.end(), [](auto c) { return c.empty(); }) &&
        (cells.size() > 1 || bytes.find('"') == bytes.npos))
      continue;
    const auto unit = read_about(cells);
    if (of == nullptr || of->kind != unit.kind || of->area_kind != unit.area_kind) {
      of = &to.kinds().of(unit.kind, unit.area_kind, says_area_);
    }
    if (of->words == nullptr) {
      read_alone(rows, at, to);
      continue;
    }
    auto& group = to.group(*of);
    if (read_facts(cells, group)) {
      tell_nameless(cells, rows, at, to);
      to.add(at.line, unit.id, group);
    } else {
      group.drop_row();
      read_alone(rows, at, to);
    }
  }
}

}  // namespace norma::cli
