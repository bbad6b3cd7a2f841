// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;

std::set<std::string> variables_in(const std::string& manual) {
  std::set<std::string> variables;
  const std::regex name("GEUL_[A-Z0-9_]+");
  for (std::sregex_iterator at(manual.begin(), manual.end(), name), end; at != end; ++at)
    variables.insert(at->str());
  return variables;
}

}  // namespace

TEST_CASE("settings: a variable names the database, an option goes before it") {
  const Blog blog;
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  const RunOptions in_environment{.environment = {{"GEUL_DB", blog.database().string()}}};
  REQUIRE(geul_index({"build", blog.posts()}, in_environment).status == 0);
  CHECK(geul_query({"두부", "--format", "paths"}, in_environment).status == 0);
  const RunResult other = geul_query({"두부", "--db", blog.folder() / "other"}, in_environment);
  CHECK(other.status == 2);
  CHECK_THAT(other.err, Contains("other"));
}

TEST_CASE("settings: values of variables that cannot be are told by the variable's name") {
  const Blog blog;
  const auto index = geul_index({"build", blog.posts()}, {.environment = {{"GEUL_JOBS", "300"}}});
  CHECK(index.status == 2);
  CHECK_THAT(index.err, Contains("GEUL_JOBS 300 is more than 256"));
  const auto query = geul_query({"x"}, {.environment = {{"GEUL_LIMIT", "many"}}});
  CHECK(query.status == 2);
  CHECK_THAT(query.err, Contains("GEUL_LIMIT: \"many\" is no number of posts"));
  CHECK_THAT(geul_query({"x"}, {.environment = {{"GEUL_COLOR", "blue"}}}).err,
             Contains("GEUL_COLOR: blue"));
}

TEST_CASE("settings: the command line takes back what a variable asks for") {
  const Blog blog;
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  blog.post("draft.md", "---\ndraft: true\n---\n두부를 굽는다.\n");
  const RunOptions drafts{.environment = {{"GEUL_DRAFTS", "1"}}};
  CHECK_THAT(blog.build({"--drafts=false"}, drafts).out, StartsWith("1 indexed"));
  CHECK_THAT(blog.build({}, drafts).out, StartsWith("1 indexed, 1 unchanged"));
  CHECK_THAT(blog.build({"--drafts=maybe"}).err,
             Contains("--drafts: maybe is neither true nor false"));
  const RunOptions quiet{.environment = {{"GEUL_QUIET", "1"}}};
  const RunResult loud = blog.build({"--rebuild", "--verbose"}, quiet);
  CHECK_THAT(loud.out, StartsWith("1 indexed"));
  CHECK_THAT(loud.err, Contains("index soup.md"));
  const RunResult silent =
      blog.build({"--rebuild", "--quiet"}, {.environment = {{"GEUL_VERBOSE", "1"}}});
  CHECK(silent.out.empty());
  CHECK(silent.err.empty());
}

TEST_CASE("settings: a wrong path is blamed on the variable that it is from") {
  const Blog blog;
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  const auto& folder = blog.folder();
  const std::string gone = folder / "gone";
  const RunOptions no_database{.folder = folder.path(), .environment = {{"GEUL_DB", "gone"}}};
  const std::string out = folder / "out";
  using Words = std::vector<std::string>;
  for (const Words& words : {Words{"stats"}, Words{"check"}, Words{"related"},
                             Words{"site", "--out", out}, Words{"compact", "--out", out}}) {
    CAPTURE(words);
    CHECK_THAT(geul_index(words, no_database).err, Contains("gone (GEUL_DB)\n"));
  }
  CHECK_THAT(geul_query({"두부"}, no_database).err, Contains("gone (GEUL_DB)\n"));
  CHECK_THAT(geul_index({"stats", "--db", "gone"}, no_database).err, !Contains("GEUL_DB"));
  for (const Words& words : {Words{"config"}, Words{"build", "posts"}, Words{"watch", "posts"}}) {
    CAPTURE(words);
    const RunResult failed =
        geul_index(words, {.folder = folder.path(), .environment = {{"GEUL_CONFIG", gone}}});
    CHECK(failed.status == 2);
    CHECK_THAT(failed.err, Contains(gone) && Contains("(GEUL_CONFIG)\n"));
  }
  folder.write("own.yaml", "exlude: a\n");
  CHECK_THAT(geul_index({"build", "posts"},
                        {.folder = folder.path(), .environment = {{"GEUL_CONFIG", "own.yaml"}}})
                 .err,
             Contains("own.yaml:1: ") && Contains("exclude?; GEUL_CONFIG names this file"));
  const RunOptions not_ours{.folder = folder.path(), .environment = {{"GEUL_DB", "posts"}}};
  CHECK_THAT(geul_index({"build", "posts/soup.md"}, not_ours).err, Contains("(GEUL_DB)"));
  REQUIRE(blog.build().status == 0);
  CHECK_THAT(blog.query({"두부"}, {.environment = {{"GEUL_SYNONYMS", gone}}}).err,
             Contains("(GEUL_SYNONYMS)"));
}

