// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

/// A shortcode's words that readers see: caption="…", alt="…", title="…" (the first of them).
std::string_view shown_words(std::string_view tag) {
  for (const std::string_view key : {"caption=\"", "alt=\"", "title=\""}) {
    const std::size_t at = tag.find(key);
    if (at == tag.npos || (at > 0 && !is_blank(tag[at - 1]))) continue;
    const std::size_t begin = at + key.size();
    const std::size_t end = tag.find('"', begin);
    if (end != tag.npos && end > begin) return tag.substr(begin, end - begin);
  }
  return {};
}

/// Whether the bytes before `at` are a link's "](…": what a template prints there is an address.
bool in_link_target(const MarkdownCopy& copy, std::size_t at) {
  constexpr std::size_t kFarthest = 200;
  for (std::size_t i = at; i > 0 && at - i < kFarthest; --i) {
    const char c = copy[i - 1];
    if (c == '(' && i > 1) return copy[i - 2] == ']';
    if (c == ' ' || c == ')' || c == '\n') return false;
  }
  return false;
}

void blank_tag(MarkdownCopy& copy, std::size_t begin, std::size_t end) {
  if (in_link_target(copy, begin)) {
    // A filler would end the target, which holds no control characters.
    for (std::size_t i = begin; i < end; ++i)
      if (copy[i] != '\n') copy.put(i, 'x');
    return;
  }
  const std::string_view shown = shown_words(copy.text().substr(begin, end - begin));
  const std::size_t middle =
      shown.empty() ? end : static_cast<std::size_t>(shown.data() - copy.text().data());
  copy.blank(begin, middle);
  copy.blank(middle + shown.size(), end);
}

std::string_view word_of(std::string_view tag) {
  tag.remove_prefix(2);
  while (!tag.empty() && (is_blank(tag.front()) || tag.front() == '-')) tag.remove_prefix(1);
  std::size_t end = 0;
  while (end < tag.size() && is_name_char(tag[end])) ++end;
  return tag.substr(0, end);
}

/// Walks "{%" and "{{" together, since {% raw %} makes text of both.
class TemplateWalker {
 public:
  explicit TemplateWalker(MarkdownCopy& copy)
      : copy_(copy),
        openings_(copy.text(), "{"),
        tag_ends_(copy.text(), "%}"),
        value_ends_(copy.text(), "}}"),
        paragraph_ends_(copy.text(), "\n\n"),
        raw_ends_(copy.text(), "endraw"),
        comment_ends_(copy.text(), "endcomment") {}

  void run() {
    for (std::size_t at = openings_.next(0); at != npos && at + 1 < copy_.size();)
      at = openings_.next(step(at));
  }

 private:
  static constexpr std::size_t npos = std::string_view::npos;

  /// Handles the '{' at `at`; returns where to go on.
  std::size_t step(std::size_t at) {
    const char second = copy_[at + 1];
    if ((second != '%' && second != '{') || copy_.is_code(at)) return at + 1;
    const std::size_t close = second == '%' ? tag_ends_.next(at + 2) : value_ends_.next(at + 2);
    if (close == npos || close > paragraph_ends_.next(at)) return at + 2;
    const std::size_t end = close + 2;
    const std::string_view word =
        second == '%' ? word_of(copy_.text().substr(at, end - at)) : std::string_view{};
    if (word == "raw" || word == "verbatim") return skip_to(at, end, Inside::keep);
    if (word == "comment") return skip_to(at, end, Inside::drop);
    blank_tag(copy_, at, end);
    return end;
  }

  enum class Inside { keep, drop };

  /// Goes on behind the tag that ends a block: {% endraw %}, {% endcomment %}.
  std::size_t skip_to(std::size_t begin, std::size_t end, Inside inside) {
    Finder& closings = inside == Inside::keep ? raw_ends_ : comment_ends_;
    const std::size_t close = closings.next(end);
    if (close == npos) {
      copy_.blank(begin, end);
      return end;
    }
    const std::size_t open = copy_.text().rfind('{', close);
    const std::size_t behind = std::min(tag_ends_.next(close), copy_.size() - 2) + 2;
    copy_.blank(begin, inside == Inside::keep ? end : std::max(open, end));
    copy_.blank(std::max(open, end), behind);
    return behind;
  }

  MarkdownCopy& copy_;
  Finder openings_;
  Finder tag_ends_;
  Finder value_ends_;
  Finder paragraph_ends_;
  Finder raw_ends_;
  Finder comment_ends_;
};

}  // namespace

void blank_templates(MarkdownCopy& copy) {
  TemplateWalker(copy).run();
}

}  // namespace geul::indexer
