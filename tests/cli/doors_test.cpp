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
