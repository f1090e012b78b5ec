// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/remedy.hpp>

#include <string>
#include <vector>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 7: the least changes after which nothing fails. Every remedy that is
// found here is applied to the unit and assessed anew.

namespace norma_test::remedy_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.boolean("a").boolean("b").boolean("c").boolean("bad", {.change = changeable::down});
  s.boolean("given", {.change = changeable::no});
  s.count("signed", {.change = changeable::up, .checks = {"signed <= due"}}).count("due");
  s.count("heads", {.change = changeable::up})
      .count("late", {.change = changeable::down});
  s.count("ranged", {.change = changeable::up, .range = between(0, 10)});
  s.amount("fund", {.change = changeable::up})
      .amount("owed", {.change = changeable::down});
  s.amount("front", {.change = changeable::up, .checks = {"front <= fund"}});
  s.amount("fund_due");
  s.plain_number("score", {.change = changeable::either});
  s.date_fact("accident");
  s.list_of_days("met", {.change = changeable::up}).list_of_days("accidents");
  s.records("events", {{"date", fact_type::date}, {"heads", fact_type::count}},
            {.change = changeable::up});
  s.set_of("topics", {"wages", "hours"}, {.change = changeable::up});
  s.category("form", {"none", "agency", "direct"}, {.change = changeable::either});
  s.count("surveyed", {.valid_for = span_of("12个月")});
  s.count("sum", {.value = "heads + 2"});
  s.count("pooled", {.change = changeable::up,
                     .supplied = if_supplied::must_agree,
                     .value = "heads + signed"});
  s.boolean("sound", {.change = changeable::no, .value = "a and heads >= 3"});
  s.parameter("window", fact_type::duration, {{"2020-01-01", value{span_of("12个月")}}});
  return s;
}

/// The remedies of the standard of these items, each applied and re-assessed.
struct found {
  remedy_state state;
  std::vector<std::string> remedies;  ///< `fact=value, fact=value | words -> verdict`
};

std::string written(const remedy& r) {
  std::string all;
  for (const auto& c : r.changes) {
    if (!all.empty()) all += ", ";
    all += c.fact + '=' + c.to.to_string();
  }
  for (const auto& words : r.requirements) all += (all.empty() ? "" : ", ") + words.en;
  if (r.not_before) all += "from " + r.not_before->to_string();
  if (r.gives != verdict::pass) all += " -> " + std::string(to_string(r.gives));
  return all;
}

found mend(std::vector<node_spec> items, const unit& u) {
  auto s = dictionary();
  const auto by = s.standard(std::move(items));
  const auto r = assess(by, u, {.as_of = today});
  found out{r.remedies_are, {}};
  for (const auto& one : r.remedies) {
    out.remedies.push_back(written(one));
    INFO(out.remedies.back());
    auto changed = u;
    for (const auto& c : one.changes) {
      CHECK(c.from.same_as(slot_of(bind(by, u, {today}), c.fact)));
      changed.set(c.fact, c.to);
    }
    const auto then = one.not_before.value_or(today);
    const auto again = assess(by, changed, {.as_of = then, .remedies = false});
    if (one.requirements.empty()) CHECK(again.verdict == one.gives);
  }
  return out;
}

using names = std::vector<std::string>;

}  // namespace

TEST_CASE("section 7: a single failing part is mended by the nearest value that passes") {
  CHECK(mend({part("p", "heads >= 5")}, enterprise({{"heads", 3}})).remedies ==
        names{"heads=5"});
  CHECK(mend({part("p", "late <= 2")}, enterprise({{"late", 7}})).remedies ==
        names{"late=2"});
  CHECK(mend({part("p", "owed = 0")}, enterprise({{"owed", num("0.01")}})).remedies ==
        names{"owed=0"});
  CHECK(mend({bare("a")}, enterprise({{"a", false}})).remedies == names{"a=true"});
  CHECK(mend({part("p", "score > 2 or score < -3")}, enterprise({{"score", 0}})).state ==
        remedy_state::none_found);
  CHECK(mend({part("p", "score >= 2 or score <= -3")}, enterprise({{"score", 0}}))
            .remedies == names{"score=2", "score=-3"});
}

