// SPDX-License-Identifier: Apache-2.0
#pragma once

// norma decides whether a unit (an enterprise, a site, a park) meets a
// published standard, and says why, exactly, with the clause in hand.
//
// -----------------------------------------------------------------------
// THE WHOLE OF IT
//
//   #include <norma/norma.hpp>
//
//   norma::pack pack = norma::load("rules/cn-zj");
//   norma::unit unit = norma::read_unit("unit.yaml", pack);
//   norma::report report = norma::assess(pack.standard("enterprise.large_medium"),
//                                        unit, {.as_of = *norma::date::of(2024, 3, 31)});
//   std::cout << norma::render_text(report, {.lang = norma::language::en});
//
// A *pack* is a folder of rules: what facts there are, which standards, what
// their clauses require. A *unit* is whoever is judged, with the facts known
// about it. A *report* is the decision, as a value: it owns all it shows.
//
// -----------------------------------------------------------------------
// FOUR VERDICTS
//
//   switch (report.verdict) {
//     case norma::verdict::pass:            // every deciding part holds
//     case norma::verdict::fail:            // at least one does not
//     case norma::verdict::undetermined:    // a fact is missing, pending, expired …
//     case norma::verdict::not_applicable:  // the standard is not for this unit
//   }
//
// Undetermined is neither pass nor fail: a fact that nobody supplied is never
// taken for zero, false or "fine". It always carries its causes:
//
//   const norma::report_node* part = norma::find_node(report, "mediation/coordinators");
//   for (const norma::cause& c : part->causes) std::cout << c.fact << '\n';
//
// Giving a value to an unknown fact never turns a pass, a fail or a
// not_applicable into something else.
//
// -----------------------------------------------------------------------
// FACTS FROM A PROGRAM
//
//   norma::unit u{.kind = "enterprise", .id = "1", .name = "甬江泵业"};
//   u.set("coordinator_count", 2);                        // whole numbers
//   u.set("size_class", "large");                         // ids of categories
//   u.set("training_fund_due_amount", *norma::number::parse("1000000.50"));
//   u.set("union_sound", true);
//   u.erase("union_sound");                               // unknown again
//
// Numbers are exact rationals of any size (`norma::number`); no double decides
// anything. Days are `norma::date`, without clock or time zone. A value of the
// wrong type is a data error in the report, not an exception.
//
// -----------------------------------------------------------------------
// TWO DAYS
//
//   norma::assess(standard, unit, {.as_of = day, .known_as_of = other_day});
//
// `as_of` is required: the law and the evidence of that day hold. The library
// never asks a clock. `known_as_of` leaves out facts recorded after it, so that
// a decision can be repeated as it was taken. Same inputs and days give the
// same report, byte by byte, on every machine.
//
// -----------------------------------------------------------------------
// WHY, BY HOW MUCH, AND WHAT TO DO
//
//   report.tree                         standard > item > part, each with verdict,
//                                       clause, condition with the values put in
//   node.distance                       value minus the nearest value that passes
//   report.remedies                     least changes after which nothing fails
//   report.missing                      least sets of facts that would decide it
//
//   for (const norma::remedy& r : report.remedies)
//     for (const norma::fact_change& c : r.changes)
//       std::cout << c.fact << ": " << c.to.to_string() << '\n';
//
// Renderers over the same value: render_text, render_markdown, render_html,
// to_json (its schema: report_schema()). Every text exists in Chinese and in
// English: `report.standard_title.in(norma::language::zh)`.
//
// -----------------------------------------------------------------------
// MANY UNITS, ONE STANDARD
//
// Binding a unit's facts and judging them are two steps. `judge` gives the
// verdict alone, the same as `assess`, and allocates nothing for explanations:
//
//   norma::bound_facts bound = norma::bind(standard, unit, {.as_of = day});
//   norma::verdict v = norma::judge(standard, bound);
//   if (v == norma::verdict::fail) auto why = norma::assess(standard, bound);
//
// Of millions of units a plan judges whole columns, exactly, on several threads:
//
//   norma::batch::plan plan(standard, {.as_of = day});
//   norma::batch::verdicts found = plan.judge(county, {.threads = 8});
//
// -----------------------------------------------------------------------
// WHEN SOMETHING IS WRONG
//
// Files: `load`, `read_unit` throw `norma::rule_error` with *all* findings;
// `try_load`, `try_read_unit` return them instead and never throw for what
// stands in a file. A finding has a code, a place, a message and a hint, in
// both languages:
//
//   auto result = norma::try_load("rules/mine");
//   for (const norma::diagnostic& d : result.diagnostics)
//     std::cerr << norma::render(d, norma::language::en);
//   if (result.pack) …
//
// Facts: never an exception. What breaks a range, a check or a type is unknown
// by data error, with its cause in the report.
// Misuse of the interface (a standard that the pack does not have) throws
// `norma::error`. The library never prints, exits or aborts.
//
// -----------------------------------------------------------------------
// THREADS
//
// A pack and everything in it is immutable once loaded and cheap to copy: share
// one between any number of threads. So are reports and bound facts. `unit` is
// an ordinary value: one thread writes it at a time. There is no global state.
//
// -----------------------------------------------------------------------
// ONE EXPRESSION
//
//   #include <norma/expr/evaluate.hpp>
//
//   auto checked = norma::expr::compile("0.1 + 0.2 = 0.3", {});
//   if (checked.result) {
//     norma::value v = norma::expr::evaluate(*checked.result, {});
//     std::cout << v.to_string();       // true
//   }
//
// The language is a strict profile of FEEL (OMG DMN 1.5) with units of measure,
// percentages, Chinese names and unknown values; see docs/rule-language.md.
//
// -----------------------------------------------------------------------
// HEADERS
//
// This header reaches no third-party header, and every other one of norma but
// what tools for authors of rules need: a program that scores units by schemes
// includes <norma/assess/assess_scheme.hpp>, one that looks into a pack (its
// facts, tables, parameters, the nodes of its standards)
// <norma/rule/content.hpp>, one that evaluates expressions
// <norma/expr/evaluate.hpp>, one that runs the tests of rules
// <norma/analysis/rule_test.hpp>, one that judges millions of units by columns
// <norma/batch/plan.hpp>, with <norma/batch/arrow.hpp> for Arrow's record batches.
// What stands in a namespace `detail` or a folder `impl` may change at any time.

