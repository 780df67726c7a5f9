# SPDX-License-Identifier: MIT
include_guard(GLOBAL)
if(ORIENTA_TESTS)
  include(Catch)
endif()
if(ORIENTA_BENCH)
  # Benchmarks are built only when this target is asked for.
  add_custom_target(orienta_bench)
endif()

# orienta_test(MODULE base SOURCES a.tests.cpp... [LIBRARIES <libraries>] [NEEDS <targets>] [LABELS full])
# One Catch2 program orienta_tests_<module>; each test case becomes a CTest test "<module>: <sentence>". Label `quick`,
# except for cases tagged [full] and modules with LABELS full. NEEDS names targets that the tests use at run time
# (orienta, orienta_text, plugin_<id>). The folders are known to tests as ORIENTA_BUILD_DIR and ORIENTA_SOURCE_DIR.
function(orienta_test)
  if(NOT ORIENTA_TESTS)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "MODULE" "SOURCES;LIBRARIES;NEEDS;LABELS")
  set(target orienta_tests_${arg_MODULE})
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/host")
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} orienta::test_support Catch2::Catch2WithMain)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  orienta_compile_options(TARGET ${target})
  if(arg_NEEDS)
    add_dependencies(${target} ${arg_NEEDS})
  endif()

  if("full" IN_LIST arg_LABELS)
    orienta_discover(${target} ${arg_MODULE} full "")
  else()
    orienta_discover(${target} ${arg_MODULE} quick "~[full]")
    orienta_discover(${target} ${arg_MODULE} full "[full]")
  endif()
endfunction()

# Internal. Cases are listed when ctest runs, not at each build.
function(orienta_discover target module label spec)
  # The long ones begin first, so that no core waits for the last of them.
  set(cost 0)
  if(label STREQUAL "full")
    set(cost 100)
  endif()
  catch_discover_tests(${target}
    TEST_SPEC ${spec}
    TEST_PREFIX "${module}: "
    DISCOVERY_MODE PRE_TEST
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}"
    PROPERTIES LABELS ${label} COST ${cost} TIMEOUT 300 SKIP_RETURN_CODE 4)
endfunction()

# orienta_bench(NAME score SOURCES a.cpp... [LIBRARIES <libraries>])
# A Google Benchmark program <build>/bench/<name>, built and run by `./dev bench` (target orienta_bench).
function(orienta_bench)
  if(NOT ORIENTA_BENCH)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;LIBRARIES")
  set(target orienta_bench_${arg_NAME})
  add_executable(${target} EXCLUDE_FROM_ALL ${arg_SOURCES})
  add_dependencies(orienta_bench ${target})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/host" "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} benchmark::benchmark)
  target_compile_definitions(${target} PRIVATE
    "ORIENTA_BUILD_DIR=\"${CMAKE_BINARY_DIR}\"" "ORIENTA_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\"")
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${arg_NAME} RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
  orienta_compile_options(TARGET ${target})
endfunction()

# orienta_fuzzer(NAME yaml SOURCES a.cpp... [LIBRARIES <libraries>])
# A libFuzzer program <build>/fuzz/<name>, in the preset fuzz only.
function(orienta_fuzzer)
  if(NOT ORIENTA_FUZZ)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;LIBRARIES")
  set(target orienta_fuzz_${arg_NAME})
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/host" "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES})
  target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${arg_NAME} RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
  orienta_compile_options(TARGET ${target})
endfunction()
