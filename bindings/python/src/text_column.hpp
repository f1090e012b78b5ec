// SPDX-License-Identifier: Apache-2.0
#pragma once

// A column of texts that few rows have.

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <utility>  // std::pair
#include <vector>   // std::vector

#include "arrow_memory.hpp"

namespace norma_python {

/// Texts by row, the rows ascending.
using row_texts = std::vector<std::pair<std::size_t, std::string>>;

/// What a column of texts is to Arrow: their ends have 64 bits.
[[nodiscard]] ArrowSchema text_schema(std::string name);

/// So many rows, null but those that have a text.
[[nodiscard]] ArrowArray text_column(std::size_t rows, const row_texts& texts);

}  // namespace norma_python
