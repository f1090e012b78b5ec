// SPDX-License-Identifier: Apache-2.0
// Prints sample reports as JSON: an array of eight; one alone with `--one`.
#include <iostream>  // std::cout
#include <string_view>
#include <vector>

#include <norma/report/json.hpp>

#include "sample.hpp"

int main(int count, char** arguments) {
  if (count > 1 && std::string_view(arguments[1]) == "--one") {
    std::cout << norma::to_json(norma_test::failing_report());
  } else {
    const std::vector<norma::report> all = {
        norma_test::failing_report(),
        norma_test::passing_report(),
        norma_test::intricate_report(),
        norma_test::hostile_report("</script>\"\\\x01\n\xe2\x80\xae\xff"),
        norma_test::scored_report(),
        norma_test::short_of_points_report(),
        norma_test::members_report(),
        norma_test::supposed_report()};
    std::cout << norma::to_json(all);
  }
  return std::cout.flush() ? 0 : 1;
}
