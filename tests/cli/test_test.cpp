// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::test_test {

namespace {

/// A copy of the tutorial's pack whose test file holds `cases`.
std::string pack_with(const scratch& files, const std::string& cases) {
  shell("cp -r examples/tutorial/pack " + files.path("pack") +
        "; cp examples/tutorial/shop.yaml " + files.path());
  files.file(
      "pack/tests/shop_basic.yaml",
      "norma: 1\ntests: shop.basic\ngiven: ../../shop.yaml\nas_of: 2024-06-01\ncases:\n" +
          cases);
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

TEST_CASE("a test file that can not be used ends with 65, the others still run") {
  const scratch files;
  const auto pack = pack_with(files, "  - {name: 不达标, expect: {.: fail}}\n");
  files.file("pack/tests/broken.yaml", "norma: 1\ntests: shop.basc\ncases: []\n");
  const auto r = norma("test " + pack);
  CHECK(r.code == 65);
  CHECK(contains(r.err, "did you mean `shop.basic`?"));
  CHECK(contains(r.out, "tutorial: 1 case, 0 failed"));
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
