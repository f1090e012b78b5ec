// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <memory>   // std::make_shared
#include <utility>  // std::move
#include <vector>   // std::vector

#include <pybind11/stl.h>

#include <norma/rule/asked_facts.hpp>
#include <norma/rule/content.hpp>

// Facts as the dictionary declares them, and what asks for them.

namespace norma_python {

namespace {

/// A fact that a standard asks for; the standard keeps it alive.
struct held_fact {
  std::shared_ptr<const criterion> by;
  const norma::fact_definition* is = nullptr;
  norma::fact_heading under;
};

const norma::scheme_definition* points_of(const criterion& c) {
  return c.points ? &c.points->definition() : nullptr;
}

py::tuple facts_of(const criterion& c) {
  const auto by = std::make_shared<const criterion>(c);
  const auto asked = norma::facts_asked(by->gates, points_of(*by));
  std::vector<held_fact> all;
  for (const auto& one : asked.facts)
    all.push_back({by, by->gates.words().fact(one.slot), asked.headings[one.under]});
  return py::tuple(py::cast(std::move(all)));
}

/// Fields of a record, of the elements of a list; of a unit the facts that are read.
py::tuple fields_of(const held_fact& f) {
  std::vector<held_fact> all;
  if (norma::holds_units(f.by->gates.content(), *f.is)) {
    for (const auto* fact :
         norma::member_facts_asked(f.by->gates, points_of(*f.by), *f.is))
      all.push_back({f.by, fact, f.under});
  } else {
    const auto& record = f.is->element ? *f.is->element : *f.is;
    for (const auto& field : record.fields) all.push_back({f.by, &field, f.under});
  }
  return py::tuple(py::cast(std::move(all)));
}

std::string measure_of(const held_fact& f, const py::object& lang) {
  const auto& all = f.by->gates.content().measures;
  const auto found = all.find(f.is->unit);
  return found == all.end() ? f.is->unit : found->second.label.in(language_of(lang));
}

py::dict options_of(const held_fact& f, const py::object& lang) {
  py::dict all;
  const auto* type = f.is->type.category.get();
  if (type == nullptr && f.is->element) type = f.is->element->type.category.get();
  if (type == nullptr) return all;
  for (const auto& [id, label] : type->values)
    all[py::str(id)] = label.in(language_of(lang));
  return all;
}

py::object end_of(const held_fact& f, bool low) {
  if (!f.is->range) {
    if (low && f.is->declared == norma::fact_type::count) return py::int_(0);
    return py::none();
  }
  const auto& end = low ? f.is->range->low : f.is->range->high;
  return end ? value_object(*end) : py::none();
}

const norma::document* document_of(const held_fact& f) {
  const auto& all = f.by->gates.content().documents;
  const auto found = all.find(f.under.cite.document);
  return found == all.end() ? nullptr : &found->second;
}

std::string range_of(const held_fact& f) {
  if (f.is->range) return norma::value{*f.is->range}.to_string();
  return f.is->declared == norma::fact_type::count ? ">= 0" : "";
}

}  // namespace

const char* kind_of(const norma::fact_definition& f) {
  using norma::fact_type;
  switch (f.declared) {
    case fact_type::boolean: return "boolean";
    case fact_type::count: return "count";
    case fact_type::amount: return "amount";
    case fact_type::number: return "number";
    case fact_type::text: return "text";
    case fact_type::date: return "date";
    case fact_type::duration: return "duration";
    case fact_type::period: return "period";
    case fact_type::category: return "category";
    case fact_type::set: return "set";
    default: return f.lists_units() ? "units" : "list";
  }
}

void register_facts(py::module_& m, py::class_<criterion>& standard) {
  const auto lang = py::arg("lang") = py::none();
  py::class_<held_fact>(m, "Fact", "A fact that a standard asks for, or a field of one.")
      .def_property_readonly("name", [](const held_fact& f) { return f.is->name; })
      .def_property_readonly("alias",
                             [](const held_fact& f) { return word_or_none(f.is->alias); })
      .def(
          "label",
          [](const held_fact& f, const py::object& word) {
            return f.is->label.in(language_of(word));
          },
          lang)
      .def_property_readonly(
          "kind", [](const held_fact& f) { return kind_of(*f.is); },
          "``boolean``, ``count``, ``amount``, ``number``, ``text``, ``date``,\n"
          "``duration``, ``period``, ``category``, ``set``, ``list``, ``units``.")
      .def_property_readonly(
          "element",
          [](const held_fact& f) {
            return f.is->element ? py::object(py::str(kind_of(*f.is->element)))
                                 : py::none();
          },
          "Of a list or set: the kind of its elements.")
      .def_property_readonly("fields", &fields_of,
                             "Of records and members: the facts that each has.")
      .def("unit", &measure_of, lang, "The unit of measure in words; empty: none.")
      .def_property_readonly(
          "decimals", [](const held_fact& f) { return f.is->scale; },
          "So many at most, of an amount.")
      .def_property_readonly(
          "minimum", [](const held_fact& f) { return end_of(f, true); },
          "The end of its range; None: open.")
      .def_property_readonly(
          "maximum", [](const held_fact& f) { return end_of(f, false); },
          "The end of its range; None: open.")
      .def_property_readonly("range", &range_of, "In words: ``>= 0``, ``[0..1]``.")
      .def("options", &options_of, lang,
           "Of a category or set: the label of each id that there is.")
      .def_property_readonly(
          "optional", [](const held_fact& f) { return f.is->optional; },
          "True if it may be known to be absent.")
      .def_property_readonly(
          "derived", [](const held_fact& f) { return f.is->derived(); },
          "True if it is computed from others where it is left blank.")
      .def_property_readonly(
          "expires", [](const held_fact& f) { return f.is->valid_for.index() != 0; },
          "True if its evidence holds for so long, and then needs a day.")
      .def_property_readonly(
          "dated_by",
          [](const held_fact& f) {
            const auto& words = f.by->gates.words();
            const auto* day = f.is->dated_by ? words.fact(*f.is->dated_by) : nullptr;
            return word_or_none(day == nullptr ? "" : day->name);
          },
          "The fact that is the day of its evidence; None: evidence has its own.")
      .def_property_readonly(
          "clause", [](const held_fact& f) { return f.under.cite.clause; },
          "Of the item that asks for it first: ``三（一）1⑦``.")
      .def(
          "title",
          [](const held_fact& f, const py::object& word) {
            return f.under.title.in(language_of(word));
          },
          lang, "Of the item that asks for it first.")
      .def(
          "document",
          [](const held_fact& f, const py::object& word) {
            const auto* d = document_of(f);
            return d == nullptr ? std::string() : d->title.in(language_of(word));
          },
          lang, "The title of the document that the clause is of.")
      .def_property_readonly("document_number",
                             [](const held_fact& f) {
                               const auto* d = document_of(f);
                               return d == nullptr ? std::string() : d->number;
                             })
      .def("__repr__", [](const held_fact& f) {
        return "<norma.Fact " + f.is->name + ": " + kind_of(*f.is) + '>';
      });
  standard.def_property_readonly(
      "facts", &facts_of,
      "What it asks for, in the order of its items, each once; inputs of a derived\n"
      "fact stand before it.");
  standard.def(
      "unit_label",
      [](const criterion& c, const py::object& word) {
        const auto& d = c.gates.definition();
        const auto found = c.gates.content().units.find(d.unit);
        return found == c.gates.content().units.end()
                   ? d.unit
                   : found->second.label_of(d.area_kind).in(language_of(word));
      },
      lang, "The kind of unit that it judges, in words.");
  standard.def_property_readonly(
      "unit_kinds",
      [](const criterion& c) {
        const auto& d = c.gates.definition();
        if (!d.area_kind.empty()) return std::vector<std::string>{d.area_kind};
        const auto found = c.gates.content().units.find(d.unit);
        return found == c.gates.content().units.end() ? std::vector<std::string>{}
                                                      : found->second.kinds;
      },
      "Where its units are of several kinds (``park``, ``township``): these.");
}

}  // namespace norma_python
