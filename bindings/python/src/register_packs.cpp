// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <cstdlib>     // std::getenv
#include <filesystem>  // std::filesystem
#include <utility>     // std::move

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <norma/assess/assess.hpp>
#include <norma/assess/assess_scheme.hpp>
#include <norma/core/message.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/scheme.hpp>

// Packs, standards, units.

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

const norma::text& title_of(const criterion& c) {
  return c.gates.definition().root.title;
}

std::shared_ptr<held_report> assess(const criterion& by, const py::object& facts,
                                    const py::object& as_of, const py::object& known,
                                    const py::object& lang, bool remedies,
                                    const who& is) {
  auto made = std::make_shared<held_report>();
  made->lang = language_of(lang);
  const norma::assess_options options{required_day_of(as_of), day_of(known), remedies};
  const auto unit = unit_of(by, facts, is);
  const py::gil_scoped_release others;
  made->content = by.points ? norma::assess(*by.points, unit, options)
                            : norma::assess(by.gates, unit, options);
  return made;
}

norma::unit read_unit(const loaded_pack& pack, const std::filesystem::path& where) {
  const py::gil_scoped_release others;
  auto read = norma::try_read_unit(where, pack.content);
  if (!read.unit) throw fact_error(std::move(read.diagnostics));
  return *std::move(read.unit);
}

void register_units(py::module_& m) {
  using norma::unit;
  py::class_<unit>(m, "Unit", "A unit with the facts known about it.")
      .def_readonly("id", &unit::id)
      .def_readonly("name", &unit::name)
      .def_property_readonly(
          "unit", [](const unit& u) { return u.kind; },
          "Its kind: ``enterprise``, ``site`` …")
      .def_property_readonly(
          "kind", [](const unit& u) { return u.area_kind; },
          "Of an area: ``park`` or ``township``.")
      .def_readonly("pack", &unit::pack, "The pack that its file names; may be empty.")
      .def_property_readonly("digest", &norma::facts_digest,
                             "SHA-256 of all that was supplied.")
      .def("__repr__", [](const unit& u) {
        return "<norma.Unit " + u.kind + ' ' + (u.name.empty() ? u.id : u.name) + '>';
      });
}

}  // namespace

void register_packs(py::module_& m) {
  register_units(m);
  py::class_<criterion>(m, "Standard", "A standard, or a scoring scheme.")
      .def_property_readonly("id", [](const criterion& c) { return c.gates.id(); })
      .def_property_readonly(
          "pack", [](const criterion& c) { return c.of.id(); },
          "Id of the pack that it is of.")
      .def_property_readonly(
          "unit", [](const criterion& c) { return c.gates.definition().unit; },
          "The kind of unit that it judges.")
      .def_property_readonly(
          "is_scheme", [](const criterion& c) { return c.points.has_value(); },
          "True if it counts points.")
      .def(
          "title",
          [](const criterion& c, const py::object& lang) {
            return title_of(c).in(language_of(lang));
          },
          py::arg("lang") = py::none())
      .def(
          "assess",
          [](const criterion& c, const py::object& facts, const py::object& as_of,
             const py::object& known, const py::object& lang, bool remedies,
             std::string id, std::string name, std::string kind) {
            return assess(c, facts, as_of, known, lang, remedies,
                          {std::move(id), std::move(name), std::move(kind)});
          },
          py::arg("facts"), py::kw_only(), py::arg("as_of") = py::none(),
          py::arg("known_as_of") = py::none(), py::arg("lang") = py::none(),
          py::arg("remedies") = true, py::arg("id") = "", py::arg("name") = "",
          py::arg("kind") = "")
      .def("__repr__", [](const criterion& c) {
        return "<norma.Standard " + c.of.id() + ':' + c.gates.id() + '>';
      });
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
