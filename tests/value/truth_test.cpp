// SPDX-License-Identifier: Apache-2.0
#include <norma/value/truth.hpp>

#include <array>

#include "catch.hpp"

namespace norma_test::truth_test {

using norma::truth;

namespace {

constexpr std::array<truth, 3> all{truth::no, truth::yes, truth::unknown};

// Kleene's tables, written out; rows and columns are no, yes, unknown.
constexpr truth both[3][3] = {{truth::no, truth::no, truth::no},
                              {truth::no, truth::yes, truth::unknown},
                              {truth::no, truth::unknown, truth::unknown}};
constexpr truth either[3][3] = {{truth::no, truth::yes, truth::unknown},
                                {truth::yes, truth::yes, truth::yes},
                                {truth::unknown, truth::yes, truth::unknown}};
constexpr truth opposite[3] = {truth::yes, truth::no, truth::unknown};

}  // namespace

TEST_CASE("truth values follow Kleene's tables") {
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK((!all[i]) == opposite[i]);
    for (std::size_t j = 0; j < 3; ++j) {
      CAPTURE(i, j);
      CHECK((all[i] & all[j]) == both[i][j]);
      CHECK((all[i] | all[j]) == either[i][j]);
    }
  }
  CHECK(norma::truth_of(true) == truth::yes);
  CHECK(norma::truth_of(false) == truth::no);
}

TEST_CASE("truth values obey the laws of a lattice and De Morgan") {
  for (const auto a : all) {
    CHECK((!!a) == a);
    CHECK((a & a) == a);
    CHECK((a | a) == a);
    for (const auto b : all) {
      CHECK((a & b) == (b & a));
      CHECK((a | b) == (b | a));
      CHECK((!(a & b)) == (!a | !b));
      CHECK((!(a | b)) == (!a & !b));
      CHECK((a & (a | b)) == a);
      for (const auto c : all) {
        CHECK(((a & b) & c) == (a & (b & c)));
        CHECK(((a | b) | c) == (a | (b | c)));
        CHECK((a & (b | c)) == ((a & b) | (a & c)));
      }
    }
  }
}

TEST_CASE("learning an unknown truth never changes a known result") {
  for (const auto a : all)
    for (const auto learnt : {truth::no, truth::yes}) {
      if ((a & truth::unknown) != truth::unknown)
        CHECK((a & learnt) == (a & truth::unknown));
      if ((a | truth::unknown) != truth::unknown)
        CHECK((a | learnt) == (a | truth::unknown));
    }
}

}  // namespace norma_test::truth_test
