// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "indexer/generator/generator.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {

/// A folder of built pages, whatever built them. A page's address is its path, "a/index.html" that
/// of its folder ("/a/"), behind the base path that is chosen, unless it has a permalink. Headings
/// have the anchors that they are written with. Nothing is excluded.
[[nodiscard]] std::unique_ptr<const Generator> make_page_site(const std::filesystem::path& source,
                                                              const SiteChoice& choice = {});

}  // namespace geul::indexer
