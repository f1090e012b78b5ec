// SPDX-License-Identifier: Apache-2.0
#include "explained.hpp"

#include <cstddef>    // std::size_t
#include <fstream>    // std::ifstream
#include <map>        // std::map
#include <set>        // std::set
#include <sstream>    // std::istringstream
#include <stdexcept>  // std::runtime_error

namespace norma_feel {

namespace {

using listed_cases = std::map<std::string, std::set<std::string>>;

void add_words(const std::string& text, std::set<std::string>& into) {
  std::istringstream words(text);
  std::string word;
  while (std::getline(words, word, ',')) {
    const auto begin = word.find_first_not_of(' ');
    if (begin != std::string::npos)
      into.insert(word.substr(begin, word.find_last_not_of(' ') + 1 - begin));
  }
}

/// What the items of the page list, by suite.
listed_cases read_page(const std::filesystem::path& page) {
  std::ifstream stream(page);
  if (!stream) throw std::runtime_error(page.string() + ": can not be read");
  listed_cases result;
  std::set<std::string>* open = nullptr;
  std::string line;
  while (std::getline(stream, line)) {
    const auto end = line.find("`:");
    if (line.rfind("- `", 0) == 0 && end != std::string::npos) {
      open = &result[line.substr(3, end - 3)];
      add_words(line.substr(end + 2), *open);
    } else if (open != nullptr && line.rfind("  ", 0) == 0) {
      add_words(line, *open);
    } else {
      open = nullptr;
    }
  }
  return result;
}

}  // namespace

std::vector<std::string> unexplained(const std::vector<feel_case>& cases,
                                     const std::vector<outcome>& outcomes,
                                     const std::filesystem::path& page) {
  const auto listed = read_page(page);
  std::vector<std::string> result;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (outcomes[i].passed) continue;
    // level/suite#case#decision
    const auto& id = cases[i].id;
    const auto level = id.find('/');
    const auto suite = id.find('#');
    const auto decision = id.rfind('#');
    const auto known = listed.find(id.substr(level + 1, suite - level - 1));
    if (known == listed.end() ||
        (known->second.count(id.substr(suite + 1, decision - suite - 1)) == 0 &&
         known->second.count(id.substr(suite + 1)) == 0))
      result.push_back(id);
  }
  return result;
}

}  // namespace norma_feel
