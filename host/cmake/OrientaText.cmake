# SPDX-License-Identifier: MIT
# Text catalogues: host/<module>/text/<language>.po of all modules become one share/orienta/text/<language>.mo each.
include_guard(GLOBAL)
set(ORIENTA_LANGUAGES en ru pl)

# orienta_finish_text(): call once, after all modules. A mistake in a .po file fails the build.
function(orienta_finish_text)
  get_property(folders GLOBAL PROPERTY ORIENTA_TEXT_FOLDERS)
  set(outputs "")
  if(folders)
    foreach(language IN LISTS ORIENTA_LANGUAGES)
      list(TRANSFORM folders APPEND "/${language}.po" OUTPUT_VARIABLE sources)
      set(output "${CMAKE_BINARY_DIR}/share/orienta/text/${language}.mo")
      set(joined "${CMAKE_BINARY_DIR}/generated/text/${language}.po")
      file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/share/orienta/text" "${CMAKE_BINARY_DIR}/generated/text")
      add_custom_command(
        OUTPUT "${output}"
        COMMAND "${ORIENTA_MSGCAT}" --use-first -o "${joined}" ${sources}
        COMMAND "${ORIENTA_MSGFMT}" --check-format --check-domain -o "${output}" "${joined}"
        DEPENDS ${sources}
        COMMENT "Text catalogue ${language}"
        VERBATIM)
      list(APPEND outputs "${output}")
    endforeach()
  endif()
  add_custom_target(orienta_text ALL DEPENDS ${outputs})
endfunction()

# orienta_mirror(TARGET <name> FROM <folder> TO <folder>)
# Keeps TO equal to FROM: copies what differs, removes what is gone. Cheap, so it looks at every build.
function(orienta_mirror)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;FROM;TO" "")
  add_custom_target(${arg_TARGET} ALL
    COMMAND "${CMAKE_COMMAND}" "-DFROM=${arg_FROM}" "-DTO=${arg_TO}" -P "${PROJECT_SOURCE_DIR}/host/cmake/mirror.cmake"
    VERBATIM)
endfunction()
