// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <utility>  // std::move

#include <pybind11/stl.h>

#include <norma/assess/score.hpp>

// What a report leads to: remedies, points.

namespace norma_python {

namespace {

std::string in_words(const held_remedy& r) {
  const auto lang = r.in->lang;
  std::string all;
  const auto add = [&](const std::string& words) {
    if (!all.empty()) all += norma::semicolon(lang);
    all += words;
  };
  for (const auto& c : r.at->changes) {
    add(c.label.in(lang) + std::string(norma::colon(lang)) + c.from_shown.in(lang) +
        " → " + c.to_shown.in(lang));
  }
  for (const auto& one : r.at->requirements) add(one.in(lang));
  if (r.at->not_before) add("≥ " + r.at->not_before->to_string());
  return all;
}

py::dict changes_of(const held_remedy& r) {
  py::dict all;
  for (const auto& c : r.at->changes) all[py::str(c.fact)] = value_object(c.to);
  return all;
}

py::tuple requirements_of(const held_remedy& r) {
  std::vector<std::string> all;
  for (const auto& one : r.at->requirements) all.push_back(one.in(r.in->lang));
  return py::tuple(py::cast(std::move(all)));
}

/// A number, or what is open: the least and the most.
py::object range_object(const norma::score_range& r) {
  if (r.decided()) return number_object(r.low);
  return py::make_tuple(number_object(r.low), number_object(r.high));
}

std::string turn_in_words(const held_turn& t) {
  const auto& is = t.is;
  const auto from = is.from.is_unknown() ? std::string("?") : is.from_shown.in(t.lang);
  return is.label.in(t.lang) + std::string(norma::colon(t.lang)) + from + " → " +
         is.to_shown.in(t.lang) + " ⇒ " + verdict_word(is.gives, t.lang);
}

py::dict blocks_of(const held_score& s) {
  py::dict all;
  for (const auto* block : s.is->all_blocks())
    all[py::str(block->id)] = range_object(block->earned);
  return all;
}

}  // namespace

void register_results(py::module_& m) {
  py::class_<held_turn>(m, "Turn", "A value of one fact at which the verdict turns.")
      .def_property_readonly("fact", [](const held_turn& t) { return t.is.fact; })
      .def_property_readonly(
          "value", [](const held_turn& t) { return value_object(t.is.to); },
          "The nearest value, all other facts as they are.")
      .def_property_readonly(
          "gives", [](const held_turn& t) { return verdict_object(t.is.gives); })
      .def("__str__", [](const held_turn& t) { return turn_in_words(t); })
      .def("__repr__",
           [](const held_turn& t) { return "<norma.Turn " + turn_in_words(t) + '>'; });
  py::class_<held_remedy>(m, "Remedy", "A least change after which no part fails.")
      .def_property_readonly(
          "gives", [](const held_remedy& r) { return verdict_object(r.at->gives); },
          "``pass``, or ``undetermined`` where something else is open.")
      .def_property_readonly("changes", &changes_of,
                             "By fact: the value that it is to have.")
      .def_property_readonly("requirements", &requirements_of,
                             "What lists lack, in words.")
      .def_property_readonly(
          "not_before",
          [](const held_remedy& r) -> py::object {
            return r.at->not_before ? day_object(*r.at->not_before) : py::none();
          },
          "Where only time can mend it: the first such day.")
      .def("__str__", &in_words)
      .def("__repr__",
           [](const held_remedy& r) { return "<norma.Remedy " + in_words(r) + '>'; });
  py::class_<held_score>(m, "Score", "The points of a unit under a scheme.")
      .def_property_readonly(
          "total", [](const held_score& s) { return range_object(s.is->total); },
          "The points, or where something is open the least and the most.")
      .def_property_readonly(
          "points", [](const held_score& s) { return number_object(s.is->points); },
          "What all blocks together are worth.")
      .def_property_readonly(
          "tier", [](const held_score& s) { return word_or_none(s.is->tier); },
          "The best tier that is reached for sure.")
      .def_property_readonly(
          "next_tier", [](const held_score& s) { return word_or_none(s.is->next_tier); })
      .def_property_readonly("blocks", &blocks_of, "By block: its points, as ``total``.")
      .def("__repr__", [](const held_score& s) {
        return "<norma.Score " +
               py::cast<std::string>(py::str(range_object(s.is->total))) + '>';
      });
}

}  // namespace norma_python
