// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/lexer.hpp"

#include <algorithm>

#include "common/analysis/analyzer.hpp"
#include "common/base/format.hpp"
#include "common/index/fields.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"

namespace geul::query {
namespace {

using Kind = Lexeme::Kind;

/// Straight, and the curly ones that phones and word processors put in their place.
bool is_quote(char32_t c) {
  return c == U'"' || c == 0x201C || c == 0x201D;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower_ascii(std::string_view text) {
  std::string lower{text};
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_field(std::string_view name) {
  return name == kDateField || index::field_named(name);
}

/// Whether a space ends at `at`, in any of its forms.
bool is_space_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return is_space(text::next_code_point(text, begin));
}

std::vector<ByteSpan> quotes_in(std::string_view text) {
  std::vector<ByteSpan> quotes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_quote(text::next_code_point(text, at))) quotes.push_back({begin, at});
  }
  return quotes;
}

/// Where the particle ends that is written on to what ends at `begin`; `begin` without one.
std::size_t end_of_particle(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    std::size_t behind = end;
    const char32_t c = text::next_code_point(text, behind);
    if (is_space(c) || c == U'(' || c == U')' || is_quote(c)) break;
    end = behind;
  }
  return analysis::is_particle(text.substr(begin, end - begin)) ? end : begin;
}

/// What the quotes of a query are.
struct Quotes {
  std::size_t unpaired = 0;         ///< the last of an odd number opens nothing; else the end
  std::vector<ByteSpan> sentences;  ///< quotations in a sentence, quotes and particle included
};

/// A quotation with a particle behind it is a part of a sentence: 라오스에서 "빵"은 무엇인가요. Not
/// with a sign or field before it, which say that a phrase is meant.
Quotes read_quotes(std::string_view text) {
  const std::vector<ByteSpan> quotes = quotes_in(text);
  Quotes found{quotes.size() % 2 == 0 ? text.size() : quotes.back().begin, {}};
  for (std::size_t i = 0; i + 1 < quotes.size(); i += 2) {
    const std::size_t begin = quotes[i].begin;
    const std::size_t end = end_of_particle(text, quotes[i + 1].end);
    const bool opens = begin == 0 || text[begin - 1] == '(' || is_space_before(text, begin);
    if (opens && end != quotes[i + 1].end) found.sentences.push_back({begin, end});
  }
  return found;
}

class Lexer {
 public:
  Lexer(std::string_view text, const std::vector<index::FacetKey>& facets, std::vector<Note>& notes)
      : text_(text),
        facets_(facets),
        notes_(notes),
        quotes_(read_quotes(text)),
        unpaired_(quotes_.unpaired) {
    if (unpaired_ < text.size())
      notes_.push_back(
          {"a quotation mark without its partner was left out", {unpaired_, end_of(unpaired_)}});
  }

