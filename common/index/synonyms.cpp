// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/synonyms.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/base/setting_lines.hpp"
#include "common/text/normalize.hpp"
#include "common/text/script.hpp"
#include "common/text/source_text.hpp"
#include "common/text/utf8.hpp"

namespace geul::index {
namespace {

constexpr std::string_view kExample = "write lines such as: 쿠버네티스 = kubernetes = k8s";

bool holds_word(std::string_view phrase) {
  for (std::size_t offset = 0; offset < phrase.size();) {
    const text::Script script = text::script_of(text::next_code_point(phrase, offset));
    if (script != text::Script::other && script != text::Script::mark) return true;
  }
  return false;
}

/// Single spaces between words, none around.
std::string tidy(std::string_view phrase) {
  std::string out;
  bool space = false;
  for (const char c : phrase) {
    if (is_blank(c)) {
      space = !out.empty();
      continue;
    }
    if (std::exchange(space, false)) out += ' ';
    out += c;
  }
  return out;
}

/// A line's words as they stand between its signs, and the sign behind the first.
struct Parts {
  std::vector<std::string> words;
  bool one_way = false;
  bool stray_arrow = false;
};

Parts split(std::string_view line) {
  Parts parts;
  for (;;) {
    const std::size_t sign = line.find('=');
    parts.words.push_back(tidy(line.substr(0, sign)));
    if (sign == std::string_view::npos) return parts;
    line.remove_prefix(sign + 1);
    if (!line.starts_with('>')) continue;
    line.remove_prefix(1);
    if (parts.words.size() == 1)
      parts.one_way = true;
    else
      parts.stray_arrow = true;
  }
}

class Reading {
 public:
  Result<SynonymTable> run(std::string_view text) {
    SettingLines lines(text);
    for (auto line = lines.next(); line; line = lines.next()) {
      if (table_.lines.size() + left_out_ == kMaxSynonymLines)
        return fail(ErrorCode::limit, format("more than {} lines of synonyms", kMaxSynonymLines),
                    "leave out the ones that geul-index check names", {"", line->number});
      if (auto read = read_line(*line))
        table_.lines.push_back(std::move(*read));
      else
        ++left_out_;
    }
    return std::move(table_);
  }

 private:
  void warn(std::size_t line, std::string message) {
    table_.warnings.push_back({{"", line}, std::move(message)});
  }

  std::optional<SynonymLine> read_line(const SettingLine& line) {
    Parts parts = split(line.text);
    if (parts.words.size() < 2) {
      warn(line.number, format("no '=' in the line, which is left out; {}", kExample));
      return {};
    }
    if (parts.stray_arrow) {
      warn(line.number, "\"=>\" stands behind the first word alone; the line is left out");
      return {};
    }
    if (!std::ranges::all_of(parts.words, holds_word)) {
      warn(line.number, format("no word on one side of '='; the line is left out; {}", kExample));
      return {};
    }
    SynonymLine read{line.number, usable(line.number, std::move(parts.words)), parts.one_way};
    if (read.words.size() >= 2) return read;
    warn(line.number, "fewer than two different words; the line is left out");
    return {};
  }

  /// Without words that say the same, are too long, or too many.
  std::vector<std::string> usable(std::size_t line, std::vector<std::string> words) {
    std::vector<std::string> kept;
    std::vector<std::string> folded;
    for (std::string& word : words) {
      if (word.size() > kMaxSynonymBytes) {
        warn(line, format("a word of more than {} bytes is left out", kMaxSynonymBytes));
        if (kept.empty()) return {};  // what the others would be the synonyms of
        continue;
      }
      std::string form = text::fold(word);
      if (std::ranges::find(folded, form) != folded.end()) continue;
      if (kept.size() == kMaxSynonymWords) {
        warn(line, format("words beyond the first {} are left out", kMaxSynonymWords));
        break;
      }
      folded.push_back(std::move(form));
      kept.push_back(std::move(word));
    }
    return kept;
  }

  SynonymTable table_;
  std::size_t left_out_ = 0;
};

}  // namespace

Result<SynonymTable> read_synonyms(std::string_view text) {
  return Reading().run(text::read_source_text(text).text);
}

Result<SynonymTable> load_synonyms(const std::filesystem::path& file) {
  const Result<std::string> bytes = read_file(file, kMaxSynonymFile);
  if (!bytes) return fail(bytes.error());
  Result<SynonymTable> table = read_synonyms(*bytes);
  if (!table) {
    table.error().place.file = file.string();
    return table;
  }
  for (Warning& warning : table->warnings) warning.place.file = file.string();
  return table;
}

}  // namespace geul::index
