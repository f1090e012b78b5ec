// SPDX-License-Identifier: Apache-2.0
#include "figures.hpp"

#include <algorithm>  // std::max
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t
#include <fstream>    // std::ifstream, std::ofstream
#include <stdexcept>  // std::runtime_error

#include <nlohmann/json.hpp>

#include <norma/version.hpp>

namespace norma_feel {

namespace {

using json = nlohmann::ordered_json;

std::string share(const figure& f) {
  return std::to_string(f.passed) + " of " + std::to_string(f.cases);
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

/// Without the blanks at its end.
void print_line(const std::string& line, std::ostream& out) {
  out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
}

std::string with_unasked(const figure& f) {
  return share(f) + (f.unasked > 0 ? ", " + std::to_string(f.unasked) + " with an error"
                                   : std::string());
}

/// Whether `now` is a smaller share than `then`, or of fewer cases, or less clean.
bool fell(const figure& now, const figure& then) {
  return now.cases < then.cases ||
         std::int64_t{now.passed} * then.cases < std::int64_t{then.passed} * now.cases ||
         now.unasked > then.unasked;
}

}  // namespace

figure_table count(const std::vector<feel_case>& cases,
                   const std::vector<outcome>& outcomes) {
  figure_table result;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    auto& f = result[cases[i].subset][static_cast<std::size_t>(cases[i].expects)];
    ++f.cases;
    f.passed += outcomes[i].passed ? 1 : 0;
    f.unasked += outcomes[i].unasked_error ? 1 : 0;
  }
  return result;
}

void print(const figure_table& table, std::ostream& out) {
  figures all{};
  std::size_t width = 8;
  for (const auto& [subset, row] : table) {
    width = std::max(width, subset.size() + 2);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].cases += row[i].cases;
  }
  std::string line = padded("subset", width);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].cases > 0) line += padded(std::string("with ") + figure_names[i], 16);
  print_line(line, out);
  for (const auto& [subset, row] : table) {
    line = padded(subset, width);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].cases > 0) line += padded(share(row[i]), 16);
    print_line(line, out);
  }
  for (const auto& [subset, row] : table)
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i].unasked > 0)
        out << "of the " << row[i].passed << " of " << subset << " with "
            << figure_names[i] << " that pass, " << row[i].unasked
            << " come with an error that they do not ask for\n";
}

std::vector<std::string> fallen(const figure_table& table,
                                const std::filesystem::path& file,
                                const std::string& name) {
  std::ifstream stream(file);
  const auto all = json::parse(stream, nullptr, false);
  if (!all.is_object() || !all.contains(name))
    throw std::runtime_error(file.string() + ": no figures of \"" + name + '"');
  std::vector<std::string> result;
  for (const auto& [subset, row] : all[name].items())
    for (std::size_t i = 0; i < figure_names.size(); ++i) {
      if (!row.contains(figure_names[i])) continue;
      const auto& recorded = row[figure_names[i]];
      const figure then{recorded.at(0).get<int>(), recorded.at(1).get<int>(),
                        recorded.size() > 2 ? recorded.at(2).get<int>() : 0};
      const auto found = table.find(subset);
      const figure now = found == table.end() ? figure{} : found->second[i];
      if (fell(now, then))
        result.push_back(subset + ", cases with " + figure_names[i] + ": " +
                         with_unasked(now) + ", recorded " + with_unasked(then));
    }
  return result;
}

void write_json(const std::filesystem::path& file, const figure_table& table,
                const std::vector<feel_case>& cases,
                const std::vector<outcome>& outcomes) {
  json all{{"engine", "norma"},
           {"version", norma::version},
           {"figures", json::object()},
           {"cases", json::array()}};
  for (const auto& [subset, row] : table)
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i].cases > 0)
        all["figures"][subset][figure_names[i]] = {row[i].passed, row[i].cases,
                                                   row[i].unasked};
  for (std::size_t i = 0; i < cases.size(); ++i) {
    json one{{"id", cases[i].id},
             {"subset", cases[i].subset},
             {"expects", figure_names[static_cast<std::size_t>(cases[i].expects)]},
             {"expression", cases[i].expression},
             {"expected", outcomes[i].expected},
             {"found", outcomes[i].found},
             {"passed", outcomes[i].passed}};
    if (outcomes[i].unasked_error) one["unasked_error"] = true;
    if (!cases[i].source.empty()) one["source"] = cases[i].source;
    all["cases"].push_back(std::move(one));
  }
  std::ofstream stream(file);
  stream << all.dump(1) << '\n';
  if (!stream.flush()) throw std::runtime_error(file.string() + ": can not be written");
}

}  // namespace norma_feel
