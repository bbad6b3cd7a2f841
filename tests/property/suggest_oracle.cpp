// SPDX-License-Identifier: GPL-2.0-or-later
// Suggestions beside a plain scan over all posts: the same titles, tags and categories, and words,
// for every way to type their beginnings.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "common/base/hash.hpp"
#include "common/index/postings.hpp"
#include "common/index/writer.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "query/rungs/characters.hpp"
#include "query/suggest/suggester.hpp"
#include "query/suggest/telling.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::query {
namespace {

using test::RandomText;

constexpr std::size_t kAll = 100'000;
constexpr Day kToday{2024, 7, 18};

std::u16string strokes_of(std::u16string_view text) {
  std::u16string strokes;
  for (const char16_t c : text) {
    const std::u16string one = analysis::strokes_of(c);
    strokes += one.empty() ? std::u16string(1, c) : one;
  }
  return strokes;
}

/// By keystrokes alone: what is typed has no initials in it.
bool goes_on_plainly(std::string_view typed, std::string_view text) {
  return strokes_of(to_utf16(text)).starts_with(strokes_of(to_utf16(typed)));
}

std::vector<index::Document> random_posts(RandomText& random) {
  const std::vector<std::string> words{
      "데이터", "데이트", "데이터베이스", "컴퓨터", "컴퓨팅", "과일",  "고양이", "값어치", "갑옷",
      "닭고기", "달리기", "알고리즘",     "앎",     "Spring", "spray", "k8s",    "C++",    "SRE팀"};
  std::vector<index::Document> posts;
  for (int number = 0; number < 30; ++number) {
    index::Document post;
    post.id = DocumentId("post-" + std::to_string(number));
    for (std::size_t i = random.below(5); i > 0; --i)
      post.title += (random.one_in(3) ? "[" : "") + random.pick(words) + " ";
    if (random.one_in(2)) post.title += random.word();
    post.title = text::to_nfc(post.title);
    for (std::size_t i = random.below(3); i > 0; --i)
      post.tags.push_back(random.pick(words) + (random.one_in(3) ? " 모음" : ""));
    if (random.one_in(2)) post.categories.push_back(random.pick(words));
    index::Section section;
    for (int i = 0; i < 8; ++i) section.text += random.pick(words) + ". ";
    post.sections.push_back(std::move(section));
    posts.push_back(std::move(post));
  }
  return posts;
}

void build(const std::string& folder, const std::vector<index::Document>& posts) {
  auto writer = index::Writer::open(folder, index::OpenMode::update);
  REQUIRE(writer);
  analysis::Analyzer analyzer;
  for (const index::Document& post : posts)
    REQUIRE(
        writer->put(index::PreparedDocument(post, ContentHash(std::string(16, 'x')), analyzer)));
  REQUIRE(writer->commit());
}

using Texts = std::set<std::string>;

/// Beginnings of words: behind white space, or a letter or digit behind anything else.
Texts scanned_titles(const std::vector<index::Document>& posts, std::string_view typed) {
  Texts titles;
  for (const index::Document& post : posts) {
    const std::string folded = text::fold_name(post.title);
    const std::u16string characters = to_utf16(folded);
    for (std::size_t at = 0; at < characters.size(); ++at) {
      const auto sign = [](char16_t c) { return c == u' ' || c == u'[' || c == u'+' || c == u'.'; };
      const bool behind_space = at == 0 || characters[at - 1] == u' ';
      if (characters[at] == u' ' || (!behind_space && !sign(characters[at - 1]))) continue;
      if (!behind_space && sign(characters[at])) continue;
      if (goes_on_plainly(typed, to_utf8(characters.substr(at)))) titles.insert(folded);
    }
  }
  return titles;
}

Texts scanned_names(const std::vector<index::Document>& posts, std::string_view typed) {
  Texts names;
  for (const index::Document& post : posts)
    for (const auto& list : {post.tags, post.categories})
      for (const std::string& name : list)
        if (goes_on_plainly(typed, text::fold_name(name))) names.insert(text::fold_name(name));
  return names;
}

/// The suggestions of some kinds, folded; none there twice.
Texts found(const std::vector<Suggestion>& suggestions, const std::set<Suggestion::Kind>& kinds) {
  Texts texts;
  for (const Suggestion& suggestion : suggestions)
    if (kinds.contains(suggestion.kind))
      CHECK(texts.insert(text::fold_name(suggestion.text)).second);
  return texts;
}

/// Words of the posts by the number of posts, as their Hangul terms are.
std::map<std::string, std::size_t> scanned_words(const std::vector<index::Document>& posts) {
  std::map<std::string, std::size_t> counts;
  analysis::Analyzer analyzer;
  for (const index::Document& post : posts) {
    std::set<std::string> words;
    index::visit_pieces(post, [&](index::Field field, std::string_view text) {
      if (index::info(field).weight() == 0) return;
      analyzer.analyze(text, [&](const analysis::Token& token) {
        if (token.family == analysis::Family::word || token.family == analysis::Family::variant ||
            token.family == analysis::Family::part)
          words.emplace(token.term);
      });
    });
    for (const std::string& word : words) ++counts[word];
  }
  return counts;
}

/// Words of Hangul that are no native stems: they are shown as they are.
Texts plain_words(const std::map<std::string, std::size_t>& counts, const Texts& names,
                  std::string_view typed) {
  const PostsOf posts_of = [&](const std::string& word) -> std::size_t {
    if (is_telling(word) && !goes_on_plainly(typed, word)) return 0;
    const auto known = counts.find(word);
    return known == counts.end() ? 0 : known->second;
  };
  Texts words;
  for (const auto& [word, posts] : counts) {
    const bool hangul = std::ranges::all_of(to_utf16(word), analysis::core::is_syllable);
    if (hangul && goes_on_plainly(typed, word) && is_telling(word) && !names.contains(word) &&
        !analysis::is_native_stem(word) && !is_form_of_another(word, posts, posts_of))
      words.insert(word);
  }
  return words;
}

Texts hangul_words(const std::vector<Suggestion>& suggestions) {
  Texts words;
  for (const Suggestion& suggestion : suggestions) {
    const auto word = to_utf16(suggestion.text);
    if (suggestion.kind == Suggestion::Kind::word &&
        std::ranges::all_of(word, analysis::core::is_syllable) &&
        !analysis::is_native_stem(suggestion.text))
      words.insert(suggestion.text);
  }
  return words;
}

/// What is on the screen after some strokes of a text: the syllables before, and the last one as
/// far as it has come.
std::vector<std::string> states_of_typing(std::u16string_view text) {
  std::vector<std::string> states;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::u16string before(text.substr(0, at));
    const char16_t c = text[at];
    states.push_back(to_utf8(before + c));
    if (!analysis::core::is_syllable(c)) continue;
    states.push_back(to_utf8(before + analysis::core::without_coda(c)));
    states.push_back(to_utf8(before + analysis::lead_jamo(analysis::core::lead_of(c))));
  }
  return states;
}

}  // namespace

