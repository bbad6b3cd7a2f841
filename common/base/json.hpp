// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace geul {

/// A JSON value whose objects keep the order in which their members were added.
using Json = nlohmann::ordered_json;

/// Parses one JSON text (RFC 8259). Never throws.
/// Errors  malformed: not JSON, not UTF-8, or nested deeper than 512.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

/// JSON text in valid UTF-8 whatever the strings hold (invalid bytes become U+FFFD). `indent` < 0
/// gives one line. No character of it acts on a terminal or reorders a line: DEL, the C1 controls
/// and the bidirectional ones stand as \uXXXX, as JSON has those below U+0020 anyway.
[[nodiscard]] std::string to_json_text(const Json& value, int indent = -1);

/// CBOR (RFC 8949), the form in which records are stored.
[[nodiscard]] std::string to_cbor(const Json& value);

/// Never throws.
/// Errors  malformed: not CBOR, something behind it, or nested deeper than 512.
[[nodiscard]] Result<Json> from_cbor(std::string_view bytes);

}  // namespace geul
