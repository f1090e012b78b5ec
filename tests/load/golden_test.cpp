// SPDX-License-Identifier: Apache-2.0
#include <algorithm>   // std::sort
#include <cstdlib>     // std::getenv
#include <filesystem>  // std::filesystem
#include <fstream>     // std::ifstream, std::ofstream
#include <iterator>    // std::istreambuf_iterator

#include <norma/expr/check.hpp>
#include <norma/load/load.hpp>
#include <norma/load/impl/source_reader.hpp>
#include <norma/load/test_file.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

#include "catch.hpp"

// Each folder of tests/golden/bad shows one code: what is wrong (a pack, a
// unit, units, tests, an expression) and expected.txt, the findings as they
// are printed in both languages. NORMA_RECORD=1 writes expected.txt anew.

namespace norma_test::golden_test {

namespace fs = std::filesystem;

namespace {

const fs::path bad = "tests/golden/bad";

[[nodiscard]] std::string read(const fs::path& where) {
  std::ifstream in(where, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

[[nodiscard]] const norma::pack& words() {
  static const norma::pack small = norma::load("tests/golden/pack");
  return small;
}

/// `\xff` in a file stands for a byte that no file of the project may hold.
[[nodiscard]] norma::source_ptr unescaped(const fs::path& where) {
  const std::string written = read(where);
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written.compare(i, 2, "\\x") != 0) {
      text += written[i];
      continue;
    }
    text += static_cast<char>(std::stoi(written.substr(i + 2, 2), nullptr, 16));
    i += 3;
  }
  return std::make_shared<const norma::source_file>("text.yaml", text);
}

/// All that is found about the files of one folder.
[[nodiscard]] std::vector<norma::diagnostic> findings_in(const fs::path& folder) {
  std::vector<norma::diagnostic> all;
  const auto add = [&](const std::vector<norma::diagnostic>& more) {
    all.insert(all.end(), more.begin(), more.end());
  };
  norma::load_options options;
  options.search = {folder};
  // Small, so that the findings about limits need no large files.
  options.bounds.rule_file_bytes = 4096;
  if (folder.filename() == "N0575") options.bounds.pack_bytes = 300;
  options.bounds.yaml_line_bytes = 200;
  options.bounds.diagnostics_per_file = 10;
  if (folder.filename() == "N0156") options.bounds.errors_per_file = 2;
  if (folder.filename() == "N0233") options.bounds.yaml_bytes = 40;
  if (folder.filename() == "N0234") options.bounds.yaml_idle_lines = 2;
  if (folder.filename() == "N0232") options.bounds.yaml_bracket_bytes = 1024;
  bool single = false;  // a file by itself, not a pack
  for (const char* name : {"unit.yaml", "unit.json", "units.csv", "tests.yaml",
                           "expression.txt", "standard.txt", "text.escaped"}) {
    single = single || fs::exists(folder / name);
  }
  if (!single) add(try_load(folder, options).diagnostics);
  if (fs::exists(folder / "standard.txt")) {
    std::string id = read(folder / "standard.txt");
    if (!id.empty()) id.pop_back();  // the line break
    try {
      (void)words().standard(id);
    } catch (const norma::rule_error& e) {
      add(e.diagnostics());
    }
  }
  if (fs::exists(folder / "text.escaped")) {
    add(norma::try_read_unit(unescaped(folder / "text.escaped"), words(), options.bounds)
            .diagnostics);
  }
  for (const char* name : {"unit.yaml", "unit.json"}) {
    if (!fs::exists(folder / name)) continue;
    add(norma::try_read_unit(folder / name, words(), options.bounds).diagnostics);
  }
  if (fs::exists(folder / "units.csv")) {
    const bool untold = folder.filename() == "N0633";  // no column `unit`
    norma::limits few;
    if (folder.filename() == "N0152") few.file_bytes = 4096;
    if (folder.filename() == "N0168") few.units_per_table = 2;
    const auto table = norma::try_read_units(folder / "units.csv", words(),
                                             untold ? "" : "enterprise", few);
    add(table.diagnostics);
    for (const auto& row : table.rows) add(row.diagnostics);
  }
  if (fs::exists(folder / "tests.yaml")) {
    norma::limits few;
    if (folder.filename() == "N0187") few.file_bytes = 1024;
    add(norma::try_read_tests(folder / "tests.yaml", words(), few).diagnostics);
  }
  if (fs::exists(folder / "expression.txt")) {
    norma::expr::check_options how;
    std::string text = read(folder / "expression.txt");
    while (!text.empty() && text.back() == '\n') text.pop_back();
    how.where.file = std::make_shared<const norma::source_file>(
        (folder / "expression.txt").generic_string(), text);
    const auto& names = words().content().vocabularies.at("enterprise").names;
    add(norma::expr::compile(text, names, how).diagnostics);
  }
  return all;
}

[[nodiscard]] std::string rendered(const std::vector<norma::diagnostic>& all) {
  std::string result;
  for (const auto lang : {norma::language::en, norma::language::zh}) {
    for (const auto& d : all) result += render(d, lang);
  }
  return result;
}

}  // namespace

TEST_CASE("every mistake is reported as recorded") {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(bad)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  REQUIRE_FALSE(folders.empty());
  const bool record = std::getenv("NORMA_RECORD") != nullptr;
  for (const auto& folder : folders) {
    INFO(folder.generic_string());
    const auto findings = findings_in(folder);
    // The folder's name is the code that it shows; `-x` tells several apart.
    const std::string code = folder.filename().string().substr(0, 5);
    CHECK(std::any_of(findings.begin(), findings.end(),
                      [&](const auto& d) { return d.code == code; }));
    const std::string now = rendered(findings);
    if (record) std::ofstream(folder / "expected.txt", std::ios::binary) << now;
    CHECK(read(folder / "expected.txt") == now);
  }
}

}  // namespace norma_test::golden_test
