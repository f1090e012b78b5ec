// SPDX-License-Identifier: Apache-2.0
#pragma once

// One unit of workload W in a record, as a system holds one: its members are the columns
// of a frame of one row.

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint8_t …

#include <norma/batch/frame.hpp>

#include "batch/workload_frame.hpp"

namespace norma_bench {

struct workload_record {
  std::uint8_t booleans[boolean_count];
  std::uint8_t known[boolean_count + count_count + amount_count];
  std::int32_t counts[count_count];
  std::int64_t amounts[amount_count];
};

inline workload_record record_at(const workload& w, std::size_t unit) {
  workload_record r{};
  for (std::size_t i = 0; i < boolean_count; ++i) {
    r.booleans[i] = w.boolean_bytes[i].data[unit];
  }
  for (std::size_t i = 0; i < count_count; ++i) r.counts[i] = w.counts[i].data[unit];
  for (std::size_t i = 0; i < amount_count; ++i) r.amounts[i] = w.amounts[i].data[unit];
  for (std::size_t i = 0; i < w.valid_bytes.size(); ++i) {
    r.known[i] = w.valid_bytes[i].data[unit];
  }
  return r;
}

/// The record has to outlive the frame.
inline norma::batch::frame frame_of(const workload_record& r) {
  norma::batch::frame f("enterprise", 1);
  const std::uint8_t* known = r.known;
  for (std::size_t i = 0; i < boolean_count; ++i) {
    f.add(boolean_names[i], norma::batch::booleans({&r.booleans[i], 1}, {known++, 1}));
  }
  for (std::size_t i = 0; i < count_count; ++i) {
    f.add(count_names[i], norma::batch::integers({&r.counts[i], 1}, {known++, 1}));
  }
  for (std::size_t i = 0; i < amount_count; ++i) {
    f.add(amount_names[i], norma::batch::integers({&r.amounts[i], 1}, {known++, 1}, 2));
  }
  return f;
}

}  // namespace norma_bench
