// SPDX-License-Identifier: Apache-2.0
// `norma check --facts --line`: the whole report of a unit among many.

#include "catch.hpp"
#include "cli/run.hpp"

namespace norma_test::one_line_test {

namespace {

using norma_test::contains;
using norma_test::outcome;
using norma_test::scratch;

const std::string rest =
    " --pack rules/cn-zj --standard enterprise.large_medium --as-of 2024-03-31 --lang "
    "en ";

const std::string rows =
    "id,name,在岗人数,size_class,contract_due_count,contract_signed_count\n"
    "a,First,500,large,10,10\n"
    "\n"
    "b,\"Sec\nond\",500,large,1000,986\n"
    ",,,,,\n"
    "c,Third,many,large,10,10\n";
const std::string lines =
    "{\"id\":\"a\",\"name\":\"First\",\"worker_count\":500,\"size_class\":\"large\"}\n"
    "{\"id\":\"b\",\"name\":\"Second\",\"worker_count\":500,\"size_class\":\"large\","
    "\"contract_due_count\":1000,\"contract_signed_count\":986}\n"
    "{\"id\":\"c\",\"worker_count\":\"many\"}\n"
    "{\"norma\":1,\"unit\":\"site\",\"facts\":{}}\n";

outcome check(const std::string& name, const std::string& content,
              const std::string& options) {
  const scratch files;
  return norma_test::norma("check --facts " + files.file(name, content) + rest + options);
}

}  // namespace

TEST_CASE("the report of one unit among many is that of its own file") {
  const auto of_table = check("units.csv", rows, "--line 4");
  CHECK(of_table.code == 1);
  CHECK(contains(of_table.out, "Verdict       FAIL"));
  CHECK(contains(of_table.out, "14 persons short"));
  CHECK(!contains(of_table.out, "First"));
  CHECK(of_table.err.empty());
  const auto of_lines = check("units.ndjson", lines, "--line 2");
  CHECK(of_lines.code == 1);
  const scratch files;
  const auto own = files.file("b.yaml",
                              "norma: 1\nunit: enterprise\nid: b\nname: Second\nfacts:\n"
                              "  worker_count: 500\n  size_class: large\n"
                              "  contract_due_count: 1000\n"
                              "  contract_signed_count: 986\n");
  CHECK(of_lines.out == norma_test::norma("check " + own + rest).out);
}

TEST_CASE("the report of one unit has the forms of reports") {
  CHECK(check("units.csv", rows, "--line 2 --format json").out.starts_with("{"));
  CHECK(contains(check("units.csv", rows, "--line 2 --format html").out, "<html"));
  CHECK(check("units.csv", rows, "--line 2 --format csv").code == 64);
  CHECK(check("units.csv", rows, "--format json").code == 64);
}

TEST_CASE("a line that can not be read is told, and one without a unit") {
  const auto wrong = check("units.csv", rows, "--line 7");
  CHECK(wrong.code == 65);
  CHECK(contains(wrong.err, "units.csv:7:9: error[N0646]: `在岗人数`: `many`"));
  CHECK(wrong.out.empty());
  CHECK(check("units.ndjson", lines, "--line 3").code == 65);
  // A blank line, one within a row, a row of blank cells, one behind the last.
  for (const char* line : {"3", "5", "6", "8", "1"}) {
    const auto none = check("units.csv", rows, std::string("--line ") + line);
    CHECK(none.code == 64);
    if (*line == '5') {
      CHECK(contains(none.err,
                     "error[N0166]: line 5 is inside the row that begins on line 4"));
      CHECK(contains(none.err, "help: write `--line 4`"));
    } else {
      CHECK(contains(none.err,
                     "error[N0167]: there is no unit on line " + std::string(line)));
      CHECK(contains(none.err, "help: the first unit is on line 2, the last on line 7"));
    }
  }
  const auto other = check("units.ndjson", lines, "--line 4");
  CHECK(other.code == 64);
  CHECK(other.err.find("N0121") == other.err.rfind("N0121"));
  CHECK(contains(other.err, "N0121"));
  for (const char* line : {"0", "-1", "x", "2x", "99999999999999999999"})
    CHECK(check("units.csv", rows, std::string("--line ") + line).code == 64);
  CHECK(check("units.ndjson", "", "--line 1").code == 66);
  CHECK(norma_test::norma("check a.yaml --line 1").code == 64);
}

}  // namespace norma_test::one_line_test
