// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/csv.hpp>
#include <norma/load/impl/read_types.ipp>
#include <norma/load/impl/table_cells.ipp>

// Decision tables: a YAML head, rows in it or in a CSV file beside it.

namespace norma::load_detail {

class table_reader {
 public:
  table_reader(pack_draft& draft, const declared_words& declared)
      : draft_(draft), declared_(declared), types_(draft, declared) {}

  void read(const rule_file& file, const pack_source& pack);

 private:
  void read_inputs(const yaml_reader& in, const yaml_node* node, table& to) const;
  [[nodiscard]] std::string fact_called(std::string_view word) const;
  bool read_rows(const yaml_reader& in, const yaml_node* node, const pack_source& pack,
                 const fact_definition& gives, table& to) const;
  void read_csv_rows(const source_ptr& file, const fact_definition& gives,
                     table& to) const;

  pack_draft& draft_;
  const declared_words& declared_;
  type_reader types_;
};

inline void table_reader::read(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = draft_.reader(file);
  const yaml_node& root = file.root;
  in.only_keys(root, shapes::table.names());
  const std::size_t before = draft_.findings.size();
  auto result = std::make_shared<table>();
  result->pack = pack.identity.id;
  result->where = in.span(*root.find("table"));
  const auto id = in.scalar(root.find("table"));
  if (!id || !check_id(in, *root.find("table"))) {
    if (id) draft_.doubted.insert(*id);
    return;
  }
  result->id = *id;
  if (auto title = in.read_text(in.require_key(root, "title"))) result->title = *title;
  result->cite = draft_.read_citation(in, in.require_key(root, "cite"), {});
  if (const auto hit =
          in.read_choice(in.require_key(root, "hit"), shapes::table.words("hit"))) {
    result->hit = *hit == 0 ? hit_policy::first : hit_policy::unique;
  }
  const yaml_node* inputs = in.require_key(root, "inputs");
  read_inputs(in, inputs, *result);
  // Without an input the cells would stand in wrong columns.
  const bool whole = inputs != nullptr && result->inputs.size() == inputs->entries.size();
  bool rows_read = false;
  fact_definition gives;
  if (types_.read_type(in, in.require_key(root, "gives"), gives)) {
    if (gives.element || gives.declared == fact_type::period) {
      in.report("N0516", {root.find("gives")->text}, *root.find("gives"));
      draft_.doubted.insert(*id);
      return;
    }
    types_.read_unit_and_scale(in, root, gives);
    result->gives = gives.type;
    if (whole && !draft_.names_missing) {
      rows_read = read_rows(in, in.require_key(root, "rows"), pack, gives, *result);
    }
  }
  if (root.cut) return;
  if (const auto known = draft_.content.tables.find(*id);
      known != draft_.content.tables.end()) {
    in.report_second("N0503", {*id}, *root.find("table"), known->second->where);
    return;
  }
  // What is missing would be found again as a gap.
  const bool typed =
      std::none_of(result->inputs.begin(), result->inputs.end(),
                   [](const auto& i) { return i.type.kind == expr::type_kind::any; });
  if (draft_.findings.size() == before && typed && rows_read)
    check_table(draft_, *result);
  draft_.content.tables.emplace(*id, std::move(result));
}

/// The fact that has this alias or label; "" if none has, or there is too much to
/// compare.
inline std::string table_reader::fact_called(std::string_view word) const {
  if (!may_hint(draft_.findings, word, declared_.facts.size())) return {};
  for (const declared_fact& fact : declared_.facts) {
    const fact_definition& f = fact.definition;
    if (word == f.alias || word == f.label.zh || word == f.label.en) return f.name;
  }
  return {};
}

inline void table_reader::read_inputs(const yaml_reader& in, const yaml_node* node,
                                      table& to) const {
  if (!in.expect_mapping(node)) return;
  if (node->entries.empty()) in.report("N0517", {}, *node);
  for (const auto& [key, fact] : node->entries) {
    if (!check_name(in, key) || !in.scalar(&fact)) continue;
    const auto found = declared_.fact_places.find(fact.text);
    if (found == declared_.fact_places.end()) {
      draft_.unknown(in, fact, "R0155", fact.text, declared_.fact_places,
                     fact_called(fact.text));
      continue;
    }
    const fact_definition& f = declared_.facts[found->second].definition;
    table_input input{key.text, f.name, f.type, f.declared == fact_type::count, f.range};
    if (f.declared == fact_type::count && !f.range) {
      input.range = range_value{value(0), std::nullopt, true, false, false};
    }
    to.inputs.push_back(std::move(input));
  }
}

/// False if there are none to look at, which has a finding of its own.
inline bool table_reader::read_rows(const yaml_reader& in, const yaml_node* node,
                                    const pack_source& pack, const fact_definition& gives,
                                    table& to) const {
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
    if (!keeps_more(draft_.findings)) break;
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
      if (!in.scalar(&cell) || !check_quoted(in, cell)) continue;
      auto test = read_cell(draft_, cell.text, {in.file(), cell.text_begin, 0},
                            in.span(cell), to.inputs[i]);
      if (test) row.cells.push_back(*std::move(test));
    }
    auto content = draft_.read_literal(in, &line.items.back(), gives);
    if (!content || row.cells.size() != to.inputs.size()) continue;
    row.gives = *std::move(content);
    to.rows.push_back(std::move(row));
  }
  return true;
}

