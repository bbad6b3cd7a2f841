// SPDX-License-Identifier: GPL-2.0-or-later
// common/analysis/analyzer.hpp: the laws of tokens, on any bytes.
#include "common/analysis/analyzer.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace geul::fuzz {

namespace {

using test::OwnToken;

std::vector<OwnToken> tokens_of(std::string_view text) {
  static analysis::Analyzer analyzer;
  std::vector<OwnToken> tokens;
  analyzer.analyze(text, [&](const analysis::Token& token) {
    tokens.push_back({token.family, token.script, std::string(token.term), token.span, token.word,
                      token.position});
  });
  return tokens;
}

bool is_border(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

void expect_lawful(const std::string& term) {
  expect(!term.empty() && term.size() <= analysis::kMaxTermBytes, "a term's size");
  expect(std::none_of(term.begin(), term.end(),
                      [](char c) { return (c >= 0 && c <= ' ') || (c >= 'A' && c <= 'Z'); }),
         "terms without spaces and capitals");
  expect(text::is_utf8(term) && text::is_nfc(term), "terms in UTF-8 and NFC");
  expect(text::fold(term) == term, "terms are folded");
}

void expect_in_order(const OwnToken& a, const OwnToken& b) {
  expect(a.position <= b.position, "positions in order");
  expect(a.word <= b.word && b.word <= a.word + 1, "words count up");
}

void expect_spans(std::string_view text, const std::vector<OwnToken>& tokens) {
  const bool well_formed = text::is_utf8(text);
  for (const OwnToken& token : tokens) {
    const auto [begin, end] = token.span;
    expect(begin < end && end <= text.size(), "spans within the text");
    if (well_formed) expect(is_border(text, begin) && is_border(text, end), "spans on borders");
  }
}

/// What is before the last space has the same tokens alone.
void expect_same_alone(std::string_view text, std::vector<OwnToken> tokens) {
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos) return;
  const std::vector<OwnToken> alone = tokens_of(text.substr(0, space + 1));
  expect(alone.size() <= tokens.size(), "no token lost behind a space");
  tokens.resize(alone.size());
  expect(alone == tokens, "no token changed behind a space");
}

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  nfd->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  expect(U_SUCCESS(status) != 0, "ICU has its data");
  return out;
}

/// The tokens without their spans, which differ between the forms.
std::vector<OwnToken> spanless(std::vector<OwnToken> tokens) {
  for (OwnToken& token : tokens) token.span = {};
  return tokens;
}

void expect_same_in_both_forms(std::string_view text) {
  const std::string nfc = text::to_nfc(text);
  expect(spanless(tokens_of(nfc)) == spanless(tokens_of(decomposed(nfc))), "the same in NFD");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  const std::vector<OwnToken> tokens = tokens_of(text);
  for (const OwnToken& token : tokens) expect_lawful(token.term);
  for (std::size_t i = 1; i < tokens.size(); ++i) expect_in_order(tokens[i - 1], tokens[i]);
  expect(tokens.empty() || tokens.front().word == 0, "words count from 0");
  expect_spans(text, tokens);
  expect_same_alone(text, tokens);
  expect_same_in_both_forms(text);
  return 0;
}

}  // namespace geul::fuzz
