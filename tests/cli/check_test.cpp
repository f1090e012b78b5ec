// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::check_test {

TEST_CASE("check ends with the code of the verdict and says nothing on stderr") {
  const struct {
    std::string arguments;
    int code;
    std::string word;
  } all[] = {{passes + on, 0, "PASS"},
             {fails + on, 1, "FAIL"},
             {open + on, 2, "UNDETERMINED"},
             {passes + " --as-of 2023-06-29 --standard enterprise.large_medium", 3,
              "NOT APPLICABLE"}};
  for (const auto& one : all) {
    CAPTURE(one.arguments);
    const auto r = norma("check " + one.arguments);
    CHECK(r.code == one.code);
    CHECK(contains(r.out, one.word));
    CHECK(r.err.empty());
  }
}

TEST_CASE("check without a standard that applies ends with 3 and says why") {
  const auto r = norma("check " + passes + " --as-of 2023-06-29");
  CHECK(r.code == 3);
  CHECK(contains(r.out, "no standard or scheme of cn-zj applies"));
  CHECK(contains(r.out, "enterprise.large_medium: not in force"));
  // A condition that does not hold is told with the values put in.
  const auto closed =
      norma("check examples/facts/konggu_trading.yaml --as-of 2024-03-31");
  CHECK(closed.code == 3);
  CHECK(contains(closed.out,
                 "enterprise.large_medium: the condition for applying does not hold: "
                 "persons working 0 persons, required > 0 persons"));
  const std::string early = "check " + passes + " --as-of 2023-06-29 --format ";
  const auto json = norma(early + "json");
  CHECK(json.code == 3);
  CHECK(json.out == "[]\n");
  const auto html = norma(early + "html --lang zh");
  CHECK(html.code == 3);
  CHECK(html.out.rfind("<!doctype html>", 0) == 0);
  CHECK(contains(html.out, "<li>enterprise.large_medium：评价日不在施行期内</li>"));
  const auto md = norma(early + "md");
  CHECK(md.code == 3);
  CHECK(md.out.rfind("# Compliance report\n", 0) == 0);
  CHECK(contains(md.out, "- enterprise.large\\_medium: not in force"));
}

TEST_CASE("a park and a township are called so") {
  const auto call = [](const std::string& unit, const std::string& lang) {
    return norma("check examples/facts/" + unit + ".yaml --as-of 2024-06-30 --lang " +
                 lang)
        .out;
  };
  CHECK(contains(call("songguoling_park", "en"), "(industrial park area-"));
  CHECK(contains(call("songguoling_park", "zh"), "（工业园区 area-"));
  CHECK(contains(call("banpiao_township", "en"), "(township or sub-district area-"));
  CHECK(contains(call("banpiao_township", "zh"), "（乡镇或街道 area-"));
}

TEST_CASE(
    "in a table of several kinds of units each one that a standard is not for is named") {
  const scratch files;
  const auto table =
      files.file("units.csv",
                 "id,name,unit,kind,area_on_agenda\n"
                 "1,甲厂,enterprise,,\n2,,area,park,是\n3,,enterprise,,\n");
  const auto r = norma("check " + table + on + "--pack cn --standard area");
  CHECK(r.code == 64);
  CHECK(contains(r.err, "N0121]: `area` is for `area`, the unit “甲厂” is "));
  CHECK(contains(r.err, "N0121]: `area` is for `area`, the unit “3” is "));
  CHECK(contains(r.out, "2 could not be judged"));
}

TEST_CASE("check prints the as-of day, today's unless one is given") {
  CHECK(contains(norma("check " + fails + on).out, "2024-03-31"));
  const auto today =
      shell("day=$(date +%Y-%m-%d); $norma check " + fails + " | grep -q \"$day\"");
  CHECK(today.code == 0);
}

TEST_CASE("the same unit gives another verdict as known on an earlier day") {
  const std::string unit = "check examples/facts/wujiuling_machine.yaml" + on;
  CHECK(norma(unit + "--known-as-of 2024-04-09").code == 1);
  CHECK(norma(unit + "--known-as-of 2024-04-10").code == 0);
}

