// SPDX-License-Identifier: Apache-2.0
#include "fact_slots.hpp"

#include <algorithm>  // std::sort
#include <limits>     // std::numeric_limits
#include <numeric>    // std::iota
#include <string>     // std::string

#include <norma/rule/content.hpp>

namespace norma_python {

namespace {

namespace py = pybind11;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// The number of each name that any dictionary has; kept for good, as the interpreter may
/// be gone before it is.
PyObject* numbers() {
  static PyObject* const all = py::dict().release().ptr();
  return all;
}

std::size_t number_of_name(const std::string& name) {
  const py::str key(name);
  const auto next = py::int_(PyDict_GET_SIZE(numbers()));
  PyObject* const number = PyDict_SetDefault(numbers(), key.ptr(), next.ptr());
  if (number == nullptr) throw py::error_already_set();
  return PyLong_AsSize_t(number);
}

}  // namespace

fact_slots::fact_slots(const norma::vocabulary& words) {
  const auto place = [this](const std::string& name, std::uint32_t slot) {
    const auto number = number_of_name(name);
    if (slots_.size() <= number) slots_.resize(number + 1, nowhere);
    if (slots_[number] == nowhere) slots_[number] = slot;
  };
  names_.resize(words.slots.size());
  for (std::uint32_t i = 0; i < words.slots.size(); ++i) {
    const auto* fact = words.fact(i);
    if (fact == nullptr) continue;
    names_[i] = fact->name;
    place(fact->name, i);
    if (!fact->alias.empty()) place(fact->alias, i);
  }
  std::vector<std::uint32_t> order(names_.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return names_[a].get() < names_[b].get();
  });
  ranks_.resize(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) ranks_[order[i]] = i;
}

std::optional<std::uint32_t> fact_slots::find(py::handle name) const {
  if (!PyUnicode_Check(name.ptr())) throw py::type_error("names of facts are str");
  PyObject* const number = PyDict_GetItemWithError(numbers(), name.ptr());
  if (number == nullptr) {
    if (PyErr_Occurred() != nullptr) throw py::error_already_set();
    return std::nullopt;
  }
  const auto at = PyLong_AsSize_t(number);
  if (at >= slots_.size() || slots_[at] == nowhere) return std::nullopt;
  return slots_[at];
}

}  // namespace norma_python
