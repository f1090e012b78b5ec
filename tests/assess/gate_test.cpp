// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 3: what stands before a requirement, in its order, and what follows
// for everything below.

namespace norma_test::gate_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.boolean("a").boolean("b").boolean("c").count("done").count("due");
  s.count("gone", {.optional = true}).list_of_days("met");
  return s;
}

report judged(std::vector<node_spec> items, const unit& u, group_options with = {}) {
  auto s = dictionary();
  return assess(s.standard(std::move(items), std::move(with)), u, {.as_of = today});
}

std::string reason_of(const report_node& n) { return n.reason ? n.reason->code : "-"; }

std::vector<std::string> facts_in(const std::vector<cause>& causes) {
  std::vector<std::string> facts;
  for (const auto& c : causes) facts.push_back(c.fact);
  return facts;
}

using names = std::vector<std::string>;
const day_range past{.from = {}, .to = day("2024-03-30")};
const day_range until_today{.from = {}, .to = today};
const day_range from_today{.from = today, .to = {}};
const day_range future{.from = day("2024-04-01"), .to = {}};

}  // namespace

TEST_CASE("section 6: a part is in force from its first day to its last") {
  const auto u = enterprise({{"a", true}});
  for (const auto& range : {past, future}) {
    const auto r = judged({bare("a", {.in_force = range}), bare("a")}, u);
    CHECK(r.tree.members[0].verdict == verdict::not_applicable);
    CHECK(reason_of(r.tree.members[0]) == "not_in_force");
    CHECK(r.verdict == verdict::pass);
  }
  for (const auto& range : {until_today, from_today})
    CHECK(judged({bare("a", {.in_force = range})}, u).verdict == verdict::pass);
}

TEST_CASE("section 3: in force comes before a rate, a rate before when") {
  const auto zero = enterprise({{"done", 0}, {"due", 0}, {"a", false}});
  const auto rate = [](part_options with) {
    return part("p", "rate(done, due) >= 90%", std::move(with));
  };
  CHECK(reason_of(at(judged({rate({.when = "a", .in_force = past})}, zero), "p")) ==
        "not_in_force");
  CHECK(reason_of(at(judged({rate({.when = "a"})}, zero), "p")) == "zero_of_zero");
  const auto some = enterprise({{"done", 1}, {"due", 2}, {"a", false}});
  CHECK(reason_of(at(judged({rate({.when = "a"})}, some), "p")) == "guard_false");
  // An unknown denominator stays open though the guard is false.
  const auto open =
      judged({rate({.when = "a"})}, enterprise({{"done", 1}, {"a", false}}));
  CHECK(at(open, "p").verdict == verdict::undetermined);
  CHECK(facts_in(at(open, "p").causes) == names{"due"});
}

TEST_CASE(
    "section 4: a rate of 0 of 0 does not apply, 0 in the denominator alone is an "
    "error") {
  const auto of = [](const unit& u) {
    return at(judged({part("p", "rate(done, due) >= 90%")}, u), "p");
  };
  CHECK(of(enterprise({{"done", 0}, {"due", 0}})).verdict == verdict::not_applicable);
  CHECK(of(enterprise({{"due", 0}})).verdict == verdict::not_applicable);
  const auto bad = of(enterprise({{"done", 1}, {"due", 0}}));
  CHECK(bad.verdict == verdict::undetermined);
  CHECK(bad.causes.front().kind == cause_kind::data_error);
  CHECK(of(enterprise({{"done", 1}})).verdict == verdict::undetermined);
  CHECK(of(enterprise({{"due", 5}})).verdict == verdict::undetermined);
  CHECK(of(enterprise({{"done", 9}, {"due", 10}})).verdict == verdict::pass);
}

TEST_CASE("section 3: a rate's guard stands outside strength") {
  const auto conditional = part("p", "rate(done, due) >= 90%",
                                {.when = "a", .strength = strength::conditional});
  const auto u = enterprise({{"done", 0}, {"due", 0}, {"a", true}});
  CHECK(reason_of(at(judged({conditional}, u), "p")) == "zero_of_zero");
  const auto open = judged({conditional}, enterprise({{"done", 10}, {"a", true}}));
  CHECK(at(open, "p").verdict == verdict::undetermined);
}

TEST_CASE("section 3: a conditional duty is weighed with its guard") {
  const auto of = [](const unit& u) {
    return at(judged({bare("a", {.when = "b", .strength = strength::conditional})}, u),
              "a");
  };
  CHECK(of(enterprise({{"a", true}, {"b", false}})).verdict == verdict::pass);
  CHECK(of(enterprise({{"a", true}})).verdict == verdict::pass);
  CHECK(of(enterprise({{"a", false}, {"b", true}})).verdict == verdict::fail);
  CHECK(reason_of(of(enterprise({{"a", false}, {"b", false}}))) == "conditional_unmet");
  const auto guard_open = of(enterprise({{"a", false}}));
  CHECK(guard_open.verdict == verdict::undetermined);
  CHECK(facts_in(guard_open.causes) == names{"b"});
  const auto both_open = of(enterprise());
  CHECK(facts_in(both_open.causes) == names{"a", "b"});
  const auto need_open = of(enterprise({{"b", false}}));
  CHECK(facts_in(need_open.causes) == names{"a"});
}

