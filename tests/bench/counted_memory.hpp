// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

namespace norma_bench {

/// What `new` hands out in this program, since it was made; one at a time.
class counted_memory {
 public:
  counted_memory();
  /// Bytes held at once, at most, beyond what was held before.
  [[nodiscard]] std::size_t most() const;
  /// How often memory was taken.
  [[nodiscard]] std::size_t times() const;

 private:
  std::size_t before_, times_before_;
};

/// While it lives `new` hands memory out so many times, and then once more throws.
class failing_memory {
 public:
  explicit failing_memory(std::size_t times);
  failing_memory(const failing_memory&) = delete;
  failing_memory& operator=(const failing_memory&) = delete;
  ~failing_memory();
};

}  // namespace norma_bench
