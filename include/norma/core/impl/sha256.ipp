// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/sha256.hpp>

#include <algorithm>  // std::copy, std::min
#include <cstddef>    // std::size_t
#include <iterator>   // std::back_inserter

#include <fmt/format.h>

#include <norma/core/impl/sha256_block.ipp>
#include <norma/core/impl/sha256_x86.ipp>

namespace norma {

NORMA_INLINE sha256::sha256()
    : state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19} {}

NORMA_INLINE void sha256::update(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t left = bytes.size();
  const std::size_t filled = length_ % buffer_.size();
  length_ += left;
  if (filled != 0) {
    const std::size_t taken = std::min(left, buffer_.size() - filled);
    std::copy(data, data + taken, buffer_.begin() + filled);
    data += taken;
    left -= taken;
    if (filled + taken < buffer_.size()) return;
    block(buffer_.data());
  }
  for (; left >= buffer_.size(); data += buffer_.size(), left -= buffer_.size()) {
    block(data);
  }
  std::copy(data, data + left, buffer_.begin());
}

NORMA_INLINE std::string sha256::finish() {
  const std::uint64_t bits = length_ * 8;
  update("\x80");
  while (length_ % buffer_.size() != 56) update(std::string_view("\0", 1));
  std::array<char, 8> length{};
  for (std::size_t i = 0; i < length.size(); ++i) {
    length[i] = static_cast<char>((bits >> (56 - 8 * i)) & 0xffU);
  }
  update({length.data(), length.size()});
  std::string result = "sha256:";
  for (const std::uint32_t word : state_) {
    fmt::format_to(std::back_inserter(result), "{:08x}", word);
  }
  return result;
}

NORMA_INLINE void sha256::block(const std::uint8_t* bytes) {
  static const bool by_instructions = detail::has_sha256_instructions();
  if (by_instructions) return detail::sha256_block_x86(state_, bytes);
  detail::sha256_block(state_, bytes);
}

}  // namespace norma
