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

constexpr bool is_within(unsigned value, unsigned first, unsigned last) noexcept {
  return value >= first && value <= last;
}

/// Whether a UTF-8 sequence begins a line's end or a character that acts on a terminal, and how
/// many bytes it has; 0 for all others. Of U+0080 to U+009F, U+061C, U+200E, U+200F, U+2028 to
/// U+202E and U+2066 to U+2069.
std::size_t acting_bytes(std::string_view rest) noexcept {
  const auto at = [rest](std::size_t i) {
    return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U;
  };
  switch (at(0)) {
    case 0x7F:
      return 1;
    case 0xC2:
      return is_within(at(1), 0x80, 0x9F) ? 2 : 0;
    case 0xD8:
      return at(1) == 0x9C ? 2 : 0;
    case 0xE2:
      if (at(1) == 0x80)
        return is_within(at(2), 0x8E, 0x8F) || is_within(at(2), 0xA8, 0xAE) ? 3 : 0;
      return at(1) == 0x81 && is_within(at(2), 0xA6, 0xA9) ? 3 : 0;
    default:
      return 0;
  }
}

/// The code point of a sequence of one, two or three bytes.
unsigned code_point_of(std::string_view sequence) noexcept {
  constexpr unsigned kLeadBits[] = {0, 0x7F, 0x1F, 0x0F};
  unsigned code_point = static_cast<unsigned char>(sequence[0]) & kLeadBits[sequence.size()];
  for (const char c : sequence.substr(1))
    code_point = code_point << 6U | (static_cast<unsigned char>(c) & 0x3FU);
  return code_point;
}

/// Outside its strings JSON text is ASCII without DEL, so all that acts stands in a string.
std::string without_acting(std::string text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const std::size_t bytes = acting_bytes(rest);
    at += bytes == 0 ? 1 : bytes;
    if (bytes == 0) continue;
    out.append(text, copied, at - bytes - copied);
    out += format("\\u{:04x}", code_point_of(rest.substr(0, bytes)));
    copied = at;
  }
  if (copied == 0) return text;
  return out.append(text, copied);
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
  return without_acting(value.dump(indent, ' ', false, Json::error_handler_t::replace));
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
