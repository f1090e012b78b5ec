// SPDX-License-Identifier: Apache-2.0
// What is not read is told: files of a folder, columns without a name, a second byte
// order mark.

#include "catch.hpp"
#include "cli/run.hpp"

namespace norma_test::passed_by_test {

namespace {

const std::string judge =
    " --pack tests/golden/pack --standard contracts --as-of 2024-03-31 ";
const std::string unit = "norma: 1\nunit: enterprise\nfacts: {sound: true}\n";
const std::string json =
    "{\"norma\": 1, \"unit\": \"enterprise\", \"facts\": {\"sound\": true}}\n";

}  // namespace

TEST_CASE("the endings of files count in capitals as well") {
  const scratch files;
  files.file("units/A.YAML", unit);
  files.file("units/B.Yml", unit);
  files.file("units/C.JSON", json);
  const auto r = norma("check " + files.path("units") + judge);
  CHECK(r.code == 2);
  CHECK(r.err.empty());
  CHECK(contains(r.out, "0 pass, 0 fail, 3 undetermined"));
  const auto table = files.file("T.CSV", "id,sound\na,true\n");
  CHECK(contains(norma("check " + table + judge).out, "1 undetermined"));
  CHECK(norma("check --facts " + table + judge + "-o " + files.path("O.CSV")).code == 2);
  CHECK(read_file(files.path("O.CSV")).starts_with("line,id,"));
  const auto lines = files.file("L.NDJSON", "{\"id\":\"a\",\"sound\":true}\n");
  CHECK(contains(norma("check --facts " + lines + judge).out, "1 undetermined"));
  // JSON is JSON, whatever its ending is written like.
  const auto torn = files.file("D.JSON", "{\"norma\": 1, unit: enterprise}\n");
  CHECK(contains(norma("check " + torn + judge).err, "N0231"));
}

TEST_CASE("what a folder holds besides files of units is told") {
  const scratch files;
  files.file("units/a.yaml", unit);
  files.file("units/old/b.yaml", unit);
  files.file("units/county.csv", "id,sound\na,true\n");
  files.file("units/county.ndjson", "{}\n");
  files.file("units/notes.md", "no unit");
  files.file("units/letters/a.txt", "no unit");
  files.file("units/.kept/a.yaml", unit);
  files.file("units/.a.csv", "id\n");
  const auto r = norma("check " + files.path("units") + judge);
  CHECK(r.code == 2);
  CHECK(contains(r.out, "0 pass, 0 fail, 1 undetermined"));
  CHECK(contains(r.err, "warning[N0157]: not read in the folder `" + files.path("units") +
                            "`: `county.csv`, `county.ndjson`, `old`\n"));
  CHECK(contains(norma("check " + files.path("units") + judge + "--lang zh").err,
                 "中未读取：`county.csv`"));
  // A folder of nothing else is no input, and what it holds is told, too.
  shell("rm " + files.path("units/a.yaml"));
  const auto none = norma("check " + files.path("units") + judge);
  CHECK(none.code == 66);
  CHECK(contains(none.err, "N0120"));
  CHECK(contains(none.err, "N0157"));
}

TEST_CASE("tables of members and packs among units are not told as passed by") {
  const scratch files;
  const std::string area = "norma: 1\nunit: area\nkind: park\nfacts: {members: {file: ";
  files.file("units/a.yaml", area + "members.csv}}\n");
  files.file("units/b.yaml", area + "tables/members.csv}}\n");
  files.file("units/members.csv", "id,sound\na,true\n");
  files.file("units/tables/members.csv", "id,sound\na,true\n");
  shell("cp -r tests/golden/pack " + files.path("units/pack"));
  const auto r = norma("check " + files.path("units") + " --pack tests/golden/pack" + on);
  CHECK(r.code == 3);
  CHECK(r.err.empty());
}

TEST_CASE("many names of what is not read are counted") {
  const scratch files;
  files.file("units/a.yaml", unit);
  for (int i = 10; i < 25; ++i) files.file("units/" + std::to_string(i) + ".csv", "id\n");
  const auto r = norma("check " + files.path("units") + judge);
  CHECK(contains(r.err, "`10.csv`, `11.csv`"));
  CHECK(contains(r.err, "`19.csv` … +5\n"));
  CHECK_FALSE(contains(r.err, "20.csv"));
}

TEST_CASE("a column without a name is told where it first says something") {
  const scratch files;
  const auto table =
      files.file("t.csv", "id,,sound,\na,,true,\nb,five,true,\nc,six,true,\n");
  const auto r = norma("check " + table + judge);
  CHECK(r.code == 2);
  CHECK(contains(r.err, "warning[N0158]: column 2 has no name"));
  CHECK(contains(r.err, "t.csv:3:3\n"));
  CHECK(r.err.find("N0158") == r.err.rfind("N0158"));
  const auto bulk = norma("check --facts " + table + judge);
  CHECK(bulk.code == 2);
  CHECK(contains(bulk.err, "t.csv:3:3: warning[N0158]: column 2 has no name"));
  CHECK(bulk.err.find("N0158") == bulk.err.rfind("N0158"));
  // One that is not known has a name, in rows that are read by themselves, too.
  const auto strange = files.file("s.csv", "id,sound,zzz\na,true,1\nb,x,1\n");
  CHECK_FALSE(contains(norma("check --facts " + strange + judge).err, "N0158"));
  // Of a row that is read by itself as well, and of members.
  files.file("members.csv", "id,,sound\na,x,true\n");
  const auto area = files.file(
      "area.yaml",
      "norma: 1\nunit: area\nkind: park\nfacts: {members: {file: members.csv}}\n");
  CHECK(contains(norma("check " + area + " --pack tests/golden/pack" + on).err,
                 "members.csv:2:3\n"));
  const auto marked = files.file("m.csv", "id,,sound\na,x,#none\n");
  CHECK(contains(norma("check --facts " + marked + judge).err,
                 "m.csv:2:3: warning[N0158]"));
  CHECK(norma("check --facts " + files.file("e.csv", "id,sound,\na,true,\n") + judge +
              "--format csv -o /dev/null")
            .err.find("N0158") == std::string::npos);
}

TEST_CASE("a second byte order mark is told as what it is") {
  const scratch files;
  const std::string mark = "\xef\xbb\xbf";
  const auto rows = mark + mark + "id,sound\na,true\n";
  const auto table = files.file("t.csv", rows);
  for (const std::string door : {"check ", "check --facts "}) {
    CAPTURE(door);
    const auto r = norma(door + table + judge);
    CHECK(r.code == 65);
    CHECK(contains(r.err, "error[N0104]: the control character U+FEFF is not allowed"));
    CHECK(contains(r.err, "t.csv:1:1\n"));
  }
  // Between files that were put one behind the other.
  const std::string line = "{\"id\":\"a\",\"sound\":true}\n";
  const auto lines = files.file("l.ndjson", mark + line + mark + line + line);
  const auto r = norma("check --facts " + lines + judge);
  CHECK(r.code == 65);
  CHECK(contains(r.err, "l.ndjson:2:1: error[N0104]"));
  CHECK(contains(r.out, "2 undetermined"));
}

}  // namespace norma_test::passed_by_test
