// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <utility>  // std::move

#include <norma/assess/assess.hpp>
#include <norma/assess/assess_scheme.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/bind_for.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/score.hpp>
#include <norma/assess/wording.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

// Standards: what judges units.

namespace norma_python {

namespace {

/// The unit that the facts tell, of the kind that is judged.
norma::unit judged_unit(const criterion& by, const py::object& facts, const who& is) {
  auto unit = unit_of(by, facts, is);
  auto wrong = norma::unit_mismatch(by.gates.definition(), by.gates.id(), unit);
  if (wrong) throw fact_error({*std::move(wrong)});
  return unit;
}

std::shared_ptr<held_report> assess(const criterion& by, const py::object& facts,
                                    const py::object& as_of, const py::object& known,
                                    const py::object& lang, bool remedies,
                                    const who& is) {
  auto made = std::make_shared<held_report>();
  made->lang = language_of(lang);
  made->by = by;
  const norma::days on{required_day_of(as_of, lang), day_of(known, lang)};
  const auto unit = judged_unit(by, facts, is);
  const py::gil_scoped_release others;
  made->facts = std::make_shared<const norma::bound_facts>(bind(by.gates, unit, on));
  made->content = by.points
                      ? norma::assess(*by.points, *made->facts)
                      : norma::assess(by.gates, *made->facts, {.remedies = remedies});
  return made;
}

norma::verdict judge(const criterion& by, const norma::bound_facts& facts) {
  const auto gates = norma::judge(by.gates, facts);
  return by.points ? norma::score(*by.points, facts, gates).overall : gates;
}

std::shared_ptr<const norma::bound_facts> blank_of(const criterion& by,
                                                   const norma::days& on) {
  auto& kept = by.memory->blank;
  if (!kept || !(kept->on == on)) {
    norma::unit nothing;
    nothing.kind = by.gates.definition().unit;
    nothing.area_kind = by.gates.definition().area_kind;
    kept = std::make_shared<const norma::bound_facts>(bind(by.gates, nothing, on));
  }
  return kept;
}

py::object verdict(const criterion& by, const py::object& facts, const py::object& as_of,
                   const py::object& known) {
  const norma::days on{required_day_of(as_of), day_of(known)};
  norma::verdict found{};
  std::optional<std::vector<norma::slot_change>> values;
  if (PyDict_Check(facts.ptr()))
    values = take_values(by, py::reinterpret_borrow<py::dict>(facts));
  if (values) {
    const auto blank = blank_of(by, on);
    const py::gil_scoped_release others;
    found = judge(by, norma::bind_values(*blank, *values));
  } else {
    const auto unit = judged_unit(by, facts, {});
    const py::gil_scoped_release others;
    found = judge(by, bind(by.gates, unit, on));
  }
  return verdict_object(found);
}

py::object evaluate(const criterion& by, const std::string& expression,
                    const py::object& facts, const py::object& as_of) {
  norma::expr::check_options options;
  options.exact = false;
  options.where = {std::make_shared<const norma::source_file>("", expression), 0, 0};
  auto checked = norma::expr::compile(expression, by.gates.words().names, options);
  if (!checked.result || norma::has_errors(checked.diagnostics))
    throw norma::rule_error(std::move(checked.diagnostics));
  auto unit = unit_of(by, facts, {});
  unit.kind = by.gates.definition().unit;
  const auto bound = bind_for(*checked.result, by.of, unit, {required_day_of(as_of), {}});
  return value_object(
      norma::expr::evaluate(*checked.result, norma::environment_of(bound, true)));
}

}  // namespace

void register_standards(py::module_& m) {
  py::class_<criterion> all(m, "Standard", "A standard, or a scoring scheme.");
  register_facts(m, all);
  all.def_property_readonly("id", [](const criterion& c) { return c.gates.id(); })
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
            return c.gates.definition().root.title.in(language_of(lang));
          },
          py::arg("lang") = py::none())
      .def(
          "assess",
          [](const criterion& c, const py::object& facts, const py::object& as_of,
             const py::object& known, const py::object& lang, bool remedies,
             std::string id, std::string name, std::string kind) {
            return in_language(lang, [&] {
              return assess(c, facts, as_of, known, lang, remedies,
                            {std::move(id), std::move(name), std::move(kind)});
            });
          },
          py::arg("facts"), py::kw_only(), py::arg("as_of") = py::none(),
          py::arg("known_as_of") = py::none(), py::arg("lang") = py::none(),
          py::arg("remedies") = true, py::arg("id") = "", py::arg("name") = "",
          py::arg("kind") = "",
          "Judges a unit and explains it.\n\n"
          "``facts``: a mapping of names to values, one as unit files are, a row of a\n"
          "frame, or a Unit. ``as_of``, which is required, and ``known_as_of``: a\n"
          "datetime.date or \"2024-03-31\". ``lang``: \"zh\", \"en\"; None: the "
          "locale's.\n"
          "Raises FactError where facts can not be read.")
      .def("verdict", &verdict, py::arg("facts"), py::kw_only(),
           py::arg("as_of") = py::none(), py::arg("known_as_of") = py::none(),
           "The verdict of ``assess`` alone, many times as fast.")
      .def(
          "unit_of",
          [](const criterion& c, const py::object& facts, std::string id,
             std::string name, std::string kind) {
            return held_unit{
                unit_of(c, facts, {std::move(id), std::move(name), std::move(kind)}),
                c.of};
          },
          py::arg("facts"), py::kw_only(), py::arg("id") = "", py::arg("name") = "",
          py::arg("kind") = "", "The unit that ``facts`` tells, as ``assess`` takes it.")
      .def(
          "with_parameters",
          [](const criterion& c, const py::dict& values) { return supposed(c, values); },
          py::arg("values"),
          "With parameters at other values, on every day, to see what would be:\n"
          "``{\"periodic_window\": \"6个月\"}``. What it finds is no finding under the\n"
          "law, and reports say so. Raises RuleError.")
      .def_property_readonly(
          "supposed", [](const criterion& c) { return supposed_in(c.of); },
          "What ``with_parameters`` set, by name; as a rule nothing.")
      .def(
          "evaluate",
          [](const criterion& c, const std::string& expression, const py::object& facts,
             const py::object& as_of, const py::object& lang) {
            return in_language(lang,
                               [&] { return evaluate(c, expression, facts, as_of); });
          },
          py::arg("expression"), py::arg("facts"), py::kw_only(),
          py::arg("as_of") = py::none(), py::arg("lang") = py::none(),
          "The value of an expression over the facts of a unit; None if not known.\n"
          "``lang`` is the language of what is raised.")
      .def("__repr__", [](const criterion& c) {
        return "<norma.Standard " + c.of.id() + ':' + c.gates.id() + '>';
      });
}

}  // namespace norma_python
