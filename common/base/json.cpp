// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/json.hpp"

#include <cstdint>
#include <vector>

#include "common/base/format.hpp"

namespace geul {
namespace {

constexpr int kMaxDepth = 512;

// nlohmann's parser recurses nowhere, but destroying and printing a deep value does.
bool within_depth(int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
  if (depth > kMaxDepth) throw std::length_error("nested too deeply");
  return true;
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  try {
    return Json::parse(text.begin(), text.end(), within_depth);
  } catch (const std::length_error&) {
    return fail(ErrorCode::malformed, format("JSON nested deeper than {} levels", kMaxDepth));
  } catch (const Json::exception& error) {
    return fail(ErrorCode::malformed, format("not valid JSON: {}", error.what()));
  }
}

std::string to_json_text(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string to_cbor(const Json& value) {
  std::string bytes;
  Json::to_cbor(value, bytes);
  return bytes;
}

Result<Json> from_cbor(std::string_view bytes) {
  Json value = Json::from_cbor(bytes.begin(), bytes.end(), /*strict=*/true,
                               /*allow_exceptions=*/false);
  if (value.is_discarded()) return fail(ErrorCode::malformed, "not valid CBOR");
  return value;
}

}  // namespace geul
