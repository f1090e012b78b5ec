# SPDX-License-Identifier: Apache-2.0
list(APPEND norma_units
  core/text core/source core/sha256 core/message core/diagnostic core/error)
list(APPEND norma_headers core/enum_word core/limits core/name_map core/paths core/rare core/severity
     core/shared)