TEST_CASE("section 7: a plan in words stands beside a dearer one that asks other words") {
  // What the first asks is no part of the second, though each is one requirement.
  const auto big = part("p", "some e in events satisfies e.heads >= 5");
  const auto late = part("q", "some e in events satisfies e.date in last(window)");
  const auto u = enterprise({{"heads", 3}, {"events", list_of({})}});
  const auto of = [&](const node_spec& first, const node_spec& second) {
    return mend({group("g", combine::any,
                       {first,
                        group("h", combine::all, {second, part("y", "heads >= 5")})})},
                u)
        .remedies;
  };
  const auto both = of(big, late);
  REQUIRE(both.size() == 2);
  CHECK(both[0].find("heads=") == std::string::npos);
  CHECK(both[1].starts_with("heads=5, one more record in the events with: date"));
}

TEST_CASE("section 7: whole persons and yuan to the fen") {
  CHECK(mend({part("p", "rate(signed, due) >= 100%")},
             enterprise({{"signed", 986}, {"due", 1000}}))
            .remedies == names{"signed=1000"});
  CHECK(mend({part("p", "rate(signed, due) >= 90%")},
             enterprise({{"signed", 5}, {"due", 7}}))
            .remedies == names{"signed=7"});
  CHECK(mend({part("p", "rate(front, fund) >= 60%")},
             enterprise({{"front", num("599999.99")}, {"fund", 1000000}}))
            .remedies == names{"front=600000"});
  CHECK(mend({part("p", "rate(front, fund) >= 60%")},
             enterprise({{"front", 1}, {"fund", num("100.01")}}))
            .remedies == names{"front=60.01"});
}

TEST_CASE(
    "section 7: a value nearer by that passes, though not all farther ones do, is "
    "taken") {
  const auto from_none = [](const std::string& require) {
    return mend({part("p", "heads >= 1"), part("q", require)},
                enterprise({{"heads", 0}, {"late", 9}, {"owed", 3}}))
        .remedies;
  };
  CHECK(from_none("heads in (1, 3)") == names{"heads=1"});
  CHECK(from_none("heads in [1, 3]") == names{"heads=1"});
  CHECK(from_none("heads in (3, [5..8], > 9)") == names{"heads=3"});
  CHECK(from_none("heads = 2 or heads >= 4") == names{"heads=2"});
  CHECK(from_none("heads >= 4 or heads * 2 = 3 or heads * 2 = 4") == names{"heads=2"});
  CHECK(from_none("not(heads in (0, 1, 3))") == names{"heads=2"});
  CHECK(from_none("heads != 1 and heads != 2") == names{"heads=3"});
  CHECK(from_none("modulo(heads, 4) = 3 or heads >= 40") == names{"heads=3"});
  CHECK(from_none("floor(heads / 10) = 2 or heads >= 60") == names{"heads=20"});
  // Downwards, and between fen.
  const auto lowered = [](const std::string& require) {
    return mend({part("p", require)}, enterprise({{"late", 9}, {"owed", 3}})).remedies;
  };
  CHECK(lowered("late in (7, 3)") == names{"late=7"});
  CHECK(lowered("late <= 2 or late = 5") == names{"late=5"});
  CHECK(lowered("owed < 1 or owed * 3 in [5.99..6.01]") == names{"owed=2"});
  CHECK(lowered("owed < 1 or owed * 3 in (5.99..6.02)") == names{"owed=2"});
}

TEST_CASE("section 7: numbers without a step are changed to an end that passes") {
  CHECK(
      mend({part("p", "score = 2 or score >= 4")}, enterprise({{"score", 0}})).remedies ==
      names{"score=2"});
}

TEST_CASE("section 7: nothing fails, nothing is to be mended") {
  CHECK(mend({bare("a")}, enterprise({{"a", true}})).state == remedy_state::not_needed);
  CHECK(mend({bare("a")}, enterprise()).state == remedy_state::not_needed);
}

TEST_CASE("section 7: over all the remedies are joined") {
  CHECK(mend({bare("a"), part("p", "heads >= 5"), bare("b")},
             enterprise({{"a", false}, {"b", true}, {"heads", 1}}))
            .remedies == names{"a=true, heads=5"});
  CHECK(
      mend({part("p", "heads >= 5"), part("q", "heads >= 9")}, enterprise({{"heads", 1}}))
          .remedies == names{"heads=9"});
  CHECK(
      mend({part("q", "heads >= 9"), part("p", "heads >= 5")}, enterprise({{"heads", 1}}))
          .remedies == names{"heads=9"});
  CHECK(mend({part("p", "a and heads >= 5 and b")},
             enterprise({{"a", false}, {"b", false}, {"heads", 1}}))
            .remedies == names{"a=true, heads=5, b=true"});
}

