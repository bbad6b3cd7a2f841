// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geul::test {

/// A line "typed => expected" of a document.
struct Example {
  std::string typed;
  std::string expected;
};

/// The text of the ```language blocks of a document of the project, one string a block.
/// Fails the test when the file cannot be read.
[[nodiscard]] std::vector<std::string> blocks_of(std::string_view file, std::string_view language);

/// The examples in those blocks, in order.
[[nodiscard]] std::vector<Example> examples_of(std::string_view file, std::string_view language);

}  // namespace geul::test
