// SPDX-License-Identifier: Apache-2.0
#pragma once

// Streams of Arrow's C interface: read, and made of functions.

#include <functional>  // std::function

#include <norma/core/diagnostic.hpp>

#include "arrow_memory.hpp"

namespace norma_python {

/// The schema of a stream. Throws `norma::error` with the stream's own words.
[[nodiscard]] schema_ptr schema_from(ArrowArrayStream& from);

/// The next batch; null at the end. Throws as above.
[[nodiscard]] array_ptr next_from(ArrowArrayStream& from);

/// What a stream is read from: its schema, and its batches, the last of which is released
/// already. What they throw is told in the language, as the stream's failure.
[[nodiscard]] ArrowArrayStream stream_from(std::function<ArrowSchema()> schema,
                                           std::function<ArrowArray()> next,
                                           norma::language lang);

}  // namespace norma_python
