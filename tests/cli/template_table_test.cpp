// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::template_table_test {

TEST_CASE("a fact sheet, left blank, is judged undetermined under its standard") {
  for (const std::string standard :
       {"enterprise.large_medium", "enterprise.small_micro", "enterprise.platform",
        "construction_site", "area", "industry", "cn:enterprise", "cn:area"}) {
    CAPTURE(standard);
    const scratch files;
    const auto sheet = norma("template " + standard + " --pack rules/cn-zj");
    REQUIRE(sheet.code == 0);
    const auto r = norma("check " + files.file("unit.yaml", sheet.out) +
                         " --pack rules/cn-zj" + on + "--standard " + standard);
    CHECK(r.code == 2);
    CHECK(r.err.empty());
  }
  // Which kind of area it is, is left to fill in.
  CHECK(contains(norma("template area --pack rules/cn-zj").out,
                 "kind:  # park (工业园区 / industrial park), "
                 "township (乡镇或街道 / township or sub-district)\n"));
}

TEST_CASE("the columns for many units, left blank, are judged undetermined") {
  for (const std::string standard :
       {"enterprise.large_medium", "enterprise.small_micro", "enterprise.platform",
        "construction_site", "area", "industry", "cn:enterprise", "cn:area"}) {
    for (const std::string option : {"", " --aliases"}) {
      CAPTURE(standard, option);
      const scratch files;
      const auto table = files.path("units.csv");
      REQUIRE(norma("template " + standard + " --pack rules/cn-zj --format csv -o " +
                    table + option)
                  .code == 0);
      // With the kind in its column, and without that column.
      const auto of_standard = " --pack rules/cn-zj" + on + "--standard " + standard;
      const auto r = norma("check " + table + of_standard);
      CHECK(r.code == 2);
      CHECK(r.err.empty());
      CHECK(contains(r.out, "0 pass, 0 fail, 1 undetermined, 0 not applicable"));
      CHECK(norma("check " + table + " --pack rules/cn-zj" + on).err.empty());
    }
  }
}

TEST_CASE("what a scheme asks for, left blank, is judged undetermined") {
  for (const std::string scheme : {"score_with_floors", "score_by_losses"}) {
    CAPTURE(scheme);
    const scratch files;
    const auto of_scheme = " --pack examples/schemes" + on + "--standard " + scheme;
    const auto sheet = norma("template " + scheme + " --pack examples/schemes");
    REQUIRE(sheet.code == 0);
    CHECK(sheet.err.empty());
    const auto one = norma("check " + files.file("unit.yaml", sheet.out) + of_scheme);
    CHECK(one.code == 2);
    CHECK(one.err.empty());
    const auto table =
        norma("template " + scheme + " --pack examples/schemes --format csv");
    REQUIRE(table.code == 0);
    const auto many = norma("check " + files.file("units.csv", table.out) + of_scheme);
    CHECK(many.code == 2);
    CHECK(many.err.empty());
    CHECK(contains(many.out, "1 undetermined"));
  }
  // Gates first, then blocks, bonus and deductions, each under its clause.
  const auto sheet = norma("template score_with_floors --pack examples/schemes").out;
  std::size_t last = 0;
  for (const std::string asked :
       {"# 附件1 申报条件 / Admission\n", "  founded_date:\n",
        "# 附件1 一票否决 / Veto\n", "  unpaid_wage_events:\n",
        "# 附件1三 基本分 / Basic\n", "  contract_due_count:\n", "  culture_quality:\n",
        "  satisfaction_valid_count:\n", "# 附件1六 加分 / bonus\n",
        "  honour_national:\n", "# 附件1七 减分 / deductions\n",
        "  petition_justified_count:\n"}) {
    CAPTURE(asked);
    const auto at = sheet.find(asked);
    REQUIRE(at != std::string::npos);
    CHECK(last < at);
    CHECK(sheet.find(asked, at + 1) == std::string::npos);
    last = at;
  }
  CHECK(contains(norma("template score_with_floor --pack examples/schemes").err,
                 "`score_with_floors`"));
}

TEST_CASE("the columns for members, left blank, leave their unit undetermined") {
  const scratch files;
  const auto made = norma("template area --pack rules/cn-zj --members members -o " +
                          files.path("members.csv"));
  REQUIRE(made.code == 0);
  CHECK_FALSE(contains(made.err, "N0127"));
  const auto head = read_file(files.path("members.csv"));
  CHECK(head.rfind("id,name,", 0) == 0);
  for (const std::string name :
       {"participates", "contract_due_count", "size_class", "employee_count",
        "collective_contract_filed_count", "wage_arrears_events"}) {
    CAPTURE(name);
    CHECK(contains(head, ',' + name));
  }
  // What no condition about members reads is not asked.
  CHECK_FALSE(contains(head, "coordinator_count"));
  auto row = std::string("m1,a");
  for (std::size_t i = 0, commas = 0; i < head.size(); ++i) {
    if (head[i] == ',' && ++commas > 1) row += ',';
  }
  files.file("members.csv", head + row + '\n');
  const auto unit =
      files.file("area.yaml",
                 "norma: 1\nunit: area\nkind: park\npack: cn-zj\nfacts:\n"
                 "  area_enterprise_count: 1\n  members: {file: members.csv}\n");
  const auto r = norma("check " + unit + " --pack rules/cn-zj" + on);
  CHECK(r.code == 2);
  CHECK(r.err.empty());
}

TEST_CASE("a list that is none of units has no columns") {
  for (const std::string name : {"area_wage_arrears_events", "worker_count", "nosuch"}) {
    CAPTURE(name);
    const auto r =
        norma("template area --pack rules/cn-zj --members " + name + " --format csv");
    CHECK(r.code == 64);
    CHECK(contains(r.err, "error[N0126]"));
    CHECK(contains(r.err, "`members`"));
  }
  CHECK(contains(norma("template area --format html").err, "it is one of yaml, csv"));
}

TEST_CASE("sheets say which ids are written, and what each means") {
  const std::string of = "template enterprise.large_medium --pack rules/cn-zj";
  const auto sheet = norma(of);
  CHECK(contains(sheet.out, "写以下编号之一（括号中是名称） / one of these ids"));
  CHECK(contains(sheet.out, "large（大型）"));
  CHECK(contains(sheet.out, "topics: wages（工资）"));  // of a record's field
  const auto en = norma(of + " --format csv");
  CHECK(contains(
      en.err, "cells of the column `size_class` (size class) hold ids: micro (micro)"));
  const auto zh = norma(of + " --format csv --aliases --lang zh");
  CHECK(contains(zh.err, "列 `企业规模`（企业规模）的格中写编号：micro（微型）"));
}

TEST_CASE("a table of units takes their kind from the standard asked for") {
  const scratch files;
  const auto table = files.file("units.csv", "id,name,coordinator_count\nu1,a,2\n");
  const auto check = "check " + table + " --pack rules/cn-zj" + on;
  CHECK(contains(norma(check).err, "error[N0633]"));
  const auto r = norma(check + "--standard enterprise.small_micro");
  CHECK(r.err.empty());
  CHECK(r.code == 2);
  // A row may still say that it is another kind.
  const auto other = files.file("sites.csv", "id,name,unit\nu1,a,site\n");
  CHECK(norma("check " + other + " --pack rules/cn-zj" + on +
              "--standard enterprise.small_micro")
            .code == 64);
}

}  // namespace norma_test::template_table_test
