// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "expr/workbench.hpp"

// Design section 4: all on which an answer rests that is not known is told.

using norma::list_value;
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
