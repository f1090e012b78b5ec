// SPDX-License-Identifier: Apache-2.0
#include <memory>   // std::make_shared
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>

#include "assess/workshop.hpp"

// Section 6: two versions of one day that differ are told by what differs.

namespace norma_test::told_apart_test {

namespace {

norma::supplied_value of_one_day(std::vector<unit> members) {
  norma::supplied_value s;
  s.members = std::make_shared<const std::vector<unit>>(std::move(members));
  s.from.edit().day = norma::date::parse("2024-01-01");
  return s;
}

/// What the report says of these versions of the list of members, both of one day.
norma::text told(norma::supplied_value one, norma::supplied_value other) {
  const workshop w({"count(members) >= 1"});
  auto u = park({});
  norma::supplied_fact versions;
  versions.versioned = true;
  versions.statements = {std::move(one), std::move(other)};
  u.facts["members"] = std::move(versions);
  const auto made = w.assess(u);
  const auto label = [](const std::string& fact) { return fact; };
  for (const auto& c : made.tree.causes) {
    if (c.code != "N0744") continue;
    return {norma::cause_message(c, label, norma::language::zh),
            norma::cause_message(c, label, norma::language::en)};
  }
  return {};
}

norma::text told(std::vector<unit> one, std::vector<unit> other) {
  return told(of_one_day(std::move(one)), of_one_day(std::move(other)));
}

unit named(const std::string& id, const std::string& name,
           std::vector<std::pair<const char*, value>> facts) {
  auto u = firm(id, std::move(facts));
  u.name = name;
  return u;
}

}  // namespace

TEST_CASE("two lists of other lengths are told by how many elements they have") {
  const auto one = firm("m1", {{"due", 1}});
  CHECK(told({one}, {one, firm("m2", {})}).en ==
        "data error: “members” has two different values of the same day (2024-01-01): 1 "
        "element and 2 elements [N0744]");
  CHECK(told({one}, {one, firm("m2", {})}).zh ==
        "数据有误：“members”在同一日（2024-01-01）有两个不同的值：1 项 与 2 项 [N0744]");
}

TEST_CASE("two lists of units are told by the first one that is another") {
  const auto first = named("m1", "甲厂", {{"due", 1}});
  CHECK(told({first, named("m2", "乙厂", {})}, {first, named("m3", "丙厂", {})}).en ==
        "data error: “members” has two different values of the same day (2024-01-01): "
        "element 2 is 乙厂 and element 2 is 丙厂 [N0744]");
}

TEST_CASE("of a unit that stands in both the fact that is said otherwise is told") {
  const auto with = [](value due) {
    return std::vector<unit>{
        named("m1", "甲厂", {{"due", std::move(due)}, {"sound", true}})};
  };
  const auto shown = told(with(1), with(2));
  CHECK(shown.en ==
        "data error: “members” has two different values of the same day (2024-01-01): "
        "element 1 is 甲厂, contracts due 1 and element 1 is 甲厂, contracts due 2 "
        "[N0744]");
  CHECK(shown.zh ==
        "数据有误：“members”在同一日（2024-01-01）有两个不同的值：第 1 项为 "
        "甲厂，应签人数 1 "
        "与 第 1 项为 甲厂，应签人数 2 [N0744]");
  // One version says nothing of it.
  CHECK(told(with(1), {named("m1", "甲厂", {{"sound", true}})}).en ==
        "data error: “members” has two different values of the same day (2024-01-01): "
        "element 1 is 甲厂, contracts due 1 and element 1 is 甲厂, contracts due unknown "
        "[N0744]");
}

TEST_CASE(
    "of a unit that stands in both a fact that waits for a decision is told as such") {
  auto waiting = named("m1", "甲厂", {{"sound", true}});
  norma::supplied_value pending;
  pending.state = norma::supply::pending;
  pending.note = "2024-0117";
  norma::supplied_fact due;
  due.statements = {pending};
  waiting.facts["due"] = due;
  CHECK(told({named("m1", "甲厂", {{"due", 1}, {"sound", true}})}, {waiting}).en ==
        "data error: “members” has two different values of the same day (2024-01-01): "
        "element 1 is 甲厂, contracts due 1 and element 1 is 甲厂, contracts due "
        "{pending: 2024-0117} [N0744]");
}

TEST_CASE("units of one name are told by their ids") {
  CHECK(told({named("m1", "甲厂", {})}, {named("m2", "甲厂", {})}).en ==
        "data error: “members” has two different values of the same day (2024-01-01): "
        "element 1 is 甲厂 m1 and element 1 is 甲厂 m2 [N0744]");
}

TEST_CASE("opinions beside what was decided do not contradict") {
  auto one = of_one_day({}), other = of_one_day({});
  other.note.edit() = "工会：0";
  CHECK(told(one, other).en.empty());
  CHECK(told(std::move(one), of_one_day({firm("m1", {})})).en.find("[N0744]") !=
        std::string::npos);
}

TEST_CASE("units that say the same by other evidence are told to") {
  auto other = named("m1", "甲厂", {{"due", 1}});
  other.default_evidence.by = "乡政府";
  CHECK(told({named("m1", "甲厂", {{"due", 1}})}, {other})
            .en.find("element 1 is 甲厂, other evidence or exceptions") !=
        std::string::npos);
}

}  // namespace norma_test::told_apart_test
