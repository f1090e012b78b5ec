// SPDX-License-Identifier: Apache-2.0
// A CSV file of units; each row that is read is judged.
#include "fuzz.hpp"

#include <norma/norma.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace norma_fuzz;
  static const auto pack = norma::load("tests/golden/pack");
  static const auto standard = pack.standard("contracts");
  static const auto file = own_folder() / "units.csv";
  write(file, text_of(data, size));
  const auto read = norma::try_read_units(file, pack, "enterprise", small_limits());
  read_all(read.diagnostics);
  for (const auto& row : read.rows) {
    read_all(row.diagnostics);
    require(row.unit.has_value() || !row.diagnostics.empty(), "refused with a reason");
    if (!row.unit || row.unit->kind != "enterprise") continue;
    const norma::days on{*norma::date::of(2024, 6, 30), {}};
    static_cast<void>(norma::judge(standard, norma::bind(standard, *row.unit, on)));
  }
  return 0;
}
