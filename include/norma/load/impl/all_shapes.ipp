// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/scheme_shapes.ipp>
#include <norma/load/impl/standard_shapes.ipp>
#include <norma/load/impl/unit_shapes.ipp>

// What schemas are made of: every shape and every kind of file.

namespace norma::load_detail {

inline constexpr const shape* all_shapes[] = {
    &shapes::words,         &shapes::cited,        &shapes::days,
    &shapes::pack,          &shapes::base,         &shapes::document,
    &shapes::facts,         &shapes::unit_kind,    &shapes::measure,
    &shapes::category,      &shapes::record,       &shapes::field,
    &shapes::fact,          &shapes::derived_fact, &shapes::parameters,
    &shapes::parameter,     &shapes::override_of,  &shapes::dated_value,
    &shapes::table,         &shapes::row_file,     &shapes::derogation,
    &shapes::dropped,       &shapes::standard,     &shapes::copied_standard,
    &shapes::dropped_whole, &shapes::addition,     &shapes::group,
    &shapes::changed_group, &shapes::part,         &shapes::fact_part,
    &shapes::changed_part,  &shapes::embedded,     &shapes::proof,
    &shapes::exception,     &shapes::unit,         &shapes::listed_unit,
    &shapes::statement,     &shapes::versions,     &shapes::opinions,
    &shapes::period,        &shapes::tests,        &shapes::test_case,
    &shapes::scheme,        &shapes::admission,    &shapes::veto,
    &shapes::block,         &shapes::extra,        &shapes::scored_fact,
    &shapes::scored_whole,  &shapes::bands,        &shapes::grades,
    &shapes::lose,          &shapes::round,        &shapes::tier,
};

inline constexpr const shape_choice* all_choices[] = {
    &shapes::label,        &shapes::parameter_entry, &shapes::clause,
    &shapes::any_standard, &shapes::dropped_here,    &shapes::member,
    &shapes::change,       &shapes::supplied,        &shapes::causes,
    &shapes::any_file,     &shapes::scored_part,
};

/// A kind of files and the form of its root.
struct file_kind {
  std::string_view name, root, title;
};

inline constexpr file_kind all_file_kinds[] = {
    {"pack", "pack", "norma: pack.yaml"},
    {"facts", "facts", "norma: facts.yaml"},
    {"parameters", "parameters", "norma: parameters.yaml"},
    {"standard", "any_standard", "norma: a standard"},
    {"table", "table", "norma: a decision table"},
    {"scheme", "scheme", "norma: a scoring scheme"},
    {"tests", "tests", "norma: tests of rules"},
    {"unit", "unit", "norma: a unit with its facts"},
    {"file", "any_file", "norma: any file, told by its keys"},
};

}  // namespace norma::load_detail
