if(NORMA_SANITIZE STREQUAL thread)
  find_package(Threads REQUIRED)
  add_executable(norma_test_threads threads/threads_test.cpp)
  target_link_libraries(norma_test_threads PRIVATE ${norma_used} norma_warnings norma_catch
    Threads::Threads)
  add_test(NAME threads COMMAND norma_test_threads)
  set_tests_properties(threads PROPERTIES TIMEOUT 900)
endif()
