// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random standards over a fixed dictionary, and random units, for properties.

#include <algorithm>  // std::count_if
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <rapidcheck.h>

#include "assess/sample_pack.hpp"
#include "chance.hpp"

namespace norma_test {

inline const std::vector<std::string>& random_facts() {
  static const std::vector<std::string> names{"b0", "b1", "b2",   "done", "due",
                                              "n0", "n1", "fund", "size", "met"};
  return names;
}

/// Booleans b0..b2; counts done <= due, n0, n1 (changeable up), an amount,
/// an ordered category, a day, and facts derived from them.
inline sample_pack random_dictionary() {
  const declared growing{.change = changeable::up, .range = between(0, 6)};
  auto rated = growing;
  rated.checks = {"done <= due"};
  sample_pack s;
  s.boolean("b0").boolean("b1").boolean("b2", {.change = changeable::either});
  s.count("done", rated).count("due", {.range = between(0, 6)});
  s.count("n0", growing)
      .count("n1", {.change = changeable::down, .range = between(0, 6)});
  s.amount("fund", {.change = changeable::either, .range = between(0, 3)});
  s.category("size", {"small", "medium", "large"});
  s.date_fact("met");
  s.count("sum", {.value = "n0 + n1"});
  s.boolean("both", {.change = changeable::no, .value = "b0 and n0 >= 2"});
  return s;
}

inline value random_value(const std::string& fact) {
  if (fact[0] == 'b') return *rc::gen::element(true, false);
  if (fact == "fund") return *number::ratio(up_to(300), 100);
  if (fact == "size")
    return value{*rc::gen::element<std::string>("small", "medium", "large")};
  if (fact == "met") return *today.plus_days(up_to(60) - 40);
  return up_to(6);
}

/// Every fact with a value that breaks no check.
inline unit complete_unit() {
  auto u = enterprise();
  for (const auto& fact : random_facts()) u.set(fact, random_value(fact));
  const int due = up_to(6);
  u.set("due", due);
  u.set("done", up_to(due));
  return u;
}

/// Some facts with values, right or wrong.
inline unit any_unit() {
  auto u = enterprise();
  for (const auto& fact : random_facts()) {
    if (!one_in(4)) u.set(fact, one_in(12) ? value{"wrong"} : random_value(fact));
  }
  return u;
}

/// What a random standard may hold.
struct random_shape {
  bool guards = true;
  bool winding = true;  ///< conditions that no remedy is read from: `modulo`, `if`
};

inline std::string random_comparison(random_shape shape) {
  const auto n = std::to_string(up_to(6));
  switch (up_to(shape.winding ? 14 : 12)) {
    case 0: return "n0 >= " + n;
    case 1: return "n1 < " + n;
    case 2: return "n0 + n1 <= " + n;
    case 3: return "sum > " + n;
    case 4: return "fund >= 1." + n;
    case 5: return "size = \"medium\"";
    case 6: return "met in last(" + n + "天)";
    case 7: return "n0 * 2 - n1 >= " + n;
    case 8: return "both or b2";
    case 9: return "n0 in (1, " + n + ")";
    case 10: return "n1 != " + n;
    case 11: return "fund in (0.5, [2..2." + n + "])";
    case 13: return "modulo(n0, 3) = " + std::to_string(up_to(2));
    case 14: return "if b1 then n0 >= " + n + " else n0 + sum < " + n;
    default: return "n0 in [0.." + n + "]";
  }
}

inline std::string random_condition(random_shape shape) {
  const auto one = random_comparison(shape);
  switch (up_to(6)) {
    case 0: return one + " or b" + std::to_string(up_to(2));
    case 1: return one + " and " + random_comparison(shape);
    case 2: return one + " or " + random_comparison(shape);
    case 3: return "not(" + one + ")";
    default: return one;
  }
}

inline part_options random_options(bool deciding, random_shape shape) {
  part_options with;
  if (shape.guards && one_in(3)) with.when = random_condition(shape);
  if (!with.when.empty() && one_in(2)) with.strength = strength::conditional;
  if (!deciding) {
    with.strength = *rc::gen::element(strength::encouraged, strength::goal);
  }
  if (one_in(10)) with.in_force.to = day("2023-12-31");
  with.exceptions = one_in(3);
  return with;
}

inline node_spec random_part(int number, random_shape shape) {
  const auto id = "p" + std::to_string(number);
  switch (up_to(9)) {
    case 0: return shown(id, {"fund"});
    case 1: return part(id, random_condition(shape), random_options(false, shape));
    case 2: return bare("b0", random_options(true, shape));
    case 3:
    case 4:
      return part(id, "rate(done, due) >= " + std::to_string(up_to(4) * 25) + "%",
                  random_options(true, shape));
    default: return part(id, random_condition(shape), random_options(true, shape));
  }
}

inline bool counts_always(const node_spec& n) {
  if (n.shape.in_force.to) return false;
  if (n.shape.role != node_role::part) return true;
  return decides(n.shape.strength) && (!n.require.empty() || !n.fact.empty());
}

inline node_spec random_group(int depth, int& next, random_shape shape) {
  const auto id = "g" + std::to_string(next++);
  std::vector<node_spec> members;
  const int size = 1 + up_to(3);
  for (int i = 0; i < size; ++i) {
    if (depth > 0 && one_in(3)) {
      members.push_back(random_group(depth - 1, next, shape));
    } else {
      members.push_back(random_part(next++, shape));
    }
  }
  group_options with;
  if (shape.guards && one_in(4)) with.when = random_condition(shape);
  if (one_in(15)) with.in_force.to = day("2023-12-31");
  if (depth < 2 && one_in(5))
    return embedded("s" + id, std::move(members), std::move(with));
  const auto most =
      static_cast<int>(std::count_if(members.begin(), members.end(), counts_always));
  auto how = *rc::gen::element(combine::all, combine::all, combine::any, combine::none,
                               combine::at_least);
  if (how == combine::at_least && most == 0) how = combine::any;
  if (how == combine::at_least) with.n = static_cast<std::size_t>(1 + up_to(most - 1));
  return group(id, how, std::move(members), std::move(with));
}

/// Exceptions on some parts: on such as allow them, on others too if `any`.
inline void except_some(unit& u, const rule_node& root, const rule_node& at, bool any) {
  // Bare facts may stand twice in a random group: the path means the first.
  const bool found = find_node(root, at.path) == &at;
  if (at.role == node_role::part && found && (any || at.exceptions_allowed) &&
      one_in(3)) {
    u.exceptions.push_back({at.path, "granted", {}});
  }
  for (const auto& member : at.members) except_some(u, root, member, any);
}
inline void except_some(unit& u, const norma::standard& by, bool any) {
  except_some(u, by.definition().root, by.definition().root, any);
}

/// The tree as text, for counterexamples.
inline std::string written(const rule_node& n, const std::string& indent = "\n") {
  static const char* const combines[] = {"all", "any", "none", "at_least"};
  auto all = indent + n.id + (n.embeds.empty() ? "" : " (a standard)");
  if (n.in_force.to) all += " (past)";
  if (n.when) all += " when " + n.when->text;
  if (n.role == node_role::part) {
    if (!decides(n.strength)) all += " (does not decide)";
    if (n.strength == strength::conditional) all += " (conditional)";
    all += ": " + (n.require ? n.require->text : n.fact ? "a bare fact" : "shown");
    return all;
  }
  all += ": " + std::string(combines[static_cast<std::size_t>(n.combine)]);
  if (n.combine == combine::at_least) all += ' ' + std::to_string(n.at_least);
  for (const auto& member : n.members) all += written(member, indent + "  ");
  return all;
}

/// What is known of the unit, as text.
inline std::string written(const unit& u) {
  std::string all;
  for (const auto& fact : random_facts()) {
    const auto found = u.facts.find(fact);
    if (found == u.facts.end()) continue;
    all += fact + " = " + found->second.statements.front().content.to_string() + "; ";
  }
  return all;
}

/// A standard of one to three items.
inline norma::standard random_standard(sample_pack& pack, random_shape shape = {}) {
  std::vector<node_spec> items;
  int next = 0;
  const int size = 1 + up_to(2);
  for (int i = 0; i < size; ++i) items.push_back(random_group(2, next, shape));
  group_options with;
  if (shape.guards && one_in(5)) with.when = random_condition(shape);
  return pack.standard(std::move(items), std::move(with));
}

}  // namespace norma_test
