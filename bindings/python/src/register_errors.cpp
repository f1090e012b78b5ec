// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <exception>  // std::exception_ptr
#include <utility>    // std::move

#include <pybind11/stl.h>

// Diagnostics, and the exceptions that carry them.

namespace norma_python {

namespace {

std::string level_of(const norma::diagnostic& d) {
  return d.level() == norma::severity::error ? "error" : "warning";
}

py::object place_of(const norma::diagnostic& d, bool line) {
  if (!d.where) return py::none();
  const auto at = d.where.file->position(d.where.begin);
  return py::int_(line ? at.line : at.column);
}

/// A place with its line, the only one that is shown of it, for other processes; without
/// one, nothing.
py::tuple kept_place(const norma::source_span& where) {
  if (!where) return py::tuple();
  const auto& file = *where.file;
  const auto line = file.position(where.begin).line;
  const auto start = file.line_offset(line);
  const auto after = [start](std::size_t offset) {
    return offset < start ? 0 : offset - start;  // within a byte order mark
  };
  const auto all = file.content().substr(start, file.line_offset(line + 1) - start);
  return py::make_tuple(file.name(), line, py::bytes(all), after(where.begin),
                        after(where.end));
}

norma::source_span place_in(const py::tuple& kept) {
  if (kept.empty()) return {};
  const auto start = kept[1].cast<std::size_t>() - 1;
  const auto text = std::string(start, '\n') + kept[2].cast<std::string>();
  return {std::make_shared<const norma::source_file>(kept[0].cast<std::string>(), text),
          start + kept[3].cast<std::size_t>(), start + kept[4].cast<std::size_t>()};
}

py::tuple kept_finding(const norma::diagnostic& d) {
  py::list labels;
  for (const auto& each : d.labels)
    labels.append(py::make_tuple(each.code, each.arguments, kept_place(each.where)));
  return py::make_tuple(d.code, d.arguments, kept_place(d.where), labels);
}

norma::diagnostic finding_in(const py::tuple& kept) {
  norma::diagnostic made{kept[0].cast<std::string>(),
                         kept[1].cast<std::vector<std::string>>(),
                         place_in(kept[2].cast<py::tuple>()),
                         {}};
  for (const auto each : kept[3].cast<py::list>()) {
    const auto label = py::cast<py::tuple>(each);
    made.labels.push_back({label[0].cast<std::string>(),
                           label[1].cast<std::vector<std::string>>(),
                           place_in(label[2].cast<py::tuple>())});
  }
  return made;
}

void raise(const char* type, const char* words,
           const std::vector<norma::diagnostic>& findings, const py::object& lang) {
  const auto raised = imported("norma._errors", type);
  const py::object made = raised(words, py::tuple(py::cast(findings)));
  if (!lang.is_none()) made.attr("lang") = lang;
  PyErr_SetObject(raised.ptr(), made.ptr());
}

void translate(std::exception_ptr thrown, const py::object& lang) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const fact_error& wrong) {
    raise("FactError", wrong.what(), wrong.diagnostics(), lang);
  } catch (const norma::rule_error& wrong) {
    raise("RuleError", wrong.what(), wrong.diagnostics(), lang);
  } catch (const norma::error& wrong) {
    raise("Error", wrong.what(), {}, lang);
  }
}

}  // namespace

void raise_error(const norma::text& words, const py::object& lang) {
  const auto raised = imported("norma._errors", "Error");
  const py::object made = raised(py::make_tuple(words.zh, words.en));
  made.attr("lang") = lang;
  PyErr_SetObject(raised.ptr(), made.ptr());
  throw py::error_already_set();
}

void raise_in(const py::object& lang) {
  translate(std::current_exception(), lang);
  throw py::error_already_set();
}

void register_errors(py::module_& m) {
  py::class_<norma::diagnostic>(m, "Diagnostic", "One finding about an input.")
      .def_readonly("code", &norma::diagnostic::code, "``N0301``, of docs/messages.md.")
      .def_property_readonly("severity", &level_of, "``error`` or ``warning``.")
      .def_property_readonly(
          "message",
          [](const norma::diagnostic& d) { return d.message(language_of(py::none())); },
          "The message, one line, in the language of the locale.")
      .def_property_readonly(
          "hint",
          [](const norma::diagnostic& d) { return d.help(language_of(py::none())); },
          "What to do about it; empty where there is nothing to say.")
      .def_property_readonly(
          "file",
          [](const norma::diagnostic& d) -> py::object {
            return d.where ? py::object(py::str(d.where.file->name())) : py::none();
          },
          "The file, or ``facts`` where they came from Python; None: no place.")
      .def_property_readonly(
          "line", [](const norma::diagnostic& d) { return place_of(d, true); },
          "From 1; None: no place.")
      .def_property_readonly(
          "column", [](const norma::diagnostic& d) { return place_of(d, false); },
          "In characters, from 1; None: no place.")
      .def(
          "render",
          [](const norma::diagnostic& d, const py::object& lang) {
            return norma::render(d, language_of(lang));
          },
          py::arg("lang") = py::none(), "The finding with its line and a caret under it.")
      .def("__str__",
           [](const norma::diagnostic& d) {
             return norma::render(d, language_of(py::none()));
           })
      .def(py::pickle(&kept_finding, &finding_in))
      .def("__repr__", [](const norma::diagnostic& d) {
        return "<norma.Diagnostic " + d.code + ": " + d.message(language_of(py::none())) +
               '>';
      });
  m.def(
      "finding",
      [](std::string code, std::vector<std::string> arguments) {
        return norma::diagnostic{std::move(code), std::move(arguments), {}, {}};
      },
      py::arg("code"), py::arg("arguments"),
      "A finding of docs/messages.md that has no place.");
  py::register_exception_translator(
      [](std::exception_ptr thrown) { translate(thrown, py::none()); });
}

}  // namespace norma_python
