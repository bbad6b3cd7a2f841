// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/calendar.hpp"

namespace geul::indexer {

/// A path as an address within the site: begins with one '/', has no empty, "." or ".." parts, and
/// all bytes that RFC 3986 does not allow in a path are percent-encoded (control characters,
/// spaces, '?', '#', '%' and everything beyond ASCII). Bytes that are percent-encoded already stay
/// so. Whatever stood before a "//" or a scheme is a part like any other, so the result never
/// leads away from the site. A final '/' stays.
[[nodiscard]] std::string site_address(std::string_view path);

/// A path or a part of one whose every '%' stands for itself: all bytes that site_address()
/// encodes, and '%' as well. '/' stays.
[[nodiscard]] std::string encode_path(std::string_view path);

/// The parts of a path, empty and "." ones left out.
[[nodiscard]] std::vector<std::string_view> path_parts(std::string_view path);

/// A path taken apart: "_posts/2022/글.md" -> folder "_posts/2022", stem "글", extension ".md".
struct PathName {
  std::string_view folder;
  std::string_view stem;
  std::string_view extension;
};
[[nodiscard]] PathName split_path(std::string_view path);

/// The date that begins a file's name and the rest: "2018-02-07-제목" -> 2018-02-07, "제목".
/// Jekyll's rule (one or two digits for month and day); the whole name where there is no such day.
struct DatedName {
  std::optional<Day> day;
  std::string_view rest;
};
[[nodiscard]] DatedName split_date(std::string_view stem);

/// A pattern in which '*' matches across folders' names, for path_matches().
[[nodiscard]] std::string across_folders(std::string_view pattern);

/// Whether `path` is `pattern` or lies below it; '*' and '?' match within one folder's name, "**"
/// across folders. Cost: at most the product of the lengths. Limits: a pattern over 256 bytes
/// matches nothing.
[[nodiscard]] bool path_matches(std::string_view pattern, std::string_view path);

}  // namespace geul::indexer
