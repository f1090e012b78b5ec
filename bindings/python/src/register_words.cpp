// SPDX-License-Identifier: Apache-2.0
#include <pybind11/stl.h>

#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

#include "python.hpp"

// What the package needs to know of a standard's words.

namespace norma_python {

namespace {

/// By name: alias, kind, and so many decimals, of each fact that a column may be of.
py::dict columns_of(const criterion& by) {
  py::dict all;
  const auto& words = by.gates.words();
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const auto* f = words.fact(slot);
    if (f != nullptr)
      all[py::str(f->name)] = py::make_tuple(f->alias, kind_of(*f), f->scale);
  }
  return all;
}

void add_titles(const norma::rule_node& at, norma::language lang, py::dict& to) {
  to[py::str(at.path)] = at.title.in(lang);
  for (const auto& below : at.members) add_titles(below, lang, to);
}

void add_parts(const norma::rule_node& at, std::vector<std::string>& to) {
  if (at.role == norma::node_role::part && at.require) to.push_back(at.path);
  for (const auto& below : at.members) add_parts(below, to);
}

/// Titles of nodes by path; of facts by name the label and the unit of measure in words.
py::tuple words_of(const criterion& by, const py::object& word) {
  const auto lang = language_of(word);
  py::dict titles, facts;
  add_titles(by.gates.definition().root, lang, titles);
  const auto& measures = by.of.content().measures;
  const auto& words = by.gates.words();
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const auto* f = words.fact(slot);
    if (f == nullptr) continue;
    const auto measure = measures.find(f->unit);
    facts[py::str(f->name)] = py::make_tuple(
        f->label.in(lang),
        measure == measures.end() ? f->unit : measure->second.label.in(lang));
  }
  return py::make_tuple(titles, facts);
}

/// By name: the label and the value of each parameter that was supposed.
py::dict supposed_words(const norma::pack& of, norma::language lang) {
  py::dict all;
  const auto& content = of.content();
  for (const auto& name : content.supposed) {
    for (const auto& [kind, words] : content.vocabularies) {
      const auto slot = words.find_parameter(name);
      if (!slot) continue;
      const auto& p = std::get<norma::parameter>(words.slots[*slot]);
      const norma::wording shown{content, words, lang};
      all[py::str(name)] = py::make_tuple(shown.label(*slot), shown.of(*p.supposed, p));
      break;
    }
  }
  return all;
}

}  // namespace

std::vector<std::string> parts_of(const norma::standard& by) {
  std::vector<std::string> all;
  add_parts(by.definition().root, all);
  return all;
}

void register_words(py::module_& m) {
  m.def(
      "language_word",
      [](const py::object& lang) {
        return language_of(lang) == norma::language::zh ? "zh" : "en";
      },
      py::arg("lang"), "The language that is meant: None is the locale's.");
  m.def(
      "supposed_words",
      [](const criterion& by, const py::object& lang) {
        return supposed_words(by.of, language_of(lang));
      },
      py::arg("of"), py::arg("lang") = py::none());
  m.def(
      "supposed_words",
      [](const loaded_pack& pack, const py::object& lang) {
        return supposed_words(pack.content, language_of(lang));
      },
      py::arg("of"), py::arg("lang") = py::none(),
      "By name: label and value, in words, of the parameters that were supposed.");
  m.attr("DAY_SUFFIX") = std::string(norma::day_suffix);
  m.def("facts_of", &columns_of, py::arg("standard"),
        "By name: alias, kind and decimals of the facts that columns may be of.");
  m.def(
      "parts_of", [](const criterion& by) { return parts_of(by.gates); },
      py::arg("standard"), "Paths of the parts that have a condition.");
  m.def("words_of", &words_of, py::arg("standard"), py::arg("lang") = py::none(),
        "By path: titles of nodes; by name: label and unit of measure of facts.");
}

}  // namespace norma_python
