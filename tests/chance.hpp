// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random numbers for properties. RapidCheck's own ranges grow with the number of
// the test: the first tests would see the first values alone.

#include <rapidcheck.h>

namespace norma_test {

/// Evenly from 0 to `most`, in the first test as in the last.
inline int up_to(int most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most + 1));
}

inline bool one_in(int n) { return up_to(n - 1) == 0; }

}  // namespace norma_test
