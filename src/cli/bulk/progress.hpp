// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>    // std::chrono
#include <cstddef>   // std::size_t
#include <optional>  // std::optional

#include "../console.hpp"

namespace norma::cli {

/// How far a long run is, with its rate and the time left; on a terminal alone.
class bulk_progress {
 public:
  /// `size`: of the whole input, where it is known.
  bulk_progress(console& to, std::optional<std::size_t> size) : to_(to), size_(size) {}

  /// `units` were judged, after which `read` bytes of the input have been read.
  void tell(std::size_t units, std::size_t read);

 private:
  using clock = std::chrono::steady_clock;

  console& to_;
  std::optional<std::size_t> size_;
  clock::time_point begun_ = clock::now();
  clock::time_point told_ = begun_;
};

}  // namespace norma::cli