TEST_CASE("settings: what is asked once is asked by no variable") {
  const Blog blog;
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  REQUIRE(blog.build({}, {.environment = {{"GEUL_DRY_RUN", "1"}}}).status == 0);
  CHECK(
      blog.query({"두부"}, {.environment = {{"GEUL_TAG", "여행"}, {"GEUL_OFFSET", "5"}}}).status ==
      0);
  for (const char* const command : {"site", "compact"}) {
    const RunResult nowhere = geul_index({command, "--db", blog.database()},
                                         {.environment = {{"GEUL_OUT", blog.folder() / "out"}}});
    CHECK(nowhere.status == 2);
    CHECK_THAT(nowhere.err, Contains("no --out given"));
  }
}

TEST_CASE("settings: help lists its topics for a word that is none and near none") {
  CHECK_THAT(geul_index({"help", "nope"}).err, Contains("hint: known are configuration, facets"));
  CHECK_THAT(geul_index({"help", "facet"}).err, Contains("hint: did you mean facets?"));
}

TEST_CASE("settings: variables of options are not those of the tests and tools") {
  std::set<std::string> all = variables_in(geul_index({"--manual"}).out);
  all.merge(variables_in(geul_query({"--manual"}).out));
  CHECK(all.contains("GEUL_CONFIG"));
  CHECK(all.contains("GEUL_FACET_LIMIT"));
  for (const char* const ours :
       {"GEUL_BUILD", "GEUL_FAULTS", "GEUL_FAULT_KEEP", "GEUL_FAULT_SEED", "GEUL_INDEX",
        "GEUL_QUERY", "GEUL_SOURCE", "GEUL_WEB_DEMO", "GEUL_WEB_MODULES", "GEUL_WEB_SITE"})
    CHECK_FALSE(all.contains(ours));
}

TEST_CASE("settings: without a SOURCE, build takes the sources of the nearest geul.yaml") {
  const Blog blog;
  const auto& folder = blog.folder();
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  folder.write("notes.jsonl", R"({"id":"n1","title":"여행","body":"기차를 탔다."})");
  folder.write("posts/deep/far.md", markdown("먼 곳", "2024-02-01", "여행", "산에 올랐다."));
  folder.write("geul.yaml", "sources: [posts, notes.jsonl]\n");
  const RunOptions below{.folder = blog.posts() / "deep"};
  CHECK_THAT(geul_index({"build"}, below).out, StartsWith("3 indexed, 0 unchanged"));
  // A record's file is a part of what is known of it, as it is written.
  CHECK_THAT(geul_index({"build"}, {.folder = folder.path()}).out,
             StartsWith("1 indexed, 2 unchanged"));
  CHECK_THAT(geul_index({"build", "posts", "notes.jsonl"}, {.folder = folder.path()}).out,
             StartsWith("0 indexed, 3 unchanged"));
  CHECK(std::filesystem::exists(folder / ".geul"));
  CHECK_FALSE(std::filesystem::exists(blog.posts() / "deep/.geul"));
  CHECK(geul_query({"기차", "--format", "trec"}, below).status == 0);
  const std::string elsewhere = folder / "elsewhere";
  CHECK_THAT(geul_index({"build", "--db", elsewhere}, below).out, StartsWith("3 indexed"));
}

