// SPDX-License-Identifier: Apache-2.0
// `norma check --facts`: units of a file of any size, by columns.

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include <norma/assess/judge.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>

#include "catch.hpp"
#include "cli/county.hpp"
#include "cli/run.hpp"

namespace norma_test::facts_test {

namespace {

using norma_test::contains;
using norma_test::lines_of;
using norma_test::on;
using norma_test::scratch;
using norma_test::table_of;

const norma::date day = *norma::date::parse("2024-03-31");

std::size_t nodes_of(const norma::rule_node& at) {
  std::size_t nodes = 1;
  for (const auto& member : at.members) nodes += nodes_of(member);
  return nodes;
}

/// `u5,enterprise.large_medium,fail,pass,…` for each unit that can be read, by the
/// scalar engine.
std::string judged_singly(const norma::standard& by,
                          const std::vector<norma::unit_result>& units) {
  std::string all;
  for (const auto& row : units) {
    if (!row.unit) continue;
    const auto verdicts = judge_all(by, bind(by, *row.unit, {day}));
    all += row.unit->id + ',' + by.id() + ',';
    all += to_string(verdicts.front());
    std::size_t at = 1;
    for (const auto& item : by.definition().root.members) {
      (all += ',') += to_string(verdicts[at]);
      at += nodes_of(item);
    }
    all += '\n';
  }
  return all;
}

/// Without the head, and without the line of each row.
std::string without_lines(const std::string& results) {
  std::istringstream in(results);
  std::string line, all;
  std::getline(in, line);
  while (std::getline(in, line)) all += line.substr(line.find(',') + 1) + '\n';
  return all;
}

/// Judging `file` gives what judging each unit gives.
void check_verdicts(const norma::standard& by,
                    const std::vector<norma::unit_result>& singly,
                    const std::string& file) {
  const auto expected = judged_singly(by, singly);
  std::size_t unread = 0;
  for (const auto& one : singly) unread += one.unit ? 0 : 1;
  for (const std::string threads : {"1", "3"}) {
    const auto run =
        norma_test::norma("check --facts " + file + " --pack rules/cn-zj --standard " +
                          by.id() + on + "--format csv --threads " + threads);
    CHECK(without_lines(run.out) == expected);
    CHECK(run.code == (unread > 0 ? 65 : 1));
    CHECK(contains(run.err, std::to_string(unread) + " could not be judged") ==
          (unread > 0));
  }
}

}  // namespace

TEST_CASE("columns give the verdicts that each unit of a table has singly") {
  const auto pack = norma::load("rules/cn-zj");
  const auto by = pack.standard("enterprise.large_medium");
  const auto [rows, odd] = GENERATE(std::pair<std::size_t, unsigned>(1000, 2),
                                    std::pair<std::size_t, unsigned>(65, 0),
                                    std::pair<std::size_t, unsigned>(200, 60));
  const scratch files;
  const auto made = table_of(by.words(), sanitized ? rows / 4 : rows, 7, odd);
  const auto units = files.file("units.csv", made);
  const auto singly = norma::try_read_units(units, pack, "enterprise");
  check_verdicts(by, singly.rows, units);
}

TEST_CASE("columns give the verdicts that each unit on a line has singly") {
  const auto pack = norma::load("rules/cn-zj");
  const auto by = pack.standard("enterprise.large_medium");
  const auto [rows, odd] = GENERATE(std::pair<std::size_t, unsigned>(700, 2),
                                    std::pair<std::size_t, unsigned>(200, 60));
  const auto made = lines_of(by.words(), sanitized ? rows / 4 : rows, 11, odd);
  std::vector<norma::unit_result> singly;
  for (const auto& file : made.files) {
    singly.push_back(norma::try_read_unit(
        std::make_shared<const norma::source_file>("unit.json", file), pack));
  }
  const scratch files;
  check_verdicts(by, singly, files.file("units.ndjson", made.all));
}

TEST_CASE("rows of an input are found wherever a block ends") {
  const scratch files;
  std::string rows = "id,name,worker_count\n";
  for (int i = 0; i < 12'000; ++i) {
    rows +=
        std::to_string(i) + ",\"a\n\"\"b\"\"," + std::string(i % 97, 'x') + "\",5\r\n\n";
  }
  const auto units = files.file("units.csv", rows);
  const auto run = norma_test::norma("check --facts " + units +
                                     " --pack rules/cn-zj --standard "
                                     "enterprise.large_medium --format csv");
  CHECK(run.code == 2);
  std::istringstream lines(run.out);
  std::string line;
  std::getline(lines, line);
  for (int i = 0; i < 12'000; ++i) {
    std::getline(lines, line);
    const auto wanted =
        std::to_string(2 + 3 * i) + ',' + std::to_string(i) + ",enterprise.large_medium,";
    if (!line.starts_with(wanted)) FAIL(line << " is not of " << wanted);
  }
  CHECK(!std::getline(lines, line));
}

TEST_CASE("blank lines are passed by, however many") {
  const scratch files;
  const std::string blank(3'000'000, '\n');
  const std::string rest = " --pack rules/cn-zj --standard enterprise.large_medium" + on;
  for (const auto& [name, head, row] :
       {std::array<std::string, 3>{"units.csv", "id,worker_count\n", "a,5\n"},
        std::array<std::string, 3>{"units.ndjson", "", "{\"id\":\"a\"}\n"}}) {
    const auto few = files.file("few-" + name, head + row + "\n" + row);
    const auto many = files.file(name, head + blank + row + blank + row + blank);
    const auto form = rest + "--format csv";
    const auto wanted = norma_test::norma("check --facts " + few + form);
    const auto found = norma_test::norma("check --facts " + many + form);
    CHECK(wanted.code == 2);
    CHECK(found.code == 2);
    CHECK(without_lines(found.out) == without_lines(wanted.out));
    CHECK(
        contains(found.out, std::to_string(3'000'001 + (head.empty() ? 0 : 1)) + ",a,"));
  }
}

TEST_CASE("rows in error are counted, however many; some are told") {
  const scratch files;
  std::string rows = "id,worker_count\n";
  for (int i = 0; i < 3000; ++i) rows += "a\nb,many\n";
  const auto run = norma_test::norma("check --facts " + files.file("units.csv", rows) +
                                     " --pack rules/cn-zj --standard "
                                     "enterprise.large_medium --lang en");
  CHECK(run.code == 65);
  CHECK(contains(run.err, ":100:1: error[N0639]"));
  CHECK(
      contains(run.err, ":101:3: error[N0646]: `worker_count`: `many` is not a number"));
  CHECK(!contains(run.err, ":102:"));
  CHECK(contains(run.err, "5900 more findings are not shown"));
  CHECK(contains(run.out, "6000 could not be judged"));
}

TEST_CASE("an unknown key is told with its first line, however the line is read") {
  const scratch files;
  // The first is of no kind, the second waits for a decision: both are read by
  // themselves; and so is the third, which says it twice.
  const auto lines = files.file(
      "units.ndjson",
      "{\"worker_count\":1}\n{\"unit\":\"none\",\"a\":1}\n"
      "{\"worker_count\":{\"pending\":\"x\"},\"b\":1,\"a\":2}\n{\"c\":1,\"b\":2}\n");
  const auto run = norma_test::norma("check --facts " + lines +
                                     " --pack rules/cn-zj --standard "
                                     "enterprise.large_medium --lang en");
  CHECK(run.code == 65);
  const auto told = [&run](const std::string& place, const std::string& key) {
    return contains(run.err, place + " warning[N0696]: the unknown key `" + key + "`");
  };
  CHECK(told("ndjson:2:", "a"));
  CHECK(told("ndjson:3:", "b"));
  CHECK(told("ndjson:4:", "c"));
  CHECK(!told("ndjson:3:", "a"));
  CHECK(!told("ndjson:4:", "b"));
}

TEST_CASE("a row of blank cells is no unit, however many they are") {
  const scratch files;
  const auto run = norma_test::norma(
      "check --facts " +
      files.file("units.csv", "id,worker_count\n,\n,,,\na,5\n , \t,\n") +
      " --pack rules/cn-zj --standard enterprise.large_medium" + on);
  CHECK(run.code == 2);
  // Of facts without a column alone, and how all of them are named.
  CHECK(run.err.starts_with("note[N0139]"));
  CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 2);
  CHECK(run.err.ends_with("\nhelp: `--all-findings` names them all\n"));
  CHECK(contains(run.out, "1 undetermined, 0 not applicable\n"));
}

