# SPDX-License-Identifier: MIT
include_guard(GLOBAL)

# orienta_module(NAME base SOURCES a.cpp... [PUBLIC <libraries>] [PRIVATE <libraries>])
# A static library orienta_<name> with the alias orienta::<name>; headers are included as "<name>/<header>". If the folder
# has text/en.po (then also ru.po and pl.po), its words join the program's catalogues.
function(orienta_module)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;PUBLIC;PRIVATE")
  set(target orienta_${arg_NAME})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(orienta::${arg_NAME} ALIAS ${target})
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH folder)  # host or gui
  target_include_directories(${target} PUBLIC "${folder}")
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  orienta_compile_options(TARGET ${target})
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/text/en.po")
    set_property(GLOBAL APPEND PROPERTY ORIENTA_TEXT_FOLDERS "${CMAKE_CURRENT_SOURCE_DIR}/text")
  endif()
endfunction()

# orienta_program(NAME orienta SOURCES main.cpp... [LIBRARIES <libraries>])
# A program in <build>/bin.
function(orienta_program)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;LIBRARIES")
  add_executable(${arg_NAME} ${arg_SOURCES})
  target_include_directories(${arg_NAME} PRIVATE "${PROJECT_SOURCE_DIR}/host")
  target_link_libraries(${arg_NAME} PRIVATE ${arg_LIBRARIES})
  set_target_properties(${arg_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
  orienta_compile_options(TARGET ${arg_NAME})
endfunction()
