// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::pages_test {

TEST_CASE("list names packs, their standards and tables") {
  const auto r = norma("list");
  CHECK(r.code == 0);
  CHECK(r.err.empty());
  CHECK(contains(r.out, "enterprise.large_medium"));
  CHECK(contains(r.out, "11 items"));
  CHECK(contains(r.out, "size_2017"));
  CHECK_FALSE(contains(norma("list cn-size").out, "enterprise."));
  CHECK(norma("list nowhere").code == 66);
  CHECK(norma("list rules").out == r.out);
  CHECK(norma("list rules/cn-size").out == norma("list cn-size").out);
  CHECK(norma("list examples").code == 0);
  CHECK(norma("list src").code == 66);
}

TEST_CASE("show explains standards, items, facts, parameters and tables") {
  CHECK(contains(norma("show enterprise.large_medium").out, "coordinator_count >= 2"));
  CHECK(contains(norma("show cn-zj:enterprise.large_medium").out,
                 "coordinator_count >= 2"));
  const auto part = norma("show enterprise.large_medium/training/frontline_share").out;
  CHECK(contains(part, "浙人社发〔2023〕17号 三（一）1⑦"));
  CHECK(contains(part, "D-01"));
  CHECK(
      contains(norma("show enterprise.large_medium/training").out, "training_plan_made"));
  CHECK(contains(norma("show coordinator_count").out,
                 "enterprise.large_medium/mediation/coordinators"));
  CHECK(norma("show 协调员人数").out == norma("show coordinator_count").out);
  CHECK(contains(norma("show worker_count").out, "no clause names it"));
  CHECK(contains(norma("show periodic_window").out, "12 months"));
  // Every pack that uses it, or the one that was named.
  CHECK(contains(norma("show periodic_window").out,
                 "cn-zj:enterprise.large_medium/union/bargaining"));
  CHECK(contains(norma("show periodic_window").out, " enterprise/union/bargaining"));
  CHECK_FALSE(contains(norma("show periodic_window --pack cn").out, "large_medium"));
  CHECK(contains(norma("show size_2017").out, ">= 40000万"));
  const auto unknown = norma("show coordinator_cout");
  CHECK(unknown.code == 64);
  CHECK(contains(unknown.err, "did you mean `coordinator_count`?"));
}

TEST_CASE("show explains schemes: gates, points, how they are scored, tiers") {
  const auto page =
      norma("show workshop_score --pack examples/files/guide --lang en").out;
  std::size_t last = 0;
  for (const std::string said :
       {"Score of safe workshops", "applies if: staff_count > 0", "Veto (veto)",
        "People (people)", "60, at least 40", "off for each 1%", "a step begun counts",
        ">= 2: 20", "low: 10", "does not apply: left out", "at most 5", "at most 10",
        "full steps only", "to pass", "total >= 70", "silver"}) {
    CAPTURE(said);
    const auto at = page.find(said);
    REQUIRE(at != std::string::npos);
    CHECK(last <= at);
    last = at;
  }
  // Without gates no table of them.
  const auto losses = norma("show score_by_losses --pack examples/schemes --lang zh").out;
  CHECK(contains(losses, "0.25 分，按比例"));
  CHECK_FALSE(contains(losses, "力度"));
  CHECK(contains(norma("show union_sound --pack examples/schemes").out,
                 "score_with_floors/basic/union_sound"));
  CHECK(contains(norma("show score_by_loses --pack examples/schemes").err,
                 "`score_by_losses`"));
}

TEST_CASE("show tells the uses of a name for every kind of unit") {
  const auto window = norma("show periodic_window --pack rules/cn").out;
  CHECK(contains(window, "area/stations/training_exchange"));
  CHECK(contains(window, "enterprise/union/bargaining"));
  const auto signed_count = norma("show contract_signed_count --pack rules/cn-zj").out;
  CHECK(contains(signed_count, "enterprise.large_medium/employment/contracts"));
  CHECK(contains(signed_count, "construction_site/"));
  // One definition is one page.
  CHECK(signed_count.find("contract_signed_count  ") == 0);
  CHECK(signed_count.find("\n\n") == std::string::npos);
}

TEST_CASE("show tells every fact that an alias stands for") {
  const scratch files;
  files.file("p/pack.yaml", "norma: 1\npack: p\nversion: 1.0\ntitle: {en: p}\n");
  files.file(
      "p/facts.yaml",
      "norma: 1\nunits:\n  shop: {label: {en: shop}}\n  stall: {label: {en: stall}}\n"
      "facts:\n"
      "  shop_staff: {label: {en: staff of a shop}, alias: staff, of: [shop], "
      "type: number}\n"
      "  stall_staff: {label: {en: staff of a stall}, alias: staff, of: [stall], "
      "type: number}\n");
  const auto r = norma("show staff --pack " + files.path("p"));
  CHECK(r.code == 0);
  CHECK(contains(r.out, "shop_staff  staff of a shop\n"));
  CHECK(contains(r.out, "\n\nstall_staff  staff of a stall\n"));
}

