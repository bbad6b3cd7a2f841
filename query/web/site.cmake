# Bundles the client for sites (run by `cmake -P`, with ESBUILD, MODULES, TYPES, DEMO and OUT):
#
#     geul.js geul-search.js    entries, whose names stay
#     m/NAME-HASH.js            the rest, which may be cached for ever
#     demo.html geul-demo.*     a page to try it
#
# The entries are bundled apart from the engine, so that each is one file and needs no other before
# it runs; they are told the names of the engine's files and ask for all of them at once.
cmake_minimum_required(VERSION 3.25)
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
# The files that these two import, and those that they do.
set(wanted ${engine} ${analyzer})
set(chunks)
while(wanted)
  list(POP_FRONT wanted file)
  file(READ ${file} code)
  string(REGEX MATCHALL "\"\\./chunk-[A-Z0-9]+\\.js" imports "${code}")
  foreach(import IN LISTS imports)
    string(REGEX REPLACE ".*/" "" import ${import})
    if(NOT import IN_LIST chunks)
      list(APPEND chunks ${import})
      list(APPEND wanted ${OUT}/m/${import})
    endif()
  endforeach()
endwhile()
get_filename_component(engine ${engine} NAME)
get_filename_component(analyzer ${analyzer} NAME)
list(TRANSFORM chunks PREPEND "./m/")
# A text: esbuild makes a file of its own of any other value.
list(JOIN chunks " " parts)
set(parts "\"./m/${engine} ./m/${analyzer} ${parts}\"")

# Styles are texts to esbuild, so they are made small here.
set(sources ${OUT}-sources)
file(REMOVE_RECURSE ${sources})
file(COPY ${MODULES}/ DESTINATION ${sources})
file(GLOB styles ${sources}/widget/*style.js)
foreach(style IN LISTS styles)
  file(READ ${style} code)
  string(REGEX MATCH "`[^`]*`" css "${code}")
  string(REGEX REPLACE "[ \n]+" " " small "${css}")
  string(REGEX REPLACE " ?([{};,>]) ?" "\\1" small "${small}")
  string(REPLACE ": " ":" small "${small}")
  string(REPLACE ";}" "}" small "${small}")
  string(REPLACE "${css}" "${small}" code "${code}")
  file(WRITE ${style} "${code}")
endforeach()
set(MODULES ${sources})

# One by one: together they would share a file, which a page would have to fetch besides.
foreach(entry geul.js geul-search.js)
  if(EXISTS ${MODULES}/${entry})
    bundle(${entry} --outdir=${OUT} --entry-names=[name] --chunk-names=m/[name]-[hash]
      --define:globalThis.GEUL_PARTS=${parts} --external:./engine.js --external:./analysis/analyzer.js
      --external:./geul.js)
  endif()
endforeach()
file(COPY ${TYPES} DESTINATION ${OUT})
file(COPY ${DEMO}/ DESTINATION ${OUT})
