// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long parts of a report are, as `telling` counts it.

#include <cstddef>  // std::size_t

#include <norma/assess/impl/telling.ipp>
#include <norma/assess/report.hpp>

namespace norma::detail {

[[nodiscard]] inline std::size_t report_bytes(const condition_shown& c) {
  std::size_t all = 40 + c.source.size() + telling::bytes_of(c.shown);
  for (const auto& one : c.deciding.get()) all += telling::bytes_of(one);
  return all;
}

[[nodiscard]] inline std::size_t report_bytes(const distance& d) {
  return 60 + d.fact.size() + telling::bytes_of(d.label) + telling::bytes_of(d.shown);
}

[[nodiscard]] inline std::size_t report_bytes(const remedy& r) {
  std::size_t all = 80;
  for (const auto& c : r.changes) {
    all += 120 + c.fact.size() + telling::bytes_of(c.label) +
           2 * telling::bytes_of(c.from_shown) + 2 * telling::bytes_of(c.to_shown) +
           telling::bytes_of(c.by_shown);
  }
  for (const auto& t : r.requirements) all += telling::bytes_of(t);
  return all;
}

}  // namespace norma::detail