TEST_CASE("section 4: a guard or a condition that is null is undetermined, and says so") {
  auto u = enterprise({{"a", true}});
  supplied_value none;
  none.state = supply::none;
  u.facts["gone"].statements = {none};
  const auto guarded = judged({part("p", "a", {.when = "gone = 1 or gone > 2"})}, u);
  CHECK(at(guarded, "p").verdict == verdict::undetermined);
  REQUIRE_FALSE(at(guarded, "p").causes.empty());
  const auto asked = judged({part("p", "gone > 2")}, u);
  CHECK(at(asked, "p").verdict == verdict::undetermined);
  REQUIRE_FALSE(at(asked, "p").causes.empty());
}

TEST_CASE("section 3: below a false guard nothing applies, whatever stands there") {
  const auto r =
      judged({group("g", combine::all,
                    {bare("a"), bare("b", {.in_force = past}), shown("s", {"due"}),
                     group("inner", combine::any, {bare("c")})},
                    {.when = "due > 9"}),
              bare("c")},
             enterprise({{"a", false}, {"due", 1}, {"c", true}}));
  CHECK(r.verdict == verdict::pass);
  CHECK(reason_of(at(r, "g")) == "guard_false");
  CHECK(reason_of(at(r, "g/a")) == "above");
  CHECK(reason_of(at(r, "g/b")) == "not_in_force");
  CHECK(reason_of(at(r, "g/s")) == "shown_only");
  CHECK(reason_of(at(r, "g/inner")) == "above");
  CHECK(reason_of(at(r, "g/inner/c")) == "above");
  for (const char* path : {"g", "g/a", "g/b", "g/s", "g/inner", "g/inner/c"})
    CHECK(at(r, path).verdict == verdict::not_applicable);
}

TEST_CASE("of a guard of several conditions the reason names what does not hold") {
  const auto words = [](const std::string& guard, strength as) {
    const auto r =
        judged({bare("a", {.when = guard, .strength = as}), bare("c")},
               enterprise({{"a", false},
                           {"b", true},
                           {"c", true},
                           {"due", 1},
                           {"met", value{norma::list_value{value{day("2023-01-01")}}}}}));
    return at(r, "a").reason->words;
  };
  const auto why = [&words](const std::string& guard, strength as = strength::mandatory) {
    return words(guard, as).en;
  };
  const std::string plain = "the condition for applying does not hold";
  CHECK(why("due > 9") == plain);
  CHECK(why("due > 9 and b") == plain + ": the due 1 person, required > 9 persons");
  CHECK(why("b and a") == plain + ": the a no");
  CHECK(why("a and due > 9") == plain);
  CHECK(why("a or due > 9") == plain);
  CHECK(why("b and (a or due > 9)") ==
        plain + ": the a no; or the due 1 person, required > 9 persons");
  CHECK(why("a and (b and due > 9)") ==
        plain + ": the a no; and the due 1 person, required > 9 persons");
  CHECK(why("not(b or a)") == plain + ": the b yes, required no");
  CHECK(why("c and not(b and due < 9)") ==
        plain + ": the b yes, required no; or the due 1 person, required ≥ 9 persons");
  CHECK(why("done > 1 and due > 9") ==
        plain + ": the due 1 person, required > 9 persons");
  CHECK(why("b and (some d in met satisfies d > as_of)") ==
        plain + ": at least one of the met with: it > 2024-03-31; 1 in all, none does");
  CHECK(why("(every d in met satisfies d > as_of) and b") ==
        plain + ": every one of the met with: it > 2024-03-31");
  CHECK(why("due > 9", strength::conditional) ==
        "a conditional duty: its condition does not hold and it is not met");
  CHECK(why("b and due > 9", strength::conditional) ==
        "a conditional duty: its condition does not hold (the due 1 person, required > 9 "
        "persons) "
        "and it is not met");
  CHECK(words("b and due > 9", strength::mandatory).zh ==
        "适用条件不成立：due数 1 人，要求 > 9 人");
  CHECK(words("b and due > 9", strength::conditional).zh ==
        "有条件的要求：条件不成立（due数 1 人，要求 > 9 人）且未做到");
}