// core: texts, places, findings, limits
#include <norma/config.hpp>
#include <norma/version.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/enum_word.hpp>
#include <norma/core/error.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/message.hpp>
#include <norma/core/name_map.hpp>
#include <norma/core/rare.hpp>
#include <norma/core/severity.hpp>
#include <norma/core/shared.hpp>
#include <norma/core/sha256.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>

// value: exact numbers, days, truth, what is unknown and why
#include <norma/value/cause.hpp>
#include <norma/value/date.hpp>
#include <norma/value/duration.hpp>
#include <norma/value/number.hpp>
#include <norma/value/time.hpp>
#include <norma/value/truth.hpp>
#include <norma/value/value.hpp>

// rule: packs, standards, facts, units
#include <norma/rule/citation.hpp>
#include <norma/rule/identity.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/structure.hpp>
#include <norma/rule/suppose.hpp>
#include <norma/rule/unit.hpp>

// load: packs and units from files
#include <norma/load/load.hpp>
#include <norma/load/schema.hpp>
#include <norma/load/stated_value.hpp>
#include <norma/load/unit_file.hpp>

// assess: verdicts and their reasons
#include <norma/assess/assess.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/missing.hpp>
#include <norma/assess/remedy.hpp>
#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>

// report: the report as text, JSON, Markdown, HTML
#include <norma/report/html.hpp>
#include <norma/report/json.hpp>
#include <norma/report/json_read.hpp>
#include <norma/report/markdown.hpp>
#include <norma/report/schema.hpp>
#include <norma/report/text.hpp>
