// SPDX-License-Identifier: Apache-2.0
#include <norma/rule/content.hpp>
#include <norma/rule/impl/table_findings.ipp>
#include <norma/rule/table.hpp>

#include <random>  // std::mt19937
#include <set>     // std::set

#include "catch.hpp"

namespace norma_test::table_test {

using norma::hit_policy;
using norma::number;
using norma::table;
using norma::table_finding;
using norma::value;
namespace expr = norma::expr;

namespace {

struct column {
  std::string name;
  expr::type type;
  bool whole = false;
};

/// A table of `columns` with rows of cells, the last of each being the result.
table make_table(hit_policy hit, const std::vector<column>& columns,
                 const std::vector<std::vector<std::string>>& rows) {
  table t;
  t.id = "t";
  t.hit = hit;
  for (const column& c : columns)
    t.inputs.push_back({c.name, c.name, c.type, c.whole, {}});
  for (const auto& cells : rows) {
    norma::table_row row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto cell = expr::compile_tests(cells[i], columns[i].type, {});
      INFO(cells[i]);
      REQUIRE(cell.result);
      row.cells.push_back(*std::move(cell.result));
    }
    row.gives = cells.back();
    t.rows.push_back(std::move(row));
  }
  return t;
}

const column people{"people", expr::make_number(), true};
const column share{"share", expr::make_number(), false};
const column word{"word", expr::make(expr::type_kind::text), false};
const column flag{"flag", expr::make(expr::type_kind::boolean), false};

value missing(const std::string& fact) {
  return value::unknown(norma::one_cause({norma::cause_kind::missing, fact, "", "", {}}));
}

value found(const table& t, const std::vector<value>& inputs) {
  return look_up(t, inputs, {});
}

std::string word_of(const value& v) { return v.string() != nullptr ? *v.string() : "?"; }

/// The code of a data error, or the fact that is missing.
std::string cause_of(const value& v) {
  const auto causes = v.causes();
  if (!causes || causes->empty()) return "";
  return causes->front().code->empty() ? causes->front().fact
                                       : causes->front().code.get();
}

std::vector<std::string> shown(const std::vector<table_finding>& findings) {
  std::vector<std::string> result;
  for (const table_finding& f : findings) {
    static constexpr const char* kinds[] = {"gap",        "overlap", "unreachable",
                                            "unexamined", "untold",  "uncut"};
    std::string line = kinds[static_cast<std::size_t>(f.what)];
    for (const auto& w : f.witness) line += ' ' + w;
    for (const auto row : f.rows) line += " #" + std::to_string(row);
    if (!f.by.empty()) line += ' ' + f.by;
    result.push_back(line);
  }
  return result;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("the first row that holds gives the value") {
  const table t = make_table(hit_policy::first, {word, people},
                             {{"\"a\"", ">= 100", "large"},
                              {"\"a\"", ">= 10", "medium"},
                              {"\"a\"", "-", "small"},
                              {"\"b\"", "[1..5)", "few"}});
  CHECK(word_of(found(t, {"a", 100})) == "large");
  CHECK(word_of(found(t, {"a", 99})) == "medium");
  CHECK(word_of(found(t, {"a", 9})) == "small");
  CHECK(word_of(found(t, {"b", 1})) == "few");
  CHECK(cause_of(found(t, {"b", 5})) == "N0720");
  CHECK(cause_of(found(t, {"c", 1})) == "N0720");
}

TEST_CASE("an unknown input leaves the result known where every row gives the same") {
  const table t = make_table(hit_policy::first, {word, people},
                             {{"\"a\"", ">= 100", "large"},
                              {"\"a\"", ">= 10", "large"},
                              {"\"a\"", "-", "small"},
                              {"\"b\"", ">= 10", "large"},
                              {"\"b\"", "-", "large"},
                              {"\"c\"", ">= 10", "large"}});
  const value m = missing("people");
  CHECK(cause_of(found(t, {"a", m})) == "people");
  CHECK(word_of(found(t, {"b", m})) == "large");
  // No row at all is an outcome, too.
  CHECK(cause_of(found(t, {"c", m})) == "people");
  CHECK(word_of(found(t, {missing("word"), 100})) == "?");
  CHECK(cause_of(found(t, {missing("word"), 100})) == "word");
  // Both are causes where either would decide.
  CHECK(found(t, {missing("word"), m}).causes()->size() == 2);
  // An input that no possible row looks at is no cause.
  const table any = make_table(hit_policy::first, {word, people}, {{"-", "-", "x"}});
  CHECK(word_of(found(any, {missing("word"), m})) == "x");
}

TEST_CASE("under unique two rows are a data error, and a possible one leaves it open") {
  const table t = make_table(hit_policy::unique, {people},
                             {{"< 10", "few"}, {"[5..20]", "some"}, {"> 20", "many"}});
  CHECK(word_of(found(t, {4})) == "few");
  CHECK(cause_of(found(t, {5})) == "N0721");
  CHECK(word_of(found(t, {21})) == "many");
  CHECK(cause_of(found(t, {missing("people")})) == "people");
  const table same = make_table(hit_policy::unique, {people, flag},
                                {{"-", "true", "x"}, {"-", "false", "x"}});
  CHECK(cause_of(found(same, {1, missing("flag")})) == "flag");
  CHECK(word_of(found(same, {missing("people"), true})) == "x");
}

TEST_CASE("giving a value that was unknown never changes a known result") {
  const table t = make_table(hit_policy::first, {people, share, flag},
                             {{">= 10", "< 0.5", "-", "a"},
                              {"-", "< 0.5", "true", "b"},
                              {">= 10", "-", "true", "a"},
                              {"-", "-", "false", "c"},
                              {"< 10", "-", "-", "b"}});
  const std::vector<std::vector<value>> choices = {
      {missing("people"), 9, 10},
      {missing("share"), *number::parse("0.4"), *number::parse("0.5")},
      {missing("flag"), true, false}};
  std::size_t known = 0;
  for (const value& p : choices[0]) {
    for (const value& s : choices[1]) {
      for (const value& f : choices[2]) {
        const value before = found(t, {p, s, f});
        if (before.is_unknown()) continue;
        ++known;
        for (std::size_t i = 1; i < 3; ++i) {
          const auto given = [&](const value& v, std::size_t column) {
            return v.is_unknown() ? choices[column][i] : v;
          };
          CHECK(found(t, {given(p, 0), given(s, 1), given(f, 2)}).same_as(before));
        }
      }
    }
  }
  CHECK(known > 8);
}

TEST_CASE("without causes the result is the same and carries none") {
  const table t = make_table(hit_policy::first, {people}, {{">= 10", "x"}});
  expr::environment env;
  env.with_causes = false;
  const std::vector<value> low{1}, open{missing("people")}, high{10};
  CHECK(look_up(t, low, env).is_unknown());
  CHECK_FALSE(look_up(t, low, env).causes());
  CHECK_FALSE(look_up(t, open, env).causes());
  CHECK(word_of(look_up(t, high, env)) == "x");
}

TEST_CASE("gaps, overlaps and rows never reached are found with a witness") {
  const auto t = [](hit_policy hit, const std::vector<std::vector<std::string>>& rows) {
    return shown(examine(make_table(hit, {people}, rows)));
  };
  CHECK(t(hit_policy::first, {{">= 10", "a"}, {"-", "b"}}).empty());
  CHECK(t(hit_policy::first, {{"<= 19", "a"}, {">= 20", "b"}}).empty());
  CHECK(t(hit_policy::first, {{"< 19", "a"}, {"> 19", "b"}}) == list{"gap 19"});
  CHECK(t(hit_policy::unique, {{"<= 20", "a"}, {">= 20", "b"}}) ==
        list{"overlap 20 #0 #1"});
  CHECK(t(hit_policy::first, {{">= 10", "a"}, {">= 20", "b"}, {"-", "c"}}) ==
        list{"unreachable #1"});
  CHECK(t(hit_policy::first, {{"not(1, 2)", "a"}, {"1", "b"}}) == list{"gap 2"});
  // Between 19 and 20 there is no count, but a share.
  CHECK(shown(examine(make_table(hit_policy::first, {share},
                                 {{"<= 19", "a"}, {">= 20", "b"}}))) == list{"gap 19.5"});
}

TEST_CASE("columns of words, flags and dates are cut as well") {
  CHECK(shown(examine(make_table(hit_policy::first, {word, flag},
                                 {{"\"a\"", "-", "x"}, {"not(\"a\")", "true", "y"}}))) ==
        list{"gap \"x\" false"});
  const column day{"day", expr::make(expr::type_kind::date), false};
  CHECK(shown(examine(
            make_table(hit_policy::first, {day},
                       {{"< @\"2023-06-30\"", "a"}, {"> @\"2023-06-30\"", "b"}}))) ==
        list{"gap @\"2023-06-30\""});
  auto category = std::make_shared<expr::category_type>();
  category->id = "size";
  category->values = {{"small", {}}, {"large", {}}};
  column size{"size", expr::make(expr::type_kind::text), false};
  size.type.category = category;
  CHECK(shown(examine(make_table(hit_policy::first, {size}, {{"\"large\"", "a"}}))) ==
        list{"gap \"small\""});
}

TEST_CASE("months and days of one column do not mix, and months do not overflow") {
  const column age{"age", expr::make(expr::type_kind::duration), false};
  const auto t = [&](const std::vector<std::vector<std::string>>& rows) {
    return shown(examine(make_table(hit_policy::first, {age}, rows)));
  };
  CHECK(t({{"> 9223372036854775807个月", "a"}, {"-", "b"}}) == list{"unreachable #0"});
  CHECK(t({{"> @\"-P9223372036854775808M\"", "a"}, {"-", "b"}}).empty());
  // Ordered by kind: what neither of two stands before is of one kind and equal.
  const std::vector<value> all{
      norma::months_duration{3}, norma::days_duration::of_days(1),
      norma::months_duration{1}, norma::days_duration::of_days(2)};
  for (const value& a : all)
    for (const value& b : all)
      CHECK((norma::detail::value_before(a, b) || norma::detail::value_before(b, a)) !=
            a.same_as(b));
}

TEST_CASE("tables that are examined together share what they may take") {
  const auto one = make_table(hit_policy::first, {people}, {{"1, 2, 3", "a"}});
  std::size_t steps = 1000;
  CHECK(shown(examine(one, 20, steps)) == list{"gap 0"});
  const std::size_t taken = 1000 - steps;
  CHECK(taken > 3);  // a cell of three tests is as dear as three
  steps = taken;
  CHECK(shown(examine(one, 20, steps)).front() == "gap 0");
  CHECK(steps == 0);
  CHECK(shown(examine(one, 20, steps)) == list{"unexamined"});
}

TEST_CASE("a large table is looked through to its end, or it is told how far") {
  constexpr int many = 20'000;
  std::vector<std::vector<std::string>> keys, ranges;
  for (int i = 0; i < many; ++i) {
    const auto from = std::to_string(i), to = std::to_string(i + 1);
    keys.push_back({from, "x"});
    ranges.push_back({"[" + from + ".." + to + ")", "x"});
  }
  const auto last = std::to_string(many - 1);
  const auto only = [&](std::vector<std::vector<std::string>> rows) {
    auto t = make_table(hit_policy::unique, {people}, rows);
    t.inputs[0].range = norma::range_value{value(0), value(many - 1), true, true, false};
    std::size_t steps = 1'000'000;
    return shown(examine(t, 20, steps));
  };
  CHECK(only(keys).empty());
  CHECK(only(ranges).empty());
  const std::string both = " #" + std::to_string(many - 1) + " #" + std::to_string(many);
  for (auto rows : {keys, ranges}) {
    rows.push_back({last, "y"});
    CHECK(only(rows) == list{"overlap " + last + both});
    rows.resize(many - 1);
    CHECK(only(rows) == list{"gap " + last});
  }
  std::size_t few = 20'000;
  const auto t = make_table(hit_policy::unique, {people}, keys);
  const auto found = examine(t, 20, few);
  REQUIRE(found.size() == 1);
  CHECK(found[0].what == table_finding::kind::unexamined);
  CHECK(few == 0);
  // What is not told is told to be so; gaps do not hide overlaps, nor rows out of reach.
  const std::vector<std::vector<std::string>> gaps{
      {"1", "1", "a"}, {"2", "2", "b"}, {"2", "2", "c"}};
  const auto first_of = [&](hit_policy hit, auto rows) {
    return shown(examine(make_table(hit, {people, people}, rows), 1));
  };
  CHECK(first_of(hit_policy::unique, gaps) ==
        list{"gap 0 -", "overlap 2 2 #1 #2", "untold"});
  CHECK(first_of(hit_policy::first, gaps) == list{"gap 0 -", "unreachable #2", "untold"});
  const std::vector<std::vector<std::string>> three{
      {"-", "-", "a"}, {"-", "-", "b"}, {"> 3", "-", "c"}};
  CHECK(first_of(hit_policy::unique, three) == list{"overlap 2 - #0 #1", "untold"});
  const auto cells = [](const column& of, const std::string& cell) {
    return shown(examine(make_table(hit_policy::first, {people, of},
                                    {{"-", "-", "a"}, {"> 3", cell, "b"}})));
  };
  CHECK(cells(people, "? > 3") == list{"uncut #1 ?"});
  CHECK(cells(people, "1, null") == list{"uncut #1 null"});
  const column day{"day", expr::make(expr::type_kind::date), false};
  CHECK(cells(day, "> as_of") == list{"uncut #1 as_of"});
  const column many_words{"words", expr::make(expr::type_kind::list), false};
  CHECK(cells(many_words, "[\"a\"]") == list{"uncut"});
}

TEST_CASE("where it ends is the last value at which rows were compared") {
  std::vector<std::vector<std::string>> rows;
  for (int i = 60; i > 0; --i) rows.push_back({">= " + std::to_string(i), "x"});
  const auto t = make_table(hit_policy::first, {people}, rows);
  const auto end = [](const table& of, std::size_t steps) {
    return shown(examine(of, 20, steps)).back();
  };
  CHECK(end(t, 100) == "unexamined");  // while cells were read
  CHECK(end(t, 270) == "unexamined 22");
  // One more column: where its cells are read the first one's value is where it ends.
  for (auto& row : rows) row.insert(row.begin(), "-");
  const auto two = make_table(hit_policy::first, {people, people}, rows);
  CHECK(end(two, 100) == "unexamined");
  CHECK(end(two, 330) == "unexamined - 22");
}

namespace {

/// What a number stands for among the values of a column.
value as_number(int n) { return number{n}; }
value as_half(int n) { return *divide(number{n}, number{2}); }
value as_day(int n) { return *norma::date::parse("2024-02-20")->plus_days(n); }

struct tried_column {
  column of;
  value (*at)(int);
  int apart;  ///< between numbers of cells: halves of these are tried as well
};

}  // namespace

TEST_CASE("what is found of a table is what trying every value finds") {
  std::mt19937 chance(7);
  const auto below = [&](int n) { return static_cast<int>(chance() % unsigned(n)); };
  const column day{"day", expr::make(expr::type_kind::date), false};
  const tried_column columns[] = {{people, as_number, 1},
                                  {share, as_half, 2},
                                  {people, as_half, 1},
                                  {day, as_day, 1}};
  for (int i = 0; i < 3'000; ++i) {
    const tried_column& in = columns[below(4)];
    const auto at = [&](int n) { return in.at(n * in.apart); };
    const auto cell = [&]() -> std::string {
      const int from = below(12) - 1, to = from + below(4);
      const auto a = at(from).to_string(), b = at(to).to_string();
      switch (below(8)) {
        case 0: return "-";
        case 1: return "<= " + a;
        case 2: return "> " + a;
        case 3: return "[" + a + ".." + b + "]";
        case 4: return from == to ? a : "(" + a + ".." + b + ")";
        case 5: return "not(" + a + ", " + b + ")";
        case 6: return a + ", " + b;
        default: return a;
      }
    };
    std::vector<std::vector<std::string>> rows;
    for (int k = below(5); k >= 0; --k) rows.push_back({cell(), cell(), "x"});
    const bool unique = below(2) == 0;
    auto t =
        make_table(unique ? hit_policy::unique : hit_policy::first, {in.of, in.of}, rows);
    // Its ends lie inside, outside and at those of the cells.
    std::vector<value> tried[2];
    for (int c = 0; c < 2; ++c) {
      const int from = below(7), to = from + 1 + below(8);
      norma::range_value range{in.at(from), in.at(to), below(2) == 0, below(2) == 0,
                               false};
      for (int n = from; n <= to; ++n) {
        const value v = in.at(n);
        if (in.of.whole && !v.num()->is_integer()) continue;
        if (norma::detail::within(v, range)) tried[c].push_back(v);
        // Halfway: stretches between neighbours.
        if (in.of.whole || v.num() == nullptr || n == to) continue;
        tried[c].push_back(*divide(*v.num() + *in.at(n + 1).num(), number{2}));
      }
      t.inputs[static_cast<std::size_t>(c)].range = std::move(range);
    }
    if (tried[0].empty() || tried[1].empty()) continue;
    bool gap = false, overlap = false;
    std::set<std::size_t> reached;
    for (const value& a : tried[0])
      for (const value& b : tried[1]) {
        std::size_t hits = 0;
        for (std::size_t r = 0; r < t.rows.size(); ++r) {
          const auto first = norma::expr::evaluate_tests(t.rows[r].cells[0], a, {});
          const auto second = norma::expr::evaluate_tests(t.rows[r].cells[1], b, {});
          if (!*first.boolean() || !*second.boolean()) continue;
          if (++hits == 1) reached.insert(r);
        }
        gap = gap || hits == 0;
        overlap = overlap || hits > 1;
      }
    bool gap_found = false, overlap_found = false;
    std::size_t unreached = 0;
    for (const auto& f : examine(t, 1000)) {
      gap_found = gap_found || f.what == table_finding::kind::gap;
      overlap_found = overlap_found || f.what == table_finding::kind::overlap;
      unreached += f.what == table_finding::kind::unreachable_row ? 1 : 0;
      CHECK(f.what < table_finding::kind::unexamined);
    }
    INFO(i);
    CHECK(gap == gap_found);
    CHECK((unique && overlap) == overlap_found);
    CHECK(unreached == (unique ? 0 : rows.size() - reached.size()));
  }
}

TEST_CASE("cells of long numbers count by their digits") {
  const auto seen = [](const std::string& cell, int many) {
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < many; ++i) {
      const auto at = std::to_string(i);
      rows.push_back({cell.substr(0, cell.find('#')) + at, "x"});
    }
    std::size_t steps = 100'000;
    return shown(examine(make_table(hit_policy::first, {share}, rows), 1, steps));
  };
  CHECK(seen("> 7 ** 48 + #", 1'000).back() == "untold");
  CHECK(seen("> 7 ** 4800 + #", 1'000) == list{"unexamined"});
  CHECK(seen("> 1 / 7 ** 2000 + #", 1'000) == list{"unexamined"});
  CHECK(seen("> " + std::string(4'000, '7') + '#', 5'000) == list{"unexamined"});
  CHECK(seen("> 0." + std::string(4'000, '7') + '#', 1'000) == list{"unexamined"});
}

TEST_CASE("a wide table is examined without trying every combination") {
  // Twelve columns of ten stretches each: 10^12 combinations.
  std::vector<column> columns(12, people);
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 10; ++i) {
    std::vector<std::string> row(12, "-");
    row[static_cast<std::size_t>(i)] = ">= " + std::to_string(i);
    row.push_back("x");
    rows.push_back(row);
  }
  rows.push_back(std::vector<std::string>(13, "-"));
  CHECK(examine(make_table(hit_policy::first, columns, rows)).size() <= 41);
  CHECK(examine(make_table(hit_policy::unique, columns, rows), 3).size() ==
        4);  // and that there are more
}

TEST_CASE("what can be is bounded by the declared range") {
  table t = make_table(hit_policy::first, {people}, {{">= 0", "a"}});
  CHECK(shown(examine(t)) == list{"gap -1"});
  t.inputs[0].range = norma::range_value{value(0), std::nullopt, true, false, false};
  CHECK(examine(t).empty());
}

TEST_CASE("cells may end outside the declared range") {
  const auto found = [](hit_policy hit,
                        const std::vector<std::vector<std::string>>& rows) {
    table t = make_table(hit, {share}, rows);
    t.inputs[0].range = norma::range_value{value(0), value(10), true, true, false};
    return shown(examine(t));
  };
  CHECK(found(hit_policy::unique, {{"<= 5", "a"}, {"> 20", "b"}}) == list{"gap 7.5"});
  CHECK(found(hit_policy::first, {{"<= 5", "a"}, {"(5..20]", "b"}}).empty());
  CHECK(found(hit_policy::unique,
              {{"<= 6", "a"}, {"> 6", "b"}, {"> 6", "c"}, {"> 20", "d"}}) ==
        list{"overlap 8 #1 #2"});
  CHECK(found(hit_policy::unique, {{"> 20", "a"}}) == list{"gap 0"});
}

}  // namespace norma_test::table_test
