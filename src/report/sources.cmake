# SPDX-License-Identifier: Apache-2.0
list(APPEND norma_units report/text report/json report/markdown report/html
     report/schema)
