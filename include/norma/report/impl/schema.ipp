// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/schema.hpp>

#include <string>  // std::string

#include <norma/report/impl/schema_facts.ipp>
#include <norma/report/impl/schema_members.ipp>
#include <norma/report/impl/schema_plain.ipp>
#include <norma/report/impl/schema_report.ipp>
#include <norma/report/impl/schema_score.ipp>
#include <norma/report/impl/schema_tree.ipp>

namespace norma::report_detail {

[[nodiscard]] inline std::string whole_schema() {
  std::string all;
  for (const auto part : {schema_of_report, schema_of_tree, schema_of_facts,
                          schema_of_members, schema_of_score, schema_of_plain}) {
    all += part;
  }
  return all;
}

}  // namespace norma::report_detail

namespace norma {

NORMA_INLINE std::string_view report_schema() {
  static const std::string whole = report_detail::whole_schema();
  return whole;
}

}  // namespace norma
