// SPDX-License-Identifier: Apache-2.0
#include "case_file.hpp"

#include <fstream>    // std::ifstream
#include <stdexcept>  // std::runtime_error

#include <nlohmann/json.hpp>

#include "typed_value.hpp"

namespace norma_feel {

namespace {

// Fields keep their order: a record is compared with its fields in order.
using json = nlohmann::ordered_json;

given_value read_typed(const json& typed) {
  const auto kind = typed.at("t").get<std::string>();
  if (kind == "null") return {norma::value{}, {}};
  if (kind == "unknown") return {norma::value::unknown(), {}};
  const auto& of = typed.at("v");
  if (kind == "boolean") return {norma::value{of.get<bool>()}, {}};
  if (kind == "list") {
    std::vector<given_value> elements;
    for (const auto& element : of) elements.push_back(read_typed(element));
    return make_list(elements);
  }
  if (kind == "context") {
    std::vector<std::pair<std::string, given_value>> fields;
    for (const auto& [name, field] : of.items())
      fields.emplace_back(name, read_typed(field));
    return make_record(fields);
  }
  return read_value(kind, of.get<std::string>());
}

feel_case read_case(const json& record, const json& file) {
  feel_case result;
  result.id = record.at("id").get<std::string>();
  result.subset = record.value("subset", file.value("subset", ""));
  result.expression = record.at("expression").get<std::string>();
  if (record.contains("source")) result.source = record["source"].get<std::string>();
  if (record.contains("inputs"))
    for (const auto& [name, typed] : record["inputs"].items())
      result.inputs.emplace_back(name, read_typed(typed));
  result.expected = read_typed(record.at("expected"));
  const auto& expected = result.expected.of;
  if (record.value("error_expected", false))
    result.expects = expectation::error;
  else if (expected && expected->is_unknown())
    result.expects = expectation::unknown;
  else if (expected && expected->is_null())
    result.expects = expectation::null;
  return result;
}

}  // namespace

void read_case_file(const std::filesystem::path& file, collection& into) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file.string() + ": can not be read");
  try {
    const auto all = json::parse(stream);
    for (const auto& record : all.at("records")) {
      if (const auto kind = record.value("kind", "literal"); kind != "literal")
        into.leave_out(kind + ": no single literal expression");
      else
        into.cases.push_back(read_case(record, all));
    }
  } catch (const json::exception& wrong) {
    throw std::runtime_error(file.string() + ": " + wrong.what());
  }
}

}  // namespace norma_feel
