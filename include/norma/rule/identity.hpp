// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

namespace norma {

/// Name and version of a pack, with the hash of its files.
struct pack_identity {
  std::string id;
  std::string version;
  std::string hash;  ///< `sha256:…` over sorted (path, bytes), without tests/
  friend bool operator==(const pack_identity&, const pack_identity&) = default;
};

}  // namespace norma
