// SPDX-License-Identifier: Apache-2.0
// An expression over known and unknown facts, through both doors: it ends, twice
// alike, with causes and without.
#include "fuzz.hpp"

#include "expr/workbench.hpp"

namespace {

workbench::bench make(norma::expr::door through) {
  using norma::number;
  workbench::bench made;
  made.options.through = through;
  made.options.bounds = norma_fuzz::small_limits();
  made.set("a", number{3});
  made.set("p", true);
  made.set("workers", number{1000});
  made.set("d", workbench::day("2024-02-29"));
  made.set("t", std::string{"文字"});
  made.set("size", std::string{"small"});
  made.set("numbers",
           norma::value{norma::list_value{number{1}, number{2}, norma::value{}}});
  return made;
}

void run(workbench::bench& by, std::string_view text) {
  using norma_fuzz::require;
  const auto compiled = by.compile(text);
  norma_fuzz::read_all(compiled.diagnostics);
  if (!compiled.result) {
    require(!compiled.diagnostics.empty(), "refused with a reason");
    return;
  }
  by.errors.clear();
  by.with_causes = true;
  const auto value = norma::expr::evaluate(*compiled.result, by.environment());
  norma_fuzz::read_all(by.errors);
  const auto shown = workbench::bench::show_value(value);
  require(workbench::bench::show_value(
              norma::expr::evaluate(*compiled.result, by.environment())) == shown,
          "the same twice");
  by.with_causes = false;
  const auto bare = norma::expr::evaluate(*compiled.result, by.environment());
  require(bare.is_unknown() == value.is_unknown(), "causes change nothing");
  if (!value.is_unknown())
    require(bare.to_string() == value.to_string(), "causes change nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto pack = make(norma::expr::door::pack);
  static auto feel = make(norma::expr::door::feel);
  const auto text = norma_fuzz::text_of(data, size);
  run(pack, text);
  run(feel, text);
  return 0;
}