TEST_CASE("the pack is the one given, else the one that the unit's file names") {
  CHECK(norma("check " + fails + on + "--pack rules/cn-zj").code == 1);
  CHECK(norma("check " + fails + on + "--pack cn-zj").code == 1);

  const scratch files;
  const auto nameless =
      files.file("unit.yaml", "norma: 1\nunit: enterprise\nfacts: {}\n");
  const auto none = norma("check " + nameless);
  CHECK(none.code == 64);
  CHECK(contains(none.err, "N0116"));
  CHECK(contains(none.err, "`cn-size`, `cn-zj`"));
  CHECK(none.out.empty());

  const auto unknown = norma("check " + nameless + " --pack nowhere");
  CHECK(unknown.code == 66);
  CHECK(contains(unknown.err, "N0117"));
}

TEST_CASE("a unit's file can not name a pack outside the folders searched") {
  const scratch files;
  for (const std::string name : {"../../rules/cn-zj", "/etc", ".", "..", ".hidden"}) {
    CAPTURE(name);
    const auto unit = files.file(
        "unit.yaml", "norma: 1\nunit: enterprise\npack: " + name + "\nfacts: {}\n");
    CHECK(norma("check " + unit).code == 66);
  }
}

TEST_CASE("packs are found in NORMA_PACKS and beside the unit's file") {
  const scratch files;
  const auto unit =
      files.file("units/shop.yaml", read_file("examples/tutorial/shop.yaml"));
  CHECK(norma("check " + unit + " --as-of 2024-06-01").code == 66);
  const std::string copy = "cp -r examples/tutorial/pack ";
  shell(copy + files.path("units/tutorial"));
  CHECK(norma("check " + unit + " --as-of 2024-06-01").code == 1);
  shell("mkdir " + files.path("packs") + "; mv " + files.path("units/tutorial") + " " +
        files.path("packs/tutorial"));
  CHECK(norma("check " + unit + " --as-of 2024-06-01").code == 66);
  CHECK(shell("NORMA_PACKS=/nowhere:" + files.path("packs") + " $norma check " + unit +
              " --as-of 2024-06-01")
            .code == 1);
}

TEST_CASE("what is wrong with a unit is said with place and hint, and gives no report") {
  const scratch files;
  const auto unit = files.file("unit.yaml",
                               "norma: 1\nunit: enterprise\npack: cn-zj\nfacts:\n"
                               "  coordinator_cout: 2\n  worker_count: many\n");
  const auto r = norma("check " + unit);
  CHECK(r.code == 65);
  CHECK(r.out.empty());
  CHECK(contains(r.err, "unit.yaml:5:3"));
  CHECK(contains(r.err, "did you mean `coordinator_count`?"));
  CHECK(contains(r.err, "unit.yaml:6:17"));
}

TEST_CASE("what can not be read is no input") {
  for (const std::string path : {"nowhere.yaml", "examples/cpp"}) {
    CAPTURE(path);
    const auto r = norma("check " + path);
    CHECK(r.code == 66);
    CHECK(r.out.empty());
    CHECK_FALSE(r.err.empty());
  }
}

TEST_CASE("a standard that the pack does not have is wrong usage, with a hint") {
  const auto r = norma("check " + fails + " --standard enterprise.large_medum");
  CHECK(r.code == 64);
  CHECK(contains(r.err, "did you mean `enterprise.large_medium`?"));
}

TEST_CASE("every format holds the report") {
  CHECK(norma("check " + fails + on + "--format json").out.rfind("{", 0) == 0);
  CHECK(contains(norma("check " + fails + on + "--format md").out, "# "));
  const auto html = norma("check " + fails + on + "--format html --lang zh").out;
  CHECK(html.rfind("<!doctype html>", 0) == 0);
  CHECK(contains(html, "甬江泵业"));
}

