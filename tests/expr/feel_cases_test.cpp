// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>  // std::getenv
#include <fstream>  // std::ifstream
#include <map>      // std::map
#include <memory>   // std::make_shared
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <nlohmann/json.hpp>

#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>

#include "catch.hpp"

// Cases from outside, read where they lie: NORMA_FEEL_CASES names the file.

namespace {

using nlohmann::json;
using norma::value;

value read_value(const json& typed) {
  const auto kind = typed.at("t").get<std::string>();
  if (kind == "null") return {};
  if (kind == "boolean") return typed.at("v").get<bool>();
  if (kind == "list") {
    norma::list_value list;
    for (const auto& element : typed.at("v"))
      list.push_back(read_value(element));
    return list;
  }
  if (kind == "context") {
    std::vector<std::string> names;
    norma::record_value record;
    for (const auto& [name, field] : typed.at("v").items()) {
      names.push_back(name);
      record.fields.push_back(read_value(field));
    }
    record.shape = std::make_shared<const norma::record_shape>(names);
    return record;
  }
  const auto text = typed.at("v").get<std::string>();
  if (kind == "string") return text;
  if (kind == "number") return norma::number::parse(text).value();
  if (kind == "date") {
    if (const auto d = norma::date::parse(text)) return *d;
  } else if (kind == "time") {
    if (const auto t = norma::time_of_day::parse(text)) return *t;
  } else if (kind == "date and time") {
    if (const auto t = norma::date_time::parse(text)) return *t;
  } else if (const auto d = norma::parse_duration(text)) {
    return *d;
  }
  return "no value of this engine: " + text;
}

/// As the published runners compare: numbers within 10^-8, the rest by value.
bool same(const value& a, const value& b) {
  if (a.num() != nullptr && b.num() != nullptr) {
    const auto gap = *a.num() - *b.num();
    return (gap.sign() < 0 ? -gap : gap) < norma::number::ratio(1, 100'000'000).value();
  }
  if (a.list() != nullptr && b.list() != nullptr) {
    if (a.list()->size() != b.list()->size()) return false;
    for (std::size_t i = 0; i < a.list()->size(); ++i)
      if (!same((*a.list())[i], (*b.list())[i])) return false;
    return true;
  }
  return a.same_as(b);
}

struct outcome {
  value result;
  bool error = false;
};

class feel_case {
 public:
  explicit feel_case(const json& record) : record_(record) {
    if (record.contains("inputs"))
      for (const auto& [name, typed] : record.at("inputs").items())
        bind(name, read_value(typed));
  }
  outcome run() {
    if (record_.contains("lets"))
      for (const auto& let : record_.at("lets"))
        bind(let.at("name").get<std::string>(),
             evaluate(let.at("expression").get<std::string>()).result);
    return evaluate(record_.at("expression").get<std::string>());
  }

 private:
  void bind(const std::string& name, value v) {
    names_[name] = {norma::expr::type{}, static_cast<std::uint32_t>(slots_.size())};
    slots_.push_back(std::move(v));
  }
  outcome evaluate(const std::string& text) {
    norma::expr::check_options options;
    options.through = norma::expr::door::feel;
    const auto compiled = norma::expr::compile(text, names_, options);
    if (!compiled.result) return {value{}, true};
    std::vector<norma::diagnostic> errors;
    norma::expr::environment env;
    env.slots = slots_;
    env.through = norma::expr::door::feel;
    env.diagnostics = &errors;
    auto result = norma::expr::evaluate(*compiled.result, env);
    return {std::move(result), !errors.empty()};
  }

  const json& record_;
  norma::expr::scope names_;
  std::vector<value> slots_;
};

struct score {
  int cases[3] = {0, 0, 0};
  int passed[3] = {0, 0, 0};
  std::string failures;
};

}  // namespace

TEST_CASE("the FEEL door passes the external cases of the CORE subset", "[.external]") {
  const char* path = std::getenv("NORMA_FEEL_CASES");
  if (path == nullptr || *path == '\0') {
    WARN("not run: NORMA_FEEL_CASES is not set");
    SUCCEED();
    return;
  }
  std::ifstream file(path);
  REQUIRE(file);
  const auto all = json::parse(file).at("records");
  std::map<std::string, score> scores;
  for (const auto& record : all) {
    auto& of = scores[record.at("subset").get<std::string>()];
    const auto expected = read_value(record.at("expected"));
    const bool error_expected = record.at("error_expected").get<bool>();
    const int sort = !expected.is_null() ? 0 : error_expected ? 1 : 2;
    ++of.cases[sort];
    const auto got = feel_case(record).run();
    if (same(got.result, expected) && (!error_expected || got.error)) {
      ++of.passed[sort];
    } else {
      of.failures += record.at("id").get<std::string>() + ": " +
                     record.at("expression").get<std::string>() + " -> " +
                     got.result.to_string() + ", expected " + expected.to_string() +
                     (error_expected ? " with an error\n" : "\n");
    }
  }
  for (const auto& [subset, of] : scores)
    WARN(subset << ": values " << of.passed[0] << " of " << of.cases[0] << ", errors "
                << of.passed[1] << " of " << of.cases[1] << ", nulls " << of.passed[2]
                << " of " << of.cases[2]);
  if (std::getenv("NORMA_FEEL_FAILURES") != nullptr)
    for (const auto& [subset, of] : scores)
      WARN(subset << '\n' << of.failures);
  const auto& core = scores["CORE"];
  for (const int cases : core.cases)
    REQUIRE(cases > 0);
  INFO(core.failures);
  for (int sort = 0; sort < 3; ++sort)
    CHECK(core.passed[sort] == core.cases[sort]);
}
