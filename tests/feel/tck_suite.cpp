// SPDX-License-Identifier: Apache-2.0
#include "tck_suite.hpp"

#include <algorithm>  // std::sort
#include <map>        // std::map
#include <stdexcept>  // std::runtime_error

#include "subset.hpp"
#include "tck_model.hpp"
#include "typed_value.hpp"
#include "xml.hpp"

namespace norma_feel {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sorted(const fs::path& folder) {
  std::vector<fs::path> result;
  for (const auto& entry : fs::directory_iterator(folder)) result.push_back(entry.path());
  std::sort(result.begin(), result.end());
  return result;
}

bool begins_with(const std::string& text, std::string_view with) {
  return text.compare(0, with.size(), with) == 0;
}

given_value read_scalar(const pugi::xml_node& node) {
  if (attribute(node, "nil") == "true") return {norma::value{}, {}};
  const auto type = attribute(node, "type");
  const auto kind = std::string(local(type));
  const auto text = text_of(node);
  if (kind == "decimal" || kind == "double" || kind == "integer")
    return read_value("number", text);
  if (kind == "dateTime") return read_value("date and time", text);
  return read_value(kind.empty() ? "string" : kind, text);
}

/// What stands below `expected`, `item`, `component` or `inputNode`.
given_value read_given(const pugi::xml_node& node) {
  if (const auto scalar = child(node, "value")) return read_scalar(scalar);
  if (const auto list = child(node, "list")) {
    std::vector<given_value> elements;
    for (const auto& item : children(list, "item")) elements.push_back(read_given(item));
    return make_list(elements);
  }
  std::vector<std::pair<std::string, given_value>> fields;
  for (const auto& component : children(node, "component"))
    fields.emplace_back(attribute(component, "name"), read_given(component));
  if (fields.empty()) return {norma::value{}, {}};
  return make_record(fields);
}

expectation expects(const pugi::xml_node& result, const given_value& expected) {
  if (attribute(result, "errorResult") == "true") return expectation::error;
  if (expected.of && expected.of->is_null()) return expectation::null;
  return expectation::value;
}

/// One file of test cases with the models of its folder.
class test_file {
 public:
  test_file(const fs::path& file, std::string prefix, collection& into)
      : prefix_(std::move(prefix)), into_(into) {
    const auto root = load(file, document_);
    auto model = text_of(child(root, "modelName"));
    const auto path = file.parent_path() / model;
    if (!fs::exists(path))
      throw std::runtime_error(file.string() + ": its model " + model + " is not there");
    model_ = read_tck_model(path);
    for (const auto& test : children(root, "testCase")) read_test(test);
  }

 private:
  void read_test(const pugi::xml_node& test) {
    const auto results = children(test, "resultNode");
    if (attribute(test, "type") == "decisionService") {
      for (std::size_t i = 0; i < results.size(); ++i)
        into_.leave_out("calls a decision service");
      return;
    }
    for (const auto& result : results) read_result(test, result);
  }

  void read_result(const pugi::xml_node& test, const pugi::xml_node& result) {
    const auto name = attribute(result, "name");
    const auto decision = model_.decisions.find(name);
    if (decision == model_.decisions.end()) return into_.leave_out("imported decision");
    if (!decision->second.left_out.empty())
      return into_.leave_out(decision->second.left_out);
    feel_case c;
    c.id = prefix_ + '#' + attribute(test, "id") + '#' + name;
    c.expression = decision->second.expression;
    for (const auto& input : children(test, "inputNode"))
      if (const auto of = attribute(input, "name"); decision->second.inputs.count(of) > 0)
        c.inputs.emplace_back(of, read_given(input));
    c.expected = read_given(child(result, "expected"));
    c.expects = expects(result, c.expected);
    c.subset = subset_of(c, decision->second.constrained, model_.types);
    into_.cases.push_back(std::move(c));
  }

  pugi::xml_document document_;
  tck_model model_;
  std::string prefix_;
  collection& into_;
};

/// Results that the suite itself does not hold an engine to.
void leave_out_file(const fs::path& file, collection& into) {
  pugi::xml_document document;
  for (const auto& test : children(load(file, document), "testCase"))
    for (std::size_t i = 0; i < children(test, "resultNode").size(); ++i)
      into.leave_out("in the suite's folder non-compliant");
}

}  // namespace

void read_tck(const fs::path& checkout, collection& into) {
  for (const auto& level : sorted(checkout / "TestCases")) {
    const auto name = level.filename().string();
    const bool held_to = begins_with(name, "compliance-level-");
    if (!(held_to || name == "non-compliant") || !fs::is_directory(level)) continue;
    for (const auto& suite : sorted(level)) {
      if (!fs::is_directory(suite)) continue;
      const auto prefix = name + '/' + suite.filename().string();
      for (const auto& file : sorted(suite)) {
        if (file.extension() != ".xml") continue;
        if (held_to)
          test_file(file, prefix, into);
        else
          leave_out_file(file, into);
      }
    }
  }
}

}  // namespace norma_feel
