// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/display.hpp"
#include "query/render/address.hpp"
#include "query/render/facet_text.hpp"
#include "query/render/ink.hpp"
#include "query/render/json.hpp"

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

/// What a terminal opens.
std::string target_of(const index::Document& post) {
  return post.url.starts_with("http") ? post.url : post.path;
}

/// The address and the section. Behind a path its heading, apart: no editor opens an anchor.
std::string place_of(const index::Document& post, const Showing& showing, std::string_view folder) {
  const std::string address = address_of(post, folder);
  const bool is_url = post.path.empty() && !post.url.empty();
  if (is_url) return showing.anchor.empty() ? address : address + "#" + showing.anchor;
  return showing.heading.empty() ? address : format("{}  § {}", address, showing.heading);
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

std::string passage_of(const Excerpt& excerpt, const Ink& ink) {
  if (excerpt.text.empty()) return {};
  return format("{}{}{}{}\n", kIndent, excerpt.cut_before ? "… " : "",
                ink.passage(excerpt.text, excerpt.highlights), excerpt.cut_after ? " …" : "");
}

std::string reason_line(const Reason& reason) {
  std::string line = reason.word;
  if (const auto place = place_of(reason); !place.empty()) line = format("{}:{}", place, line);
  std::string as;
  for (const analysis::Family family : reason.families)
    as += format("{}{}", as.empty() ? "" : ", ", name_of(family));
  return format("{} as {} ({})", line, as, joined(reason.terms, ""));
}

std::string explanation_of(const ShownHit& shown, const Ink& ink) {
  std::string text = format("{}{}\n", kIndent, ink.faint(format("score {:.4f}", shown.hit.score)));
  for (const Reason& reason : shown.reasons)
    text += format("{}{}\n", kIndent, ink.faint(reason_line(reason)));
  return text;
}

std::string hit_text(const ShownHit& shown, std::size_t rank, const Ink& ink,
                     const TextOptions& options) {
  const index::Document& post = shown.hit.document;
  const std::string title = post.title.empty() ? post.id.str() : post.title;
  const auto marks = post.title.empty() ? std::vector<ByteSpan>{} : shown.showing.title;
  std::string text =
      format("{:>2}. {}\n", rank, ink.link(ink.title(title, marks), target_of(post)));
  text += format("{}{}\n", kIndent, ink.faint(place_of(post, shown.showing, options.folder)));
  if (const std::string details = details_of(post); !details.empty())
    text += format("{}{}\n", kIndent, ink.faint(details));
  text += passage_of(shown.showing.excerpt, ink);
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