TEST_CASE("section 7: raising the fund raises what the front line needs of it") {
  CHECK(
      mend({part("fund", "fund >= fund_due"), part("share", "rate(front, fund) >= 60%")},
           enterprise({{"fund", 900}, {"fund_due", 1000}, {"front", 560}}))
          .remedies == names{"fund=1000, front=600"});
}

TEST_CASE("section 7: over any the cheapest comes first, all are shown") {
  CHECK(mend({group("g", combine::any,
                    {part("two", "b and c"), bare("a"), part("h", "heads >= 2")})},
             enterprise({{"a", false}, {"b", false}, {"c", false}, {"heads", 0}}))
            .remedies == names{"a=true", "heads=2", "b=true, c=true"});
  CHECK(mend({part("p", "a or heads >= 2")}, enterprise({{"a", false}, {"heads", 0}}))
            .remedies == names{"a=true", "heads=2"});
}

TEST_CASE(
    "section 7: of at_least n as many as are missing are mended, the cheapest first") {
  const auto of = [](std::size_t n, const unit& u) {
    return mend({group("g", combine::at_least,
                       {part("two", "b and c"), bare("a"), part("h", "heads >= 2"),
                        bare("given")},
                       {.n = n})},
                u)
        .remedies;
  };
  const auto none = enterprise(
      {{"a", false}, {"b", false}, {"c", false}, {"heads", 0}, {"given", false}});
  CHECK(of(2, none).front() == "a=true, heads=2");
  CHECK(of(3, none) == names{"b=true, c=true, a=true, heads=2"});
  CHECK(of(4, none).empty());
  auto one = none;
  one.set("given", true);
  CHECK(of(2, one).front() == "a=true");
  CHECK(of(4, one) == names{"b=true, c=true, a=true, heads=2"});
}

TEST_CASE("section 7: a member of at_least that is open may still fill the number") {
  CHECK(mend({group("g", combine::at_least, {bare("a"), bare("b"), bare("c")}, {.n = 2})},
             enterprise({{"a", false}, {"b", false}}))
            .remedies == names{"a=true -> undetermined", "b=true -> undetermined"});
}

TEST_CASE(
    "section 7: what is conditional and does not apply is met where another pass is "
    "needed") {
  const auto on_condition = [](std::string id, std::string require) {
    return part(std::move(id), std::move(require),
                {.when = "bad", .strength = strength::conditional});
  };
  const auto of = [](combine how, std::vector<node_spec> members, std::size_t n = 0) {
    return mend({group("g", how, std::move(members), {.n = n})},
                enterprise({{"a", false},
                            {"b", true},
                            {"c", false},
                            {"heads", 1},
                            {"given", false},
                            {"due", 3},
                            {"bad", false}}));
  };
  const auto heads = on_condition("p", "heads >= 3");
  CHECK(of(combine::at_least, {heads, bare("b")}, 2).remedies == names{"heads=3"});
  CHECK(of(combine::at_least, {heads, bare("b"), bare("a")}, 2).remedies ==
        names{"heads=3", "a=true"});
  CHECK(of(combine::at_least, {heads, bare("b"), bare("a")}, 3).remedies ==
        names{"heads=3, a=true"});
  CHECK(of(combine::any, {heads, bare("given")}).remedies == names{"heads=3"});
  CHECK(of(combine::all, {heads, bare("a")}).remedies == names{"a=true"});
  // Groups of such parts, among vetoes the other way round.
  const auto two = std::vector{heads, on_condition("q", "a")};
  CHECK(of(combine::at_least, {group("h", combine::all, two), bare("b")}, 2).remedies ==
        names{"heads=3", "a=true"});
  CHECK(
      of(combine::at_least, {group("h", combine::at_least, two, {.n = 2}), bare("b")}, 2)
          .remedies == names{"heads=3, a=true"});
  CHECK(of(combine::none, {group("h", combine::none, {bare("given"), heads})}).remedies ==
        names{"heads=3"});
  CHECK(of(combine::none,
           {group("h", combine::none, {bare("given"), bare("c", {.when = "bad"})})})
            .state == remedy_state::none_found);
  // Not by a guard that is no condition of a duty.
  CHECK(of(combine::at_least, {part("p", "heads >= 3", {.when = "bad"}), bare("b")}, 2)
            .state == remedy_state::none_found);
  CHECK(of(combine::at_least, {part("p", "due >= 4", {.when = "given"}), bare("b")}, 2)
            .state == remedy_state::none);
  CHECK(of(combine::at_least, {on_condition("p", "due >= 4"), bare("b")}, 2).state ==
        remedy_state::none_found);
}

