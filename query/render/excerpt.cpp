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

Excerpt cut_out(std::string_view text, ByteSpan window, const std::vector<WordMatch>& matches,
                ExcerptLength length) {
  const ByteSpan all = without_blanks_around(text, {0, text.size()});
  const ByteSpan span = without_blanks_around(text, widen(text, window, length));
  Excerpt excerpt = LineCopy(text, span).run(spans_of(matches));
  excerpt.cut_before = span.begin > all.begin;
  excerpt.cut_after = span.end < all.end;
  return excerpt;
}

/// A text that an excerpt may come from.
struct Source {
  std::string_view text = {};
  std::vector<WordMatch> matches = {};
  Window window = {};
  double score = 0;
};

/// A section with words of the query.
struct Candidate {
  const index::Section* section = nullptr;
  Source source;
  std::vector<WordMatch> in_heading;
  std::size_t words = 0;
  double score = 0;
};

/// Prose is preferred to code, and a section, which has an anchor, to the summary.
constexpr double kSecondChoice = 0.9;
/// What a word counts that a section has, but not in its heading or best passage.
constexpr double kElsewhere = 0.2;

class Chooser {
 public:
  Chooser(const index::Document& document, const Highlighter& highlighter, ExcerptLength length)
      : document_(document), highlighter_(highlighter), length_(length) {}

  Showing run() {
    Showing showing;
    showing.title = spans_of(highlighter_.find(document_.title));
    const Source summary = source_of(document_.summary, kSecondChoice);
    for (std::size_t i = 0; i < document_.sections.size(); ++i) consider(i);
    std::ranges::stable_sort(candidates_, std::ranges::greater{}, &Candidate::score);
    const auto best = std::ranges::find_if(
        candidates_, [](const Candidate& each) { return !each.source.text.empty(); });
    if (best != candidates_.end() && best->score > summary.score)
      show_section(*best, showing);
    else
      show_other(summary.score > 0 ? summary : beginning(showing), showing);
    if (candidates_.size() > kMaxSections) candidates_.resize(kMaxSections);
    for (const Candidate& each : candidates_) showing.sections.push_back(match_of(each));
    return showing;
  }

 private:
  [[nodiscard]] Source source_of(std::string_view text, double share) const {
    Source source{text, highlighter_.find(text)};
    source.window = best_window(text, source.matches, highlighter_, length_);
    source.score = share * source.window.score;
    return source;
  }

  void consider(std::size_t index) {
    const index::Section& section = document_.sections[index];
    Source text = source_of(section.text, 1);
    Source code = source_of(section.code, kSecondChoice);
    Candidate candidate{&section, {}, highlighter_.find(section.heading), 0, 0};
    rate(candidate, text, code);
    if (candidate.words == 0) return;
    const bool shows_code = code.score > text.score || text.text.empty();
    candidate.source = shows_code ? std::move(code) : std::move(text);
    if (candidate.source.text.empty()) candidate.source = source_of(text_below(index), 0);
    candidates_.push_back(std::move(candidate));
  }

  /// Words and score of the candidate, which has no source yet.
  void rate(Candidate& candidate, const Source& text, const Source& code) {
    const Source& better = code.score > text.score ? code : text;
    std::set<std::uint32_t> seen;
    const auto is_new = [&seen](const WordMatch& match) { return seen.insert(match.word).second; };
    candidate.score = better.score;
    for (const WordMatch& match : candidate.in_heading)
      if (is_new(match)) candidate.score += highlighter_.heading_weight(match.word);
    for (const WordMatch& match : better.matches)
      if (is_within(match.span, better.window.span)) is_new(match);
    for (const Source* source : {&text, &code})
      for (const WordMatch& match : source->matches)
        if (is_new(match)) candidate.score += kElsewhere * highlighter_.weight(match.word);
    candidate.words = seen.size();
  }
  static bool is_within(ByteSpan inner, ByteSpan outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
  }

  /// The first text under the headings below the one at `index`.
  [[nodiscard]] std::string_view text_below(std::size_t index) const {
    const int level = document_.sections[index].level;
    for (std::size_t i = index + 1; i < document_.sections.size(); ++i) {
      const index::Section& below = document_.sections[i];
      if (below.level <= level) break;
      if (!below.text.empty()) return below.text;
    }
    return {};
  }

  void show_section(const Candidate& best, Showing& showing) const {
    showing.heading = best.section->heading;
    showing.anchor = best.section->anchor;
    showing.leads_to_section = !showing.heading.empty() && !showing.anchor.empty();
    showing.excerpt = excerpt_of(best.source);
  }
  void show_other(const Source& source, Showing& showing) const {
    showing.excerpt = excerpt_of(source);
  }
  [[nodiscard]] Excerpt excerpt_of(const Source& source) const {
    return cut_out(source.text, source.window.span, source.matches, length_);
  }

  [[nodiscard]] SectionMatch match_of(const Candidate& candidate) const {
    const index::Section& section = *candidate.section;
    return {section.heading,
            section.anchor,
            section.level,
            candidate.words,
            spans_of(candidate.in_heading),
            excerpt_of(candidate.source)};
  }

  [[nodiscard]] Source beginning(Showing& showing) const {
    if (!document_.summary.empty()) return {document_.summary};
    for (const index::Section& section : document_.sections)
      if (!section.text.empty()) return of_section(section, section.text, showing);
    for (const index::Section& section : document_.sections)
      if (!section.code.empty()) return of_section(section, section.code, showing);
    return {};
  }
  static Source of_section(const index::Section& section, std::string_view text, Showing& showing) {
    showing.heading = section.heading;
    showing.anchor = section.anchor;
    return {text};
  }

  const index::Document& document_;
  const Highlighter& highlighter_;
  ExcerptLength length_;
  std::vector<Candidate> candidates_;
};

}  // namespace

Showing show(const index::Document& document, const Highlighter& highlighter,
             ExcerptLength length) {
  return Chooser(document, highlighter, length).run();
}

Excerpt make_excerpt(std::string_view text, const Highlighter& highlighter, ExcerptLength length) {
  const std::vector<WordMatch> matches = highlighter.find(text);
  return cut_out(text, best_window(text, matches, highlighter, length).span, matches, length);
}

}  // namespace geul::query