TEST_CASE(
    "section 3: below an unknown guard all is undetermined with the guard's causes") {
  const auto r =
      judged({group("g", combine::all,
                    {bare("a"), bare("b", {.in_force = past}), shown("s", {"due"}),
                     group("inner", combine::any,
                           {bare("c"), bare("c", {.strength = strength::goal})}),
                     group("over", combine::any, {bare("c")}, {.in_force = past})},
                    {.when = "due > 9"})},
             enterprise({{"a", false}, {"c", true}}));
  CHECK(r.verdict == verdict::undetermined);
  for (const char* path : {"g", "g/a", "g/inner", "g/inner/c"}) {
    INFO(path);
    CHECK(at(r, path).verdict == verdict::undetermined);
    CHECK(facts_in(at(r, path).causes) == names{"due"});
  }
  CHECK(reason_of(at(r, "g/a")) == "above_unknown");
  // What is out of force or shown only does not wait for the guard.
  CHECK(at(r, "g/b").verdict == verdict::not_applicable);
  CHECK(at(r, "g/s").verdict == verdict::not_applicable);
  CHECK(at(r, "g/over").verdict == verdict::not_applicable);
  CHECK(at(r, "g/over/c").verdict == verdict::not_applicable);
}

TEST_CASE("section 3: the guard of a standard works as any other") {
  const std::vector<node_spec> items{bare("a")};
  CHECK(judged(items, enterprise({{"a", false}, {"b", false}}), {.when = "b"}).verdict ==
        verdict::not_applicable);
  const auto open = judged(items, enterprise({{"a", false}}), {.when = "b"});
  CHECK(open.verdict == verdict::undetermined);
  CHECK(facts_in(open.tree.causes) == names{"b"});
  CHECK(judged(items, enterprise({{"a", false}, {"b", true}}), {.when = "b"}).verdict ==
        verdict::fail);
}

TEST_CASE(
    "section 3: a part that is only shown, or of a strength that does not decide, does "
    "not count") {
  const auto r = judged({bare("a"), bare("b", {.strength = strength::encouraged}),
                         bare("c", {.strength = strength::goal}), shown("s", {"due"})},
                        enterprise({{"a", true}, {"b", false}}));
  CHECK(r.verdict == verdict::pass);
  CHECK(at(r, "b").verdict == verdict::fail);
  CHECK(at(r, "c").verdict == verdict::undetermined);
  CHECK(reason_of(at(r, "s")) == "shown_only");
  CHECK(r.decided == 1);
  CHECK(r.applicable == 1);
}

TEST_CASE("section 3: nothing checked is never success") {
  const auto none = judged({bare("b", {.strength = strength::goal}), shown("s", {"due"})},
                           enterprise({{"b", true}}));
  CHECK(none.verdict == verdict::not_applicable);
  CHECK(reason_of(none.tree) == "no_deciding_member");
  CHECK(none.applicable == 0);
  const auto gone =
      judged({bare("a", {.when = "b"})}, enterprise({{"a", true}, {"b", false}}));
  CHECK(gone.verdict == verdict::not_applicable);
}

TEST_CASE("section 3: the evaluated share counts what decides and applies") {
  const auto r = judged({bare("a"), part("b", "b"), part("c", "c", {.when = "a"}),
                         part("d", "done >= 1", {.when = "not(a)"}),
                         bare("b", {.strength = strength::reference})},
                        enterprise({{"a", true}, {"b", false}}));
  CHECK(r.verdict == verdict::fail);
  CHECK(r.applicable == 3);  // a, b, c
  CHECK(r.decided == 2);     // a, b
}

TEST_CASE(
    "section 3: a group is open for the causes of those members that keep it open") {
  const auto r = judged({group("g", combine::at_least,
                               {bare("a"), bare("b"), bare("c"),
                                part("goal", "due > 1", {.strength = strength::goal})},
                               {.n = 2})},
                        enterprise({{"a", true}}));
  CHECK(at(r, "g").verdict == verdict::undetermined);
  CHECK(facts_in(at(r, "g").causes) == names{"b", "c"});
}

TEST_CASE("section 3: vetoes pass while nothing is against the unit") {
  const auto of = [](const unit& u) {
    return judged({group("veto", combine::none, {bare("a"), bare("b")})}, u).verdict;
  };
  CHECK(of(enterprise({{"a", false}, {"b", false}})) == verdict::pass);
  CHECK(of(enterprise({{"a", false}, {"b", true}})) == verdict::fail);
  CHECK(of(enterprise({{"a", false}})) == verdict::undetermined);
  CHECK(of(enterprise({{"a", true}})) == verdict::fail);
}

TEST_CASE("section 4: a bare fact that is unknown or in error keeps its part open") {
  const auto missing = judged({bare("a")}, enterprise());
  CHECK(at(missing, "a").verdict == verdict::undetermined);
  CHECK(at(missing, "a").causes.front().kind == cause_kind::missing);
  const auto wrong = judged({bare("a")}, enterprise({{"a", 1}}));
  CHECK(at(wrong, "a").verdict == verdict::undetermined);
  CHECK(at(wrong, "a").causes.front().code == "N0740");
}

}  // namespace norma_test::gate_test
