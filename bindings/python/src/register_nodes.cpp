// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <iterator>  // std::data
#include <utility>   // std::move

#include <pybind11/stl.h>

#include <norma/assess/wording.hpp>

// Nodes of a report, and why one of them is open.

namespace norma_python {

namespace {

constexpr const char* role_words[] = {"standard", "item", "group", "part"};
constexpr const char* strength_words[] = {"mandatory", "conditional", "encouraged",
                                          "goal", "reference"};
constexpr const char* cause_words[] = {"missing",      "pending",     "expired",
                                       "disagreement", "dated_later", "recorded_later",
                                       "data_error"};

struct held_cause {
  norma::cause is;
  std::string message;
};

template <class Enum, std::size_t N>
std::string word_of(const char* const (&words)[N], Enum e) {
  return words[static_cast<std::size_t>(e)];
}

py::tuple causes_of(const held_node& n) {
  const auto& labels = n.in->content.labels;
  const auto lang = n.in->lang;
  const auto label_of = [&](const std::string& fact) {
    const auto found = labels.find(fact);
    return found == labels.end() ? fact : found->second.in(lang);
  };
  std::vector<held_cause> all;
  for (const auto& one : n.at->causes)
    all.push_back({one, norma::cause_message(one, label_of, lang)});
  return py::tuple(py::cast(std::move(all)));
}

py::object shown(const std::optional<norma::condition_shown>& c, norma::language lang) {
  return c ? py::object(py::str(c->shown.in(lang))) : py::none();
}

py::dict facts_beneath(const held_node& n) {
  py::dict all;
  for (const auto& one : n.at->facts) all[py::str(one.fact)] = value_object(one.content);
  return all;
}

py::tuple members_of(const held_node& n) {
  std::vector<held_node> all;
  for (const auto& below : n.at->members) all.push_back({n.in, &below});
  return py::tuple(py::cast(std::move(all)));
}

void register_causes(py::module_& m) {
  py::class_<held_cause>(m, "Cause", "Why something is undetermined.")
      .def_property_readonly(
          "kind", [](const held_cause& c) { return word_of(cause_words, c.is.kind); },
          "``missing``, ``pending``, ``expired``, ``disagreement``, ``dated_later``,\n"
          "``recorded_later`` or ``data_error``.")
      .def_property_readonly(
          "fact", [](const held_cause& c) { return c.is.fact; },
          "Its name; empty where no single fact is the cause.")
      .def_property_readonly(
          "code", [](const held_cause& c) { return c.is.code.get(); },
          "Of a data error: ``N0742``; else empty.")
      .def("__str__", [](const held_cause& c) { return c.message; })
      .def("__repr__",
           [](const held_cause& c) { return "<norma.Cause " + c.message + '>'; });
}

}  // namespace

void register_nodes(py::module_& m) {
  register_causes(m);
  py::class_<held_node>(m, "Node", "An item, group or part of a report.")
      .def_property_readonly("path", [](const held_node& n) { return n.at->path; })
      .def_property_readonly("id", [](const held_node& n) { return n.at->id; })
      .def_property_readonly(
          "role", [](const held_node& n) { return word_of(role_words, n.at->role); },
          "``standard``, ``item``, ``group`` or ``part``.")
      .def_property_readonly(
          "title", [](const held_node& n) { return n.at->title.in(n.in->lang); })
      .def_property_readonly(
          "verdict", [](const held_node& n) { return verdict_object(n.at->verdict); })
      .def_property_readonly(
          "verdict_word",
          [](const held_node& n) { return verdict_word(n.at->verdict, n.in->lang); },
          "The verdict in the language of the report.")
      .def_property_readonly(
          "strength",
          [](const held_node& n) { return word_of(strength_words, n.at->strength); },
          "``mandatory`` and ``conditional`` decide, ``encouraged``, ``goal`` and\n"
          "``reference`` do not.")
      .def_property_readonly(
          "clause", [](const held_node& n) { return n.at->cite.get().clause; },
          "Where the document says so: ``三（一）1⑦``.")
      .def_property_readonly(
          "when", [](const held_node& n) { return shown(n.at->when, n.in->lang); },
          "When it applies, with the values put in; None: always.")
      .def_property_readonly(
          "condition",
          [](const held_node& n) { return shown(n.at->condition, n.in->lang); },
          "The requirement with the values put in; None where there is none.")
      .def_property_readonly(
          "reason",
          [](const held_node& n) -> py::object {
            return n.at->reason ? py::object(py::str(n.at->reason->words.in(n.in->lang)))
                                : py::none();
          },
          "Why it does not apply, where it does not.")
      .def_property_readonly(
          "distance",
          [](const held_node& n) -> py::object {
            return n.at->distance ? number_object(n.at->distance->by) : py::none();
          },
          "Value minus the nearest that passes: 0 just passes, negative is short.\n"
          "None where no single number decides.")
      .def_property_readonly("facts", &facts_beneath,
                             "The facts it rests on; None for what is not known.")
      .def_property_readonly("causes", &causes_of, "Why it is undetermined.")
      .def_property_readonly("members", &members_of)
      .def("__repr__", [](const held_node& n) {
        return "<norma.Node " + n.at->path + ": " +
               std::string(norma::to_string(n.at->verdict)) + '>';
      });
}

}  // namespace norma_python
