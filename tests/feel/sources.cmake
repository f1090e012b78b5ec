# SPDX-License-Identifier: Apache-2.0
# Cases of FEEL from outside and our own, through the FEEL door (main.cpp).
find_package(pugixml 1.11 REQUIRED)
set(norma_feel_sources case_file.cpp explained.cpp figures.cpp judge.cpp subset.cpp tck_model.cpp
    tck_suite.cpp tokens.cpp typed_value.cpp)
list(TRANSFORM norma_feel_sources PREPEND feel/)
add_library(norma_feel STATIC ${norma_feel_sources})
target_link_libraries(norma_feel PUBLIC
  ${norma_used} norma_warnings nlohmann_json::nlohmann_json pugixml::pugixml)
add_executable(norma_feel_conformance feel/main.cpp)
target_link_libraries(norma_feel_conformance PRIVATE norma_feel)
norma_module_test(feel suite_test.cpp)
target_link_libraries(norma_test_feel PRIVATE norma_feel)

# norma_feel_test(conformance sample […] [PATH…]): the figures of those cases do not
# fall below what figures.json records under that name.
function(norma_feel_test name recorded)
  add_test(NAME feel.${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
           COMMAND norma_feel_conformance --recorded tests/feel/figures.json ${recorded} ${ARGN})
  set_tests_properties(feel.${name} PROPERTIES LABELS feel TIMEOUT 600 SKIP_RETURN_CODE 77)
endfunction()
norma_feel_test(conformance sample --explained docs/feel-conformance.md)
norma_feel_test(cases own tests/feel/cases)
norma_feel_test(reader example tests/feel/example)