TEST_CASE("several units give a summary; the first of 1, 2, 0, 3 is the code") {
  const auto several = norma("check" + large_and_medium + on);
  CHECK(several.code == 1);
  CHECK(contains(
      several.out,
      "甬江泵业    9133-0000-0001  enterprise.large_medium  fail          57/57"));
  CHECK(contains(several.out, "undetermined  53/56 "));
  CHECK(contains(several.out, "✗ employment, training"));
  CHECK(contains(several.out, "  training      ⑦ Training\n"));
  CHECK(contains(several.out, "3 pass, 1 fail, 2 undetermined, 0 not applicable"));
  CHECK(several.err.empty());

  CHECK(norma("check " + passes + " " + open + on).code == 2);
  CHECK(norma("check " + passes + " " + passes + on).code == 0);
  CHECK(norma("check " + passes + " " + passes + " --as-of 2023-06-29").code == 3);
}

TEST_CASE("several files in one call give a summary in every format") {
  const std::string both = "check " + passes + " " + open + on + "--format ";
  const auto text = norma(both + "text");
  CHECK(text.code == 2);
  CHECK(contains(text.out, "1 pass, 0 fail, 1 undetermined, 0 not applicable"));
  const auto md = norma(both + "md");
  CHECK(md.code == 2);
  CHECK(contains(md.out, "| 白鹭洲冷链 | 9133-0000-0003 |"));
  const auto html = norma(both + "html");
  CHECK(html.code == 2);
  CHECK(contains(html.out, "<td>白鹭洲冷链</td><td>9133-0000-0003</td>"));
  const auto json = shell("$norma " + both +
                          "json | python3 -c 'import json, sys; a = json.load(sys.stdin);"
                          " print([r[\"verdict\"] for r in a])'");
  CHECK(json.out == "['pass', 'undetermined']\n");
  CHECK((text.err + md.err + html.err + json.err).empty());
}

TEST_CASE("several standards that apply to a unit stand on one page") {
  const auto page = norma(
      "check tests/golden/cli/shop.yaml --pack tests/golden/cli/pack --as-of 2024-06-01 "
      "--format html");
  CHECK(page.code == 1);
  std::size_t sheets = 0;
  for (auto at = page.out.find("<div class=\"sheet\">"); at != std::string::npos;
       at = page.out.find("<div class=\"sheet\">", at + 1)) {
    ++sheets;
  }
  CHECK(sheets == 2);
}

TEST_CASE("a code from 64 on wins, and what can be judged is still reported") {
  const scratch files;
  files.file("a.yaml", read_file(fails));
  files.file("b.yaml", "norma: 1\nunit: enterprise\npack: cn-zj\nfacts: {nosuch: 1}\n");
  const auto r = norma("check " + files.path() + on);
  CHECK(r.code == 65);
  CHECK(contains(r.out, "甬江泵业"));
  CHECK(contains(r.out, "1 could not be judged"));
  CHECK(contains(r.err, "N0601"));
  CHECK(norma("check " + files.path("a.yaml") + " nowhere.yaml" + on).code == 66);
}

TEST_CASE("a link that leads nowhere is told, and the other units are judged") {
  const scratch files;
  shell("cp " + passes + " " + files.path() + "; cd " + files.path() +
        "; ln -s turning.yaml turning.yaml; ln -s gone.yaml lost.yaml");
  const auto r = norma("check " + files.path() + on);
  CHECK(r.code == 66);
  CHECK(contains(r.err, "turning.yaml`"));
  CHECK(contains(r.err, "lost.yaml`"));
  CHECK(contains(r.out, "1 pass"));
}

TEST_CASE("several reports are an array in JSON") {
  const auto r = shell("$norma check" + large_and_medium + on +
                       "--format json |"
                       " python3 -c 'import json, sys; a = json.load(sys.stdin);"
                       " print(len(a), [r[\"verdict\"] for r in a])'");
  CHECK(r.code == 0);
  CHECK(r.out == "6 ['pass', 'undetermined', 'undetermined', 'pass', 'pass', 'fail']\n");
  CHECK(r.err.empty());
}