TEST_CASE("what an unknown key holds is JSON, or told") {
  const scratch files;
  const auto run_with = [&files](const std::string& value) {
    return norma_test::norma(
        "check --facts " +
        files.file("units.ndjson", "{\"id\":\"a\",\"zz\":" + value + "}\n") +
        " --pack rules/cn-zj --lang en --standard enterprise.large_medium");
  };
  const std::string nested(60, '['), closed(60, ']');
  for (const std::string value :
       {"null", "true", "-0.50e+1000000", "0", "\"\\u4e00\"", "[]", "{}",
        "[true,{\"a\":[null]},1]", "123456789012345678901234567890"}) {
    CAPTURE(value);
    CHECK(run_with(value).code == 2);
  }
  for (const std::string value :
       {"q", "nul", "tru", "01", "-", "1.", ".5", "1e", "1e+", "1x", "\"\\x\"", "[1 2]",
        "[q]", "{\"a\"1}", "{a:1}", "{\"a\":{\"b\"z1}}", "[1,]"}) {
    CAPTURE(value);
    const auto run = run_with(value);
    CHECK(run.code == 65);
    CHECK(contains(run.err, "ndjson:1:"));
    CHECK(contains(run.err, "error[N0231]"));
  }
  CHECK(run_with(nested + closed).code == 2);
  CHECK(
      contains(run_with("[" + nested + nested + closed + closed + "]").err, "error[N02"));
}

