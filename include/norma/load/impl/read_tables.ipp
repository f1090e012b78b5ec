// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/text.hpp>
#include <norma/load/impl/pack_builder.ipp>
#include <norma/rule/content.hpp>

// Decision tables: a YAML head, rows in it or in a CSV file beside it.

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

inline void pack_builder::read_table(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = reader(file);
  const yaml_node& root = file.root;
  in.only_keys(root, shapes::table.names());
  const std::size_t before = findings_.size();
  auto result = std::make_shared<table>();
  result->pack = pack.identity.id;
  result->where = in.span(*root.find("table"));
  const auto id = in.scalar(root.find("table"));
  if (!id || !check_id(in, *root.find("table"))) return;
  result->id = *id;
  if (auto title = in.read_text(in.require_key(root, "title"))) result->title = *title;
  result->cite = read_citation(in, in.require_key(root, "cite"), {});
  if (const auto hit = in.read_choice(in.require_key(root, "hit"), shapes::table.words("hit"))) {
    result->hit = *hit == 0 ? hit_policy::first : hit_policy::unique;
  }
  const yaml_node* inputs = in.require_key(root, "inputs");
  read_table_inputs(in, inputs, *result);
  // Without an input the cells would stand in wrong columns.
  const bool whole = inputs != nullptr && result->inputs.size() == inputs->entries.size();
  bool rows_read = false;
  fact_definition gives;
  if (read_type(in, in.require_key(root, "gives"), gives)) {
    if (gives.element || gives.declared == fact_type::period) {
      in.report("N0516", {root.find("gives")->text}, *root.find("gives"));
      return;
    }
    read_unit_and_scale(in, root, gives);
    result->gives = gives.type;
    if (whole && !names_missing_) {
      rows_read = read_table_rows(in, in.require_key(root, "rows"), pack, gives, *result);
    }
  }
  if (root.cut) return;
  if (const auto known = content_.tables.find(*id); known != content_.tables.end()) {
    in.report_second("N0503", {*id}, *root.find("table"), known->second->where);
    return;
  }
  // What is missing would be found again as a gap.
  const bool typed = std::none_of(result->inputs.begin(), result->inputs.end(), [](const auto& i) {
    return i.type.kind == expr::type_kind::any;
  });
  if (findings_.size() == before && typed && rows_read) check_table(*result);
  content_.tables.emplace(*id, std::move(result));
}

inline void pack_builder::read_table_inputs(const yaml_reader& in, const yaml_node* node,
                                            table& to) const {
  if (!in.expect_mapping(node)) return;
  if (node->entries.empty()) in.report("N0517", {}, *node);
  for (const auto& [key, fact] : node->entries) {
    if (!check_name(in, key) || !in.scalar(&fact)) continue;
    const auto found = fact_places_.find(fact.text);
    if (found == fact_places_.end()) {
      unknown(in, fact, "R0155", fact.text, fact_places_);
      continue;
    }
    const fact_definition& f = facts_[found->second].definition;
    table_input input{key.text, f.name, f.type, f.declared == fact_type::count, f.range};
    if (f.declared == fact_type::count && !f.range) {
      input.range = range_value{value(0), std::nullopt, true, false, false};
    }
    to.inputs.push_back(std::move(input));
  }
}

inline std::optional<expr::expression> pack_builder::read_cell(std::string_view text,
                                                               const embedded_source& where,
                                                               const source_span& shown,
                                                               const table_input& input) const {
  expr::check_options options;
  options.where = where;
  options.bounds = bounds_;
  if (text.find_first_not_of(' ') == std::string_view::npos) {
    detail::add_finding(findings_, {"N0569", {}, shown, {}});
    return std::nullopt;
  }
  const bool words = input.type.category != nullptr && text != "-";
  const std::string quoted = words ? quote_words(text) : std::string();
  if (!quoted.empty()) options.where = {};
  auto compiled = expr::compile_tests(quoted.empty() ? text : quoted, input.type, {}, options);
  for (diagnostic& d : compiled.diagnostics) {
    // Where the text is not the file's, the cell as a whole is marked.
    if (!options.where.file) d.where = shown;
    detail::add_finding(findings_, std::move(d));
  }
  return std::move(compiled.result);
}

/// False if there are none to look at, which has a finding of its own.
inline bool pack_builder::read_table_rows(const yaml_reader& in, const yaml_node* node,
                                          const pack_source& pack,
                                          const fact_definition& gives, table& to) const {
  if (node == nullptr) return false;
  if (node->kind == yaml_kind::mapping) {
    const yaml_node* name = node->find("file");
    const auto found = name == nullptr ? pack.rows.end() : pack.rows.find(name->text);
    if (found == pack.rows.end()) return false;
    read_csv_rows(found->second, gives, to);
    return true;
  }
  if (!in.expect_sequence(node)) return false;
  if (node->items.empty()) in.report("N0517", {}, *node);
  for (const yaml_node& line : node->items) {
    if (!in.expect_sequence(&line)) continue;
    if (line.items.size() != to.inputs.size() + 1) {
      in.report("N0520",
                {std::to_string(line.items.size()), std::to_string(to.inputs.size() + 1)},
                line);
      continue;
    }
    table_row row;
    row.where = in.span(line);
    for (std::size_t i = 0; i < to.inputs.size(); ++i) {
      const yaml_node& cell = line.items[i];
      if (cell.blank) {
        in.report("N0569", {}, cell);
        continue;
      }
      if (!in.scalar(&cell)) continue;
      if (cell.style != detail::yaml_style::double_quoted || !cell.verbatim) {
        in.report("N0218", {cell.text}, cell);
        continue;
      }
      auto test = read_cell(cell.text, {in.file(), cell.text_begin, 0}, in.span(cell),
                            to.inputs[i]);
      if (test) row.cells.push_back(*std::move(test));
    }
    auto content = read_literal(in, &line.items.back(), gives);
    if (!content || row.cells.size() != to.inputs.size()) continue;
    row.gives = *std::move(content);
    to.rows.push_back(std::move(row));
  }
  return true;
}