TEST_CASE("suggest law: without a limit, what a plain scan by keystrokes finds", "[suggest]") {
  RandomText random(17);
  std::size_t titles = 0;
  std::size_t names = 0;
  std::size_t words = 0;
  for (int round = 0; round < 6; ++round) {
    const test::TemporaryFolder folder;
    const auto posts = random_posts(random);
    build(folder / "db", posts);
    auto reader = index::Reader::open({folder / "db"});
    REQUIRE(reader);
    Suggester suggester(*std::move(reader));
    const auto counts = scanned_words(posts);
    for (const char* const text : {"데이터베이스", "컴퓨터", "과일", "고양이", "값어치", "닭고기",
                                   "알고리즘", "앎", "spring", "k8s", "sre팀", "모음"}) {
      for (const std::string& typed : states_of_typing(to_utf16(text))) {
        INFO(typed);
        const auto answer = suggester.suggest(typed, kAll, kToday);
        REQUIRE(answer);
        if (std::ranges::any_of(answer->found, [](const Suggestion& suggestion) {
              return suggestion.reading == Reading::keyboard;
            }))
          continue;
        using Kind = Suggestion::Kind;
        const Texts expected_names = scanned_names(posts, typed);
        const Texts expected_titles = scanned_titles(posts, typed);
        const Texts expected_words = plain_words(counts, expected_names, typed);
        CHECK(found(answer->found, {Kind::title}) == expected_titles);
        CHECK(found(answer->found, {Kind::tag, Kind::category}) == expected_names);
        CHECK(hangul_words(answer->found) == expected_words);
        titles += expected_titles.size();
        names += expected_names.size();
        words += expected_words.size();
      }
    }
  }
  CHECK(titles > 1000);
  CHECK(names > 1000);
  CHECK(words > 100);
}

TEST_CASE("suggest law: any bytes are answered, within the limit and in order", "[suggest]") {
  RandomText random(18);
  const test::TemporaryFolder folder;
  build(folder / "db", random_posts(random));
  auto reader = index::Reader::open({folder / "db"});
  REQUIRE(reader);
  Suggester suggester(*std::move(reader));
  for (int round = 0; round < 500; ++round) {
    const std::string typed = random.one_in(2) ? random.bytes(30) : random.text(2);
    INFO(to_hex(typed));
    const std::size_t limit = random.below(12);
    const auto answer = suggester.suggest(typed, limit, kToday);
    REQUIRE(answer);
    CHECK(answer->found.size() <= limit);
    CHECK(std::ranges::is_sorted(answer->found, {}, &Suggestion::reading));
    CHECK(text::is_utf8(answer->typed));
  }
}

}  // namespace geul::query