TEST_CASE("a table without a unit is no input") {
  const scratch files;
  for (const std::string text : {"", "\n", "id,name,unit\n"}) {
    CAPTURE(text);
    const auto table = files.file("units.csv", text);
    const auto r = norma("check " + table + on + "--pack cn-zj");
    CHECK(r.code == 66);
    CHECK(contains(r.err, "N0637"));
    CHECK(contains(r.err, "units.csv:1:1"));
    CHECK(r.out.empty());
    CHECK(norma("check " + table + on + "--pack cn-zj --format json").out == "[]\n");
    const auto kept = files.path("summary.md");
    CHECK(norma("check " + table + on + "--pack cn-zj --format md -o " + kept).code ==
          66);
    CHECK_FALSE(std::filesystem::exists(kept));
  }
  // The head of a wide table is not underlined to its end.
  const std::string of = "enterprise.large_medium --pack cn-zj";
  const std::string wide = norma("template " + of + " --format csv").out;
  const auto head =
      norma("check " + files.file("wide.csv", wide.substr(0, wide.find('\n'))) + on +
            "--standard " + of);
  CHECK(contains(head.err, std::string(20, '^')));
  CHECK_FALSE(contains(head.err, std::string(61, '^')));
  const auto one = files.file("units.csv", "id,name,unit\n1,a,enterprise\n");
  CHECK(norma("check " + one + on + "--pack cn-zj").code == 2);
}

TEST_CASE("a unit's `Pack` is told to be `pack`") {
  const scratch files;
  const auto unit =
      files.file("unit.yaml", "norma: 1\nunit: enterprise\nPack: cn-zj\nfacts: {}\n");
  const auto r = norma("check " + unit);
  CHECK(r.code == 65);
  CHECK(contains(r.err, "unit.yaml:3:1"));
  CHECK(contains(r.err, "did you mean `pack`?"));
}

TEST_CASE("a CSV table of units is judged row by row") {
  const scratch files;
  const auto table = files.file("units.csv",
                                "id,name,unit,worker_count,size_class,is_platform,"
                                "coordinator_count\n"
                                "1,一号,enterprise,10,large,否,1\n"
                                "2,<b>&|二号,enterprise,10,large,否,2\n"
                                "3,=三号,enterprise,0,small,否,\n"
                                "4,四号,enterprise,many,large,否,2\n");
  const auto r = norma("check " + table + on + "--pack cn-zj");
  CHECK(r.code == 65);
  CHECK(contains(r.out, "✗ mediation"));
  CHECK(contains(r.out, "0 pass, 1 fail, 1 undetermined, 1 not applicable"));
  CHECK(contains(r.out, "1 could not be judged"));
  CHECK(contains(r.err, "units.csv:5:"));

  const auto html = norma("check " + table + on + "--pack cn-zj --format html");
  CHECK(contains(html.out, "&lt;b&gt;&amp;|二号"));
  CHECK_FALSE(contains(html.out, "<b>"));
  const auto md = norma("check " + table + on + "--pack cn-zj --format md");
  CHECK(contains(md.out, "&lt;b&gt;&amp;\\|二号"));
  CHECK(contains(md.out, "| \\=三号 |"));
  CHECK(norma("check " + table).code == 64);
}

TEST_CASE("remedies are left out when they are not wanted") {
  const std::string line = "check " + fails + on;
  CHECK(contains(norma(line).out, "14 persons more"));
  const std::string without = line + "--no-remedies ";
  CHECK_FALSE(contains(norma(without).out, "14 persons more"));
  // Something fails: not that nothing does is said, but that none were asked for.
  for (const auto* format : {"text", "md", "html"}) {
    CAPTURE(format);
    const auto en = norma(without + "--lang en --format " + format);
    CHECK(contains(en.out, "What would mend it"));
    CHECK(contains(en.out, "remedies were not asked for"));
    const auto zh = norma(without + "--lang zh --format " + format);
    CHECK(contains(zh.out, "未要求查找补救办法"));
    CHECK_FALSE(contains(zh.out, "无需补救"));
  }
  const auto json = norma(without + "--format json");
  CHECK(contains(json.out, R"("remedies_are": "not_asked")"));
}

}  // namespace norma_test::check_test
