// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>

namespace norma::cli {

/// What is said of an input that is no text: columns in Parquet or Arrow, a workbook,
/// what is compressed, by the bytes that it begins with, of which eight are enough;
/// `read_here` are the forms that fit. Nothing of any other.
[[nodiscard]] std::optional<diagnostic> other_form(const std::string& name,
                                                   std::string_view first,
                                                   const text& read_here);

/// What is said of JSON that is no file of one unit, by its name and how it begins: a
/// report, a list, or objects on lines. Nothing of any other.
[[nodiscard]] std::optional<diagnostic> no_single_unit(const std::string& name,
                                                       std::string_view first);

/// True of the head of a pack, by how it begins: it has the keys `pack` and `version`,
/// and a file of a unit has no `version`.
[[nodiscard]] bool is_head_of_pack(std::string_view first);

/// What is said of what has no object on each of its lines: a report, a list, one object
/// on several, YAML, the head of a pack; `facts` as `--facts` names it, `-` for standard
/// input.
[[nodiscard]] std::optional<diagnostic> no_lines(const std::string& facts,
                                                 std::string_view first);

/// True if the bytes, which are no UTF-8, are text in GB 18030 (GBK).
[[nodiscard]] bool is_gb18030(std::string_view bytes);

/// N0103 of the byte `at` (counted from 0) of the file `name`; of text in GB 18030, which
/// `around` it is, N0140.
[[nodiscard]] diagnostic no_utf8(const std::string& name, std::string_view around,
                                 std::size_t at);

}  // namespace norma::cli
