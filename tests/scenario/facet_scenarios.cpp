// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "common/base/files.hpp"
#include "common/text/normalize.hpp"
#include "indexer/post/post.hpp"
#include "indexer/source/scan.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using index::Document;
using Counts = std::map<std::string, std::size_t>;
using Filter = std::function<bool(const Document&)>;

/// A site's visible posts, read without an index: what a count by hand would see.
std::vector<Document> read_site(const std::filesystem::path& site) {
  std::vector<Warning> warnings;
  const auto generator = indexer::recognize(site, warnings);
  const auto scan = indexer::scan(
      {site}, [&](std::size_t, std::string_view path) { return generator->excludes(path); });
  std::vector<Document> documents;
  for (const indexer::SourceFile& file : scan->files) {
    const auto bytes = read_file(file.path, 1U << 30U);
    const auto post =
        indexer::read_markdown_post(*bytes, {file.id, file.path, file.id.str()}, *generator);
    if (post && post->visibility == indexer::Visibility::shown) documents.push_back(post->document);
  }
  return documents;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& other) {
    return text::fold_name(other) == text::fold_name(name);
  });
}

Filter tagged(std::string name) {
  return [name = std::move(name)](const Document& document) { return has(document.tags, name); };
}

Filter dated(std::string first, std::string last) {
  return [first = std::move(first), last = std::move(last)](const Document& document) {
    if (!document.date) return false;
    const std::string day = to_iso(document.date->day);
    return day >= first && day <= last;
  };
}

Filter everything() {
  return [](const Document&) { return true; };
}

/// Counts folded names, and months and years as they are.
Counts count(const std::vector<Document>& site, const std::string& facet, const Filter& filter) {
  Counts counts;
  for (const Document& document : site) {
    if (!filter(document)) continue;
    if (facet == "year" || facet == "month") {
      if (document.date) ++counts[to_iso(document.date->day).substr(0, facet == "year" ? 4 : 7)];
      continue;
    }
    const auto& names = facet == "tag"        ? document.tags
                        : facet == "category" ? document.categories
                                              : document.authors;
    for (const std::string& name : names) ++counts[text::fold_name(name)];
  }
  return counts;
}

std::size_t total(const std::vector<Document>& site, const Filter& filter) {
  return static_cast<std::size_t>(std::count_if(site.begin(), site.end(), filter));
}

Counts counts_of(const Json& answer, const std::string& facet) {
  Counts counts;
  for (const Json& value : answer.at("facets").at(facet))
    counts[text::fold_name(value.at("value").get<std::string>())] = value.at("count");
  return counts;
}

/// The most frequent values of a facet, most first.
std::vector<std::string> frequent(const Counts& counts, std::size_t most) {
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [name, number] : counts) order.emplace_back(number, name);
  std::sort(order.rbegin(), order.rend());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(most, order.size()); ++i) names.push_back(order[i].second);
  return names;
}

class IndexedSite {
 public:
  explicit IndexedSite(const std::filesystem::path& site) : posts(read_site(site)) {
    REQUIRE(geul_index({"build", site, "--db", folder_ / "db", "--quiet"}).status == 0);
  }
  [[nodiscard]] Json ask(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--db", folder_ / "db", "--format", "json", "--limit", "0",
                                         "--facets=tag,category,author,year,month"});
    return json_of(geul_query(arguments));
  }
  const std::vector<Document> posts;

 private:
  TemporaryFolder folder_;
};

void check_all_facets(const IndexedSite& site) {
  const Json answer = site.ask({});
  CHECK(answer["total"]["count"] == site.posts.size());
  for (const char* const facet : {"tag", "category", "author", "year", "month"}) {
    CAPTURE(facet);
    CHECK(counts_of(answer, facet) == count(site.posts, facet, everything()));
  }
}

void check_tags(const IndexedSite& site) {
  const Counts tags = count(site.posts, "tag", everything());
  const std::vector<std::string> names = frequent(tags, 15);
  for (const std::string& name : names) {
    CAPTURE(name);
    const Json answer = site.ask({"--tag", name});
    CHECK(answer["total"]["count"] == total(site.posts, tagged(name)));
    CHECK(counts_of(answer, "tag") == tags);  // a facet's counts leave out its own filter
    CHECK(counts_of(answer, "month") == count(site.posts, "month", tagged(name)));
    CHECK(site.ask({"tag:\"" + name + "\""})["total"]["count"] == tags.at(name));
  }
  if (names.size() < 2) return;
  const Filter either = [&](const Document& document) {
    return has(document.tags, names[0]) || has(document.tags, names[1]);
  };
  const Json answer = site.ask({"--tag", names[0], "--tag", names[1]});
  CHECK(answer["total"]["count"] == total(site.posts, either));
  CHECK(counts_of(answer, "year") == count(site.posts, "year", either));
}

void check_periods(const IndexedSite& site) {
  const Counts tags = count(site.posts, "tag", everything());
  const std::string tag = frequent(tags, 1).front();
  for (const auto& [since, until] :
       {std::pair<std::string, std::string>{"2019-01-01", "2019-12-31"},
        {"2020-02-01", "2020-02-29"},
        {"2023-05-20", "2023-05-20"},
        {"2024-07-01", "2026-01-15"}}) {
    CAPTURE(since, until);
    const Filter period = dated(since, until);
    const Filter both = [&](const Document& document) {
      return period(document) && has(document.tags, tag);
    };
    const Json answer = site.ask({"--since", since, "--until", until, "--tag", tag});
    CHECK(answer["total"]["count"] == total(site.posts, both));
    CHECK(counts_of(answer, "tag") == count(site.posts, "tag", period));
    CHECK(counts_of(answer, "month") == count(site.posts, "month", tagged(tag)));
    CHECK(counts_of(answer, "category") == count(site.posts, "category", both));
    CHECK(site.ask({"date:" + since + ".." + until})["total"]["count"] ==
          total(site.posts, period));
  }
}

void check(const std::filesystem::path& site) {
  const IndexedSite indexed(site);
  check_all_facets(indexed);
  check_tags(indexed);
  check_periods(indexed);
}

}  // namespace

TEST_CASE("facets: counts, filters and dates of the sample posts are those of a count by hand") {
  check(project_folder() / "data/posts");
}

TEST_CASE("facets: counts, filters and dates of real sites are those of a count by hand") {
  for (const char* const site : {"johngrib", "noritersand", "yceffort"}) {
    const auto folder = shared_folder() / "posts" / site;
    if (std::filesystem::exists(folder)) check(folder);
  }
}

}  // namespace geul::test
