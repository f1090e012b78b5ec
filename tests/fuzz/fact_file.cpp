// SPDX-License-Identifier: Apache-2.0
// A unit's facts, YAML or JSON: what is read is judged, reported, and the report
// read back is the same.
#include "fuzz.hpp"

#include <memory>  // std::make_shared

#include <norma/norma.hpp>
#include <norma/report/json_read.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace norma_fuzz;
  static const auto pack = norma::load("tests/golden/pack");
  static const auto standard = pack.standard("contracts");
  const auto read =
      norma::try_read_unit(std::make_shared<const norma::source_file>(
                               "unit.yaml", std::string(text_of(data, size))),
                           pack, small_limits());
  read_all(read.diagnostics);
  require(read.unit.has_value() || !read.diagnostics.empty(), "refused with a reason");
  if (!read.unit || read.unit->kind != "enterprise") return 0;
  const auto report =
      norma::assess(standard, *read.unit, {.as_of = *norma::date::of(2024, 6, 30)});
  const auto written = norma::to_json(report);
  const auto again = norma::from_json(written);
  require(again && norma::to_json(*again) == written, "a report read back is the same");
  for (const auto lang : {norma::language::zh, norma::language::en}) {
    require(norma::render_html(report, lang).find("<script") == std::string::npos,
            "no script");
    require(!norma::render_markdown(report, lang).empty(), "a report has words");
    require(!norma::render_text(report, {.lang = lang}).empty(), "a report has words");
  }
  return 0;
}
