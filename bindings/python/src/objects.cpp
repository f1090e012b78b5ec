// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <datetime.h>  // PyDate_FromDate, of Python

#include <array>    // std::array
#include <cstdlib>  // std::getenv
#include <map>      // std::map
#include <utility>  // std::pair

#include <norma/core/message.hpp>
#include <norma/load/unit_file.hpp>

// Python's objects for norma's values.

namespace norma_python {

py::object imported(const char* module, const char* name) {
  // Objects are kept for good, as the interpreter may be gone before this map is.
  static auto& kept =
      *new std::map<std::pair<std::string_view, std::string_view>, PyObject*>();
  PyObject*& found = kept[{module, name}];
  if (found == nullptr)
    found = py::object(py::module_::import(module).attr(name)).release().ptr();
  return py::reinterpret_borrow<py::object>(found);
}

std::optional<std::string> utf8_of(py::handle text) {
  Py_ssize_t bytes = 0;
  const char* const utf8 = PyUnicode_AsUTF8AndSize(text.ptr(), &bytes);
  if (utf8 != nullptr) return std::string(utf8, static_cast<std::size_t>(bytes));
  PyErr_Clear();
  return std::nullopt;
}

norma::language language_of(const py::object& word) {
  if (!word.is_none()) {
    const auto said = py::cast<std::string>(py::str(word));
    if (said == "zh") return norma::language::zh;
    if (said == "en") return norma::language::en;
    throw py::value_error("lang is \"zh\" or \"en\", not \"" + said + '"');
  }
  std::string_view locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* set = std::getenv(name);
    if (locale.empty() && set != nullptr) locale = set;
  }
  return locale.substr(0, 2) == "zh" ? norma::language::zh : norma::language::en;
}

namespace {

/// What is wrong with a day, and how it is written: the reader of facts knows what is
/// meant by `2024/3/31`.
std::string no_day(const std::string& text, norma::language lang) {
  norma::fact_definition of_day;
  of_day.declared = norma::fact_type::date;
  std::vector<norma::diagnostic> why;
  static_cast<void>(norma::read_scalar(text, of_day, {}, why));
  if (why.empty()) return text;
  const auto help = why.front().help(lang);
  const char* const colon = lang == norma::language::zh ? "：" : ": ";
  return why.front().message(lang) + (help.empty() ? "" : colon + help);
}

void load_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

}  // namespace

bool has_time(const py::object& day) {
  load_datetime();
  PyObject* const o = day.ptr();
  return PyDateTime_Check(o) &&
         (PyDateTime_DATE_GET_HOUR(o) != 0 || PyDateTime_DATE_GET_MINUTE(o) != 0 ||
          PyDateTime_DATE_GET_SECOND(o) != 0 || PyDateTime_DATE_GET_MICROSECOND(o) != 0 ||
          PyDateTime_DATE_GET_TZINFO(o) != Py_None);
}

std::optional<norma::date> day_of(const py::object& said, const py::object& lang) {
  load_datetime();
  const auto day = PyDate_CheckExact(said.ptr()) ? said : plain(said);
  if (said.is_none()) return std::nullopt;
  std::optional<norma::date> read;
  if (PyDate_Check(day.ptr()) && !has_time(day)) {
    read =
        norma::date::of(PyDateTime_GET_YEAR(day.ptr()), PyDateTime_GET_MONTH(day.ptr()),
                        PyDateTime_GET_DAY(day.ptr()));
  } else if (py::isinstance<py::str>(day)) {
    read = norma::date::parse(py::cast<std::string>(day));
  } else {
    const auto given = py::cast<std::string>(py::repr(day));
    const norma::text words{
        "日期须为 datetime.date，或 \"2024-03-31\" 这样的 str，不是 " + given,
        "a day is a datetime.date or a str like \"2024-03-31\", not " + given};
    throw py::type_error(words.in(language_of(lang)));
  }
  if (!read)
    throw py::value_error(no_day(py::cast<std::string>(py::str(day)), language_of(lang)));
  return read;
}

norma::date required_day_of(const py::object& day, const py::object& lang) {
  if (const auto read = day_of(day, lang)) return *read;
  const norma::text words{"须写明 as_of：以哪一天的规定和证据为准",
                          "as_of is required: the day whose law and evidence count"};
  throw py::type_error(words.in(language_of(lang)));
}

py::object verdict_object(norma::verdict v) {
  static auto& members = *new std::array<PyObject*, 4>{};
  PyObject*& found = members[static_cast<std::size_t>(v)];
  if (found == nullptr) {
    found = imported("norma._verdict", "Verdict")(std::string(norma::to_string(v)))
                .release()
                .ptr();
  }
  return py::reinterpret_borrow<py::object>(found);
}

std::string verdict_word(norma::verdict v, norma::language lang) {
  constexpr const char* codes[] = {"R2001", "R2002", "R2003", "R2004"};
  return norma::format_message(codes[static_cast<std::size_t>(v)], {}, lang);
}

py::object word_or_none(const std::string& word) {
  return word.empty() ? py::object(py::none()) : py::object(py::str(word));
}

py::object number_object(const norma::number& n) {
  if (const auto small = n.to_int64()) return py::int_(*small);
  const auto written = n.to_string();
  if (n.is_integer()) return imported("builtins", "int")(written);
  return n.terminates() ? imported("decimal", "Decimal")(written)
                        : imported("fractions", "Fraction")(written);
}

py::object day_object(norma::date day) {
  load_datetime();
  // Python's calendar has the years 1 to 9999; others stay a text.
  if (day.year() < 1 || day.year() > 9999) return py::str(day.to_string());
  auto made = py::reinterpret_steal<py::object>(
      PyDate_FromDate(static_cast<int>(day.year()), day.month(), day.day()));
  if (!made) throw py::error_already_set();
  return made;
}

namespace {

py::object end_object(const std::optional<norma::value>& end) {
  return end ? value_object(*end) : py::none();
}

py::object duration_object(const norma::days_duration& d) {
  const auto microseconds = (d.seconds * norma::number{1'000'000}).to_int64();
  if (!microseconds) return py::str(norma::value{d}.to_string());
  return imported("datetime", "timedelta")(0, 0, *microseconds);
}

}  // namespace

py::object value_object(const norma::value& v) {
  if (v.is_unknown() || v.is_null()) return py::none();
  if (const auto* b = v.boolean()) return py::bool_(*b);
  if (const auto* n = v.num()) return number_object(*n);
  if (const auto* d = v.day()) return day_object(*d);
  if (const auto* s = v.string()) return py::str(*s);
  if (const auto* d = v.days()) return duration_object(*d);
  if (const auto* all = v.list()) {
    py::list made(all->size());
    for (std::size_t i = 0; i < all->size(); ++i) made[i] = value_object((*all)[i]);
    return made;
  }
  if (const auto* r = v.record()) {
    py::dict made;
    for (std::size_t i = 0; i < r->fields.size(); ++i)
      made[py::str(std::string(r->name(i)))] = value_object(r->fields[i]);
    return made;
  }
  if (const auto* r = v.range())
    return py::make_tuple(end_object(r->low), end_object(r->high));
  // Times, and durations in months, as the language writes them: @"P3M" is P3M.
  const auto written = v.to_string();
  return py::str(written.size() > 3 && written[0] == '@'
                     ? written.substr(2, written.size() - 3)
                     : written);
}

}  // namespace norma_python
