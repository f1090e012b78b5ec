// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "python.hpp"

namespace norma_python {

/// A mapping of facts as a dict: any Mapping, a row of a frame. Throws TypeError.
[[nodiscard]] py::dict fact_mapping(const py::object& facts);

/// The unit that a unit file with this head and these facts would tell. Throws
/// `fact_error`, its findings pointing into the facts as JSON writes them.
[[nodiscard]] norma::unit read_as_file(const criterion& by, const py::dict& head,
                                       const py::dict& facts, const who& is);

}  // namespace norma_python
