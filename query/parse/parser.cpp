// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "common/base/format.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"
#include "query/parse/days.hpp"
#include "query/parse/lexer.hpp"
#include "query/parse/typed.hpp"

namespace geul::query {
namespace {

using Kind = Lexeme::Kind;

/// Shorter beginnings stand for too much: one Hangul syllable is enough, or two of anything else.
bool is_long_enough_for_prefix(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Script script = text::script_of(text::next_code_point(text, at));
    if (script == text::Script::other || script == text::Script::mark) continue;
    letters += script == text::Script::hangul ? 2 : 1;
  }
  return letters >= 2;
}

Occurrence opposite(Occurrence occurrence) {
  return occurrence == Occurrence::must_not ? Occurrence::plain : Occurrence::must_not;
}

class Parser {
 public:
  Parser(TypedQuery& query, std::vector<Lexeme> lexemes)
      : query_(query), lexemes_(std::move(lexemes)) {}

  TypedNode run() {
    TypedNode root = read_list();
    while (at_ < lexemes_.size()) {  // a closing parenthesis that nothing opened
      note("a closing parenthesis without its partner was left out", lexemes_[at_++].span);
      std::ranges::move(read_list().children, std::back_inserter(root.children));
    }
    return root;
  }

 private:
  [[nodiscard]] bool next_is(Kind kind) const {
    return at_ < lexemes_.size() && lexemes_[at_].kind == kind;
  }
  void note(std::string message, ByteSpan span) {
    query_.notes.push_back({std::move(message), span});
  }

  /// Up to the parenthesis that closes it, which stays.
  TypedNode read_list() {
    TypedNode list;
    list.kind = TypedNode::Kind::list;
    while (at_ < lexemes_.size() && !(next_is(Kind::close) && passed_over_ == 0)) {
      if (next_is(Kind::close)) {
        --passed_over_;
        ++at_;
      } else if (TypedNode child = read_any(); !is_empty(child)) {
        list.children.push_back(std::move(child));
      }
    }
    return list;
  }

  TypedNode read_any() {
    return read_joined(TypedNode::Kind::any, Kind::or_sign, &Parser::read_all);
  }
  TypedNode read_all() {
    return read_joined(TypedNode::Kind::all, Kind::and_sign, &Parser::read_operand);
  }

  TypedNode read_joined(TypedNode::Kind kind, Kind sign, TypedNode (Parser::*read)()) {
    TypedNode first = (this->*read)();
    if (!next_is(sign)) return first;
    TypedNode joined;
    joined.kind = kind;
    add(joined, std::move(first));
    while (next_is(sign)) {
      ++at_;
      add(joined, (this->*read)());
    }
    return simplified(std::move(joined));
  }

  TypedNode read_operand() {
    bool negated = false;
    for (; next_is(Kind::not_sign); ++at_) negated = !negated;
    TypedNode node = at_ < lexemes_.size() ? read_primary() : empty_list();
    if (negated) node.occurrence = opposite(node.occurrence);
    return node;
  }

  TypedNode read_primary() {
    const Lexeme& lexeme = lexemes_[at_];
    if (lexeme.kind == Kind::close) return empty_list();  // the list takes it
    ++at_;
    if (lexeme.kind == Kind::open) return read_group(lexeme);
    TypedNode node;
    node.kind = lexeme.kind == Kind::phrase ? TypedNode::Kind::phrase : TypedNode::Kind::word;
    node.occurrence = lexeme.sign;
    node.field = lexeme.field;
    node.content = lexeme.content;
    node.span = lexeme.span;
    const bool is_date = node.field.empty() ? in_dates_ : node.field == kDateField;
    if (node.kind == TypedNode::Kind::word && is_date) take_words_of_date(node);
    node.text = slice(query_.text, node.content);
    if (node.kind == TypedNode::Kind::word) read_asterisk(node);
    return node;
  }

  /// A date goes on over the plain words behind it, as many as leave it one.
  void take_words_of_date(TypedNode& node) {
    constexpr std::size_t kMostWords = 12;
    const std::size_t begin = node.content.begin;
    const std::size_t most = std::min(lexemes_.size(), at_ + kMostWords);
    for (std::size_t next = at_; next < most && is_plain_word(lexemes_[next]); ++next) {
      const std::size_t end = lexemes_[next].content.end;
      if (!is_written_as_days(slice(query_.text, {begin, end}))) continue;
      node.content.end = node.span.end = end;
      at_ = next + 1;
    }
  }
  static bool is_plain_word(const Lexeme& lexeme) {
    return lexeme.kind == Kind::word && lexeme.sign == Occurrence::plain && lexeme.field.empty();
  }

