// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/post/markdown.hpp"
#include "indexer/post/post.hpp"
#include "tests/support/random_text.hpp"

namespace geul {

using indexer::AnchorRule;

namespace {

using test::RandomText;

const std::vector<std::string>& markup() {
  static const std::vector<std::string> pieces{"# ",
                                               "## ",
                                               "```\n",
                                               "~~~~\n",
                                               "`",
                                               "``",
                                               "**",
                                               "*",
                                               "_",
                                               "[",
                                               "](",
                                               ")",
                                               "![",
                                               "> ",
                                               "- ",
                                               "1. ",
                                               "    ",
                                               "\t",
                                               "{% ",
                                               " %}",
                                               "{{ ",
                                               " }}",
                                               "{{< ",
                                               " >}}",
                                               "{:",
                                               "}",
                                               "{#id}",
                                               "[[",
                                               "]]",
                                               "[^1]",
                                               "[^1]: ",
                                               "$",
                                               "$$",
                                               "$$\n",
                                               "| ",
                                               " |\n",
                                               "|---|\n",
                                               "<div>",
                                               "</div>",
                                               "<!--",
                                               "-->",
                                               "<pre>",
                                               "<script>",
                                               "<",
                                               ">",
                                               ":::",
                                               "!!! a\n",
                                               "---\n",
                                               "===\n",
                                               "&amp;",
                                               "&#0;",
                                               "\\",
                                               "\n\n",
                                               "\n",
                                               "<Note a={",
                                               "{/*",
                                               "*/}",
                                               "import a from 'b'\n",
                                               "<<<<<<< a\n",
                                               "=======\n",
                                               ">>>>>>> b\n",
                                               "{% raw %}",
                                               "{% endraw %}",
                                               "{% highlight x %}\n",
                                               "{% endhighlight %}\n",
                                               "https://a.b",
                                               "\r\n",
                                               "+++\n",
                                               "title: ",
                                               "tags: [",
                                               "\xEF\xBB\xBF",
                                               "&#x1D;"};
  return pieces;
}

/// A document in which every markup of ours stands anywhere.
std::string wild(RandomText& random, std::size_t pieces) {
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i)
    text += random.one_in(3) ? random.word() : random.pick(markup());
  return text;
}

bool is_clean(const std::string& text) {
  return text::is_utf8(text) && text::is_nfc(text) && text.find('\0') == std::string::npos &&
         text.find_first_of("\x1D\x1E\x1F") == std::string::npos;
}

void check_laws(const std::string& bytes) {
  const auto site = indexer::make_path_site(indexer::PathSite::plain, "/s", {});
  const indexer::PostSource source{DocumentId("a.md"), "/s/a.md", "a.md"};
  const auto post = indexer::read_markdown_post(bytes, source, *site);
  if (!post) {
    CHECK_FALSE(post.error().message.empty());
    return;
  }
  const index::Document& document = post->document;
  bool clean = is_clean(document.title) && is_clean(document.summary) && !document.title.empty();
  for (const std::string& tag : document.tags) clean = clean && is_clean(tag) && !tag.empty();
  std::size_t offset = 0;
  for (const index::Section& section : document.sections) {
    clean = clean && is_clean(section.heading) && is_clean(section.text) && is_clean(section.code);
    clean = clean && section.file_offset >= offset && section.file_offset <= bytes.size();
    clean = clean && section.level >= 0 && section.level <= 6;
    offset = section.file_offset;
  }
  if (!clean) {
    CAPTURE(bytes);
    CHECK(clean);
  }
}

std::string plain_word(RandomText& random) {
  static const std::vector<std::string> words{"검색", "엔진은", "글을", "Java",
                                              "2022", "나눈다", "SRE"};
  return random.pick(words);
}

std::string sentence(RandomText& random) {
  std::string text = plain_word(random);
  for (std::size_t i = random.below(6); i > 0; --i) text += ' ' + plain_word(random);
  return text;
}

/// A sentence in one of the dialects, and what is to stay of it.
struct Sample {
  std::string source;
  std::string text;
};

Sample sample(RandomText& random) {
  const std::string a = sentence(random);
  const std::string b = sentence(random);
  switch (random.below(14)) {
    case 0:
      return {"**" + a + "** " + b, a + ' ' + b};
    case 1:
      return {a + " [" + b + "](https://x.example/가)", a + ' ' + b};
    case 2:
      return {a + " {% include x.html a=\"b\" %}", a};
    case 3:
      return {a + "{: .class #id}", a};
    case 4:
      return {"{{< figure src=\"a\" caption=\"" + a + "\" >}}", a};
    case 5:
      return {a + " [[" + b + "]]", a + ' ' + b};
    case 6:
      return {a + "[^note] " + b, a + ' ' + b};
    case 7:
      return {a + " $x^2 + y$", a};
    case 8:
      return {":::tip " + a + "\n" + b + "\n:::", a + ' ' + b};
    case 9:
      return {"| " + a + " | " + b + " |\n|---|---|", a + " · " + b};
    case 10:
      return {"<div class=\"x\">\n" + a + "<br>" + b + "\n</div>", a + '\n' + b};
    case 11:
      return {"<Note a={b => c}>\n" + a + "\n</Note>", a};
    case 12:
      return {"- [ ] " + a, a};
    default:
      return {"~~" + a + "~~ " + b, a + ' ' + b};
  }
}

}  // namespace

