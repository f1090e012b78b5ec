// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>  // std::atoi

#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::test_test {

namespace {

void write_cases(const scratch& files, const std::string& given,
                 const std::string& cases) {
  files.file("pack/tests/shop_basic.yaml",
             "norma: 1\ntests: shop.basic\ngiven: " + given +
                 "\nas_of: 2024-06-01\ncases:\n" + cases);
}

/// What is said of one case that starts from the file `given`.
outcome of_given(const scratch& files, const std::string& pack,
                 const std::string& given) {
  write_cases(files, given, "  - {name: a, expect: {.: fail}}\n");
  return norma("test " + pack);
}

/// A copy of the tutorial's pack whose test file holds `cases`.
std::string pack_with(const scratch& files, const std::string& cases) {
  shell("cp -r examples/tutorial/pack " + files.path("pack") +
        "; cp examples/tutorial/shop.yaml " + files.path());
  write_cases(files, "../../shop.yaml", cases);
  return files.path("pack");
}

}  // namespace

TEST_CASE("test runs the packs below a folder, a pack, or a file") {
  const auto all = norma("test rules/");
  CHECK(all.code == 0);
  CHECK(all.err.empty());
  CHECK(contains(all.out, "cn-size: 161 cases, 0 failed"));
  CHECK(contains(all.out, "cases, 0 failed"));
  CHECK(norma("test rules/cn-size").out == "cn-size: 161 cases, 0 failed\n");
  CHECK(norma("test rules/cn-size/tests").out == "cn-size: 161 cases, 0 failed\n");
  const auto one = norma("test rules/cn-zj/tests/example_fails.yaml");
  CHECK(one.out == "cn-zj: 2 cases, 0 failed\n");
  CHECK(shell("cd rules && $norma test").code == 0);
}

TEST_CASE("a case that fails is shown with the values under it, and ends with 1") {
  const scratch files;
  const auto pack = pack_with(files,
                              "  - {name: 八人也算, expect: {contracts/signed: pass}}\n"
                              "  - {name: 不达标, expect: {.: fail}}\n");
  const auto r = norma("test " + pack);
  CHECK(r.code == 1);
  CHECK(r.err.empty());
  CHECK(contains(r.out, "failed: 八人也算"));
  CHECK(contains(r.out, "`contracts/signed` should be pass and is fail"));
  CHECK(contains(r.out, "80.00 %"));
  CHECK(contains(r.out, "tutorial: 2 cases, 1 failed"));
}

TEST_CASE("of a pack that can not be loaded no case was run") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  shell("rm " + pack + "/facts.yaml");
  const auto r = norma("test " + pack);
  CHECK(r.code == 65);
  CHECK(contains(r.out, "0 cases"));
  CHECK(contains(r.out, "not run"));
}

TEST_CASE("cases that have no steps left are told as such, and have failed") {
  const scratch files;
  std::string cases;
  for (int i = 0; i < 500; ++i)
    cases += "  - {name: " + std::to_string(i) + ", expect: {.: fail}}\n";
  const auto pack = pack_with(files, cases);
  CHECK(norma("test " + pack).code == 0);
  const auto r = norma("test " + pack + " --max-steps 20000");
  CHECK(r.code == 1);
  CHECK(contains(r.out, "error[N0159]: this case was not run to its end"));
  CHECK(contains(r.out, "the cases of a pack have 80000 steps together"));
  const auto at = r.out.find("failed: ");
  REQUIRE(at != std::string::npos);
  const int failed = std::atoi(r.out.c_str() + at + 8);
  CHECK(failed > 0);  // the last were not run
  CHECK(failed < 500);
  CHECK(norma("test " + pack + " --max-steps 20000").out == r.out);
}

TEST_CASE("of very many expectations that are not met the first hundred are shown") {
  const scratch files;
  std::string cases;
  for (int i = 0; i < 1000; ++i)
    cases += "  - {name: " + std::to_string(i) + ", expect: {.: pass}}\n";
  const auto r = norma("test " + pack_with(files, cases));
  CHECK(r.code == 1);
  CHECK(contains(r.out, "failed: 99\n"));
  CHECK_FALSE(contains(r.out, "failed: 100\n"));
  CHECK(contains(r.err,
                 "note[N0160]: 900 more expectations that are not met are not shown"));
  CHECK(contains(r.out, "tutorial: 1000 cases, 1000 failed"));
}

