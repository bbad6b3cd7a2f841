// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/display.hpp"
#include "query/render/address.hpp"
#include "query/render/facet_text.hpp"
#include "query/render/ink.hpp"
#include "query/render/json.hpp"
#include "query/render/wrap.hpp"

namespace geul::query {
namespace {

constexpr std::string_view kIndent = "    ";

std::string joined(const std::vector<std::string>& words, std::string_view before) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out.append(before).append(word);
  }
  return out;
}

/// What a terminal opens: the section on the site, or the post's file, in which nothing opens an
/// anchor.
std::string target_of(const index::Document& post, std::string_view anchor) {
  return post.url.starts_with("http") ? url_of(post, anchor) : post.path;
}

std::string place_of(const index::Document& post, const Showing& showing, std::string_view folder) {
  const bool is_url = post.path.empty() && !post.url.empty();
  return is_url ? url_of(post, showing) : address_of(post, folder);
}

/// Date, categories, tags and authors in one line.
std::string details_of(const index::Document& post) {
  std::vector<std::string> parts;
  if (post.date) parts.push_back(to_iso(post.date->day));
  if (!post.categories.empty()) parts.push_back(joined(post.categories, ""));
  if (!post.tags.empty()) parts.push_back(joined(post.tags, "#"));
  if (!post.authors.empty()) parts.push_back(joined(post.authors, ""));
  std::string line;
  for (const std::string& part : parts) line += line.empty() ? part : "  " + part;
  return line;
}

/// Columns behind the indentation; those of any text where no width is given.
std::size_t room_of(const TextOptions& options) {
  if (options.width == 0) return std::string::npos;
  return std::max(options.width, kIndent.size() + 1) - kIndent.size();
}

std::string passage_of(const Excerpt& excerpt, const Ink& ink, const TextOptions& options) {
  if (excerpt.text.empty()) return {};
  const std::string before = excerpt.cut_before ? "… " : "";
  const std::string whole = before + excerpt.text + (excerpt.cut_after ? " …" : "");
  std::vector<ByteSpan> marks = excerpt.highlights;
  for (ByteSpan& mark : marks) mark = {mark.begin + before.size(), mark.end + before.size()};
  std::string text;
  for (const MarkedLine& line : wrap(whole, marks, room_of(options)))
    text += format("{}{}\n", kIndent, ink.passage(line.text, line.marks));
  return text;
}

std::string section_line(const index::Document& post, std::string_view heading,
                         std::string_view anchor, const Ink& ink, const TextOptions& options) {
  const std::string line = shortened(text::printable(format("§ {}", heading)), room_of(options));
  const std::string target = post.url.starts_with("http") ? url_of(post, anchor) : "";
  return format("{}{}\n", kIndent, ink.link(ink.faint(line), target));
}

/// The section of the excerpt, its passage, and the headings of the other sections.
std::string sections_text(const index::Document& post, const Showing& showing, const Ink& ink,
                          const TextOptions& options) {
  std::string text;
  if (!showing.heading.empty())
    text += section_line(post, showing.heading, showing.anchor, ink, options);
  text += passage_of(showing.excerpt, ink, options);
  for (const SectionMatch& section : showing.sections) {
    const bool shown = section.heading == showing.heading && section.anchor == showing.anchor;
    if (!section.heading.empty() && !shown)
      text += section_line(post, section.heading, section.anchor, ink, options);
  }
  return text;
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string line;
  for (const std::string_view name : names) line.append(line.empty() ? "" : ", ").append(name);
  return line;
}

std::string reason_line(const Reason& reason) {
  std::string line = reason.word;
  if (const auto place = place_of(reason); !place.empty()) line = format("{}:{}", place, line);
  std::string as;
  for (const analysis::Family family : reason.families)
    as += format("{}{}", as.empty() ? "" : ", ", name_of(family));
  if (!reason.stands_for.empty())
    line += format(" by {} for {}", name_of(reason.rung), reason.stands_for);
  return format("{} as {} ({})", line, as, joined(reason.terms, ""));
}

/// A line of the sum that is the score: 4.2137 컬리 (word B컬리).
std::string share_line(const Share& share) {
  std::string line = format("{:>9.4f}  {}", share.score, name_of(share.kind));
  if (!share.word.empty()) line += format(" {}", share.word);
  if (!share.term.empty()) line += format(" ({})", share.term);
  if (share.rung != Rung::exact) line += format(" by {}", name_of(share.rung));
  return line;
}

std::string explanation_of(const ShownHit& shown, const Ink& ink) {
  const std::string head = format("score {:.4f}, found by {}", shown.hit.score,
                                  joined(matched_by(shown.reasons, shown.pinned)));
  std::string text = format("{}{}\n", kIndent, ink.faint(head));
  for (const Share& share : shown.shares)
    text += format("{}{}\n", kIndent, ink.faint(share_line(share)));
  for (const Reason& reason : shown.reasons)
    text += format("{}{}\n", kIndent, ink.faint(reason_line(reason)));
  return text;
}

std::string hit_text(const ShownHit& shown, std::size_t rank, const Ink& ink,
                     const TextOptions& options) {
  const index::Document& post = shown.hit.document;
  const std::string title = post.title.empty() ? post.id.str() : post.title;
  const auto marks = post.title.empty() ? std::vector<ByteSpan>{} : shown.showing.title;
  const std::string_view anchor =
      shown.showing.leads_to_section ? std::string_view(shown.showing.anchor) : std::string_view{};
  std::string text =
      format("{:>2}. {}\n", rank, ink.link(ink.title(title, marks), target_of(post, anchor)));
  text += format("{}{}\n", kIndent, ink.faint(place_of(post, shown.showing, options.folder)));
  if (const std::string details = details_of(post); !details.empty())
    text += format("{}{}\n", kIndent, ink.faint(details));
  text += sections_text(post, shown.showing, ink, options);
  if (options.reasons == Reasons::shown) text += explanation_of(shown, ink);
  return text + '\n';
}

std::string total_text(const Answer& answer) {
  const std::size_t count = answer.total.count;
  const std::string_view at_least = answer.total.exact ? "" : "at least ";
  if (answer.hits.empty() && count > 0 && answer.offset >= count)
    return format("no posts behind {}; there {} {}{}\n", answer.offset, count == 1 ? "is" : "are",
                  at_least, count);
  const std::string posts = format("{}{} post{}", at_least, count, count == 1 ? "" : "s");
  if (answer.hits.empty() || (answer.hits.size() == count && answer.total.exact))
    return posts + '\n';
  return format("{} to {} of {}\n", answer.offset + 1, answer.offset + answer.hits.size(), posts);
}

}  // namespace

std::string to_text(const Answer& answer, const TextOptions& options) {
  const Ink ink(options);
  std::string text;
  std::size_t rank = answer.offset;
  for (const ShownHit& hit : answer.hits) text += hit_text(hit, ++rank, ink, options);
  for (const index::FacetCounts& counts : answer.facets) text += facet_to_text(counts, ink);
  return text + total_text(answer);
}

std::string analysis_to_text(const Answer& answer) {
  std::string text = format(
      "typed     {}\nmeant     {}\nexecuted  {}\n", text::printable(to_string(answer.typed.root)),
      text::printable(to_string(answer.meant.root)), text::printable(answer.executed.to_string()));
  for (const index::FacetFilter& filter : answer.filters)
    text +=
        format("filter    {} {}\n", filter.facet.name(), text::printable(filter.query.to_string()));
  return text + format("sort      {}\n\n", name_of(answer.sort));
}

}  // namespace geul::query
