// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/index/document.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// What a generator's rules look at: what was already read of the post (title, categories, date),
/// and slug, permalink or url; of an address with scheme and host, the path. Points to
/// `front_matter`.
[[nodiscard]] AddressInput read_address_input(const MetaValue& front_matter,
                                              std::string_view site_path,
                                              const index::Document& document,
                                              WarningList& warnings);

/// The address of a JSON record, which may come from any site: an http or https address stays as
/// it is; another is the generator's, and never leaves the site. Empty where the record gives none,
/// since the path of the records' file says nothing. Warns  of an address with another scheme, or
/// without a host; it is left out.
[[nodiscard]] std::string read_record_address(const MetaValue& record, std::string_view site_path,
                                              const index::Document& document,
                                              const Generator& generator, WarningList& warnings);

}  // namespace geul::indexer
