// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::indexer {

/// What a page calls itself, each one clean line, empty where it does not.
struct PageTitles {
  std::string marked;     ///< data-geul-meta="title"
  std::string shared;     ///< og:title
  std::string heading;    ///< the first h1 of its matter, or else the first that is seen
  std::string document;   ///< <title>
  std::string site_name;  ///< og:site_name
};

/// The first of them, in this order, without the site's name before or behind it where it is known
/// to be that: it is og:site_name, or what og:title has beside the h1.
///
///     og:title "조사 떼기 | 글 블로그", h1 "조사 떼기"  ->  조사 떼기
[[nodiscard]] std::string title_of_page(const PageTitles& titles);

}  // namespace geul::indexer
