// SPDX-License-Identifier: Apache-2.0
#include <norma/load/load.hpp>

#include "catch.hpp"
#include "refining.hpp"

// A standard that refines another accounts for all of it.

namespace norma_test::layer_checks_test {

using norma::find_node;

TEST_CASE("nothing of the upper standard is passed over") {
  const std::string rate = "drops: [{part: contracts/rate, note: {zh: 无}}]\n";
  const layered f(
      {{"low/own.yaml", standard_of("own", part_with(""), "{from: 2023-06-30}",
                                    "enterprise", refining)}});
  const auto findings = norma::try_load(f.path() / "low").diagnostics;
  REQUIRE(codes(findings) == "N0560");
  CHECK(findings[0].arguments ==
        std::vector<std::string>{"up:enterprise", "contracts/sound, contracts/rate"});
  CHECK(found(part_with(""), authorized + rate) == "N0560");
  CHECK(found(part_with("refines: contracts/sound"), authorized + rate).empty());
  // At the same path, without a word.
  const layered same({{"low/own.yaml",
                       "norma: 1\nstandard: own\ntitle: {zh: 标准}\nunit: enterprise\n"
                       "cite: {document: d-low, clause: 一}\n" +
                           std::string(authorized) + rate +
                           "items:\n  - id: contracts\n    title: {zh: 合同}\n    all:\n"
                           "      - sound\n"}});
  CHECK(codes(norma::try_load(same.path() / "low").diagnostics).empty());
}

TEST_CASE("a group may stand for a part, and says what it makes of it") {
  const auto group_with = [](const std::string& line) {
    return "      - id: g\n        title: {zh: 组}\n" + line +
           "        all:\n          - extra\n          - sound\n";
  };
  const std::string rate = "drops: [{part: contracts/rate, note: {zh: 无}}]\n";
  CHECK(found(group_with("        refines: contracts/sound\n        as: tightened\n"),
              authorized + rate)
            .empty());
  // Each of the facts of one decides in the other: that can be compared.
  CHECK(
      found(group_with("        refines: contracts/sound\n"), authorized + rate).empty());
  CHECK(found(group_with(""), authorized + rate) == "N0560");
  CHECK(found(group_with("        as: kept\n"), dropping) == "N0555");
  CHECK(found(group_with("        refines: contracts/sound\n"), "") == "N0554");
}

TEST_CASE("where the facts are others the author says what he makes of the part") {
  const std::string other = "      - {fact: extra, refines: contracts/sound";
  CHECK(found(other + "}\n", dropping) == "N0562");
  CHECK(found(other + ", as: kept}\n", dropping).empty());
  CHECK(found(other + ", as: tightened}\n", dropping).empty());
  CHECK(found(other + ", strength: goal}\n", dropping).empty());
  // Members that do not decide have no part in it.
  const auto group_with = [](const std::string& line) {
    return "      - id: g\n        title: {zh: 组}\n        refines: contracts/sound\n"
           "        all:\n          - extra\n" +
           line;
  };
  CHECK(found(group_with(""), dropping) == "N0562");
  CHECK(found(group_with("          - sound\n"), dropping).empty());
  CHECK(found(group_with("          - {fact: sound, strength: encouraged}\n"),
              dropping) == "N0562");
}

TEST_CASE("nothing is dropped and restated at once") {
  const std::string sound = "drops: [{part: contracts/sound, note: {zh: 无}}]\n";
  CHECK(found(part_with("refines: contracts/sound") +
                  "      - {fact: extra, refines: contracts/rate, as: kept}\n",
              authorized + sound) == "N0561");
  // A group that is dropped may leave parts of it standing.
  CHECK(found(part_with("refines: contracts/sound"), dropping).empty());
}

TEST_CASE("a standard inside stands for the one above or for what it refines") {
  layered f(
      {{"low/inner.yaml", standard_of("inner", "      - sound\n", "{from: 2023-06-30}",
                                      "enterprise", dropping)},
       {"up/whole.yaml",
        "norma: 1\nstandard: whole\ntitle: {zh: 标准}\nunit: enterprise\n"
        "cite: {document: d-up, clause: 二}\nitems:\n  - id: size\n"
        "    title: {zh: 规模}\n    all:\n      - standard: enterprise\n"}});
  const auto found_with = [&](const std::string& inside, const std::string& more) {
    f.write("low/own.yaml",
            standard_of("own", "      - standard: " + inside + "\n", "{from: 2023-06-30}",
                        "enterprise", "refines: up:whole\n" + more));
    return codes(norma::try_load(f.path() / "low").diagnostics);
  };
  CHECK(found_with("up:enterprise", "").empty());
  CHECK(found_with("inner", "").empty());
  f.write("low/other.yaml", standard_of("other", "      - sound\n"));
  CHECK(found_with("other", "") == "N0560");
  CHECK(found_with("other",
                   "drops:\n  - part: size/enterprise\n    note: {zh: 无}\n"
                   "    derogation: {authority: {document: d-up, clause: 八}}\n")
            .empty());
}

TEST_CASE("a copy that refines what the copied one does keeps what that says of it") {
  const layered f(
      {{"low/own.yaml",
        standard_of("own", "      - {fact: sound, refines: contracts/sound}\n",
                    "{from: 2023-06-30}", "enterprise",
                    std::string(authorized) +
                        "drops: [{part: contracts/rate, note: {zh: 无}}]\n")},
       {"city/pack.yaml", head_of("city", "extends: {pack: low, version: 1}\n")},
       {"city/own.yaml",
        "norma: 1\nstandard: own\ncopy: \"low:own\"\n"
        "refines: up:enterprise\n"}});
  const norma::load_result result = norma::try_load(f.path() / "city");
  CHECK(codes(result.diagnostics).empty());
  REQUIRE(result.pack);
  const auto own = result.pack->standard("own");
  CHECK(own.definition().refines == "up:enterprise");
  CHECK(own.definition().authority == norma::citation{"d-up", "八"});
  REQUIRE(own.definition().drops.size() == 1);
  CHECK(own.definition().drops[0].path == "contracts/rate");
  CHECK(find_node(own.definition().root, "a/sound")->refines == "contracts/sound");
}

}  // namespace norma_test::layer_checks_test
