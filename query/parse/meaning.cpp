// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/jamo.hpp"
#include "common/base/format.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "query/parse/days.hpp"
#include "query/parse/lexer.hpp"
#include "query/parse/meant.hpp"
#include "query/parse/passage.hpp"

namespace geul::query {
namespace {

/// What a field before a group says of everything in it.
struct Context {
  std::optional<index::Field> field;
  std::optional<index::FacetKey> facet;
  bool date = false;
};

Context context_of(const TypedNode& node, const Context& outer) {
  if (node.field.empty()) return outer;
  if (node.field == kDateField) return {{}, {}, true};
  if (const auto field = index::field_named(node.field)) return {field, {}, false};
  return {{}, index::FacetKey(node.field), false};
}

bool is_free(const Context& context) {
  return !context.field && !context.facet && !context.date;
}

bool is_name_field(const Context& context) {
  return context.facet ||
         (context.field && index::info(*context.field).kind == index::FieldKind::name);
}

bool is_empty_list(const MeantNode& node) {
  return node.kind == MeantNode::Kind::list && node.children.empty();
}

MeantNode::Kind kind_of(TypedNode::Kind kind) {
  switch (kind) {
    case TypedNode::Kind::word:
      return MeantNode::Kind::words;
    case TypedNode::Kind::phrase:
      return MeantNode::Kind::phrase;
    case TypedNode::Kind::prefix:
      return MeantNode::Kind::prefix;
    case TypedNode::Kind::list:
      return MeantNode::Kind::list;
    case TypedNode::Kind::all:
      return MeantNode::Kind::all;
    case TypedNode::Kind::any:
      return MeantNode::Kind::any;
  }
  return MeantNode::Kind::list;
}

/// Whether the node is about what a post says, not about which posts to look at.
bool says_something(const MeantNode& node) {
  return node.occurrence != Occurrence::must_not && node.kind != MeantNode::Kind::name &&
         node.kind != MeantNode::Kind::days && !node.facet;
}

class Resolver {
 public:
  Resolver(analysis::Analyzer& analyzer, const Day& today, std::vector<Note>& notes)
      : analyzer_(analyzer), today_(today), notes_(notes) {}

  MeantNode resolve(const TypedNode& typed, const Context& outer) {
    const Context context = context_of(typed, outer);
    MeantNode node;
    node.kind = kind_of(typed.kind);
    node.occurrence = typed.occurrence;
    node.field = context.field;
    node.facet = context.facet;
    node.span = typed.span;
    if (!typed.children.empty() || node.kind == MeantNode::Kind::list)
      return resolve_group(typed, std::move(node), context);
    if (context.date) return resolve_date(typed, std::move(node));
    return resolve_leaf(typed, std::move(node), context);
  }

 private:
  MeantNode resolve_group(const TypedNode& typed, MeantNode node, const Context& context) {
    node.field.reset();
    node.facet.reset();
    // Whoever names a field for several words wants them all there.
    if (node.kind == MeantNode::Kind::list && !is_free(context)) node.kind = MeantNode::Kind::all;
    for (std::size_t i = 0; i < typed.children.size();) {
      const std::size_t end = is_free(context) ? end_of_plain_words(typed, i) : i;
      if (end > i) {
        add_plain_words(typed, i, end, node);
        i = end;
      } else {
        add(node, resolve(typed.children[i++], context));
      }
    }
    if (node.children.empty()) node.kind = MeantNode::Kind::list;
    if (node.kind == MeantNode::Kind::all && node.children.size() == 1 &&
        node.occurrence == Occurrence::plain)
      return MeantNode(std::move(node.children.front()));
    if (node.kind == MeantNode::Kind::list) mark_function_words(node);
    return node;
  }

  static bool is_plain_word(const TypedNode& node) {
    return node.kind == TypedNode::Kind::word && node.field.empty() &&
           node.occurrence != Occurrence::must_not;
  }
  static std::size_t end_of_plain_words(const TypedNode& typed, std::size_t begin) {
    std::size_t end = begin;
    if (typed.kind != TypedNode::Kind::list) return end;
    while (end < typed.children.size() && is_plain_word(typed.children[end])) ++end;
    return end;
  }

  void add_plain_words(const TypedNode& typed, std::size_t begin, std::size_t end,
                       MeantNode& parent) {
    const std::vector<TypedNode> typed_words = joined_initials(typed, begin, end);
    Passage passage;
    for (const TypedNode& word : typed_words) passage.add(word.text, word.content.begin);
    auto words = passage.analyze(analyzer_);
    for (std::size_t i = 0; i < typed_words.size(); ++i) {
      MeantNode node;
      node.kind = MeantNode::Kind::words;
      node.occurrence = typed_words[i].occurrence;
      node.span = typed_words[i].span;
      node.text = typed_words[i].text;
      node.words = std::move(words[i]);
      add_said(parent, std::move(node));
    }
  }

