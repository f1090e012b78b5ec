// SPDX-License-Identifier: Apache-2.0
#include <norma/core/name_map.hpp>

#include <string>  // std::string

#include "catch.hpp"

namespace norma_test::name_map_test {

using numbers = norma::name_map<int>;

namespace {

std::string in_words(const numbers& all) {
  std::string out;
  for (const auto& [name, number] : all) out += name.get() + std::to_string(number);
  return out;
}

}  // namespace

TEST_CASE("a map of names holds one of each, in their order") {
  numbers all;
  all["b"] = 2;
  all[std::string("a")] = 1;
  CHECK(all.emplace("c", 3).second);
  CHECK_FALSE(all.emplace("b", 4).second);
  CHECK(in_words(all) == "a1b2c3");
  all["b"] = 5;
  CHECK(all.at("b") == 5);
  CHECK(all.count("b") == 1);
  CHECK(all.find("bb") == all.end());
  CHECK_THROWS_AS(all.at("bb"), std::out_of_range);
  all.erase("b");
  all.erase("b");
  CHECK(in_words(all) == "a1c3");
  CHECK(all.size() == 2);
}

TEST_CASE("a shared name is kept, any other is copied") {
  const norma::shared_name name{std::string("a")};
  numbers all, others;
  all[name] = 1;
  others.emplace(name, 2);
  CHECK(&all.begin()->first.get() == &others.begin()->first.get());
  CHECK(all.find("a")->second == 1);
}

}  // namespace norma_test::name_map_test
