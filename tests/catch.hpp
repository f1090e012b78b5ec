// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only file that knows which Catch2 there is.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>  // version 3
#else
#include <catch2/catch.hpp>  // version 2
#endif

#include <cstddef>  // std::size_t
#include <vector>   // std::vector

namespace norma_test {

/// Built with sanitizers, which take ten to thirty times as long: they see what memory a
/// test goes through, for which a part of many values is enough.
inline constexpr bool sanitized = NORMA_SANITIZED != 0;

/// All of them, or with sanitizers so many, the last among them.
template <class T>
[[nodiscard]] std::vector<T> tried(std::vector<T> all, std::size_t if_sanitized) {
  if (!sanitized || all.size() <= if_sanitized) return all;
  std::vector<T> some;
  for (std::size_t i = 1; i <= if_sanitized; ++i)
    some.push_back(all[i * all.size() / if_sanitized - 1]);
  return some;
}

}  // namespace norma_test
