// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::is_sorted, std::mismatch, std::stable_sort
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <numeric>      // std::iota
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <fmt/format.h>

#include <norma/core/text.hpp>

// Canonical JSON (RFC 8785), whatever it is of.

namespace norma::detail {

/// True if `a` comes before `b` by UTF-16 code units, RFC 8785's order: only
/// characters beyond U+FFFF, written as surrogates, stand elsewhere than in
/// the order of bytes.
[[nodiscard]] inline bool before_in_json(std::string_view a, std::string_view b) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const bool ends = (x == a.end() || is_ascii(*x)) && (y == b.end() || is_ascii(*y));
  if (ends) return y != b.end() && (x == a.end() || *x < *y);
  const auto place = [](char32_t c) -> char32_t {
    if (c > 0xffff) return 0x10000 + c;
    return c >= 0xe000 ? 0x200000 + c : c;
  };
  std::size_t i = 0;
  while (i < a.size() && i < b.size()) {
    const code_point of_a = decode_code_point(a, i);
    const code_point of_b = decode_code_point(b, i);
    if (of_a.value != of_b.value) return place(of_a.value) < place(of_b.value);
    if (of_a.length != of_b.length) return of_a.length < of_b.length;  // invalid bytes
    i += of_a.length;
  }
  return a.size() < b.size();
}

/// Writes objects, arrays and texts to the end of `out_`.
class canonical_json {
 protected:
  // What is written between these is one object or array: a comma goes before
  // all but the first.
  template <class Content>
  void object(Content content) {
    out_ += '{';
    content();
    out_ += '}';
  }
  template <class List, class Write>
  void array(const List& list, Write write) {
    out_ += '[';
    for (const auto& element : list) {
      if (out_.back() != '[') out_ += ',';
      write(element);
    }
    out_ += ']';
  }
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    string(name);
    out_ += ':';
  }
  void key(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

  void string(std::string_view s) {
    const auto plain = [](char c) {
      return ' ' <= c && c <= '~' && c != '"' && c != '\\';
    };
    out_ += '"';
    for (std::size_t i = 0; i < s.size();) {
      std::size_t end = i;
      while (end < s.size() && plain(s[end])) ++end;
      out_.append(s.substr(i, end - i));
      i = end;
      if (i == s.size()) break;
      const code_point c = decode_code_point(s, i);
      i += c.length;
      switch (c.value) {
        case '"': out_ += "\\\""; break;
        case '\\': out_ += "\\\\"; break;
        case '\b': out_ += "\\b"; break;
        case '\f': out_ += "\\f"; break;
        case '\n': out_ += "\\n"; break;
        case '\r': out_ += "\\r"; break;
        case '\t': out_ += "\\t"; break;
        default:
          if (c.value < 0x20) {
            out_ += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c.value));
          } else {
            append_code_point(out_, c.value);
          }
      }
    }
    out_ += '"';
  }

  /// Calls `write` with the places of `names`, in their order in JSON.
  template <class NameOf, class Write>
  static void in_order(std::size_t count, NameOf name_of, Write write) {
    const auto before = [&](std::size_t a, std::size_t b) {
      return before_in_json(name_of(a), name_of(b));
    };
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!std::is_sorted(order.begin(), order.end(), before)) {
      std::stable_sort(order.begin(), order.end(), before);
    }
    for (const auto i : order) write(i);
  }

  std::string out_;
};

}  // namespace norma::detail
