// SPDX-License-Identifier: GPL-2.0-or-later
// document_texts DB: prints each document of a database as a line of JSON, in the order in which
// they were indexed: {"id": "a.md", "url": "/a/", "title": ..., "date": ..., "pieces": ["title", "a
// tag", ...], "sections": [{"level": 2, "heading": ..., "anchor": ..., "text": ..., "code": ...},
// ...]}.
//
// Pieces are what a plain word of a query is looked for in: title, tags, categories, authors,
// summary, and each section's heading, text and code (common/index/SCHEMA.md), as the record keeps
// them. Empty ones are left out.
#include <cstdint>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

#include "common/base/json.hpp"
#include "common/index/reader.hpp"

namespace {

using geul::index::Document;

void add(const std::vector<std::string>& names, std::vector<std::string>& pieces) {
  pieces.insert(pieces.end(), names.begin(), names.end());
}

std::vector<std::string> pieces_of(const Document& document) {
  std::vector<std::string> pieces{document.title};
  add(document.tags, pieces);
  add(document.categories, pieces);
  add(document.authors, pieces);
  pieces.push_back(document.summary);
  for (const auto& section : document.sections)
    add({section.heading, section.text, section.code}, pieces);
  std::erase(pieces, "");
  return pieces;
}

geul::Json sections_of(const Document& document) {
  geul::Json sections = geul::Json::array();
  for (const auto& section : document.sections)
    sections.push_back({{"level", section.level},
                        {"heading", section.heading},
                        {"anchor", section.anchor},
                        {"text", section.text},
                        {"code", section.code}});
  return sections;
}

geul::Json line_of(const Document& document) {
  return {{"id", document.id.str()},
          {"url", document.url},
          {"title", document.title},
          {"date", document.date ? geul::to_iso(*document.date) : std::string()},
          {"pieces", pieces_of(document)},
          {"sections", sections_of(document)}};
}

geul::Result<geul::index::SearchResult> all_of(const std::string& database) {
  auto reader = geul::index::Reader::open({database});
  if (!reader) return geul::fail(reader.error());
  geul::index::SearchRequest request;
  request.limit = std::numeric_limits<std::uint32_t>::max();
  return reader->search(request);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: document_texts DB\n";
    return 2;
  }
  const auto found = all_of(argv[1]);
  if (!found) {
    std::cerr << "document_texts: " << found.error().message << '\n';
    return 2;
  }
  for (const auto& hit : found->hits)
    std::cout << geul::to_json_text(line_of(hit.document)) << '\n';
  return std::cout.flush() ? 0 : 1;
}
