// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/analysis/analysis_support.hpp"

#include <fstream>
#include <sstream>

#include "common/analysis/core/key.hpp"
#include "common/base/format.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {

using analysis::Family;

std::vector<OwnToken> tokens_of(std::string_view text) {
  static thread_local analysis::Analyzer analyzer;
  return tokens_of(text, analyzer);
}

std::vector<OwnToken> tokens_of(std::string_view text, analysis::Analyzer& analyzer) {
  std::vector<OwnToken> tokens;
  analyzer.analyze(text, [&](const analysis::Token& token) {
    tokens.push_back({token.family, token.script, std::string(token.term), token.span, token.word,
                      token.position});
  });
  return tokens;
}

std::vector<std::string> terms_of(std::string_view text, Family family) {
  std::vector<std::string> terms;
  for (const OwnToken& token : tokens_of(text))
    if (token.family == family) terms.push_back(token.term);
  return terms;
}

std::string_view name_of(Family family) {
  switch (family) {
    case Family::word:
      return "word";
    case Family::variant:
      return "variant";
    case Family::part:
      return "part";
    case Family::pair:
      return "pair";
    case Family::crossing_pair:
      return "crossing_pair";
    case Family::tail_pair:
      return "tail_pair";
    case Family::alternate:
      return "alternate";
  }
  return "?";
}

std::string describe(const std::vector<OwnToken>& tokens) {
  std::string text;
  for (const OwnToken& token : tokens)
    text += geul::format("{}{} {} {}", text.empty() ? "" : ", ", token.position,
                         name_of(token.family), token.term);
  return text;
}

std::u16string syllables_of(std::string_view word) {
  std::u16string syllables;
  for (std::size_t offset = 0; offset < word.size();)
    syllables += static_cast<char16_t>(text::next_code_point(word, offset));
  return syllables;
}

std::string utf8_of(std::u16string_view text) {
  std::string utf8;
  for (const char16_t c : text) text::append_utf8(utf8, c);
  return utf8;
}

std::string key_of_word(std::string_view word) {
  const std::u16string run = syllables_of(word);
  const analysis::core::Key key =
      analysis::core::key_of({run.data(), run.size()}, analysis::core::Attachment::none);
  return utf8_of({key.text, key.size});
}

std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::ifstream in(project_folder() / path);
  std::vector<std::vector<std::string>> rows;
  bool named = false;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    if (named) rows.push_back(std::move(row));
    named = true;
  }
  return rows;
}

}  // namespace geul::test
