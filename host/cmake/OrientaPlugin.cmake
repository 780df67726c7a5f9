# SPDX-License-Identifier: MIT
# All that a plugin author needs of CMake. It stands alone: outside this project it wants only a target orienta::sdk.
include_guard(GLOBAL)
set(ORIENTA_PLUGIN_CMAKE_DIR "${CMAKE_CURRENT_LIST_DIR}")

# orienta_plugin(ID feedback-systems SOURCES plugin.cpp... MANIFEST plugin.yaml [PARAMS params.schema.json] [TEXT text]
#                [OUTPUT <folder>] [TRUSTED])
# Builds the package folder <build>/lib/orienta/plugins/<id> (or <OUTPUT>/<id>) with <id>.so, plugin.yaml, the schema and
# text/<language>.mo, and writes the package's hash into its plugin.yaml. The library exports orienta_entry_v1 and
# nothing else. The target is plugin_<id>. TRUSTED is for those that are part of the program.
function(orienta_plugin)
  cmake_parse_arguments(PARSE_ARGV 0 arg "TRUSTED" "ID;MANIFEST;PARAMS;TEXT;OUTPUT" "SOURCES")
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT "${CMAKE_BINARY_DIR}/lib/orienta/plugins")
  endif()
  set(package "${arg_OUTPUT}/${arg_ID}")
  set(library plugin_${arg_ID}_library)
  add_library(${library} MODULE ${arg_SOURCES})
  target_link_libraries(${library} PRIVATE orienta::sdk)
  set_target_properties(${library} PROPERTIES
    PREFIX "" OUTPUT_NAME "${arg_ID}" SUFFIX ".so" LIBRARY_OUTPUT_DIRECTORY "${package}"
    CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    LINK_DEPENDS "${ORIENTA_PLUGIN_CMAKE_DIR}/plugin.version")
  target_link_options(${library} PRIVATE "-Wl,--version-script=${ORIENTA_PLUGIN_CMAKE_DIR}/plugin.version")
  # Clang leaves the symbols of a sanitizer to the program; everything else has to resolve at link time.
  if(NOT (CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_FLAGS_DEBUG MATCHES "-fsanitize"))
    target_link_options(${library} PRIVATE -Wl,-z,defs)
  endif()
  # The host reads and hashes the whole package at every start: debug information would be most of it.
  target_link_options(${library} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-Wl,--strip-debug>)
  if(COMMAND orienta_compile_options)
    orienta_compile_options(TARGET ${library} STANDARD 17)
  else()
    target_compile_options(${library} PRIVATE -Wall -Wextra -ffp-contract=off)
  endif()
  orienta_plugin_package()
endfunction()

# Internal: what is beside the library, and the hash over everything. Reads the variables of orienta_plugin().
function(orienta_plugin_package)
  set(hash_file "${CMAKE_CURRENT_BINARY_DIR}/${arg_ID}.hash")
  cmake_path(ABSOLUTE_PATH arg_MANIFEST BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set(inputs "${arg_MANIFEST}")
  set(commands COMMAND "${CMAKE_COMMAND}" -E rm -rf "${package}/text"
               COMMAND "${CMAKE_COMMAND}" -E copy "${arg_MANIFEST}" "${package}/plugin.yaml")
  if(arg_PARAMS)
    cmake_path(ABSOLUTE_PATH arg_PARAMS BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    list(APPEND inputs "${arg_PARAMS}")
    list(APPEND commands COMMAND "${CMAKE_COMMAND}" -E copy "${arg_PARAMS}" "${package}/params.schema.json")
  endif()
  if(arg_TEXT)
    cmake_path(ABSOLUTE_PATH arg_TEXT BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    find_program(ORIENTA_MSGFMT msgfmt REQUIRED)
    list(APPEND commands COMMAND "${CMAKE_COMMAND}" -E make_directory "${package}/text")
    foreach(language IN ITEMS en ru pl)
      if(EXISTS "${arg_TEXT}/${language}.po")
        list(APPEND inputs "${arg_TEXT}/${language}.po")
        list(APPEND commands COMMAND "${ORIENTA_MSGFMT}" --check-format --check-domain
                                     -o "${package}/text/${language}.mo" "${arg_TEXT}/${language}.po")
      endif()
    endforeach()
  endif()
  set(script "${ORIENTA_PLUGIN_CMAKE_DIR}/package_hash.sh")
  add_custom_command(
    OUTPUT "${hash_file}"
    BYPRODUCTS "${package}/plugin.yaml"
    ${commands}
    COMMAND sh "${script}" --write "${package}" "${hash_file}"
    DEPENDS ${library} ${inputs} "${script}"
    COMMENT "Plugin package ${arg_ID}"
    VERBATIM)
  add_custom_target(plugin_${arg_ID} ALL DEPENDS "${hash_file}")
  if(arg_TRUSTED)
    set_property(GLOBAL APPEND PROPERTY ORIENTA_TRUSTED_HASH_FILES "${hash_file}")
    set_property(GLOBAL APPEND PROPERTY ORIENTA_TRUSTED_PLUGINS "plugin_${arg_ID}")
  endif()
endfunction()

# orienta_finish_plugins(): call once, after all plugins. The target orienta_trusted_plugins writes
# <build>/generated/trusted_plugins.inc, one line {"<id>", "<hash>"}, for each trusted plugin.
function(orienta_finish_plugins)
  get_property(files GLOBAL PROPERTY ORIENTA_TRUSTED_HASH_FILES)
  get_property(plugins GLOBAL PROPERTY ORIENTA_TRUSTED_PLUGINS)
  set(include "${CMAKE_BINARY_DIR}/generated/trusted_plugins.inc")
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/generated")
  add_custom_command(
    OUTPUT "${include}.stamp"
    BYPRODUCTS "${include}"
    COMMAND sh "${ORIENTA_PLUGIN_CMAKE_DIR}/trusted_plugins.sh" "${include}" ${files}
    COMMAND "${CMAKE_COMMAND}" -E touch "${include}.stamp"
    DEPENDS ${files} ${plugins} "${ORIENTA_PLUGIN_CMAKE_DIR}/trusted_plugins.sh"
    COMMENT "List of trusted plugins"
    VERBATIM)
  add_custom_target(orienta_trusted_plugins ALL DEPENDS "${include}.stamp")
endfunction()
