// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/member_list.hpp>

#include <string>
#include <utility>
#include <vector>

#include <norma/assess/deciding.hpp>
#include <norma/rule/content.hpp>

#include "assess/workshop.hpp"

// Design section 7: the units in a list that decide, and what is told of them.

namespace norma_test::member_list_test {

TEST_CASE("the deciding members are named with what decides") {
  const workshop w({every_form});
  auto one = firm("m1", {{"due", 100}, {"signed", 99}});
  one.name = "甲厂";
  const auto made = w.assess(park({one, firm("m2", {{"due", 1}, {"signed", 1}})}));
  const auto& by = made.tree.members.front().members.front().condition->deciding.get();
  REQUIRE(by.size() == 1);
  CHECK(by[0].list == "members");
  CHECK(by[0].holds == norma::truth::no);
  CHECK(by[0].count == 1);
  REQUIRE(by[0].first.size() == 1);
  CHECK(by[0].first[0].place == 1);
  CHECK(by[0].first[0].name.en == "甲厂");
  CHECK(by[0].first[0].shown.zh == "已签人数 99，应签人数 100");
  CHECK(by[0].first[0].shown.en == "contracts signed 99, contracts due 100");
}

TEST_CASE("of many deciding members ten are named, the rest is counted") {
  const workshop w({every_form});
  const auto by = [&](int many) {
    std::vector<unit> all;
    for (int i = 0; i < many; ++i)
      all.push_back(firm("m" + std::to_string(i), {{"due", 2}, {"signed", 1}}));
    const auto made = w.assess(park(std::move(all)));
    return made.tree.members.front().members.front().condition->deciding->at(0);
  };
  CHECK(by(10).first.size() == 10);
  CHECK(by(10).count == 10);
  CHECK(by(11).first.size() == 10);
  CHECK(by(11).count == 11);
  CHECK(by(11).first.back().name.en == "m9");
}

TEST_CASE("a report lists the members with what the standard reads of them") {
  const workshop w(
      {every_form, pooled_form, "every m in members[sound] satisfies m.due > 1"});
  auto named = firm("m1", {{"due", 100}, {"signed", 100}, {"sound", true}});
  named.name = "甲厂";
  const auto of = [&](int firms) {
    return w.assess(park({named, firm("m2", {{"due", 1}, {"signed", 1}, {"sound", true}}),
                          firm("m3", {{"due", 1}})},
                         value{firms}));
  };
  const auto made = of(4);
  REQUIRE(made.members->size() == 1);
  const auto& list = made.members->at(0);
  CHECK(list.fact == "members");
  CHECK(list.count == 3);
  CHECK_FALSE(list.whole);
  CHECK(list.lacking == std::size_t{1});
  std::string columns;
  for (const auto& c : list.columns) columns += c.fact + ' ';
  CHECK(columns == "due signed sound ");
  REQUIRE(list.rows.size() == 3);
  CHECK(list.rows[0].name == "甲厂");
  CHECK(list.rows[0].cells[1].shown.en == "100");
  CHECK(list.rows[2].cells[1].content.is_unknown());
  const auto paths = [&](std::size_t row) {
    std::string all;
    for (const auto& path : list.rows[row].decides) all += path + ' ';
    return all;
  };
  CHECK(paths(0).empty());
  CHECK(paths(1) == "a/p3 ");  // found again behind the filter, by its id
  CHECK(paths(2) == "a/p1 ");
  // With nothing due known of the fourth, the pooled form is not open by the third.
  CHECK(of(3).members->at(0).rows.at(2).decides ==
        std::vector<std::string>{"a/p1", "a/p2"});
  CHECK(norma::find_members(made, "members") == &list);
  CHECK(norma::find_members(made, "firms") == nullptr);
}

TEST_CASE("of a long list there are rows of those that decide only") {
  const workshop w({every_form});
  const auto rows = [&](int many) {
    std::vector<unit> all;
    for (int i = 0; i < many; ++i)
      all.push_back(firm(std::to_string(i), {{"due", 2}, {"signed", i == 7 ? 1 : 2}}));
    const auto made = w.assess(park(std::move(all)));
    CHECK(made.members->at(0).count == static_cast<std::size_t>(many));
    return made.members->at(0).rows;
  };
  CHECK(rows(1000).size() == 1000);
  const auto few = rows(1001);
  REQUIRE(few.size() == 1);
  CHECK(few[0].place == 8);
}

TEST_CASE("where the limits end the search for deciding members, that is said") {
  // Pairs: a limit that lets the verdict be found, not all members be looked at.
  const workshop w(
      {"every m in members satisfies some n in members satisfies n.due < m.due - 9"});
  std::vector<unit> all;
  for (int i = 0; i < 40; ++i)
    all.push_back(firm("m" + std::to_string(i), {{"due", 2}, {"signed", 1}}));
  const auto by = [&](std::size_t steps) {
    norma::limits bounds;
    bounds.evaluation_steps = steps;
    const auto made = norma::assess(
        w.pack().standard("park.good"), park(all),
        {.as_of = *norma::date::of(2024, 3, 31), .remedies = false, .bounds = bounds});
    const auto& node = made.tree.members.front().members.front();
    CHECK(node.verdict == norma::verdict::fail);
    return node.condition->deciding->at(0);
  };
  const auto whole = by(1'000'000);
  CHECK(whole.whole);
  CHECK(whole.count == 40);
  const auto some = by(2000);
  CHECK_FALSE(some.whole);
  CHECK(some.count > 10);
  CHECK(some.count < 40);
  CHECK(some.first.size() == 10);
}

namespace {

// The condition of the park's only part, in both languages.
norma::text told(const std::string& condition, std::vector<unit> members,
                 value firms = {}) {
  const workshop w({condition});
  const auto made = w.assess(park(std::move(members), std::move(firms)));
  return made.tree.members.front().members.front().condition->shown;
}

}  // namespace

TEST_CASE("what asks a standard of members is told with the title of the standard") {
  const auto good = firm("1", {{"due", 100}, {"signed", 90}, {"sound", true}});
  const auto bad = firm("2", {{"due", 100}, {"signed", 89}, {"sound", true}});
  auto shown =
      told("every m in members satisfies complies(m, \"firm.good\")", {good, bad});
  CHECK(shown.zh == "辖区内企业中每一项满足：该项达到“标”");
  CHECK(shown.en == "every one of member firms with: it meets “标”");
  shown =
      told("every m in members satisfies not(complies(m, \"firm.good\"))", {good, bad});
  CHECK(shown.zh == "辖区内企业中每一项满足：该项未达到“标”");
  CHECK(shown.en == "every one of member firms with: it does not meet “标”");
  shown =
      told("count(members[verdict(item, \"firm.good\") = \"fail\"]) = 0", {good, bad});
  CHECK(shown.zh == "辖区内企业（该项按“标”评价的结论 = 不达标）的项数 = 1，要求 = 0");
  CHECK(shown.en ==
        "number of member firms (verdict on it by “标” = fail) = 1, required = 0");
}

namespace {

/// The parts by which the deciding members fail, as `place: standard path item/title
/// clause`, of a park's only part.
std::string unmet_by(const std::string& condition, std::vector<unit> members) {
  const workshop w({condition});
  const auto made = w.assess(park(std::move(members)));
  std::string all;
  const auto& part = made.tree.members.front().members.front();
  for (const auto& group : part.condition->deciding.get()) {
    for (const auto& one : group.first) {
      all += (all.empty() ? "" : "; ") + std::to_string(one.place) + ':';
      for (const auto& p : one.unmet) {
        all += ' ' + p.standard + ' ' + p.path + ' ' + p.item.zh + '/' + p.title.zh +
               ' ' + p.cite.document + p.cite.clause;
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("of a member that does not meet a standard the parts are told that it fails") {
  const auto good = firm("1", {{"due", 100}, {"signed", 90}, {"sound", true}});
  const auto bad = firm("2", {{"due", 100}, {"signed", 89}, {"sound", true}});
  const auto worse = firm("3", {{"due", 100}, {"signed", 89}, {"sound", false}});
  const auto idle = firm("4", {{"due", 0}});  // to which it does not apply
  const std::string all = "every m in members satisfies complies(m, \"firm.good\")";
  CHECK(unmet_by(all, {good, bad}) == "2: firm.good a/p2 条/分 d一");
  CHECK(unmet_by(all, {worse, good, idle}) ==
        "1: firm.good a/p1 条/分 d一 firm.good a/p2 条/分 d一; 3:");
  // Where none does, all are told.
  CHECK(
      unmet_by("some m in members satisfies complies(m, \"firm.good\")", {bad, worse}) ==
      "1: firm.good a/p2 条/分 d一; 2: firm.good a/p1 条/分 d一 "
      "firm.good a/p2 条/分 d一");
  // A part that passes fails by nobody, and a condition without standards asks for none.
  CHECK(unmet_by("some m in members satisfies complies(m, \"firm.good\")", {good, bad}) ==
        "1:");
  CHECK(unmet_by("every m in members satisfies m.signed >= 90", {good, bad}) == "2:");
  // What must not be met is not told as lacking.
  CHECK(unmet_by("every m in members satisfies m.signed >= 90 and "
                 "not(complies(m, \"firm.good\"))",
                 {bad}) == "1:");
}

TEST_CASE("what a what-if changes is not explained by what was supplied") {
  const workshop w({"every m in members satisfies complies(m, \"firm.good\")"});
  const auto by = w.pack().standard("park.good");
  const auto with_signed = [&](int count) {
    return norma::bind(
        by, park({firm("2", {{"due", 100}, {"signed", count}, {"sound", true}})}),
        {*norma::date::parse("2024-03-31")});
  };
  const auto unmet = [&](const norma::bound_facts& facts) {
    const auto made = norma::assess(by, facts);
    const auto& p = made.tree.members.front().members.front();
    REQUIRE(p.verdict == norma::verdict::fail);
    return p.condition->deciding->at(0).first.at(0).unmet.size();
  };
  const auto fails = with_signed(89);
  CHECK(unmet(fails) == 1);
  const auto slot = *fails.names->find_fact("members");
  const norma::slot_change change{slot, fails.slots[slot]};
  CHECK(unmet(norma::with(with_signed(90), {&change, 1})) == 0);
}

TEST_CASE("the bound by which a count is decided is shown") {
  const auto good = firm("1", {{"due", 100}, {"signed", 90}, {"sound", true}});
  const auto bad = firm("2", {{"due", 100}, {"signed", 89}, {"sound", true}});
  const std::string share =
      "rate(count(members[complies(item, \"firm.good\")]), count(members)) >= ";
  CHECK(
      told(share + "90%", {good, bad}, 3).en ==
      "number of member firms (it meets “标”) / number of member firms at most 66.67 %, "
      "required ≥ 90 %");
  CHECK(
      told(share + "30%", {good, bad}, 3).zh ==
      "辖区内企业（该项达到“标”）的项数 / 辖区内企业的项数 不小于 33.33 %，要求 ≥ 30 %");
  CHECK(told(share + "2/3", {good, good, bad}).en ==
        "number of member firms (it meets “标”) / number of member firms = 66.66 %, "
        "required ≥ 2 / 3");
  // Open: neither bound decides.
  CHECK(
      told(share + "50%", {good, bad}, 3).en ==
      "number of member firms (it meets “标”) / number of member firms, required ≥ 50 %");
  CHECK(told("count(members[complies(item, \"firm.good\")]) >= 3", {good, bad}, 3).en ==
        "number of member firms (it meets “标”) at most 2, required ≥ 3");
}

TEST_CASE("a bound that meets the threshold is shown where it decides, and only there") {
  const auto good = firm("1", {{"due", 100}, {"signed", 90}, {"sound", true}});
  const auto bad = firm("2", {{"due", 100}, {"signed", 89}, {"sound", true}});
  // Of three, one meets the standard and one may.
  const struct {
    std::string held, bound;
  } all[] = {{">= 1", " at least 1"},
             {">= 2", ""},
             {"> 1", ""},
             {"> 2", " at most 2"},
             {"<= 1", ""},
             {"<= 2", " at most 2"},
             {"< 1", " at least 1"},
             {"< 2", ""},
             {"= 1", ""},
             {"= 2", ""},
             {"= 3", " at most 2"},
             {"= 0", " at least 1"}};
  for (const auto& one : all) {
    CAPTURE(one.held);
    const auto shown =
        told("count(members[complies(item, \"firm.good\")]) " + one.held, {good, bad}, 3);
    const std::string head = "number of member firms (it meets “标”)" + one.bound + ", ";
    CHECK(shown.en.substr(0, head.size()) == head);
  }
}

TEST_CASE(
    "what is taken of each of a list, the largest and the latest are told in words") {
  const auto one = firm("1", {{"due", 100}, {"signed", 90}});
  auto shown = told("max(for m in members return m.due) >= 500", {one});
  CHECK(shown.zh == "辖区内企业各项的应签人数中的最大值 = 100，要求 ≥ 500");
  CHECK(shown.en ==
        "the largest contracts due of each of member firms = 100, required ≥ 500");
  // What rests on the results before it stands as it is written.
  shown = told("max(for m in members return m.due + count(partial)) >= 500", {one});
  CHECK(
      shown.en ==
      "the largest for m in members return m.due + count(partial) = 100, required ≥ 500");
  shown = told("min(members.due) >= 500", {one});
  CHECK(shown.zh == "辖区内企业的应签人数中的最小值 = 100，要求 ≥ 500");
  CHECK(shown.en == "the smallest member firms: contracts due = 100, required ≥ 500");
  shown = told("count(for m in members return m.due) >= 2", {one});
  CHECK(shown.en == "number of contracts due of each of member firms = 1, required ≥ 2");
}

}  // namespace norma_test::member_list_test
