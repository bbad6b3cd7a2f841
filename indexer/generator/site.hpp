// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/generator/generator.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {

/// A site, and what was found to shape its addresses.
struct Site {
  std::unique_ptr<const Generator> generator;
  std::filesystem::path file;  ///< of its settings; empty for a plain folder
  std::vector<SiteFact> facts;
};

/// recognize(), with what geul.yaml chooses in place of the generator's own settings.
[[nodiscard]] Site recognize_site(const std::filesystem::path& folder, const SiteChoice& choice,
                                  std::vector<Warning>& warnings);

}  // namespace geul::indexer
