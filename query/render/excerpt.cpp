// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/excerpt.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "common/text/utf8.hpp"
#include "query/render/borders.hpp"
#include "query/render/window.hpp"

namespace geul::query {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_blank(char32_t c) {
  return is_white_space(c) || is_control(c);
}

ByteSpan without_blanks_around(std::string_view text, ByteSpan span) {
  while (span.begin < span.end) {
    std::size_t next = span.begin;
    if (!is_blank(text::next_code_point(text, next))) break;
    span.begin = std::min(next, span.end);
  }
  while (span.begin < span.end) {
    std::size_t last = backward(text, span.end, 1);
    const std::size_t before = last;
    if (!is_blank(text::next_code_point(text, last))) break;
    span.end = std::max(before, span.begin);
  }
  return span;
}

/// Copies a span of a text, each run of blanks as one space, and takes highlights along.
class LineCopy {
 public:
  LineCopy(std::string_view text, ByteSpan span) : text_(text), span_(span), at_(span.begin) {}

  Excerpt run(const std::vector<ByteSpan>& highlights) {
    for (const ByteSpan& highlight : highlights) {
      const ByteSpan part{std::max(highlight.begin, at_), std::min(highlight.end, span_.end)};
      if (part.begin >= part.end) continue;
      copy_to(part.begin);
      if (pending_space_) put_space();
      const std::size_t begin = excerpt_.text.size();
      copy_to(part.end);
      if (excerpt_.text.size() > begin)
        excerpt_.highlights.push_back({begin, excerpt_.text.size()});
    }
    copy_to(span_.end);
    return std::move(excerpt_);
  }

 private:
  void put_space() {
    pending_space_ = false;
    if (!excerpt_.text.empty()) excerpt_.text += ' ';
  }
  void copy_to(std::size_t end) {
    while (at_ < end) {
      const std::size_t begin = at_;
      if (is_blank(text::next_code_point(text_, at_))) {
        pending_space_ = true;
        continue;
      }
      at_ = std::min(at_, span_.end);
      if (pending_space_) put_space();
      excerpt_.text.append(text_, begin, at_ - begin);
    }
  }

  std::string_view text_;
  ByteSpan span_;
  std::size_t at_;
  bool pending_space_ = false;
  Excerpt excerpt_;
};

Excerpt cut_out(std::string_view text, ByteSpan window, const std::vector<WordMatch>& matches) {
  const ByteSpan all = without_blanks_around(text, {0, text.size()});
  const ByteSpan span = without_blanks_around(text, widen(text, window));
  Excerpt excerpt = LineCopy(text, span).run(spans_of(matches));
  excerpt.cut_before = span.begin > all.begin;
  excerpt.cut_after = span.end < all.end;
  return excerpt;
}

/// A text that an excerpt may come from.
struct Source {
  std::string_view text;
  const index::Section* section = nullptr;
  std::vector<WordMatch> matches = {};
  Window window = {};
};

/// Prose is preferred to code, and a section, which has an anchor, to the summary.
constexpr double kSecondChoice = 0.9;

class Chooser {
 public:
  Chooser(const index::Document& document, const Highlighter& highlighter)
      : document_(document), highlighter_(highlighter) {}

  Showing run() {
    Showing showing;
    showing.title = spans_of(highlighter_.find(document_.title));
    consider(Source{document_.summary}, kSecondChoice, 0);
    for (const index::Section& section : document_.sections) consider_section(section);
    std::ranges::stable_sort(sections_, std::ranges::greater{}, &SectionMatch::words);
    if (sections_.size() > kMaxSections) sections_.resize(kMaxSections);
    showing.sections = std::move(sections_);
    if (best_.text.empty()) best_ = beginning();
    showing.excerpt = cut_out(best_.text, best_.window.span, best_.matches);
    if (best_.section != nullptr) {
      showing.heading = best_.section->heading;
      showing.anchor = best_.section->anchor;
    }
    return showing;
  }

 private:
  void consider_section(const index::Section& section) {
    words_.clear();
    double in_heading = 0;
    for (const WordMatch& match : highlighter_.find(section.heading))
      if (words_.insert(match.word).second) in_heading += highlighter_.heading_weight(match.word);
    consider(Source{section.text, &section}, 1, in_heading);
    consider(Source{section.code, &section}, kSecondChoice, in_heading);
    if (!words_.empty())
      sections_.push_back({section.heading, section.anchor, section.level, words_.size()});
  }

  /// A text under a heading that matches need not match itself: then its beginning is shown.
  void consider(Source source, double share, double heading_score) {
    source.matches = highlighter_.find(source.text);
    for (const WordMatch& match : source.matches) words_.insert(match.word);
    source.window = best_window(source.text, source.matches, highlighter_);
    const double score = share * source.window.score + heading_score;
    if (source.text.empty() || score <= best_score_) return;
    best_score_ = score;
    best_ = std::move(source);
  }

  [[nodiscard]] Source beginning() const {
    if (!document_.summary.empty()) return {document_.summary};
    for (const index::Section& section : document_.sections)
      if (!section.text.empty()) return {section.text, &section};
    for (const index::Section& section : document_.sections)
      if (!section.code.empty()) return {section.code, &section};
    return {};
  }

  const index::Document& document_;
  const Highlighter& highlighter_;
  Source best_ = {};
  double best_score_ = 0;
  std::set<std::uint32_t> words_;  ///< of the section at hand
  std::vector<SectionMatch> sections_;
};

}  // namespace

Showing show(const index::Document& document, const Highlighter& highlighter) {
  return Chooser(document, highlighter).run();
}

Excerpt make_excerpt(std::string_view text, const Highlighter& highlighter) {
  const std::vector<WordMatch> matches = highlighter.find(text);
  return cut_out(text, best_window(text, matches, highlighter).span, matches);
}

}  // namespace geul::query
