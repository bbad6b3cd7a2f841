// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

Result<Config> config_of(std::string_view text) {
  const test::TemporaryFolder folder;
  folder.write("geul.yaml", text);
  return load_config(folder / "geul.yaml");
}

}  // namespace

TEST_CASE("configuration: names match anywhere, paths from the source on") {
  const Config config = *config_of("exclude:\n  - drafts\n  - notes/private/\n  - '*.en.md'\n");
  CHECK(config.excludes("a/drafts/b.md"));
  CHECK(config.excludes("drafts"));
  CHECK(config.excludes("notes/private/x/y.md"));
  CHECK(config.excludes("a/b.en.md"));
  CHECK_FALSE(config.excludes("my/notes/private/a.md"));
  CHECK_FALSE(config.excludes("drafts2/a.md"));
  CHECK_FALSE(config.excludes("a.md"));
}

TEST_CASE("configuration: one name, no name, no file") {
  CHECK(config_of("exclude: drafts\n")->excludes("drafts/a.md"));
  CHECK(config_of("")->exclude.empty());
  CHECK(load_config("/nowhere/geul.yaml").error().code == ErrorCode::not_found);
}

TEST_CASE("configuration: what is not understood is an error with its line") {
  const auto unknown = config_of("exclude: []\nexlude: [a]\n");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message == "unknown key exlude");
  CHECK(unknown.error().place.line == 2);
  CHECK_FALSE(config_of("exclude: {a: b}\n"));
  CHECK_FALSE(config_of("exclude: [[a]]\n"));
  CHECK_FALSE(config_of("- a\n"));
  CHECK_FALSE(config_of("exclude: [a\n"));
}

TEST_CASE("configuration: is found upward of the source") {
  const test::TemporaryFolder folder;
  folder.write("site/geul.yaml", "");
  folder.write("site/posts/deep/a.md", "");
  const auto found = find_config(folder / "site/posts/deep");
  CHECK(std::filesystem::equivalent(found, folder / "site/geul.yaml"));
}

}  // namespace geul::indexer