inline void table_reader::read_csv_rows(const source_ptr& file,
                                        const fact_definition& gives, table& to) const {
  csv_reader rows(file);
  const yaml_reader in(file, draft_.findings);
  const auto span = [&](const csv_cell& cell) {
    return source_span{file, cell.begin, cell.end};
  };
  csv_row line;
  const std::size_t found_before = draft_.findings.size();
  if (!rows.next(line, draft_.findings)) {
    if (draft_.findings.size() != found_before) return;
    draft_.add({"N0517", {}, {file, 0, 0}, {}});
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
      draft_.add({"N0521", {name}, {file, line.begin, line.end}, {}});
      return;
    }
    column_of.push_back(found);
  }
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    if (std::find(column_of.begin(), column_of.end(), i) != column_of.end()) continue;
    draft_.add(
        {"N0522",
         {line.cells[i].text, near_word(draft_.findings, line.cells[i].text, wanted)},
         span(line.cells[i]),
         {}});
  }
  const std::size_t width = line.cells.size();
  for (std::size_t before = draft_.findings.size();
       keeps_more(draft_.findings) && rows.next(line, draft_.findings);
       before = draft_.findings.size()) {
    if (draft_.findings.size() != before) continue;
    table_row row;
    row.where = {file, line.begin, line.end};
    if (line.cells.size() != width) {
      draft_.add({"N0520",
                  {std::to_string(line.cells.size()), std::to_string(width)},
                  row.where,
                  {}});
      continue;
    }
    for (std::size_t i = 0; i < to.inputs.size(); ++i) {
      const csv_cell& cell = line.cells[column_of[i]];
      const embedded_source where =
          cell.verbatim ? embedded_source{file, cell.text_begin, 0} : embedded_source{};
      auto test = read_cell(draft_, cell.text, where, span(cell), to.inputs[i]);
      if (test) row.cells.push_back(*std::move(test));
    }
    const csv_cell& last = line.cells[column_of.back()];
    yaml_node given;
    given.text = last.text;
    given.blank = last.text.empty();
    given.begin = last.begin;
    given.end = last.end;
    given.text_begin = last.text_begin;
    auto content = draft_.read_literal(in, &given, gives);
    if (!content || row.cells.size() != to.inputs.size()) continue;
    row.gives = *std::move(content);
    to.rows.push_back(std::move(row));
  }
}

}  // namespace norma::load_detail
