// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/page_tree.hpp"

namespace geul::indexer {

/// What an author says of an element to a search: the value of data-geul-NAME, or else of
/// data-pagefind-NAME (HTML.md lists them); nothing where it has neither.
[[nodiscard]] std::optional<std::string_view> mark_of(const PageTree& page, std::size_t node,
                                                      std::string_view name) noexcept;

/// What is not to be taken of an element and all in it ("ignore").
enum class Ignore {
  nothing,
  text,  ///< "" or "index", and any value but these
  all,   ///< "all": filters and metadata neither
};
[[nodiscard]] Ignore ignored_of(const PageTree& page, std::size_t node) noexcept;

/// A value that a filter, meta or sort attribute gives to a key.
struct Capture {
  std::string key;                   ///< one clean line, not empty
  std::optional<std::string> value;  ///< one clean line; nothing: it is the element's text
};

/// Takes a filter, meta or sort attribute apart: a list of `key` (the element's text),
/// `key[attribute]` (that of the element) and at last `key:value`, up to the end
/// (https://pagefind.app/docs/filtering/).
///
/// Returns  what has a key, in order.
/// Cost     linear; the element's text is left to whom wants the key.
/// Limits   100 of one attribute.
[[nodiscard]] std::vector<Capture> read_captures(const PageTree& page, std::size_t node,
                                                 std::string_view list);

/// The names in a list with commas ("title,alt"), without the space around them.
[[nodiscard]] std::vector<std::string_view> names_in(std::string_view list);

}  // namespace geul::indexer
