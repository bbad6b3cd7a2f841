// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/base/strong_id.hpp"
#include "common/index/fields.hpp"

namespace geul::index {

/// A key of the front matter that the configuration makes a facet, as facet_key() has it: folded,
/// 1 to kMaxFacetKeyBytes bytes of letters, digits, '-' and '_'.
using FacetKey = StrongString<struct FacetKeyTag>;

/// Reads a name as the key of a facet: in NFC, folded, so that `Series` and `series` are one.
/// Errors  usage, with the next step: no letters; other characters than letters, digits, '-' and
///         '_', or '-' in front; longer than kMaxFacetKeyBytes; a name that is taken: of a field or
///         of a built-in facet (tag, tags, date, title …).
[[nodiscard]] Result<FacetKey> facet_key(std::string_view name);
inline constexpr std::size_t kMaxFacetKeyBytes = 32;

/// Adds a key, unless it is there.
/// Errors  limit: kMaxFacetKeys are there; conflict: another key has its value slot.
[[nodiscard]] Result<void> add_facet_key(FacetKey key, std::vector<FacetKey>& keys);
inline constexpr std::size_t kMaxFacetKeys = 32;

/// The keys of Settings::facets; names that are none (of a later version) are left out.
[[nodiscard]] std::vector<FacetKey> keys_of(const std::vector<std::string>& names);

/// The value slot of a configured key: a number of kKeySlotBits bits from a hash of the key, with
/// kFirstKeySlot added. What an unfinished build left in a slot is never read as another key's.
[[nodiscard]] Slot slot_of(const FacetKey& key);
inline constexpr std::uint32_t kFirstKeySlot = 0x1000'0000;
inline constexpr unsigned kKeySlotBits = 28;

}  // namespace geul::index
