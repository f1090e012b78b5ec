// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/plan.hpp>

#include "assess/sample_pack.hpp"

// A small standard: of two counts one is to reach the other, beside a boolean and a
// category; a day that no condition reads.

namespace norma_test {

[[nodiscard]] inline norma::standard two_counts() {
  static sample_pack words = [] {
    sample_pack s;
    s.count("due").count("signed").boolean("sound").date_fact("met");
    s.category("size", {"small", "large"});
    return s;
  }();
  return words.standard({group("g", norma::combine::all,
                               {part("p", "rate(signed, due) >= 100%"), bare("sound"),
                                part("s", "size = \"small\"")})});
}

[[nodiscard]] inline norma::batch::plan plan_of_two_counts() {
  return {two_counts(), {.as_of = today}};
}

}  // namespace norma_test
