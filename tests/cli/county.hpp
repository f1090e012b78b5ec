// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units made up, as tables and as lines of JSON.

#include <cstdint>  // std::uint32_t
#include <random>   // std::mt19937
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/rule/content.hpp>

namespace norma_test {

/// What the cells of a table of units of one kind may hold: nearly always what makes a
/// unit pass, sometimes what is unknown, absent, or can not be read.
class county {
 public:
  county(const norma::vocabulary& words, std::uint32_t seed, unsigned odd)
      : random_(seed), odd_(odd) {
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* fact = words.fact(slot);
      if (fact != nullptr && !fact->lists_units()) facts_.push_back(fact);
    }
  }

  [[nodiscard]] const std::vector<const norma::fact_definition*>& facts() const {
    return facts_;
  }

  /// A cell, not yet in quotes.
  std::string cell(const norma::fact_definition& of) {
    const auto kind = below(1000);
    if (kind < 30) return {};
    if (kind < 30 + odd_) return "#pending";
    if (kind < 30 + 2 * odd_ && of.optional) return "#none";
    if (below(20'000) < odd_) return one_of({"abc", "１", "1E3", "2024/1/1", "-", "#5"});
    return plain(of);
  }
  std::string day() {
    return one_of({"2024-03-31", "2023-06-30", "2020-02-29", "2024-01-01", "2023-12-05",
                   "2024-04-01", "2022-07-08"});
  }
  std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>(random_() % n);
  }

 private:
  std::string one_of(const std::vector<std::string>& all) {
    return all[below(static_cast<std::uint32_t>(all.size()))];
  }
  std::string word(const norma::expr::category_type& of) {
    return of.values[below(static_cast<std::uint32_t>(of.values.size()))].first;
  }

  std::string plain(const norma::fact_definition& of) {
    using norma::fact_type;
    switch (of.declared) {
      case fact_type::boolean:
        return below(20) == 0 ? one_of({"false", "否"}) : one_of({"true", "是"});
      case fact_type::count:
        return one_of({"1000", "1000", "1000", "1000", "999", "0", "2", "12", "007"});
      case fact_type::amount:
        return one_of({"1000000.00", "1000000", "600000.5", "599999.99", "0", "1.005",
                       "123456789012345678901234567890.12"});
      case fact_type::number: return one_of({"0.5", "100", "-3.25", "0.1234567", "5"});
      case fact_type::date: return day();
      case fact_type::text: return one_of({"甲", "a, \"b\"", "[]", "x;y"});
      case fact_type::category: return of.type.category ? word(*of.type.category) : "x";
      case fact_type::duration: return one_of({"12个月", "30天"});
      case fact_type::period:
        return "{from: " + day() + ", to: " + one_of({day(), "2030-01-01", "{none: x}"}) +
               "}";
      case fact_type::set: return set(of);
      case fact_type::list: return list(of);
    }
    return {};
  }

  std::string set(const norma::fact_definition& of) {
    if (below(5) == 0 || !of.element || !of.element->type.category) return "[]";
    const auto& words = of.element->type.category->values;
    std::string all;
    for (const auto& each : words) {
      if (below(8) != 0) all += (all.empty() ? "" : ";") + each.first;
    }
    return all.empty() ? "[]" : all;
  }

  std::string list(const norma::fact_definition& of) {
    if (below(5) == 0 || !of.element) return "[]";
    std::string all;
    for (auto more = below(3); more > 0; --more) {
      std::string one;
      for (const auto& field : of.element->fields) {
        const auto value = field.declared == norma::fact_type::text ? "x" : plain(field);
        one += (one.empty() ? "" : ", ") + field.name + ": " + value;
      }
      const bool record = !of.element->fields.empty();
      all += (all.empty() ? "" : ", ") + (record ? '{' + one + '}' : plain(*of.element));
    }
    return '[' + all + ']';
  }

  std::mt19937 random_;
  unsigned odd_;
  std::vector<const norma::fact_definition*> facts_;
};

/// In quotes where it needs them.
inline std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
  std::string all = "\"";
  for (const char c : cell) all += c == '"' ? "\"\"" : std::string(1, c);
  return all + '"';
}

