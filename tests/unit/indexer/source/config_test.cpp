// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "common/base/files.hpp"
#include "common/base/json.hpp"
#include "common/index/fields.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

Result<Config> config_of(std::string_view text) {
  const test::TemporaryFolder folder;
  folder.write("geul.yaml", text);
  return load_config(folder / "geul.yaml");
}

/// What is wrong on a line of a file, which is its second with a comment before it.
Error error_of(std::string_view text, std::size_t line = 2) {
  const auto config = config_of("# settings\n" + std::string(text));
  INFO(text);
  REQUIRE_FALSE(config);
  CHECK(config.error().code == ErrorCode::malformed);
  CHECK(config.error().place.line == line);
  CHECK_FALSE(config.error().hint.empty());
  return config.error();
}

}  // namespace

TEST_CASE("configuration: names match anywhere, paths from the source on") {
  const Config config = *config_of("exclude:\n  - drafts\n  - notes/private/\n  - '*.en.md'\n");
  CHECK(config.excludes("a/drafts/b.md"));
  CHECK(config.excludes("drafts"));
  CHECK(config.excludes("notes/private/x/y.md"));
  CHECK(config.excludes("a/b.en.md"));
  CHECK_FALSE(config.excludes("my/notes/private/a.md"));
  CHECK_FALSE(config.excludes("drafts2/a.md"));
  CHECK_FALSE(config.excludes("a.md"));
}

TEST_CASE("configuration: a slash in front anchors a pattern at the source") {
  const Config config =
      *config_of("exclude: [/index.html, ./about.md, /tags/, '/*.txt', /posts/index.html]\n");
  for (const char* const path :
       {"index.html", "about.md", "tags/a/b.md", "a.txt", "x.txt/a.md", "posts/index.html"})
    CHECK(config.excludes(path));
  for (const char* const path : {"posts/soup/index.html", "a/index.html", "a/about.md",
                                 "a/tags/b.md", "a/b.txt", "a/posts/index.html"})
    CHECK_FALSE(config.excludes(path));
}

TEST_CASE("configuration: a pattern that nothing can match is refused with its line") {
  for (const std::string pattern :
       {"''", "/", "//", "./", ".", "..", "../x", "../", "a/..", "a/../..", "/.."}) {
    CAPTURE(pattern);
    const Error error = error_of("exclude:\n  - a\n  - " + pattern + "\n", 4);
    CHECK_THAT(error.message, Catch::Contains("matches nothing"));
  }
}

TEST_CASE("configuration: one name, no name, no file") {
  CHECK(config_of("exclude: drafts\n")->excludes("drafts/a.md"));
  CHECK(config_of("")->exclude.empty());
  CHECK(load_config("/nowhere/geul.yaml").error().code == ErrorCode::not_found);
}

TEST_CASE("configuration: what is not understood is an error with its line") {
  const auto unknown = config_of("exclude: []\nexlude: [a]\n");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message == "unknown key exlude");
  CHECK(unknown.error().place.line == 2);
  CHECK_FALSE(config_of("exclude: {a: b}\n"));
  CHECK_FALSE(config_of("exclude: [[a]]\n"));
  CHECK_FALSE(config_of("- a\n"));
  CHECK_FALSE(config_of("exclude: [a\n"));
  CHECK(config_of("exclude: [a]\nsynonyms:\nexclude: [b]\n").error().place.line == 3);
}

TEST_CASE("configuration: synonyms name a file beside it") {
  const test::TemporaryFolder folder;
  folder.write("site/geul.yaml", "# words\nsynonyms: ../words/동의어.txt\n");
  const auto missing = load_config(folder / "site/geul.yaml");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(missing.error().place.file == (folder / "site/geul.yaml").string());
  CHECK(missing.error().place.line == 2);
  CHECK_FALSE(missing.error().hint.empty());

  folder.write("words/동의어.txt", "왕 = 임금\n왕\n");
  const auto config = load_config(folder / "site/geul.yaml");
  REQUIRE(config);
  CHECK(config->settings.synonyms == (folder / "words/동의어.txt").string());
  CHECK(config->settings.config == (folder / "site/geul.yaml").string());
  REQUIRE(config->warnings.size() == 1);
  CHECK(config->warnings[0].place.file == config->settings.synonyms);
  CHECK(config->warnings[0].place.line == 2);

  CHECK(config_of("synonyms:\n")->settings == index::Settings{});
  CHECK_FALSE(config_of("synonyms: [a.txt]\n"));
  CHECK_FALSE(config_of("synonyms: ''\n"));
  CHECK_FALSE(config_of("synonyms: .\n"));
}