TEST_CASE("Any bytes give clean text, ascending offsets and no crash") {
  RandomText random(20261123);
  for (int i = 0; i < 3000; ++i) {
    check_laws(wild(random, 1 + random.below(80)));
    check_laws("---\n" + wild(random, random.below(40)) + "\n---\n" + wild(random, 20));
    check_laws("+++\n" + wild(random, random.below(40)) + "\n+++\n" + wild(random, 20));
    check_laws(random.bytes(1 + random.below(200)));
  }
}

TEST_CASE("Simple documents in every dialect leave their words and nothing else") {
  RandomText random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string body;
    std::string expected;
    for (std::size_t k = 1 + random.below(6); k > 0; --k) {
      const Sample one = sample(random);
      body += one.source + "\n\n";
      expected += (expected.empty() ? "" : "\n") + one.text;
    }
    CAPTURE(body);
    const auto sections = indexer::read_sections(body, {AnchorRule::github, ""});
    REQUIRE(sections.size() == 1);
    CHECK(sections[0].text == expected);
    CHECK(sections[0].code.empty());
  }
}

TEST_CASE("A heading's text stands at its offset in the file") {
  RandomText random(99);
  for (int i = 0; i < 500; ++i) {
    std::string bytes = random.one_in(2) ? "---\ntitle: 제목\n---\n" : "";
    std::vector<std::string> headings;
    for (std::size_t k = 1 + random.below(8); k > 0; --k) {
      headings.push_back(sentence(random));
      bytes += random.one_in(3) ? headings.back() + "\n---\n\n" : "## " + headings.back() + "\n\n";
      bytes += sample(random).source + "\n\n";
    }
    const auto site = indexer::make_path_site(indexer::PathSite::plain, "/s", {});
    const auto post =
        indexer::read_markdown_post(bytes, {DocumentId("a.md"), "a.md", "a.md"}, *site);
    CAPTURE(bytes);
    REQUIRE(post);
    REQUIRE(post->document.sections.size() == headings.size());
    for (std::size_t k = 0; k < headings.size(); ++k) {
      const index::Section& section = post->document.sections[k];
      CHECK(section.heading == headings[k]);
      const std::size_t line_end = bytes.find('\n', section.file_offset);
      CHECK(bytes.substr(section.file_offset, line_end - section.file_offset).find(headings[k]) !=
            std::string::npos);
    }
  }
}

}  // namespace geul
