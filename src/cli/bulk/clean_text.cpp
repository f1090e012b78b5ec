// SPDX-License-Identifier: Apache-2.0
#include "clean_text.hpp"

#include <cstddef>  // std::size_t

#include <norma/core/text.hpp>

namespace norma::cli {

bool is_clean(std::string_view bytes) {
  bool controls = false, beyond = false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    controls |=
        (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
    beyond |= byte >= 0x80;
  }
  if (controls) return false;
  if (!beyond) return true;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const auto c = decode_code_point(bytes, i);
    const bool invalid = c.length == 1;
    if (invalid || c.value < 0xa0 || c.value == 0xfeff || turns_direction(c.value))
      return false;
    i += c.length;
  }
  return true;
}

}  // namespace norma::cli
