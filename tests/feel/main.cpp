// SPDX-License-Identifier: Apache-2.0
// Runs cases of FEEL through the FEEL door of the language and prints, for each
// subset, how many cases with a value, with an error and with a plain null pass,
// and every case that does not:
//
//     norma_feel_conformance [--json FILE] [--recorded FILE NAME]
//                            [--explained PAGE] [PATH...]
//
// A PATH is a file of cases (.json), a folder of such files, or a checkout of the
// public DMN TCK, which is told by its folder TestCases. Without one,
// NORMA_FEEL_CASES names it. Exit code: 0; 1 where a figure is below the
// recorded one, a case fails that PAGE does not list, or the two doors of the
// language differ about a case without an error; 2 for what can not be read; 77
// where there is nothing to run.
#include <algorithm>  // std::sort
#include <cstddef>    // std::size_t
#include <cstdlib>    // std::getenv
#include <exception>  // std::exception
#include <iostream>   // std::cout, std::cerr
#include <string>     // std::string
#include <vector>     // std::vector

#include "case_file.hpp"
#include "explained.hpp"
#include "figures.hpp"
#include "judge.hpp"
#include "tck_suite.hpp"

namespace {

namespace fs = std::filesystem;

struct arguments {
  std::vector<fs::path> paths;
  fs::path json;
  fs::path explained;
  fs::path recorded;
  std::string recorded_name;
};

arguments read_arguments(const std::vector<std::string>& given) {
  arguments result;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto& word = given[i];
    const auto next = [&] {
      if (++i == given.size()) throw std::runtime_error(word + ": a word is missing");
      return given[i];
    };
    if (word == "--json") {
      result.json = next();
    } else if (word == "--explained") {
      result.explained = next();
    } else if (word == "--recorded") {
      result.recorded = next();
      result.recorded_name = next();
    } else if (word.rfind("--", 0) == 0) {
      throw std::runtime_error(word + ": no such option");
    } else {
      result.paths.emplace_back(word);
    }
  }
  const char* named = std::getenv("NORMA_FEEL_CASES");
  if (result.paths.empty() && named != nullptr && *named != '\0')
    result.paths.emplace_back(named);
  return result;
}

void read_path(const fs::path& path, norma_feel::collection& into) {
  if (!fs::is_directory(path)) return norma_feel::read_case_file(path, into);
  if (fs::is_directory(path / "TestCases")) return norma_feel::read_tck(path, into);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  if (files.empty()) throw std::runtime_error(path.string() + ": no cases there");
  std::sort(files.begin(), files.end());
  for (const auto& file : files) norma_feel::read_case_file(file, into);
}

/// Says where the doors differ, and what is below what is recorded or fails without
/// a word about it.
bool complain(const arguments& asked, const std::vector<norma_feel::feel_case>& cases,
              const std::vector<norma_feel::outcome>& outcomes,
              const norma_feel::figure_table& table) {
  bool any = false;
  for (std::size_t i = 0; i < cases.size(); ++i)
    if (!outcomes[i].at_pack_door.empty()) {
      std::cout << "doors differ: " << cases[i].id << ": " << outcomes[i].at_pack_door
                << " at the pack door, " << outcomes[i].found << " at the other\n";
      any = true;
    }
  const auto say = [&](const char* what, const std::vector<std::string>& lines) {
    for (const auto& line : lines) std::cout << what << line << '\n';
    any = any || !lines.empty();
  };
  if (!asked.recorded.empty())
    say("fell: ", norma_feel::fallen(table, asked.recorded, asked.recorded_name));
  if (!asked.explained.empty())
    say("not explained: ", norma_feel::unexplained(cases, outcomes, asked.explained));
  return any;
}

int run(const arguments& asked) {
  norma_feel::collection all;
  for (const auto& path : asked.paths) read_path(path, all);
  std::vector<norma_feel::outcome> outcomes;
  for (const auto& c : all.cases) {
    outcomes.push_back(norma_feel::judge(c));
    const auto& o = outcomes.back();
    if (!o.passed)
      std::cout << c.subset << ' ' << c.id << "\n  " << c.expression << "\n  expected "
                << o.expected << "\n  found    " << o.found << "\n";
  }
  const auto table = norma_feel::count(all.cases, outcomes);
  for (const auto& [reason, number] : all.left_out)
    std::cout << "left out: " << number << ", " << reason << '\n';
  norma_feel::print(table, std::cout);
  if (!asked.json.empty()) norma_feel::write_json(asked.json, table, all.cases, outcomes);
  return complain(asked, all.cases, outcomes, table) ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    const auto asked = read_arguments({words + 1, words + count});
    if (asked.paths.empty()) {
      std::cout << "not run: NORMA_FEEL_CASES is not set, and no path is given\n";
      return 77;
    }
    return run(asked);
  } catch (const std::exception& wrong) {
    std::cerr << wrong.what() << '\n';
    return 2;
  }
}
