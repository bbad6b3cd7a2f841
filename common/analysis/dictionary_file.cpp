// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/dictionary_file.hpp"

#include <utility>

#include "common/analysis/core/user_words.hpp"
#include "common/analysis/run_text.hpp"
#include "common/analysis/scanner.hpp"
#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/base/setting_lines.hpp"
#include "common/text/source_text.hpp"

namespace geul::analysis {
namespace {

/// What a line is made of.
struct Makeup {
  std::size_t pieces = 0;
  bool space = false;
  bool hangul = false;
  bool other = false;        ///< letters, digits, Hanja and the like
  std::u16string syllables;  ///< of the last Hangul piece
};

Makeup makeup_of(std::string_view line) {
  Makeup makeup;
  Scanner scanner;
  RunFolder folder;
  scanner.reset(line);
  for (Piece piece = scanner.next(); piece.kind != Kind::end; piece = scanner.next()) {
    ++makeup.pieces;
    const bool hangul = piece.kind == Kind::hangul || piece.kind == Kind::jamo;
    makeup.space |= piece.kind == Kind::space;
    makeup.hangul |= hangul;
    makeup.other |= !hangul && piece.kind != Kind::space && piece.kind != Kind::symbol;
    if (piece.kind == Kind::hangul) makeup.syllables = folder.syllables(line, piece);
  }
  return makeup;
}

/// Why a line is no word of a dictionary; empty for one that is.
std::string fault_of(const Makeup& makeup) {
  if (!makeup.hangul && !makeup.other) return "there is no word in the line";
  if (makeup.space) return "there are several words in the line: write one a line, without spaces";
  if (!makeup.hangul) return "a word without Hangul needs no line: names such as C++ stay whole";
  if (makeup.other)
    return "Hangul and other letters are words of their own: write the Hangul alone, a search for "
           "both in a row finds them together";
  if (makeup.pieces > 1) return "there is punctuation in the word: write Hangul alone";
  if (makeup.syllables.empty()) return "the word is not of whole syllables";
  if (makeup.syllables.size() < 2)
    return "a word of one syllable would be found in too many others";
  if (makeup.syllables.size() > core::kMaxUserWord)
    return format("the word has more than {} syllables", core::kMaxUserWord);
  return {};
}

}  // namespace

Result<DictionaryFile> read_dictionary(std::string_view text) {
  const text::SourceText source = text::read_source_text(text);
  DictionaryFile file;
  SettingLines lines(source.text);
  for (auto line = lines.next(); line; line = lines.next()) {
    if (file.entries.size() + file.warnings.size() == kMaxDictionaryWords)
      return fail(ErrorCode::limit, format("more than {} words", kMaxDictionaryWords),
                  "leave out the ones that geul-index check names", {"", line->number});
    const Makeup makeup = makeup_of(line->text);
    if (std::string fault = fault_of(makeup); !fault.empty()) {
      file.warnings.push_back({{"", line->number}, std::move(fault)});
      continue;
    }
    file.entries.push_back({{}, line->number});
    write_utf8(makeup.syllables, file.entries.back().word);
  }
  return file;
}

Result<DictionaryFile> load_dictionary(const std::filesystem::path& path) {
  const Result<std::string> bytes = read_file(path, kMaxDictionaryFile);
  if (!bytes) return fail(bytes.error());
  Result<DictionaryFile> file = read_dictionary(*bytes);
  if (!file) {
    file.error().place.file = path.string();
    return file;
  }
  for (Warning& warning : file->warnings) warning.place.file = path.string();
  return file;
}

}  // namespace geul::analysis
