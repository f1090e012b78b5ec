// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>    // std::array
#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint8_t, std::uint32_t

namespace norma::detail {

using sha256_state = std::array<std::uint32_t, 8>;

/// The first 32 bits of the fractional parts of the cube roots of the first
/// 64 primes (FIPS 180-4, 4.2.2).
inline constexpr std::array<std::uint32_t, 64> sha256_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2};

[[nodiscard]] constexpr std::uint32_t rotated_right(std::uint32_t x, unsigned n) {
  return (x >> n) | (x << (32U - n));
}

/// Takes a block of 64 bytes into the state.
inline void sha256_block(sha256_state& state, const std::uint8_t* bytes) {
  // The message schedule is kept as its last 16 words.
  std::array<std::uint32_t, 16> w{};
  for (std::size_t i = 0; i < w.size(); ++i) {
    w[i] = std::uint32_t{bytes[4 * i]} << 24U | std::uint32_t{bytes[4 * i + 1]} << 16U |
           std::uint32_t{bytes[4 * i + 2]} << 8U | std::uint32_t{bytes[4 * i + 3]};
  }
  const auto schedule = [&w](std::size_t i) {
    const std::uint32_t early = w[(i + 1) % 16];
    const std::uint32_t late = w[(i + 14) % 16];
    w[i] += (rotated_right(early, 7) ^ rotated_right(early, 18) ^ (early >> 3U)) +
            w[(i + 9) % 16] +
            (rotated_right(late, 17) ^ rotated_right(late, 19) ^ (late >> 10U));
  };
  // A round changes two of the eight words; the others move one place on,
  // which the caller does by giving them in another order.
  std::size_t base = 0;
  const auto round = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c,
                         std::uint32_t& d, std::uint32_t e, std::uint32_t f,
                         std::uint32_t g, std::uint32_t& h, std::size_t i) {
    if (base != 0) schedule(i);
    h += (rotated_right(e, 6) ^ rotated_right(e, 11) ^ rotated_right(e, 25)) +
         (g ^ (e & (f ^ g))) + sha256_constants[base + i] + w[i];
    d += h;
    h += (rotated_right(a, 2) ^ rotated_right(a, 13) ^ rotated_right(a, 22)) +
         ((a & b) | (c & (a | b)));
  };
  auto [a, b, c, d, e, f, g, h] = state;
  for (; base < 64; base += 16) {
    for (const std::size_t i : {0U, 8U}) {
      round(a, b, c, d, e, f, g, h, i);
      round(h, a, b, c, d, e, f, g, i + 1);
      round(g, h, a, b, c, d, e, f, i + 2);
      round(f, g, h, a, b, c, d, e, i + 3);
      round(e, f, g, h, a, b, c, d, i + 4);
      round(d, e, f, g, h, a, b, c, i + 5);
      round(c, d, e, f, g, h, a, b, i + 6);
      round(b, c, d, e, f, g, h, a, i + 7);
    }
  }
  const std::array<std::uint32_t, 8> sum = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < sum.size(); ++i) state[i] += sum[i];
}

}  // namespace norma::detail
