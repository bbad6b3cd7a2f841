// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/html: any bytes are a page, and any page is a post or a reason.
#include <array>

#include "common/text/source_text.hpp"
#include "indexer/html/formatting.hpp"
#include "indexer/html/page_content.hpp"
#include "indexer/html/page_post.hpp"
#include "indexer/html/page_site.hpp"
#include "indexer/html/page_text.hpp"
#include "indexer/html/page_tree.hpp"
#include "tests/fuzz/document_laws.hpp"

namespace geul::fuzz {

namespace {

/// Elements lie within each other or apart, and all of the page.
void expect_tree(const indexer::PageTree& page, std::size_t size) {
  expect(page.size() > 0 && page[0].end == page.size(), "all is in the root");
  for (std::size_t i = 0; i < page.size(); ++i) {
    const indexer::PageNode& node = page[i];
    expect(node.end > i && node.end <= page.size(), "an end behind the begin");
    expect(i == 0 || (node.parent < i && node.end <= page[node.parent].end), "within its parent");
    expect(!node.is_text() || (node.end == i + 1 && node.attribute_count == 0),
           "texts hold nothing");
    expect(node.offset <= size, "offsets in the page");
    expect(text::is_utf8(node.text), "text in UTF-8");
    for (const indexer::PageAttribute& attribute : page.attributes(i))
      expect(text::is_utf8(attribute.value), "values in UTF-8");
  }
}

void expect_content(const indexer::PageTree& page) {
  const indexer::PageContent content = indexer::find_content(page);
  expect(!content.roots.empty(), "a part that counts");
  std::size_t end = 0;
  for (const std::size_t root : content.roots) {
    expect(root >= end && !page[root].is_text(), "parts one behind another");
    end = page[root].end;
    expect_clean(indexer::heading_within(page, root));
    expect_clean(indexer::text_within(page, root));
  }
}

/// Renaming keeps the length, and what is renamed stays so.
void expect_renamed(const std::string& html) {
  std::string renamed = html;
  indexer::rename_formatting(renamed);
  expect(renamed.size() == html.size(), "names of the same length");
  std::string again = renamed;
  indexer::rename_formatting(again);
  expect(again == renamed, "renamed again, the same");
}

/// Whether a word of the page is a name that we give. Texts are joined over tags that count for
/// nothing, so that "<" need not stand before it.
bool says_our_names(const std::string& html) {
  std::string words;
  bool within = false;
  for (const char c : html) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter && !within) words += '<';
    words += static_cast<unsigned char>(c) < 0x21 || c == 0x7F ? ' ' : c;
    within = letter;
  }
  return indexer::holds_renamed(words);
}

/// Nobody reads a name that we give, but who wrote it. (Numbers of characters may write it, too.)
void expect_own_names(const indexer::PageTree& page, const std::string& html) {
  if (html.find('&') != html.npos || says_our_names(html)) return;
  for (std::size_t i = 0; i < page.size(); ++i) {
    expect(!indexer::holds_renamed(page[i].text), "texts as they were written");
    for (const indexer::PageAttribute& attribute : page.attributes(i))
      expect(!indexer::holds_renamed(attribute.value), "values as they were written");
  }
}

/// Where a page's script is one (nothing before it makes text of it), its text is nowhere.
void expect_no_script(const std::string& html) {
  if (html.find("qzx") != html.npos) return;
  const std::string with_script = "<title>t</title><p>" + html + "<script>qzx</script>";
  const auto page = indexer::PageTree::parse(with_script);
  if (!page) return;
  for (std::size_t i = 0; i < page->size(); ++i) {
    const bool script = (*page)[i].text == "qzx" && (*page)[(*page)[i].parent].name == "script";
    if ((*page)[i].text.find("qzx") != std::string::npos && !script) return;
    for (const indexer::PageAttribute& attribute : page->attributes(i))
      if (attribute.value.find("qzx") != std::string::npos) return;
  }
  const auto site = indexer::make_page_site("/s/");
  const auto post = indexer::read_html_page(
      with_script, {DocumentId("a.html"), "/s/a.html", "a.html"}, *site, indexer::Unmarked::take);
  if (!post) return;
  for (const index::Section& section : post->document.sections)
    for (const std::string& part : {section.heading, section.text, section.code})
      expect(part.find("qzx") == part.npos, "no script in the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto site = indexer::make_page_site("/s/");
  static const std::array facets{index::FacetKey("series"), index::FacetKey("level")};
  static const std::array paths{std::string("index.html"), std::string("a/글.html"),
                                std::string("2024/01/02/a/index.html"), std::string("404.html")};
  const std::string html = text::read_source_text(text_of(data, size)).text;
  expect_renamed(html);
  const auto page = indexer::PageTree::parse(html);
  if (page) {
    expect_tree(*page, html.size());
    expect_own_names(*page, html);
    expect_content(*page);
  }
  expect_no_script(html);
  const std::string& path = paths.at(size % paths.size());
  const auto unmarked = size % 3 == 0 ? indexer::Unmarked::leave_out : indexer::Unmarked::take;
  const auto post = indexer::read_html_page(
      text_of(data, size), {DocumentId(path), "/s/" + path, path, facets}, *site, unmarked);
  if (!post) {
    expect(!post.error().message.empty(), "a reason");
  } else if (post->visibility != indexer::Visibility::left_out) {
    expect_lawful(post->document, size);
  }
  (void)indexer::marks_matter(text_of(data, size));
  return 0;
}

}  // namespace geul::fuzz
