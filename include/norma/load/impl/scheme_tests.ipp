// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/load/impl/read_schemes.ipp>
#include <norma/load/impl/tier_checks.ipp>
#include <norma/rule/most_points.hpp>
#include <norma/value/partial.hpp>

// `pass` and `tiers` of a scheme: tests over the points of the whole and of blocks.

namespace norma::load_detail {

/// The names that `pass` and the tiers can use: `total`, each block, `bonus`
/// and `deductions`.
inline void scheme_reader::name_results(const yaml_reader& in, const yaml_node& root,
                                        scheme_definition& to) const {
  vocabulary& names = to.results;
  names.unit = to.gates.unit;
  const auto add = [&](const std::string& id, const text& title) {
    if (names.names.count(id) != 0) {
      in.report("N0501", {id},
                root.find("blocks") != nullptr ? *root.find("blocks") : root);
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
inline void scheme_reader::check_reach(const scheme_definition& by, const std::string& id,
                                       const expr::expression& when) const {
  std::vector<value> slots;
  const auto add = [&slots](number low, number high) {
    slots.push_back(value::unknown(
        nullptr, {.bounds = number_bounds{std::move(low), std::move(high)}}));
  };
  const bool may_leave_out =
      std::any_of(by.blocks.begin(), by.blocks.end(), [](const score_block& block) {
        return std::any_of(block.parts.begin(), block.parts.end(), [](const auto& part) {
          return part.inapplicable == inapplicable::left_out;
        });
      });
  const auto most =
      norma::detail::rounded_points(by, may_leave_out ? by.most_of_some : by.most);
  const number low = by.deductions ? number{} - by.deductions->max : number{};
  const number high = by.bonus ? most + by.bonus->max : most;
  add(low, high);
  for (const score_block& block : by.blocks)
    add(number{}, norma::detail::rounded_points(by, block.points));
  if (by.bonus) add(number{}, by.bonus->max);
  if (by.deductions) add(number{}, by.deductions->max);
  expr::environment points;
  points.slots = slots;
  points.with_causes = false;
  if (expr::to_truth(expr::evaluate(when, points)) != truth::no) return;
  draft_.add({"N0912",
              {id, low.to_string(), high.to_string()},
              when.where.span(when.text, 0, when.text.size()),
              {}});
}

/// A test over the points; a name that is none of theirs is told with all that there are.
inline std::optional<expr::expression> scheme_reader::read_test(
    const yaml_reader& in, const yaml_node* node, const scheme_definition& to) const {
  const std::size_t before = draft_.findings.size();
  auto test = draft_.read_condition(in, node, to.results.names,
                                    expr::make(expr::type_kind::boolean));
  std::string all;
  for (std::size_t i = before; i < draft_.findings.size(); ++i) {
    diagnostic& d = draft_.findings[i];
    if (d.code != "N0401" || !d.arguments[1].empty()) continue;
    if (all.empty()) {
      std::vector<std::string> results;
      for (std::uint32_t slot = 0; slot < to.results.slots.size(); ++slot)
        results.push_back(to.results.fact(slot)->name);
      all = list_argument(results);
    }
    d.code = "N0246";
    d.arguments[1] = all;
  }
  return test;
}

inline void scheme_reader::read_tests(const yaml_reader& in, const yaml_node& root,
                                      scheme_definition& to) const {
  to.pass = read_test(in, root.find("pass"), to);
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
    auto when = read_test(in, in.require_key(node, "when"), to);
    if (!in.scalar(id) || !check_id(in, *id)) continue;
    const bool again = std::any_of(to.tiers.begin(), to.tiers.end(),
                                   [&](const score_tier& t) { return t.id == id->text; });
    if (again) {
      in.report("N0501", {id->text}, *id);
    } else if (title && when) {
      check_reach(to, id->text, *when);
      to.tiers.push_back({id->text, *title, *std::move(when)});
      if (is_never_given(to.tiers, to.results.slots.size()))
        in.report("N0916", {id->text}, *id);
    }
  }
}

}  // namespace norma::load_detail
