// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path

#include "feel_case.hpp"

namespace norma_feel {

/// Reads a file of cases: `{"records": [{"id", "subset", "expression", "inputs",
/// "expected", "error_expected", "source"}]}`, values typed
/// (`{"t": "number", "v": "1.50"}`). A file may give `subset` and `source` once
/// for all its records. Adds to `into`; throws std::runtime_error, naming the
/// file, where it is not of that form.
void read_case_file(const std::filesystem::path& file, collection& into);

}  // namespace norma_feel
