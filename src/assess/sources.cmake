# SPDX-License-Identifier: Apache-2.0
list(APPEND norma_units assess/verdict assess/bind assess/counting assess/bind_for assess/examine assess/judge assess/wording
     assess/distance assess/score assess/missing assess/remedy assess/report
     assess/sensitivity assess/data_errors assess/assess assess/assess_scheme)
list(APPEND norma_headers assess/deciding assess/member_list)
