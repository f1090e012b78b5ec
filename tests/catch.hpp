// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only file that knows which Catch2 there is.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>  // version 3
#else
#include <catch2/catch.hpp>  // version 2
#endif

namespace norma_test {

/// Built with sanitizers, which take ten to thirty times as long: they see what memory a
/// test goes through, for which a part of many values is enough.
inline constexpr bool sanitized = NORMA_SANITIZED != 0;

}  // namespace norma_test
