// SPDX-License-Identifier: Apache-2.0
#include <norma/value/partial.hpp>

#include "catch.hpp"
#include "expr/workbench.hpp"

// Design section 4: all on which an answer rests that is not known is told.

namespace norma_test::causes_test {

using norma::list_value;
using norma::number;
using norma::value;
using workbench::bench;
using workbench::day;
using workbench::event;
using workbench::missing;

TEST_CASE("compared with what is not known, a whole tells what of it is not") {
  bench work;
  work.set("b", 1);
  work.set("event", event(day("2024-01-31"), missing("confirmed"), 1));
  CHECK(work.show("[a, b] = numbers") == "unknown a numbers");
  CHECK(work.show("numbers != [b, a]") == "unknown a numbers");
  CHECK(work.show("[b, b] = numbers") == "unknown numbers");
  CHECK(work.show("[a, b] = reverse([c])") == "unknown a c");
  CHECK(work.show("event = events[1]") == "unknown confirmed events");
  CHECK(work.show("index of([[a], [b]], numbers)") == "unknown a numbers");
  // Of two lists whose lengths differ nothing has to be known.
  CHECK(work.show("[a, b] = [c]") == "false");
  CHECK(work.show("[a, b] = [c, 2]") == "false");
  work.with_causes = false;
  CHECK(work.show("[a, b] = numbers") == "unknown");
}

TEST_CASE("looking through a whole takes steps, whether or not causes are asked for") {
  bench work;
  work.add("more", norma::expr::make_list(norma::expr::make_number()));
  work.set("numbers", list_value(90, value{1}));
  for (const bool with_causes : {true, false}) {
    work.with_causes = with_causes;
    work.options.bounds.evaluation_steps = 100;
    CHECK(work.show("numbers = more or b = 1", {{"b", 1}}) == "true");
    work.options.bounds.evaluation_steps = 80;
    CHECK(work.show("numbers = more or b = 1", {{"b", 1}}) ==
          (with_causes ? "unknown N0710" : "unknown"));
  }
}

TEST_CASE("by zero nothing is divided, known or not") {
  bench work;
  work.set("b", 0);
  CHECK(work.show("a / b") == "unknown a N0701");
  CHECK(work.show("window / b") == "unknown window N0701");
  CHECK(work.show("b / a") == "unknown a");
  CHECK(work.show("a / c") == "unknown a c");
  // Nor what has bounds.
  norma::partial_value known;
  known.bounds = norma::number_bounds{number{1}, number{2}};
  work.set("c", value::unknown(missing("c").causes(), known));
  CHECK(work.show("c / b > 0") == "unknown c N0701");
  CHECK(work.show("window / duration(\"P0D\") > 1") == "unknown window N0701");
  CHECK(work.feel().show("a / b") == "null");
  REQUIRE(work.errors.size() == 1);
  CHECK(work.errors[0].code == "N0701");
}

}  // namespace norma_test::causes_test
