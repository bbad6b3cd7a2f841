// SPDX-License-Identifier: GPL-2.0-or-later
// query/suggest: any bytes are the beginning of something, completed from a small index.
#include <algorithm>
#include <string>
#include <vector>

#include "common/index/reader.hpp"
#include "common/text/utf8.hpp"
#include "query/suggest/suggester.hpp"
#include "tests/fuzz/small_index.hpp"

namespace geul::fuzz {

namespace {

using query::Suggestion;

query::Suggester& suggester() {
  static const ScratchFolder folder;
  static query::Suggester one(index::Reader::open({small_index(folder)}).value());
  return one;
}

void expect_suggestion(const Suggestion& suggestion) {
  expect(!suggestion.text.empty() && text::is_utf8(suggestion.text), "a text");
  expect(suggestion.posts > 0, "of some post");
  const bool title = suggestion.kind == Suggestion::Kind::title;
  expect(suggestion.query.empty() == title, "what to search for, but for titles");
  expect(suggestion.id.empty() != title, "a title's post");
}

void expect_once(const std::vector<Suggestion>& found) {
  std::vector<std::string> texts;
  for (const Suggestion& suggestion : found)
    if (suggestion.kind != Suggestion::Kind::title) texts.push_back(suggestion.text);
  std::ranges::sort(texts);
  expect(std::ranges::adjacent_find(texts) == texts.end(), "no text twice");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view typed = text_of(data, size);
  const std::size_t limit = size % 13;
  const auto suggested = suggester().suggest(typed, limit, Day{2024, 7, 18});
  expect(suggested.has_value(), "any bytes are answered");
  expect(text::is_utf8(suggested->typed), "what was typed, in UTF-8");
  expect(suggested->found.size() <= limit, "no more than asked for");
  for (const Suggestion& suggestion : suggested->found) expect_suggestion(suggestion);
  expect_once(suggested->found);
  const query::TypedPrefix prefix = query::typed_prefix(typed);
  expect(text::is_utf8(prefix.text) && prefix.text.size() <= query::kMaxTypedBytes, "a prefix");
  query::Reading reading = query::Reading::exact;
  if (!prefix.text.empty())
    expect(query::goes_on(prefix, prefix.text, reading), "a text goes on from itself");
  return 0;
}

}  // namespace geul::fuzz
