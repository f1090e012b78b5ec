// SPDX-License-Identifier: Apache-2.0
#include <utility>  // std::move

#include <norma/load/stated_value.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/suppose.hpp>

#include "python.hpp"

// Parameters that are supposed to have another value.

namespace norma_python {

namespace {

const norma::parameter* find_parameter(const norma::pack_content& in,
                                       const std::string& name) {
  for (const auto& [kind, words] : in.vocabularies) {
    if (const auto slot = words.find_parameter(name))
      return &std::get<norma::parameter>(words.slots[*slot]);
  }
  return nullptr;
}

/// A text as rule files state it, anything else as facts are handed over.
norma::value value_of(const norma::parameter& p, py::handle given) {
  if (PyUnicode_Check(given.ptr())) {
    const auto text = py::cast<std::string>(given);
    const auto source = std::make_shared<const norma::source_file>(p.name, text);
    std::vector<norma::diagnostic> found;
    if (auto read = norma::read_stated(text, p, {source, 0, text.size()}, found))
      return *std::move(read);
    throw norma::rule_error(std::move(found));
  }
  if (auto taken = take_value(given, norma::fact_like(p))) return *std::move(taken);
  throw py::type_error("the value of `" + p.name + "` can not be read from " +
                       py::cast<std::string>(py::repr(given)));
}

}  // namespace

norma::pack supposed(const norma::pack& of, const py::dict& values) {
  auto made = of;
  for (const auto& [name, given] : values) {
    const auto said = py::cast<std::string>(name);
    const auto* p = find_parameter(of.content(), said);
    // Of a parameter that is not there the library says so.
    made =
        norma::suppose(made, said, p == nullptr ? norma::value{} : value_of(*p, given));
  }
  return made;
}

criterion supposed(const criterion& by, const py::dict& values) {
  const auto of = supposed(by.of, values);
  const auto scheme =
      by.points ? of.find_scheme(by.points->id()) : std::optional<norma::scheme>();
  criterion made{of, scheme ? scheme->gates() : of.standard(by.gates.id()), scheme};
  if (by.from) {
    made.from = std::make_shared<loaded_pack>(*by.from);
    made.from->content = of;
  }
  return made;
}

py::dict supposed_in(const norma::pack& of) {
  py::dict all;
  for (const auto& name : of.content().supposed)
    all[py::str(name)] = value_object(*find_parameter(of.content(), name)->supposed);
  return all;
}

}  // namespace norma_python
