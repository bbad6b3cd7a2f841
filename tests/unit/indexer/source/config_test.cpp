// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

Result<Config> config_of(std::string_view text) {
  const test::TemporaryFolder folder;
  folder.write("geul.yaml", text);
  return load_config(folder / "geul.yaml");
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

}  // namespace geul::indexer