TEST_CASE("settings: what build wrote beside geul.yaml is found by all that read it") {
  const Blog blog;
  const auto& folder = blog.folder();
  blog.post("deep/soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  folder.write("geul.yaml", "sources: posts\n");
  const RunOptions below{.folder = blog.posts() / "deep"};
  REQUIRE(geul_index({"build"}, below).status == 0);
  using Words = std::vector<std::string>;
  for (const Words& words :
       {Words{"stats"}, Words{"check"}, Words{"related"}, Words{"site", "--out", folder / "site"},
        Words{"compact", "--out", folder / "small"}}) {
    CAPTURE(words);
    const RunResult read = geul_index(words, below);
    CHECK(read.status == 0);
    std::filesystem::rename(folder / ".geul", folder / "away");
    const RunResult gone = geul_index(words, below);
    CHECK(gone.status == 2);
    CHECK_THAT(gone.err, Contains("no .geul in this folder or above it") && Contains("--db"));
    std::filesystem::rename(folder / "away", folder / ".geul");
    std::filesystem::remove_all(folder / "small");
  }
}

TEST_CASE("settings: the database of sources that --config names lies beside that file") {
  const Blog blog;
  const auto& folder = blog.folder();
  folder.write("blog/posts/soup.md", markdown("찌개", "2024-01-05", "요리", "두부를 끓인다."));
  folder.write("blog/own.yaml", "sources: posts\n");
  const RunOptions here{.folder = folder.path()};
  REQUIRE(geul_index({"build", "--config", "blog/own.yaml"}, here).status == 0);
  CHECK(std::filesystem::exists(folder / "blog/.geul"));
  CHECK_FALSE(std::filesystem::exists(folder / ".geul"));
  CHECK_THAT(geul_index({"config", "--show", "--config", "blog/own.yaml"}, here).out,
             Contains("blog/.geul"));
  // Sources that are typed have their database where it is typed too.
  REQUIRE(geul_index({"build", "blog/posts", "--config", "blog/own.yaml"}, here).status == 0);
  CHECK(std::filesystem::exists(folder / ".geul"));
}

TEST_CASE("settings: a warning about a source of geul.yaml names it as it would be typed") {
  const Blog blog;
  blog.folder().write("geul.yaml", "sources: posts\n");
  blog.folder().write("posts/a.md", "---\ndate: gestern\n---\n# 제목\n");
  const RunResult built = geul_index({"build"}, {.folder = blog.folder().path()});
  CHECK_THAT(built.err, Contains("posts/a.md") && !Contains(blog.folder().path().string()));
}

TEST_CASE("settings: without a SOURCE and without sources both ways are told") {
  const Blog blog;
  const RunOptions here{.folder = blog.folder().path()};
  for (const char* const command : {"build", "watch"}) {
    const RunResult none = geul_index({command}, here);
    CHECK(none.status == 2);
    CHECK_THAT(none.err, Contains("no SOURCE given") && Contains("sources: [_posts]"));
  }
  blog.folder().write("geul.yaml", "exclude: a\n");
  const RunResult without = geul_index({"build"}, here);
  CHECK(without.status == 2);
  CHECK_THAT(without.err, Contains("geul.yaml") && Contains("names no sources"));
  CHECK_FALSE(std::filesystem::exists(blog.folder() / ".geul"));
  blog.folder().write("other.yaml", "sources: gone\n");
  CHECK_THAT(geul_index({"build", "--config", "other.yaml"}, here).err, Contains("gone"));
}

TEST_CASE("settings: the site's path and the time zone go before the generator's") {
  const Blog blog;
  const auto address = [&blog](const std::string& zone) {
    REQUIRE(blog.build({}, {.environment = {{"TZ", zone}}}).status == 0);
    return json_of(blog.query({"찌개", "--format", "json"}))["hits"][0]["url"].get<std::string>();
  };
  blog.post("_config.yml", "permalink: /:year/:month/:day/:title/\nbaseurl: /own\nlang: en\n");
  blog.post("_posts/2024-01-05-soup.md",
            "---\ntitle: 된장찌개\ndate: 2024-01-05 00:30:00 +0900\n---\n두부\n");
  CHECK(address("UTC") == "/own/2024/01/04/soup/");
  CHECK(address("Asia/Seoul") == "/own/2024/01/05/soup/");
  blog.folder().write("geul.yaml", "site: https://blog.example/base\ntimezone: Asia/Seoul\n");
  CHECK(address("UTC") == "/base/2024/01/05/soup/");
  blog.folder().write("geul.yaml", "site: https://blog.example\n");
  CHECK(address("UTC") == "/2024/01/04/soup/");
}

TEST_CASE("settings: weights order the posts, and a change of them is seen by the next build") {
  const Blog blog;
  blog.post("title.md", markdown("두부", "2024-01-05", "요리", "저녁에 먹었다. 맛이 좋았다."));
  blog.post("tag.md", markdown("저녁", "2024-01-05", "두부", "저녁에 먹었다. 맛이 좋았다."));
  REQUIRE(blog.build().status == 0);
  using Ids = std::vector<std::string>;
  CHECK(blog.ids({"두부"}) == Ids{"title.md", "tag.md"});
  blog.folder().write("geul.yaml", "weights: {title: 1, tag: 20}\n");
  CHECK_THAT(blog.build().out, StartsWith("2 indexed"));
  CHECK(blog.ids({"두부"}) == Ids{"tag.md", "title.md"});
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 2 unchanged"));
  CHECK(geul_index({"check", "--db", blog.database()}).status == 0);
  blog.folder().write("geul.yaml", "");
  CHECK_THAT(blog.build().out, StartsWith("2 indexed"));
  CHECK(blog.ids({"두부"}) == Ids{"title.md", "tag.md"});
}

namespace {

/// A Jekyll site with settings of its own, and geul.yaml over some of them.
class ConfiguredSite {
 public:
  ConfiguredSite() {
    folder_.write("_config.yml", "baseurl: /own\nlang: en\ntimezone: Asia/Tokyo\n");
    folder_.write("_posts/2024-01-05-soup.md", "# 된장찌개\n");
    folder_.write("geul.yaml", "# settings\nsources: [_posts]\nweights: {title: 8}\n");
  }
  [[nodiscard]] RunResult show(
      std::vector<std::string> more = {},
      const std::vector<std::pair<std::string, std::string>>& environment = {}) const {
    more.insert(more.begin(), {"config", "--show", "--format", "json"});
    return geul_index(more, {.folder = folder_.path(), .environment = environment});
  }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

/// A setting as "value from name-or-line".
std::string brief(const Json& setting) {
  const Json& value = setting["value"];
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  std::string brief = text + ' ' + setting["from"].get<std::string>();
  if (setting.contains("name")) brief += ' ' + setting["name"].get<std::string>();
  if (setting.contains("line")) brief += ' ' + setting["line"].dump();
  return brief;
}

}  // namespace

TEST_CASE("settings: config shows what holds, and which of five places it is from") {
  const ConfiguredSite site;
  const auto setting = [](const RunResult& shown, const char* name) {
    return brief(json_of(shown)["settings"][name]);
  };
  CHECK(setting(site.show(), "jobs").ends_with(" default"));
  CHECK(setting(site.show({}, {{"GEUL_JOBS", "3"}}), "jobs") == "3 environment GEUL_JOBS");
  CHECK(setting(site.show({"--jobs", "2"}, {{"GEUL_JOBS", "3"}}), "jobs") == "2 flag --jobs");
  CHECK(setting(site.show(), "database") == ".geul default");
  CHECK(setting(site.show({}, {{"GEUL_DB", "db"}}), "database") == "db environment GEUL_DB");
  CHECK(setting(site.show(), "sources") == "[\"_posts\"] file 2");
  CHECK(setting(site.show({"_posts/2024-01-05-soup.md"}), "sources") ==
        "[\"_posts/2024-01-05-soup.md\"] argument");
  CHECK(setting(site.show(), "drafts") == "false default");
  CHECK(setting(site.show(), "exclude") == "[] default");
  const Json weights = json_of(site.show())["settings"]["weights"];
  CHECK(weights["value"]["title"] == 8);
  CHECK(weights["value"]["tag"] == 2);
  CHECK(weights["line"] == 3);
}

TEST_CASE("settings: config shows the generator and what goes before its settings") {
  const ConfiguredSite site;
  const auto fact = [&site](const char* name) {
    return brief(json_of(site.show())["sites"][0]["settings"][name]);
  };
  CHECK(json_of(site.show())["sites"][0]["generator"] == "Jekyll");
  CHECK(json_of(site.show())["sites"][0]["file"] == "_config.yml");
  CHECK(fact("base path") == "/own generator 1");
  CHECK(fact("time zone") == "Asia/Tokyo generator 3");
  CHECK_THAT(fact("permalink"), Contains("/:title") && Catch::EndsWith(" default"));
  site.folder().write("_config.yml", "baseurl: /own\nlang: en\n");
  CHECK_THAT(fact("time zone"), Catch::EndsWith(" machine"));
  site.folder().write("geul.yaml",
                      "sources: _posts\nsite: https://a.example/b/\ntimezone: Asia/Seoul\n");
  CHECK(fact("base path") == "/b file 2");
  CHECK(fact("time zone") == "Asia/Seoul file 3");
}

TEST_CASE("settings: config as text is a table that terminals can bear") {
  const ConfiguredSite site;
  site.folder().write("geul.yaml", "exclude: [\"\\e[31m빨강\"]\nsources: _posts\n");
  const RunResult shown =
      geul_index({"config", "--show"},
                 {.folder = site.folder().path(), .environment = {{"GEUL_DB", "d\x1b[2J"}}});
  CHECK(shown.status == 0);
  for (const char* const line :
       {"config      geul.yaml", "exclude     ␛[31m빨강", "  geul.yaml:1\n", "d␛[2J", "  GEUL_DB\n",
        "\n_posts: Jekyll, _config.yml\n", "base path   /own", "  _config.yml:1\n"})
    CHECK_THAT(shown.out, Contains(line));
  CHECK_THAT(shown.out, !Contains("\x1b"));
}

TEST_CASE("settings: config checks geul.yaml, and says where there is none") {
  const ConfiguredSite site;
  const RunOptions here{.folder = site.folder().path()};
  CHECK(geul_index({"config"}, here).out == "geul.yaml: 2 keys, nothing wrong\n");
  site.folder().write("geul.yaml", "sources:\n  - _posts\n  - gone\n");
  const RunResult gone = geul_index({"config"}, here);
  CHECK(gone.status == 2);
  CHECK(gone.out.empty());
  CHECK_THAT(gone.err, Contains("geul.yaml:3: sources: gone is not there") && Contains("hint: "));
  const RunResult shown = geul_index({"config", "--show"}, here);
  CHECK(shown.status == 2);
  CHECK_THAT(shown.out, Contains("_posts, gone"));
  CHECK_THAT(geul_index({"config", "typed"}, here).err,
             Contains("note: typed is not there") && !Contains("geul.yaml"));
  site.folder().write("geul.yaml", "source: [_posts]\n");
  const RunResult wrong = geul_index({"config", "--show"}, here);
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("geul.yaml:1: ") && Contains("did you mean sources?"));
  std::filesystem::remove(site.folder() / "geul.yaml");
  const RunResult none = geul_index({"config"}, here);
  CHECK(none.status == 1);
  CHECK(none.out.empty());
  CHECK(geul_index({"config", "--show"}, here).status == 0);
  CHECK_THAT(geul_index({"config", "--schema"}, here).out, StartsWith("{\n  \"$schema\""));
}

}  // namespace geul::test
