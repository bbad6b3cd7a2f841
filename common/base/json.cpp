// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/json.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <vector>

#include "common/base/format.hpp"

namespace geul {
namespace {

constexpr std::size_t kMaxDepth = 512;
// nlohmann's ordered objects look through all of their members for each new one.
constexpr std::size_t kMaxMembers = 10'000;

/// Builds a value from JSON or CBOR and stops where it nests too deeply or holds too much:
/// destroying and printing a deep value recurse, as does reading CBOR.
class BoundedBuilder : public nlohmann::detail::json_sax_dom_parser<Json> {
  using Builder = nlohmann::detail::json_sax_dom_parser<Json>;

 public:
  BoundedBuilder(Json& value, std::size_t max_values)
      : Builder(value, /*allow_exceptions_=*/false), max_values_(max_values) {}

  bool null() { return take() && Builder::null(); }
  bool boolean(bool value) { return take() && Builder::boolean(value); }
  bool number_integer(Json::number_integer_t value) {
    return take() && Builder::number_integer(value);
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return take() && Builder::number_unsigned(value);
  }
  bool number_float(Json::number_float_t value, const std::string& text) {
    return take() && Builder::number_float(value, text);
  }
  bool string(std::string& value) { return take() && Builder::string(value); }
  bool binary(Json::binary_t& value) { return take() && Builder::binary(value); }
  bool start_object(std::size_t size) { return open() && Builder::start_object(size); }
  bool start_array(std::size_t size) { return open() && Builder::start_array(size); }
  bool end_object() { return members_.pop_back(), Builder::end_object(); }
  bool end_array() { return members_.pop_back(), Builder::end_array(); }
  bool key(std::string& name) {
    if (++members_.back() > kMaxMembers)
      return stop(ErrorCode::limit,
                  format("JSON with an object of more than {} members", kMaxMembers));
    return Builder::key(name);
  }
  template <class Exception>
  bool parse_error(std::size_t byte, const std::string& /*token*/, const Exception& error) {
    constexpr int kOutOfRange = 406;
    if (!error_) {
      stop(ErrorCode::malformed, {});
      byte_ = error.id == kOutOfRange ? 0 : byte;
    }
    return false;
  }

  /// Why it stopped; without a message where the text itself is at fault.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  /// The number (from 1) of the byte at fault; 0 where none is (a number out of range).
  [[nodiscard]] std::size_t byte() const { return byte_; }

 private:
  bool stop(ErrorCode code, std::string message) {
    error_ = Error{code, std::move(message)};
    return false;
  }
  bool take() {
    return ++values_ <= max_values_ ||
           stop(ErrorCode::limit, format("JSON of more than {} values", max_values_));
  }
  bool open() {
    members_.push_back(0);
    if (members_.size() > kMaxDepth)
      return stop(ErrorCode::malformed, format("JSON nested deeper than {} levels", kMaxDepth));
    return take();
  }

  std::size_t max_values_;
  std::size_t values_ = 0;
  std::vector<std::size_t> members_;  ///< of the objects and lists that are open
  std::optional<Error> error_;
  std::size_t byte_ = 0;
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

Result<Json> parse_json(std::string_view text, std::size_t max_values) {
  Json value;
  BoundedBuilder builder(value, max_values);
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return value;
  if (const auto& error = builder.error(); error && !error->message.empty()) return fail(*error);
  if (builder.byte() == 0)  // 1e999
    return fail(ErrorCode::malformed, "not valid JSON (a number out of range)");
  return fail(ErrorCode::malformed, format("not valid JSON ({})", place_of(text, builder.byte())));
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
  BoundedBuilder builder(value, kNoLimit);
  try {
    if (Json::sax_parse(bytes.begin(), bytes.end(), &builder, Json::input_format_t::cbor))
      return value;
  } catch (const std::exception&) {
    // A length beyond all memory; what it says is of no use to anybody.
  }
  return fail(ErrorCode::malformed, "not valid CBOR");
}

}  // namespace geul
