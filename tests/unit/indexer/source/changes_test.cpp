// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/changes.hpp"

#include <catch2/catch.hpp>

namespace geul::indexer {

TEST_CASE("changes: bytes and settings decide, and what is not seen is absent") {
  const DocumentId a("a.md");
  const DocumentId b("b.md");
  const ContentHash hash = hash_of_post("text", "settings");
  ChangeSet changes({{index::key_of(a), hash}, {index::key_of(b), hash}});
  CHECK(changes.is_unchanged(a, hash));
  CHECK_FALSE(changes.is_unchanged(a, hash_of_post("text!", "settings")));
  CHECK_FALSE(changes.is_unchanged(a, hash_of_post("text", "settings!")));
  CHECK_FALSE(changes.is_unchanged(DocumentId("c.md"), hash));
  CHECK(changes.mark_present(a));
  CHECK_FALSE(changes.mark_present(a));
  CHECK(changes.absent() == std::vector{index::key_of(b)});
}

}  // namespace geul::indexer
