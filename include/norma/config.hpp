// SPDX-License-Identifier: Apache-2.0
#pragma once

// One source, two targets: bodies live in impl/*.ipp. The compiled target
// builds each once; the header-only target includes them as inline functions.
#if defined(NORMA_HEADER_ONLY)
#define NORMA_INLINE inline
#else
#define NORMA_INLINE
#endif
