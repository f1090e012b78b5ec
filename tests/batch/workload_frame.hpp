// SPDX-License-Identifier: Apache-2.0
#pragma once

// Workload W as a frame of columns, in bits or in bytes, from any unit on.

#include <cstddef>  // std::size_t

#include <norma/batch/frame.hpp>

#include "bench/workload.hpp"

namespace norma_bench {

/// `rows` units from `first` on; the workload has to outlive the frame.
inline norma::batch::frame frame_of(const workload& w, bool bytes, std::size_t first,
                                    std::size_t rows) {
  using norma::batch::column;
  using norma::batch::layout;
  norma::batch::frame f("enterprise", rows);
  const auto add = [&](const char* name, const void* values, std::size_t fact, layout is,
                       int scale) {
    column c;
    c.is = is;
    c.length = rows;
    c.offset = first;
    c.values = values;
    c.scale = scale;
    if (bytes) {
      c.valid_bytes = w.valid_bytes[fact].data;
    } else {
      c.valid_bits = w.valid_bits[fact].data;
    }
    f.add(name, c);
  };
  for (std::size_t i = 0; i < boolean_count; ++i) {
    if (bytes) {
      add(boolean_names[i], w.boolean_bytes[i].data, i, layout::boolean_byte, 0);
    } else {
      add(boolean_names[i], w.boolean_bits[i].data, i, layout::boolean, 0);
    }
  }
  for (std::size_t i = 0; i < count_count; ++i) {
    add(count_names[i], w.counts[i].data, boolean_count + i, layout::int32, 0);
  }
  for (std::size_t i = 0; i < amount_count; ++i) {
    add(amount_names[i], w.amounts[i].data, boolean_count + count_count + i,
        layout::int64, 2);
  }
  return f;
}

}  // namespace norma_bench
