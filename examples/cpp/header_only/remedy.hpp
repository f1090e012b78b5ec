// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <norma/norma.hpp>

/// What would make the unit pass, one change a line.
std::string describe_remedies(const norma::report& report);