inline void pack_builder::read_csv_rows(const source_ptr& file, const fact_definition& gives,
                                        table& to) const {
  detail::csv_reader rows(file);
  const yaml_reader in(file, findings_);
  const auto span = [&](const detail::csv_cell& cell) {
    return source_span{file, cell.begin, cell.end};
  };
  detail::csv_row line;
  const std::size_t found_before = findings_.size();
  if (!rows.next(line, findings_)) {
    if (findings_.size() != found_before) return;
    detail::add_finding(findings_, {"N0517", {}, {file, 0, 0}, {}});
    return;
  }
  // The head names every input and `gives`, in any order.
  std::vector<std::size_t> column_of;
  std::vector<std::string> wanted;
  for (const table_input& input : to.inputs) wanted.push_back(input.column);
  wanted.emplace_back("gives");
  for (const std::string& name : wanted) {
    std::size_t found = line.cells.size();
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      if (line.cells[i].text == name) found = i;
    }
    if (found == line.cells.size()) {
      detail::add_finding(findings_, {"N0521", {name}, {file, line.begin, line.end}, {}});
      return;
    }
    column_of.push_back(found);
  }
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    if (std::find(column_of.begin(), column_of.end(), i) != column_of.end()) continue;
    detail::add_finding(findings_,
                        {"N0522",
                         {line.cells[i].text,
                          detail::near_word(findings_, line.cells[i].text, wanted)},
                         span(line.cells[i]),
                         {}});
  }
  const std::size_t width = line.cells.size();
  for (std::size_t before = findings_.size(); rows.next(line, findings_);
       before = findings_.size()) {
    if (findings_.size() != before) continue;
    table_row row;
    row.where = {file, line.begin, line.end};
    if (line.cells.size() != width) {
      detail::add_finding(
          findings_, {"N0520",
                      {std::to_string(line.cells.size()), std::to_string(width)},
                      row.where,
                      {}});
      continue;
    }
    for (std::size_t i = 0; i < to.inputs.size(); ++i) {
      const detail::csv_cell& cell = line.cells[column_of[i]];
      const embedded_source where =
          cell.verbatim ? embedded_source{file, cell.text_begin, 0} : embedded_source{};
      auto test = read_cell(cell.text, where, span(cell), to.inputs[i]);
      if (test) row.cells.push_back(*std::move(test));
    }
    const detail::csv_cell& last = line.cells[column_of.back()];
    yaml_node given;
    given.text = last.text;
    given.blank = last.text.empty();
    given.begin = last.begin;
    given.end = last.end;
    given.text_begin = last.text_begin;
    auto content = read_literal(in, &given, gives);
    if (!content || row.cells.size() != to.inputs.size()) continue;
    row.gives = *std::move(content);
    to.rows.push_back(std::move(row));
  }
}

/// Gaps, overlaps and rows that are never reached, with a witness.
inline void pack_builder::check_table(const table& t) const {
  for (const table_finding& found : examine(t)) {
    std::string witness;
    for (std::size_t i = 0; i < found.witness.size(); ++i) {
      if (i > 0) witness += ", ";
      witness += t.inputs[i].column + " = " + found.witness[i];
    }
    switch (found.what) {
      case table_finding::kind::gap:
        detail::add_finding(findings_, {"N0523", {t.id, witness}, t.where, {}});
        break;
      case table_finding::kind::overlap:
        detail::add_finding(findings_, {"N0524",
                                        {witness},
                                        t.rows[found.rows[1]].where,
                                        {{"R0159", {}, t.rows[found.rows[0]].where}}});
        break;
      case table_finding::kind::unreachable_row:
        detail::add_finding(findings_,
                            {"N0525", {}, t.rows[found.rows[0]].where, {}});
    }
  }
}

inline std::shared_ptr<const table> pack_builder::find_table(const yaml_reader& in,
                                                             const yaml_node* node) const {
  const auto name = in.scalar(node);
  if (!name) return nullptr;
  // `pack:table` says where it must come from.
  const std::size_t colon = name->find(':');
  const auto found = content_.tables.find(
      colon == std::string::npos ? *name : name->substr(colon + 1));
  if (found != content_.tables.end() &&
      (colon == std::string::npos || name->substr(0, colon) == found->second->pack)) {
    return found->second;
  }
  std::vector<std::string> known;
  for (const auto& [id, t] : content_.tables) {
    known.push_back(colon == std::string::npos ? id : t->pack + ':' + id);
  }
  unknown(in, *node, "R0157", *name, known);
  return nullptr;
}

}  // namespace norma::load_detail
