# SPDX-License-Identifier: Apache-2.0
norma_module_test(load
  copy_test.cpp csv_test.cpp error_bound_test.cpp fact_layout_test.cpp golden_test.cpp layer_checks_test.cpp layer_keys_test.cpp
  layers_test.cpp one_mistake_test.cpp
  load_checks_test.cpp load_test.cpp pack_limits_test.cpp scalar_test.cpp schema_test.cpp
  source_reader_test.cpp suppose_test.cpp
  test_file_test.cpp time_test.cpp unit_file_test.cpp unit_limits_test.cpp unit_table_test.cpp
  yaml_document_test.cpp yaml_reader_test.cpp)
target_link_libraries(norma_test_load PRIVATE yaml-cpp)

# Of the processor's time: what runs on the other half of a processor takes of it.
add_test(NAME load.time COMMAND norma_test_load "[.alone]" -w NoAssertions)
set_tests_properties(load.time PROPERTIES LABELS unit TIMEOUT 300 RUN_SERIAL ON)

# What the command prints as schemas, held against files and the loader. Some 3,000 runs of
# the command, which sanitizers make slow: they have the same files from golden and fuzz.
if(NORMA_CLI)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME load.schema COMMAND ${Python3_EXECUTABLE} -B
           ${CMAKE_CURRENT_SOURCE_DIR}/load/schema.py $<TARGET_FILE:norma_cli>)
  set_tests_properties(load.schema PROPERTIES LABELS schema TIMEOUT 900 SKIP_RETURN_CODE 77)
endif()
