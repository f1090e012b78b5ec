# SPDX-License-Identifier: Apache-2.0
list(APPEND norma_units expr/type expr/ast expr/parse expr/print expr/builtin expr/check
     expr/evaluate)
