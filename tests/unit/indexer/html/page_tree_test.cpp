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

std::string renamed(std::string html) {
  rename_formatting(html);
  return html;
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
  const auto link = PageTree::parse("<body><a rel='NoFollow Tag'>").value();
  CHECK(link.has_word_in_any_case(3, "rel", "tag"));
  CHECK_FALSE(link.has_word_in_any_case(3, "rel", "follow"));
  CHECK_FALSE(link.has_word(3, "rel", "tag"));
}

TEST_CASE("Formatting elements keep their names, and end where it is written") {
  CHECK(outline_of("<A HREF='#'>가</A><STRONG>나</STRONG>") ==
        "html(head()body(a('가')strong('나')))");
  CHECK(outline_of("<code>a&lt;b></code>") == "html(head()body(code('a<b>')))");
  CHECK(outline_of("<b>가<p>나</b>다") == "html(head()body(b('가'p('나다'))))");
}

TEST_CASE("Names of formatting are changed at the same length") {
  CHECK(renamed("<a href=x>1</a> <B>2</B> <br> <code>3</code> <strong/> < b> <bold> <b") ==
        "<z href=x>1</z> <y>2</y> <br> <xode>3</xode> <xtrong/> < b> <bold> <b");
  CHECK(formatting_name("CODE") == "code");
  CHECK(formatting_name("p").empty());
  CHECK(holds_renamed("가<xode>나"));
  CHECK(holds_renamed("가</y >나"));
  CHECK_FALSE(holds_renamed("가<code>나<xodex><y"));
}

TEST_CASE("Names of formatting are changed in tags alone") {
  for (const char* kept :
       {"<p title='<b>' alt=\"<i>\" x=<u>> ", "<p <b>", "<p a = '>' b='<b>'>", "<p =<b>",
        "<!-- <b> -- <i> --!<u> -->", "<!--!> <b> -->", "<!doctype <b>>", "<? <b>", "</ <b>",
        "<![CDATA[<b>", "<svg><![CDATA[<p><b>]]>", "<TITLE><b></titles></title ",
        "<textarea><b></ textarea>", "<xmp><b></xmp>", "<script>'<b>'</script>",
        "<style/><b></style>", "<iframe><b></iframe>", "<plaintext><b></plaintext><b>"}) {
    INFO(kept);
    CHECK(renamed(kept) == kept);
  }
  for (const std::string before :
       {"<!-->", "<!--->", "<!-- -->", "<!-- ---!>", "<p title='x'>", "<p/ a=/>", "<![CDATA[>",
        "<title></title>", "<svg><title/>", "<svg a=/ /></svg><title></TITLE>", "<svg><![CDATA[]]>",
        "a < b", "</>", "<>", "<p a='x'b=\"y\">"}) {
    INFO(before);
    CHECK(renamed(before + "<b>") == before + "<y>");
  }
}

TEST_CASE("Texts and values hold tags as they were written, wherever a parser sees text") {
  CHECK(outline_of("<title>가<b>나</title>") == "html(head(title('가<b>나'))body())");
  CHECK(outline_of("<xmp>가<code>나</xmp>") == "html(head()body(xmp('가<code>나')))");
  CHECK(PageTree::parse("<p title='<b>와 <code>'>")->attribute(3, "title") == "<b>와 <code>");
  CHECK(PageTree::parse("<select><xmp><p></select><i title='</xmp><b>'>")->attribute(4, "title") ==
        "</xmp><b>");
  CHECK(outline_of("<script><!--<script></script><b></script>") ==
        "html(head(script('<!--<script></script><b>'))body())");
}

TEST_CASE("Names are in lower case, and what an author calls as we rename is what it was") {
  CHECK(outline_of("<My-Widget>가</My-Widget><y>나</y><XODE>") ==
        "html(head()body(my-widget('가')y('나')xode()))");
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
