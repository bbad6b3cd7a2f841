# Bundles the client for sites (run by `cmake -P`, with ESBUILD, MODULES, TYPES and OUT):
#
#     geul.js geul-search.js    entries, whose names stay
#     m/NAME-HASH.js            the rest, which may be cached for ever
#
# The entries are bundled apart from the engine, so that each is one file and needs no other before
# it runs; they are told the names of the engine's files and ask for all of them at once.
file(REMOVE_RECURSE ${OUT})
set(options --bundle --splitting --format=esm --minify --target=es2021 --charset=utf8
  --log-level=warning)

function(bundle)
  execute_process(COMMAND ${ESBUILD} ${ARGN} ${options} WORKING_DIRECTORY ${MODULES}
    RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "esbuild failed")
  endif()
endfunction()

bundle(engine.js analysis/analyzer.js --outdir=${OUT}/m --entry-names=[name]-[hash]
  --chunk-names=[name]-[hash])

file(GLOB engine ${OUT}/m/engine-*.js)
file(GLOB analyzer ${OUT}/m/analyzer-*.js)
file(READ ${engine} code)
string(REGEX MATCHALL "chunk-[A-Z0-9]+\\.js" chunks "${code}")
list(REMOVE_DUPLICATES chunks)
get_filename_component(engine ${engine} NAME)
get_filename_component(analyzer ${analyzer} NAME)
set(parts "[")
foreach(part IN LISTS engine analyzer chunks)
  string(APPEND parts "\"./m/${part}\",")
endforeach()
string(REGEX REPLACE ",$" "]" parts "${parts}")

set(entries geul.js)
if(EXISTS ${MODULES}/geul-search.js)
  list(APPEND entries geul-search.js)
endif()
bundle(${entries} --outdir=${OUT} --entry-names=[name] --chunk-names=m/[name]-[hash]
  --define:globalThis.GEUL_PARTS=${parts} --external:./engine.js --external:./analysis/analyzer.js
  --external:./geul.js)
file(COPY ${TYPES} DESTINATION ${OUT})
