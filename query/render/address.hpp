// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/index/document.hpp"
#include "query/render/excerpt.hpp"

namespace geul::query {

/// Where people find the post: its path, from `folder` on where it lies within that, else as it is
/// stored; its url where it has no path, and its id where it has neither.
/// Expects `folder` to be absolute, or empty for paths as they are stored.
[[nodiscard]] std::string address_of(const index::Document& post, std::string_view folder);

/// The post's url, with '#' and `anchor` where both are there; empty without a url. Of the
/// anchor only what no address may hold is percent-encoded (spaces, quotes …), and Hangul is not.
[[nodiscard]] std::string url_of(const index::Document& post, std::string_view anchor);

/// What a hit leads to: url_of() the section that its excerpt is from, or of the post.
[[nodiscard]] std::string url_of(const index::Document& post, const Showing& showing);

}  // namespace geul::query
