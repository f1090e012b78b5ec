# SPDX-License-Identifier: Apache-2.0
norma_module_test(load
  scalar_test.cpp test_file_test.cpp unit_file_test.cpp unit_table_test.cpp)
