// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path
#include <string>      // std::string
#include <vector>      // std::vector

#include "feel_case.hpp"
#include "judge.hpp"

namespace norma_feel {

/// The ids of cases that fail though `page`, a Markdown file, does not list them as
/// unsupported. It lists them in items, by suite: "- `0103-feel-is-function`:
/// time_002, 001#decision2". Throws std::runtime_error where it can not be read.
[[nodiscard]] std::vector<std::string> unexplained(const std::vector<feel_case>& cases,
                                                   const std::vector<outcome>& outcomes,
                                                   const std::filesystem::path& page);

}  // namespace norma_feel
