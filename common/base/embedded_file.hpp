// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace geul {

/// A file that was built into the program (embed.cmake). It lives as long as the program.
struct EmbeddedFile {
  std::string_view path;  ///< below the folder it was in, with '/'
  std::string_view bytes;
};

}  // namespace geul
