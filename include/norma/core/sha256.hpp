// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>        // std::array
#include <cstdint>      // std::uint8_t, std::uint32_t, std::uint64_t
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/config.hpp>

namespace norma {

/// SHA-256 (FIPS 180-4) over bytes given piece by piece.
class sha256 {
 public:
  sha256();
  void update(std::string_view bytes);
  /// The digest as "sha256:" and 64 hexadecimal digits. Ends the computation.
  [[nodiscard]] std::string finish();

 private:
  void block(const std::uint8_t* bytes);
  std::array<std::uint32_t, 8> state_;
  std::array<std::uint8_t, 64> buffer_{};
  std::uint64_t length_ = 0;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/core/impl/sha256.ipp>
#endif
