// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace geul {

/// A JSON value whose objects keep the order in which their members were added.
using Json = nlohmann::ordered_json;

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// Parses one JSON text (RFC 8259). Never throws.
/// Errors  malformed: not JSON, not UTF-8, or nested deeper than 512; limit: more than `max_values`
///         values (objects, lists and what is in them), or an object of more than 10,000 members.
[[nodiscard]] Result<Json> parse_json(std::string_view text, std::size_t max_values = kNoLimit);

/// JSON text in valid UTF-8 whatever the strings hold (invalid bytes become U+FFFD). `indent` < 0
/// gives one line. No character of it acts on a terminal or reorders a line: DEL, the C1 controls
/// and the bidirectional ones stand as \uXXXX, as JSON has those below U+0020 anyway.
[[nodiscard]] std::string to_json_text(const Json& value, int indent = -1);

/// CBOR (RFC 8949), the form in which records are stored.
[[nodiscard]] std::string to_cbor(const Json& value);

/// Never throws.
/// Errors  malformed: not CBOR, something behind it, nested deeper than 512, or an object of more
///         than 10,000 members.
[[nodiscard]] Result<Json> from_cbor(std::string_view bytes);

}  // namespace geul