  void read_asterisk(TypedNode& node) {
    if (node.text.size() < 2 || node.text.back() != '*') return;
    const std::string begin = node.text.substr(0, node.text.size() - 1);
    if (begin.find('*') != std::string::npos) return;
    if (!is_long_enough_for_prefix(begin)) {
      note(format("\"{}\" is too short a beginning; it was read as a word", node.text), node.span);
      return;
    }
    node.kind = TypedNode::Kind::prefix;
    node.text = begin;
    --node.content.end;
  }

  TypedNode read_group(const Lexeme& open) {
    if (depth_ >= kMaxNesting) return pass_over(open);
    ++depth_;
    const std::size_t outer = std::exchange(passed_over_, 0);
    const bool outer_dates = in_dates_;
    if (!open.field.empty()) in_dates_ = open.field == kDateField;
    TypedNode group = read_list();
    in_dates_ = outer_dates;
    passed_over_ = outer;
    --depth_;
    group.span = {open.span.begin, query_.text.size()};
    if (next_is(Kind::close)) {
      group.span.end = lexemes_[at_++].span.end;
    } else {
      note("a parenthesis without its partner was closed at the end", open.span);
    }
    return with_sign(std::move(group), open);
  }

  static TypedNode with_sign(TypedNode group, const Lexeme& open) {
    if (open.field.empty()) group = simplified(std::move(group));
    if (group.occurrence == Occurrence::plain) {
      group.occurrence = open.sign;
      group.field = group.field.empty() ? open.field : group.field;
      return group;
    }
    if (open.sign == Occurrence::plain) return group;
    TypedNode outer;
    outer.kind = TypedNode::Kind::list;
    outer.occurrence = open.sign;
    outer.span = group.span;
    outer.children.push_back(std::move(group));
    return outer;
  }

  TypedNode pass_over(const Lexeme& open) {
    if (!std::exchange(nested_too_deep_, true))
      note(format("parentheses deeper than {} were left out", kMaxNesting), open.span);
    ++passed_over_;
    return empty_list();
  }

  static TypedNode empty_list() {
    TypedNode list;
    list.kind = TypedNode::Kind::list;
    return list;
  }
  static bool is_empty(const TypedNode& node) {
    return node.kind == TypedNode::Kind::list && node.children.empty();
  }
  static void add(TypedNode& parent, TypedNode child) {
    if (!is_empty(child)) parent.children.push_back(std::move(child));
  }
  /// A group of one, without sign or field of its own, is that one.
  static TypedNode simplified(TypedNode group) {
    if (group.children.size() == 1) return TypedNode(std::move(group.children.front()));
    if (group.children.empty()) return empty_list();
    if (group.span.empty())
      group.span = {group.children.front().span.begin, group.children.back().span.end};
    return group;
  }

  TypedQuery& query_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t passed_over_ = 0;  ///< parentheses of this list that were opened too deep
  bool nested_too_deep_ = false;
  bool in_dates_ = false;  ///< within date:( … )
};

/// The front of `text`, which is longer, up to the last space before kMaxQueryBytes; up to the last
/// whole character where there is no space behind a word.
std::string_view cut(std::string_view text) {
  const std::string_view front = text::clip(text, kMaxQueryBytes);
  std::size_t behind = front.size();
  if (is_space(text::next_code_point(text, behind))) return front;
  std::size_t end = front.size();
  for (std::size_t at = 0; at < front.size();) {
    const std::size_t begin = at;
    if (is_space(text::next_code_point(front, at))) end = begin;
  }
  const std::string_view words = front.substr(0, end);
  return is_blank(words) ? front : words;
}

std::string readable(std::string_view bytes, std::vector<Note>& notes) {
  constexpr std::size_t kLongestCharacter = 4;  // so that a cut character is cut off again
  const std::string_view front = bytes.substr(0, kMaxQueryBytes + kLongestCharacter);
  if (!text::is_utf8(bytes)) notes.push_back({"bytes that are no UTF-8 were replaced", {}});
  std::string text = text::to_utf8(front);
  if (text.size() <= kMaxQueryBytes) return text;
  notes.push_back({format("the query is longer than {} bytes and was cut", kMaxQueryBytes), {}});
  return std::string{cut(text)};
}

}  // namespace

TypedQuery parse(std::string_view query, const std::vector<index::FacetKey>& facets) {
  TypedQuery typed;
  typed.text = readable(query, typed.notes);
  typed.root = Parser(typed, split_query(typed.text, facets, typed.notes)).run();
  typed.root.span = {0, typed.text.size()};
  if (typed.root.children.size() == 1) {
    TypedNode only = std::move(typed.root.children.front());
    typed.root = std::move(only);
  }
  std::ranges::stable_sort(typed.notes, {}, [](const Note& note) { return note.span.begin; });
  return typed;
}

}  // namespace geul::query
