# SPDX-License-Identifier: Apache-2.0
list(APPEND norma_units report/text report/json report/json_read report/markdown
     report/html report/schema)
