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
using Names = std::vector<std::string>;

/// A site's visible posts, read without an index: what a count by hand would see.
std::vector<Document> read_site(const std::filesystem::path& site, const Names& facets) {
  const std::vector<index::FacetKey> keys(facets.begin(), facets.end());
  std::vector<Warning> warnings;
  const auto generator = indexer::recognize(site, warnings);
  const auto scan = indexer::scan(
      {site}, [&](std::size_t, std::string_view path) { return generator->excludes(path); });
  std::vector<Document> documents;
  for (const indexer::SourceFile& file : scan->files) {
    const auto bytes = read_file(file.path, 1U << 30U);
    const auto post =
        indexer::read_markdown_post(*bytes, {file.id, file.path, file.id.str(), keys}, *generator);
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

Names values_under(const Document& document, const std::string& key) {
  for (const index::FacetValues& facet : document.facets)
    if (facet.key.str() == key) return facet.values;
  return {};
}

Filter having(std::string key, std::string value) {
  return [key = std::move(key), value = std::move(value)](const Document& document) {
    return has(values_under(document, key), value);
  };
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

/// How much of YYYY-MM-DD a facet of dates counts; 0 for a facet of names.
std::size_t width_of(const std::string& facet) {
  static const std::map<std::string, std::size_t> widths{{"year", 4}, {"month", 7}, {"day", 10}};
  const auto width = widths.find(facet);
  return width == widths.end() ? 0 : width->second;
}

Names names_of(const Document& document, const std::string& facet) {
  if (const std::size_t width = width_of(facet))
    return document.date ? Names{to_iso(document.date->day).substr(0, width)} : Names{};
  if (facet == "tag") return document.tags;
  if (facet == "category") return document.categories;
  return facet == "author" ? document.authors : values_under(document, facet);
}

/// Counts folded names, and years, months and days as they are.
Counts count(const std::vector<Document>& site, const std::string& facet, const Filter& filter) {
  Counts counts;
  for (const Document& document : site)
    if (filter(document))
      for (const std::string& name : names_of(document, facet)) ++counts[text::fold_name(name)];
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

/// The counts of one level of a tree of dates, 0 being its years.
void add_level(const Json& values, int level, Counts& counts) {
  for (const Json& value : values) {
    if (level == 0) counts[value.at("value")] = value.at("count");
    if (level > 0) add_level(value.at("children"), level - 1, counts);
  }
}

/// A tree must hold the years, months and days that are counted apart.
void check_tree(const Json& answer) {
  int level = 0;
  for (const char* const facet : {"year", "month", "day"}) {
    Counts counts;
    add_level(answer.at("facets").at("date"), level++, counts);
    CHECK(counts == counts_of(answer, facet));
  }
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
  /// Indexes a site with these facets beside the built-in ones.
  IndexedSite(const std::filesystem::path& site, Names facets)
      : posts(read_site(site, facets)), keys(std::move(facets)) {
    std::string config = "facets:\n";
    for (const std::string& key : keys) config += "  - " + key + "\n";
    folder_.write("geul.yaml", config);
    REQUIRE(geul_index({"build", site, "--db", folder_ / "db", "--config", folder_ / "geul.yaml",
                        "--quiet"})
                .status == 0);
  }
  [[nodiscard]] Json ask(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"--db", folder_ / "db", "--format", "json", "--limit", "0", "--facets"});
    return json_of(geul_query(arguments));
  }
  [[nodiscard]] Names facets() const {
    Names facets{"tag", "category", "author", "year", "month", "day"};
    facets.insert(facets.end(), keys.begin(), keys.end());
    return facets;
  }
  const std::vector<Document> posts;
  const Names keys;

 private:
  TemporaryFolder folder_;
};

void check_all_facets(const IndexedSite& site) {
  const Json answer = site.ask({});
  CHECK(answer["total"]["count"] == site.posts.size());
  CHECK(answer["facets_exact"] == true);
  for (const std::string& facet : site.facets()) {
    CAPTURE(facet);
    CHECK(counts_of(answer, facet) == count(site.posts, facet, everything()));
  }
  check_tree(answer);
}

/// One value of a configured facet, then two, by options and in the query.
void check_key(const IndexedSite& site, const std::string& key) {
  CAPTURE(key);
  const Counts values = count(site.posts, key, everything());
  const Names names = frequent(values, 5);
  REQUIRE_FALSE(names.empty());
  for (const std::string& name : names) {
    CAPTURE(name);
    const Filter filter = having(key, name);
    const Json answer = site.ask({"--where", key + "=" + name});
    CHECK(answer["total"]["count"] == total(site.posts, filter));
    CHECK(counts_of(answer, key) == values);  // a facet's counts leave out its own filter
    CHECK(counts_of(answer, "tag") == count(site.posts, "tag", filter));
    CHECK(counts_of(answer, "day") == count(site.posts, "day", filter));
    CHECK(site.ask({key + ":\"" + name + "\""})["total"]["count"] == values.at(name));
  }
  if (names.size() < 2) return;
  const Filter either = [&](const Document& document) {
    return having(key, names[0])(document) || having(key, names[1])(document);
  };
  const Json answer = site.ask({"--where", key + "=" + names[0], "--where", key + "=" + names[1]});
  CHECK(answer["total"]["count"] == total(site.posts, either));
  CHECK(counts_of(answer, "month") == count(site.posts, "month", either));
}

void check_selected_month(const IndexedSite& site) {
  const std::string month = frequent(count(site.posts, "month", everything()), 1).front();
  const Filter within = dated(month + "-01", month + "-31");
  const Json answer = site.ask({"--where", "month=" + month});
  CHECK(answer["total"]["count"] == total(site.posts, within));
  CHECK(counts_of(answer, "day") == count(site.posts, "day", everything()));
  CHECK(counts_of(answer, "tag") == count(site.posts, "tag", within));
  check_tree(answer);
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

void check(const std::filesystem::path& site, const Names& keys) {
  const IndexedSite indexed(site, keys);
  check_all_facets(indexed);
  check_tags(indexed);
  check_periods(indexed);
  check_selected_month(indexed);
  for (const std::string& key : keys) check_key(indexed, key);
}

}  // namespace

TEST_CASE("facets: counts, filters and dates of the sample posts are those of a count by hand") {
  check(project_folder() / "data/posts", {"series", "lang"});
}

TEST_CASE("facets: counts, filters and dates of real sites are those of a count by hand") {
  const std::map<std::string, Names> sites{{"johngrib", {"parent", "layout", "latex"}},
                                           {"hudi", {"series"}},
                                           {"noritersand", {}},
                                           {"yceffort", {"published"}}};
  for (const auto& [site, keys] : sites) {
    const auto folder = shared_folder() / "posts" / site;
    if (std::filesystem::exists(folder)) check(folder, keys);
  }
}

TEST_CASE("facets: geul.yaml beside the sample posts makes their series a facet") {
  const TemporaryFolder folder;
  const auto posts = project_folder() / "data/posts";
  REQUIRE(geul_index({"build", posts, "--db", folder / "db", "--quiet"}).status == 0);
  const RunResult listed = geul_query({"--db", folder / "db", "--facets=series,lang"});
  CHECK(listed.status == 0);
  CHECK(listed.out ==
        "series\n"
        "    걸어서 만난 도시       3\n"
        "    주말 부엌              3\n"
        "    검색 엔진 만들기       2\n"
        "    빵 굽는 아침           1\n"
        "    천 년의 길             1\n"
        "\n"
        "lang\n"
        "    ko       2\n"
        "\n"
        "35 posts\n");
}

TEST_CASE("facets: a change of the configuration reaches every post with the next build") {
  const Blog blog;
  blog.post("a.md", "---\ntitle: 하나\nseries: 가\nlevel: 1\n---\n본문\n");
  blog.post("b.md", "---\ntitle: 둘\nseries: [가, 나]\ndraft: false\n---\n본문\n");
  blog.post("c.jsonl", R"({"id": "c", "title": "셋", "series": ["나"], "level": 2, "body": "글"})"
                       "\n");
  const std::vector<std::string> records{blog.posts() / "c.jsonl"};
  const auto values = [&blog](const std::string& facet) {
    const RunResult result = blog.query({"--format", "json", "--facets=" + facet});
    return result.status == 0 ? counts_of(json_of(result), facet) : Counts{{"error", 0}};
  };
  REQUIRE(blog.build(records).status == 0);
  CHECK(values("series") == Counts{{"error", 0}});
  blog.folder().write("geul.yaml", "facets: [series]\n");
  CHECK_THAT(blog.build(records).out, Catch::Contains("3 indexed, 0 unchanged"));
  CHECK(values("series") == Counts{{"가", 2}, {"나", 2}});
  CHECK_THAT(blog.build(records).out, Catch::Contains("0 indexed, 3 unchanged"));
  blog.folder().write("geul.yaml", "facets: [level, draft]\n");
  REQUIRE(blog.build(records).status == 0);
  CHECK(values("level") == Counts{{"1", 1}, {"2", 1}});
  CHECK(values("draft") == Counts{{"false", 1}});
  CHECK(values("series") == Counts{{"error", 0}});
  const RunResult words = blog.query({"series:가"});
  CHECK_THAT(words.err, Catch::Contains("there is no field \"series\""));
  blog.folder().write("geul.yaml", "facets: [draft, level]\n");
  CHECK_THAT(blog.build(records).out, Catch::Contains("0 indexed, 3 unchanged"));
  CHECK(geul_index({"check", "--db", blog.database()}).status == 0);
}

TEST_CASE("facets: years, months and days are options of one facet") {
  const Blog blog;
  blog.post("a.md", markdown("가", "2023-03-01", "글", "가방."));
  blog.post("b.md", markdown("나", "2024-05-02", "글", "가방."));
  blog.post("c.md", markdown("다", "2025-06-03", "글", "가방."));
  REQUIRE(blog.build().status == 0);
  const Json answer = json_of(blog.query(
      {"--format", "json", "--where", "year=2023", "--where", "month=2024-05", "--facets=year"}));
  CHECK(answer["total"]["count"] == 2);
  CHECK(answer["facets"]["year"].size() == 3);
}

}  // namespace geul::test
