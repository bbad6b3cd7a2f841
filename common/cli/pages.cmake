# geul_pages(PROGRAM): its manual page and completions, which it prints itself, are made and
# installed with it.
include(GNUInstallDirs)
function(geul_pages program)
  set(pages ${CMAKE_CURRENT_BINARY_DIR}/pages)
  set(manual ${pages}/${program}.1.gz)
  set(bash ${pages}/${program})
  set(zsh ${pages}/_${program})
  set(fish ${pages}/${program}.fish)
  add_custom_command(
    OUTPUT ${manual} ${bash} ${zsh} ${fish}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}
    COMMAND ${program} --completion bash > ${bash}
    COMMAND ${program} --completion zsh > ${zsh}
    COMMAND ${program} --completion fish > ${fish}
    COMMAND ${program} --manual > ${pages}/${program}.1
    COMMAND gzip -9nf ${pages}/${program}.1
    DEPENDS ${program}
    VERBATIM)
  add_custom_target(${program}-pages ALL DEPENDS ${manual} ${bash} ${zsh} ${fish})
  install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${bash} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${zsh} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  install(FILES ${fish} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endfunction()

# geul_topic_pages(FOLDER): a manual page (section 7) of each Markdown file, by cmark, installed.
function(geul_topic_pages folder)
  find_program(CMARK cmark REQUIRED)
  file(GLOB topics CONFIGURE_DEPENDS ${folder}/*.md)
  foreach(topic IN LISTS topics)
    cmake_path(GET topic STEM name)
    set(page ${CMAKE_CURRENT_BINARY_DIR}/pages/geul-${name}.7)
    add_custom_command(
      OUTPUT ${page}.gz
      COMMAND ${CMAKE_COMMAND} -DCMARK=${CMARK} -DTOPIC=${topic} -DNAME=geul-${name} -DOUT=${page}
              -P ${PROJECT_SOURCE_DIR}/common/cli/topic_page.cmake
      COMMAND gzip -9nf ${page}
      DEPENDS ${topic} ${PROJECT_SOURCE_DIR}/common/cli/topic_page.cmake
      VERBATIM)
    list(APPEND pages ${page}.gz)
  endforeach()
  add_custom_target(geul-topic-pages ALL DEPENDS ${pages})
  install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)
endfunction()
