// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/json.hpp"

#include <algorithm>
#include <exception>
#include <stdexcept>

#include "common/base/format.hpp"

namespace geul {
namespace {

constexpr int kMaxDepth = 512;

// nlohmann's parser recurses nowhere, but destroying and printing a deep value does.
bool within_depth(int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
  if (depth > kMaxDepth) throw std::length_error("nested too deeply");
  return true;
}

/// Builds a value from CBOR and stops where it nests too deeply: the parser recurses, and asks
/// before it does.
class BoundedBuilder : public nlohmann::detail::json_sax_dom_parser<Json> {
  using Builder = nlohmann::detail::json_sax_dom_parser<Json>;

 public:
  explicit BoundedBuilder(Json& value) : Builder(value, /*allow_exceptions_=*/false) {}

  bool start_object(std::size_t size) {
    return ++depth_ <= kMaxDepth && Builder::start_object(size);
  }
  bool end_object() { return --depth_, Builder::end_object(); }
  bool start_array(std::size_t size) { return ++depth_ <= kMaxDepth && Builder::start_array(size); }
  bool end_array() { return --depth_, Builder::end_array(); }

 private:
  int depth_ = 0;
};

/// Where the byte of that number (from 1) stands, in characters: "column 14", "line 2, column 3".
std::string place_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = before.substr(newline == before.npos ? 0 : newline + 1);
  const auto column = 1 + std::count_if(line.begin(), line.end(), [](char c) {
                        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                      });
  if (text.find('\n') == text.npos) return format("column {}", column);
  return format("line {}, column {}", 1 + std::count(before.begin(), before.end(), '\n'), column);
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  try {
    return Json::parse(text.begin(), text.end(), within_depth);
  } catch (const std::length_error&) {
    return fail(ErrorCode::malformed, format("JSON nested deeper than {} levels", kMaxDepth));
  } catch (const Json::parse_error& error) {
    return fail(ErrorCode::malformed, format("not valid JSON ({})", place_of(text, error.byte)));
  } catch (const Json::exception&) {
    // The parser throws nothing else but for 1e999.
    return fail(ErrorCode::malformed, "not valid JSON (a number out of range)");
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
  Json value;
  BoundedBuilder builder(value);
  try {
    if (Json::sax_parse(bytes.begin(), bytes.end(), &builder, Json::input_format_t::cbor))
      return value;
  } catch (const std::exception&) {
    // A length beyond all memory; what it says is of no use to anybody.
  }
  return fail(ErrorCode::malformed, "not valid CBOR");
}

}  // namespace geul