TEST_CASE("configuration: the dictionary's words, sorted, each once") {
  const test::TemporaryFolder folder;
  folder.write("geul.yaml", "dictionary: words.txt\n");
  CHECK(load_config(folder / "geul.yaml").error().code == ErrorCode::not_found);
  folder.write("words.txt", "바로고\n물\n배달의민족\n바로고\n");
  const auto config = load_config(folder / "geul.yaml");
  REQUIRE(config);
  CHECK(config->settings.words == std::vector<std::string>{"바로고", "배달의민족"});
  CHECK(config->settings.dictionary == (folder / "words.txt").string());
  REQUIRE(config->warnings.size() == 1);
  CHECK(config->warnings[0].place.line == 2);
  std::string many;
  for (int i = 0; i < 10001; ++i) many += "바로고\n";
  folder.write("words.txt", many);
  CHECK(load_config(folder / "geul.yaml").error().place.file == (folder / "words.txt").string());
}

TEST_CASE("configuration: pinned posts by query") {
  const auto config = config_of(
      "pinned:\n"
      "  - {query: 채용, posts: [recruit.md, about.md]}\n"
      "  - query: \u1100\u1161\n"
      "    posts: a.md\n");
  REQUIRE(config);
  CHECK(config->settings.pinned ==
        std::vector<index::Pin>{{"채용", {DocumentId("recruit.md"), DocumentId("about.md")}},
                                {"가", {DocumentId("a.md")}}});
  CHECK(config->pin_lines == std::vector<std::size_t>{2, 3});
  for (const char* const wrong :
       {"pinned: 채용\n", "pinned: {query: a, posts: [b]}\n", "pinned: [a]\n",
        "pinned: [{query: a}]\n", "pinned: [{posts: [a]}]\n", "pinned: [{query: '', posts: a}]\n",
        "pinned: [{query: [a], posts: b}]\n", "pinned: [{query: a, posts: [{b: c}]}]\n",
        "pinned: [{query: a, posts: b, post: c}]\n"}) {
    INFO(wrong);
    REQUIRE_FALSE(config_of(wrong));
    CHECK(config_of(wrong).error().place.line == 1);
    CHECK_FALSE(config_of(wrong).error().hint.empty());
  }
}

TEST_CASE("configuration: facets are keys of the front matter, each once") {
  using Names = std::vector<std::string>;
  CHECK(config_of("facets: [series, Lang, LANG, 시리즈]\n")->settings.facets ==
        Names{"series", "lang", "시리즈"});
  CHECK(config_of("facets: series\n")->settings.facets == Names{"series"});
  CHECK(config_of("facets:\n")->settings.facets.empty());
}

TEST_CASE("configuration: a name that cannot be a facet is an error with line and next step") {
  std::string many = "facets:\n";
  for (int i = 0; i < 33; ++i) many += "  - key" + std::to_string(i) + "\n";
  for (const auto& [text, line] :
       {std::pair<std::string, std::size_t>{"facets: [series, tag]\n", 1},
        {"facets:\n  - series\n  - date\n", 3},
        {"exclude: a\nfacets: Title\n", 2},
        {"facets: [tags]\n", 1},
        {"facets: ['a b']\n", 1},
        {"facets: [-a]\n", 1},
        {"facets: ['a:b']\n", 1},
        {"facets: ['']\n", 1},
        {"facets: [열한글자를넘기는긴열쇠말]\n", 1},
        {"facets: [[a]]\n", 1},
        {"facets: {a: b}\n", 1},
        {many, 34}}) {
    CAPTURE(text);
    const auto config = config_of(text);
    REQUIRE_FALSE(config);
    CHECK(config.error().place.line == line);
    CHECK(config.error().place.file.ends_with("geul.yaml"));
    CHECK_FALSE(config.error().hint.empty());
  }
}

