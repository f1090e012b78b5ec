norma_module_test(analysis rule_test_test.cpp)
