// SPDX-License-Identifier: Apache-2.0
// Judges a unit from a file: judge <pack folder> <unit file>
#include <iostream>

#include <norma/norma.hpp>

int main(int, char** arguments) try {
  const norma::pack pack = norma::load(arguments[1]);
  const norma::unit unit = norma::read_unit(arguments[2], pack);
  const norma::report report =
      norma::assess(pack.standard("enterprise.large_medium"), unit,
                    {.as_of = *norma::date::parse("2024-03-31")});
  std::cout << report.unit_name << ": " << norma::to_string(report.verdict) << '\n';
} catch (const norma::error& problem) {
  std::cerr << problem.what();
  return 1;
}
