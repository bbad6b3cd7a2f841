// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/index/document.hpp"

namespace geul::query {

/// Where people find the post: its path, from `folder` on where it lies within that, else as it is
/// stored; its url where it has no path, and its id where it has neither.
/// Expects `folder` to be absolute, or empty for paths as they are stored.
[[nodiscard]] std::string address_of(const index::Document& post, std::string_view folder);

}  // namespace geul::query
