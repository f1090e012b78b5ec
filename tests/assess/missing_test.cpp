// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/missing.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <norma/assess/impl/outcomes.ipp>

#include "assess/random_pack.hpp"
#include "assess/workshop.hpp"
#include "catch.hpp"

// Section 7: the least sets of facts that decide what is undetermined.

namespace norma_test::missing_test {

namespace {

using sets = std::vector<std::vector<std::string>>;

sets missing(std::vector<node_spec> items, const unit& u, group_options with = {}) {
  auto s = random_dictionary();
  const auto by = s.standard(std::move(items), std::move(with));
  const auto report = assess(by, u, {.as_of = today});
  for (const auto& set : report.missing) {
    for (const auto& fact : set) CHECK(report.labels.contains(fact));
  }
  return report.missing;
}

const unit nothing = enterprise();

}  // namespace

TEST_CASE("what is decided misses nothing") {
  CHECK(missing({bare("b0")}, enterprise({{"b0", true}})).empty());
  CHECK(missing({bare("b0")}, enterprise({{"b0", false}})).empty());
  CHECK(missing({bare("b0"), bare("b1")}, enterprise({{"b0", false}})).empty());
}

TEST_CASE("all that may still decide is needed, whatever its values") {
  CHECK(missing({bare("b0")}, nothing) == sets{{"b0"}});
  CHECK(missing({bare("b0"), bare("b1")}, nothing) == sets{{"b0", "b1"}});
  CHECK(missing({bare("b0"), bare("b1")}, enterprise({{"b0", true}})) == sets{{"b1"}});
  CHECK(missing({group("g", combine::any, {bare("b0"), bare("b1")})}, nothing) ==
        sets{{"b0", "b1"}});
  CHECK(missing({group("g", combine::any, {bare("b0"), bare("b1")})},
                enterprise({{"b0", true}}))
            .empty());
  CHECK(missing({part("p", "b1 or b0 and n0 > 1")}, enterprise({{"b0", false}})) ==
        sets{{"b1"}});
  CHECK(missing({part("p", "b0", {.strength = strength::goal}), bare("b1")}, nothing) ==
        sets{{"b1"}});
}

TEST_CASE("what is left out of the causes of a whole would be left out here") {
  CHECK(missing({part("p", "reverse([n0, 1]) = [n1, 2]")}, nothing) ==
        sets{{"n0", "n1"}});
  CHECK(missing({part("p", "reverse([n0, 1]) = [n1, 2]")}, enterprise({{"n1", 1}})) ==
        sets{{"n0"}});
}

TEST_CASE("what is divided by zero decides nothing") {
  CHECK(missing({part("p", "n0 / n1 >= 1")}, enterprise({{"n1", 0}})).empty());
  CHECK(missing({part("p", "n0 / n1 >= 1")}, enterprise({{"n1", 1}})) == sets{{"n0"}});
}

TEST_CASE("what an unknown guard hides is needed, too") {
  const part_options guarded{.when = "b0"};
  CHECK(missing({part("p", "b1", guarded)}, nothing) == sets{{"b0", "b1"}});
  CHECK(missing({part("p", "b1", guarded)}, enterprise({{"b0", true}})) == sets{{"b1"}});
  CHECK(missing({part("p", "b1", guarded)}, enterprise({{"b1", true}})) == sets{{"b0"}});
  CHECK(missing({part("p", "b1", guarded), bare("b2")}, enterprise({{"b0", false}})) ==
        sets{{"b2"}});
  CHECK(missing({bare("b1")}, nothing, {.when = "b0"}) == sets{{"b0", "b1"}});
  CHECK(missing({part("p", "if b0 then b1 else n0 > 1")}, nothing) ==
        sets{{"b0", "b1", "n0"}});
  CHECK(missing({part("p", "if b0 then b1 else n0 > 1")}, enterprise({{"b0", true}})) ==
        sets{{"b1"}});
}

TEST_CASE("a conditional part that is met needs no guard") {
  const part_options conditional{.when = "b0", .strength = strength::conditional};
  CHECK(missing({part("p", "b1", conditional)}, nothing) == sets{{"b0", "b1"}});
  CHECK(missing({part("p", "b1", conditional)}, enterprise({{"b1", false}})) ==
        sets{{"b0"}});
  CHECK(missing({part("p", "b1", conditional)}, enterprise({{"b0", false}})) ==
        sets{{"b1"}});
}

TEST_CASE("of a rate the operands that are unknown are needed") {
  const auto rate = [](const unit& u) {
    return missing({part("p", "rate(done, due) >= 50%")}, u);
  };
  CHECK(rate(nothing) == sets{{"done", "due"}});
  CHECK(rate(enterprise({{"due", 2}})) == sets{{"done"}});
  CHECK(rate(enterprise({{"done", 2}})) == sets{{"due"}});
  CHECK(rate(enterprise({{"due", 0}})).empty());
}

TEST_CASE("unknown elements of a list that is compared are needed") {
  CHECK(missing({part("p", "(if b0 then [1] else [2]) = [n0]")}, nothing) ==
        sets{{"b0", "n0"}});
  CHECK(missing({part("p", "n1 in [n0, 2]")}, enterprise({{"n1", 1}})) == sets{{"n0"}});
}

TEST_CASE("a derived fact stands for itself") {
  CHECK(missing({part("p", "sum >= 2")}, enterprise({{"n0", 1}})) == sets{{"sum"}});
  CHECK(missing({part("p", "sum >= 2"), part("q", "n0 > 0")}, nothing) ==
        sets{{"sum", "n0"}});
}

TEST_CASE("a fact in error is missing, an error of a condition is nothing to supply") {
  CHECK(missing({part("p", "n0 > 1")}, enterprise({{"n0", 99}})) == sets{{"n0"}});
  CHECK(missing({part("p", "n0 / n1 > 1")}, enterprise({{"n0", 1}, {"n1", 0}})).empty());
  CHECK(
      missing({part("p", "n0 / n1 > 1"), bare("b0")}, enterprise({{"n0", 1}, {"n1", 0}}))
          .empty());
}

TEST_CASE("of lists the unknown places are needed, or the list that is not whole") {
  const workshop park({"every m in members satisfies m.signed = m.due"});
  const auto needed = [&](const unit& u) { return park.assess(u).missing; };
  const auto firm = [](std::vector<std::pair<std::string, value>> facts) {
    unit u{.kind = "firm", .id = "1"};
    for (auto& [fact, is] : facts) u.set(fact, is);
    return u;
  };
  unit u{.kind = "park"};
  u.set("firms", 2);
  u.set_members("members", {firm({{"due", 1}, {"signed", 1}}), firm({{"due", 1}})});
  CHECK(needed(u) == sets{{"members[2].signed"}});
  u.set_members("members", {firm({{"signed", 1}}), firm({{"due", 1}})});
  CHECK(needed(u) == sets{{"members[1].due", "members[2].signed"}});
  u.set("firms", 3);
  CHECK(needed(u) == sets{{"members"}});
  u.erase("firms");
  CHECK(needed(u) == sets{{"members", "firms"}});
  u.set_members("members", {firm({{"due", 1}, {"signed", 0}})});
  CHECK(needed(u).empty());
}

TEST_CASE("section 7: a missing set decides whatever its values") {
  CHECK(rc::check("decides", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary);
    auto u = complete_unit();
    for (const auto& fact : random_facts())
      if (one_in(3)) u.erase(fact);
    RC_LOG() << written(by.definition().root) << '\n' << written(u);
    const auto facts = bind(by, u, {today});
    const auto found = find_missing(by, facts);
    RC_ASSERT(found.size() <= norma::most_missing_sets);
    if (judge(by, facts) != verdict::undetermined) RC_ASSERT(found.empty());
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i > 0) RC_ASSERT(found[i - 1].size() <= found[i].size());
      for (int trial = 0; trial < 12; ++trial) {
        auto given = u;
        for (const auto& fact : found[i]) {
          if (fact == "both")
            given.set(fact, one_in(2));
          else if (fact == "sum")
            given.set(fact, up_to(12));
          else
            given.set(fact, random_value(fact));
        }
        const auto bound = bind(by, given, {today});
        if (!bound.checks_hold) continue;
        RC_LOG() << written(given);
        RC_ASSERT(judge(by, bound) != verdict::undetermined);
      }
    }
  }));
}