  /// Spaces between initials mean nothing: ㅋㅂ ㄴㅌㅅ is one word.
  static std::vector<TypedNode> joined_initials(const TypedNode& typed, std::size_t begin,
                                                std::size_t end) {
    std::vector<TypedNode> words;
    for (std::size_t i = begin; i < end; ++i) {
      const TypedNode& word = typed.children[i];
      if (words.empty() || !are_initials(words.back()) || !are_initials(word)) {
        words.push_back(word);
        continue;
      }
      words.back().text += word.text;
      words.back().span.end = word.span.end;
    }
    return words;
  }

  static bool are_initials(const TypedNode& word) {
    if (word.occurrence != Occurrence::plain) return false;
    for (std::size_t at = 0; at < word.text.size();)
      if (!analysis::is_consonant(text::next_code_point(word.text, at))) return false;
    return true;
  }

  MeantNode resolve_date(const TypedNode& typed, MeantNode node) {
    const auto days = read_days(typed.text, today_);
    if (!days) {
      notes_.push_back(
          {format("\"{}\" is no date or range of dates; it was left out", typed.text), typed.span});
      return {};
    }
    if (is_reversed(typed.text, today_))
      notes_.push_back(
          {format("\"{}\" runs backwards; it was turned round", typed.text), typed.span});
    node.kind = MeantNode::Kind::days;
    node.days = *days;
    return node;
  }

  MeantNode resolve_leaf(const TypedNode& typed, MeantNode node, const Context& context) {
    Passage passage;
    passage.add(typed.text, typed.content.begin);
    node.words = std::move(passage.analyze(analyzer_).front());
    node.text = typed.text;
    if (node.kind == MeantNode::Kind::prefix) node.text = text::fold(typed.text);
    if (is_name_field(context)) {
      node.text = text::fold_name(typed.text);
      if (node.kind != MeantNode::Kind::prefix) node.kind = MeantNode::Kind::name;
    }
    // No term is longer, so that a longer beginning finds what its front does.
    if (node.kind == MeantNode::Kind::prefix)
      node.text = text::clip(node.text, analysis::kMaxTermBytes);
    return node;
  }

  void add(MeantNode& parent, MeantNode child) {
    const bool leaf = child.children.empty();
    if (is_empty_list(child)) return;
    if (leaf && child.kind != MeantNode::Kind::days) return add_said(parent, std::move(child));
    parent.children.push_back(std::move(child));
  }

  /// Punctuation alone says nothing: it can be in no post.
  void add_said(MeantNode& parent, MeantNode leaf) {
    const bool named = leaf.kind == MeantNode::Kind::name || leaf.facet;
    const bool nameable = named && !leaf.text.empty();
    if (!leaf.words.empty() || nameable) return parent.children.push_back(std::move(leaf));
    notes_.push_back({format("\"{}\" holds no word and was left out", leaf.text), leaf.span});
  }

  static bool is_function_word(const MeantNode& node) {
    return node.kind == MeantNode::Kind::words && node.occurrence == Occurrence::plain &&
           !node.field && analysis::is_function_word(node.text);
  }

  static void mark_function_words(MeantNode& list) {
    const bool others = std::ranges::any_of(list.children, [](const MeantNode& child) {
      return says_something(child) && !is_function_word(child);
    });
    if (!others) return;
    for (MeantNode& child : list.children) child.is_function_word = is_function_word(child);
  }

  analysis::Analyzer& analyzer_;
  Day today_;
  std::vector<Note>& notes_;
};

}  // namespace

MeantQuery resolve(const TypedQuery& typed, analysis::Analyzer& analyzer, const Day& today) {
  MeantQuery meant;
  TypedNode root = typed.root;
  if (root.kind != TypedNode::Kind::list || root.occurrence != Occurrence::plain ||
      !root.field.empty()) {
    TypedNode list;
    list.kind = TypedNode::Kind::list;
    list.span = root.span;
    list.children.push_back(std::move(root));
    root = std::move(list);
  }
  meant.root = Resolver(analyzer, today, meant.notes).resolve(root, {});
  if (is_empty_list(meant.root))
    meant.extent =
        is_blank(typed.text) ? MeantQuery::Extent::blank : MeantQuery::Extent::nothing_left;
  return meant;
}

}  // namespace geul::query
