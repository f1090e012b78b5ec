# SPDX-License-Identifier: Apache-2.0
norma_module_test(assess
  bind_test.cpp brackets_test.cpp branch_test.cpp cause_words_test.cpp dated_by_test.cpp derived_test.cpp distance_test.cpp exceptions_test.cpp
  gate_test.cpp judge_property_test.cpp length_test.cpp long_plan_test.cpp member_list_test.cpp member_steps_test.cpp members_test.cpp missing_test.cpp
  remedy_property_test.cpp remedy_test.cpp score_property_test.cpp score_test.cpp sensitivity_test.cpp shown_test.cpp
  steps_test.cpp strength_test.cpp tiers_test.cpp told_apart_test.cpp told_values_test.cpp tried_bounds_test.cpp verdict_test.cpp
  versions_test.cpp veto_test.cpp whole_lists_test.cpp)
find_package(rapidcheck REQUIRED)
target_link_libraries(norma_test_assess PRIVATE rapidcheck)
norma_random_cases(assess 500)

# Prints docs/verdicts.md, which strength_test.cpp compares.
add_executable(norma_verdict_tables tools/verdict_tables.cpp)
target_link_libraries(norma_verdict_tables PRIVATE ${norma_used} norma_warnings)
