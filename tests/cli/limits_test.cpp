// SPDX-License-Identifier: Apache-2.0
#include <string>  // std::string, std::to_string

#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::limits_test {

namespace {

const std::string pack = "rules/cn-zj/pack.yaml";
const std::string judged = "check " + fails + on + "--no-remedies ";

outcome up_to(const std::string& what, const std::string& size) {
  return norma_test::norma(what + " --max-bytes " + size);
}

}  // namespace

TEST_CASE("a file is read up to the size that was asked for") {
  const scratch files;
  const std::string text = "norma: 1\nunit: enterprise\nfacts: {worker_count: 7}\n";
  const std::string large =
      text + "#" + std::string(1024 * 1024 - text.size() - 2, ' ') + "\n";
  const auto unit = files.file("unit.yaml", large);
  const auto eval = "eval worker_count --pack cn-zj --facts " + unit;
  CHECK(up_to(eval, "1048576").out.rfind("7\n", 0) == 0);
  CHECK(up_to(eval, "1024KiB").code == 0);
  CHECK(up_to(eval, "1MiB").code == 0);
  const auto refused = up_to(eval, "1048575");
  CHECK(refused.code == 65);
  CHECK(contains(refused.err, "N0102"));
  CHECK(contains(refused.err, "the limit is 1048575"));
  CHECK(contains(refused.err, "--max-bytes"));
}

TEST_CASE("the size that was asked for holds for every file and for a pack as a whole") {
  CHECK(up_to(judged, "4GiB").code == 1);
  CHECK(up_to(judged, "17179869183GiB").code == 1);
  // A file of the unit, of the pack, all of the pack, a table, what names the pack,
  // tests.
  CHECK(contains(up_to(judged, "100").err, fails));
  CHECK(contains(up_to(judged, "10KiB").err, "N0102"));
  CHECK(contains(up_to(judged, "60KiB").err, "N0575"));
  CHECK(contains(up_to(judged + "--pack cn-zj", "100").err, pack));
  CHECK(contains(up_to("list rules/cn-zj", "100").err, pack));
  CHECK(contains(up_to("show worker_count --pack cn-zj", "100").err, pack));
  CHECK(contains(up_to("template area --pack cn-zj", "100").err, pack));
  CHECK(contains(up_to("test rules/cn-zj", "100").err, pack));
  const scratch files;
  const auto table = files.file("units.csv", "id\n" + std::string(6 * 1024 * 1024, 'x'));
  const auto many = "check --pack cn-zj --standard area " + table;
  CHECK(contains(up_to(many, "6MiB").err, "N0102"));
  CHECK(!contains(up_to(many, "7MiB").err, "N0102"));
}

}  // namespace norma_test::limits_test
