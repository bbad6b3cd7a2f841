// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/post: any text is HTML of which a reader's text is left.
#include "common/text/source_text.hpp"
#include "common/text/utf8.hpp"
#include "indexer/post/html_tag.hpp"
#include "indexer/post/html_text.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

namespace {

bool lies_within(std::string_view part, std::string_view whole) {
  return part.empty() ||
         (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

void expect_tag(const indexer::HtmlTag& tag, std::string_view html, std::size_t at) {
  const std::string_view whole = html.substr(at, tag.end - at);
  expect(whole.size() >= 3 && whole.front() == '<' && whole.back() == '>', "a tag from < to >");
  if (whole.find_first_of("\"'{") == whole.npos)
    expect(whole.find("\n\n") == whole.npos && whole.find('<', 1) == whole.npos,
           "a tag without blank lines and other tags, but in quotes and braces");
  expect(!tag.name.empty() && lies_within(tag.name, whole), "a tag's name stands in it");
  expect(lies_within(tag.attributes, whole), "its attributes do too");
  for (const char* const name : {"alt", "src", "a"})
    expect(lies_within(indexer::attribute_of(tag.attributes, name), tag.attributes),
           "a value stands in the attributes");
}

void expect_tags(std::string_view html) {
  indexer::TagReader reader(html);
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1))
    if (const indexer::HtmlTag tag = reader.read(at)) expect_tag(tag, html, at);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string html = text::read_source_text(text_of(data, size)).text;
  const indexer::HtmlText text = indexer::read_html(html);
  expect(text::is_utf8(text.prose) && text::is_utf8(text.code), "text in UTF-8");
  // An entity is no longer as a character than as it was typed, but for a few (&nGt;).
  expect(text.prose.size() + text.code.size() <= 2 * html.size(), "no more than there was");
  if (html.find_first_of("<&") == html.npos)
    expect(text.prose == html && text.code.empty(), "text without marks stays");
  expect(text::is_utf8(indexer::read_inline_html(html)), "one tag's text in UTF-8");
  expect_tags(html);
  return 0;
}

}  // namespace geul::fuzz
