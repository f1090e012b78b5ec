// SPDX-License-Identifier: Apache-2.0
// Without a compiled norma: two translation units that include its headers.
// judge <pack folder> <unit file>
#include <iostream>

#include "remedy.hpp"

int main(int, char** arguments) {
  const norma::pack pack = norma::load(arguments[1]);
  const auto report = norma::assess(pack.standard("enterprise.large_medium"),
                                    norma::read_unit(arguments[2], pack),
                                    {.as_of = *norma::date::of(2024, 3, 31)});
  std::cout << norma::to_string(report.verdict) << '\n' << describe_remedies(report);
}
