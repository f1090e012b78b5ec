# SPDX-License-Identifier: Apache-2.0
norma_module_test(expr
  bounds_test.cpp builtin_test.cpp causes_test.cpp check_test.cpp evaluate_test.cpp
  limits_test.cpp literal_test.cpp long_list_test.cpp
  monotone_test.cpp parse_test.cpp precedence_test.cpp print_test.cpp range_test.cpp
  relation_test.cpp syntax_test.cpp type_test.cpp)
find_package(rapidcheck REQUIRED)
target_link_libraries(norma_test_expr PRIVATE rapidcheck nlohmann_json::nlohmann_json)
norma_random_cases(expr 2000)

# Expressions that lie beside the checkout; where there are none ctest says "Skipped".
add_test(NAME unit.feel_printed COMMAND norma_test_expr [external] -w NoAssertions)
set_tests_properties(unit.feel_printed PROPERTIES LABELS unit TIMEOUT 300
                     SKIP_REGULAR_EXPRESSION "not run: NORMA_FEEL_CASES is not set")
