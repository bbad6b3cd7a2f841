// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_content.hpp"

#include <functional>

#include "indexer/html/page_marks.hpp"
#include "indexer/html/page_text.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

using Roots = std::vector<std::size_t>;
using Test = std::function<bool(std::size_t node)>;

/// The outermost elements within a node that pass, none of them in what is ignored or unseen.
Roots outermost(const PageTree& page, std::size_t within, const Test& passes) {
  Roots found;
  for (std::size_t i = within; i < page[within].end;) {
    const bool text = page[i].is_text();
    const bool passed = !text && i != within && passes(i);
    const bool left_out = !text && (ignored_of(page, i) != Ignore::nothing || is_unseen(page, i));
    if (passed && !left_out) found.push_back(i);
    i = passed || left_out ? page[i].end : i + 1;
  }
  return found;
}

bool has_role(const PageTree& page, std::size_t node, std::string_view role) {
  return page.attribute(node, "role") == role;
}

/// Bytes of text, white space at its ends apart.
std::size_t text_size(const PageTree& page, std::size_t node) {
  std::size_t size = 0;
  for (std::size_t i = node; i < page[node].end;) {
    if (!page[i].is_text() && i != node && is_frame(page, i, Asides::leave_out)) {
      i = page[i].end;
      continue;
    }
    size += trim(page[i].text).size();
    ++i;
  }
  return size;
}

std::size_t body_of(const PageTree& page) {
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page[i].name == "body") return i;
  return 0;
}

}  // namespace

PageContent find_content(const PageTree& page) {
  PageContent content;
  const Roots mains = outermost(
      page, 0, [&](std::size_t i) { return page[i].name == "main" || has_role(page, i, "main"); });
  content.frame = mains.empty() ? body_of(page) : mains.front();
  const Roots articles = outermost(page, content.frame, [&](std::size_t i) {
    return page[i].name == "article" || has_role(page, i, "article");
  });
  content.lists_posts = articles.size() > 1;
  content.roots =
      outermost(page, 0, [&](std::size_t i) { return mark_of(page, i, "body").has_value(); });
  content.is_marked = !content.roots.empty();
  if (content.is_marked) return content;
  const bool article = articles.size() == 1 &&
                       2 * text_size(page, articles.front()) >= text_size(page, content.frame);
  content.roots = {article ? articles.front() : content.frame};
  return content;
}

}  // namespace geul::indexer
