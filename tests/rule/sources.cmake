# SPDX-License-Identifier: Apache-2.0
norma_module_test(rule citation_test.cpp pack_test.cpp table_test.cpp unit_test.cpp)
