// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>  // std::function

#include "input.hpp"
#include "kinds.hpp"
#include "units.hpp"
#include "../check.hpp"
#include "../console.hpp"

namespace norma::cli {

/// Puts the unit of a row into the store, by itself.
using alone_reader =
    std::function<void(const row_block& rows, const row_place& at, unit_store& to)>;

/// Writes the whole report of the unit on the line that was asked for, as of a unit's
/// file.
[[nodiscard]] int report_line(row_reader& input, row_form form, const alone_reader& read,
                              bulk_kinds& kinds, const check_request& request,
                              console& to);

}  // namespace norma::cli
