// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <cstdlib>     // std::getenv
#include <filesystem>  // std::filesystem
#include <utility>     // std::move

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <norma/core/message.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

// Packs: found, loaded, looked into.

namespace norma_python {

namespace {

loaded_pack load_pack(const std::string& name, const std::filesystem::path& builtin,
                      const std::vector<std::filesystem::path>& search) {
  const norma::load_options options{.search = search, .builtin = builtin};
  const auto folder = norma::find_pack(name, options);
  if (folder.empty()) {
    PyErr_SetObject(imported("norma._errors", "NotFound").ptr(),
                    imported("norma._errors", "no_pack")(name, search, builtin).ptr());
    throw py::error_already_set();
  }
  const py::gil_scoped_release others;
  auto result = norma::try_load(folder, options);
  if (!result.pack) throw norma::rule_error(std::move(result.diagnostics));
  return {*std::move(result.pack), folder.string(), std::move(result.diagnostics)};
}

/// Its own standards, then its schemes.
std::vector<criterion> criteria_of(const norma::pack& of) {
  std::vector<criterion> all;
  for (auto& s : of.standards()) all.push_back({of, std::move(s)});
  for (auto& s : of.schemes()) all.push_back({of, s.gates(), s});
  return all;
}

criterion criterion_of(const loaded_pack& pack, const std::string& id) {
  if (auto s = pack.content.find_standard(id)) return {pack.content, *std::move(s)};
  if (auto s = pack.content.find_scheme(id)) return {pack.content, s->gates(), s};
  std::vector<std::string> known;
  for (const auto& one : criteria_of(pack.content)) known.push_back(one.gates.id());
  const auto words = norma::format_message("N0502", {pack.content.id(), id, ""},
                                           language_of(py::none()));
  PyErr_SetObject(imported("norma._errors", "NotFound").ptr(),
                  imported("norma._errors", "no_standard")(words, id, known).ptr());
  throw py::error_already_set();
}

held_unit read_unit(const loaded_pack& pack, const std::filesystem::path& where) {
  const py::gil_scoped_release others;
  auto read = norma::try_read_unit(where, pack.content);
  if (!read.unit) throw fact_error(std::move(read.diagnostics));
  return {*std::move(read.unit), pack.content};
}

}  // namespace

void register_packs(py::module_& m) {
  register_units(m);
  register_standards(m);
  py::class_<loaded_pack>(m, "Pack", "A pack of rules, checked and compiled.")
      .def_property_readonly("id", [](const loaded_pack& p) { return p.content.id(); })
      .def_property_readonly(
          "version",
          [](const loaded_pack& p) { return p.content.content().identity.version; })
      .def_property_readonly(
          "hash", [](const loaded_pack& p) { return p.content.content().identity.hash; },
          "SHA-256 of its files.")
      .def_readonly("folder", &loaded_pack::folder, "Where it was loaded from.")
      .def_property_readonly(
          "warnings",
          [](const loaded_pack& p) { return py::tuple(py::cast(p.warnings)); },
          "What was found about its files short of an error.")
      .def(
          "title",
          [](const loaded_pack& p, const py::object& lang) {
            return p.content.content().title.in(language_of(lang));
          },
          py::arg("lang") = py::none())
      .def_property_readonly(
          "standards",
          [](const loaded_pack& p) {
            return py::tuple(py::cast(criteria_of(p.content)));
          },
          "Its own standards, then its schemes.")
      .def("read_unit", &read_unit, py::arg("path"),
           "The unit that a YAML or JSON file tells.")
      .def("__getitem__", &criterion_of, py::arg("id"))
      .def("__repr__", [](const loaded_pack& p) {
        return "<norma.Pack " + p.content.id() + ' ' +
               p.content.content().identity.version + '>';
      });
  m.def("load_pack", &load_pack, py::arg("name"), py::arg("builtin"), py::arg("search"));
}

}  // namespace norma_python
