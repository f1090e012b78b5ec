// SPDX-License-Identifier: Apache-2.0
#include <norma/expr/type.hpp>

#include <cstddef>
#include <string>
#include <utility>

#include "catch.hpp"

namespace norma_test::type_test {

using norma::expr::category_type;

TEST_CASE("values of a category have their places, searched or looked through") {
  category_type category;
  for (const char* id : {"micro", "small", "medium", "large", "微", "a"})
    category.values.push_back({id, {}});
  const auto check_places = [](const category_type& c) {
    for (std::size_t i = 0; i < c.values.size(); ++i) {
      CAPTURE(c.values[i].first);
      CHECK(c.rank(c.values[i].first) == i);
    }
    for (const char* none : {"", "Micro", "micr", "micros", "z", "中"}) {
      CAPTURE(none);
      CHECK_FALSE(c.rank(none).has_value());
    }
  };
  check_places(category);
  category.sort_ids();
  check_places(category);
  const category_type copy = category;
  CHECK(copy.by_id == category.by_id);
  check_places(copy);
}

TEST_CASE("a category whose values change after they were sorted finds what is there") {
  category_type category;
  for (const char* id : {"c", "b", "a"}) category.values.push_back({id, {}});
  category.sort_ids();
  auto more = category;
  more.values.push_back({"d", {}});
  CHECK(more.rank("d") == 3);
  CHECK(more.rank("a") == 2);
  auto less = category;
  less.values.pop_back();
  CHECK_FALSE(less.rank("a").has_value());
  CHECK(less.rank("b") == 1);
  auto other = category;
  other.values[2].first = "z";
  CHECK_FALSE(other.rank("a").has_value());
  std::swap(other.values[0], other.values[2]);
  other.sort_ids();
  CHECK(other.rank("z") == 0);
  CHECK(other.rank("c") == 2);
  CHECK(category.rank("a") == 2);
}

TEST_CASE("a category without values has no places") {
  category_type none;
  none.sort_ids();
  CHECK_FALSE(none.rank("a").has_value());
}

}  // namespace norma_test::type_test
