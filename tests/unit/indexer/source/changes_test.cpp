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
  CHECK_FALSE(changes.is_present(index::key_of(a)));
  CHECK(changes.mark_present(index::key_of(a)));
  CHECK(changes.is_present(index::key_of(a)));
  CHECK_FALSE(changes.mark_present(index::key_of(a)));
  CHECK(changes.absent() == std::vector{index::key_of(b)});
}

TEST_CASE("changes: a post is known by its source's hash, unless another has the same") {
  const index::DocumentKey a = index::key_of(DocumentId("a"));
  const ContentHash alone = hash_of_post("alone", "settings");
  const ContentHash twin = hash_of_post("twin", "settings");
  const ChangeSet changes({{a, with_words(alone, "\n바로고")},
                           {index::key_of(DocumentId("b")), twin},
                           {index::key_of(DocumentId("c")), twin}});
  CHECK(changes.key_of_source(alone) == a);
  CHECK_FALSE(changes.has_hash(a, alone));
  CHECK(changes.has_hash(a, with_words(alone, "\n바로고")));
  CHECK_FALSE(changes.key_of_source(twin));
  CHECK_FALSE(changes.key_of_source(hash_of_post("none", "settings")));
}

TEST_CASE("changes: a user's words are in the second half of a hash") {
  const DocumentId a("a.md");
  const ContentHash plain = hash_of_post("text", "settings");
  const ContentHash worded = with_words(plain, "\n바로고");
  CHECK(with_words(plain, "") == plain);
  CHECK(worded != plain);
  CHECK(worded != with_words(plain, "\n카카오"));
  CHECK(worded.str().size() == plain.str().size());
  const ChangeSet changes({{index::key_of(a), worded}});
  CHECK(changes.is_unchanged(a, worded));
  CHECK_FALSE(changes.is_unchanged(a, plain));
  CHECK(changes.has_same_source(a, plain));
  CHECK_FALSE(changes.has_same_source(a, hash_of_post("text!", "settings")));
  CHECK_FALSE(changes.has_same_source(DocumentId("b.md"), plain));
}

}  // namespace geul::indexer
