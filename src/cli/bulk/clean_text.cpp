// SPDX-License-Identifier: Apache-2.0
#include "clean_text.hpp"

#include <cstddef>   // std::size_t
#include <optional>  // std::optional

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

namespace {

/// The value of four hexadecimal digits; nothing for others.
std::optional<char32_t> code_unit(std::string_view digits) {
  char32_t value = 0;
  if (digits.size() < 4) return std::nullopt;
  for (const char c : digits.substr(0, 4)) {
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!letter && (c < '0' || c > '9')) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(letter ? (c & 0x0f) + 9 : c - '0');
  }
  return value;
}

}  // namespace

bool has_clean_escapes(std::string_view json) {
  for (auto i = json.find('\\'); i != json.npos; i = json.find('\\', i + 2)) {
    if (i + 1 >= json.size()) return true;
    const char kind = json[i + 1];
    if (kind == 'b' || kind == 'f') return false;
    if (kind != 'u') continue;
    const auto c = code_unit(json.substr(i + 2));
    if (!c) continue;
    const bool blank = *c == '\t' || *c == '\n' || *c == '\r';
    const bool control = (*c < 0x20 && !blank) || (*c >= 0x7f && *c < 0xa0);
    if (control || *c == 0xfeff || turns_direction(*c)) return false;
  }
  return true;
}

}  // namespace norma::cli
