// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::eval_test {

TEST_CASE("eval prints the value and its type") {
  const struct {
    std::string expression, out;
  } all[] = {
      {"0.1 + 0.2 = 0.3", "true\ntype: boolean\n"},
      {"1 / 3", "1/3\ntype: number\n"},
      {"90%", "0.9\ntype: number\n"},
      {"if 2 > 1 then \"a\" else \"b\"", "\"a\"\ntype: text\n"},
      {"sqrt(2)",
       "1.414213562373095048801688724209698\ntype: number, inexact (rounded to 34 "
       "digits)\n"},
      {"rate(0, 0) >= 100%", "not applicable (0 of 0)\ntype: boolean\n"},
      {"-1 + 2", "1\ntype: number\n"},
  };
  for (const auto& one : all) {
    CAPTURE(one.expression);
    const auto r = norma("eval '" + one.expression + "'");
    CHECK(r.code == 0);
    CHECK(r.out == one.out);
    CHECK(r.err.empty());
  }
}

TEST_CASE("eval prints the day that a value rests on, given or assumed") {
  const auto today = norma("eval '@\"2026-01-01\" in last(12个月)'");
  CHECK(today.code == 0);
  CHECK(contains(today.out, "\nas of: 2"));
  CHECK(norma("eval 'as_of'" + on).out ==
        "@\"2024-03-31\"\ntype: date\nas of: 2024-03-31\n");
  CHECK(norma("eval 'count([1, 2][as_of > @\"2024-01-01\"])'" + on).out ==
        "2\ntype: number\nas of: 2024-03-31\n");
  CHECK(norma("eval --feel 'as_of'" + on).out ==
        "@\"2024-03-31\"\ntype: date\nas of: 2024-03-31\n");
  CHECK(norma("eval '1 + 1'" + on).out == "2\ntype: number\n");
}

TEST_CASE("eval reads facts by name and alias, exactly") {
  const auto r = norma("eval --facts " + fails + on +
                       "'rate(contract_signed_count, contract_due_count)'");
  CHECK(r.code == 0);
  CHECK(r.out == "0.986\ntype: number\nas of: 2024-03-31\n");
  CHECK(
      norma("eval --facts " + fails + on + "'协调员人数 >= 2'").out.rfind("true\n", 0) ==
      0);
}

TEST_CASE("eval says why a value is unknown") {
  const auto r = norma("eval --facts " + open + on + "'coordinator_count >= 2'");
  CHECK(r.code == 0);
  CHECK(r.out.rfind("unknown\ntype: boolean\nwhy: ", 0) == 0);
  const auto without = norma("eval --pack cn-zj" + on + "'coordinator_count >= 2'");
  CHECK(contains(without.out, "is not supplied"));
}

TEST_CASE("eval reads of units in lists whatever the expression names") {
  // No rule of the pack reads `rest_rights_protected` or ids of members.
  const std::string park = "eval --facts examples/facts/songguoling_park.yaml" + on;
  CHECK(norma(park + "'members.worker_count'").out.rfind("[264, ", 0) == 0);
}

TEST_CASE("eval ends with 65 for what is no expression, or of the wrong type") {
  for (const std::string wrong :
       {"1 +", "1 + \"a\"", "nosuch > 1", "", "协调员人数 ＞＝ 2"}) {
    CAPTURE(wrong);
    const auto r = norma("eval '" + wrong + "'");
    CHECK(r.code == 65);
    CHECK(r.out.empty());
    CHECK(contains(r.err, "error["));
  }
}

TEST_CASE("as FEEL, an error is null and a diagnostic") {
  const auto r = norma("eval --feel '1 + \"a\"'");
  CHECK(r.code == 0);
  CHECK(r.out.rfind("null\n", 0) == 0);
  CHECK_FALSE(r.err.empty());
  const auto unread = norma("eval --feel '1 +'");
  CHECK(unread.code == 65);
  CHECK(unread.out == "null\n");
}

TEST_CASE("eval objects to bytes that are no text") {
  const auto r = shell("$norma eval \"$(printf '\"\\377\"')\"");
  CHECK(r.code == 65);
  CHECK(contains(r.err, "N0303"));
  // What hides itself is refused, or shown as an escape.
  const auto turned = shell("$norma eval \"$(printf '\"\\342\\200\\256\"')\"");
  CHECK(turned.code == 65);
  CHECK(contains(turned.err, "N0309"));
  const auto bell = shell("$norma eval \"$(printf '\"\\007\"')\"");
  CHECK_FALSE(contains(bell.out + bell.err, "\007"));
}

TEST_CASE("facts need a pack") {
  const scratch files;
  const auto unit = files.file("unit.yaml", "norma: 1\nunit: enterprise\nfacts: {}\n");
  CHECK(norma("eval --facts " + unit + " 1").code == 64);
  CHECK(norma("eval --facts nowhere.yaml 1").code == 66);
}

}  // namespace norma_test::eval_test
