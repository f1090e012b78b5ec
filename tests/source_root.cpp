// SPDX-License-Identifier: Apache-2.0
// Alone in its file: the path differs from clone to clone, and compilers that
// remember their output (ccache) would compile everything that names it anew.
extern const char* const norma_source_root;
const char* const norma_source_root = NORMA_SOURCE_ROOT;
