# SPDX-License-Identifier: GPL-2.0-or-later
# geul_embed(TARGET SOURCE FOLDER HEADER FUNCTION): the files below FOLDER become a part of the program.
# Writes SOURCE, looked at in each build and touched where they differ, with the function that HEADER
# declares: `std::span<const EmbeddedFile> geul::…::FUNCTION() noexcept`, sorted by path
# (common/base/embedded_file.hpp). What makes FOLDER is a dependency of TARGET.
function(geul_embed target source folder header function)
  add_custom_target(${target}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DOUT=${source} -DHEADER=${header} -DFUNCTION=${function}
            -P ${PROJECT_SOURCE_DIR}/common/base/embed_files.cmake
    BYPRODUCTS ${source}
    VERBATIM)
endfunction()
