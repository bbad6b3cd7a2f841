// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_head.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/letters.hpp"
#include "indexer/html/page_limits.hpp"
#include "indexer/html/page_marks.hpp"
#include "indexer/html/page_text.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

std::string typed(const PageTree& page, std::size_t node, std::string_view attribute) {
  return clean_line(page.attribute(node, attribute).value_or(std::string_view()));
}

std::string typed_lower(const PageTree& page, std::size_t node, std::string_view attribute) {
  return text::lower_case(typed(page, node, attribute));
}

void add(PageHead::Texts& texts, std::string text) {
  if (!text.empty() && texts.size() < kMaxValues) texts.push_back(std::move(text));
}

bool forbids_index(std::string_view robots) {
  const std::string lower = text::lower_case(robots);
  return std::ranges::any_of(
      names_in(lower), [](std::string_view name) { return name == "noindex" || name == "none"; });
}

bool loads(const PageTree& page, std::size_t node) {
  constexpr std::array<std::string_view, 3> kLoaded{"stylesheet", "icon", "manifest"};
  return std::ranges::any_of(
      kLoaded, [&](std::string_view word) { return page.has_word_in_any_case(node, "rel", word); });
}

void read_meta(const PageTree& page, std::size_t node, PageHead& head) {
  std::string key = typed_lower(page, node, "property");
  if (key.empty()) key = typed_lower(page, node, "name");
  const std::string value = typed(page, node, "content");
  if (value.empty()) return;
  if (typed_lower(page, node, "http-equiv") == "refresh")
    head.redirects = head.redirects || text::lower_case(value).find("url") != std::string::npos;
  if (key == "robots") head.is_noindex = head.is_noindex || forbids_index(value);
  if (key == "og:title") head.shared_title = value;
  if (key == "og:site_name") head.site_name = value;
  if (key == "og:url") head.shared_address = value;
  if (key == "description") head.description = value;
  if (key == "og:description") head.shared_description = value;
  if (key == "article:published_time") add(head.published, value);
  if (key == "article:modified_time" || key == "og:updated_time") add(head.modified, value);
  if (key == "date" || key == "dc.date" || key == "dcterms.date") add(head.dates, value);
  if (key == "article:tag") add(head.tags, value);
  if (key == "article:section") add(head.sections, value);
  if (key == "author") add(head.authors, value);
  if (key == "keywords")
    for (const std::string_view name : names_in(value)) add(head.keywords, clean_line(name));
}

}  // namespace

void read_head_element(const PageTree& page, std::size_t node, PageHead& head) {
  const std::string_view name = page[node].name;
  if (name == "meta") read_meta(page, node, head);
  if (name == "html") head.language = typed(page, node, "lang");
  if (name == "title" && head.title.empty()) head.title = text_within(page, node);
  if (name == "link" && page.has_word_in_any_case(node, "rel", "canonical"))
    head.canonical = typed(page, node, "href");
  if (name == "link" && loads(page, node)) add(head.resources, typed(page, node, "href"));
  if (name == "script") add(head.resources, typed(page, node, "src"));
  if (name == "script" && node + 1 < page[node].end &&
      typed_lower(page, node, "type") == "application/ld+json")
    read_structured_data(page[node + 1].text, head.data);
}

}  // namespace geul::indexer
