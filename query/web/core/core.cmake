# The analyser's core as plain JavaScript: the C++ that the tools link, through WebAssembly and
# binaryen's wasm2js. The flags are its own: neither warnings nor sanitizers of the build at hand.
foreach(program clang wasm-ld wasm-opt wasm2js)
  string(TOUPPER ${program} variable)
  string(REPLACE "-" "_" variable GEUL_${variable})
  find_program(${variable} NAMES ${program} ${program}-14)
  if(NOT ${variable})
    message(FATAL_ERROR "${program} is missing, which compiles the browser's core: "
      "apt install clang lld binaryen")
  endif()
endforeach()
find_program(GEUL_NODE node)
if(NOT GEUL_NODE)
  message(FATAL_ERROR "node is missing, which writes the browser's core: apt install nodejs")
endif()

set(GEUL_PACKED ${GEUL_KOREAN_GENERATED}/packed)
set(core ${CMAKE_CURRENT_BINARY_DIR}/core)
file(MAKE_DIRECTORY ${core})
set(objects)
foreach(source IN LISTS GEUL_ANALYSIS_CORE_SOURCES ITEMS
    ${PROJECT_SOURCE_DIR}/common/analysis/core/packed_lookup.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/core/entry.cpp)
  get_filename_component(name ${source} NAME_WE)
  if(name MATCHES "^(user_words|terms)$")
    continue()  # entry.cpp and word_reader.js have their own
  endif()
  add_custom_command(OUTPUT ${core}/${name}.o
    COMMAND ${GEUL_CLANG} --target=wasm32 -std=c++20 -Oz -flto -ffreestanding -fno-builtin
      -fno-exceptions -fno-rtti -nostdlib -DGEUL_SMALL_CORE
      # Structures by their members, little inlining, no tables of jumps: less code.
      -Xclang -target-abi -Xclang experimental-mv -mllvm -inline-threshold=-30 -fno-jump-tables
      -I${PROJECT_SOURCE_DIR} -I${GEUL_PACKED} -MD -MF ${core}/${name}.d -c -o ${core}/${name}.o ${source}
    DEPENDS ${source} ${GEUL_PACKED}/korean_tables.hpp
    DEPFILE ${core}/${name}.d VERBATIM)
  list(APPEND objects ${core}/${name}.o)
endforeach()

add_custom_command(OUTPUT ${core}/core.js
  COMMAND ${GEUL_WASM_LD} --no-entry --strip-all -mllvm -inline-threshold=-30
    -mllvm -switch-to-lookup=false -o ${core}/linked.wasm ${objects}
  COMMAND ${GEUL_WASM_OPT} -Oz --low-memory-unused --converge -o ${core}/core.wasm ${core}/linked.wasm
  COMMAND ${GEUL_WASM2JS} -Oz -o ${core}/wasm2js.js ${core}/core.wasm
  COMMAND ${GEUL_NODE} ${CMAKE_CURRENT_SOURCE_DIR}/core/module.js ${core}/wasm2js.js ${core}/core.js
  DEPENDS ${objects} core/module.js VERBATIM
  COMMENT "The analyser's core for browsers")
add_custom_command(OUTPUT ${core}/tables.js
  COMMAND ${GEUL_NODE} ${CMAKE_CURRENT_SOURCE_DIR}/core/pack.js ${GEUL_PACKED}/rows.json
    ${core}/tables.js
  DEPENDS ${GEUL_PACKED}/rows.json core/pack.js analysis/unpack.js VERBATIM
  COMMENT "The analyser's tables for browsers")
geul_web_generated(${core}/core.js analysis/core.js)
geul_web_generated(${core}/tables.js analysis/tables.js)