TEST_CASE("section 7: what an exception sets aside is met where another pass is needed") {
  auto u = enterprise({{"heads", 1}, {"b", true}});
  u.exceptions.push_back({"g/p", "granted", {}});
  const auto of = [&u](std::size_t n) {
    return mend(
        {group("g", combine::at_least,
               {part("p", "heads >= 3", {.exceptions = true}), bare("b")}, {.n = n})},
        u);
  };
  CHECK(of(2).remedies == names{"heads=3"});
  CHECK(of(1).state == remedy_state::not_needed);
}

TEST_CASE("section 7: of vetoes every one that stands against the unit is mended") {
  CHECK(mend({group("veto", combine::none,
                    {bare("bad"), part("late", "late > 3"), part("owes", "owed > 0")})},
             enterprise({{"bad", true}, {"late", 9}, {"owed", num("12.5")}}))
            .remedies == names{"bad=false, late=3, owed=0"});
  CHECK(mend({group("veto", combine::none, {bare("a")})}, enterprise({{"a", true}}))
            .state == remedy_state::none_found);
}

TEST_CASE("section 7: a group inside vetoes is mended so that it does not pass") {
  CHECK(mend({group(
                 "veto", combine::none,
                 {group("both", combine::all, {bare("bad"), part("late", "late > 3")})})},
             enterprise({{"bad", true}, {"late", 9}}))
            .remedies == names{"bad=false", "late=3"});
  CHECK(
      mend({group("veto", combine::none,
                  {group("one", combine::any, {bare("bad"), part("late", "late > 3")})})},
           enterprise({{"bad", true}, {"late", 9}}))
          .remedies == names{"bad=false, late=3"});
}

TEST_CASE(
    "section 7: only facts that can be changed, in the direction they can be, are") {
  CHECK(mend({bare("given")}, enterprise({{"given", false}})).state ==
        remedy_state::none);
  CHECK(mend({part("p", "due >= 5")}, enterprise({{"due", 3}})).state ==
        remedy_state::none);
  CHECK(mend({part("p", "heads <= 5")}, enterprise({{"heads", 9}})).state ==
        remedy_state::none_found);
  CHECK(mend({part("p", "not(a)")}, enterprise({{"a", true}})).state ==
        remedy_state::none_found);
  CHECK(mend({bare("given"), bare("a")}, enterprise({{"given", false}, {"a", false}}))
            .state == remedy_state::none_found);
}

TEST_CASE("section 7: a computed fact is mended by what it is computed from") {
  CHECK(mend({part("p", "sum >= 9")}, enterprise({{"heads", 3}})).remedies ==
        names{"heads=7"});
  CHECK(mend({bare("sound")}, enterprise({{"a", false}, {"heads", 1}})).remedies ==
        names{"a=true, heads=3"});
  auto u = enterprise({{"a", true}, {"heads", 9}, {"sound", false}});
  CHECK(mend({bare("sound")}, u).remedies.empty());
}

TEST_CASE("section 7: a derived fact that was supplied is mended itself") {
  const auto pooled = part("p", "rate(pooled, due) >= 100%");
  CHECK(mend({pooled}, enterprise({{"pooled", 7}, {"due", 9}})).remedies ==
        names{"pooled=9"});
  // But not against what it follows from.
  CHECK(
      mend({pooled}, enterprise({{"pooled", 7}, {"due", 9}, {"heads", 4}, {"signed", 3}}))
          .remedies.empty());
}

