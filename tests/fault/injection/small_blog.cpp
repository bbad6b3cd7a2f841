// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/injection/small_blog.hpp"

#include <algorithm>

#include "common/index/reader.hpp"

namespace geul::test {
namespace {

class Listener : public indexer::BuildListener {
 public:
  explicit Listener(std::vector<std::string>& said) : said_(said) {}
  void changed(Change /*change*/, std::string_view /*id*/) override {}
  void warned(const Warning& warning) override { said_.push_back(warning.message); }
  void skipped(const Place& /*place*/, const Error& reason) override {
    said_.push_back(reason.message);
  }
  void progressed(std::size_t /*done*/, std::size_t /*total*/) override {}

 private:
  std::vector<std::string>& said_;
};

}  // namespace

SmallBlog::SmallBlog() : all_{"cp949.md", "json.md", "plain.md", "toml.md", "yaml.md"} {
  folder_.write("posts/yaml.md",
                "---\ntitle: 검색 엔진\ndate: 2024-01-02\ntags: [검색, 색인]\n---\n\n"
                "## 머리말\n\n검색엔진은 글을 &amp; 낱말로 나눈다.\n\n- 하나\n- 둘\n");
  folder_.write("posts/toml.md",
                "+++\ntitle = \"나물 무침\"\ndate = 2023-05-06\ndraft = false\ntags = [\"요리\"]\n"
                "weight = 3\n+++\n\n시금치를 데친다. [뜻](https://example.org)\n");
  folder_.write("posts/json.md",
                "{\"title\": \"산책\", \"date\": \"2022-03-04\"}\n\n강가를 걷는다.\n");
  folder_.write("posts/plain.md", "# 머리뿐\n\n앞글 없이 쓴 글이다.\n");
  folder_.write("posts/cp949.md", "\xB1\xDB\xC0\xBB \xC0\xD0\xB4\xC2\xB4\xD9.\n");
  folder_.write("posts/one.html", "<title>하나</title><h1>하나</h1><p>강가를 걷는다.");
  folder_.write("posts/two.html", "<title>둘</title><article><p>나물을 무친다.</article>");
}

BuildOutcome SmallBlog::build(index::OpenMode mode, std::size_t jobs,
                              indexer::PostFiles files) const {
  BuildOutcome outcome;
  Listener listener(outcome.said);
  indexer::BuildOptions options;
  options.sources = {(folder_ / "posts").string()};
  options.database = database();
  options.mode = mode;
  options.jobs = jobs;
  options.files = files;
  try {
    auto built = indexer::build(options, listener);
    if (built)
      outcome.report = *built;
    else
      outcome.error = built.error();
  } catch (const std::exception& error) {
    outcome.thrown = error.what();
  }
  return outcome;
}

std::vector<std::string> SmallBlog::ids() const {
  std::vector<std::string> ids;
  auto reader = index::Reader::open({database()});
  if (!reader) return ids;
  const auto names = reader->names();
  if (!names) return ids;
  for (const auto& name : *names) ids.push_back(name.id.str());
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace geul::test
