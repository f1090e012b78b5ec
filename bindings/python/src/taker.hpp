// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "python.hpp"

#include <datetime.h>  // PyDate_Check, of Python

#include <algorithm>  // std::sort
#include <memory>     // std::make_shared
#include <utility>    // std::move

#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

// A value from what Python holds.

namespace norma_python {

/// What became of a value that was handed over.
enum class taken {
  as_value,  ///< read
  blank,     ///< no value: unknown
  not_here,  ///< the reader of unit files has to see it
};

/// Takes plain values of facts as they are, one after another.
class taker {
 public:
  using value = norma::value;
  using fact_definition = norma::fact_definition;
  using fact_type = norma::fact_type;

  [[nodiscard]] taken take(py::handle given, const fact_definition& as,
                           const std::string& path, value& out) {
    if (PyBool_Check(given.ptr())) return take_as(out, value{given.ptr() == Py_True});
    if (PyLong_CheckExact(given.ptr())) return take_number(given, as, out);
    const auto object = plain(given);
    PyObject* const o = object.ptr();
    if (PyDate_Check(o)) return take_day(o, out);
    if (PyDelta_Check(o)) return take_delta(o, out);
    if (is_blank(object)) return taken::blank;
    if (PyBool_Check(o)) return take_as(out, value{o == Py_True});
    if (PyUnicode_Check(o)) return take_text(object, as, out);
    if (is_number(object)) return take_number(object, as, out);
    if (as.lists_units()) return taken::not_here;
    if (PyDict_Check(o)) return take_mapping(object, as, path, out);
    const bool several = as.declared == fact_type::list || as.declared == fact_type::set;
    if (several && as.element != nullptr) return take_list(object, as, path, out);
    if (as.declared == fact_type::period && PyTuple_Check(o) && PyTuple_GET_SIZE(o) == 2)
      return take_period(PyTuple_GET_ITEM(o, 0), PyTuple_GET_ITEM(o, 1), out);
    return taken::not_here;
  }

 private:
  static taken take_as(value& out, value v) {
    out = std::move(v);
    return taken::as_value;
  }

  static taken take_number(py::handle object, const fact_definition& as, value& out) {
    auto n = number_of(object);
    if (!n) return taken::not_here;
    return take_as(out, number_value(*std::move(n), object, as));
  }

  /// As files write it: `是`, `2024-03-31`, `12个月`.
  static taken take_text(py::handle object, const fact_definition& as, value& out) {
    const auto written = utf8_of(object);
    if (!written) return taken::not_here;
    const std::string& text = *written;
    if (as.declared == fact_type::text) return take_as(out, value{text});
    std::vector<norma::diagnostic> unused;
    auto read = norma::read_scalar(text, as, {}, unused);
    return read ? take_as(out, *std::move(read)) : taken::not_here;
  }

  static taken take_day(PyObject* o, value& out) {
    if (has_time(py::reinterpret_borrow<py::object>(o))) return taken::not_here;
    const auto day = norma::date::of(PyDateTime_GET_YEAR(o), PyDateTime_GET_MONTH(o),
                                     PyDateTime_GET_DAY(o));
    return day ? take_as(out, value{*day}) : taken::not_here;
  }

  static taken take_delta(PyObject* o, value& out) {
    const norma::number seconds{std::int64_t{86'400} * PyDateTime_DELTA_GET_DAYS(o) +
                                PyDateTime_DELTA_GET_SECONDS(o)};
    const auto rest =
        norma::number::ratio(PyDateTime_DELTA_GET_MICROSECONDS(o), 1'000'000);
    return take_as(out, value{norma::days_duration{seconds + *rest}});
  }

  static taken take_period(py::handle from, py::handle to, value& out) {
    norma::range_value period;
    for (const bool low : {true, false}) {
      const auto object = plain(low ? from : to);
      value end;
      if (PyDate_Check(object.ptr())) {
        if (take_day(object.ptr(), end) != taken::as_value) return taken::not_here;
      } else if (PyUnicode_Check(object.ptr())) {
        const auto day = norma::date::parse(py::cast<std::string>(object));
        if (!day) return taken::not_here;
        end = value{*day};
      } else {
        return taken::not_here;
      }
      (low ? period.low : period.high) = std::move(end);
    }
    if (*period.high->day() < *period.low->day()) return taken::not_here;
    period.low_included = period.high_included = true;
    return take_as(out, value{std::move(period)});
  }

  taken take_mapping(const py::object& object, const fact_definition& as,
                     const std::string& path, value& out) {
    const auto given = py::reinterpret_borrow<py::dict>(object);
    if (as.declared == fact_type::period && given.size() == 2 && given.contains("from") &&
        given.contains("to"))
      return take_period(given["from"], given["to"], out);
    if (as.type.kind != norma::expr::type_kind::record || as.fields.empty())
      return taken::not_here;
    norma::record_value record{shape_of(as), {}};
    std::size_t used = 0;
    for (const auto& field : as.fields) {
      const auto place = path + '.' + field.name;
      auto* said = PyDict_GetItemString(given.ptr(), field.name.c_str());
      if (said == nullptr && !field.alias.empty())
        said = PyDict_GetItemString(given.ptr(), field.alias.c_str());
      value content;
      const auto how = said == nullptr ? taken::blank : take(said, field, place, content);
      if (how == taken::not_here) return how;
      if (said != nullptr) ++used;
      record.fields.push_back(how == taken::blank ? missing(place) : std::move(content));
    }
    if (used != given.size()) return taken::not_here;
    return take_as(out, value{std::move(record)});
  }

  taken take_list(const py::object& object, const fact_definition& as,
                  const std::string& path, value& out) {
    PyObject* const o = object.ptr();
    const bool unordered = PyAnySet_Check(o);
    if (!unordered && !PyList_Check(o) && !PyTuple_Check(o)) return taken::not_here;
    norma::list_value all;
    for (const auto each : object) {
      const auto place = path + '[' + std::to_string(all.size() + 1) + ']';
      value element;
      const auto how = take(each, *as.element, place, element);
      if (how == taken::not_here) return how;
      if (how == taken::blank) element = missing(place);
      if (as.declared == fact_type::set && holds(all, element)) continue;
      all.push_back(std::move(element));
    }
    if (unordered) {  // Python's order is another one in every run
      std::sort(all.begin(), all.end(), [](const value& a, const value& b) {
        return a.to_string() < b.to_string();
      });
    }
    return take_as(out, value{std::move(all)});
  }

  static bool holds(const norma::list_value& all, const value& one) {
    for (const auto& each : all) {
      if (each.same_as(one)) return true;
    }
    return false;
  }

  static value missing(const std::string& path) {
    return value::unknown(
        norma::one_cause({norma::cause_kind::missing, path, {}, {}, {}}));
  }

  std::shared_ptr<const norma::record_shape> shape_of(const fact_definition& as) {
    if (shape_for_ != &as) {
      std::vector<std::string> names;
      for (const auto& field : as.fields) names.push_back(field.name);
      shape_ = std::make_shared<const norma::record_shape>(std::move(names));
      shape_for_ = &as;
    }
    return shape_;
  }

  const fact_definition* shape_for_ = nullptr;
  std::shared_ptr<const norma::record_shape> shape_;
};

}  // namespace norma_python
