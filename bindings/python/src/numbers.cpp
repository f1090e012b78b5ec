// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <algorithm>  // std::remove
#include <cmath>      // std::isnan
#include <utility>    // std::move

#include <norma/rule/fact.hpp>

// Numbers from Python, exact; and what else stands for a value.

namespace norma_python {

namespace {

std::string written(py::handle object) { return py::cast<std::string>(py::str(object)); }

/// `1E+2` as `1E2`: the parser takes no plus.
std::optional<norma::number> parsed(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '+'), text.end());
  return norma::number::parse(text);
}

std::optional<norma::number> of_int(PyObject* object) {
  int overflow = 0;
  const long long small = PyLong_AsLongLongAndOverflow(object, &overflow);
  if (overflow == 0) {
    if (small == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
    return norma::number{static_cast<std::int64_t>(small)};
  }
  // Python refuses to write integers of more digits than norma takes, too.
  auto text = py::reinterpret_steal<py::object>(PyNumber_ToBase(object, 10));
  if (!text) {
    PyErr_Clear();
    return std::nullopt;
  }
  return norma::number::parse(py::cast<std::string>(text));
}

bool is_decimal(py::handle object) {
  return py::isinstance(object, imported("decimal", "Decimal"));
}

/// Of these Fraction, an abstract class, need not be asked, which takes long.
bool is_container(PyObject* o) {
  return PyList_Check(o) || PyDict_Check(o) || PyTuple_Check(o) || PyAnySet_Check(o);
}

bool is_fraction(py::handle object) {
  return py::isinstance(object, imported("fractions", "Fraction"));
}

}  // namespace

bool is_number(py::handle object) {
  PyObject* const o = object.ptr();
  if (PyBool_Check(o) || is_container(o)) return false;
  return PyLong_Check(o) || PyFloat_Check(o) || is_decimal(object) || is_fraction(object);
}

bool is_blank(py::handle object) {
  PyObject* const o = object.ptr();
  if (o == Py_None) return true;
  if (PyFloat_Check(o)) return std::isnan(PyFloat_AS_DOUBLE(o));
  if (PyUnicode_Check(o)) return PyUnicode_GET_LENGTH(o) == 0;
  if (PyLong_Check(o) || is_container(o)) return false;
  return is_decimal(object) && py::cast<bool>(object.attr("is_nan")());
}

std::optional<norma::number> number_of(py::handle object) {
  PyObject* const o = object.ptr();
  if (PyLong_Check(o)) return of_int(o);
  if (PyFloat_Check(o)) return norma::number::from_double(PyFloat_AS_DOUBLE(o));
  if (is_decimal(object)) return parsed(written(object));
  return norma::number::parse_exact(written(object.attr("numerator")) + '/' +
                                    written(object.attr("denominator")));
}

norma::value number_value(norma::number n, py::handle object,
                          const norma::fact_definition& as) {
  if (!PyFloat_Check(object.ptr()) || as.declared != norma::fact_type::count)
    return norma::value{std::move(n)};
  const bool is_short = !PyFloat_CheckExact(object.ptr()) &&
                        py::isinstance(object, imported("norma._plain", "ShortFloat"));
  return norma::count_of_double(std::move(n),
                                is_short ? py::cast<int>(object.attr("bits")) : 64);
}

py::object plain(py::handle object) {
  PyObject* const o = object.ptr();
  for (const auto* type : {Py_TYPE(Py_None), &PyBool_Type, &PyLong_Type, &PyFloat_Type,
                           &PyUnicode_Type, &PyDict_Type, &PyList_Type, &PyTuple_Type}) {
    if (Py_TYPE(o) == type) return py::reinterpret_borrow<py::object>(object);
  }
  return imported("norma._plain", "plain")(object);
}

}  // namespace norma_python
