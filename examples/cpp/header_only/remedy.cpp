// SPDX-License-Identifier: Apache-2.0
#include "remedy.hpp"

std::string describe_remedies(const norma::report& report) {
  std::string lines;
  for (const auto& remedy : report.remedies)
    for (const auto& change : remedy.changes)
      lines += change.fact + ": " + change.from.to_string() + " -> " +
               change.to.to_string() + "\n";
  return lines;
}
