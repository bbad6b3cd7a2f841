// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/changes.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "common/base/hash.hpp"

namespace geul::indexer {
namespace {

/// Eight bytes: two versions of one post are compared, not all posts with each other.
constexpr std::size_t kHalf = 8;

std::string_view source_half(const ContentHash& hash) {
  return std::string_view(hash.str()).substr(0, kHalf);
}

}  // namespace

bool ChangeSet::is_unchanged(const DocumentId& id, const ContentHash& hash) const {
  const auto found = indexed_.find(index::key_of(id));
  return found != indexed_.end() && found->second == hash;
}

bool ChangeSet::has_same_source(const DocumentId& id, const ContentHash& hash) const {
  const auto found = indexed_.find(index::key_of(id));
  return found != indexed_.end() && source_half(found->second) == source_half(hash);
}

bool ChangeSet::mark_present(const DocumentId& id) {
  return present_.insert(index::key_of(id)).second;
}

bool ChangeSet::is_indexed(const DocumentId& id) const {
  return indexed_.contains(index::key_of(id));
}

std::vector<index::DocumentKey> ChangeSet::absent() const {
  std::vector<index::DocumentKey> keys;
  for (const auto& [key, hash] : indexed_)
    if (!present_.contains(key)) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

ContentHash hash_of_post(std::string_view bytes, std::string_view settings) {
  return ContentHash(hash128(format("{}\n{}\n{}", settings.size(), settings, hash128(bytes))));
}

ContentHash with_words(const ContentHash& hash, std::string_view words) {
  if (words.empty()) return hash;
  const std::string second = hash128(hash.str() + std::string(words));
  return ContentHash(std::string(source_half(hash)) + second.substr(0, kHalf));
}

}  // namespace geul::indexer
