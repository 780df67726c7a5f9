# SPDX-License-Identifier: MIT
# How every target of this project is compiled. Nothing is set globally: each target gets it from orienta_compile_options().
include_guard(GLOBAL)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(ORIENTA_CCACHE ccache)
  if(ORIENTA_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER "${ORIENTA_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${ORIENTA_CCACHE}")
  endif()
endif()

# orienta_compile_options(TARGET <target> [STANDARD 20])
# Language standard, warnings, reproducible arithmetic and paths, and (release) protections.
function(orienta_compile_options)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;STANDARD" "")
  if(NOT arg_STANDARD)
    set(arg_STANDARD 20)
  endif()
  set_target_properties(${arg_TARGET} PROPERTIES
    CXX_STANDARD ${arg_STANDARD} CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)

  # -Wnull-dereference is left out: g++ 12 reports it inside its own stream headers.
  target_compile_options(${arg_TARGET} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual>
    $<$<BOOL:${ORIENTA_WERROR}>:-Werror>
    # a*b+c is never fused, so that a score does not depend on the processor.
    -ffp-contract=off
    # No path of the building machine in a binary. The same in every build folder, so that ccache serves them all.
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")

  if(ORIENTA_HARDENED)
    target_compile_options(${arg_TARGET} PRIVATE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong)
    target_link_options(${arg_TARGET} PRIVATE -Wl,-z,relro,-z,now)
  endif()
endfunction()
