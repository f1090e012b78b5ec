// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find_if
#include <utility>    // std::move

#include <norma/load/impl/pack_builder.ipp>
#include <norma/load/impl/scheme_shapes.ipp>
#include <norma/value/partial.hpp>

// Scoring schemes (design section 5.1): gates as standards have them, blocks
// of scored parts, and tests over the points.

namespace norma::load_detail {

[[nodiscard]] inline number sum_of_points(const std::vector<scored_part>& parts) {
  number sum;
  for (const scored_part& part : parts) sum = sum + part.points;
  return sum;
}

/// A number of points, not negative; nothing and a finding for anything else.
inline std::optional<number> pack_builder::read_points(const yaml_reader& in,
                                                       const yaml_node* node) const {
  fact_definition plain;
  plain.declared = fact_type::number;
  const auto read = read_literal(in, node, plain);
  if (!read) return std::nullopt;
  if (read->num()->sign() >= 0) return *read->num();
  in.report("N0901", {read->num()->to_string()}, *node);
  return std::nullopt;
}

inline std::optional<inapplicable> pack_builder::read_inapplicable(
    const yaml_reader& in, const yaml_node* node) const {
  const auto word = in.read_choice(node, shapes::scheme.words("not_applicable"));
  if (!word) return std::nullopt;
  return static_cast<inapplicable>(*word);
}

inline void pack_builder::read_scheme(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = reader(file);
  const yaml_node& root = file.root;
  reading_cut_ = root.cut;
  in.only_keys(root, shapes::scheme.names());
  auto result = std::make_shared<scheme_definition>();
  standard_definition& gates = result->gates;
  if (!read_id(in, root.find("scheme"), pack, gates)) return;
  const auto outer = read_kind(in, root, pack, gates);
  if (!outer) return;
  rule_node& top = gates.root;
  read_common(in, root, *outer, top);
  node_context inner = *outer;
  inner.cite = top.cite;
  inner.in_force = top.in_force;
  if (const yaml_node* in_force = root.find("in_force")) {
    inner.in_force_where = in.span(*in_force);
  }
  read_gate(in, root.find("admission"), "admission", "R3001", inner, top);
  read_gate(in, root.find("veto"), "veto", "R3002", inner, top);

  const auto usual =
      read_inapplicable(in, root.find("not_applicable")).value_or(inapplicable::full);
  const yaml_node* blocks = in.require_key(root, "blocks");
  if (in.expect_sequence(blocks)) {
    if (blocks->items.empty()) in.report("N0517", {}, *blocks);
    for (const yaml_node& node : blocks->items) {
      read_block(in, node, inner, usual, *result);
    }
  }
  result->bonus = read_extra(in, root.find("bonus"), "bonus", inner);
  result->deductions = read_extra(in, root.find("deductions"), "deductions", inner);
  read_rounding(in, root.find("round"), *result);
  name_results(in, root, *result);
  read_tests(in, root, *result);
  schemes_.push_back(std::move(result));
}

/// `admission: {all: […]}` or `veto: {none: […]}`: an item of the gates.
inline void pack_builder::read_gate(const yaml_reader& in, const yaml_node* node,
                                    std::string_view id, std::string_view title,
                                    const node_context& outer, rule_node& top) {
  if (!in.expect_mapping(node)) return;
  const bool veto = id == "veto";
  const std::string_view key = veto ? "none" : "all";
  in.only_keys(*node, (veto ? shapes::veto : shapes::admission).names());
  if (node->entries.empty()) {
    in.report("N0208", {std::string(key)}, *node);
    return;
  }
  rule_node gate;
  gate.role = node_role::item;
  gate.id = gate.path = std::string(id);
  gate.title = message_text(title);
  gate.combine = veto ? combine::none : combine::all;
  if (node->find("title") != nullptr) gate.title = {};
  read_common(in, *node, outer, gate);
  node_context inner = outer;
  inner.path = gate.path;
  inner.cite = gate.cite;
  read_members(in, in.require_key(*node, key), inner, false, gate);
  top.members.push_back(std::move(gate));
}

inline void pack_builder::read_block(const yaml_reader& in, const yaml_node& node,
                                     const node_context& outer, inapplicable usual,
                                     scheme_definition& to) {
  if (!in.expect_mapping(&node)) return;
  in.only_keys(node, shapes::block.names());
  const yaml_node* id = in.require_key(node, "id");
  if (!in.scalar(id) || !check_name(in, *id)) return;
  score_block block;
  block.id = id->text;
  if (auto title = in.read_text(in.require_key(node, "title"))) block.title = *title;
  block.cite = read_citation(in, node.find("cite"), outer.cite);
  const yaml_node* points = in.require_key(node, "points");
  block.points = read_points(in, points).value_or(number{});
  block.floor = read_points(in, node.find("floor"));
  if (block.floor && points != nullptr && block.points < *block.floor) {
    in.report("N0902", {block.floor->to_string(), block.points.to_string()},
              *node.find("floor"));
  }
  usual = read_inapplicable(in, node.find("not_applicable")).value_or(usual);
  node_context inner = outer;
  inner.path = block.id;
  inner.cite = block.cite;
  block.parts = read_scored_parts(in, in.require_key(node, "parts"), inner, usual);
  const number sum = sum_of_points(block.parts);
  if (points != nullptr && !block.parts.empty() && sum != block.points) {
    in.report("N0903", {block.id, sum.to_string(), block.points.to_string()}, *points);
  }
  to.blocks.push_back(std::move(block));
}

inline std::optional<score_extra> pack_builder::read_extra(const yaml_reader& in,
                                                           const yaml_node* node,
                                                           const std::string& id,
                                                           const node_context& outer) {
  if (!in.expect_mapping(node)) return std::nullopt;
  in.only_keys(*node, shapes::extra.names());
  score_extra extra;
  extra.max = read_points(in, in.require_key(*node, "max")).value_or(number{});
  node_context inner = outer;
  inner.path = id;
  inner.cite = extra.cite = read_citation(in, node->find("cite"), outer.cite);
  // Points beside the blocks: what does not apply neither gives nor takes any.
  extra.parts =
      read_scored_parts(in, in.require_key(*node, "parts"), inner, inapplicable::zero);
  for (const scored_part& part : extra.parts) {
    if (part.inapplicable == inapplicable::zero) continue;
    detail::add_finding(findings_, {"N0904", {id}, part.node.where, {}});
  }
  return extra;
}

/// `{scale, mode}`: rounding of blocks and of the total.
inline void pack_builder::read_rounding(const yaml_reader& in, const yaml_node* node,
                                        scheme_definition& to) const {
  if (!in.expect_mapping(node)) return;
  in.only_keys(*node, shapes::round.names());
  score_rounding round;
  if (const auto scale = in.read_count(in.require_key(*node, "scale"))) {
    if (*scale > 20) in.report("N0910", {std::to_string(*scale)}, *node->find("scale"));
    round.scale = static_cast<int>(std::min<std::int64_t>(*scale, 20));
  }
  if (const auto mode =
          in.read_choice(in.require_key(*node, "mode"), shapes::round.words("mode"))) {
    round.mode = static_cast<rounding>(*mode);
  }
  to.round = round;
}

/// The names that `pass` and the tiers can use: `total`, each block, `bonus`
/// and `deductions`.
inline void pack_builder::name_results(const yaml_reader& in, const yaml_node& root,
                                       scheme_definition& to) {
  vocabulary& names = to.results;
  names.unit = to.gates.unit;
  const auto add = [&](const std::string& id, const text& title) {
    if (names.names.count(id) != 0) {
      in.report("N0501", {id}, root.find("blocks") != nullptr ? *root.find("blocks") : root);
      return;
    }
    fact_definition result;
    result.name = id;
    result.label = title;
    result.declared = fact_type::number;
    result.type = expr::make_number();
    result.change = changeable::up;
    names.names.emplace(
        id, expr::symbol{result.type, static_cast<std::uint32_t>(names.slots.size())});
    names.slots.emplace_back(std::move(result));
  };
  add("total", message_text("R3003"));
  for (const score_block& block : to.blocks) add(block.id, block.title);
  if (to.bonus) add("bonus", message_text("R3004"));
  if (to.deductions) add("deductions", message_text("R3005"));
}

/// A test that no points meet, whatever the unit.
inline void pack_builder::check_reach(const scheme_definition& by, const std::string& id,
                                      const expr::expression& when) const {
  const auto rounded = [&by](const number& n) {
    return by.round ? n.rounded(by.round->scale, by.round->mode) : n;
  };
  std::vector<value> slots;
  const auto add = [&slots](number low, number high) {
    slots.push_back(
        value::unknown(nullptr, {.bounds = number_bounds{std::move(low), std::move(high)}}));
  };
  number most;
  for (const score_block& block : by.blocks) most = most + block.points;
  const number low = by.deductions ? number{} - by.deductions->max : number{};
  const number high = by.bonus ? rounded(most) + by.bonus->max : rounded(most);
  add(low, high);
  for (const score_block& block : by.blocks) add(number{}, rounded(block.points));
  if (by.bonus) add(number{}, by.bonus->max);
  if (by.deductions) add(number{}, by.deductions->max);
  expr::environment points;
  points.slots = slots;
  points.with_causes = false;
  if (expr::to_truth(expr::evaluate(when, points)) != truth::no) return;
  detail::add_finding(findings_, {"N0912",
                                  {id, low.to_string(), high.to_string()},
                                  when.where.span(when.text, 0, when.text.size()),
                                  {}});
}

inline void pack_builder::read_tests(const yaml_reader& in, const yaml_node& root,
                                     scheme_definition& to) {
  const auto boolean = expr::make(expr::type_kind::boolean);
  to.pass = read_condition(in, root.find("pass"), to.results.names, boolean);
  const yaml_node* tiers = root.find("tiers");
  if (to.pass) check_reach(to, "pass", *to.pass);
  if (root.find("pass") == nullptr && tiers == nullptr) {
    in.report("N0911", {}, root.entries.front().key);
  }
  if (!in.expect_sequence(tiers)) return;
  if (tiers->items.empty()) in.report("N0517", {}, *tiers);
  for (const yaml_node& node : tiers->items) {
    if (!in.expect_mapping(&node)) continue;
    in.only_keys(node, shapes::tier.names());
    const yaml_node* id = in.require_key(node, "id");
    const auto title = in.read_text(in.require_key(node, "title"));
    auto when = read_condition(in, in.require_key(node, "when"), to.results.names, boolean);
    if (!in.scalar(id) || !check_id(in, *id)) continue;
    const bool again = std::any_of(to.tiers.begin(), to.tiers.end(),
                                   [&](const score_tier& t) { return t.id == id->text; });
    if (again) {
      in.report("N0501", {id->text}, *id);
    } else if (title && when) {
      check_reach(to, id->text, *when);
      to.tiers.push_back({id->text, *title, *std::move(when)});
    }
  }
}

}  // namespace norma::load_detail
