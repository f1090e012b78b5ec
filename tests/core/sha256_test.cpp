// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <norma/core/sha256.hpp>

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
