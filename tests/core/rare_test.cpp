// SPDX-License-Identifier: Apache-2.0
#include <norma/core/rare.hpp>

#include <string>  // std::string

#include "catch.hpp"

namespace norma_test::rare_test {

using text = norma::rare<std::string>;

TEST_CASE("a rare text reads as an empty one until something is put in") {
  text a;
  CHECK(a->empty());
  CHECK(a == "");
  CHECK(a == text{""});
  a = "x";
  CHECK(a.get() == "x");
  CHECK(a != text{});
  a.edit() += "y";
  CHECK(a == "xy");
}

TEST_CASE("a copy of what is rare has its own content") {
  text a{"x"};
  text b = a;
  b.edit() = "y";
  CHECK(a == "x");
  a = b;
  CHECK(a == b);
  b = {};
  CHECK(a == "y");
  CHECK(sizeof(text) == sizeof(void*));
}

}  // namespace norma_test::rare_test
