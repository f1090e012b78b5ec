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

std::shared_ptr<loaded_pack> load_pack(const std::string& name,
                                       const std::filesystem::path& builtin,
                                       const std::vector<std::filesystem::path>& search,
                                       const std::string& archive) {
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
  return std::make_shared<loaded_pack>(
      loaded_pack{*std::move(result.pack), archive.empty() ? folder.string() : "",
                  std::move(result.diagnostics), search, archive});
}

/// Its own standards, then its schemes.
std::vector<criterion> criteria_of(const std::shared_ptr<loaded_pack>& pack) {
  const norma::pack& of = pack->content;
  std::vector<criterion> all;
  for (auto& s : of.standards()) all.push_back({of, std::move(s), {}, pack});
  for (auto& s : of.schemes()) all.push_back({of, s.gates(), s, pack});
  return all;
}

bool has_criterion(const loaded_pack& pack, const py::object& id) {
  if (!py::isinstance<py::str>(id)) return false;
  const auto name = py::cast<std::string>(id);
  return pack.content.find_standard(name) || pack.content.find_scheme(name);
}

criterion criterion_of(const std::shared_ptr<loaded_pack>& pack, const std::string& id) {
  const norma::pack& of = pack->content;
  if (auto s = of.find_standard(id)) return {of, *std::move(s), {}, pack};
  if (auto s = of.find_scheme(id)) return {of, s->gates(), s, pack};
  std::vector<std::string> known;
  for (const auto& one : criteria_of(pack)) known.push_back(one.gates.id());
  const auto in = [&](norma::language lang) {
    return norma::format_message("N0502", {of.id(), id, ""}, lang);
  };
  const auto words = std::pair(in(norma::language::zh), in(norma::language::en));
  PyErr_SetObject(imported("norma._errors", "NotFound").ptr(),
                  imported("norma._errors", "no_standard")(words, id, known).ptr());
  throw py::error_already_set();
}

py::tuple origin_of(const loaded_pack& pack) {
  py::dict hashes;
  for (const auto& each : pack.content.content().uses)
    hashes[py::str(each.id)] = each.hash;
  return py::make_tuple(pack.search, hashes, py::bytes(pack.archive));
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
  py::class_<loaded_pack, std::shared_ptr<loaded_pack>>(
      m, "Pack", "A pack of rules, checked and compiled.")
      .def_property_readonly("id", [](const loaded_pack& p) { return p.content.id(); })
      .def_property_readonly(
          "version",
          [](const loaded_pack& p) { return p.content.content().identity.version; })
      .def_property_readonly(
          "hash", [](const loaded_pack& p) { return p.content.content().identity.hash; },
          "SHA-256 of its files.")
      .def_readonly("folder", &loaded_pack::folder,
                    "Where it was loaded from; empty if another process sent it.")
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
          [](const std::shared_ptr<loaded_pack>& p) {
            return py::tuple(py::cast(criteria_of(p)));
          },
          "Its own standards, then its schemes.")
      .def("read_unit", &read_unit, py::arg("path"),
           "The unit that a YAML or JSON file tells.")
      .def(
          "with_parameters",
          [](const loaded_pack& p, const py::dict& values) {
            auto made = p;
            made.content = supposed(p.content, values);
            return made;
          },
          py::arg("values"),
          "With parameters at other values, on every day, to see what would be:\n"
          "``{\"periodic_window\": \"6个月\"}``. What it finds is no finding under the\n"
          "law, and reports say so. Raises RuleError.")
      .def_property_readonly(
          "supposed", [](const loaded_pack& p) { return supposed_in(p.content); },
          "What ``with_parameters`` set, by name; as a rule nothing.")
      .def("__getitem__", &criterion_of, py::arg("id"))
      .def("__contains__", &has_criterion, py::arg("id"),
           "True of the id of one of its standards or schemes.")
      .def("__repr__", [](const loaded_pack& p) {
        return "<norma.Pack " + p.content.id() + ' ' +
               p.content.content().identity.version + '>';
      });
  m.def(
      "pack_of", [](const criterion& c) { return c.from; }, py::arg("standard"),
      "The pack that a standard was taken from.");
  m.def(
      "units_of",
      [](const loaded_pack& p) {
        std::vector<std::string> all;
        for (const auto& each : p.content.content().units) all.push_back(each.first);
        return all;
      },
      py::arg("pack"), "The kinds of unit that there are, by id.");
  m.def(
      "origin_of", &origin_of, py::arg("pack"),
      "Where a pack looked for others, the hashes of those that it builds on by id, and\n"
      "its files if another process sent it.");
  m.def("load_pack", &load_pack, py::arg("name"), py::arg("builtin"), py::arg("search"),
        py::arg("archive") = "");
}

}  // namespace norma_python
