// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <map>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/text/normalize.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/indexer/post_support.hpp"

namespace geul::indexer {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

namespace {

fs::path posts_folder() {
  return test::shared_folder() / "posts";
}

bool is_markdown(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".md" || extension == ".mdx" || extension == ".markdown" ||
         extension == ".MD";
}

std::vector<fs::path> markdown_below(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && is_markdown(entry.path())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

Result<Post> read(const fs::path& file, const Generator& generator) {
  const std::string bytes = read_file(file, 1U << 30U).value();
  const std::string relative = fs::relative(file, generator.root()).string();
  return read_markdown_post(bytes, {DocumentId(relative), file.string(), relative}, generator);
}

bool is_clean(const std::string& text) {
  return text::is_nfc(text) && text.find('\0') == std::string::npos;
}

/// "indexed", "indexed, N warnings" or "skipped: reason".
std::string outcome_of(const Result<Post>& post) {
  if (!post) return "skipped: " + post.error().message;
  return post->warnings.empty() ? "indexed" : "indexed with warnings";
}

}  // namespace

TEST_CASE("Every shared post is a post or an error with a reason") {
  std::size_t posts = 0;
  for (const char* site : {"johngrib", "hudi", "yceffort", "noritersand", "lezhin", "ko.react.dev",
                           "doc.rust-kr.org", "kurly", "odd"}) {
    std::vector<Warning> warnings;
    const auto generator = recognize(posts_folder() / site, warnings);
    for (const fs::path& file : markdown_below(posts_folder() / site)) {
      CAPTURE(file);
      const auto post = read(file, *generator);
      if (!post) {
        CHECK_FALSE(post.error().message.empty());
        continue;
      }
      ++posts;
      CHECK(is_clean(post->document.title));
      CHECK(is_clean(post->document.summary));
      CHECK_FALSE(post->document.title.empty());
      std::size_t offset = 0;
      for (const index::Section& section : post->document.sections) {
        if (!is_clean(section.text) || !is_clean(section.heading) || !is_clean(section.code))
          FAIL_CHECK("not clean: " << section.heading);
        if (section.file_offset < offset || section.file_offset > fs::file_size(file))
          FAIL_CHECK("offset " << section.file_offset << " after " << offset);
        offset = section.file_offset;
      }
    }
  }
  if (fs::exists(posts_folder())) CHECK(posts > 2500);
}

TEST_CASE("The reference post is read exactly") {
  const fs::path file = posts_folder() / "kurly/_posts/2022-07-28-career-path-meetup.md";
  if (!fs::exists(file)) return;
  std::vector<Warning> warnings;
  const auto generator = recognize(posts_folder() / "kurly", warnings);
  CHECK(generator->name() == "Jekyll");
  const Post post = read(file, *generator).value();
  const index::Document& document = post.document;
  CHECK(post.warnings.empty());
  CHECK(document.title == "커리어패스와 무관합니다만, 밋업 후기");
  CHECK(document.summary == "코딩이랑 무관합니다만, X 마켓컬리 커리어 특집 밋업");
  CHECK(document.categories == Names{"대외활동"});
  CHECK(document.tags == Names{"코딩이랑무관합니다만", "코무", "커리어", "취업", "이직"});
  CHECK(document.authors == Names{"이승윤"});
  CHECK(to_iso(*document.date) == "2022-07-28T00:00:00+09:00");
  Names anchors;
  for (const index::Section& section : document.sections) anchors.push_back(section.anchor);
  CHECK(anchors == Names{"", "개발자에서-sre가-되기까지", "내가-걸어온-길을-살펴보자",
                         "묶어보고-연관짓고", "쓸모-없는-경험은-없다", "후기"});
}

// tests/unit/indexer program with "[.odd-table]" prints what became of each kind of odd file.
TEST_CASE("The table of odd files", "[.odd-table]") {
  std::ifstream list(posts_folder() / "odd/INDEX.tsv");
  std::map<std::string, std::map<std::string, int>> table;
  const auto generator = make_path_site(PathSite::plain, posts_folder() / "odd", {});
  std::string line;
  std::getline(list, line);
  while (std::getline(list, line)) {
    const std::string flags = line.substr(0, line.find('\t'));
    const fs::path file = posts_folder() / line.substr(line.rfind('\t') + 1);
    ++table[flags][outcome_of(read(file, *generator))];
  }
  for (const auto& [flags, outcomes] : table)
    for (const auto& [outcome, count] : outcomes)
      std::cout << format("{:45} {:5}  {}\n", flags, count, outcome);
  CHECK_FALSE(table.empty());
}

}  // namespace geul::indexer