TEST_CASE("section 7: of a category the values that are allowed are named") {
  const auto agency = enterprise({{"form", "agency"}});
  CHECK(mend({part("p", "form != \"agency\"")}, agency).remedies ==
        names{"the form must be one of: kind none, kind direct"});
  CHECK(mend({part("p", "not(form = \"agency\")")}, agency).remedies ==
        names{"the form must be one of: kind none, kind direct"});
  CHECK(mend({part("p", "form in (\"none\", \"direct\")")}, agency).remedies ==
        names{"the form must be one of: kind none, kind direct"});
  CHECK(mend({part("p", "form = \"direct\"")}, agency).remedies ==
        names{"form=\"direct\""});
  CHECK(mend({part("p", "not(form in (\"agency\", \"none\"))")}, agency).remedies ==
        names{"form=\"direct\""});
  CHECK(mend({group("g", combine::none, {part("p", "form = \"agency\"")})}, agency)
            .remedies == names{"the form must be one of: kind none, kind direct"});
  for (const auto* one : {"none", "direct"}) {
    CHECK(mend({part("p", "form != \"agency\"")}, enterprise({{"form", one}})).state ==
          remedy_state::not_needed);
  }
  auto s = sample_pack{}.category("form", {"none", "agency"});
  const auto fixed = s.standard({part("p", "form != \"agency\"")});
  CHECK(assess(fixed, agency, {.as_of = today}).remedies_are == remedy_state::none);
}

TEST_CASE("section 7: a remedy breaks no range and no check") {
  CHECK(mend({part("p", "ranged >= 11")}, enterprise({{"ranged", 3}})).state ==
        remedy_state::none_found);
  CHECK(mend({part("p", "ranged >= 10")}, enterprise({{"ranged", 3}})).remedies ==
        names{"ranged=10"});
  CHECK(mend({part("p", "signed >= 8")}, enterprise({{"signed", 3}, {"due", 7}})).state ==
        remedy_state::none_found);
  CHECK(mend({part("p", "signed >= 7")}, enterprise({{"signed", 3}, {"due", 7}}))
            .remedies == names{"signed=7"});
}

TEST_CASE("section 7: a remedy gives undetermined where something is still open") {
  CHECK(mend({bare("a"), bare("b")}, enterprise({{"a", false}})).remedies ==
        names{"a=true -> undetermined"});
}

TEST_CASE("section 7: guards are not changed to escape a clause") {
  CHECK(mend({bare("given", {.when = "bad"})},
             enterprise({{"given", false}, {"bad", true}}))
            .state == remedy_state::none);
  CHECK(
      mend({part("p", "heads >= 3", {.when = "bad", .strength = strength::conditional})},
           enterprise({{"heads", 1}, {"bad", true}}))
          .remedies == names{"heads=3"});
}

TEST_CASE("section 7: parts that do not decide are left alone") {
  CHECK(mend({bare("a"), bare("b", {.strength = strength::goal})},
             enterprise({{"a", false}, {"b", false}}))
            .remedies == names{"a=true"});
}

TEST_CASE("section 7: between and ranges are mended at the end that is missed") {
  CHECK(mend({part("p", "score between 2 and 4")}, enterprise({{"score", 9}})).remedies ==
        names{"score=4"});
  CHECK(mend({part("p", "score in [2..4]")}, enterprise({{"score", 0}})).remedies ==
        names{"score=2"});
  CHECK(mend({part("p", "heads in (2..4]")}, enterprise({{"heads", 1}})).remedies ==
        names{"heads=3"});
  CHECK(mend({part("p", "heads in >= 4")}, enterprise({{"heads", 1}})).remedies ==
        names{"heads=4"});
  CHECK(mend({part("p", "not(late in [2..4])")}, enterprise({{"late", 3}})).remedies ==
        names{"late=1"});
}

TEST_CASE("section 7: at most five remedies are shown, those of fewest facts") {
  std::vector<node_spec> ways;
  for (const char* one : {"a", "b", "c"}) ways.push_back(bare(one));
  ways.push_back(part("h", "heads >= 2"));
  ways.push_back(part("s", "score >= 2"));
  ways.push_back(part("f", "fund >= 2"));
  const auto got = mend({group("g", combine::any, ways)}, enterprise({{"a", false},
                                                                      {"b", false},
                                                                      {"c", false},
                                                                      {"heads", 0},
                                                                      {"score", 0},
                                                                      {"fund", 0}}));
  CHECK(got.remedies == names{"a=true", "b=true", "c=true", "heads=2", "score=2"});
}

