// SPDX-License-Identifier: Apache-2.0
// Files that are given to `check` and belong to `--facts`, and the other way round; what
// is wrong with the values of units that have no report of their own.

#include "catch.hpp"
#include "cli/run.hpp"

namespace norma_test::doors_test {

namespace {

const std::string judge =
    " --pack tests/golden/pack --standard contracts --as-of 2024-03-31 ";
const std::string line = "{\"id\":\"a\",\"sound\":true}\n";

}  // namespace

TEST_CASE("units on lines and lists of units are told how they are judged") {
  const scratch files;
  const auto says = [&](const std::string& name, const std::string& content,
                        const std::string& code) {
    CAPTURE(name, content);
    const auto r = norma("check " + files.file(name, content) + judge);
    CHECK(r.code == 65);
    CHECK(contains(r.err, "error[" + code + "]"));
    CHECK(contains(r.err, "--facts"));
    CHECK(contains(norma("check " + files.path(name) + judge + "--lang zh").err, code));
  };
  says("a.ndjson", line, "N0164");
  says("a.JSONL", line, "N0164");
  says("b.json", line + line, "N0164");
  says("c.json", "\xef\xbb\xbf" + line + "\r\n" + line, "N0164");
  says("d.json", "[" + line + "]", "N0163");
  says("e.yaml", "[{norma: 1, unit: enterprise}]\n", "N0163");
  says("f.yaml", "- norma: 1\n  unit: enterprise\n", "N0163");
  // One object may be written on lines.
  const auto one = files.file(
      "g.json", "{\n\"norma\": 1,\n\"unit\": \"enterprise\",\n\"facts\":\n{}\n}\n\n");
  CHECK(norma("check " + one + judge).code == 2);
}

TEST_CASE("--facts tells of JSON that is not on lines") {
  const scratch files;
  const auto says = [&](const std::string& content, const std::string& code) {
    CAPTURE(content);
    const auto r = norma("check --facts " + files.file("a.json", content) + judge);
    CHECK(r.code == 65);
    CHECK(r.out.empty());
    CHECK(contains(r.err, "error[" + code + "]"));
    CHECK(r.err.find("error[") == r.err.rfind("error["));
  };
  says("[" + line + "]", "N0163");
  says(" [\n" + line + "]", "N0163");
  says("{\n\"id\": \"a\",\n\"sound\": true\n}\n", "N0165");
  says("{\"id\": \"a\",\n\"sound\": true}\n", "N0165");
  const auto good = norma("check --facts " + files.file("b.json", line + line) + judge);
  CHECK(good.code == 2);
  CHECK(contains(good.out, "2 undetermined"));
}

TEST_CASE("what is given at a wrong door is told what it is, and where it belongs") {
  const scratch files;
  const auto tells = [&](const std::string& line, int code, const std::string& finding,
                         const std::string& help) {
    CAPTURE(line);
    const auto r = norma(line);
    CHECK(r.code == code);
    CHECK(r.out.empty());
    CHECK(contains(r.err, "error[" + finding + "]"));
    CHECK(contains(r.err, help));
    CHECK(r.err.find("error[") == r.err.rfind("error["));
    CHECK(contains(norma(line + " --lang zh").err, finding));
  };
  const std::string pack = "tests/golden/pack", by = " --pack " + pack;
  const auto unit = files.file("u.yaml", "norma: 1\nunit: enterprise\n");
  const auto table = files.file("t.csv", "id,sound\na,true\n");
  const auto report = files.path("r.json"), reports = files.path("s.json");
  shell("$norma check " + fails + on + "--format json -o " + report);
  shell("$norma check " + fails + ' ' + fails + on + "--format json -o " + reports);
  shell("cd " + files.path() + "; gzip -k u.yaml t.csv");

  tells("check " + pack + " --facts " + unit, 64, "N0178", "--pack " + pack);
  tells("check " + pack, 64, "N0178", "--pack " + pack);
  tells("check --facts " + unit + by, 65, "N0175", "norma check " + unit);
  tells("check --facts -" + by + " < " + unit, 65, "N0175", "norma check FILE");
  tells("check --facts " + pack + "/pack.yaml" + by, 65, "N0178", "--pack " + pack);
  for (const std::string text :
       {"# 甲厂\n\nnorma: 1\n", "---\n# a\nunit: enterprise\n"}) {
    const auto plain = files.file("plain", text);
    tells("check --facts " + plain + by, 65, "N0175", "norma check " + plain);
  }
  // A column may be called so, and a file of a unit `pack.yaml`.
  const auto column = files.file("column", "norma:备注,id,sound\n甲,a,true\n");
  CHECK_FALSE(contains(norma("check --facts " + column + by).err, "N0175"));
  shell("mkdir " + files.path("units"));
  files.file("units/pack.yaml", "norma: 1\npack: small\nunit: enterprise\n");
  CHECK_FALSE(contains(norma("check " + files.path("units") + by).err, "N0178"));
  const auto several = files.file("l.yaml", "- {unit: a}\n- {unit: b}\n");
  tells("check --facts " + several + by, 65, "N0163", "a unit a line");
  const auto dotted =
      files.file("d.json", "{\"norma\": \"1.0\", \"unit\": \"enterprise\"}\n");
  tells("check " + dotted + by, 65, "N0215", "norma: 1");
  tells("check --facts " + report + by, 65, "N0176", "the file of the unit");
  const auto sorted = files.path("sorted.json");
  shell(
      "python3 -c 'import json, sys; json.dump(json.load(open(sys.argv[1])), "
      "open(sys.argv[2], \"w\"), sort_keys=True)' " +
      report + ' ' + sorted);
  tells("check --facts " + sorted + by, 65, "N0176", "the file of the unit");
  for (const auto& each : {report, reports, sorted}) {
    tells("check " + each, 65, "N0176", "the file of the unit");
    tells("check " + each + by, 65, "N0176", "the file of the unit");
    tells("eval 1 --facts " + each + by, 65, "N0176", "the file of the unit");
  }
  tells("eval sound --facts " + table + by, 65, "N0177", "norma check --facts " + table);
  tells("eval sound --facts " + table, 65, "N0177", "norma check --facts " + table);
  for (const auto& line :
       {"check " + unit + ".gz", "check " + unit + ".gz" + by,
        "check " + table + ".gz" + by, "check --facts " + table + ".gz" + by,
        "eval sound --facts " + unit + ".gz" + by, "eval sound --facts " + unit + ".gz"})
    tells(line, 65, "N0169", "gunzip -c ");
  shell("cp -r " + pack + " " + files.path("p") + "; gzip -c " + pack + "/facts.yaml > " +
        files.path("p/facts.yaml"));
  tells("check " + unit + " --pack " + files.path("p"), 65, "N0169", "facts.yaml");
}

TEST_CASE("what there is is named where a name is nothing like it") {
  const auto names = [](const std::string& line, const std::string& code,
                        const std::string& help) {
    CAPTURE(line);
    const auto r = norma(line);
    CHECK(r.code == 64);
    CHECK(contains(r.err, '[' + code + ']'));
    CHECK(contains(r.err, help));
  };
  names("template nope", "N0171", "`cn:enterprise`, ");
  names("template nope --lang zh", "N0171", "`cn:enterprise`、");
  names("template enterprise.large_mediun", "N0172", "`enterprise.large_medium`?");
  names("template nope --pack tests/golden/pack", "N0143", "it has `contracts`");
  names("template contract --pack tests/golden/pack", "N0143", "`contracts`?");
  names("show qqqq", "N0173", "`cn-size:");
  names("show qqqq --pack tests/golden/pack", "N0173", "`contracts`, `size_of`");
  names("show worker_coun", "N0124", "did you mean `worker_count`?");
}

TEST_CASE("units whose pack has not the standard are in the summary") {
  const scratch files;
  const auto unit = [&](const std::string& name, const std::string& pack) {
    return files.file(
        name, "norma: 1\nunit: enterprise\npack: " + pack + "\nfacts: {sound: true}\n");
  };
  shell("cp -r tests/golden/pack " + files.path("mine") +
        "; sed -i 's/^pack: .*/pack: mine/' " + files.path("mine/pack.yaml"));
  const auto own = unit("a.yaml", "mine"), cn = unit("b.yaml", "cn-size"),
             none = unit("c.yaml", "nosuch"),
             nothing = files.file("d.yaml", "norma: 1\n");
  const auto judged = norma("check " + own + ' ' + cn + ' ' + none + ' ' + nothing +
                            " --standard contracts");
  CHECK(contains(judged.err, "N0143"));
  CHECK(contains(judged.out, "1 undetermined, 0 not applicable; 3 could not be judged"));
  const auto table = files.file("t.csv", "id,sound\na,true\nb,true\n");
  const auto two = norma("check " + own + ' ' + table + " --pack " + files.path("mine") +
                         " --standard nope");
  CHECK(two.out.empty());
}

TEST_CASE("a row that is too long is told, and that nothing behind it is read") {
  const scratch files;
  const std::string tail = std::string(std::size_t{17} << 20U, 'x');
  const auto lines = files.file("l.ndjson", line + "{\"id\":\"" + tail + "\"}\n" + line);
  const auto r = norma("check --facts " + lines + judge);
  CHECK(r.code == 65);
  CHECK(contains(r.err,
                 "error[N0132]: the row that begins on line 2 is longer than "
                 "16777216 bytes; from here on nothing is read"));
  CHECK(contains(r.err, "members: {file: members.csv}"));
  CHECK(contains(r.out, "1 undetermined"));
}

TEST_CASE("values in error are told of units that are only counted") {
  const scratch files;
  const auto table = files.file("t.csv",
                                "id,sound,due,signed\n"
                                "a,true,100,-95\n"
                                "b,true,100,95\n"
                                "c,true,-1,\"-95\"\n");
  const auto r = norma("check " + table + judge);
  CHECK(r.code == 2);
  CHECK(contains(r.err, "warning[N0676]: the fact `signed` counts as unknown"));
  CHECK(contains(r.err, "t.csv:2:12\n"));
  CHECK(contains(r.err, "2 | a,true,100,-95\n  |            ^^^\n"));
  CHECK(contains(r.err, "t.csv:4:8\n"));
  CHECK(contains(r.err, "t.csv:4:11\n"));
  CHECK(contains(r.out, "; 2 with facts in error"));
  CHECK(contains(norma("check " + table + judge + "--format json").err, "t.csv:2:12\n"));

  const auto unit = files.file(
      "u.yaml", "norma: 1\nunit: enterprise\nfacts: {sound: true, signed: -95}\n");
  const auto two = norma("check " + unit + ' ' + unit + judge);
  CHECK(contains(two.err, "u.yaml: warning[N0676]: the fact `signed` counts as unknown"));
  CHECK(contains(two.out, "; 2 with facts in error"));
  // Its own report tells it where there is one.
  CHECK(norma("check " + unit + judge).err.empty());
}

TEST_CASE("of very many values in error the first hundred are told") {
  const scratch files;
  std::string rows = "id,sound,signed\n";
  for (int i = 0; i < 1000; ++i) rows += std::to_string(i) + ",true,-1\n";
  const auto r = norma("check " + files.file("t.csv", rows) + judge);
  CHECK(r.code == 2);
  CHECK(contains(r.err, "t.csv:101:"));
  CHECK_FALSE(contains(r.err, "t.csv:102:"));
  CHECK(contains(r.err, "note[N0299]: 900 more findings are not shown"));
  CHECK(contains(r.out, "; 1000 with facts in error"));
}

TEST_CASE(
    "a standard that there is not is told once, and one for others a hundred times") {
  const scratch files;
  std::string rows = "id,sound\n";
  for (int i = 0; i < 500; ++i) rows += std::to_string(i) + ",true\n";
  const auto table = files.file("t.csv", rows);
  const auto none =
      norma("check " + table + " --pack tests/golden/pack --standard nosuch");
  CHECK(none.code == 64);
  CHECK(contains(none.err, "error[N0143]"));
  CHECK(none.err.find("error[") == none.err.rfind("error["));
  const auto others = files.file(
      "o.csv", "id,unit,kind,sound\n" + [] {
        std::string all;
        for (int i = 0; i < 500; ++i) all += std::to_string(i) + ",area,park,\n";
        return all;
      }());
  const auto r = norma("check " + others + judge);
  CHECK(r.code == 64);
  CHECK(contains(r.err, "N0121"));
  CHECK(contains(r.err, "400 more findings are not shown"));
}

}  // namespace norma_test::doors_test