  std::vector<Lexeme> run() {
    for (skip_spaces(); at_ < text_.size(); skip_spaces()) {
      if (const ByteSpan* const sentence = sentence_at(at_)) {
        read_sentence(*sentence);
        continue;
      }
      Lexeme lexeme;
      lexeme.span.begin = at_;
      if (may_sign_) read_sign(lexeme);
      read_field(lexeme);
      read_content(lexeme);
      lexeme.span.end = at_;
      may_sign_ = lexeme.kind == Kind::open;
      lexemes_.push_back(std::move(lexeme));
    }
    return std::move(lexemes_);
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const {
    return at < text_.size() ? text::next_code_point(text_, at) : U' ';
  }
  [[nodiscard]] std::size_t end_of(std::size_t at) const {
    static_cast<void>(text::next_code_point(text_, at));
    return at;
  }
  [[nodiscard]] bool is_gap(std::size_t at) const { return at == unpaired_ || is_space(peek(at)); }
  [[nodiscard]] bool is_active_quote(std::size_t at) const {
    return at < text_.size() && at != unpaired_ && is_quote(peek(at));
  }

  [[nodiscard]] const ByteSpan* sentence_at(std::size_t at) const {
    const auto found = std::ranges::find(quotes_.sentences, at, &ByteSpan::begin);
    return found == quotes_.sentences.end() ? nullptr : &*found;
  }

  /// The words of a quotation, whatever they look like, the last with its particle.
  void read_sentence(const ByteSpan& sentence) {
    while (at_ < sentence.end) {
      Lexeme word;
      word.content.begin = at_;
      while (at_ < sentence.end && !is_space(peek(at_))) at_ = end_of(at_);
      word.span = word.content = {word.content.begin, at_};
      lexemes_.push_back(std::move(word));
      while (at_ < sentence.end && is_space(peek(at_))) at_ = end_of(at_);
    }
    may_sign_ = false;
  }

  void skip_spaces() {
    if (at_ == split_) ++at_;
    for (; at_ < text_.size() && is_gap(at_); at_ = end_of(at_)) may_sign_ = true;
  }

  /// A doubled sign is none (++i, --help), nor is one with nothing behind it.
  void read_sign(Lexeme& lexeme) {
    const char sign = text_[at_];
    if (sign != '+' && sign != '-') return;
    if (at_ + 1 >= text_.size() || is_gap(at_ + 1)) return;
    const char next = text_[at_ + 1];
    if (next == sign || next == ')') return;
    lexeme.sign = sign == '+' ? Occurrence::must : Occurrence::must_not;
    ++at_;
  }

  /// The colon behind the name of a configured facet; the end where there is none.
  [[nodiscard]] std::size_t colon_of_facet(std::string& name) const {
    constexpr std::size_t kMost = 4 * index::kMaxFacetKeyBytes;  // folding makes a name shorter
    const std::size_t colon = facets_.empty() ? 0 : text_.substr(at_, kMost).find(':');
    if (colon == 0 || colon == std::string_view::npos) return text_.size();
    name = text::fold(text_.substr(at_, colon));
    const bool known = std::ranges::find(facets_, name, &index::FacetKey::str) != facets_.end();
    return known ? at_ + colon : text_.size();
  }

  void read_field(Lexeme& lexeme) {
    std::string facet;
    if (const std::size_t end = colon_of_facet(facet); end < text_.size())
      return read_known_field(lexeme, facet, end);
    std::size_t colon = at_;
    while (colon < text_.size() && is_ascii_letter(text_[colon])) ++colon;
    if (colon == at_ || colon >= text_.size() || text_[colon] != ':') return;
    const std::string name = lower_ascii(text_.substr(at_, colon - at_));
    if (is_field(name)) return read_known_field(lexeme, name, colon);
    const char32_t next = peek(colon + 1);
    if (name.size() < 2 || next == U':' || next == U'/' || is_gap(colon + 1)) return;
    notes_.push_back(
        {format("there is no field \"{}\"; it was read as words", name), {at_, colon}});
    split_ = colon;
  }

  void read_known_field(Lexeme& lexeme, const std::string& name, std::size_t colon) {
    if (colon + 1 >= text_.size() || is_gap(colon + 1) || text_[colon + 1] == ')') {
      notes_.push_back(
          {format("nothing follows \"{}:\"; it was read as a word", name), {at_, colon + 1}});
      return;
    }
    if (text_[colon + 1] == ':') return;
    lexeme.field = name;
    at_ = colon + 1;
  }

  void read_content(Lexeme& lexeme) {
    if (is_active_quote(at_)) return read_phrase(lexeme);
    if (text_[at_] == '(' || text_[at_] == ')') {
      lexeme.kind = text_[at_] == '(' ? Kind::open : Kind::close;
      lexeme.content = {at_, ++at_};
      return;
    }
    read_word(lexeme);
  }

  void read_phrase(Lexeme& lexeme) {
    lexeme.kind = Kind::phrase;
    at_ = end_of(at_);
    lexeme.content.begin = at_;
    while (!is_active_quote(at_)) at_ = end_of(at_);
    lexeme.content.end = at_;
    at_ = end_of_particle(text_, end_of(at_));
  }

  /// A parenthesis inside a word is its own: print(x) is a word.
  void read_word(Lexeme& lexeme) {
    std::size_t inner = 0;
    lexeme.content.begin = at_;
    for (; at_ < text_.size() && at_ != split_ && !is_gap(at_) && !is_active_quote(at_);
         at_ = end_of(at_)) {
      if (text_[at_] == ')' && inner-- == 0) break;
      if (text_[at_] == '(') ++inner;
    }
    lexeme.content.end = at_;
    if (lexeme.sign == Occurrence::plain && lexeme.field.empty())
      lexeme.kind = word_or_sign(lexeme);
  }

  [[nodiscard]] Kind word_or_sign(const Lexeme& lexeme) const {
    const std::string_view word = slice(text_, lexeme.content);
    if (word == "AND") return Kind::and_sign;
    if (word == "OR") return Kind::or_sign;
    if (word == "NOT") return Kind::not_sign;
    return Kind::word;
  }

  std::string_view text_;
  const std::vector<index::FacetKey>& facets_;
  std::vector<Note>& notes_;
  Quotes quotes_;
  std::size_t unpaired_;
  std::size_t split_ = std::string_view::npos;  ///< the colon behind a word that names no field
  std::size_t at_ = 0;
  bool may_sign_ = true;
  std::vector<Lexeme> lexemes_;
};

bool ends_operand(const Lexeme& lexeme) {
  return lexeme.kind == Kind::word || lexeme.kind == Kind::phrase || lexeme.kind == Kind::close;
}

bool starts_operand(const Lexeme& lexeme) {
  return lexeme.kind == Kind::word || lexeme.kind == Kind::phrase || lexeme.kind == Kind::open ||
         lexeme.kind == Kind::not_sign;
}

bool is_operator(const Lexeme& lexeme) {
  return lexeme.kind == Kind::and_sign || lexeme.kind == Kind::or_sign ||
         lexeme.kind == Kind::not_sign;
}

/// Of two operators in a row the second says nothing that the first did not.
void drop_doubled_operators(std::vector<Lexeme>& lexemes, std::vector<Note>& notes) {
  std::vector<Lexeme> kept;
  for (Lexeme& lexeme : lexemes) {
    const bool joins = is_operator(lexeme) && lexeme.kind != Kind::not_sign;
    if (joins && !kept.empty() && is_operator(kept.back()))
      notes.push_back({"the second of two operators was left out", lexeme.span});
    else
      kept.push_back(std::move(lexeme));
  }
  lexemes = std::move(kept);
}

/// From the right, so that a NOT which turned out a word is an operand to what stands before it.
void turn_dangling_operators_into_words(std::vector<Lexeme>& lexemes, std::string_view text,
                                        std::vector<Note>& notes) {
  for (std::size_t i = lexemes.size(); i-- > 0;) {
    if (!is_operator(lexemes[i])) continue;
    const bool right = i + 1 < lexemes.size() && starts_operand(lexemes[i + 1]);
    const bool left = lexemes[i].kind == Kind::not_sign || (i > 0 && ends_operand(lexemes[i - 1]));
    if (left && right) continue;
    lexemes[i].kind = Kind::word;
    notes.push_back(
        {format("{} joins nothing here; it was read as a word", slice(text, lexemes[i].content)),
         lexemes[i].span});
  }
}

}  // namespace

bool is_space(char32_t c) noexcept {
  return c <= U' ' || c == 0x7F || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_blank(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();)
    if (!is_space(text::next_code_point(text, at))) return false;
  return true;
}

std::vector<Lexeme> split_query(std::string_view text, const std::vector<index::FacetKey>& facets,
                                std::vector<Note>& notes) {
  std::vector<Lexeme> lexemes = Lexer(text, facets, notes).run();
  drop_doubled_operators(lexemes, notes);
  turn_dangling_operators_into_words(lexemes, text, notes);
  return lexemes;
}

}  // namespace geul::query
