norma_module_test(analysis rule_test_test.cpp standard_pages_test.cpp)

# Prints docs/standards.md and docs/standards.zh.md, which the test compares.
add_executable(norma_standard_pages tools/standard_pages.cpp)
target_link_libraries(norma_standard_pages PRIVATE ${norma_used} norma_warnings)
