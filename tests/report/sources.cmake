# SPDX-License-Identifier: Apache-2.0
norma_module_test(report
  findings_test.cpp golden_test.cpp hostile_test.cpp html_test.cpp json_read_test.cpp json_test.cpp
  markdown_test.cpp sample.cpp sample_members.cpp sample_score.cpp sample_supposed.cpp
  text_test.cpp)

# JSON of sample reports, which schema.py checks against the published schema.
add_executable(norma_report_samples report/write_samples.cpp report/sample.cpp
               report/sample_members.cpp report/sample_score.cpp report/sample_supposed.cpp)
target_link_libraries(norma_report_samples PRIVATE ${norma_used} norma_warnings)
target_include_directories(norma_report_samples PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME report.schema COMMAND ${Python3_EXECUTABLE} -B
         ${CMAKE_CURRENT_SOURCE_DIR}/report/schema.py $<TARGET_FILE:norma_report_samples>)
set_tests_properties(report.schema PROPERTIES LABELS unit TIMEOUT 60 SKIP_RETURN_CODE 77)
