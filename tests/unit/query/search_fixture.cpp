// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/query/search_fixture.hpp"

#include <catch2/catch.hpp>
#include <utility>

#include "common/index/synonyms.hpp"

namespace geul::test {
namespace {

query::Searcher searcher_of(const std::string& database, const std::vector<index::Document>& posts,
                            std::string_view synonyms) {
  build(database, posts);
  auto reader = index::Reader::open({database});
  if (!reader) FAIL(reader.error().message);
  return query::Searcher(std::move(*reader), index::read_synonyms(synonyms).value());
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) (text += text.empty() ? "" : " ") += word;
  return text;
}

}  // namespace

SearchFixture::SearchFixture(const std::vector<index::Document>& posts, std::string_view synonyms)
    : searcher_(searcher_of(database(), posts, synonyms)) {}

query::Answer SearchFixture::answer(std::string_view query, const query::Request& request) {
  auto answered = searcher_.answer(query, request, query::Detail::full);
  if (!answered) FAIL(answered.error().message);
  return std::move(*answered);
}

std::string SearchFixture::ids(std::string_view query, const query::Request& request) {
  const query::Answer answered = answer(query, request);
  std::vector<std::string_view> found;
  for (const query::ShownHit& shown : answered.hits) found.push_back(shown.hit.document.id.str());
  return joined(found);
}

std::string SearchFixture::found_by(std::string_view query) {
  const query::Answer answered = answer(query);
  if (answered.hits.empty()) return "none";
  return joined(query::matched_by(answered.hits.front().reasons, answered.hits.front().pinned));
}

}  // namespace geul::test
