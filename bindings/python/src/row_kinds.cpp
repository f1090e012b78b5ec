// SPDX-License-Identifier: Apache-2.0
#include "row_kinds.hpp"

#include <algorithm>    // std::any_of, std::find …
#include <cstddef>      // std::ptrdiff_t
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/standard.hpp>

#include "word_column.hpp"

namespace norma_python {

namespace {

/// The kinds that a unit of the standard may be, of parks and townships.
const std::vector<std::string>& kinds_of(const norma::standard& by) {
  static const std::vector<std::string> none;
  const auto& units = by.content().units;
  const auto found = units.find(by.definition().unit);
  return found == units.end() ? none : found->second.kinds;
}

/// What the cell says that is to be one of `all`; `meant` is the kind whose label it is.
row_kinds::open_cell open_cell_of(std::string column,
                                  std::optional<std::string_view> said,
                                  const std::vector<std::string>& all,
                                  std::string meant) {
  std::string list;
  for (const auto& each : all) list += (list.empty() ? "`" : ", `") + each + '`';
  if (!said) return {std::move(column), norma::message_text("R0176", {list}, {list}), {}};
  const std::string word(*said);
  if (meant.empty()) meant = norma::did_you_mean(word, all);
  return {std::move(column), norma::message_text("R0175", {word, list}, {word, list}),
          std::move(meant)};
}

}  // namespace

row_kinds::row_kinds(norma::standard by, std::string usual, std::size_t rows,
                     words_column unit, words_column kind)
    : by_(std::move(by)),
      usual_(std::move(usual)),
      unit_(std::move(unit)),
      kind_(std::move(kind)) {
  found_.reserve(rows);
  for (std::size_t row = 0; row < rows; ++row) found_.push_back(by_both(row));
}

belongs row_kinds::by_unit(std::size_t row) const {
  if (!unit_) return belongs::yes;
  const std::string_view said = word_at(*unit_, row).value_or(usual_);
  if (said == by_.definition().unit) return belongs::yes;
  const auto is_it = [said](const auto& each) { return each.first == said; };
  const auto& all = by_.content().units;
  return std::any_of(all.begin(), all.end(), is_it) ? belongs::no : belongs::unknown;
}

belongs row_kinds::by_both(std::size_t row) const {
  const auto as_unit = by_unit(row);
  if (as_unit != belongs::yes || !kind_) return as_unit;
  const auto said = word_at(*kind_, row);
  if (!said) return belongs::yes;  // a unit need not say of which kind it is
  const auto& wanted = by_.definition().area_kind;
  const auto& all = kinds_of(by_);
  if (all.empty() || *said == wanted) return belongs::yes;
  if (std::find(all.begin(), all.end(), *said) == all.end()) return belongs::unknown;
  return wanted.empty() ? belongs::yes : belongs::no;
}

auto row_kinds::why_open(std::size_t row) const -> open_cell {
  if (by_unit(row) != belongs::unknown)
    return open_cell_of("kind", word_at(*kind_, row), kinds_of(by_), {});
  const auto said = word_at(*unit_, row);
  std::vector<std::string> all;
  std::string meant;
  for (const auto& [id, kind] : by_.content().units) {
    all.push_back(id);
    if (said && (*said == kind.label.zh || *said == kind.label.en)) meant = id;
  }
  return open_cell_of("unit", said, all, std::move(meant));
}

void row_kinds::pass_over(norma::batch::verdicts& found) const {
  std::vector<std::size_t> open;
  for (std::size_t row = 0; row < found_.size(); ++row) {
    if (found_[row] == belongs::yes) continue;
    const bool unknown = found_[row] == belongs::unknown;
    if (unknown) open.push_back(row);
    for (auto& column : found.columns)
      column[row] =
          unknown ? norma::verdict::undetermined : norma::verdict::not_applicable;
    const auto bit = std::uint64_t{1} << (row % 64);
    for (auto& [passes, decided] : found.bits) {
      passes[row / 64] = unknown ? passes[row / 64] & ~bit : passes[row / 64] | bit;
      decided[row / 64] &= ~bit;
    }
    // The standard itself decides: whether it applies.
    for (auto& column : found.reasons) column[row] = unknown ? 0 : -1;
    for (auto& column : found.distances) column.facts[row] = -1;
  }
  auto& erring = found.erring;
  found.erring_rows -= std::erase_if(
      erring, [this](std::size_t row) { return found_[row] != belongs::yes; });
  found.erring_rows += open.size();
  const auto judged = static_cast<std::ptrdiff_t>(erring.size());
  erring.insert(erring.end(), open.begin(), open.end());
  std::inplace_merge(erring.begin(), erring.begin() + judged, erring.end());
}

norma::diagnostic told_of(const row_kinds::open_cell& cell, const std::string& label,
                          const char* code) {
  return {code, {label, cell.column, norma::text_argument(cell.why), cell.meant}, {}, {}};
}

}  // namespace norma_python
