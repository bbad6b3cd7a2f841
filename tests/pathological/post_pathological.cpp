// SPDX-License-Identifier: GPL-2.0-or-later
#include <malloc.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <functional>
#include <iostream>

#include "common/base/format.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/post/post.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/repeated.hpp"

namespace geul {
namespace {

using test::kPatience;
using test::times;

/// CPU seconds to read a post; whether it is one does not matter here.
double seconds(const std::string& bytes) {
  const auto site = indexer::make_path_site(indexer::PathSite::plain, "/s", {});
  const indexer::PostSource source{DocumentId("a.md"), "a.md", "a.md"};
  const std::clock_t begin = std::clock();
  const auto post = indexer::read_markdown_post(bytes, source, *site);
  const std::clock_t passed = std::clock() - begin;
  CHECK((post.has_value() || !post.error().message.empty()));
  return static_cast<double>(passed) / CLOCKS_PER_SEC;
}

/// What is measured is what the program does, not how the system finds memory: what was once had is
/// kept.
[[maybe_unused]] const int kKeepMemory =
    ::mallopt(M_TRIM_THRESHOLD, 1 << 30) + ::mallopt(M_MMAP_THRESHOLD, 1 << 29);

struct Growth {
  const char* name;
  std::function<std::string(std::size_t n)> make;
};

/// Four times the input may cost up to twelve times the time: the machine is shared, and trees that
/// outgrow the caches cost more a node (cmark alone takes 7 to 8 times as long). What grows with
/// the square costs sixteen. Below a tenth of a second nothing can be told.
void check_growth(const Growth& growth, std::size_t n) {
  if (kPatience > 1) n /= 10;
  const std::string large = growth.make(4 * n);
  const double once = seconds(growth.make(n));
  double four = seconds(large);
  // The first time the system has to find the memory, which here and there takes as long again.
  for (int again = 0; again < 2 && four >= 12 * once; ++again)
    four = std::min(four, seconds(large));
  std::cout << format("{:28} {:8.3f} s {:8.3f} s\n", growth.name, once, four);
  INFO(growth.name << ": " << once << " s, four times as much: " << four << " s");
  CHECK(four < 4 * kPatience);
  CHECK((four < 0.1 * kPatience || four < 12 * std::max(once, 0.02 * kPatience)));
}

std::string nested_lists(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i)
    text += times("  ", std::min<std::size_t>(i, 200)) + "- 가\n";
  return text;
}

std::string alias_bomb(std::size_t levels) {
  std::string text = "---\ntitle: 글\na0: &a0 [x, x]\n";
  for (std::size_t i = 1; i < levels; ++i)
    text += format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}]\n", i, i - 1);
  return text + "---\n글\n";
}

std::string backticks(std::size_t n) {
  std::string text;
  for (std::size_t i = 1; text.size() < n; ++i) text += times("`", i) + "a";
  return text;
}

}  // namespace

