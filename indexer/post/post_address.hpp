// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/index/document.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// The address of a post on its site, from what was already read of it (title, categories, date)
/// and slug, permalink or url. Never leaves the site: of an address with scheme and host, the path.
[[nodiscard]] std::string read_address(const MetaValue& front_matter, std::string_view site_path,
                                       const index::Document& document, const Generator& generator,
                                       WarningList& warnings);

/// The same for a JSON record, which may come from any site: an http or https address stays as it
/// is. Empty where the record gives none, since the path of the records' file says nothing.
/// Warns  of an address with another scheme, or without a host; it is left out.
[[nodiscard]] std::string read_record_address(const MetaValue& record, std::string_view site_path,
                                              const index::Document& document,
                                              const Generator& generator, WarningList& warnings);

}  // namespace geul::indexer
