// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <filesystem>   // std::filesystem::path
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

namespace norma {

struct fact_definition;

/// What reading a unit gave: a unit, or nothing and at least one error.
struct unit_result {
  std::optional<norma::unit> unit;
  std::vector<diagnostic> diagnostics;
  std::vector<std::filesystem::path> member_files = {};  ///< that it names
  source_span row = {};                                  ///< of a table: where it stands
  std::size_t fact_bytes = 0;  ///< of one unit: what its facts take, about
};

/// Reads a unit's facts (YAML or JSON, design section 5) against the
/// dictionary of `words`: scalars by their declared types, exactly. A scalar
/// that can not be read as its type, an unknown name, a bad date is an error
/// and gives no unit; what is read but breaks a range or a check is left to
/// `assess`. Read by parser events in one pass; memory is that of the facts.
[[nodiscard]] unit_result try_read_unit(const std::filesystem::path& where,
                                        const pack& words, const limits& bounds = {});

/// The same from a text already in memory, `bounds` holding for it as for a
/// file; `file->name()` names it in messages and `{file: members.csv}` is looked
/// for beside it.
[[nodiscard]] unit_result try_read_unit(source_ptr file, const pack& words,
                                        const limits& bounds = {});
/// The same of one text of many, whose hints are paid from `hints` together.
[[nodiscard]] unit_result try_read_unit(source_ptr file, const pack& words,
                                        const limits& bounds, hint_account& hints);

/// As `try_read_unit`, but throws `rule_error` if there is an error.
[[nodiscard]] norma::unit read_unit(const std::filesystem::path& where, const pack& words,
                                    const limits& bounds = {});

/// The `pack:` that a unit file names, without reading its facts; empty if it
/// names none, or can not be read that far: `findings` then says why, or that the file
/// is empty or one of rules.
[[nodiscard]] std::string pack_named_in(const std::filesystem::path& where,
                                        std::vector<diagnostic>& findings,
                                        const limits& bounds = {});

/// Units of a CSV file (columns `id`, `name`, `unit`, `kind`, fact names or
/// aliases, `x__date`): one result a row, in order; diagnostics about the
/// head stand in `diagnostics`. A table that takes too much memory (N0152), has too
/// many errors (N0156) or too many units (N0168) gives no rows: then the first of what
/// was found stand there, too.
struct table_result {
  std::vector<unit_result> rows;
  std::vector<diagnostic> diagnostics;
};
[[nodiscard]] table_result try_read_units(const std::filesystem::path& where,
                                          const pack& words,
                                          std::string_view default_kind = {},
                                          const limits& bounds = {});
/// The same from a text already in memory: a whole table, or its first line and some of
/// the rows below it.
[[nodiscard]] table_result try_read_units(source_ptr file, const pack& words,
                                          std::string_view default_kind = {},
                                          const limits& bounds = {});

/// Reads one scalar as files write it, as the fact's type: what unit files,
/// CSV cells and `change:` of tests share. Nothing and a diagnostic if it can
/// not be read so. An empty text is the caller's to treat: unknown.
[[nodiscard]] std::optional<value> read_scalar(std::string_view text,
                                               const fact_definition& as,
                                               const source_span& where,
                                               std::vector<diagnostic>& findings,
                                               const limits& bounds = {});

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/unit_file.ipp>
#endif
