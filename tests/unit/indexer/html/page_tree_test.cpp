// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_tree.hpp"

#include <catch2/catch.hpp>

#include "common/base/format.hpp"
#include "common/text/utf8.hpp"
#include "indexer/html/formatting.hpp"

namespace geul::indexer {
namespace {

/// Elements as "name(", their ends as ")", texts in quotes.
std::string outline(const PageTree& page, std::size_t node = 0) {
  const PageNode& here = page[node];
  if (here.is_text()) return "'" + std::string(here.text) + "'";
  std::string out = std::string(here.name) + "(";
  for (std::size_t i = node + 1; i < here.end; i = page[i].end) out += outline(page, i);
  return out + ")";
}

std::string outline_of(std::string_view html) {
  return outline(PageTree::parse(std::string(html)).value());
}

}  // namespace

TEST_CASE("A page is a row of elements and texts, each with its end") {
  CHECK(outline_of("<p>가<b>나</b>다") == "html(head()body(p('가'b('나')'다')))");
  CHECK(outline_of("") == "html(head()body())");
  const auto page = PageTree::parse("<p id=a class='b  c'>가</p>").value();
  REQUIRE(page.size() == 5);
  CHECK(page[3].name == "p");
  CHECK(page[3].end == 5);
  CHECK(page[4].parent == 3);
  CHECK(page[4].offset == 21);
  CHECK(page.attribute(3, "id") == "a");
  CHECK_FALSE(page.attribute(3, "style"));
  CHECK(page.has_word(3, "class", "c"));
  CHECK_FALSE(page.has_word(3, "class", "b c"));
}

TEST_CASE("Formatting elements keep their names, and end where it is written") {
  CHECK(outline_of("<A HREF='#'>가</A><STRONG>나</STRONG>") ==
        "html(head()body(a('가')strong('나')))");
  CHECK(outline_of("<code>a&lt;b></code>") == "html(head()body(code('a<b>')))");
  CHECK(outline_of("<b>가<p>나</b>다") == "html(head()body(b('가'p('나다'))))");
}

TEST_CASE("Names of formatting are changed and restored at the same length") {
  std::string html = "<a href=x>1</a> <B>2</B> <br> <code>3</code> <strong/> < b> <bold> <b";
  const std::string before = html;
  rename_formatting(html);
  CHECK(html.size() == before.size());
  CHECK(html == "<z href=x>1</z> <y>2</y> <br> <xode>3</xode> <xtrong/> < b> <bold> <b");
  CHECK(restore_formatting(html) ==
        "<a href=x>1</a> <b>2</b> <br> <code>3</code> <strong/> < b> <bold> <b");
  CHECK(formatting_name("xode") == "code");
  CHECK(formatting_name("p").empty());
}

TEST_CASE("Texts and values are valid UTF-8, whatever number a character is called by") {
  for (const char* number :
       {"&#xCCCCCCCCCCCCCCCCCCCCC;", "&#xFFFFFFFF80;", "&#xD800;", "&#99999999999;"}) {
    const auto page = PageTree::parse(format("<p title='{0}가'>{0}나", number)).value();
    INFO(number);
    CHECK(text::is_utf8(page[4].text));
    CHECK(page[4].text.ends_with("나"));
    CHECK(text::is_utf8(page.attribute(3, "title").value()));
  }
}

TEST_CASE("Pages nested deep are walked without calls") {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  const auto page = PageTree::parse(deep + "글");
  REQUIRE(page);
  CHECK((*page)[page->size() - 1].text == "글");
}

TEST_CASE("A tree may outlive what it was parsed from, and be moved") {
  auto page = PageTree::parse("<my-widget>가</my-widget>");
  const PageTree moved = std::move(*page);
  CHECK(moved[3].name == "my-widget");
  CHECK(moved[4].text == "가");
}

}  // namespace geul::indexer
