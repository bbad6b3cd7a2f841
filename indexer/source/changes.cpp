// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/changes.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "common/base/hash.hpp"

namespace geul::indexer {

bool ChangeSet::is_unchanged(const DocumentId& id, const ContentHash& hash) const {
  const auto found = indexed_.find(index::key_of(id));
  return found != indexed_.end() && found->second == hash;
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

}  // namespace geul::indexer
