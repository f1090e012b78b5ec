// SPDX-License-Identifier: Apache-2.0
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/assess/assess.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/error.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

#include "assess/standard_text.hpp"
#include "catch.hpp"
#include "load/reading.hpp"

// Design sections 4 to 6: lists of units as a whole: those inside the units of a
// list, which of two versions holds, what their full length is, and for which
// of their units a standard is.

namespace norma_test::whole_lists_test {

using norma::unit;
using norma::value;
using norma::verdict;
using norma_test::folder;
using norma_test::standard_of;

namespace {

const norma::date today = *norma::date::parse("2024-03-31");

const char* const head =
    "norma: 1\npack: p\nversion: 1.0.0\ntitle: {zh: 包}\ndocuments:\n"
    "  d: {number: 1, title: {zh: 文}, date: 2023-01-01}\n";

const char* const dictionary = R"(norma: 1
units:
  town: {label: {zh: 镇, en: town}}
  street: {label: {zh: 街, en: street}, kinds: [old, new]}
  shop: {label: {zh: 店, en: shop}}
facts:
  streets: {label: {zh: 街道, en: streets}, of: [town], type: list of street}
  shops: {label: {zh: 店铺, en: shops}, of: [street], type: list of shop, complete: shop_count}
  shop_count: {label: {zh: 店数, en: number of shops}, of: [street], type: count}
  swept: {label: {zh: 整洁, en: swept}, of: [street], type: boolean}
  staff: {label: {zh: 人数, en: staff}, of: [shop], type: count}
  men: {label: {zh: 男, en: men}, of: [shop], type: count}
  women: {label: {zh: 女, en: women}, of: [shop], type: count}
  ages: {label: {zh: 年龄, en: ages}, of: [shop], type: list of number, complete: persons}
derived:
  persons:
    label: {zh: 合计, en: persons}
    of: [shop]
    type: count
    value: men + women
  oldest:
    label: {zh: 最长, en: oldest}
    of: [shop]
    type: number
    value: max(ages)
)";

/// A pack of these conditions for towns, streets and shops.
struct rules {
  std::vector<std::string> of_town{"count(streets) > 0"};
  std::vector<std::string> of_street{"swept"};
  std::vector<std::string> of_shop{"staff > 0"};
  std::string street_kind = {};
};

norma::pack pack_of(const rules& said) {
  const folder files{{"p/pack.yaml", head},
                     {"p/facts.yaml", dictionary},
                     {"p/town.yaml", standard_of("town", "town", said.of_town)},
                     {"p/street.yaml",
                      standard_of("street", "street", said.of_street, said.street_kind)},
                     {"p/shop.yaml", standard_of("shop", "shop", said.of_shop)}};
  return norma::load(files.path() / "p");
}

unit shop(std::string id, int staff) {
  unit u{.kind = "shop", .id = std::move(id)};
  u.set("staff", staff);
  return u;
}

unit street(std::string id, std::vector<unit> shops, int count) {
  unit u{.kind = "street", .id = std::move(id)};
  u.set_members("shops", std::move(shops));
  u.set("shop_count", count);
  return u;
}

unit town(std::vector<unit> streets) {
  unit u{.kind = "town", .id = "t"};
  u.set_members("streets", std::move(streets));
  return u;
}

/// The verdicts of the parts, with what keeps open ones so: `p f u:ages`.
std::string verdicts(const norma::pack& by, const unit& facts) {
  std::string all;
  const auto made = norma::assess(by.standard(facts.kind), facts, {.as_of = today});
  for (const auto& part : made.tree.members.front().members) {
    all += (all.empty() ? "" : " ") + std::string(1, norma::to_string(part.verdict)[0]);
    for (const auto& cause : part.causes) {
      all += ':' + (cause.fact.empty() ? cause.code.get() : cause.fact);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("lists of units inside the units of a list are bound as any") {
  const auto by =
      pack_of({.of_town = {"every s in streets satisfies count(s.shops) = 1",
                           "total(for s in streets return total(s.shops.staff)) = 5",
                           "every s in streets satisfies (every m in s.shops "
                           "satisfies complies(m, \"shop\"))"}});
  CHECK(verdicts(by, town({street("1", {shop("a", 2)}, 1),
                           street("2", {shop("b", 3)}, 1)})) == "p p p");
  CHECK(verdicts(by, town({street("1", {shop("a", 5)}, 1), street("2", {}, 0)})) ==
        "f p p");
  CHECK(verdicts(by, town({street("1", {shop("a", 5)}, 1),
                           street("2", {shop("b", 0)}, 1)})) == "p p f");
  unit silent{.kind = "shop", .id = "b"};
  CHECK(verdicts(by, town({street("1", {shop("a", 2)}, 1), street("2", {silent}, 1)})) ==
        "p u:streets[2].shops[1].staff u:streets[2].shops[1].staff");
  // One of two shops has not been reported.
  CHECK(verdicts(by, town({street("1", {shop("a", 2)}, 2)})) ==
        "f u:streets[1].shops u:streets[1].shops");
}

TEST_CASE("a standard reads lists inside the units that it is asked about") {
  const auto by =
      pack_of({.of_town = {"every s in streets satisfies complies(s, \"street\")"},
               .of_street = {"some m in shops satisfies m.staff >= 3"}});
  CHECK(verdicts(by, town({street("1", {shop("a", 2), shop("b", 3)}, 2)})) == "p");
  CHECK(verdicts(by, town({street("1", {shop("a", 2), shop("b", 2)}, 2)})) == "f");
}

TEST_CASE("evidence of a list inside a list is dated by what is around it") {
  auto told = town({street("1", {shop("a", 1)}, 1)});
  auto& supplied = told.facts.find("streets")->second.statements.front();
  supplied.from.edit().recorded = norma::date::parse("2024-02-02");
  const auto by =
      pack_of({.of_town = {"every s in streets satisfies count(s.shops) = 1"}});
  const auto known = [&](const char* day) {
    return norma::assess(by.standard("town"), told,
                         {.as_of = today, .known_as_of = norma::date::parse(day)})
        .verdict;
  };
  CHECK(known("2024-02-02") == verdict::pass);
  CHECK(known("2024-02-01") == verdict::undetermined);
}

TEST_CASE("two versions of a list of units of one day are the same or a data error") {
  const auto by = pack_of({.of_street = {"every m in shops satisfies m.staff > 0"}});
  const auto with = [&](int first, int second) {
    unit u{.kind = "street"};
    u.set("shop_count", 1);
    u.set_members("shops", {shop("a", first)});
    auto& supplied = u.facts.find("shops")->second;
    supplied.versioned = true;
    supplied.statements.front().from.edit().day = norma::date::parse("2024-01-01");
    auto other = supplied.statements.front();
    other.members =
        std::make_shared<const std::vector<unit>>(std::vector<unit>{shop("a", second)});
    supplied.statements.push_back(other);
    const auto made = norma::assess(by.standard("street"), u, {.as_of = today});
    return std::string(norma::to_string(made.verdict)) +
           (made.tree.causes.empty() ? "" : ' ' + made.tree.causes.front().code.get());
  };
  CHECK(with(1, 1) == "pass");
  CHECK(with(1, 0) == "undetermined N0744");
  CHECK(with(0, 1) == "undetermined N0744");
}

TEST_CASE("the same units with evidence of other days are another version") {
  const auto by = pack_of({.of_street = {"every m in shops satisfies m.staff > 0"}});
  unit u{.kind = "street"};
  u.set("shop_count", 1);
  u.set_members("shops", {shop("a", 1)});
  auto& supplied = u.facts.find("shops")->second;
  supplied.versioned = true;
  auto other = supplied.statements.front();
  auto members = *other.members;
  members.front().default_evidence.day = norma::date::parse("2020-01-01");
  other.members = std::make_shared<const std::vector<unit>>(std::move(members));
  supplied.statements.push_back(other);
  CHECK(norma::assess(by.standard("street"), u, {.as_of = today}).verdict ==
        verdict::undetermined);
}

TEST_CASE("a standard for one kind of area does not judge another") {
  const auto by =
      pack_of({.of_town = {"every s in streets satisfies complies(s, \"street\")",
                           "every s in streets satisfies verdict(s, \"street\") = "
                           "\"not_applicable\""},
               .street_kind = "kind: old\n"});
  auto one = street("1", {}, 0);
  one.set("swept", true);
  one.area_kind = "old";
  CHECK(verdicts(by, one) == "p");
  CHECK(verdicts(by, town({one})) == "p f");
  one.area_kind.clear();  // it may be one
  CHECK(verdicts(by, one) == "p");
  one.area_kind = "new";
  CHECK(verdicts(by, town({one})) == "f p");
  CHECK_THROWS_WITH(
      verdicts(by, one),
      "a unit of kind `new` can not be judged by `street`, which is for `old`");
}

TEST_CASE("the full length of a list may be derived") {
  const auto by = pack_of({.of_shop = {"every a in ages satisfies a >= 18",
                                       "count(ages) = 2", "oldest <= 30"}});
  const auto with = [&](int men, value women, std::vector<int> ages) {
    unit u{.kind = "shop"};
    u.set("men", men);
    if (!women.is_null()) u.set("women", std::move(women));
    norma::list_value list;
    for (const int age : ages) list.emplace_back(age);
    u.set("ages", std::move(list));
    return verdicts(by, u);
  };
  CHECK(with(1, 1, {20, 30}) == "p p p");
  CHECK(with(1, 2, {20, 30}) == "u:ages f u:ages");
  CHECK(with(1, {}, {20, 30}) == "u:women u:women u:women");
  // More than there can be.
  CHECK(with(1, 0, {20, 30}) == "u:ages u:ages u:ages");
}

TEST_CASE("a list that was given in part and breaks a check is in error alone") {
  std::string facts = dictionary;
  const std::string shops = "  shops: {label: {zh: 店铺, en: shops}";
  const auto at = facts.find(shops);
  facts.replace(
      at, facts.find('\n', at) - at,
      "  shops:\n    label: {zh: 店铺}\n    of: [street]\n    type: list of shop\n"
      "    complete: shop_count\n    checks:\n      - count(shops) < 0");
  facts +=
      "  calm:\n    label: {zh: 静}\n    of: [street]\n    type: boolean\n"
      "    value: every m in shops satisfies true\n";
  const folder files{
      {"p/pack.yaml", head},
      {"p/facts.yaml", facts},
      {"p/town.yaml",
       standard_of("town", "town", {"every s in streets satisfies s.calm"})},
      {"p/street.yaml", standard_of("street", "street", {"calm"})}};
  const auto by = norma::load(files.path() / "p");
  auto one = street("1", {}, 6);
  CHECK(verdicts(by, one) == "u:shops");
  CHECK(verdicts(by, town({one})) == "u:streets[1].shops");
  one.erase("shop_count");  // of which it is not known how many are missing
  CHECK(verdicts(by, one) == "u:shops");
  // What was not given at all is missing, and in error.
  one.erase("shops");
  CHECK(verdicts(by, one) == "u:shops:shops");
}

TEST_CASE("what a change does to a derived length is seen in the list") {
  const auto by = pack_of({.of_shop = {"count(ages) = 2"}});
  unit u{.kind = "shop"};
  u.set("men", 1);
  u.set("women", 1);
  u.set("ages", norma::list_value{20, 30});
  const auto bound = norma::bind(by.standard("shop"), u, {today});
  const auto women = *bound.names->find_fact("women");
  const std::vector<norma::slot_change> more{{women, value{2}}}, fewer{{women, value{0}}};
  CHECK(norma::judge(by.standard("shop"), bound) == verdict::pass);
  CHECK(norma::judge(by.standard("shop"), norma::with(bound, more)) == verdict::fail);
  CHECK(norma::judge(by.standard("shop"), norma::with(bound, fewer)) ==
        verdict::undetermined);
}

}  // namespace norma_test::whole_lists_test
