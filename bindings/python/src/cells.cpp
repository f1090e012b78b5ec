// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <set>      // std::set
#include <string>   // std::string
#include <tuple>    // std::tuple
#include <utility>  // std::pair
#include <vector>   // std::vector

#include <pybind11/stl.h>

#include <norma/core/message.hpp>

// What is wrong with a cell of a sheet, and how it is told.

namespace norma_python {

namespace {

using norma::language;
using both_words = std::pair<std::string, std::string>;                ///< zh, en
using told_error = std::tuple<std::string, std::string, std::string>;  ///< code, zh, en

told_error told(const norma::diagnostic& d) {
  return {d.code, d.message(language::zh), d.message(language::en)};
}

/// The data errors in the value, elements and fields included.
void collect(const norma::value& v, std::set<told_error>& to) {
  if (const auto causes = v.causes()) {
    for (const auto& c : *causes) {
      if (c.kind == norma::cause_kind::data_error)
        to.insert(told({c.code, c.arguments, {}, {}}));
    }
  }
  if (const auto* list = v.list()) {
    for (const auto& each : *list) collect(each, to);
  } else if (const auto* record = v.record()) {
    for (const auto& each : record->fields) collect(each, to);
  }
}

/// In both languages, all that is wrong with facts that stand alone.
std::vector<told_error> cell_errors(const criterion& by, const py::dict& facts) {
  std::set<told_error> all;
  try {
    const auto unit = unit_of(by, facts, {});
    const auto day = norma::date::of(2199, 12, 31);  // expired is no error here
    const auto bound = norma::bind(by.gates, unit, {*day, {}});
    for (const auto& stated : bound.stated) collect(stated, all);
  } catch (const fact_error& wrong) {
    for (const auto& one : wrong.diagnostics()) {
      if (one.level() == norma::severity::error) all.insert(told(one));
    }
  }
  return {all.begin(), all.end()};
}

std::string both(const both_words& words) {
  return norma::text_argument(norma::text{words.first, words.second});
}

norma::diagnostic cell_finding(const std::string& place, const both_words& label,
                               const both_words& wrong, const both_words& fits) {
  auto help = fits.second.empty() ? std::string() : both(fits);  // "" is not told
  return {"N0675", {place, both(label), both(wrong), std::move(help)}, {}, {}};
}

}  // namespace

void register_cells(py::module_& m) {
  m.def("cell_errors", &cell_errors, py::arg("standard"), py::arg("facts"));
  m.def("cell_finding", &cell_finding, py::arg("place"), py::arg("label"),
        py::arg("wrong"), py::arg("fits"));
}

}  // namespace norma_python
