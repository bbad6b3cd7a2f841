// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/post/markdown.hpp: any text has sections whose offsets lead back into it.
#include "indexer/post/markdown.hpp"

#include "common/text/source_text.hpp"
#include "tests/fuzz/document_laws.hpp"

namespace geul::fuzz {

namespace {

using index::Section;

/// Blocks are parted by one LF, and a block has no space at its ends.
void expect_blocks(const std::string& text) {
  expect(text.find_first_of("\t\r") == std::string::npos, "prose with spaces alone");
  const std::string framed = '\n' + text + '\n';
  expect(text.empty() || framed.find("\n\n") == std::string::npos, "blocks parted by one LF");
}

bool same(const Section& a, const Section& b) {
  return a.heading == b.heading && a.level == b.level && a.anchor == b.anchor &&
         a.file_offset == b.file_offset && a.text == b.text && a.code == b.code;
}

void expect_same(const std::vector<Section>& a, const std::vector<Section>& b, const char* what) {
  expect(std::equal(a.begin(), a.end(), b.begin(), b.end(), same), what);
}

bool is_border(const std::string& text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

}  // namespace

/// The text's size says by which rule anchors are made.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const indexer::AnchorStyle style{static_cast<indexer::AnchorRule>(size % 4),
                                   size % 8 < 4 ? "" : "a-"};
  const std::string body = text::read_source_text(text_of(data, size)).text;
  const std::vector<Section> sections = indexer::read_sections(body, style);
  expect_lawful(sections, body.size());
  for (const Section& section : sections) {
    expect((section.level > 0) == (&section != &sections.front()) || section.level > 0,
           "the first section alone may have no heading");
    expect(section.level > 0 || section.heading.empty(), "headings have a level");
    expect(is_border(body, section.file_offset), "offsets on borders");
    expect_blocks(section.text);
  }
  expect_same(sections, indexer::read_sections(body + '\n', style), "a last LF changes nothing");
  return 0;
}

}  // namespace geul::fuzz