TEST_CASE("a given unit outside the pack is a unit's file, and is not shown") {
  const scratch files;
  const auto pack = pack_with(files, "");
  const auto says = [&](const std::string& given) {
    auto r = of_given(files, pack, given);
    CHECK_FALSE(contains(r.out + r.err, "hunter2"));
    return r;
  };
  CHECK(says("../../shop.yaml").code == 0);
  const std::string secret = "user: admin\npassword: hunter2\n";
  files.file("secret", secret);
  files.file("secret.yaml", secret);
  files.file("secret.csv", secret);
  shell("mkdir " + files.path("pack/units") + "; cd " + files.path("pack/units") +
        "; cp ../../shop.yaml own.yaml; ln -s ../../secret link.yaml"
        "; ln -s ../../secret.yaml way.yaml");
  CHECK(says("../units/own.yaml").code == 0);
  for (const auto& given :
       {std::string("../../secret"), std::string("../../secret.csv"),
        std::string("../units/link.yaml"), std::string("../../../../etc/passwd"),
        files.path("secret.yaml"), std::string("/etc/passwd")}) {
    CAPTURE(given);
    const auto r = says(given);
    CHECK(r.code == 65);
    CHECK(contains(r.err, "error[N0161]"));
  }
  for (const std::string given : {"../../secret.yaml", "../units/way.yaml"}) {
    CAPTURE(given);
    const auto r = says(given);
    CHECK(r.code == 65);
    CHECK(contains(r.err, "error[N0162]"));
    CHECK(contains(r.err, "there is the error N0203 on line 1"));
  }
  // Nor is a warning, nor what is wrong with a table of members.
  files.file("pack/pack.yaml", read_file("tests/golden/pack/pack.yaml"));
  shell(
      "cd tests/golden/pack; cp facts.yaml parameters.yaml contracts.yaml size_of.yaml " +
      files.path("pack") + "; rm " + files.path("pack/shop*.yaml"));
  files.file("warns.yaml",
             "norma: 1\nunit: enterprise\nfacts:\n  sizes: [small, small] # hunter2\n");
  files.file("pack/tests/shop_basic.yaml",
             "norma: 1\ntests: contracts\ngiven: ../../warns.yaml\nas_of: 2024-06-01\n"
             "cases:\n  - {name: a, expect: {.: undetermined}}\n");
  const auto warned = norma("test " + pack);
  CHECK(contains(warned.err, "warning[N0170]"));
  CHECK(contains(warned.err, "the warning N0627 on line 4\n"));
  CHECK_FALSE(contains(warned.out + warned.err, "hunter2"));
  files.file("pack/tests/shop_basic.yaml",
             "norma: 1\ntests: contracts\ngiven: ../../area.yaml\nas_of: 2024-06-01\n"
             "cases:\n  - {name: a, expect: {.: undetermined}}\n");
  files.file("hunter2.csv", "id,sound\na,true\nb,perhaps\n");
  files.file("area.yaml",
             "norma: 1\nunit: area\nkind: park\nfacts: {members: {file: hunter2.csv}}\n");
  const auto below = norma("test " + pack);
  CHECK(contains(below.err, "error[N0162]"));
  CHECK(contains(below.err, "is the error N0613 on line 3 of a table of its members\n"));
  CHECK_FALSE(contains(below.out + below.err, "hunter2"));
}

TEST_CASE("a given unit that is not there, or lies in the pack, is shown") {
  const scratch files;
  const auto pack = pack_with(files, "");
  const auto says = [&](const std::string& given) {
    return of_given(files, pack, given);
  };
  const auto none = says("../../no_such.yaml");
  CHECK(contains(none.err, "N0101"));
  CHECK(contains(none.err, "no_such.yaml\n"));  // in its line, where it is named
  CHECK_FALSE(contains(none.err, "N0814"));
  // What lies in the pack is shown.
  files.file("pack/units/bad.yaml", "norma: 1\nunit: shop\nfactz: {}\n");
  CHECK(contains(says("../units/bad.yaml").err, "bad.yaml:3:1"));
}

