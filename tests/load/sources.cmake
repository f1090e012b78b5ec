# SPDX-License-Identifier: Apache-2.0
norma_module_test(load
  copy_test.cpp csv_test.cpp golden_test.cpp layer_keys_test.cpp layers_test.cpp
  load_checks_test.cpp load_test.cpp scalar_test.cpp
  source_reader_test.cpp
  test_file_test.cpp unit_file_test.cpp unit_table_test.cpp
  yaml_document_test.cpp yaml_reader_test.cpp)
