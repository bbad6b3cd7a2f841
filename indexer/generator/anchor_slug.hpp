// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/generator/generator.hpp"

namespace geul::indexer {

/// What a rule makes of a heading before it looks at the page's other headings; may be empty
/// (SLUGS.md cites each rule).
[[nodiscard]] std::string anchor_slug(AnchorRule rule, const HeadingText& heading);

}  // namespace geul::indexer
