// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/base/strong_id.hpp"
#include "common/index/contents.hpp"

namespace geul::indexer {

/// What is indexed, compared with what the sources hold now. The hash decides, so that a file
/// whose time changed but not its bytes is left alone, and one that kept its time is not missed.
/// A renamed file is a new post and a removed one: its id, date and address may all come from its
/// name.
/// Threads  any number, but for absent().
class ChangeSet {
 public:
  explicit ChangeSet(index::Contents indexed);

  [[nodiscard]] bool is_unchanged(const DocumentId& id, const ContentHash& hash) const;
  /// The same, whatever the hashes' words are (with_words()).
  [[nodiscard]] bool has_same_source(const DocumentId& id, const ContentHash& hash) const;
  /// The one indexed post whose bytes and settings have this hash, whatever its words: a record
  /// need not be read to see that it is unchanged. Nothing where there are several.
  [[nodiscard]] std::optional<index::DocumentKey> key_of_source(const ContentHash& hash) const;
  /// Whether a post has this hash, words and all.
  [[nodiscard]] bool has_hash(const index::DocumentKey& key, const ContentHash& hash) const;
  /// Marks the post as present; false if another post of this key already was.
  [[nodiscard]] bool mark_present(const index::DocumentKey& key);
  [[nodiscard]] bool is_present(const index::DocumentKey& key) const;
  [[nodiscard]] bool is_indexed(const DocumentId& id) const;
  [[nodiscard]] std::size_t indexed() const noexcept { return indexed_.size(); }
  /// The indexed posts that were not marked, in a fixed order.
  [[nodiscard]] std::vector<index::DocumentKey> absent() const;

 private:
  using Entry = index::Contents::value_type;

  index::Contents indexed_;
  std::unordered_map<std::uint64_t, const Entry*> sources_;  ///< null for hashes of several posts
  mutable std::mutex marking_;                               ///< of `present_`
  std::unordered_set<index::DocumentKey> present_;
};

/// The hash under which a post is remembered: of its bytes and of all else that shapes what is
/// indexed of it.
[[nodiscard]] ContentHash hash_of_post(std::string_view bytes, std::string_view settings);

/// The hash with the words of a user dictionary that shape the post too, in its second half; the
/// same hash for no words.
[[nodiscard]] ContentHash with_words(const ContentHash& hash, std::string_view words);

}  // namespace geul::indexer
