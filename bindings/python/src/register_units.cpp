// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <norma/rule/content.hpp>

// Units: what a file told, or a mapping.

namespace norma_python {

namespace {

[[noreturn]] void refuse_to_change(const char* key) {
  throw fact_error({{"N0686", {key}, {}, {}}});
}

/// The unit with the facts of a mapping in place of its own, and what it says of who the
/// unit is; by its own dictionary.
held_unit changed(const held_unit& u, const py::object& facts) {
  norma::standard_definition any;
  any.unit = u.content.kind;
  const criterion of{u.of, norma::standard(u.of.shared_content(), &any)};
  auto made = u;
  auto given = unit_of(of, facts, {});
  for (auto& [name, fact] : given.facts) made.content.facts[name] = std::move(fact);
  if (py::isinstance<held_unit>(facts)) return made;  // it stays the unit that it is
  if (given.kind != u.content.kind) refuse_to_change("unit");
  if (given.default_evidence != norma::evidence{}) refuse_to_change("evidence");
  if (!given.exceptions.empty()) refuse_to_change("exceptions");
  if (!given.id.empty()) made.content.id = std::move(given.id);
  if (!given.name.empty()) made.content.name = std::move(given.name);
  if (!given.area_kind.empty()) made.content.area_kind = std::move(given.area_kind);
  return made;
}

}  // namespace

void register_units(py::module_& m) {
  py::class_<held_unit>(m, "Unit", "A unit with the facts known about it.")
      .def_property_readonly("id", [](const held_unit& u) { return u.content.id; })
      .def_property_readonly("name", [](const held_unit& u) { return u.content.name; })
      .def_property_readonly(
          "unit", [](const held_unit& u) { return u.content.kind; },
          "Its kind: ``enterprise``, ``site`` …")
      .def_property_readonly(
          "kind", [](const held_unit& u) { return u.content.area_kind; },
          "Of an area: ``park`` or ``township``.")
      .def_property_readonly(
          "digest", [](const held_unit& u) { return norma::facts_digest(u.content); },
          "SHA-256 of all that was supplied.")
      .def("__or__", &changed, py::arg("facts"),
           "The unit with these facts in place of its own, and its ``id``, ``name`` and "
           "``kind`` where they are given: ``unit | {\"x\": 3}``.")
      .def("__repr__", [](const held_unit& u) {
        const auto& c = u.content;
        return "<norma.Unit " + c.kind + ' ' + (c.name.empty() ? c.id : c.name) + '>';
      });
}

}  // namespace norma_python