TEST_CASE("Hostile Markdown costs no more than its length") {
  for (const char* piece : {"[",
                            "![",
                            "[a](",
                            "]",
                            "*",
                            "**a *a ",
                            "_a __a ",
                            "*_a ",
                            ">",
                            "> - ",
                            "`",
                            "` `` ",
                            "{%",
                            "{% a",
                            "{{",
                            "{{ a",
                            "{:",
                            "{: a\n",
                            "$",
                            "$$",
                            "$a ",
                            "$$\n",
                            "|",
                            "| a |\n",
                            "|-\n",
                            "<",
                            "<a ",
                            "<A {",
                            "<A a={\"",
                            "a <!--",
                            "<!-- -->",
                            "<script>",
                            "<pre>",
                            "<div>\n\n",
                            "&",
                            "&#1;",
                            "[[",
                            "[[a",
                            "[^a",
                            "[^a]: b\n",
                            "\\\\(",
                            "- ",
                            "1. ",
                            "# a\n",
                            "##a\n",
                            "{#a}\n",
                            "# a {#a}\n",
                            "```\n",
                            "~~~ a\n",
                            "{% raw %}",
                            "{% raw %}{% endraw %}",
                            "{% comment %}",
                            "{% highlight a %}\n",
                            "<<<<<<< a\n",
                            "https://a)",
                            "~~a",
                            "**a(",
                            "!!! a\n",
                            ":::a\n",
                            "> [!A]\n",
                            "{/*",
                            "import 'a'\n",
                            "a\n\n",
                            "a\n",
                            "\r",
                            "\xFF",
                            "\xEA\xB0",
                            "가",
                            "\u1100\u1161",
                            "- [ ] a\n",
                            ": a\n",
                            "http://a.b ",
                            "<td>",
                            "<img alt=\"",
                            "'=\""})
    check_growth({piece, [piece](std::size_t n) { return times(piece, n); }}, 25'000);
  check_growth({"backticks of every length", backticks}, 100'000);
  check_growth({"nested lists", nested_lists}, 2500);
  check_growth(
      {"links with one closing", [](std::size_t n) { return times("[a", n) + times("]", n); }},
      25'000);
}

TEST_CASE("Hostile front matter costs no more than its length") {
  const auto yaml = [](std::string_view piece, std::size_t n) {
    return "---\ntitle: 글\na: " + times(piece, n) + "\n---\n글\n";
  };
  for (const char* piece : {"[",        "{",    "{a: ",   "- ",     "? ",
                            "&a ",      "*a ",  "!a ",    "\"",     "'",
                            "a: ",      "a ",   "%",      "|\n ",   "\n  b: ",
                            "\nb: c",   "\n- ", "\n\t",   "\nb: [", "\n<<<<<<< x\n",
                            " title: ", "\n#",  "\nb:\n#"})
    check_growth({piece, [&](std::size_t n) { return yaml(piece, n); }}, 10'000);
  for (const char* piece :
       {"[", "{a=", "a.", "\"", "\"\"\"", "'", "\n[a]", "\n[[a]]", "\na = 1", "\n[a.a.a]", "1,"})
    check_growth(
        {piece, [piece](std::size_t n) { return "+++\na = " + times(piece, n) + "\n+++\n글\n"; }},
        10'000);
}

TEST_CASE("Hostile summaries and definitions cost no more than their length") {
  for (const char* piece : {"``` ", "```a ", "<a>", "<", "[a](", "**", "# ", "## a ", "![", "`"})
    check_growth(
        {piece,
         [piece](std::size_t n) { return "---\nsummary: 'a " + times(piece, n) + "'\n---\n글\n"; }},
        10'000);
  for (const char* piece : {"[a]: b\n", "[^1]: a\n[a]: b\n", "[a]:", "    a\n", "[a]: {{ b }}\n"})
    check_growth({piece, [piece](std::size_t n) { return "[^1]: a b\n" + times(piece, n); }},
                 10'000);
}

TEST_CASE("Depth and multiplication are stopped at once") {
  CHECK(seconds(alias_bomb(40)) < 1 * kPatience);
  std::string deep = "---\ntitle: 글\n";
  for (std::size_t i = 0; i < 10'000; ++i)
    deep += times(" ", std::min<std::size_t>(i, 90)) + "a:\n";
  CHECK(seconds(deep + "---\n글\n") < 2 * kPatience);
  CHECK(seconds("---\na: " + times("[", 10'000) + times("]", 10'000) + "\n---\n글\n") <
        1 * kPatience);
  CHECK(seconds(nested_lists(10'000)) < 2 * kPatience);
  CHECK(seconds(times("> ", 100'000) + "글") < 2 * kPatience);
}

TEST_CASE("Ten megabytes on one line") {
  CHECK(seconds(times("검색 엔진은 글을 나눈다. ", 10'000'000 / 34)) < 4 * kPatience);
  CHECK(seconds(times("x", 10'000'000)) < 4 * kPatience);
}

}  // namespace geul
