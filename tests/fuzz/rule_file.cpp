// SPDX-License-Identifier: Apache-2.0
// One file of a small pack; the first byte says which. What loads is complete: its
// standards judge an empty unit.
#include "fuzz.hpp"

#include <array>  // std::array

#include <norma/norma.hpp>
#include <norma/rule/content.hpp>

namespace {

constexpr std::array files{"contracts.yaml", "facts.yaml",   "parameters.yaml",
                           "pack.yaml",      "size_of.yaml", "scheme.yaml"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace norma_fuzz;
  namespace fs = std::filesystem;
  static const fs::path folder = [] {
    fs::copy("tests/golden/pack", own_folder() / "small", fs::copy_options::recursive);
    return own_folder() / "small";
  }();
  if (size == 0) return 0;
  const std::string name = files[data[0] % files.size()];
  const auto file = folder / name;
  write(file, text_of(data + 1, size - 1));
  const auto loaded = norma::try_load(folder, {.bounds = small_limits()});
  read_all(loaded.diagnostics);
  require(loaded.pack.has_value() || !loaded.diagnostics.empty(),
          "refused with a reason");
  if (loaded.pack) {
    for (const auto& standard : loaded.pack->standards()) {
      norma::unit unit;
      unit.kind = standard.definition().unit;
      const auto report =
          norma::assess(standard, unit, {.as_of = *norma::date::of(2024, 6, 30)});
      require(!norma::render_text(report).empty(), "a report has words");
    }
  }
  const auto original = fs::path("tests/golden/pack") / name;
  if (fs::exists(original)) {
    fs::copy_file(original, file, fs::copy_options::overwrite_existing);
  } else {
    fs::remove(file);
  }
  return 0;
}
