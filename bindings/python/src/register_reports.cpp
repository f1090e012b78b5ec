// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <utility>  // std::move

#include <pybind11/stl.h>

#include <norma/assess/sensitivity.hpp>
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

py::tuple remedies_of(const report_ptr& r) {
  std::vector<held_remedy> all;
  for (const auto& one : r->content.remedies) all.push_back({r, &one});
  return py::tuple(py::cast(std::move(all)));
}

py::tuple missing_of(const held_report& r) {
  py::tuple all(r.content.missing.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = py::tuple(py::cast(r.content.missing[i]));
  return all;
}

py::object score_of(const held_report& r) {
  return r.content.score ? py::cast(held_score{r.content.score}) : py::none();
}

/// The same decision: the language that it is shown in does not count.
bool same(const held_report& a, const held_report& b) {
  return &a == &b || (a.content.facts_digest == b.content.facts_digest &&
                      norma::to_json(a.content) == norma::to_json(b.content));
}

std::string identity_of(const held_report& r) {
  const auto& c = r.content;
  return c.facts_digest + c.pack.hash + c.standard_id + c.on.as_of.to_string();
}

py::tuple state_of(const held_report& r) {
  return py::make_tuple(norma::to_json(r.content),
                        r.lang == norma::language::zh ? "zh" : "en");
}

report_ptr from_state(const py::tuple& state) {
  auto read = norma::from_json(py::cast<std::string>(state[0]));
  if (!read) throw py::value_error("this is no report of norma");
  return std::make_shared<held_report>(
      held_report{*std::move(read), language_of(py::object(state[1]))});
}

py::object sensitivity_of(const report_ptr& r) {
  const py::str lang(r->lang == norma::language::zh ? "zh" : "en");
  if (!r->facts)
    raise_error({"读回的报告没有可改的事实",
                 "a report that was read back has no facts to change"},
                lang);
  if (r->by->points)
    raise_error({"评分方案的报告不逐一试算：没有使得分反转的单个取值",
                 "points are not tried: this is a scheme's report"},
                lang);
  norma::turning_points found;
  {
    const py::gil_scoped_release others;
    found = norma::find_turning_points(r->by->gates, *r->facts);
  }
  std::vector<held_turn> all;
  for (auto& one : found.all) all.push_back({std::move(one), r->lang});
  return imported("norma._turns", "Turns")(std::move(all), found.untried);
}

void register_renderings(py::class_<held_report, report_ptr>& c) {
  const auto lang = py::arg("lang") = py::none();
  c.def("to_dict", &json_of, "The report as ``to_json`` has it, numbers exact.")
      .def(
          "to_json", [](const held_report& r) { return norma::to_json(r.content); },
          "The report as JSON, the bytes that ``norma check --format json`` writes.")
      .def(
          "to_html",
          [](const held_report& r, const py::object& word) {
            return norma::render_html(r.content, in_language(r, word));
          },
          lang, "One page that needs nothing else: no network, no script.")
      .def(
          "to_markdown",
          [](const held_report& r, const py::object& word) {
            return norma::render_markdown(r.content, in_language(r, word));
          },
          lang, "The report as Markdown.")
      .def("to_text", &text_of, lang, "The report as for a terminal.")
      .def("__str__", [](const held_report& r) { return text_of(r, py::none()); })
      .def("_repr_html_",
           [](const held_report& r) {
             return imported("norma._notebook",
                             "frame")(norma::render_html(r.content, r.lang));
           })
      .def("__repr__", [](const held_report& r) {
        return "<norma.Report " + r.content.standard_id + ": " +
               std::string(norma::to_string(r.content.verdict)) + '>';
      });
}

}  // namespace

void register_reports(py::module_& m) {
  register_nodes(m);
  register_results(m);
  py::class_<held_report, report_ptr> c(m, "Report", "The decision about one unit.");
  c.def_property_readonly(
       "verdict", [](const held_report& r) { return verdict_object(r.content.verdict); })
      .def_property_readonly("standard",
                             [](const held_report& r) { return r.content.standard_id; })
      .def_property_readonly("unit_id",
                             [](const held_report& r) { return r.content.unit_id; })
      .def_property_readonly("unit_name",
                             [](const held_report& r) { return r.content.unit_name; })
      .def_property_readonly(
          "as_of", [](const held_report& r) { return day_object(r.content.on.as_of); })
      .def_property_readonly(
          "digest", [](const held_report& r) { return r.content.facts_digest; },
          "SHA-256 of the facts.")
      .def_property_readonly(
          "decided", [](const held_report& r) { return r.content.decided; },
          "How many deciding parts pass or fail …")
      .def_property_readonly(
          "applicable", [](const held_report& r) { return r.content.applicable; },
          "… of so many that apply.")
      .def_property_readonly(
          "items",
          [](const report_ptr& r) { return nodes_of(r, norma::node_role::item); },
          "The numbered clauses, in their order.")
      .def_property_readonly(
          "parts",
          [](const report_ptr& r) { return nodes_of(r, norma::node_role::part); },
          "The atomic requirements, in their order.")
      .def_property_readonly(
          "supposed",
          [](const held_report& r) {
            py::dict all;
            for (const auto& one : r.content.supposed)
              all[py::str(one.parameter)] = value_object(one.content);
            return all;
          },
          "Parameters that were set to another value: then it is a what-if, no finding.")
      .def_property_readonly("score", &score_of,
                             "The points under a scoring scheme; else None.")
      .def("remedies", &remedies_of,
           "Least changes after which no part fails, fewest facts first.")
      .def("missing", &missing_of,
           "Least sets of facts that would decide an undetermined unit.")
      .def(
          "sensitivity", &sensitivity_of,
          "The single facts that turn the verdict, and at which value: of numbers and\n"
          "days the nearest below and above, all others as they are. Texts, durations,\n"
          "sets and lists are not tried (``.untried`` names them), nor days of evidence\n"
          "that are no facts, nor the points of a scheme, whose report raises ``Error``.")
      .def(
          "explain",
          [](const report_ptr& r, const std::string& path) {
            return imported("norma._explain", "explain")(py::cast(r), path);
          },
          py::arg("path") = ".",
          "The node in words: verdict, clause, condition with the values, why it is\n"
          "open. ``.`` explains all that fails or is open.")
      .def(
          "__getitem__",
          [](const report_ptr& r, const std::string& path) { return node_at(r, path); },
          py::arg("path"), "The node at a path: ``training/frontline_share``.")
      .def("__eq__",
           [](const held_report& r, const py::object& other) {
             return py::isinstance<held_report>(other) &&
                    same(r, py::cast<const held_report&>(other));
           })
      .def("__hash__",
           [](const held_report& r) { return py::hash(py::str(identity_of(r))); })
      .def("__copy__", [](const report_ptr& r) { return r; })
      .def("__deepcopy__", [](const report_ptr& r, const py::dict&) { return r; })
      .def(py::pickle(&state_of, &from_state));
  register_renderings(c);
}

}  // namespace norma_python
