// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "common/text/display.hpp"
#include "query/render/address.hpp"
#include "query/render/lines.hpp"
#include "tests/unit/query/sample_answer.hpp"

namespace geul::query {
namespace {

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

bool has_controls(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
  });
}

/// `text` without the escapes that are ours.
std::string without_ours(const std::string& text) {
  static const std::regex ours("\x1B\\[[0-9;]*m|\x1B\\]8;;[^\x1B\x07]*\x1B\\\\");
  return std::regex_replace(text, ours, "");
}

std::string line_with(const std::string& text, std::string_view part) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("Plain text shows title, address, details and excerpt without any escape", "[text]") {
  const std::string text = to_text(test::sample_answer(), {});
  CHECK_FALSE(has_controls(text));
  for (const char* part :
       {" 1. 컬리에 다녀와서\n", "_posts/2022-07-28-career.md\n",
        "2022-07-28  대외활동  #이직  글지기\n    § 첫날\n    컬리에 다녀왔다. …\n", "1 post\n"})
    CHECK(count_of(text, part) == 1);
}

TEST_CASE("Colours mark the words of the query", "[text]") {
  const std::string text = to_text(test::sample_answer(), {Style::color, Links::none});
  CHECK(count_of(text, "\x1B[1;33m컬리에\x1B[0m") == 2);
  CHECK(without_ours(text) == to_text(test::sample_answer(), {}));
}

TEST_CASE("Links go to web addresses and absolute paths, encoded", "[text]") {
  Answer answer = test::sample_answer();
  const TextOptions options{Style::plain, Links::osc8};
  CHECK(count_of(to_text(answer, options), "\x1B]8;;") == 0);
  answer.hits[0].hit.document.path = "/글/a b.md";
  CHECK(count_of(to_text(answer, options), "\x1B]8;;file:///%EA%B8%80/a%20b.md\x1B\\") == 1);
  answer.hits[0].hit.document.url = "https://a.kr/글\x1B\\";
  CHECK(count_of(to_text(answer, options),
                 "\x1B]8;;https://a.kr/%EA%B8%80%1B%5C#%EC%B2%AB%EB%82%A0\x1B\\") == 2);
}

TEST_CASE("A path within the working folder is shown from there on, its link is whole", "[text]") {
  Answer answer = test::sample_answer();
  answer.hits[0].hit.document.path = "/블로그/글/a.md";
  const auto shown = [&](const char* folder) {
    return to_text(answer, {.links = Links::osc8, .folder = folder});
  };
  CHECK(count_of(shown("/블로그"), "\n    글/a.md\n") == 1);
  CHECK(count_of(shown("/블로그/"), "\n    글/a.md\n") == 1);
  CHECK(count_of(shown("/"), "\n    블로그/글/a.md\n") == 1);
  CHECK(count_of(shown("/블로"), "\n    /블로그/글/a.md\n") == 1);
  CHECK(count_of(shown("/블로그/글/다른"), "\n    /블로그/글/a.md\n") == 1);
  CHECK(count_of(shown(""), "\n    /블로그/글/a.md\n") == 1);
  CHECK(count_of(shown("/블로그"),
                 "\x1B]8;;file:///%EB%B8%94%EB%A1%9C%EA%B7%B8/%EA%B8%80/a.md\x1B\\") == 1);
}

TEST_CASE("Without a path a post stands under its address, else under its id", "[text]") {
  Answer answer = test::sample_answer();
  index::Document& post = answer.hits[0].hit.document;
  post.path.clear();
  CHECK(count_of(to_text(answer, {}), "\n    /career/#첫날\n") == 1);
  CHECK(to_paths(answer, {}) == "/career/\n");
  post.url.clear();
  CHECK(count_of(to_text(answer, {}), "\n    _posts/2022-07-28-career.md\n") == 1);
  CHECK(to_paths(answer, {}) == "_posts/2022-07-28-career.md\n");
  answer.hits[0].showing.heading.clear();
  answer.hits[0].showing.sections.clear();
  CHECK(count_of(to_text(answer, {}), "§") == 0);
}