TEST_CASE("a file of rules is told not to be one of tests") {
  for (const std::string file : {"rules/cn-zj/enterprise_small_micro.yaml",
                                 "rules/cn-zj/facts.yaml", "rules/cn-zj/pack.yaml"}) {
    CAPTURE(file);
    const auto r = norma("test " + file);
    CHECK(r.code == 65);
    CHECK(contains(r.err, "error[N0174]"));
    CHECK(contains(r.err, "norma test PACK"));
    CHECK(r.err.find("error[") == r.err.rfind("error["));
  }
}

TEST_CASE("a test file that can not be used ends with 65, the others still run") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  files.file("pack/tests/broken.yaml", "norma: 1\ntests: shop.basc\ncases: []\n");
  const auto r = norma("test " + pack);
  CHECK(r.code == 65);
  CHECK(contains(r.err, "did you mean `shop.basic`?"));
  CHECK(contains(r.out, "tutorial: 1 case, 0 failed"));
}

TEST_CASE("the last line tells how many files were not run") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  files.file("pack/tests/broken.yaml", "norma: 1\ntests: shop.basc\ncases: []\n");
  CHECK(norma("test " + pack).out == "tutorial: 1 case, 0 failed; 1 file was not run\n");
  CHECK(norma("test " + pack + "/tests/broken.yaml").out ==
        "tutorial: 0 cases, 0 failed; 1 file was not run\n");
  // Of a pack that can not be loaded all of them, and what is not there.
  shell("cp -r " + pack + ' ' + files.path("torn"));
  files.file("torn/torn.yaml", "norma: 1\nstandard: a\nnosuch: 1\n");
  const auto all = norma("test " + pack + ' ' + files.path("torn") + " nowhere.yaml");
  CHECK(all.code == 66);
  CHECK(contains(all.out, "\n1 case, 0 failed; 4 files were not run\n"));
  const auto one = norma("test nowhere.yaml " + pack);
  CHECK(contains(one.out, "\n1 case, 0 failed; 2 files were not run\n"));
}

TEST_CASE("a link that leads nowhere among tests is told, and the others run") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  shell("cd " + pack +
        "; ln -s turning turning; cd tests; ln -s turning.yaml turning.yaml");
  const auto r = norma("test " + files.path());
  CHECK(r.code == 65);
  CHECK(contains(r.err, "turning.yaml`"));
  CHECK(contains(r.out, "tutorial: 1 case, 0 failed"));
}

TEST_CASE("a pack that can not be used ends with 65") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  files.file("pack/broken.yaml", "norma: 1\nstandard: a\nnosuch: 1\n");
  const auto r = norma("test " + pack);
  CHECK(r.code == 65);
  CHECK(contains(r.err, "broken.yaml:3:1"));
}

TEST_CASE("nothing to test is no input") {
  CHECK(norma("test nowhere").code == 66);
  CHECK(norma("test examples/cpp").code == 66);
  CHECK(contains(norma("test examples/cpp").err, "N0123"));
}

TEST_CASE("a pack without tests is told, and no case run is no success") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  shell("cp -r " + pack + ' ' + files.path("bare") + "; rm -r " +
        files.path("bare/tests"));
  const auto none = norma("test " + files.path("bare"));
  CHECK(none.code == 66);
  CHECK(contains(none.err, "N0128"));
  CHECK(none.out == "tutorial: 0 cases, 0 failed\n");
  const auto both = norma("test " + files.path());
  CHECK(both.code == 0);
  CHECK(contains(both.err, "N0128"));
  CHECK(contains(both.out, "1 case, 0 failed"));
}

TEST_CASE("tests that end in .yml are run") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  shell("mv " + pack + "/tests/shop_basic.yaml " + pack + "/tests/shop_basic.yml");
  const auto r = norma("test " + pack);
  CHECK(r.code == 0);
  CHECK(contains(r.out, "tutorial: 1 case, 0 failed"));
}

TEST_CASE("a folder of tests that can not be read is no input") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  shell("rm -r " + pack + "/tests; echo > " + pack + "/tests");
  const auto r = norma("test " + pack);
  CHECK(r.code == 66);
  CHECK(contains(r.err, "N0101"));
  // A link that leads to itself is a file that can not be read.
  shell("rm " + pack + "/tests; mkdir " + pack + "/tests; ln -s a.yaml " + pack +
        "/tests/a.yaml");
  const auto loop = norma("test " + pack);
  CHECK(loop.code == 65);
  CHECK(contains(loop.err, "N0101"));
}

}  // namespace norma_test::test_test
