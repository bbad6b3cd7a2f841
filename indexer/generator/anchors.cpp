// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "indexer/generator/anchor_slug.hpp"
#include "indexer/generator/generator.hpp"

namespace geul::indexer {
namespace {

/// What an anchor is made of that would be empty.
std::string_view substitute(AnchorRule rule) {
  switch (rule) {
    case AnchorRule::kramdown:
      return "section";
    case AnchorRule::hugo:
    case AnchorRule::hugo_ascii:
    case AnchorRule::blackfriday:
      return "heading";
    default:
      return {};
  }
}

/// Whether a rule counts how often it made a slug; the others go on until the result is free.
bool counts_only(AnchorRule rule) {
  switch (rule) {
    case AnchorRule::kramdown:
    case AnchorRule::kramdown_gfm:
    case AnchorRule::hexo:
    case AnchorRule::hexo_lower:
    case AnchorRule::mdbook:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string AnchorMaker::anchor(const HeadingText& heading) {
  if (style_.rule == AnchorRule::none) return {};
  std::string slug = anchor_slug(style_.rule, heading);
  if (slug.empty()) slug = substitute(style_.rule);
  std::string anchor = number(std::move(slug));
  return anchor.empty() ? anchor : style_.prefix + anchor;
}

/// extensions/toc.py, unique(): "a" goes on to "a_1", "a_1" to "a_2", nothing to "_1".
std::string AnchorMaker::underscored(std::string slug) {
  std::string base = slug;
  std::size_t number = 0;
  const std::size_t mark = slug.rfind('_');
  if (mark != std::string::npos && mark + 1 < slug.size() && slug.size() - mark < 9 &&
      slug.find_first_not_of("0123456789", mark + 1) == std::string::npos) {
    base = slug.substr(0, mark);
    number = std::stoul(slug.substr(mark + 1));
  }
  if (!slug.empty() && used_.try_emplace(slug, 0).second) return slug;
  std::size_t& last = used_.try_emplace(base + '\n', number).first->second;
  last = std::max(last, number);
  std::string numbered;
  do {
    numbered = base + '_' + std::to_string(++last);
  } while (!used_.try_emplace(numbered, 0).second);
  return numbered;
}

std::string AnchorMaker::number(std::string slug) {
  if (style_.rule == AnchorRule::python_markdown || style_.rule == AnchorRule::python_unicode ||
      style_.rule == AnchorRule::pymdownx)
    return underscored(std::move(slug));
  const auto [entry, fresh] = used_.try_emplace(slug, 0);
  if (fresh) return slug;
  const bool counts = counts_only(style_.rule);
  std::string numbered;
  std::size_t& last = entry->second;
  do {
    numbered = slug + '-' + std::to_string(++last);
  } while (!counts && used_.find(numbered) != used_.end());
  if (!counts) used_.try_emplace(numbered, 0);
  return numbered;
}

void AnchorMaker::reserve(std::string_view anchor) {
  if (!counts_only(style_.rule)) used_.try_emplace(std::string(anchor), 0);
}

}  // namespace geul::indexer