TEST_CASE("configuration: addresses of folders") {
  const Config config =
      *config_of("addresses:\n  - {folder: src/blog, address: '/posts/:path/'}\n");
  REQUIRE(config.addresses.size() == 1);
  CHECK(config.addresses[0].folder.is_absolute());
  CHECK(config.addresses[0].folder.generic_string().ends_with("/src/blog"));
  CHECK(config.addresses[0].address == "/posts/:path/");
  for (const char* wrong : {"addresses: {folder: a, address: b}\n", "addresses:\n  - {folder: a}\n",
                            "addresses:\n  - {folder: a, address: '/:pth/'}\n",
                            "addresses:\n  - {folder: [a], address: b}\n",
                            "addresses:\n  - {folder: a, address: b, more: c}\n"}) {
    CAPTURE(wrong);
    const auto refused = config_of(wrong);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().place.line > 0);
    CHECK_FALSE(refused.error().hint.empty());
  }
}

TEST_CASE("configuration: is found upward of the source") {
  const test::TemporaryFolder folder;
  folder.write("site/geul.yaml", "");
  folder.write("site/posts/deep/a.md", "");
  const auto found = find_config(folder / "site/posts/deep");
  CHECK(std::filesystem::equivalent(found, folder / "site/geul.yaml"));
  CHECK(config_places(folder / "site/posts/deep").size() == 3);
  CHECK(config_places(folder / "site").back() == found);
  CHECK(config_places("/") == std::vector<std::filesystem::path>{"/geul.yaml"});
  CHECK(find_config("/").empty());
}

TEST_CASE("configuration: the site's address, and where in it addresses begin") {
  CHECK(config_of("site: https://blog.example/base/\n")->choice().base == "/base");
  CHECK(config_of("site: HTTP://블로그.한국:8080\n")->choice().base == "");
  CHECK(config_of("site: 'http://[::1]:4000/글/b//'\n")->choice().base == "/글/b");
  CHECK_FALSE(config_of("site:\n")->choice().base);
  CHECK(config_of("site: https://x.example\n")->site->text == "https://x.example");
  for (const char* const wrong : {"blog.example",
                                  "ftp://a.example",
                                  "https://",
                                  "https:///a",
                                  "https://me@a.example",
                                  "https://me:secret@a.example/",
                                  "https://a b.example",
                                  "https://a.example/?q=1",
                                  "https://a.example/#top",
                                  "https://a.example/../b",
                                  "https://a.example:99999",
                                  "'https://a.example:'",
                                  "https://.example",
                                  "https://[::1",
                                  "https://[]/",
                                  "[a, b]",
                                  "{a: b}",
                                  "\"https://a.example/\\u0007\"",
                                  "\"https://a.example\\\\b\"",
                                  "''"})
    CHECK_THAT(error_of("site: " + std::string(wrong) + "\n").message, Catch::StartsWith("site"));
  CHECK_THAT(error_of("site: https://" + std::string(3000, 'a') + "\n").message,
             Catch::Contains("more than 2000 bytes"));
  CHECK_THAT(error_of("site: https://me:secret@a.example/\n").message, !Catch::Contains("secret"));
}

TEST_CASE("configuration: sources count from the file's folder") {
  const test::TemporaryFolder folder;
  folder.write("blog/geul.yaml", "sources: [_posts, ../notes.jsonl, /srv/posts]\n");
  const auto config = load_config(folder / "blog/geul.yaml");
  REQUIRE(config);
  CHECK(config->sources == std::vector<std::string>{(folder / "blog/_posts").string(),
                                                    (folder / "notes.jsonl").string(),
                                                    "/srv/posts"});
  CHECK(config->source_lines == std::vector<std::size_t>{1, 1, 1});
  CHECK(config_of("sources:\n  - a\n\n  - b\n")->source_lines == std::vector<std::size_t>{2, 4});
  CHECK(config_of("sources: _posts\n")->sources.size() == 1);
  CHECK(config_of("sources:\n")->sources.empty());
  (void)error_of("sources: '-'\n");
  (void)error_of("sources: ['']\n");
  (void)error_of("sources: {a: b}\n");
  std::string many = "sources: [a";
  for (int i = 0; i < 1000; ++i) many += ", a";
  (void)error_of(many + "]\n");
}