/// `rows` units with all their facts, and the days of evidence where that expires.
inline std::string table_of(const norma::vocabulary& words, std::size_t rows,
                            std::uint32_t seed, unsigned odd) {
  county made(words, seed, odd);
  std::string all = "id,name";
  for (const auto* fact : made.facts()) {
    all += ',' + (fact->alias.empty() || made.below(2) == 0 ? fact->name : fact->alias);
    if (fact->valid_for.index() != 0) all += ',' + fact->name + "__date";
  }
  all += '\n';
  for (std::size_t row = 0; row < rows; ++row) {
    // Long names, so that a table of few units is one of several blocks.
    all += 'u' + std::to_string(row) + ",\"甲,\n" + std::string(700, 'x') + '"';
    for (const auto* fact : made.facts()) {
      all += ',' + quoted(made.cell(*fact));
      if (fact->valid_for.index() == 0) continue;
      all += ',' + (made.below(10) == 0 ? std::string() : made.day());
    }
    all += '\n';
  }
  return all;
}

/// The cell as a value of JSON.
inline std::string json_value(const std::string& cell, const norma::fact_definition& of) {
  const auto string = [](const std::string& words) {
    std::string all = "\"";
    for (const char c : words) (c == '"' ? all += '\\' : all) += c;
    return all + '"';
  };
  if (cell.empty()) return "null";
  if (cell == "#pending") return R"({"pending": "x"})";
  if (cell == "#none") return R"({"none": "x"})";
  const bool number =
      is_numeric(of.declared) && cell.find_first_not_of("0123456789.-") == cell.npos;
  if (cell == "true" || cell == "false" || (number && cell != "007" && cell != "-"))
    return cell;
  const bool period = of.declared == norma::fact_type::period;
  const bool list = of.declared == norma::fact_type::list;
  if (!period && !list && of.declared != norma::fact_type::set) return string(cell);
  std::string all;
  if (cell.front() != '[' && cell.front() != '{') {
    if (of.declared == norma::fact_type::list) return string(cell);
    for (const char c : cell) all += c == ';' ? "\", \"" : std::string(1, c);
    return "[\"" + all + "\"]";
  }
  // Words of the flow that YAML takes without quotes.
  std::string word;
  const auto end_word = [&] {
    const bool plain =
        word == "true" || word == "false" ||
        (!word.empty() && word != "007" &&
         word.find_first_not_of("0123456789.-") == word.npos && word.size() != 10);
    if (!word.empty()) all += plain ? word : string(word);
    word.clear();
  };
  for (const char c : cell) {
    if (std::string("[]{}:, ").find(c) == std::string::npos) {
      word += c;
      continue;
    }
    end_word();
    all += c;
  }
  return all;
}

/// Units as objects on lines, and each as a file of its own.
struct units_on_lines {
  std::string all;
  std::vector<std::string> files;
};

inline units_on_lines lines_of(const norma::vocabulary& words, std::size_t rows,
                               std::uint32_t seed, unsigned odd) {
  county made(words, seed, odd);
  units_on_lines result;
  for (std::size_t row = 0; row < rows; ++row) {
    const auto id = R"("id": "u)" + std::to_string(row) + '"';
    std::string line = '{' + id, file;
    for (const auto* fact : made.facts()) {
      const auto value = json_value(made.cell(*fact), *fact);
      if (value == "null" && made.below(2) == 0) continue;
      const auto key = '"' + fact->name + "\": ";
      line += ", " + key + value;
      file += (file.empty() ? "" : ", ") + key;
      if (fact->valid_for.index() == 0 || made.below(10) == 0) {
        file += value;
        continue;
      }
      const auto day = '"' + made.day() + '"';
      line += ", \"" + fact->name + "__date\": " + day;
      const bool said = value.starts_with("{\"pending") || value.starts_with("{\"none");
      file += (said ? value.substr(0, value.size() - 1) : "{\"value\": " + value) +
              ", \"date\": " + day + '}';
    }
    result.all += line + "}\n";
    result.files.push_back("{\"norma\": 1, \"unit\": \"" + words.unit + "\", " + id +
                           ", \"facts\": {" + file + "}}");
  }
  return result;
}

}  // namespace norma_test
