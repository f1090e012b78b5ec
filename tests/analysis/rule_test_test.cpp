// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <algorithm>  // std::find_if
#include <string>     // std::string

#include <norma/analysis/rule_test.hpp>
#include <norma/load/load.hpp>

namespace norma_test::rule_test_test {

namespace {

norma::pack load_pack(const std::string& name) {
  return norma::load("rules/" + name, {.search = {"rules"}, .builtin = {}});
}

norma::test_results run(const std::string& file, const norma::pack& of) {
  const auto read = norma::try_read_tests("tests/analysis/cases/" + file, of);
  for (const auto& finding : read.diagnostics) {
    UNSCOPED_INFO(norma::render(finding, norma::language::en));
  }
  REQUIRE(read.file);
  return norma::run_tests(*read.file, of);
}

const norma::case_result& find(const norma::test_results& in, const std::string& name) {
  const auto found = std::find_if(in.cases.begin(), in.cases.end(),
                                  [&](const auto& one) { return one.name == name; });
  REQUIRE(found != in.cases.end());
  return *found;
}

/// The one thing that the case missed.
const norma::unmet_expectation& only(const norma::test_results& in,
                                     const std::string& name) {
  const auto& one = find(in, name);
  REQUIRE(one.unmet.size() == 1);
  return one.unmet.front();
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a case fails for each expectation that is not met") {
  const auto results = run("unmet.yaml", load_pack("cn-zj"));
  CHECK(results.cases.size() == 12);
  CHECK(results.failed() == 11);
  CHECK(find(results, "holds").passed());

  const auto& verdict = only(results, "another verdict");
  CHECK(verdict.finding.code == "N0801");
  CHECK(verdict.path == "mediation/coordinators");
  CHECK(verdict.expected == "pass");
  CHECK(verdict.found == "fail");

  CHECK(only(results, "another reason").finding.code == "N0802");
  CHECK(only(results, "another reason").found == "not_in_force");
  CHECK(only(results, "no reason at all").found == "-");
  const auto& none = only(results, "no reason at all").finding;
  CHECK(none.message(norma::language::en).find(" and there is none: it is ") !=
        std::string::npos);
  CHECK(none.message(norma::language::zh).find("，实际没有（结论为“") !=
        std::string::npos);
  CHECK(only(results, "another distance").finding.code == "N0803");
  CHECK(only(results, "another distance").found == "-1");
  CHECK(only(results, "no distance at all").found == "-");
  CHECK(only(results, "other causes").finding.code == "N0804");
  CHECK(only(results, "other causes").expected == "contract_due_count");
  CHECK(only(results, "other causes").found == "coordinator_count");
}

TEST_CASE("a remedy is expected with exactly these changes") {
  const auto results = run("unmet.yaml", load_pack("cn-zj"));
  CHECK(only(results, "another remedy").finding.code == "N0805");
  CHECK(only(results, "another remedy").found == "coordinator_count = 2");
  CHECK(only(results, "a remedy with one entry too few").finding.code == "N0805");
  CHECK(only(results, "a remedy with one entry too few").found ==
        "contract_signed_count = 1000, coordinator_count = 2");
  CHECK(only(results, "a remedy where none is wanted").finding.code == "N0807");
}

TEST_CASE("a failed case shows where, what was expected and the values under it") {
  const auto results = run("unmet.yaml", load_pack("cn-zj"));
  const auto english = render(only(results, "another verdict"), norma::language::en);
  CHECK(contains(english, "`mediation/coordinators` should be pass and is fail"));
  CHECK(contains(english, "unmet.yaml:12:55"));
  CHECK(contains(english, "coordinators: 1 person"));
  CHECK(contains(english, "(coordinator_count)"));
  const auto chinese = render(only(results, "another verdict"), norma::language::zh);
  CHECK(contains(chinese, "`mediation/coordinators` 的结论应为达标，实际为不达标"));

  // Of a group, the members that keep it from passing; of these, what is missing.
  const auto& open = only(results, "an open verdict");
  const auto shown = render(open, norma::language::en);
  CHECK(contains(shown, "mediation: undetermined"));
  CHECK(contains(shown, "is not supplied"));
  CHECK(contains(render(only(results, "expired evidence"), norma::language::en),
                 "has expired: evidence of 2023-03-30, held until 2024-03-30"));
}

TEST_CASE("a table is tested by the value it gives") {
  const auto results = run("table.yaml", load_pack("cn-size"));
  CHECK(results.failed() == 2);
  CHECK(find(results, "holds").passed());
  CHECK(find(results, "open and expected so").passed());
  CHECK(only(results, "another class").finding.code == "N0806");
  CHECK(only(results, "another class").found == "large");
  CHECK(only(results, "open").found == "undetermined");
  CHECK(contains(render(only(results, "open"), norma::language::en), "employees: 300"));
}

TEST_CASE("progress is told case by case") {
  const auto pack = load_pack("cn-size");
  const auto read = norma::try_read_tests("tests/analysis/cases/table.yaml", pack);
  REQUIRE(read.file);
  std::string names;
  norma::test_run_options options;
  options.progress = [&names](const norma::case_result& one) { names += one.name + ';'; };
  const auto results = norma::run_tests(*read.file, pack, options);
  CHECK(results.cases.size() == 4);
  CHECK(names == "holds;another class;open;open and expected so;");
}

}  // namespace norma_test::rule_test_test
