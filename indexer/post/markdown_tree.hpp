// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmark.h>

#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace geul::indexer {

struct TreeDeleter {
  void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, TreeDeleter>;

/// CommonMark by cmark. Expects less than 1 GiB (cmark counts in int).
/// Throws std::bad_alloc where cmark gives none. (Without memory it ends the process itself.)
[[nodiscard]] inline MarkdownTree parse_markdown(std::string_view text) {
  MarkdownTree tree(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  if (!tree) throw std::bad_alloc();
  return tree;
}

/// Walks the tree without recursion, so that nesting costs no stack: calls visit(node, entering).
/// Throws std::bad_alloc where cmark has no memory for it.
template <class Visit>
void walk(cmark_node* root, Visit visit) {
  struct IterDeleter {
    void operator()(cmark_iter* iter) const noexcept { cmark_iter_free(iter); }
  };
  const std::unique_ptr<cmark_iter, IterDeleter> iter(cmark_iter_new(root));
  if (!iter) throw std::bad_alloc();
  for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get()))
    visit(cmark_iter_get_node(iter.get()), event == CMARK_EVENT_ENTER);
}

[[nodiscard]] inline std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view{} : std::string_view(literal);
}

/// The entities of a text (&amp;, &#44032;, &hellip;) as characters: cmark's own table, by way of
/// a paragraph in which all other punctuation is escaped.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace geul::indexer
