// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>

#include "assess/sample_pack.hpp"
#include "batch/columns.hpp"
#include "batch/two_counts.hpp"
#include "catch.hpp"

// Columns that are not what their layout says are told, and nothing is read of them.

namespace norma_test::shape_test {

TEST_CASE("a row is explained of columns that have it") {
  column_store store;
  const auto plan = plan_of_two_counts();
  const auto code = [&](const column& c) {
    norma::batch::frame rows("enterprise", 4);
    rows.add("due", c);
    const auto of = [&](const auto& call) -> std::string {
      try {
        call();
      } catch (const norma::rule_error& e) {
        return e.diagnostics().front().code;
      }
      return {};
    };
    const auto told = of([&] { static_cast<void>(plan.explain(rows, 3)); });
    CHECK(of([&] { static_cast<void>(plan.data_errors(rows, 3)); }) == told);
    CHECK(of([&] { static_cast<void>(unit_of(rows, 3, two_counts())); }) == told);
    return told;
  };
  const std::vector<std::optional<std::int64_t>> four{1, 2, 3, 4};
  CHECK(code(store.numbers(layout::int32, four)).empty());
  CHECK(code(column()).empty());
  CHECK(code(store.numbers(layout::int32, {1, 2})) == "N0660");
  column c = store.numbers(layout::int32, four);
  c.values = nullptr;
  CHECK(code(c) == "N0690");
}

TEST_CASE("two columns of a structure for one field are told") {
  column_store store;
  sample_pack s;
  norma::fact_definition boss;
  boss.name = "boss";
  boss.alias = "负责人";
  boss.declared = norma::fact_type::boolean;
  boss.type = norma::expr::make(norma::expr::type_kind::boolean);
  s.records("people", {boss});
  const norma::batch::plan by(
      s.standard({part("p", "some e in people satisfies e.boss")}), {.as_of = today});
  const auto told = [&](const std::vector<std::string>& names) {
    column person;
    person.is = layout::structure;
    person.length = 2;
    for (const auto& name : names)
      person.children.push_back({name, store.booleans(true, {1, 0})});
    norma::batch::frame units("enterprise", 2);
    units.add("people", store.lists({1, 1}, person));
    return by.check(units);
  };
  CHECK(told({"boss"}).empty());
  CHECK(told({"负责人"}).empty());
  for (const char* const second : {"boss", "负责人"}) {
    const auto found = told({"boss", second});
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == "N0661");
    CHECK(found.front().arguments ==
          std::vector<std::string>{"people[].boss", "people[].boss",
                                   std::string("people[].") + second});
  }
}

TEST_CASE("two columns of names of units are told") {
  column_store store;
  norma::batch::frame units("enterprise", 1);
  units.add("id", store.texts({"a"}));
  CHECK(plan_of_two_counts().check(units).front().code != "N0661");
  units.add("id", store.texts({"b"}));
  const auto found = plan_of_two_counts().check(units);
  CHECK(found.front().code == "N0661");
  CHECK(found.front().arguments == std::vector<std::string>{"id", "id", "id"});
}

TEST_CASE("columns that lack what their layout needs are told") {
  column_store store;
  const auto told = [](const column& c) {
    norma::batch::frame rows("enterprise", c.length);
    rows.add("worker_count", c);
    const auto found = plan_of_two_counts().check(rows);
    return found.size() == 1 && found.front().code == "N0690" &&
           found.front().arguments.front() == "worker_count";
  };
  const std::vector<std::optional<std::int64_t>> two{1, 2};
  CHECK(!told(store.numbers(layout::int32, two)));
  column c = store.numbers(layout::int32, two);
  for (const int scale : {38, -38}) {
    c.scale = scale;
    CHECK(!told(c));
  }
  for (const int scale : {39, -39, 401, std::numeric_limits<int>::min()}) {
    c.scale = scale;
    CHECK(told(c));
  }
  c.scale = 0;
  c.values = nullptr;
  CHECK(told(c));
  c = store.texts({"1", "2"});
  c.values = nullptr;
  CHECK(told(c));
  c.offsets = nullptr;
  CHECK(told(c));
  c = store.dictionary({"a", "b"}, {0, 1});
  c.children.clear();
  CHECK(told(c));
  c = store.dictionary({"a", "b"}, {0, 1});
  c.children.front().content = store.numbers(layout::int32, two);
  CHECK(told(c));
  c = store.dictionary({"a", "b"}, {0, 1});
  c.codes = layout::float64;
  CHECK(told(c));
  c = store.lists({1, 2}, store.texts({"1", "2"}));
  column list = c;
  list.offsets = nullptr;
  CHECK(told(list));
  list = c;
  list.children.front().content.values = nullptr;
  CHECK(told(list));
  for (const std::size_t length : {std::size_t{0}, std::size_t{2}}) {
    list = c;
    list.length = length;
    list.children.clear();
    CHECK(told(list));
  }
  // Texts without a character need no bytes.
  c = store.texts({"", ""});
  c.values = nullptr;
  CHECK(!told(c));
}

}  // namespace norma_test::shape_test
