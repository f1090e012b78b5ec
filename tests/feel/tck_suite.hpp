// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path

#include "feel_case.hpp"

namespace norma_feel {

/// Reads the test cases of a checkout of the public DMN TCK
/// (https://github.com/dmn-tck/tck) that compliant engines pass: those under
/// TestCases/compliance-level-*. Cases whose decision is not one literal
/// expression are left out, with the reason. A case is called
/// `compliance-level-3/0050-feel-abs-function#001#decision001`: level/suite#test
/// case#decision. Throws std::runtime_error where a file is not of that form.
void read_tck(const std::filesystem::path& checkout, collection& into);

}  // namespace norma_feel
