// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/core/limits.hpp>
#include <norma/value/date.hpp>

#include "console.hpp"

// What options may be set to. Each is true if the text is such a value, or absent; else
// it says what would be.

namespace norma::cli {

[[nodiscard]] bool read_day(const std::optional<std::string>& text,
                            const std::string& option, std::optional<date>& day,
                            console& to);

/// `--max-bytes` holds for every file, and for a pack with all it builds on.
[[nodiscard]] bool read_size(const std::optional<std::string>& text, limits& bounds,
                             console& to);

/// `--max-steps` holds for one expression and for one assessment.
[[nodiscard]] bool read_steps(const std::optional<std::string>& text, limits& bounds,
                              console& to);

[[nodiscard]] bool read_threads(const std::optional<std::string>& text, unsigned& threads,
                                console& to);

/// A line of an input, counted from 1.
[[nodiscard]] bool read_line(const std::optional<std::string>& text, std::size_t& line,
                             console& to);

/// Whether the word is among those that are known.
[[nodiscard]] bool one_of(const std::string& word, const std::string& option,
                          const std::vector<std::string>& known, console& to);

}  // namespace norma::cli
