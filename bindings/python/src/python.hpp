// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the files of the binding share: Python's objects for norma's values, and back.

#include <pybind11/pybind11.h>

#include <filesystem>   // std::filesystem::path
#include <memory>       // std::shared_ptr
#include <mutex>        // std::mutex
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/report.hpp>
#include <norma/assess/sensitivity.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/error.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/fact.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>
#include <norma/value/value.hpp>

#include "fact_slots.hpp"

namespace norma {
struct fact_definition;
}

namespace norma_python {

namespace py = pybind11;

/// Facts that can not be read; `FactError` in Python.
class fact_error : public norma::rule_error {
 public:
  using norma::rule_error::rule_error;
};

/// A pack that was loaded, with what was found about it short of an error.
struct loaded_pack {
  norma::pack content;
  std::string folder;
  std::vector<norma::diagnostic> warnings;
  std::vector<std::filesystem::path> search = {};  ///< where others are looked for
  std::string archive = {};  ///< its files, of one that another process sent
};

struct frame_plan;

/// What is kept of a standard from one call to the next.
struct criterion_memory {
  std::optional<fact_slots> slots;                  ///< under Python's lock
  std::shared_ptr<const norma::bound_facts> blank;  ///< a unit without facts; as `slots`
  std::mutex lock;                                  ///< of what follows
  std::shared_ptr<const frame_plan> plan;           ///< the last one
};

/// What a unit is judged by: a standard, or a scoring scheme.
struct criterion {
  norma::pack of;
  norma::standard gates;  ///< the standard, or what must hold before points count
  std::optional<norma::scheme> points = {};
  std::shared_ptr<loaded_pack> from = nullptr;  ///< the pack as Python has it
  std::shared_ptr<criterion_memory> memory = std::make_shared<criterion_memory>();
};

/// A unit, and the pack by whose dictionary it was read.
struct held_unit {
  norma::unit content;
  norma::pack of;
};

/// A report, and the language that it shows itself in.
struct held_report {
  norma::report content;
  norma::language lang = norma::language::en;
  /// What it was made of; nothing in a report that was read back.
  std::optional<criterion> by = {};
  std::shared_ptr<const norma::bound_facts> facts = nullptr;
};

/// A node of a report, which it keeps alive.
struct held_node {
  std::shared_ptr<const held_report> in;
  const norma::report_node* at = nullptr;
};

/// A remedy of a report, which it keeps alive.
struct held_remedy {
  std::shared_ptr<const held_report> in;
  const norma::remedy* at = nullptr;
};

/// A value of one fact at which the verdict turns, and the language it is told in.
struct held_turn {
  norma::turning_point is;
  norma::language lang;
};

/// The points of a report.
struct held_score {
  std::shared_ptr<const norma::scheme_score> is;
};

/// `name` of module `module`, imported on first use and then kept.
[[nodiscard]] py::object imported(const char* module, const char* name);

/// `zh` or `en`; None: as the locale says. Throws ValueError for anything else.
[[nodiscard]] norma::language language_of(const py::object& word);
/// True of a datetime that is no whole day: with a time, or a time zone.
[[nodiscard]] bool has_time(const py::object& day);
/// A `datetime.date`, a datetime at midnight or `2024-03-31`; None: nothing. What is no
/// day is told in the language.
[[nodiscard]] std::optional<norma::date> day_of(const py::object& day,
                                                const py::object& lang = py::none());
[[nodiscard]] norma::date required_day_of(const py::object& day,
                                          const py::object& lang = py::none());

/// Raises `norma.Error` with the words, in the language of the call.
[[noreturn]] void raise_error(const norma::text& words,
                              const py::object& lang = py::none());
/// Raises what is being handled, an error of norma, with its words in the language.
[[noreturn]] void raise_in(const py::object& lang);
/// What `make` gives; what it throws is told in the language.
template <class Make>
auto in_language(const py::object& lang, const Make& make) {
  try {
    return make();
  } catch (const norma::error&) {
    raise_in(lang);
  }
}

[[nodiscard]] py::object verdict_object(norma::verdict v);
/// As reports call it: `undetermined`, `待定`.
[[nodiscard]] std::string verdict_word(norma::verdict v, norma::language lang);
/// None for a word that is empty.
[[nodiscard]] py::object word_or_none(const std::string& word);
/// int, Decimal, or Fraction where no decimal ends.
[[nodiscard]] py::object number_object(const norma::number& n);
[[nodiscard]] py::object day_object(norma::date day);
/// None for what is unknown or absent.
[[nodiscard]] py::object value_object(const norma::value& v);

/// What is not a number to Python, or more digits than norma takes, is nothing.
[[nodiscard]] std::optional<norma::number> number_of(py::handle object);
/// The value of the number for a fact: a float that can not be told from its neighbour is
/// no count.
[[nodiscard]] norma::value number_value(norma::number n, py::handle object,
                                        const norma::fact_definition& as);
/// True for int, float, Decimal, Fraction; not for bool.
[[nodiscard]] bool is_number(py::handle object);
/// None, NaN of float and Decimal: a value that is not known.
[[nodiscard]] bool is_blank(py::handle object);
/// The object, or what a library's scalar or array (numpy.int64, pandas.NA) says in
/// Python's own types.
[[nodiscard]] py::object plain(py::handle object);
/// A str; nothing of one with half a surrogate pair, as names of files may have, which
/// has no UTF-8.
[[nodiscard]] std::optional<std::string> utf8_of(py::handle text);

/// Who the facts are of, where they do not say it themselves.
struct who {
  std::string id, name, kind;
};

/// The unit that `facts` tells: a unit, a mapping of facts, or one as unit files are.
/// Throws `fact_error` with every finding.
[[nodiscard]] norma::unit unit_of(const criterion& by, const py::object& facts,
                                  const who& is);
/// The values of a mapping in which there are plain ones only; else nothing.
[[nodiscard]] std::optional<std::vector<norma::slot_change>> take_values(
    const criterion& by, const py::dict& facts);

/// Paths of the parts that have a condition.
[[nodiscard]] std::vector<std::string> parts_of(const norma::standard& by);

/// What a fact may be handed over as, in one word.
[[nodiscard]] const char* kind_of(const norma::fact_definition& f);

/// A value as facts of the type are handed over; nothing for what is blank, or no value
/// of a fact.
[[nodiscard]] std::optional<norma::value> take_value(py::handle given,
                                                     const norma::fact_definition& as);

/// The pack with these values of parameters by name: a text as rule files state it.
/// Throws `norma::rule_error`.
[[nodiscard]] norma::pack supposed(const norma::pack& of, const py::dict& values);
/// The same of its standard or scheme.
[[nodiscard]] criterion supposed(const criterion& by, const py::dict& values);
/// What was supposed of the pack's parameters, by name.
[[nodiscard]] py::dict supposed_in(const norma::pack& of);

void register_errors(py::module_& m);
void register_facts(py::module_& m, py::class_<criterion>& standard);
void register_cells(py::module_& m);
void register_packs(py::module_& m);
void register_units(py::module_& m);
void register_standards(py::module_& m);
void register_nodes(py::module_& m);
void register_results(py::module_& m);
void register_reports(py::module_& m);
void register_words(py::module_& m);
void register_batch(py::module_& m);

}  // namespace norma_python
