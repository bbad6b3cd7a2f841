// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/contents.hpp"

#include "common/index/fields.hpp"
#include "common/index/record.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/open.hpp"

namespace geul::index {
namespace {

/// Throws Xapian::Error.
DocumentId id_behind(const Xapian::Database& database, const DocumentKey& key) {
  const auto found = database.postlist_begin(key.str());
  if (found == database.postlist_end(key.str())) return {};
  const Result<Document> document = decode_record(database.get_document(*found).get_data());
  return document ? document->id : DocumentId();
}

}  // namespace

Contents contents_of(const Xapian::Database& database) {
  Contents contents;
  contents.reserve(database.get_doccount());
  const std::string prefix(kIdPrefix);
  const auto slot = static_cast<Xapian::valueno>(Slot::hash);
  const auto end = database.allterms_end(prefix);
  for (auto key = database.allterms_begin(prefix); key != end; ++key) {
    const Xapian::docid id = *database.postlist_begin(*key);
    const Xapian::Document document = database.get_document(id, Xapian::DOC_ASSUME_VALID);
    contents.emplace(*key, document.get_value(slot));
  }
  return contents;
}

Result<Contents> read_contents(const std::string& database) {
  const Result<OpenedDatabases> opened = open_databases({database});
  if (!opened) return fail(opened.error());
  return guarded(database, [&] { return contents_of(opened->database); });
}

Result<std::vector<DocumentId>> read_ids(const std::string& database,
                                         const std::vector<DocumentKey>& keys) {
  const Result<OpenedDatabases> opened = open_databases({database});
  if (!opened) return fail(opened.error());
  return guarded(database, [&] {
    std::vector<DocumentId> ids;
    ids.reserve(keys.size());
    for (const DocumentKey& key : keys) ids.push_back(id_behind(opened->database, key));
    return ids;
  });
}

}  // namespace geul::index