TEST_CASE("configuration: the time zone is one of ICU's") {
  CHECK(config_of("timezone: America/New_York\n")->choice().zone->name() == "America/New_York");
  CHECK_FALSE(config_of("timezone:\n")->choice().zone);
  CHECK_THAT(error_of("timezone: Asia/Seol\n").message, Catch::Contains("Asia/Seol"));
  (void)error_of("timezone: [UTC]\n");
  (void)error_of("timezone: ''\n");
}

TEST_CASE("configuration: html says which files are posts, where nothing else does") {
  CHECK(files_of(*config_of("html: true\n"), {}) == PostFiles::html);
  CHECK(files_of(*config_of("html: false\n"), {}) == PostFiles::markdown);
  CHECK(files_of(*config_of("html:\n"), {}) == PostFiles::markdown);
  CHECK(files_of(*config_of("html: true\n"), PostFiles::markdown) == PostFiles::markdown);
  CHECK(files_of(*config_of("html: false\n"), PostFiles::html) == PostFiles::html);
  for (const char* const wrong : {"perhaps", "''", "[true]", "{a: b}", "2"})
    CHECK_THAT(error_of("html: " + std::string(wrong) + "\n").message,
               Catch::Contains("neither true nor false"));
}

TEST_CASE("configuration: weights of fields that plain words are searched in") {
  const index::Settings settings = config_of("weights: {title: 20, code: 1, body: 3}\n")->settings;
  CHECK(settings.weights.title == 20);
  CHECK(settings.weights.body == 3);
  CHECK(settings.weights.heading == index::kFieldWeights.heading);
  CHECK_FALSE(settings.config.empty());
  CHECK(config_of("weights:\n")->settings == index::Settings{});
  CHECK(error_of("weights: {titel: 3}\n").hint == "did you mean title?");
  CHECK_THAT(error_of("weights: {path: 3}\n").hint, Catch::Contains("title, tag, category"));
  for (const char* const wrong :
       {"0", "21", "-1", "1.5", "two", "[1]", "{a: 1}", "''", "", "99999999999999999999"})
    CHECK_THAT(error_of("weights: {title: " + std::string(wrong) + "}\n").message,
               Catch::Contains("no whole number from 1 to 20"));
  (void)error_of("weights: 3\n");
  (void)error_of("weights: [title]\n");
  (void)error_of("weights: {title: 1, title: 2}\n");
}

TEST_CASE("configuration: keys are told with their lines, and all names ascend") {
  const auto config = config_of("exclude: [a]\nsite:\nweights: {title: 3}\n");
  REQUIRE(config);
  REQUIRE(config->given.size() == 2);
  CHECK(config->given[0].key == "exclude");
  CHECK(config->given[1].key == "weights");
  CHECK(config->given[1].line == 3);
  const auto names = config_key_names();
  CHECK(names.size() == 11);
  CHECK(std::ranges::is_sorted(names));
  CHECK(config_of("sit: https://a.example\n").error().hint == "did you mean site?");
}

TEST_CASE("configuration: the schema for editors has the reader's keys, fields and weights") {
  const auto text =
      read_file(test::project_folder() / "indexer/config/schema/geul.schema.json", 1U << 20U);
  REQUIRE(text);
  const Json schema = parse_json(*text).value();
  std::vector<std::string> keys;
  for (const auto& [key, value] : schema["properties"].items()) keys.push_back(key);
  const auto names = config_key_names();
  CHECK(keys == std::vector<std::string>(names.begin(), names.end()));
  Json fields = schema["properties"]["weights"]["properties"];
  for (const index::FieldInfo& field : index::kFields) {
    if (field.weight() == 0) continue;
    CAPTURE(field.name);
    const std::string name(field.name);
    REQUIRE(fields.contains(name));
    CHECK(fields[name]["description"] == std::to_string(field.weight()) + " without.");
    fields.erase(name);
  }
  CHECK(fields.empty());
  CHECK(schema["definitions"]["weight"]["minimum"] == index::kLeastFieldWeight);
  CHECK(schema["definitions"]["weight"]["maximum"] == index::kMostFieldWeight);
}

}  // namespace geul::indexer
