// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path
#include <optional>    // std::optional
#include <string>      // std::string
#include <vector>      // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/error.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/pack.hpp>

namespace norma {

/// Where packs are looked for, and how much input is taken.
struct load_options {
  /// Folders that hold packs, tried after the folder beside the pack loaded.
  std::vector<std::filesystem::path> search = {};
  /// The folder of the built-in packs, tried last; empty: none.
  std::filesystem::path builtin = {};
  limits bounds = {};
};

/// What loading gave: a pack, or nothing and at least one error. Warnings may
/// stand beside a pack.
struct load_result {
  std::optional<norma::pack> pack;
  std::vector<diagnostic> diagnostics;  ///< in order of file and place
  /// Those of the pack and of the packs it builds on that were read.
  std::vector<std::filesystem::path> files = {};
};

/// Loads the pack in folder `where` and those it builds on, checks and
/// compiles it. Collects every finding (design section 10); never throws for
/// bad files.
[[nodiscard]] load_result try_load(const std::filesystem::path& where,
                                   const load_options& options = {});

/// As `try_load`, but throws `rule_error` with all diagnostics if there is an
/// error.
///
///     norma::pack zj = norma::load("rules/cn-zj");
[[nodiscard]] norma::pack load(const std::filesystem::path& where,
                               const load_options& options = {});

/// The folder of pack `name`: `name` itself if it is a folder with a
/// pack.yaml, else the first found in `options.search`, then among the
/// built-in ones; empty if there is none.
[[nodiscard]] std::filesystem::path find_pack(const std::string& name,
                                              const load_options& options);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/load.ipp>
#endif
