// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/paths.hpp"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {

TEST_CASE("paths: what stands before the names in a folder of a site") {
  const test::TemporaryFolder folder;
  folder.write("site/content/posts/a.md", "x");
  std::filesystem::create_symlink("site/content", folder / "link");
  const auto prefix = [&](const char* inner) {
    return prefix_within(folder / "site", folder.path() / inner);
  };
  CHECK(prefix("site").empty());
  CHECK(prefix("site/").empty());
  CHECK(prefix("site/./content/..").empty());
  CHECK(prefix("site/content") == "content/");
  CHECK(prefix("site/content//") == "content/");
  CHECK(prefix("site/content/posts") == "content/posts/");
  CHECK(prefix("link") == "content/");
  CHECK(prefix("link/posts/") == "content/posts/");
}

}  // namespace geul::indexer
