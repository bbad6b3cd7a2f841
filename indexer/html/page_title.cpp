// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_title.hpp"

#include <algorithm>
#include <array>

#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

constexpr std::array<std::string_view, 9> kSeparators{"|", "-", "–", "—", "·", "•", ":", "::", "»"};

bool is_separator(std::string_view text) {
  return std::find(kSeparators.begin(), kSeparators.end(), text) != kSeparators.end();
}

/// Whether a text begins with a separator that has space on both sides.
bool begins_with_separator(std::string_view text) {
  if (text.empty() || text.front() != ' ') return false;
  const std::size_t end = text.find(' ', 1);
  return end != std::string_view::npos && is_separator(text.substr(1, end - 1));
}
bool ends_with_separator(std::string_view text) {
  if (text.empty() || text.back() != ' ') return false;
  const std::size_t begin = text.rfind(' ', text.size() - 2);
  return text.size() > 2 && begin != std::string_view::npos &&
         is_separator(text.substr(begin + 1, text.size() - begin - 2));
}

/// Whether `title` is `part` with more before or behind it.
bool extends(std::string_view title, std::string_view part) {
  if (part.empty() || title.size() <= part.size()) return false;
  return (title.starts_with(part) && begins_with_separator(title.substr(part.size()))) ||
         (title.ends_with(part) &&
          ends_with_separator(title.substr(0, title.size() - part.size())));
}

std::string without_site(std::string_view title, std::string_view site) {
  if (!extends(title, site)) return std::string(title);
  if (title.ends_with(site)) {
    const std::string_view rest = trim_right(title.substr(0, title.size() - site.size()));
    return std::string(trim_right(rest.substr(0, std::min(rest.rfind(' '), rest.size()))));
  }
  const std::string_view rest = trim_left(title.substr(site.size()));
  return std::string(trim_left(rest.substr(std::min(rest.find(' '), rest.size()))));
}

}  // namespace

std::string title_of_page(const PageTitles& titles) {
  if (!titles.marked.empty()) return titles.marked;
  if (!titles.shared.empty())
    return extends(titles.shared, titles.heading) ? titles.heading
                                                  : without_site(titles.shared, titles.site_name);
  if (!titles.heading.empty()) return titles.heading;
  return without_site(titles.document, titles.site_name);
}

}  // namespace geul::indexer