TEST_CASE("what names a unit is JSON, or told") {
  const scratch files;
  const auto run_with = [&files](const std::string& id) {
    return norma_test::norma(
        "check --facts " + files.file("units.ndjson", "{\"id\":" + id + "}\n") +
        " --pack rules/cn-zj --lang en --standard enterprise.large_medium");
  };
  for (const std::string id : {"12", "0", "\"a\"", "123456789012345678901234567890"}) {
    CAPTURE(id);
    CHECK(!contains(run_with(id).err, "error["));
  }
  for (const std::string id : {"12abc", "01", "1.", "-"}) {
    CAPTURE(id);
    CHECK(contains(run_with(id).err, "error[N0231]"));
  }
}

TEST_CASE("a head with quotes within a cell is read as tables have it") {
  const auto pack = norma::load("rules/cn-zj");
  const scratch files;
  const auto units =
      files.file("units.csv", "id,a\"b,\"x\ny\",worker_count\n1,,,5\n2,,,many\n3,,,\n");
  const auto singly = norma::try_read_units(units, pack, "enterprise");
  CHECK(singly.rows.size() == 3);
  check_verdicts(pack.standard("enterprise.large_medium"), singly.rows, units);
  const auto run = norma_test::norma("check --facts " + units +
                                     " --pack rules/cn-zj --standard "
                                     "enterprise.large_medium --lang en");
  CHECK(contains(run.err, ":4:5: error["));
  const auto told = run.err.find("unknown column `a\"b`");
  CHECK(told != std::string::npos);
  CHECK(run.err.find("unknown column `a\"b`", told + 1) == std::string::npos);
}

TEST_CASE("results are not written over what is read") {
  const scratch files;
  const std::string rows = "id,worker_count\na,5\n";
  const auto units = files.file("units.csv", rows);
  for (const std::string how : {"check --facts ", "check "}) {
    const auto run = norma_test::norma(how + units +
                                       " --pack rules/cn-zj --standard "
                                       "enterprise.large_medium --lang en -o " +
                                       units);
    CHECK(run.code == 64);
    CHECK(contains(run.err, "error[N0137]"));
    std::ifstream left(units);
    CHECK(std::string(std::istreambuf_iterator<char>(left), {}) == rows);
  }
}

TEST_CASE("a long run tells its rate and the time left, on a terminal alone") {
  const scratch files;
  std::string rows = "id,worker_count\n";
  for (int i = 0; i < 150'000; ++i) rows += std::to_string(i) + ",1234567890\n";
  const auto units = files.file("units.csv", rows);
  // A pipe: the first block is judged well before the second comes.
  const auto line = "{ head -c 1500000 " + units + "; sleep 0.5; tail -c +1500001 " +
                    units +
                    "; } | $norma check --facts - --pack rules/cn-zj --threads 1 "
                    "--standard enterprise.large_medium";
  const auto piped = norma_test::shell(line);
  CHECK(piped.code == 2);
  CHECK(!contains(piped.err, " a second"));
  const auto seen = norma_test::shell(
      "which script >/dev/null || { echo none; exit 0; }\nexport norma\n"
      "script -qec '" +
      line + " >/dev/null' /dev/null");
  if (seen.out != "none\n") CHECK(contains(seen.out, " a second"));
}

}  // namespace norma_test::facts_test
