# SPDX-License-Identifier: Apache-2.0
list(APPEND norma_units batch/column batch/frame batch/plan batch/scores batch/arrow
     batch/unit_judge)
list(APPEND norma_headers batch/arrow_abi)
list(APPEND norma_internals batch/kernels)