TEST_CASE("A link leads to the section that the excerpt is from, and not to one without a match",
          "[text]") {
  Answer answer = test::sample_answer();
  Showing& showing = answer.hits[0].showing;
  answer.hits[0].hit.document.url = "https://a.kr/career/";
  const TextOptions options{Style::plain, Links::osc8};
  const std::string encoded = "\x1B]8;;https://a.kr/career/#%EC%B2%AB%EB%82%A0\x1B\\";
  CHECK(count_of(to_text(answer, options), encoded) == 2);
  showing.leads_to_section = false;
  CHECK(count_of(to_text(answer, options), encoded) == 1);
  CHECK(count_of(to_text(answer, options), "\x1B]8;;https://a.kr/career/\x1B\\") == 1);
  answer.hits[0].hit.document.path.clear();
  CHECK(count_of(to_text(answer, {}), "\n    https://a.kr/career/\n") == 1);
  showing.leads_to_section = true;
  CHECK(count_of(to_text(answer, {}), "\n    https://a.kr/career/#첫날\n") == 1);
}

TEST_CASE("What no address may hold is encoded in a link's anchor", "[text]") {
  Answer answer = test::sample_answer();
  index::Document& post = answer.hits[0].hit.document;
  CHECK(url_of(post, "첫 날\n\x1B\"<b>`100%25") == "/career/#첫%20날%0A%1B%22%3Cb%3E%60100%25");
  post.url.clear();
  CHECK(url_of(post, "첫날").empty());
}

TEST_CASE("Other sections stand below the excerpt, a line each", "[text]") {
  Answer answer = test::sample_answer();
  Showing& showing = answer.hits[0].showing;
  showing.sections.push_back({"둘째 날", "둘째-날", 2, 1, {}, {}});
  showing.sections.push_back({"", "", 0, 1, {}, {}});
  CHECK(count_of(to_text(answer, {}), "    § 첫날\n    컬리에 다녀왔다. …\n    § 둘째 날\n\n") ==
        1);
  answer.hits[0].hit.document.url = "https://a.kr/career/";
  CHECK(count_of(to_text(answer, {Style::plain, Links::osc8}),
                 "https://a.kr/career/#%EB%91%98%EC%A7%B8-%EB%82%A0\x1B\\§ 둘째 날") == 1);
}

TEST_CASE("Within a width excerpts are wrapped at spaces and headings are cut", "[text]") {
  Answer answer = test::sample_answer();
  Showing& showing = answer.hits[0].showing;
  showing.heading = "아주아주 긴 제목이라서 다 들어가지 않는다";
  showing.excerpt = {
      "글을 쓰려고 컬리에 다녀왔다. 긴낱말이라서한줄에다못들어간다 끝", {{17, 26}}, true, false};
  const std::string text = to_text(answer, {.width = 24});
  CHECK(count_of(text, "    § 아주아주 긴 제목…\n") == 1);
  CHECK(count_of(text,
                 "    … 글을 쓰려고 컬리에\n    다녀왔다.\n    긴낱말이라서한줄에다\n    "
                 "못들어간다 끝\n") == 1);
  const std::string colored = to_text(answer, {.style = Style::color, .width = 24});
  CHECK(count_of(colored, "\x1B[1;33m컬리에\x1B[0m") == 2);
  CHECK(without_ours(colored) == text);
}

TEST_CASE("Nothing from a post or a query reaches the terminal as a control", "[text]") {
  for (const Style style : {Style::plain, Style::color}) {
    const TextOptions options{style, Links::osc8, Reasons::shown};
    const std::string text = without_ours(to_text(test::hostile_answer(), options));
    CHECK_FALSE(has_controls(text));
    CHECK(count_of(text, "\xE2\x80\xAE") == 0);
  }
  CHECK_FALSE(has_controls(analysis_to_text(test::hostile_answer())));
}

TEST_CASE("Facet counts stand in one column whatever the width of the names", "[text]") {
  const std::string text = to_text(test::hostile_answer(), {});
  const std::string narrow = line_with(text, "2022  ");
  const std::string wide = line_with(text, "* 대외활동");
  CHECK(text::display_width(narrow) == text::display_width(wide));
}

TEST_CASE("A facet says how many values are not shown, and when its counts are lower bounds",
          "[text]") {
  Answer answer = test::sample_answer();
  CHECK(count_of(to_text(answer, {}), "more") == 0);
  CHECK(count_of(to_text(answer, {}), "at least") == 0);
  answer.facets[0].left_out = 10;
  answer.facets[0].exact = false;
  CHECK(count_of(to_text(answer, {}), "\nyear  (at least)\n") == 1);
  CHECK(count_of(to_text(answer, {}), "… 10 more, all with --facet-limit 0\n") == 1);
}

