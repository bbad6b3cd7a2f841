// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/contents.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/index/fields.hpp"
#include "common/index/record.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/open.hpp"

namespace geul::index {
namespace {

/// Throws Xapian::Error.
StoredPost post_behind(const Xapian::Database& database, const DocumentKey& key) {
  const auto found = database.postlist_begin(key.str());
  if (found == database.postlist_end(key.str())) return {};
  const Result<Document> document = decode_record(database.get_document(*found).get_data());
  return document ? StoredPost{document->id, document->path.empty()} : StoredPost();
}

using KeyOfDocument = std::pair<Xapian::docid, DocumentKey>;

/// Each document's key, in the documents' order.
std::vector<KeyOfDocument> keys_by_document(const Xapian::Database& database) {
  std::vector<KeyOfDocument> keys;
  keys.reserve(database.get_doccount());
  const std::string prefix(kIdPrefix);
  const auto end = database.allterms_end(prefix);
  for (auto key = database.allterms_begin(prefix); key != end; ++key)
    // Asking moves the table's cursor to the key's block, which is then not read for each key anew.
    if (database.term_exists(*key)) keys.emplace_back(*database.postlist_begin(*key), *key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

/// Reads the hashes in the order in which they are stored, which is not that of the keys.
Contents contents_of(const Xapian::Database& database) {
  Contents contents;
  contents.reserve(database.get_doccount());
  const auto slot = static_cast<Xapian::valueno>(Slot::hash);
  auto hash = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  for (auto& [id, key] : keys_by_document(database)) {
    if (hash != end) hash.skip_to(id);
    const bool has_hash = hash != end && hash.get_docid() == id;
    contents.emplace(std::move(key), has_hash ? *hash : std::string());
  }
  return contents;
}

Result<Contents> read_contents(const std::string& database) {
  const Result<OpenedDatabases> opened = open_databases({database});
  if (!opened) return fail(opened.error());
  return guarded(database, [&] { return contents_of(opened->database); });
}

Result<std::vector<StoredPost>> read_posts(const std::string& database,
                                           const std::vector<DocumentKey>& keys) {
  const Result<OpenedDatabases> opened = open_databases({database});
  if (!opened) return fail(opened.error());
  return guarded(database, [&] {
    std::vector<StoredPost> posts;
    posts.reserve(keys.size());
    for (const DocumentKey& key : keys) posts.push_back(post_behind(opened->database, key));
    return posts;
  });
}

}  // namespace geul::index
