// SPDX-License-Identifier: Apache-2.0
#include <norma/core/error.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/scheme.hpp>

#include "catch.hpp"

namespace norma_test::pack_test {

using norma::date;
using norma::parameter;
using norma::rule_node;

namespace {

rule_node node(norma::node_role role, std::string id, std::string path,
               std::vector<rule_node> members = {}) {
  rule_node result;
  result.role = role;
  result.id = std::move(id);
  result.path = std::move(path);
  result.members = std::move(members);
  return result;
}

norma::pack_content small_content() {
  using norma::node_role;
  norma::pack_content content;
  content.identity.id = "cn-zj";
  content.units["enterprise"].id = "enterprise";
  norma::vocabulary& words = content.vocabularies["enterprise"];
  norma::fact_definition fact;
  fact.name = "coordinator_count";
  fact.alias = "协调员人数";
  words.slots = {fact, parameter{}};
  words.names = {
      {"coordinator_count", {{}, 0}}, {"协调员人数", {{}, 0}}, {"window", {{}, 1}}};
  norma::standard_definition standard;
  standard.id = "enterprise.large_medium";
  standard.unit = "enterprise";
  standard.root = node(
      node_role::standard, "enterprise.large_medium", ".",
      {node(node_role::item, "training", "training",
            {node(node_role::group, "forms", "training/forms",
                  {node(node_role::part, "induction", "training/forms/induction")})}),
       node(node_role::item, "culture", "culture")});
  content.standards.push_back(std::move(standard));
  return content;
}

}  // namespace

TEST_CASE("the points of a scheme are added up by its pack, whoever made it") {
  using norma::number;
  auto content = small_content();
  norma::scheme_definition made;
  made.gates.id = "score";
  made.gates.unit = "enterprise";
  made.blocks.resize(2);
  made.blocks[0].points = *number::parse("60.5");
  made.blocks[1].points = number{40};
  content.schemes.push_back(std::make_shared<const norma::scheme_definition>(made));
  const norma::pack first(content);
  const auto& counted = first.find_scheme("score")->definition();
  CHECK(counted.points == *number::parse("100.5"));
  CHECK(counted.most == counted.points);
  CHECK(content.schemes[0]->points == number{});  // others may share what was given
  // One that was changed since is added up anew.
  made = counted;
  made.blocks.pop_back();
  made.round = norma::score_rounding{};
  content.schemes = {std::make_shared<const norma::scheme_definition>(made)};
  const norma::pack second(content);
  CHECK(second.find_scheme("score")->definition().points == *number::parse("60.5"));
  CHECK(second.find_scheme("score")->definition().most == number{61});
}

TEST_CASE("nodes are found by their paths") {
  const auto content = small_content();
  const rule_node& root = content.standards[0].root;
  CHECK(find_node(root, ".") == &root);
  for (const char* path :
       {"training", "training/forms", "training/forms/induction", "culture"}) {
    INFO(path);
    REQUIRE(find_node(root, path) != nullptr);
    CHECK(find_node(root, path)->path == path);
  }
  for (const char* path :
       {"", "/", "train", "training/", "training/induction", "culture/x"}) {
    INFO(path);
    CHECK(find_node(root, path) == nullptr);
  }
}

TEST_CASE("standards are found by id, with or without the pack's") {
  const norma::pack pack(small_content());
  CHECK(pack.standard("enterprise.large_medium").id() == "enterprise.large_medium");
  CHECK(pack.find_standard("cn-zj:enterprise.large_medium"));
  CHECK_FALSE(pack.find_standard("cn:enterprise.large_medium"));
  CHECK(pack.standards().size() == 1);
  CHECK(pack.standard("enterprise.large_medium").words().slots.size() == 2);
  try {
    (void)pack.standard("enterprise.large_medum");
    FAIL("an unknown standard was found");
  } catch (const norma::rule_error& e) {
    REQUIRE(e.diagnostics().size() == 1);
    CHECK(e.diagnostics()[0].code == "N0502");
    CHECK(e.diagnostics()[0].help(norma::language::en) ==
          "did you mean `enterprise.large_medium`?");
  }
}

TEST_CASE("a standard keeps its pack alive") {
  const auto standard = norma::pack(small_content()).standard("enterprise.large_medium");
  CHECK(standard.content().identity.id == "cn-zj");
}

TEST_CASE("facts are found by name and alias, parameters are none") {
  const auto content = small_content();
  const norma::vocabulary& words = content.vocabularies.at("enterprise");
  CHECK(words.find_fact("coordinator_count") == 0U);
  CHECK(words.find_fact("协调员人数") == 0U);
  CHECK_FALSE(words.find_fact("window"));
  CHECK_FALSE(words.find_fact("none"));
  CHECK(words.fact(0) != nullptr);
  CHECK(words.fact(1) == nullptr);
  CHECK(words.fact(2) == nullptr);
}

TEST_CASE("a parameter has the value of the latest day that is not later") {
  const auto day = [](int y) { return *date::of(y, 1, 3); };
  parameter p;
  CHECK(p.on(day(2023)) == nullptr);
  p.values = {{day(2021), 1, {}, false}, {day(2023), 2, {}, false}};
  CHECK(p.on(*date::of(2021, 1, 2)) == nullptr);
  CHECK(*p.on(day(2021))->content.num() == 1);
  CHECK(*p.on(*date::of(2023, 1, 2))->content.num() == 1);
  CHECK(*p.on(day(2023))->content.num() == 2);
  CHECK(*p.on(day(2030))->content.num() == 2);
}

}  // namespace norma_test::pack_test
