# The command itself is run, in the root of the project.
norma_module_test(cli check_test.cpp doors_test.cpp eval_test.cpp facts_test.cpp facts_findings_test.cpp kinds_test.cpp limits_test.cpp
  one_line_test.cpp output_test.cpp pages_test.cpp passed_by_test.cpp template_table_test.cpp test_test.cpp usage_test.cpp)
target_link_libraries(norma_test_cli PRIVATE norma_command)
target_include_directories(norma_test_cli PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(norma_test_cli PRIVATE
  NORMA_COMMAND="$<TARGET_FILE:norma_cli>")
