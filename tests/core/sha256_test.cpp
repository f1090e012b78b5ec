// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <norma/core/impl/sha256_block.ipp>
#include <norma/core/impl/sha256_x86.ipp>
#include <norma/core/sha256.hpp>

namespace norma_test::sha256_test {

namespace {

std::string digest(std::string_view bytes) {
  norma::sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

}  // namespace

TEST_CASE("SHA-256 gives the digests of the FIPS 180-4 examples") {
  CHECK(digest("") ==
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(digest("abc") ==
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(digest("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
               "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
        "sha256:cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
}

TEST_CASE("SHA-256 gives the digest of a million letters, given in uneven pieces") {
  const std::string piece(997, 'a');
  norma::sha256 hash;
  std::size_t left = 1'000'000;
  while (left != 0) {
    const std::size_t taken = std::min(left, piece.size());
    hash.update(std::string_view(piece).substr(0, taken));
    left -= taken;
  }
  CHECK(hash.finish() ==
        "sha256:cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest does not depend on how the bytes were cut") {
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes.push_back(static_cast<char>(i));
  for (std::size_t length = 0; length <= 200; ++length) {
    const auto text = std::string_view(bytes).substr(0, length);
    norma::sha256 halves;
    halves.update(text.substr(0, length / 3));
    halves.update({});
    halves.update(text.substr(length / 3));
    REQUIRE(halves.finish() == digest(text));
  }
}

TEST_CASE("the processor's instructions for SHA-256 give what the code gives") {
  if (!norma::detail::has_sha256_instructions()) {
    SUCCEED("there are none");
    return;
  }
  norma::detail::sha256_state by_code{}, by_instructions{};
  std::uint8_t bytes[64];
  std::uint32_t seed = 1;
  for (int round = 0; round < 1000; ++round) {
    for (auto& byte : bytes)
      byte = static_cast<std::uint8_t>((seed = seed * 1664525 + 1013904223) >> 24);
    norma::detail::sha256_block(by_code, bytes);
    norma::detail::sha256_block_x86(by_instructions, bytes);
    REQUIRE(by_code == by_instructions);
  }
}

}  // namespace norma_test::sha256_test
