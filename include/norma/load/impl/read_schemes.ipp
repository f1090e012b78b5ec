// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min, std::none_of
#include <cstddef>    // std::ptrdiff_t, std::size_t
#include <utility>    // std::move

#include <norma/load/impl/read_scored_parts.ipp>
#include <norma/load/impl/read_standards.ipp>
#include <norma/load/impl/scheme_shapes.ipp>
#include <norma/rule/most_points.hpp>
#include <norma/value/partial.hpp>

// Scoring schemes (design section 5.1): gates as standards have them, blocks
// of scored parts, and tests over the points.

namespace norma::load_detail {

[[nodiscard]] inline number sum_of_points(const std::vector<scored_part>& parts) {
  number sum;
  for (const scored_part& part : parts) sum = sum + part.points;
  return sum;
}

class scheme_reader {
 public:
  /// A scheme refines nothing: what its nodes would claim is refused.
  scheme_reader(pack_draft& draft, const standard_finder& finder, layer_claims& claims)
      : draft_(draft),
        finder_(finder),
        nodes_(draft, finder, claims),
        parts_(draft, nodes_) {}

  /// Null where there is no scheme to speak of.
  [[nodiscard]] std::shared_ptr<scheme_definition> read(const rule_file& file,
                                                        const pack_source& pack);

 private:
  void read_gate(const yaml_reader& in, const yaml_node* node, std::string_view id,
                 std::string_view title, const node_context& outer, rule_node& top) const;
  void read_block(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                  inapplicable usual, scheme_definition& to) const;
  [[nodiscard]] std::optional<score_extra> read_extra(const yaml_reader& in,
                                                      const yaml_node* node,
                                                      const std::string& id,
                                                      const node_context& outer) const;
  void read_rounding(const yaml_reader& in, const yaml_node* node,
                     scheme_definition& to) const;

  // scheme_tests.ipp
  void name_results(const yaml_reader& in, const yaml_node& root,
                    scheme_definition& to) const;
  [[nodiscard]] std::optional<expr::expression> read_test(
      const yaml_reader& in, const yaml_node* node, const scheme_definition& to) const;
  void read_tests(const yaml_reader& in, const yaml_node& root,
                  scheme_definition& to) const;
  void check_reach(const scheme_definition& by, const std::string& id,
                   const expr::expression& when) const;

  pack_draft& draft_;
  const standard_finder& finder_;
  node_reader nodes_;
  scored_part_reader parts_;
};

inline std::shared_ptr<scheme_definition> scheme_reader::read(const rule_file& file,
                                                              const pack_source& pack) {
  const yaml_reader in = draft_.reader(file);
  const yaml_node& root = file.root;
  draft_.reading_cut = root.cut;
  in.only_keys(root, shapes::scheme.names());
  auto result = std::make_shared<scheme_definition>();
  standard_definition& gates = result->gates;
  if (!read_id(draft_, finder_, in, root.find("scheme"), pack, gates)) return nullptr;
  const auto outer = read_kind(draft_, in, root, pack, gates);
  if (!outer) return nullptr;
  rule_node& top = gates.root;
  nodes_.read_common(in, root, *outer, top);
  const node_context inner = below(in, root, top, *outer);
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
  norma::detail::add_up_points(*result);
  name_results(in, root, *result);
  read_tests(in, root, *result);
  return result;
}

/// `admission: {all: […]}` or `veto: {none: […]}`: an item of the gates.
inline void scheme_reader::read_gate(const yaml_reader& in, const yaml_node* node,
                                     std::string_view id, std::string_view title,
                                     const node_context& outer, rule_node& top) const {
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
  nodes_.read_common(in, *node, outer, gate);
  node_context inner = outer;
  inner.path = gate.path;
  inner.cite = gate.cite;
  nodes_.read_members(in, in.require_key(*node, key), inner, false, gate);
  top.members.push_back(std::move(gate));
}

inline void scheme_reader::read_block(const yaml_reader& in, const yaml_node& node,
                                      const node_context& outer, inapplicable usual,
                                      scheme_definition& to) const {
  if (!in.expect_mapping(&node)) return;
  in.only_keys(node, shapes::block.names());
  const yaml_node* id = in.require_key(node, "id");
  if (!in.scalar(id) || !check_name(in, *id)) return;
  score_block block;
  block.id = id->text;
  if (auto title = in.read_text(in.require_key(node, "title"))) block.title = *title;
  draft_.hold(sizeof(score_block) + held_bytes(outer.cite), in.span(*id));
  block.cite = draft_.read_citation(in, node.find("cite"), outer.cite);
  const yaml_node* points = in.require_key(node, "points");
  block.points = read_points(draft_, in, points).value_or(number{});
  block.floor = read_points(draft_, in, node.find("floor"));
  if (block.floor && points != nullptr && block.points < *block.floor) {
    in.report("N0902", {block.floor->to_string(), block.points.to_string()},
              *node.find("floor"));
  }
  usual = read_inapplicable(in, node.find("not_applicable")).value_or(usual);
  node_context inner = outer;
  inner.path = block.id;
  inner.cite = block.cite;
  const std::size_t before = draft_.findings.size();
  const yaml_node* parts = in.require_key(node, "parts");
  block.parts = parts_.read(in, parts, inner, usual);
  const number sum = sum_of_points(block.parts);
  // A part that could not be read has no points to add.
  const bool whole =
      parts != nullptr && block.parts.size() == parts->items.size() &&
      std::none_of(draft_.findings.begin() + static_cast<std::ptrdiff_t>(before),
                   draft_.findings.end(),
                   [](const diagnostic& d) { return d.level() == severity::error; });
  if (points != nullptr && whole && !block.parts.empty() && sum != block.points) {
    in.report("N0903", {block.id, sum.to_string(), block.points.to_string()}, *points);
  }
  to.blocks.push_back(std::move(block));
}

inline std::optional<score_extra> scheme_reader::read_extra(
    const yaml_reader& in, const yaml_node* node, const std::string& id,
    const node_context& outer) const {
  if (!in.expect_mapping(node)) return std::nullopt;
  in.only_keys(*node, shapes::extra.names());
  score_extra extra;
  extra.max = read_points(draft_, in, in.require_key(*node, "max")).value_or(number{});
  node_context inner = outer;
  inner.path = id;
  inner.cite = extra.cite = draft_.read_citation(in, node->find("cite"), outer.cite);
  // Points beside the blocks: what does not apply neither gives nor takes any.
  extra.parts =
      parts_.read(in, in.require_key(*node, "parts"), inner, inapplicable::zero);
  for (const scored_part& part : extra.parts) {
    if (part.inapplicable == inapplicable::zero) continue;
    draft_.add({"N0904", {id}, part.node.where, {}});
  }
  return extra;
}

/// `{scale, mode}`: rounding of blocks and of the total.
inline void scheme_reader::read_rounding(const yaml_reader& in, const yaml_node* node,
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

}  // namespace norma::load_detail
