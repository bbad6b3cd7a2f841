// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/document.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

inline void expect_clean(const std::string& text) {
  expect(text::is_utf8(text) && text::is_nfc(text), "a post's text is UTF-8 and NFC");
  expect(text.find('\0') == std::string::npos, "a post's text without NUL");
  expect(text.find_first_of("\x1D\x1E\x1F") == std::string::npos, "no mark of ours left over");
}

inline void expect_names(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    expect(!name.empty(), "names have text");
    expect_clean(name);
  }
}

/// What servers and browsers make of %2E (RFC 3986, section 6.2.2.3).
inline std::string without_encoded_dots(std::string url) {
  for (std::size_t at = 0; (at = url.find("%2", at)) != std::string::npos; ++at)
    if (at + 2 < url.size() && (url[at + 2] == 'e' || url[at + 2] == 'E')) url.replace(at, 3, ".");
  return url;
}

/// generator.hpp: an address never leaves the site; a record's may be one of the web.
inline void expect_address(const std::string& url, bool record) {
  if (url.empty()) return;
  for (const char c : url) expect(c > ' ' && c < 0x7F, "addresses are percent-encoded");
  const std::size_t host = url.find("://");
  const bool web = (host == 4 || host == 5) && (url.front() == 'h' || url.front() == 'H');
  if (record && web) return;
  expect(url.front() == '/' && url.substr(0, 2) != "//", "addresses begin with one slash");
  expect((without_encoded_dots(url) + '/').find("/../") == std::string::npos,
         "addresses without ..");
}

/// What indexer/post/markdown.hpp and common/index/document.hpp say of sections.
inline void expect_lawful(const std::vector<index::Section>& sections, std::size_t file_size) {
  std::size_t last = 0;
  for (const index::Section& section : sections) {
    for (const std::string& text : {section.heading, section.anchor, section.text, section.code})
      expect_clean(text);
    expect(section.level >= 0 && section.level <= 6, "levels of headings");
    expect(section.file_offset >= last && section.file_offset <= file_size, "offsets rise");
    last = section.file_offset;
  }
}

/// What indexer/post/post.hpp and common/index/document.hpp say of every post.
inline void expect_lawful(const index::Document& document, std::size_t file_size,
                          bool record = false) {
  expect(!document.id.empty(), "an id");
  expect(!document.title.empty() || record, "a title, of a file at the least its name");
  for (const std::string& text :
       {document.id.str(), document.title, document.summary, document.language, document.series})
    expect_clean(text);
  expect_names(document.tags);
  expect_names(document.categories);
  expect_names(document.authors);
  expect_address(document.url, record);
  expect_lawful(document.sections, file_size);
}

}  // namespace geul::fuzz
