// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "common/base/byte_span.hpp"

namespace geul::text {

/// So many non-starters (characters of a canonical combining class) in a row are kept, as the
/// Stream-Safe Text Format has it (UAX #15): no script needs more, and ordering a run of them costs
/// its length squared.
inline constexpr std::size_t kMaxCombining = 30;

/// Whether more than that follow one another anywhere.
/// Cost  looks at one character in sixty bytes, and closer where that is a mark.
[[nodiscard]] bool has_long_run(std::string_view utf8);

/// Calls `keep` for each stretch of a text but the marks behind the thirtieth of a run, in order.
/// Nothing is left out of nearly all texts: then it is called once, with the whole.
void visit_bounded(std::string_view utf8, const std::function<void(const ByteSpan&)>& keep);

}  // namespace geul::text
