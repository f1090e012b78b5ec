// SPDX-License-Identifier: Apache-2.0
#include <string>  // std::string
#include <vector>  // std::vector

#include <norma/assess/assess.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>

#include "assess/standard_text.hpp"
#include "catch.hpp"
#include "load/reading.hpp"

// Section 7: changes are tried one after the other on the same facts; what is known of
// an unknown follows each change and is taken back with it.

namespace norma_test::tried_bounds_test {

namespace {

const std::string head =
    "norma: 1\npack: p\nversion: 1.0.0\ntitle: {zh: 包}\ndocuments:\n"
    "  d: {number: 1, title: {zh: 文}, date: 2023-01-01}\n";

const std::string facts = R"(norma: 1
units: {shop: {label: {zh: 店}}}
records: {ev: {fields: {n: {label: {zh: 数}, type: number, range: "[0..4]"}}}}
facts:
  a: {label: {zh: 甲}, of: [shop], type: count, changeable: up}
  b: {label: {zh: 乙}, of: [shop], type: count, changeable: up}
  xs: {label: {zh: 丙}, of: [shop], type: list of ev, complete: xn}
  xn: {label: {zh: 丙数}, of: [shop], type: count}
derived:
  y:
    label: {zh: 丁}
    of: [shop]
    type: number
    value: total(xs.n) + a
  z:
    label: {zh: 戊}
    of: [shop]
    type: number
    value: y + b
)";

/// The remedies of a shop of which one number of [0..4] is not known.
std::vector<std::string> remedies(const std::string& members) {
  const norma_test::folder files{
      {"p/pack.yaml", head},
      {"p/facts.yaml", facts},
      {"p/s.yaml",
       "norma: 1\nstandard: s\ntitle: {zh: 标}\nunit: shop\n"
       "in_force: {from: 2024-01-01}\ncite: {document: d, clause: 一}\n"
       "items:\n  - id: one\n    title: {zh: 一}\n    cite: （一）\n    all:\n" +
           members},
      {"u.yaml",
       "norma: 1\nunit: shop\nid: u\nfacts: {a: 0, b: 0, xn: 1, xs: [{n: null}]}\n"}};
  const auto pack = norma::load(files.path() / "p");
  const auto unit = norma::try_read_unit(files.path() / "u.yaml", pack).unit;
  REQUIRE(unit);
  const auto made = norma::assess(pack.standard("s"), *unit,
                                  {.as_of = *norma::date::parse("2024-06-01")});
  std::vector<std::string> told;
  for (const auto& r : made.remedies) {
    auto mended = *unit;
    told.emplace_back();
    for (const auto& c : r.changes) {
      told.back() += c.fact + '=' + c.to.to_string() + ' ';
      mended.set(c.fact, c.to);
    }
    CHECK(norma::assess(pack.standard("s"), mended,
                        {.as_of = *norma::date::parse("2024-06-01")})
              .verdict == r.gives);
  }
  return told;
}

std::string part(const std::string& id, const std::string& condition,
                 const std::string& margin = "      ") {
  return margin + "- id: " + id + "\n" + margin + "  title: {zh: 款}\n" + margin +
         "  require: " + condition + "\n";
}

}  // namespace

TEST_CASE("a remedy that would break what rests on bounds is none") {
  CHECK(remedies(part("p1", "y <= 5") + part("p2", "a >= 8")).empty());
  CHECK(remedies(part("p1", "y <= 12") + part("p2", "a >= 8")) ==
        std::vector<std::string>{"a=8 "});
}

TEST_CASE("bounds of one change do not stay for the next") {
  const auto a = part("q1", "a >= 8", "          ");
  const auto b = part("q2", "b >= 3", "          ");
  const auto rest = part("p1", "z <= 7 or b >= 100");
  const std::string either = "      - id: p2\n        title: {zh: 款}\n        any:\n";
  CHECK(remedies(either + a + b + rest) == std::vector<std::string>{"b=3 "});
  CHECK(remedies(either + b + a + rest) == std::vector<std::string>{"b=3 "});
}

}  // namespace norma_test::tried_bounds_test
