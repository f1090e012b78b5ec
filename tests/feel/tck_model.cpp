// SPDX-License-Identifier: Apache-2.0
#include "tck_model.hpp"

#include "xml.hpp"

namespace norma_feel {

namespace {

/// What lies in the model beside the decisions.
struct surroundings {
  std::set<std::string> constrained;             ///< types with allowed values
  std::map<std::string, pugi::xml_node> inputs;  ///< their variables, by reference
};

bool has_allowed_values(const pugi::xml_node& definition) {
  if (child(definition, "allowedValues")) return true;
  for (const auto& component : children(definition, "itemComponent"))
    if (has_allowed_values(component)) return true;
  return false;
}

/// Why the decision is more than one literal expression; else "".
std::string more_than_literal(const pugi::xml_node& decision) {
  if (child(decision, "knowledgeRequirement")) return "invokes business knowledge";
  for (const auto& needs : children(decision, "informationRequirement"))
    if (child(needs, "requiredDecision")) return "rests on another decision";
  if (child(decision, "literalExpression")) return {};
  return "boxed expression or decision table";
}

tck_decision read_decision(const pugi::xml_node& decision, const surroundings& around) {
  tck_decision result;
  result.left_out = more_than_literal(decision);
  const auto literal = child(decision, "literalExpression");
  result.expression = text_of(child(literal, "text"));
  const auto look_at = [&](const pugi::xml_node& variable) {
    if (around.constrained.count(attribute(variable, "typeRef")) > 0)
      result.constrained = true;
  };
  look_at(child(decision, "variable"));
  for (const auto& needs : children(decision, "informationRequirement")) {
    const auto id = attribute(child(needs, "requiredInput"), "href");
    const auto input = around.inputs.find(id);
    if (input == around.inputs.end()) continue;
    result.inputs.insert(attribute(input->second, "name"));
    look_at(input->second);
  }
  return result;
}

}  // namespace

tck_model read_tck_model(const std::filesystem::path& file) {
  pugi::xml_document document;
  const auto root = load(file, document);
  tck_model result;
  surroundings around;
  for (const auto& definition : children(root, "itemDefinition")) {
    const auto name = attribute(definition, "name");
    result.types.insert(name);
    if (has_allowed_values(definition)) around.constrained.insert(name);
  }
  for (const auto& input : children(root, "inputData"))
    around.inputs["#" + attribute(input, "id")] = child(input, "variable");
  for (const auto& decision : children(root, "decision"))
    result.decisions.emplace(attribute(decision, "name"),
                             read_decision(decision, around));
  return result;
}

}  // namespace norma_feel
