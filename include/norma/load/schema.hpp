// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>

namespace norma {

/// The kinds of files that have a schema: `pack`, `facts`, `parameters`,
/// `standard`, `table`, `scheme`, `tests`, `unit`, and `file` for any of them.
[[nodiscard]] std::vector<std::string> file_kinds();

/// The JSON Schema (draft 2020-12) of a kind of files, made of the tables that
/// say what the loader accepts; nothing for an unknown kind. It tells keys and
/// the forms of values; what names mean and what conditions say is the
/// loader's to check. Also at docs/schemas/<kind>.schema.json.
///
///     const auto schema = *norma::file_schema("standard");
[[nodiscard]] std::optional<std::string> file_schema(std::string_view kind);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/schema.ipp>
#endif
