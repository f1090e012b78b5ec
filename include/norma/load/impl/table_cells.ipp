// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::max, std::min
#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/parse.hpp>
#include <norma/load/impl/pack_draft.ipp>

// Cells of tables and of bands, and what is found when all rows are read.

namespace norma::load_detail {

/// A cell of a category's column may name values as they are (`large`,
/// `medium, large`, `not(micro)`): the same with quotes, or "" if the cell is
/// none of these.
[[nodiscard]] inline std::string quote_words(std::string_view cell) {
  const bool negated = cell.substr(0, 4) == "not(" && cell.back() == ')';
  std::string_view rest = negated ? cell.substr(4, cell.size() - 5) : cell;
  std::string result = negated ? "not(" : "";
  while (true) {
    const std::size_t comma = rest.find(',');
    const std::string_view word = trimmed(rest.substr(0, comma));
    if (!expr::is_name(word)) return {};
    result += '"' + std::string(word) + '"';
    if (comma == std::string_view::npos) break;
    result += ", ";
    rest.remove_prefix(comma + 1);
  }
  return negated ? result + ')' : result;
}

/// A test of the values of `input`; where it does not stand in its file as it is
/// (`where` is empty), the cell as a whole is marked.
[[nodiscard]] inline std::optional<expr::expression> read_cell(
    const pack_draft& draft, std::string_view text, const embedded_source& where,
    const source_span& shown, const table_input& input) {
  expr::check_options options;
  options.where = where;
  options.bounds = draft.bounds;
  if (text.find_first_not_of(' ') == std::string_view::npos) {
    draft.add({"N0569", {}, shown, {}});
    return std::nullopt;
  }
  const bool words = input.type.category != nullptr && text != "-";
  const std::string quoted = words ? quote_words(text) : std::string();
  if (!quoted.empty()) options.where = {};
  auto compiled =
      expr::compile_tests(quoted.empty() ? text : quoted, input.type, {}, options);
  for (diagnostic& d : compiled.diagnostics) {
    // Where the text is not the file's, the cell as a whole is marked.
    if (!options.where.file) d.where = shown;
    draft.add(std::move(d));
  }
  if (compiled.result) draft.hold(held_bytes(*compiled.result), shown);
  return std::move(compiled.result);
}

/// Findings of one table, and tests of its cells that are tried: of a large table each
/// may be a walk through memory.
inline constexpr std::size_t most_table_findings = 20;
inline constexpr std::size_t most_tests_tried = 1'000'000;

/// Values that a cell is compared with: `1, 2, 3` is a list of three.
[[nodiscard]] inline std::size_t count_tests(const expr::node& at) {
  const list_value* list = at.literal.list();
  std::size_t all = list == nullptr ? 0 : list->size();
  for (const expr::node& child : at.children) all += count_tests(child);
  return std::max<std::size_t>(all, 1);
}

[[nodiscard]] inline std::vector<table_finding> examine_within(const pack_draft& draft,
                                                               const table& t) {
  std::size_t cells = 1, tests = 1;
  for (const table_row& row : t.rows) {
    cells += row.cells.size();
    for (const expr::expression& cell : row.cells) tests += count_tests(cell.tree);
  }
  const std::size_t each = (tests + cells - 1) / cells;
  const std::size_t most = std::min(most_tests_tried, draft.tests_to_try) / each;
  std::size_t left = most;
  auto found = examine(t, most_table_findings, left);
  draft.tests_to_try -= (most - left) * each;
  return found;
}

/// Whether rows are those of a table or the bands of a scored part.
enum class rows_of { table, bands };

/// What is looked for in rows, and whose rows they are, as messages name them.
struct looked_for {
  std::string what, of;
};

[[nodiscard]] inline looked_for looked_for_in(const table& t, rows_of what) {
  const std::string name = '`' + t.id + '`';
  return {text_argument(t.hit == hit_policy::unique
                            ? text{"遗漏和重叠", "gaps and overlaps"}
                            : text{"遗漏和用不到的行", "gaps and rows never reached"}),
          text_argument(what == rows_of::bands
                            ? text{name + " 的分段", "the bands of " + name}
                            : text{"表 " + name + ' ', "table " + name})};
}

/// A cell, where it stands in a file as it is, that can not be compared, or a column.
[[nodiscard]] inline diagnostic not_compared(const table_finding& found, const table& t,
                                             const looked_for& rows) {
  if (found.rows.empty()) {
    const std::string column = '`' + t.inputs[found.column].column + '`';
    const text values{column + " 的值", "values of " + column};
    return {"N0182", {rows.what, rows.of, text_argument(values)}, t.where, {}};
  }
  const table_row& row = t.rows[found.rows[0]];
  const expr::expression& cell = row.cells[found.column];
  const std::string by = '`' + found.by + '`';
  return {"N0182",
          {rows.what, rows.of, text_argument({by + ' ', by})},
          cell.where.file ? cell.where.span(cell.text, 0, cell.text.size()) : row.where,
          {}};
}

/// The values that bands have to take, in words.
[[nodiscard]] inline std::string to_be_taken(const table_input& input) {
  if (!input.range)
    return text_argument({"所有的值；有不可能的值，用事实的 `range` 排除",
                          "all values; what can not be is left out by the `range` of the "
                          "fact"});
  const std::string range = '`' + value(*input.range).to_string() + '`';
  return text_argument({' ' + range + " 中所有的值", "all values in " + range});
}

/// Gaps, overlaps and rows that are never reached, with a witness.
inline void check_table(const pack_draft& draft, const table& t,
                        rows_of what = rows_of::table) {
  const bool bands = what == rows_of::bands;
  const looked_for rows = looked_for_in(t, what);
  for (const table_finding& found : examine_within(draft, t)) {
    std::string witness;
    for (std::size_t i = 0; i < found.witness.size(); ++i) {
      if (i > 0) witness += ", ";
      witness += t.inputs[i].column + " = " + found.witness[i];
    }
    switch (found.what) {
      case table_finding::kind::gap:
        if (bands)
          draft.add({"N0913", {t.id, witness, to_be_taken(t.inputs[0])}, t.where, {}});
        else
          draft.add({"N0523", {t.id, witness}, t.where, {}});
        break;
      case table_finding::kind::overlap:
        draft.add({bands ? "N0914" : "N0524",
                   {witness},
                   t.rows[found.rows[1]].where,
                   {{bands ? "R0173" : "R0159", {}, t.rows[found.rows[0]].where}}});
        break;
      case table_finding::kind::unreachable_row:
        draft.add({"N0525", {}, t.rows[found.rows[0]].where, {}});
        break;
      case table_finding::kind::unexamined:
        if (witness.empty())
          draft.add({"N0183", {rows.what, rows.of}, t.where, {}});
        else
          draft.add({"N0180", {rows.what, rows.of, witness}, t.where, {}});
        break;
      case table_finding::kind::untold:
        draft.add({"N0181",
                   {rows.what, rows.of, std::to_string(most_table_findings)},
                   t.where,
                   {}});
        break;
      case table_finding::kind::uncut: draft.add(not_compared(found, t, rows));
    }
  }
}

}  // namespace norma::load_detail
