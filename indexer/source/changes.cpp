// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/changes.hpp"

#include <algorithm>
#include <cstring>

#include "common/base/format.hpp"
#include "common/base/hash.hpp"

namespace geul::indexer {
namespace {

/// Eight bytes: two versions of one post are compared, not all posts with each other.
constexpr std::size_t kHalf = 8;

std::string_view source_half(const ContentHash& hash) {
  return std::string_view(hash.str()).substr(0, kHalf);
}

std::uint64_t source_number(const ContentHash& hash) {
  std::uint64_t number = 0;
  const std::string_view half = source_half(hash);
  std::memcpy(&number, half.data(), std::min(half.size(), sizeof number));
  return number;
}

}  // namespace

ChangeSet::ChangeSet(index::Contents indexed) : indexed_(std::move(indexed)) {
  sources_.reserve(indexed_.size());
  for (const Entry& entry : indexed_) {
    const auto [at, is_new] = sources_.emplace(source_number(entry.second), &entry);
    if (!is_new) at->second = nullptr;
  }
}

std::optional<index::DocumentKey> ChangeSet::key_of_source(const ContentHash& hash) const {
  const auto found = sources_.find(source_number(hash));
  if (found == sources_.end() || found->second == nullptr) return std::nullopt;
  return found->second->first;
}

bool ChangeSet::is_unchanged(const DocumentId& id, const ContentHash& hash) const {
  return has_hash(index::key_of(id), hash);
}

bool ChangeSet::has_hash(const index::DocumentKey& key, const ContentHash& hash) const {
  const auto found = indexed_.find(key);
  return found != indexed_.end() && found->second == hash;
}

bool ChangeSet::has_same_source(const DocumentId& id, const ContentHash& hash) const {
  const auto found = indexed_.find(index::key_of(id));
  return found != indexed_.end() && source_half(found->second) == source_half(hash);
}

bool ChangeSet::mark_present(const index::DocumentKey& key) {
  const std::lock_guard lock(marking_);
  return present_.insert(key).second;
}

bool ChangeSet::is_present(const index::DocumentKey& key) const {
  const std::lock_guard lock(marking_);
  return present_.contains(key);
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
