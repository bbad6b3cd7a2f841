// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "indexer/generator/site.hpp"
#include "indexer/source/scan.hpp"

namespace geul::indexer {

/// The site that a SOURCE's posts lie in: that of built pages with PostFiles::html, else the one
/// that is recognized in or above it; for the standard input ("-") above the working folder.
/// `warnings` gets what could not be understood in the generator's settings.
[[nodiscard]] Site site_of(const std::string& source, PostFiles files, const SiteChoice& choice,
                           std::vector<Warning>& warnings);

}  // namespace geul::indexer
