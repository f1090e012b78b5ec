// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>        // std::size_t
#include <string>         // std::string
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move
#include <vector>         // std::vector

#include <norma/load/impl/node_reader.ipp>
#include <norma/load/impl/scheme_shapes.ipp>
#include <norma/load/impl/scored_input.ipp>
#include <norma/load/impl/table_cells.ipp>
#include <norma/rule/scheme.hpp>

// Scored parts of a scheme: by requirement, bands, grades or loss.

namespace norma::load_detail {

/// A number of points, not negative; nothing and a finding for anything else.
[[nodiscard]] inline std::optional<number> read_points(const pack_draft& draft,
                                                       const yaml_reader& in,
                                                       const yaml_node* node) {
  fact_definition plain;
  plain.declared = fact_type::number;
  const auto read = draft.read_literal(in, node, plain);
  if (!read) return std::nullopt;
  if (read->num()->sign() >= 0) return *read->num();
  in.report("N0901", {read->num()->to_string()}, *node);
  return std::nullopt;
}

[[nodiscard]] inline std::optional<inapplicable> read_inapplicable(
    const yaml_reader& in, const yaml_node* node) {
  const auto word = in.read_choice(node, shapes::scheme.words("not_applicable"));
  if (!word) return std::nullopt;
  return static_cast<inapplicable>(*word);
}

class scored_part_reader {
 public:
  scored_part_reader(const pack_draft& draft, const node_reader& nodes)
      : draft_(draft), nodes_(nodes) {}

  /// `usual`: how a part that does not apply scores, where it does not say.
  [[nodiscard]] std::vector<scored_part> read(const yaml_reader& in,
                                              const yaml_node* list,
                                              const node_context& outer,
                                              inapplicable usual) const;

 private:
  [[nodiscard]] std::optional<scored_part> read_part(const yaml_reader& in,
                                                     const yaml_node& node,
                                                     const node_context& outer,
                                                     inapplicable usual) const;
  [[nodiscard]] std::optional<expr::expression> read_value(
      const yaml_reader& in, const yaml_node* node, const expr::scope& names,
      const expr::type& wanted) const;
  void read_bands(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                  scored_part& to) const;
  void read_grades(const yaml_reader& in, const yaml_node& node, const expr::scope& names,
                   scored_part& to) const;
  void read_loss(const yaml_reader& in, const yaml_node& node, const expr::scope& names,
                 scored_part& to) const;

