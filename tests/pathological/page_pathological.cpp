// SPDX-License-Identifier: GPL-2.0-or-later
// Pages of built HTML that somebody made to hurt. A parser that keeps to HTML's rules looks through
// all open elements here and there, so that no promise of linear time can be kept: what is promised
// is a limit, and that what stays below it is read.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <functional>
#include <iostream>

#include "common/base/format.hpp"
#include "indexer/html/page_post.hpp"
#include "indexer/html/page_site.hpp"
#include "indexer/html/page_tree.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/repeated.hpp"

namespace geul {
namespace {

using test::kPatience;
using test::times;

std::string numbered(std::string_view before, std::string_view behind, std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += format("{}{}{}", before, i, behind);
  return text;
}

struct Reading {
  double seconds = 0;
  bool is_read = false;
};

Reading read(const std::string& page) {
  const std::string html = "<title>글</title>" + page;
  const auto site = indexer::make_page_site("/s/");
  const std::clock_t begin = std::clock();
  const auto post = indexer::read_html_page(html, {DocumentId("a.html"), "/s/a.html", "a.html"},
                                            *site, indexer::Unmarked::take);
  const std::clock_t passed = std::clock() - begin;
  if (!post) CHECK(post.error().code == ErrorCode::limit);
  return {static_cast<double>(passed) / CLOCKS_PER_SEC, post.has_value()};
}

struct Hostile {
  const char* name;
  std::function<std::string(std::size_t n)> make;
};

const std::vector<Hostile>& hostile_pages() {
  static const std::vector<Hostile> pages{
      {"<div> nested", [](std::size_t n) { return times("<div>", n) + "글"; }},
      {"<span> nested, text", [](std::size_t n) { return times("<span>", n) + times("글", n); }},
      {"<b> nested, text", [](std::size_t n) { return times("<b>", n) + times("글 ", n); }},
      {"<b>, each another, in <p>",
       [](std::size_t n) { return numbered("<b id=", ">", n) + times("<p>글", n); }},
      {"text within the last <b> that is open",
       [](std::size_t n) { return times("<span>", n) + "<b></span>" + times("글", 4 * n); }},
      {"<a> and <b> crossing",
       [](std::size_t n) { return times("<a><b><div>", n) + times("</a></b>", n); }},
      {"<li><dd> nested", [](std::size_t n) { return times("<li><dd>", n) + "글"; }},
      {"ends of what was not begun",
       [](std::size_t n) { return times("<span>", n) + times("</p>", n); }},
      {"ends in a drawing",
       [](std::size_t n) { return "<svg>" + times("<g>", n) + times("</x>", n); }},
      {"tables nested", [](std::size_t n) { return times("<table><td>", n) + "글"; }},
      {"text in no cell", [](std::size_t n) { return times("<table>글", n); }},
      {"templates nested", [](std::size_t n) { return times("<template>", n) + "글"; }},
      {"attributes of one tag",
       [](std::size_t n) { return "<p " + numbered("a", "=1 ", n) + ">글"; }},
      {"attributes of one body",
       [](std::size_t n) { return numbered("<body a", "=1>", n) + "글"; }},
      {"filters nested", [](std::size_t n) { return times("<div data-geul-filter=a>글", n); }},
      {"headings", [](std::size_t n) { return times("<h2><a href=#x>", n) + "글"; }},
      {"links to a heading itself",
       [](std::size_t n) { return "<h2>" + times("<i><a href=#x>#", n) + "글"; }},
      {"code in code", [](std::size_t n) { return times("<pre><code>글", n); }},
      {"canonical addresses",
       [](std::size_t n) { return times("<link rel=canonical href=https://a.b/c>", n) + "글"; }},
      {"times", [](std::size_t n) { return times("<time datetime=2024-01-01>글", n); }},
      {"one tag without an end", [](std::size_t n) { return "<p a=\"" + times("글", 8 * n); }},
      {"comments", [](std::size_t n) { return times("<!--글", n); }},
      {"classes", [](std::size_t n) { return "<p class='" + times("a ", 4 * n) + "'>글"; }},
      {"marks over one letter", [](std::size_t n) { return "글" + times("&#x301;", n); }},
      {"JSON-LD", [](std::size_t n) {
         return times("<script type=application/ld+json>[{\"@graph\":[]}]</script>", n) + "글";
       }}};
  return pages;
}

/// What gumbo reads in linear time.
const std::vector<Hostile>& linear_pages() {
  static const std::vector<Hostile> pages{
      {"headings of nothing, nested",
       [](std::size_t n) { return "글" + times("<h1><marquee>", n); }},
      {"sorts by many keys, nested",
       [](std::size_t n) {
         return "글" + times("<marquee data-geul-sort=\"" + times("x,", 100) + "\">", n / 25);
       }},
      {"filters without a value, nested",
       [](std::size_t n) {
         return times("<marquee data-geul-filter=\"" + times("x,", 100) + "\">", n / 25);
       }},
      {"properties without a value, nested",
       [](std::size_t n) { return "글" + times("<marquee itemprop=datePublished>", n); }},
      {"parts that are marked, then headings",
       [](std::size_t n) { return times("<p data-geul-body>글", n) + times("<h1>글</h1>", n); }},
      {"times in a footer of many attributes", [](std::size_t n) {
         return "<article><footer " + numbered("a", " ", n / 10) + ">글" +
                times("<time datetime=x>", n);
       }}};
  return pages;
}

void check_in_time(const Hostile& page, std::size_t bytes) {
  constexpr std::size_t kSome = 10'000;
  if (kPatience > 1) bytes /= 10;
  const std::string html = page.make(kSome * bytes / page.make(kSome).size());
  const Reading reading = read(html);
  const double megabytes = static_cast<double>(html.size()) / 1e6;
  std::cout << format("{:40} {:6.1f} MB {:8.3f} s {}\n", page.name, megabytes, reading.seconds,
                      reading.is_read ? "" : "refused");
  INFO(page.name << ": " << reading.seconds << " s");
  // Beside the time for parsing, what the tree costs.
  CHECK(reading.seconds < (indexer::PageTree::kMaxSeconds + 1 + megabytes / 2) * kPatience);
}

}  // namespace

TEST_CASE("Hostile pages of some size are read") {
  for (const Hostile& page : hostile_pages()) {
    const Reading reading = read(page.make(kPatience > 1 ? 500 : 5'000));
    INFO(page.name << ": " << reading.seconds << " s");
    CHECK(reading.is_read);
    CHECK(reading.seconds < 1 * kPatience);
  }
}

TEST_CASE("What a page says of itself costs linear time") {
  constexpr std::size_t kSome = 8'000;
  for (const Hostile& page : linear_pages()) {
    const double some = read(page.make(kSome)).seconds;
    const Reading more = read(page.make(4 * kSome));
    std::cout << format("{:40} {:8.3f} s, 4 times as many {:8.3f} s\n", page.name, some,
                        more.seconds);
    INFO(page.name << ": " << some << " s, 4 times as many " << more.seconds << " s");
    CHECK(more.is_read);
    CHECK(more.seconds < 8 * some + 0.1 * kPatience);
  }
}

TEST_CASE("A page whose elements take more memory than a page may is refused") {
  constexpr std::size_t kMany = 4'000'000;
  CHECK_FALSE(read(times("<p>x", kMany)).is_read);
}

TEST_CASE("Hostile pages as large as a page may be are read or refused in time") {
  for (const Hostile& page : hostile_pages()) check_in_time(page, 1'000'000);
  check_in_time(hostile_pages().front(), 16'000'000);
}

}  // namespace geul
