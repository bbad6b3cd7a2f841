// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/index/index_fixture.hpp"

#include <catch2/catch.hpp>
#include <utility>

#include "common/base/hash.hpp"

namespace geul::test {

using index::Document;

Document post(const std::string& id, const std::string& title, const std::string& text) {
  Document document;
  document.id = DocumentId(id);
  document.path = id;
  document.title = title;
  document.sections.push_back({"", 0, "", 0, text, ""});
  return document;
}

Document dated(Document document, const std::string& date) {
  document.date = from_iso(date);
  REQUIRE(document.date);
  return document;
}

ContentHash hash_of(const std::string& text) {
  return ContentHash(hash128(text));
}

index::PreparedDocument prepare(const Document& document, const std::string& version) {
  analysis::Analyzer analyzer;
  return {document, hash_of(version), analyzer};
}

void build(const std::string& database, const std::vector<Document>& documents,
           index::OpenMode mode) {
  auto writer = index::Writer::open(database, mode);
  if (!writer) FAIL(writer.error().message);
  for (const Document& document : documents) REQUIRE(writer->put(prepare(document)));
  REQUIRE(writer->commit());
}

std::vector<std::string> ids(index::Reader& reader, const index::SearchRequest& request) {
  const auto result = reader.search(request);
  if (!result) FAIL(result.error().message);
  std::vector<std::string> found;
  for (const index::Hit& hit : result->hits) found.push_back(hit.document.id.str());
  return found;
}

std::vector<std::string> ids_with(const std::string& database, const std::string& term) {
  auto reader = index::Reader::open({database});
  if (!reader) FAIL(reader.error().message);
  return ids(*reader, ask(index::Query::term(term)));
}

index::SearchRequest ask(index::Query query) {
  index::SearchRequest request;
  request.query = std::move(query);
  request.limit = 100;
  return request;
}

std::string word_of(const std::string& text) {
  analysis::Analyzer analyzer;
  std::string word;
  analyzer.analyze(text, [&word](const analysis::Token& token) {
    if (word.empty() && token.family == analysis::Family::word) word = token.term;
  });
  REQUIRE_FALSE(word.empty());
  return word;
}

}  // namespace geul::test
