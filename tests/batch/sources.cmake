# SPDX-License-Identifier: Apache-2.0
norma_module_test(batch agreement_test.cpp arrow_copies_test.cpp arrow_hostile_test.cpp
  arrow_test.cpp bad_values_test.cpp blank_evidence_test.cpp check_test.cpp
  data_errors_test.cpp erring_rows_test.cpp explain_test.cpp list_lengths_test.cpp many_errors_test.cpp
  moves_test.cpp packs_test.cpp pools_test.cpp
  rests_on_test.cpp scores_test.cpp sets_test.cpp shape_test.cpp sizes_test.cpp
  small_lists_test.cpp steps_test.cpp
  unit_judge_test.cpp unknown_test.cpp widths_test.cpp)
target_sources(norma_test_batch PRIVATE bench/counted_memory.cpp)
target_link_libraries(norma_test_batch PRIVATE rapidcheck)
set(batch_cases 50)
if(NORMA_SANITIZE OR NORMA_COVERAGE)
  set(batch_cases 25)  # of many units each
endif()
norma_random_cases(batch ${batch_cases})
# A million pairs of a unit and a node; fewer where each takes ten times as long.
if(NOT NORMA_SANITIZE AND CMAKE_BUILD_TYPE STREQUAL "Release")
  add_test(NAME agreement COMMAND norma_test_batch
    "columns give the verdicts that judging each unit gives")
  set_tests_properties(agreement PROPERTIES LABELS unit ENVIRONMENT
    "RC_PARAMS=seed=20230630 max_success=1300;NORMA_LEAST_PAIRS=1000000")
endif()