  const pack_draft& draft_;
  const node_reader& nodes_;
};

inline std::vector<scored_part> scored_part_reader::read(const yaml_reader& in,
                                                         const yaml_node* list,
                                                         const node_context& outer,
                                                         inapplicable usual) const {
  std::vector<scored_part> parts;
  std::unordered_map<std::string, std::size_t> places;  // by id
  if (!in.expect_sequence(list)) return parts;
  if (list->items.empty()) in.report("N0517", {}, *list);
  for (const yaml_node& node : list->items) {
    auto part = read_part(in, node, outer, usual);
    if (!part) continue;
    const auto [same, is_new] = places.emplace(part->node.id, parts.size());
    if (!is_new) {
      draft_.add_second("N0501", part->node.id, part->node.where,
                        parts[same->second].node.where);
      continue;
    }
    parts.push_back(*std::move(part));
  }
  return parts;
}

inline std::optional<scored_part> scored_part_reader::read_part(
    const yaml_reader& in, const yaml_node& node, const node_context& outer,
    inapplicable usual) const {
  if (!in.expect_mapping(&node)) return std::nullopt;
  if (node.entries.empty()) {
    in.report("N0208", {"id"}, node);
    return std::nullopt;
  }
  const yaml_node* fact = node.find("fact");
  const yaml_node* by = fact;
  for (const std::string_view key : shapes::scored_whole.rules.exactly_one) {
    const yaml_node* found = node.find(key);
    if (found == nullptr) continue;
    if (by != nullptr) {
      in.report("N0905", {}, *found);
      return std::nullopt;
    }
    by = found;
  }
  in.only_keys(node,
               (fact != nullptr ? shapes::scored_fact : shapes::scored_whole).names());
  const yaml_node& head = node.entries.front().key;
  if (by == nullptr) {
    in.report("N0905", {}, head);
    return std::nullopt;
  }
  scored_part part;
  part.node.role = node_role::part;
  if (fact != nullptr) {
    if (!in.scalar(by) || !nodes_.read_boolean_fact(in, *by, outer, part.node))
      return std::nullopt;
    if (node.find("title") != nullptr) part.node.title = {};
  }
  const yaml_node* id = part.node.fact ? node.find("id") : in.require_key(node, "id");
  if (id != nullptr || !part.node.fact) {
    if (!in.scalar(id) || !check_name(in, *id)) return std::nullopt;
    part.node.id = id->text;
  }
  part.node.path = path_below(outer.path, part.node.id);
  nodes_.read_common(in, node, outer, part.node);
  part.points =
      read_points(draft_, in, in.require_key(node, "points")).value_or(number{});
  part.inapplicable = read_inapplicable(in, node.find("not_applicable")).value_or(usual);
  if (by == node.find("require")) {
    part.node.require = draft_.read_condition(in, by, *outer.names,
                                              expr::make(expr::type_kind::boolean), true);
  } else if (by == node.find("bands")) {
    read_bands(in, *by, outer, part);
  } else if (by == node.find("grades")) {
    read_grades(in, *by, *outer.names, part);
  } else if (by == node.find("lose")) {
    read_loss(in, *by, *outer.names, part);
  }
  if (part.node.cite.empty() && part.node.decisions.empty() && !draft_.reading_cut) {
    in.report("N0539", {part.node.id}, head);
  }
  return part;
}

/// What bands, grades and losses look at: a value, `rate` anywhere within it.
inline std::optional<expr::expression> scored_part_reader::read_value(
    const yaml_reader& in, const yaml_node* node, const expr::scope& names,
    const expr::type& wanted) const {
  const auto where = draft_.place_condition(in, node);
  if (!where || draft_.names_missing) return std::nullopt;
  auto options = draft_.condition_options(*where);
  options.wanted = wanted;
  options.rate_allowed = options.rate_anywhere = true;
  return draft_.compile(node->text, names, options);
}

/// `{of, rows: [["test", points], …]}`; read as a table of one column, so that
/// gaps and overlaps are found as in one.
inline void scored_part_reader::read_bands(const yaml_reader& in, const yaml_node& node,
                                           const node_context& outer,
                                           scored_part& to) const {
  to.by = scoring::bands;
  if (!in.expect_mapping(&node)) return;
  in.only_keys(node, shapes::bands.names());
  to.of = read_value(in, in.require_key(node, "of"), *outer.names,
                     expr::make(expr::type_kind::any));
  const yaml_node* rows = in.require_key(node, "rows");
  if (!in.expect_sequence(rows) || !to.of) return;
  if (rows->items.empty()) in.report("N0517", {}, *rows);
  table stretches;
  stretches.id = to.node.path;
  stretches.hit = hit_policy::unique;
  stretches.where = in.span(node.entries.front().key);
  stretches.inputs.push_back(scored_input(*to.of, *outer.words));
  const std::size_t before = draft_.findings.size();
  for (const yaml_node& line : rows->items) {
    if (!in.expect_sequence(&line)) continue;
    if (line.items.size() != 2) {
      in.report("N0520", {std::to_string(line.items.size()), "2"}, line);
      continue;
    }
    const yaml_node& cell = line.items[0];
    const auto points = read_points(draft_, in, &line.items[1]);
    if (!in.scalar(&cell) || !check_quoted(in, cell)) continue;
    auto test = read_cell(draft_, cell.text, {in.file(), cell.text_begin, 0},
                          in.span(cell), stretches.inputs[0]);
    if (!test || !points) continue;
    if (to.points < *points) {
      in.report("N0906", {points->to_string(), to.points.to_string()}, line.items[1]);
    }
    stretches.rows.push_back({{*test}, value(*points), in.span(line)});
    to.bands.push_back({*std::move(test), *points, in.span(line)});
  }
  if (draft_.findings.size() == before) check_table(draft_, stretches, rows_of::bands);
}

/// `{of: category, points: {id: points, …}}`: every id, each once.
inline void scored_part_reader::read_grades(const yaml_reader& in, const yaml_node& node,
                                            const expr::scope& names,
                                            scored_part& to) const {
  to.by = scoring::grades;
  if (!in.expect_mapping(&node)) return;
  in.only_keys(node, shapes::grades.names());
  to.of = read_value(in, in.require_key(node, "of"), names,
                     expr::make(expr::type_kind::text));
  const yaml_node* points = in.require_key(node, "points");
  if (!in.expect_mapping(points) || !to.of) return;
  const auto category = to.of->result.category;
  if (to.of->result.kind == expr::type_kind::any)
    return;  // as is told where it is declared
  if (!category) {
    in.report("N0907", {to.of->text}, *node.find("of"));
    return;
  }
  constexpr std::size_t most_listed = 20;
  std::vector<std::string> ids;
  for (const auto& [id, label] : category->values) {
    ids.push_back(ids.size() == most_listed ? "…" : id);
    if (ids.size() > most_listed) break;
  }
  std::vector<bool> graded(category->values.size());
  for (const auto& [key, worth] : points->entries) {
    const auto place = category->rank(key.text);
    if (!place) {
      if (!draft_.may_be_lost(in.file(), lost_categories))
        in.report("N0915", {key.text, to.of->text, list_argument(ids)}, key);
      continue;
    }
    graded[*place] = true;
    const auto read = read_points(draft_, in, &worth);
    if (!read) continue;
    if (to.points < *read) {
      in.report("N0906", {read->to_string(), to.points.to_string()}, worth);
    }
    to.grades.emplace_back(key.text, *read);
  }
  for (std::size_t i = 0; i < graded.size(); ++i) {
    if (graded[i]) continue;
    in.report("N0908", {category->values[i].first}, yaml_reader::head_of(*points));
  }
}

/// `{points, each, of, count}`: so many points for each step of `of`.
inline void scored_part_reader::read_loss(const yaml_reader& in, const yaml_node& node,
                                          const expr::scope& names,
                                          scored_part& to) const {
  to.by = scoring::loss;
  if (!in.expect_mapping(&node)) return;
  in.only_keys(node, shapes::lose.names());
  to.lost_points =
      read_points(draft_, in, in.require_key(node, "points")).value_or(number{});
  const yaml_node* each = in.require_key(node, "each");
  to.step = read_points(draft_, in, each).value_or(number{1});
  if (to.step.sign() == 0) in.report("N0909", {}, *each);
  to.of = read_value(in, in.require_key(node, "of"), names, expr::make_number());
  if (const auto how =
          in.read_choice(in.require_key(node, "count"), shapes::lose.words("count"))) {
    to.count = static_cast<loss_count>(*how);
  }
}

}  // namespace norma::load_detail