TEST_CASE("show tells what stands above a standard inside a copy") {
  const scratch files;
  const std::string head = "norma: 1\npack: up\nversion: 1.0\ntitle: {en: up}\n";
  files.file("up/pack.yaml", head + "documents:\n  d: {number: No. 1, title: {en: D}}\n");
  files.file("up/facts.yaml",
             "norma: 1\nunits:\n  shop: {label: {en: shop}}\nfacts:\n"
             "  clean: {label: {en: clean}, of: [shop], type: boolean}\n"
             "  safe: {label: {en: safe}, of: [shop], type: boolean}\n");
  const std::string about =
      "unit: shop\nin_force: {from: 2023-01-01}\ncite: {document: d, clause: "
      "一}\nitems:\n";
  files.file("up/small.yaml", "norma: 1\nstandard: small\ntitle: {en: Small}\n" + about +
                                  "  - id: care\n    cite: ①\n    title: {en: Care}\n"
                                  "    all: [clean]\n");
  files.file("up/large.yaml", "norma: 1\nstandard: large\ntitle: {en: Large}\n" + about +
                                  "  - id: size\n    cite: ①\n    title: {en: Size}\n"
                                  "    all:\n      - safe\n      - standard: small\n");
  files.file("low/pack.yaml",
             "norma: 1\npack: low\nversion: 1.0\ntitle: {en: low}\n"
             "extends: {pack: up, version: 1.0}\n");
  files.file("low/large.yaml",
             "norma: 1\nstandard: large\ncopy: \"up:large\"\n"
             "in_force: {from: 2024-01-01}\n");
  const auto show = [&](const std::string& path) {
    const auto r = norma("show large/" + path + " --pack " + files.path("low"));
    CHECK(r.code == 0);
    return r.out;
  };
  CHECK(contains(show("size/safe"), "in place of  up:large/size/safe"));
  CHECK(contains(show("size/up:small"), "in place of  up:large/size/small  Small"));
  CHECK(contains(show("size/up:small/care"),
                 "in place of  up:large/size/small/care  Care"));
  CHECK(contains(show("size/up:small/care/clean"),
                 "in place of  up:large/size/small/care/clean"));
}

TEST_CASE("a fact sheet left blank is undetermined with every fact missing") {
  const scratch files;
  const auto sheet = files.path("sheet.yaml");
  REQUIRE(norma("template enterprise.large_medium -o " + sheet).code == 0);
  const auto r = norma("check " + sheet + on + "--standard enterprise.large_medium");
  CHECK(r.code == 2);
  CHECK(r.err.empty());
  // No fact of the standard is left out: none is named as missing that the
  // sheet does not ask for.
  const auto missing = shell("$norma check " + sheet + on +
                             "--format json --standard enterprise.large_medium |"
                             " python3 -c 'import json, sys, re\n"
                             "text = open(\"" +
                             sheet +
                             "\").read()\n"
                             "asked = set(re.findall(r\"^  (\\w+):$\", text, re.M))\n"
                             "names = set()\n"
                             "def walk(n):\n"
                             "  names.update(f[\"fact\"] for f in n.get(\"facts\", []))\n"
                             "  [walk(m) for m in n.get(\"members\", [])]\n"
                             "r = json.load(sys.stdin)\n"
                             "walk(r[\"tree\"])\n"
                             "print(len(names) > 50, sorted(names - asked))'");
  CHECK(missing.out == "True []\n");
  CHECK(missing.err.empty());
}

TEST_CASE(
    "a sheet has the labels in both languages and asks in the order of the clauses") {
  const auto sheet = norma("template enterprise.large_medium").out;
  CHECK(contains(sheet, "# 劳动关系协调员人数 / labour-relations coordinators"));
  CHECK(contains(sheet, "三（一）1④"));
  CHECK(sheet.find("party_org_sound:") < sheet.find("union_sound:"));
  CHECK(sheet.find("union_sound:") < sheet.find("coordinator_count:"));
  const auto unknown = norma("template enterprise.large_medum");
  CHECK(unknown.code == 64);
  CHECK(contains(unknown.err, "did you mean `enterprise.large_medium`?"));
}

TEST_CASE("schema prints the schema of reports and names what it has") {
  const auto r =
      shell("$norma schema report | python3 -c 'import json, sys; json.load(sys.stdin)'");
  CHECK(r.code == 0);
  const auto unknown = norma("schema units");
  CHECK(unknown.code == 64);
  CHECK(contains(unknown.err, "report, pack, facts,"));
  CHECK(norma("schema standard").out == read_file("docs/schemas/standard.schema.json"));
}

TEST_CASE("show and template look in the same places") {
  for (const std::string verb : {"show ", "template "}) {
    CAPTURE(verb);
    const auto plain = norma(verb + "enterprise.large_medium --pack cn-zj");
    CHECK(plain.code == 0);
    CHECK(norma(verb + "cn-zj:enterprise.large_medium").out == plain.out);
    CHECK(norma(verb + "cn-zj:enterprise.large_medium --pack rules/cn-zj").out ==
          plain.out);
    CHECK(norma(verb + "nowhere:enterprise.large_medium").code == 66);

    // Where no pack can be read, that is what is wrong.
    const scratch files;
    files.file("broken/pack.yaml", "norma: 1\n");
    const auto broken =
        norma(verb + "enterprise.large_medium --pack " + files.path("broken"));
    CHECK(broken.code == 65);
    CHECK_FALSE(contains(broken.err, "did you mean"));
  }
}

}  // namespace norma_test::pages_test
