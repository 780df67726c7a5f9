# SPDX-License-Identifier: MIT
# find_package(orienta-sdk): the target orienta::sdk and the function orienta_plugin(). Works where it is installed
# (<prefix>/lib/cmake/orienta-sdk) and within Orienta's sources (host/sdk/cmake).
if(TARGET orienta::sdk)
  return()
endif()

if(EXISTS "${CMAKE_CURRENT_LIST_DIR}/OrientaPlugin.cmake")
  include("${CMAKE_CURRENT_LIST_DIR}/OrientaPlugin.cmake")
  get_filename_component(orienta_sdk_headers "${CMAKE_CURRENT_LIST_DIR}/../../../include" ABSOLUTE)
else()
  include("${CMAKE_CURRENT_LIST_DIR}/../../cmake/OrientaPlugin.cmake")
  get_filename_component(orienta_sdk_headers "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
  get_filename_component(orienta_abi_headers "${CMAKE_CURRENT_LIST_DIR}/../../abi" ABSOLUTE)
endif()

add_library(orienta::sdk INTERFACE IMPORTED)
set_target_properties(orienta::sdk PROPERTIES
  INTERFACE_INCLUDE_DIRECTORIES "${orienta_sdk_headers};${orienta_abi_headers}"
  INTERFACE_COMPILE_FEATURES cxx_std_17)
unset(orienta_sdk_headers)
unset(orienta_abi_headers)
