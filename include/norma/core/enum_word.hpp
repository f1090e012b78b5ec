// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view

namespace norma::detail {

/// An enumerator and the word for it in files.
template <class Enum>
struct enum_word {
  Enum is;
  std::string_view word;
};

/// True if each enumerator stands at its place, so that none is missing among them.
template <class Enum, std::size_t N>
[[nodiscard]] consteval bool each_at_its_place(const enum_word<Enum> (&words)[N]) {
  for (std::size_t i = 0; i < N; ++i) {
    if (static_cast<std::size_t>(words[i].is) != i) return false;
  }
  return true;
}

}  // namespace norma::detail
