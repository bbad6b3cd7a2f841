// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/payload.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/utf8.hpp"

namespace geul::indexer::site {
namespace {

constexpr unsigned kSeven = 7;
constexpr std::uint32_t kContinues = 0x80;
constexpr std::size_t kMaxIntegerBytes = 5;

void little_endian(std::string& out, std::uint32_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) {
    out += static_cast<char>(value & 0xFFU);
    value >>= 8U;
  }
}

}  // namespace

void PayloadWriter::u24(std::uint32_t value) {
  little_endian(bytes_, value, 3);
}

void PayloadWriter::u32(std::uint32_t value) {
  little_endian(bytes_, value, 4);
}

void PayloadWriter::integer(std::uint32_t value) {
  for (; value >= kContinues; value >>= kSeven) u8(static_cast<std::uint8_t>(value | kContinues));
  u8(static_cast<std::uint8_t>(value));
}

void PayloadWriter::text(std::string_view text) {
  count(text.size());
  bytes_ += text;
}

void PayloadWriter::names(const std::vector<std::uint32_t>& names) {
  for (const std::uint32_t name : names) u24(name);
}

void PayloadWriter::words(const std::vector<std::string>& texts) {
  std::vector<std::size_t> shared;
  shared.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    shared.push_back(i == 0 ? 0 : shared_bytes(texts[i - 1], texts[i]));
  for (const std::size_t bytes : shared) count(bytes);
  for (std::size_t i = 0; i < texts.size(); ++i) count(texts[i].size() - shared[i]);
  for (std::size_t i = 0; i < texts.size(); ++i)
    bytes_ += std::string_view(texts[i]).substr(shared[i]);
}

std::size_t integer_bytes(std::uint32_t value) noexcept {
  std::size_t bytes = 1;
  for (; value >= kContinues; value >>= kSeven) ++bytes;
  return bytes;
}

std::size_t shared_bytes(std::string_view a, std::string_view b) noexcept {
  const std::size_t most = std::min(a.size(), b.size());
  const auto [in_a, in_b] =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin());
  return static_cast<std::size_t>(in_a - a.begin());
}

std::string_view PayloadReader::raw(std::size_t bytes) {
  expect(bytes <= rest_.size());
  if (!good_) return {};
  const std::string_view taken = rest_.substr(0, bytes);
  rest_.remove_prefix(bytes);
  return taken;
}

std::uint32_t PayloadReader::little_endian(std::size_t bytes) {
  std::uint32_t value = 0;
  unsigned shift = 0;
  for (const char c : raw(bytes)) {
    value |= std::uint32_t{static_cast<unsigned char>(c)} << shift;
    shift += 8;
  }
  return value;
}

std::uint8_t PayloadReader::u8() {
  return static_cast<std::uint8_t>(little_endian(1));
}

std::uint32_t PayloadReader::u24() {
  return little_endian(3);
}

std::uint32_t PayloadReader::u32() {
  return little_endian(4);
}

std::uint32_t PayloadReader::integer() {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < kMaxIntegerBytes; ++i) {
    const std::uint64_t byte = u8();
    value |= (byte & (kContinues - 1)) << (kSeven * i);
    if (byte < kContinues) {
      expect(value <= UINT32_MAX);
      return good_ ? static_cast<std::uint32_t>(value) : 0;
    }
  }
  expect(false);
  return 0;
}

std::size_t PayloadReader::count(std::size_t least_bytes) {
  const std::size_t things = integer();
  expect(things <= rest_.size() / least_bytes);
  return good_ ? things : 0;
}

std::string PayloadReader::text() {
  const std::string_view bytes = raw(integer());
  expect(text::is_utf8(bytes));
  return good_ ? std::string(bytes) : std::string();
}

std::vector<std::uint32_t> PayloadReader::integers(std::size_t count) {
  expect(count <= rest_.size());
  std::vector<std::uint32_t> values;
  if (!good_) return values;
  values.reserve(count);
  for (std::size_t i = 0; i < count; ++i) values.push_back(integer());
  return values;
}

std::vector<std::uint32_t> PayloadReader::names(std::size_t count) {
  constexpr std::size_t kNameBytes = 3;
  expect(count <= rest_.size() / kNameBytes);
  std::vector<std::uint32_t> names;
  if (!good_) return names;
  names.reserve(count);
  for (std::size_t i = 0; i < count; ++i) names.push_back(u24());
  return names;
}

std::vector<std::string> PayloadReader::words(std::size_t count) {
  const std::vector<std::uint32_t> shared = integers(count);
  const std::vector<std::uint32_t> own = integers(count);
  std::vector<std::string> texts;
  texts.reserve(good_ ? count : 0);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < count && good_; ++i) {
    std::string text = texts.empty() ? std::string() : texts.back();
    expect(shared[i] <= text.size());
    text.resize(std::min<std::size_t>(shared[i], text.size()));
    text += raw(own[i]);
    bytes += text.size();
    expect(bytes <= kMaxWordsBytes && text::is_utf8(text));
    texts.push_back(std::move(text));
  }
  return texts;
}

Result<void> PayloadReader::finish(std::string_view what) const {
  if (good_ && rest_.empty()) return {};
  return fail(ErrorCode::malformed, format("{} is not what a search holds", what),
              "write the search again with geul-index site");
}

}  // namespace geul::indexer::site
