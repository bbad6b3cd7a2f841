// SPDX-License-Identifier: GPL-2.0-or-later
// The laws of common/analysis/analyzer.hpp, on random text and on any bytes.
#include <catch2/catch.hpp>
#include <cctype>
#include <chrono>

#include "common/analysis/token.hpp"
#include "common/base/hash.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "common/text/words.hpp"
#include "tests/support/random_text.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::test::describe;
using geul::test::OwnToken;
using geul::test::RandomText;
using geul::test::tokens_of;
using Tokens = std::vector<OwnToken>;

bool is_border(const std::string& text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

bool is_lawful_term(const std::string& term) {
  const auto forbidden = [](char c) {
    return (static_cast<unsigned char>(c) <= 0x20) || (c >= 'A' && c <= 'Z');
  };
  return !term.empty() && term.size() <= geul::analysis::kMaxTermBytes &&
         std::none_of(term.begin(), term.end(), forbidden) && geul::text::is_utf8(term) &&
         geul::text::is_nfc(term) && geul::text::fold(term) == term;
}

bool is_in_order(const OwnToken& a, const OwnToken& b) {
  return a.position <= b.position && a.word <= b.word && b.word <= a.word + 1;
}

enum class Borders { checked, unchecked };

void check_laws(const std::string& text, Borders borders) {
  const Tokens tokens = tokens_of(text);
  INFO(geul::to_hex(text));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const OwnToken& token = tokens[i];
    if (!is_lawful_term(token.term)) FAIL_CHECK("term " << geul::to_hex(token.term));
    if (token.span.begin >= token.span.end || token.span.end > text.size())
      FAIL("span of " << token.term);
    if (borders == Borders::checked &&
        (!is_border(text, token.span.begin) || !is_border(text, token.span.end)))
      FAIL_CHECK("border of " << token.term);
    if (i != 0 && !is_in_order(tokens[i - 1], token)) FAIL_CHECK("order at " << token.term);
  }
  if (!tokens.empty() && tokens.front().word != 0) FAIL_CHECK("words count from 0");
}

std::string terms_only(const Tokens& tokens) {
  return describe(tokens);
}

/// Canonical decomposition of Hangul syllables; everything else as it is.
std::string decomposed(const std::string& text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = geul::text::next_code_point(text, offset);
    if (c < 0xAC00 || c > 0xD7A3) {
      geul::text::append_utf8(out, c);
      continue;
    }
    const char32_t index = c - 0xAC00;
    geul::text::append_utf8(out, 0x1100 + index / 588);
    geul::text::append_utf8(out, 0x1161 + index % 588 / 28);
    if (index % 28 != 0) geul::text::append_utf8(out, 0x11A7 + index % 28);
  }
  return out;
}

}  // namespace

TEST_CASE("tokens of random text are lawful") {
  RandomText random(1);
  for (int i = 0; i < 3'000; ++i) check_laws(random.text(1 + random.below(30)), Borders::checked);
}

TEST_CASE("tokens of random bytes are lawful") {
  RandomText random(2);
  for (int i = 0; i < 3'000; ++i)
    check_laws(random.bytes(1 + random.below(200)), Borders::unchecked);
}

TEST_CASE("the same text gives the same tokens, whatever was analysed before") {
  RandomText random(3);
  for (int i = 0; i < 500; ++i) {
    const std::string text = random.text(10);
    const Tokens first = tokens_of(text);
    static_cast<void>(tokens_of(random.bytes(100)));
    CHECK(tokens_of(text) == first);
  }
}

TEST_CASE("NFC and decomposed Hangul give the same terms") {
  RandomText random(4);
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = geul::text::to_nfc(random.text(1 + random.below(20)));
    const std::string other = decomposed(text);
    const std::string own = terms_only(tokens_of(text));
    const std::string theirs = terms_only(tokens_of(other));
    INFO(text);
    CHECK(own == theirs);
  }
}

TEST_CASE("what follows a space changes no term before it") {
  RandomText random(5);
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = random.text(1 + random.below(10));
    const Tokens alone = tokens_of(text + " ");
    Tokens longer = tokens_of(text + " " + random.text(3));
    INFO(text);
    REQUIRE(longer.size() >= alone.size());
    longer.resize(alone.size());
    CHECK(longer == alone);
  }
}

TEST_CASE("ICU never breaks between ASCII letters and digits, so the scanner need not ask") {
  RandomText random(6);
  const auto is_alnum = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  geul::text::WordBreaker breaker;
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = random.text(10);
    geul::text::Word word;
    for (breaker.reset(text); breaker.next(word);)
      if (word.span.end < text.size() && is_alnum(text[word.span.end - 1]) &&
          is_alnum(text[word.span.end]))
        FAIL(text << " at " << word.span.end);
  }
}

TEST_CASE("the cost grows with the text and not faster") {
  const auto seconds = [](const std::string& text) {
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(tokens_of(text));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const char* unit : {"가", "a", "a.", "a/", "1,000", "漢", "ㅋ", "e\u0301", "+", ".", "을",
                           "하여", "가 ", "\u1100", "😀", "\xFF", "_", "aB"}) {
    std::string text;
    while (text.size() < 400'000) text += unit;
    INFO(unit);
    CHECK(seconds(text) < 20);
  }
}