TEST_CASE("Dates are an indented list, their counts in one column", "[text]") {
  Answer answer = test::sample_answer();
  answer.facets = {
      {index::BuiltinFacet::date,
       {{"2022",
         3,
         false,
         {{"2022-07", 2, true, {{"2022-07-28", 2, false, {}}}}, {"2022-01", 1, false, {}}}}},
       true,
       0}};
  CHECK(count_of(to_text(answer, {}),
                 "date\n"
                 "    2022                 3\n"
                 "  *   2022-07            2\n"
                 "        2022-07-28       2\n"
                 "      2022-01            1\n\n") == 1);
}

TEST_CASE("The last line says how many there are", "[text]") {
  Answer answer = test::sample_answer();
  answer.facets.clear();
  answer.total = {30, false};
  answer.offset = 10;
  CHECK(to_text(answer, {}).ends_with("\n11 to 11 of at least 30 posts\n"));
  answer.hits.clear();
  answer.total = {0, true};
  CHECK(to_text(answer, {}) == "0 posts\n");
  answer.offset = 0;
  answer.total = {1, true};
  CHECK(to_text(answer, {}) == "1 post\n");
  answer.total = {2, true};
  CHECK(to_text(answer, {}) == "2 posts\n");
}

TEST_CASE("An offset beyond the end says so", "[text]") {
  Answer answer;
  answer.offset = 7;
  answer.total = {7, true};
  CHECK(to_text(answer, {}) == "no posts behind 7; there are 7\n");
  answer.total = {1, true};
  CHECK(to_text(answer, {}) == "no posts behind 7; there is 1\n");
  answer.total = {8, true};
  CHECK(to_text(answer, {}) == "8 posts\n");
}

TEST_CASE("A facet without values has no heading", "[text]") {
  Answer answer = test::sample_answer();
  const std::string without = to_text(answer, {});
  answer.facets.push_back({index::BuiltinFacet::author, {}, true, 0});
  CHECK(to_text(answer, {}) == without);
}

TEST_CASE("A TREC line has six fields whatever the ids hold", "[lines]") {
  Answer answer = test::hostile_answer();
  answer.hits[0].hit.document.id = DocumentId("내 글/a%b\t\u3000c");
  CHECK(to_trec(answer, "q 1") == "q%201 Q0 내%20글/a%25b%09%E3%80%80c 1 3.250000 geul\n");
}

TEST_CASE("TREC scores fall with the rank when there is no score", "[lines]") {
  Answer answer = test::sample_answer();
  answer.hits.push_back(answer.hits[0]);
  answer.sort = index::Sort::newest;
  answer.offset = 1;
  const std::string lines = to_trec(answer, "1");
  CHECK(count_of(lines, " 2 0.500000 geul\n") == 1);
  CHECK(count_of(lines, " 3 0.333333 geul\n") == 1);
}

TEST_CASE("Paths stand one a line", "[lines]") {
  Answer answer = test::sample_answer();
  answer.hits.push_back(answer.hits[0]);
  answer.hits[1].hit.document.path = "a\nb.md";
  CHECK(to_paths(answer, {}) == "_posts/2022-07-28-career.md\na%0Ab.md\n");
}

TEST_CASE("Paths behind which NUL stands are as they are; for people they are printable",
          "[lines]") {
  Answer answer = test::sample_answer();
  answer.hits[0].hit.document.path = "a\nb\x1B[2J\xFF.md";
  CHECK(to_paths(answer, {"", PathEnd::nul}) == std::string("a\nb\x1B[2J\xFF.md\0", 12));
  CHECK(to_paths(answer, {"", PathEnd::line, true}) == "a%0Ab\u241B[2J\uFFFD.md\n");
}

TEST_CASE("Paths within the working folder stand there from it on", "[lines]") {
  Answer answer = test::sample_answer();
  answer.hits[0].hit.document.path = "/블로그/글/a.md";
  CHECK(to_paths(answer, {"/블로그"}) == "글/a.md\n");
  CHECK(to_paths(answer, {"/다른"}) == "/블로그/글/a.md\n");
}

}  // namespace geul::query