TEST_CASE("what may come of a group is what comes of some case of its members") {
  using norma::detail::outcomes;
  const std::vector all{verdict::pass, verdict::fail, verdict::undetermined,
                        verdict::not_applicable};
  const auto from = [&all](unsigned bits) {
    outcomes out;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (((bits >> i) & 1U) != 0) out.add(all[i]);
    return out;
  };
  std::size_t wrong = 0;
  for (const auto how : {combine::all, combine::any, combine::none, combine::at_least}) {
    for (std::size_t n = 1; n <= (how == combine::at_least ? 3 : 1); ++n) {
      for (unsigned sets = 0; sets < 15 * 15 * 15; ++sets) {
        const std::vector<outcomes> members{from(1 + sets % 15), from(1 + sets / 15 % 15),
                                            from(1 + sets / 225)};
        outcomes expected;
        norma::detail::possible_members found;
        for (const auto& one : members) found.add(one);
        for (const auto a : all)
          for (const auto b : all)
            for (const auto c : all) {
              if (!members[0].has(a) || !members[1].has(b) || !members[2].has(c))
                continue;
              norma::tally counted;
              for (const auto v : {a, b, c}) counted.add(v);
              expected.add(conclude(how, counted, n));
            }
        if (!(found.conclude(how, n) == expected)) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

namespace {

/// Groups of parts in which each fact stands once: conditions are independent of each
/// other.
class once_each {
 public:
  once_each() {
    for (int i = 0; i < 9; ++i) pack.boolean(facts.emplace_back("a" + std::to_string(i)));
  }

  node_spec group_of(int depth) {
    std::vector<node_spec> members;
    const int size = 1 + up_to(2);
    for (int i = 0; i < size && left() > 0; ++i) {
      members.push_back(depth > 0 && one_in(3) && left() > 1 ? group_of(depth - 1)
                                                             : one_part());
    }
    const auto how =
        *rc::gen::element(combine::all, combine::any, combine::none, combine::at_least);
    const auto n =
        static_cast<std::size_t>(1 + up_to(static_cast<int>(members.size()) - 1));
    return group("g" + std::to_string(made_++), how, std::move(members), {.n = n});
  }

  [[nodiscard]] std::size_t left() const { return facts.size() - next_; }

  sample_pack pack;
  std::vector<std::string> facts;
  std::set<std::string> unknown;

 private:
  node_spec one_part() {
    part_options with;
    if (left() > 1 && one_in(3)) with.when = condition();
    if (!with.when.empty() && one_in(2)) with.strength = strength::conditional;
    return part("p" + std::to_string(made_++), condition(), with);
  }
  std::string condition() {
    const auto form = left() < 4 ? up_to(1) : up_to(5);
    const auto a = facts[next_++];
    if (form < 2) return form == 0 ? a : "not(" + a + ")";
    const auto b = facts[next_++];
    if (form == 2) return a + " and " + b;
    if (form == 3) return a + " or " + b;
    unknown.insert(b);  // what comes of an `if` is not told from branches that are known
    return "if " + a + " then " + b + " else " + facts[next_++];
  }

  std::size_t next_ = 0;
  int made_ = 0;
};

}  // namespace

TEST_CASE("section 7: nothing of a missing set can be left out") {
  CHECK(rc::check("least", [] {
    once_each made;
    std::vector<node_spec> items{made.group_of(1)};
    if (made.left() > 0) items.push_back(made.group_of(1));
    const auto by = made.pack.standard(std::move(items));
    auto u = enterprise();
    for (const auto& fact : made.facts)
      if (one_in(3) && !made.unknown.contains(fact)) u.set(fact, one_in(2));
    RC_LOG() << written(by.definition().root) << '\n';
    for (const auto& [fact, is] : u.facts) {
      RC_LOG() << fact.get() << " = " << is.statements.front().content.to_string()
               << "; ";
    }
    for (const auto& set : find_missing(by, bind(by, u, {today}))) {
      // Some values of the others leave it open, without the one.
      for (const auto& left_out : set) {
        bool open = set.size() == 1;
        for (unsigned bits = 0; bits < (1U << set.size()) && !open; ++bits) {
          auto given = u;
          for (std::size_t i = 0; i < set.size(); ++i)
            if (set[i] != left_out) given.set(set[i], ((bits >> i) & 1U) != 0);
          open = judge(by, bind(by, given, {today})) == verdict::undetermined;
        }
        RC_LOG() << (open ? "" : left_out + " can be left out of: ");
        for (const auto& fact : set) RC_LOG() << (open ? "" : fact + ' ');
        RC_ASSERT(open);
      }
    }
  }));
}

TEST_CASE("section 7: of a condition only what is still open is needed") {
  const std::string hidden = "(b0 or (if b1 then b2 else n0 > 1)) and n1 > 2";
  CHECK(missing({part("p", hidden)}, enterprise({{"b0", true}})) == sets{{"n1"}});
  CHECK(missing({part("p", hidden)}, enterprise({{"b0", false}, {"n1", 3}})) ==
        sets{{"b1", "b2", "n0"}});
  CHECK(missing({part("p", "not(" + hidden + ")")}, enterprise({{"b0", true}})) ==
        sets{{"n1"}});
}

TEST_CASE("section 7: a derived fact is not needed beside all that it follows from") {
  const std::vector parts{part("p", "sum >= 2"), part("q", "n0 > 0")};
  CHECK(missing(parts, enterprise({{"n1", 1}})) == sets{{"n0"}});
  CHECK(missing(parts, nothing) == sets{{"sum", "n0"}});
  const std::vector whole{part("p", "sum >= 2"), part("q", "n0 > 0"),
                          part("r", "n1 > 0")};
  CHECK(missing(whole, nothing) == sets{{"n0", "n1"}});
  CHECK(missing({part("p", "both"), part("q", "b0")}, enterprise({{"n0", 3}})) ==
        sets{{"b0"}});
  CHECK(missing({part("p", "both"), bare("b0")}, nothing) == sets{{"both", "b0"}});
}

}  // namespace norma_test::missing_test
