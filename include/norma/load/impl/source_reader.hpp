// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path
#include <string>      // std::string
#include <vector>      // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>

namespace norma::load_detail {

/// The name of a file in messages: its path with forward slashes, in UTF-8.
[[nodiscard]] std::string shown_path(const std::filesystem::path& where);

/// Reads a text file whole; its size is looked at before. Null and a finding
/// if it can not be read (N0101), is larger than `bounds.file_bytes` (N0102)
/// or `check_text` objects.
[[nodiscard]] source_ptr read_source(const std::filesystem::path& where,
                                     const limits& bounds,
                                     std::vector<diagnostic>& findings);

/// The same for a text in memory. False and a finding if it is null (N0101) or as
/// for a file.
[[nodiscard]] bool check_source(const source_ptr& file, const limits& bounds,
                                std::vector<diagnostic>& findings);

/// True if the text is not compressed (N0169) and valid UTF-8 (N0103) without control
/// characters (N0104) and characters that change the direction of writing (N0105); a byte
/// order mark at its beginning is allowed.
bool check_text(const source_ptr& file, const limits& bounds,
                std::vector<diagnostic>& findings);

}  // namespace norma::load_detail

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/source_reader.ipp>
#endif
