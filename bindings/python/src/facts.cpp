// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <datetime.h>  // PyDateTime_IMPORT, of Python

#include <algorithm>  // std::any_of, std::sort
#include <utility>    // std::move

#include <norma/rule/content.hpp>

#include "fact_text.hpp"
#include "taker.hpp"

// A unit from what Python holds. Plain values are taken as they are; whatever needs
// more (evidence, members, names that are none) is left to the reader of unit files,
// so that it means the same here and there, and goes by the same messages.

namespace norma_python {

namespace {

using norma::fact_definition;
using norma::value;

const fact_slots& slots_of(const criterion& by) {
  auto& kept = by.memory->slots;
  if (!kept) kept.emplace(by.gates.words());
  return *kept;
}

/// The values of facts that are plain; any others, and one under its second name, are
/// left to `leave(name, value)`, as long as it is true.
template <class Leave>
std::vector<norma::slot_change> take_facts(const criterion& by, const py::dict& facts,
                                           const Leave& leave) {
  const auto& slots = slots_of(by);
  const auto& words = by.gates.words();
  std::vector<norma::slot_change> all;
  all.reserve(facts.size());
  std::vector<bool> given(slots.size());
  taker reader;
  for (const auto& [key, said] : facts) {
    const auto slot = slots.find(key);
    value content;  // a null is blank
    if (slot && !given[*slot]) {
      const auto& fact = *words.fact(*slot);
      if (reader.take(said, fact, fact.name, content) != taken::not_here) {
        given[*slot] = true;
        all.emplace_back(*slot, std::move(content));
        continue;
      }
    }
    if (!leave(key, said)) break;
  }
  return all;
}

/// As statements without evidence; in the order of their names, in which a unit has them.
norma::name_map<norma::supplied_fact> stated(const criterion& by,
                                             std::vector<norma::slot_change> values) {
  const auto& slots = slots_of(by);
  std::sort(values.begin(), values.end(), [&slots](const auto& a, const auto& b) {
    return slots.rank(a.first) < slots.rank(b.first);
  });
  norma::name_map<norma::supplied_fact> all;
  all.reserve(values.size());
  for (auto& [slot, content] : values) {
    norma::supplied_fact fact;
    auto& only = fact.statements.emplace_back();
    only.state = content.is_null() ? norma::supply::blank : norma::supply::known;
    only.content = std::move(content);
    all.emplace(slots.name(slot), std::move(fact));
  }
  return all;
}

/// Whether one of the facts that were left was taken under its other name.
bool is_twice(const criterion& by, const py::dict& left,
              const std::vector<norma::slot_change>& taken) {
  for (const auto& [key, said] : left) {
    const auto slot = slots_of(by).find(key);
    if (slot && std::any_of(taken.begin(), taken.end(),
                            [&slot](const auto& each) { return each.first == *slot; }))
      return true;
  }
  return false;
}

/// The unit, by the names of `is` where it has none of its own.
norma::unit called(norma::unit unit, const who& is) {
  if (unit.area_kind.empty()) unit.area_kind = is.kind;
  if (unit.id.empty()) unit.id = is.id;
  if (unit.name.empty()) unit.name = is.name;
  return unit;
}

/// A str that is kept for good.
py::handle kept(const char* text) { return PyUnicode_InternFromString(text); }

}  // namespace

std::optional<norma::value> take_value(py::handle given, const fact_definition& as) {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  value content;
  if (taker().take(given, as, as.name, content) != taken::as_value) return std::nullopt;
  return content;
}

std::optional<std::vector<norma::slot_change>> take_values(const criterion& by,
                                                           const py::dict& facts) {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  bool all_plain = true;
  auto values = take_facts(by, facts, [&all_plain](py::handle, py::handle) {
    all_plain = false;
    return false;
  });
  if (!all_plain) return std::nullopt;
  return values;
}

norma::unit unit_of(const criterion& by, const py::object& facts, const who& is) {
  if (py::isinstance<held_unit>(facts))
    return called(py::cast<const held_unit&>(facts).content, is);
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  static const py::handle whole = kept("facts");
  static const py::handle heads[] = {kept("unit"), kept("id"), kept("name"),
                                     kept("kind")};
  const auto given = fact_mapping(facts);
  py::dict head, inner = given, rest;
  if (given.contains(whole)) {
    head = given;
    inner = fact_mapping(py::object(given[whole]));
  } else {
    for (const auto key : heads) {
      if (!given.contains(key) || slots_of(by).find(key)) continue;
      if (inner.is(given)) inner = given.attr("copy")();
      head[key] = inner.attr("pop")(key);
    }
  }
  auto values = take_facts(by, inner, [&rest](py::handle key, py::handle said) {
    rest[key] = said;
    return true;
  });
  norma::unit unit;
  if (is_twice(by, rest, values)) {  // the reader says so
    rest = inner;
    values.clear();
  }
  if (head.empty() && rest.empty()) {
    unit.facts = stated(by, std::move(values));
  } else {
    unit = read_as_file(by, head, rest, is);
    for (auto& [slot, content] : values)
      unit.set(slots_of(by).name(slot).get(), std::move(content));
  }
  if (unit.kind.empty()) unit.kind = by.gates.definition().unit;
  return called(std::move(unit), is);
}

}  // namespace norma_python
