// SPDX-License-Identifier: Apache-2.0
// The text of an expression or of unary tests: what is read is printed, and read
// again gives the same tree.
#include "fuzz.hpp"

#include <norma/expr/parse.hpp>
#include <norma/expr/print.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace norma_fuzz;
  const auto text = text_of(data, size);
  const auto parsed = norma::expr::parse(text);
  read_all(parsed.diagnostics);
  require(parsed.tree.has_value() || !parsed.diagnostics.empty(),
          "refused with a reason");
  if (parsed.tree.has_value()) {
    const auto printed = norma::expr::print(*parsed.tree);
    const auto again = norma::expr::parse(printed);
    require(again.tree.has_value(), "what is printed can be read: " + printed);
    require(norma::expr::print(*again.tree) == printed,
            "printed twice, the same: " + printed);
  }
  read_all(norma::expr::parse_tests(text).diagnostics);
  return 0;
}
