// SPDX-License-Identifier: Apache-2.0
#include <norma/report/text.hpp>

#include <string>

#include "catch.hpp"
#include "sample.hpp"

// Which nodes a reader sees first, by what a terminal shows.

namespace norma_test::findings_test {

namespace {

using norma::combine;
using norma::language;
using norma::node_role;
using norma::report_node;
using norma::verdict;

report_node node(node_role role, std::string id, verdict is,
                 std::vector<report_node> members = {}, combine how = combine::all) {
  report_node out;
  out.role = role;
  out.path = out.id = id;
  out.title = {id, id};
  out.verdict = is;
  out.combine = how;
  out.members = std::move(members);
  return out;
}
report_node part(std::string id, verdict is) {
  return node(node_role::part, std::move(id), is);
}

// The sections before `Clause by clause`.
std::string summary(report_node tree) {
  norma::report r;
  r.verdict = tree.verdict;
  r.tree = std::move(tree);
  r.remedies_are = norma::remedy_state::none_found;
  const auto all = norma::render_text(r, {language::en, 0, false});
  const auto begin = all.find("\n\nWhat ");
  return all.substr(begin, all.find("\n\nClause by clause") - begin);
}

bool has(const std::string& all, const std::string& words) {
  return all.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("what fails or is open in a standard inside another stands below its name") {
  const auto with = [](verdict v, combine how = combine::all) {
    auto inner = node(node_role::standard, "of its size", v, {part("bad", v)});
    inner.path = "size/of its size";
    return summary(node(node_role::standard, ".", v,
                        {node(node_role::item, "size", v, {inner}, how)}));
  };
  CHECK(has(with(verdict::fail), "  ✗ of its size: fail\n    ✗ bad"));
  CHECK(has(with(verdict::undetermined), "  ? of its size: undetermined\n    ? bad"));
  CHECK(has(with(verdict::fail, combine::any),
            "  ✗ size: any of these\n    ✗ of its size: fail\n      ✗ bad"));
}

TEST_CASE("a standard inside another that fails is no heading of what is undetermined") {
  const auto with = [](std::vector<report_node> members) {
    auto inner =
        node(node_role::standard, "of its size", verdict::fail, std::move(members));
    inner.path = "size/of its size";
    return summary(node(node_role::standard, ".", verdict::fail,
                        {node(node_role::item, "size", verdict::fail, {inner})}));
  };
  const auto all_known = with({part("bad", verdict::fail)});
  CHECK(has(all_known, "What fails\n  ✗ of its size: fail\n    ✗ bad"));
  CHECK_FALSE(has(all_known, "What is undetermined"));
  const auto open_too =
      with({part("bad", verdict::fail), part("open", verdict::undetermined)});
  CHECK(has(open_too, "What is undetermined\n  ? open"));
}

TEST_CASE("only members that bear on the verdict are listed") {
  auto goal = part("a goal", verdict::fail);
  goal.strength = norma::strength::goal;
  const auto shown = summary(
      node(node_role::standard, ".", verdict::fail,
           {part("good", verdict::pass), part("bad", verdict::fail), goal,
            node(node_role::group, "either", verdict::pass,
                 {part("one way", verdict::fail), part("other way", verdict::pass)},
                 combine::any)}));
  CHECK(has(shown, "✗ bad"));
  CHECK_FALSE(has(shown, "good"));
  CHECK_FALSE(has(shown, "a goal"));
  CHECK_FALSE(has(shown, "one way"));
}

TEST_CASE("what stays open beside a failure is listed as well") {
  const auto shown =
      summary(node(node_role::standard, ".", verdict::fail,
                   {part("bad", verdict::fail), part("unclear", verdict::undetermined)}));
  CHECK(has(shown, "What fails\n  ✗ bad"));
  CHECK(has(shown, "What is undetermined\n  ? unclear"));
}

TEST_CASE("an open member of a group that passes is not listed") {
  const auto shown = summary(
      node(node_role::standard, ".", verdict::fail,
           {part("bad", verdict::fail),
            node(node_role::group, "either", verdict::pass,
                 {part("unclear", verdict::undetermined), part("done", verdict::pass)},
                 combine::any)}));
  CHECK_FALSE(has(shown, "unclear"));
}

TEST_CASE("of a group that must not hold the members that hold are listed") {
  const auto shown =
      summary(node(node_role::standard, ".", verdict::fail,
                   {part("present", verdict::pass), part("absent", verdict::fail),
                    part("unclear", verdict::undetermined)},
                   combine::none));
  CHECK(has(shown, "✗ present"));
  CHECK_FALSE(has(shown, "✗ absent"));
  CHECK(has(shown, "? unclear"));
}

TEST_CASE("groups within a group that must not hold turn round") {
  // Not (both of a and b): either of them mended mends it.
  const auto both =
      summary(node(node_role::standard, ".", verdict::fail,
                   {node(node_role::group, "both", verdict::pass,
                         {part("a", verdict::pass), part("b", verdict::pass)})},
                   combine::none));
  CHECK(has(both, "✗ both: all of these\n    ✗ a\n    ✗ b"));
  // Not (none of a and b): a none within a none.
  const auto twice = summary(
      node(node_role::standard, ".", verdict::fail,
           {node(node_role::group, "neither", verdict::pass,
                 {part("a", verdict::fail), part("b", verdict::fail)}, combine::none)},
           combine::none));
  CHECK(has(twice, "✗ a\n"));
  CHECK(has(twice, "✗ b\n"));
}

TEST_CASE("a group that is closed by its guard is one entry") {
  auto inside = part("inside", verdict::undetermined);
  inside.reason = norma::reason{"above_unknown", {"上", "unknown above"}};
  auto group = node(node_role::item, "guarded", verdict::undetermined, {inside});
  group.causes = {{norma::cause_kind::missing, "size", {}, {}, {}}};
  const auto shown =
      summary(node(node_role::standard, ".", verdict::undetermined, {group}));
  CHECK(has(shown, "? guarded\n    “size” is not supplied"));
  CHECK_FALSE(has(shown, "inside"));
}

TEST_CASE("parts of one clause that are open for the same causes are one entry") {
  std::vector<report_node> parts;
  for (const auto* id : {"pay", "rest", "safety"}) {
    parts.push_back(part(id, verdict::undetermined));
    parts.back().causes = {
        {norma::cause_kind::expired, "survey", "2023-02-10", {}, {"2024-02-10"}}};
  }
  parts.push_back(part("care", verdict::undetermined));
  parts.back().causes = {{norma::cause_kind::missing, "care", {}, {}, {}}};
  const auto shown =
      summary(node(node_role::standard, ".", verdict::undetermined, parts));
  CHECK(has(shown, "? pay, rest, safety\n    the evidence for “survey” has expired"));
  CHECK(has(shown, "? care\n    “care” is not supplied"));
  for (int i = 0; i < 10; ++i) parts.insert(parts.begin(), parts[0]);
  CHECK(has(summary(node(node_role::standard, ".", verdict::undetermined, parts)),
            "pay, and 3 more\n"));
}

}  // namespace norma_test::findings_test
