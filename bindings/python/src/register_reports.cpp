// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <utility>  // std::move

#include <pybind11/stl.h>

#include <norma/report/html.hpp>
#include <norma/report/json.hpp>
#include <norma/report/json_read.hpp>
#include <norma/report/markdown.hpp>
#include <norma/report/text.hpp>

// Reports and their nodes.

namespace norma_python {

namespace {

using report_ptr = std::shared_ptr<held_report>;

py::object json_of(const held_report& r) {
  // Numbers keep their digits: 0.9 is a Decimal.
  return imported("json", "loads")(
      norma::to_json(r.content), py::arg("parse_float") = imported("decimal", "Decimal"));
}

void collect(const std::shared_ptr<const held_report>& in, const norma::report_node& at,
             norma::node_role role, std::vector<held_node>& to) {
  if (at.role == role) to.push_back({in, &at});
  for (const auto& below : at.members) collect(in, below, role, to);
}

py::tuple nodes_of(const std::shared_ptr<const held_report>& r, norma::node_role role) {
  std::vector<held_node> all;
  collect(r, r->content.tree, role, all);
  return py::tuple(py::cast(std::move(all)));
}

held_node node_at(const std::shared_ptr<const held_report>& r, const std::string& path) {
  if (const auto* found = norma::find_node(r->content, path)) return {r, found};
  throw py::key_error(path);
}

norma::language in_language(const held_report& r, const py::object& lang) {
  return lang.is_none() ? r.lang : language_of(lang);
}

std::string text_of(const held_report& r, const py::object& lang) {
  return norma::render_text(r.content, {.lang = in_language(r, lang)});
}

void register_nodes(py::module_& m) {
  const auto shown = [](const std::optional<norma::condition_shown>& c,
                        norma::language lang) -> py::object {
    return c ? py::object(py::str(c->shown.in(lang))) : py::none();
  };
  py::class_<held_node>(m, "Node", "An item, group or part of a report.")
      .def_property_readonly("path", [](const held_node& n) { return n.at->path; })
      .def_property_readonly("id", [](const held_node& n) { return n.at->id; })
      .def_property_readonly(
          "title", [](const held_node& n) { return n.at->title.in(n.in->lang); })
      .def_property_readonly(
          "verdict", [](const held_node& n) { return verdict_object(n.at->verdict); })
      .def_property_readonly(
          "clause", [](const held_node& n) { return n.at->cite.get().clause; },
          "Where the document says so: ``三（一）1⑦``.")
      .def_property_readonly(
          "condition",
          [shown](const held_node& n) { return shown(n.at->condition, n.in->lang); },
          "The requirement with the values put in; None where there is none.")
      .def_property_readonly(
          "distance",
          [](const held_node& n) {
            return n.at->distance ? number_object(n.at->distance->by) : py::none();
          },
          "Value minus the nearest that passes: 0 just passes, negative is short.")
      .def_property_readonly("members",
                             [](const held_node& n) {
                               std::vector<held_node> all;
                               for (const auto& below : n.at->members)
                                 all.push_back({n.in, &below});
                               return py::tuple(py::cast(std::move(all)));
                             })
      .def("__repr__", [](const held_node& n) {
        return "<norma.Node " + n.at->path + ": " +
               std::string(norma::to_string(n.at->verdict)) + '>';
      });
}

}  // namespace

void register_reports(py::module_& m) {
  register_nodes(m);
  py::class_<held_report, report_ptr>(m, "Report", "The decision about one unit.")
      .def_property_readonly(
          "verdict",
          [](const held_report& r) { return verdict_object(r.content.verdict); })
      .def_property_readonly(
          "items",
          [](const report_ptr& r) { return nodes_of(r, norma::node_role::item); })
      .def_property_readonly(
          "parts",
          [](const report_ptr& r) { return nodes_of(r, norma::node_role::part); })
      .def_property_readonly(
          "as_of", [](const held_report& r) { return day_object(r.content.on.as_of); })
      .def("__getitem__",
           [](const report_ptr& r, const std::string& path) { return node_at(r, path); })
      .def("to_dict", &json_of, "The report as ``to_json`` has it, numbers exact.")
      .def(
          "to_json", [](const held_report& r) { return norma::to_json(r.content); },
          "The report as JSON, the bytes that ``norma check --format json`` writes.")
      .def(
          "to_html",
          [](const held_report& r, const py::object& lang) {
            return norma::render_html(r.content, in_language(r, lang));
          },
          py::arg("lang") = py::none(), "One page that needs nothing else.")
      .def(
          "to_markdown",
          [](const held_report& r, const py::object& lang) {
            return norma::render_markdown(r.content, in_language(r, lang));
          },
          py::arg("lang") = py::none())
      .def("to_text", &text_of, py::arg("lang") = py::none())
      .def("__str__", [](const held_report& r) { return text_of(r, py::none()); })
      .def("__repr__", [](const held_report& r) {
        return "<norma.Report " + r.content.standard_id + ": " +
               std::string(norma::to_string(r.content.verdict)) + '>';
      });
}

}  // namespace norma_python
