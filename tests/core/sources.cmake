# SPDX-License-Identifier: Apache-2.0
norma_module_test(core
  diagnostic_test.cpp error_test.cpp message_test.cpp message_page_test.cpp name_map_test.cpp
  rare_test.cpp sha256_test.cpp source_test.cpp text_test.cpp)

# Prints docs/messages.md, which message_page_test.cpp compares.
add_executable(norma_message_catalogue tools/message_catalogue.cpp)
target_link_libraries(norma_message_catalogue PRIVATE ${norma_used} norma_warnings)