TEST_CASE("section 7: what only a list can mend is said in words") {
  const auto u = enterprise(
      {{"met", list_of({day("2020-01-01")})},
       {"accidents", list_of({day("2024-01-01")})},
       {"topics", list_of({"hours"})},
       {"events", list_of({record({{"date", day("2020-01-01")}, {"heads", 3}})})},
       {"a", false}});
  CHECK(mend({part("p", "some d in met satisfies d in last(window)")}, u).remedies ==
        names{"one more record in the met with: it within the 12 months to 2024-03-31"});
  CHECK(mend({part("p", "count(met) >= 3")}, u).remedies ==
        names{"at least 2 more in the met"});
  CHECK(mend({part("p", "count(events[heads > 5]) >= 2")}, u).remedies ==
        names{"at least 2 more in the events with: heads > 5"});
  CHECK(mend({part("p", "\"wages\" in topics")}, u).remedies ==
        names{"the topics must include `kind wages`"});
  CHECK(mend({part("p", "\"wages\" in topics"), bare("a")}, u).remedies ==
        names{"a=true, the topics must include `kind wages`"});
  // A list that can not be added to by one's own doing gives nothing.
  CHECK(mend({part("p", "count(accidents) >= 3")}, u).state == remedy_state::none);
}

TEST_CASE("section 7: what only time can mend gives the first day on which it has") {
  const auto u =
      enterprise({{"accident", day("2024-01-15")},
                  {"accidents", list_of({day("2023-08-31"), day("2024-02-29")})}});
  CHECK(mend({part("p", "not(accident in last(window))")}, u).remedies ==
        names{"from 2025-01-16"});
  CHECK(mend({part("p", "not(accident in last(3个月))")}, u).remedies ==
        names{"from 2024-04-16"});
  CHECK(mend({part("p", "not(accident in last(duration(\"P90D\")))")}, u).remedies ==
        names{"from 2024-04-15"});
  CHECK(mend({part("p", "not(some d in accidents satisfies d in last(window))")}, u)
            .remedies == names{"from 2025-03-01"});
  CHECK(mend({group("veto", combine::none,
                    {part("p", "some d in accidents satisfies d in last(6个月)")})},
             u)
            .remedies == names{"from 2024-08-30"});
  CHECK(mend({part("p", "as_of >= date(\"2024-06-01\")")}, u).remedies ==
        names{"from 2024-06-01"});
}

TEST_CASE("section 7: a part that goes out of force mends by time") {
  CHECK(mend({bare("given", {.in_force = {.from = {}, .to = day("2024-12-31")}}),
              bare("a")},
             enterprise({{"given", false}, {"a", true}}))
            .remedies == names{"from 2025-01-01"});
}

TEST_CASE("section 7: evidence that grows too old mends nothing") {
  auto u = enterprise({{"surveyed", 3}, {"accident", day("2024-01-15")}});
  u.facts["surveyed"].statements.front().from.edit().day = day("2023-06-01");
  const auto got = mend({part("p", "surveyed >= 5 or not(accident in last(12个月))")}, u);
  CHECK(got.remedies.empty());
  CHECK(got.state == remedy_state::none);
}

TEST_CASE("section 7: time is looked at only where nothing else helps") {
  CHECK(mend({part("p", "a or not(accident in last(window))")},
             enterprise({{"a", false}, {"accident", day("2024-01-15")}}))
            .remedies == names{"a=true"});
}

TEST_CASE("a change says what it changes, by how much, in both languages") {
  auto s = dictionary();
  const auto r = assess(s.standard({part("p", "rate(signed, due) >= 100%")}),
                        enterprise({{"signed", 986}, {"due", 1000}}), {.as_of = today});
  REQUIRE(r.remedies.size() == 1);
  const auto& c = r.remedies.front().changes.front();
  CHECK(c.from_shown.en == "986 persons");
  CHECK(c.to_shown.zh == "1000 人");
  CHECK(c.by_shown.en == "14 persons");
  CHECK(c.label->en == "the signed");
  CHECK(r.remedies_are == remedy_state::found);
}

}  // namespace norma_test::remedy_test
