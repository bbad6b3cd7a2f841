// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace geul {

/// The name that was probably meant by what was typed: the nearest by Levenshtein's distance of
/// bytes, the first of several, within three edits and half of the name's letters,
/// rounded up (an option's dashes are none); empty where none is. For options, commands and keys of
/// settings. Cost  the product of the lengths, for each name.
[[nodiscard]] std::string_view nearest(std::string_view typed,
                                       std::span<const std::string_view> names);

}  // namespace geul
