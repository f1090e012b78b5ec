# SPDX-License-Identifier: Apache-2.0
list(APPEND norma_units expr/type expr/builtin expr/check expr/evaluate)
