// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include "feel_case.hpp"

namespace norma_feel {

/// The value of FEEL type `kind` (`number`, `date and time`, `duration` …) that
/// `text` writes.
[[nodiscard]] given_value read_value(std::string_view kind, const std::string& text);

/// A list, or nothing as soon as one element is nothing.
[[nodiscard]] given_value make_list(const std::vector<given_value>& elements);

/// A record of named fields, or nothing as soon as one field is nothing.
[[nodiscard]] given_value make_record(
    const std::vector<std::pair<std::string, given_value>>& fields);

}  // namespace norma_feel
