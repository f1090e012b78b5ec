// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <set>  // std::set

#include <norma/load/impl/all_shapes.ipp>
#include <norma/load/schema.hpp>

namespace norma_test::schema_test {

using namespace norma;

TEST_CASE("every kind of file has a schema, and nothing else has") {
  for (const auto& kind : file_kinds()) {
    CAPTURE(kind);
    const auto schema = file_schema(kind);
    REQUIRE(schema);
    CHECK(schema->find("\"$id\": \"urn:norma:" + kind + ":1\"") != std::string::npos);
    CHECK(schema == file_schema(kind));
  }
  for (const char* other : {"", "report", "member", "Pack"})
    CHECK_FALSE(file_schema(other));
}

TEST_CASE("the tables of shapes name only what there is") {
  using namespace load_detail;
  std::set<std::string_view> ids;
  for (const auto* one : all_shapes) CHECK(ids.insert(one->id).second);
  for (const auto* one : all_choices) CHECK(ids.insert(one->id).second);
  for (const auto* one : all_shapes) {
    CAPTURE(one->id);
    std::set<std::string_view> names;
    for (const auto& key : one->keys) {
      CAPTURE(key.name);
      CHECK(names.insert(key.name).second);
      CHECK(key.about.find(" / ") != std::string_view::npos);
    }
    for (const auto& rule :
         {one->rules.exactly_one, one->rules.at_least_one, one->rules.together}) {
      for (const auto name : rule) CHECK(names.count(name) == 1);
    }
  }
}

TEST_CASE("the words of a choice stand in its form") {
  using load_detail::shapes::part;
  CHECK(part.words("strength") ==
        std::vector<std::string_view>{"mandatory", "conditional", "encouraged", "goal",
                                      "reference"});
  CHECK(load_detail::shapes::test_case.words("reason").size() == 8);
  CHECK(part.words("require").empty());
  CHECK(part.words("nosuch").empty());
}

}  // namespace norma_test::schema_test
