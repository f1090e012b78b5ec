# SPDX-License-Identifier: Apache-2.0
norma_module_test(value
  cause_test.cpp date_test.cpp duration_test.cpp number_property_test.cpp
  number_test.cpp number_text_test.cpp time_test.cpp truth_test.cpp value_test.cpp)
find_package(rapidcheck REQUIRED)
target_link_libraries(norma_test_value PRIVATE rapidcheck)
norma_random_cases(value 2000)
