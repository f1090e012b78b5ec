// SPDX-License-Identifier: Apache-2.0
#include <norma/expr/type.hpp>

#include <cstddef>
#include <string>

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

TEST_CASE("a category without values has no places") {
  category_type none;
  none.sort_ids();
  CHECK_FALSE(none.rank("a").has_value());
}

}  // namespace norma_test::type_test
