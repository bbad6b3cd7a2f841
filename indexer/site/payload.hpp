// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer::site {

/// Writes the types of FORMAT.md's notation, one behind the other.
class PayloadWriter {
 public:
  void u8(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void u24(std::uint32_t value);
  void u32(std::uint32_t value);
  void integer(std::uint32_t value);
  /// A number of things. Expects less than 2^32.
  void count(std::size_t value) { integer(static_cast<std::uint32_t>(value)); }
  void text(std::string_view text);
  void raw(std::string_view bytes) { bytes_ += bytes; }
  void names(const std::vector<std::uint32_t>& names);
  /// Front-coded, in the order given.
  void words(const std::vector<std::string>& texts);

  [[nodiscard]] const std::string& bytes() const& noexcept { return bytes_; }
  [[nodiscard]] std::string bytes() && noexcept { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Bytes that integer() writes.
[[nodiscard]] std::size_t integer_bytes(std::uint32_t value) noexcept;
/// Bytes that two texts share at their fronts.
[[nodiscard]] std::size_t shared_bytes(std::string_view a, std::string_view b) noexcept;

/// Reads them again, whatever the bytes are. What is not there, or no value of its type, reads as
/// 0 or empty and makes good() false for good.
class PayloadReader {
 public:
  /// `bytes` must outlive the reader.
  explicit PayloadReader(std::string_view bytes) noexcept : rest_(bytes) {}

  std::uint8_t u8();
  std::uint32_t u24();
  std::uint32_t u32();
  std::uint32_t integer();
  /// A number of things that take at least `least_bytes` each of what is left, so that memory for
  /// them can be reserved.
  std::size_t count(std::size_t least_bytes = 1);
  /// Well-formed UTF-8.
  std::string text();
  std::string_view raw(std::size_t bytes);
  /// `count` front-coded texts.
  std::vector<std::string> words(std::size_t count);
  /// `count` times u24.
  std::vector<std::uint32_t> names(std::size_t count);
  /// `count` ints.
  std::vector<std::uint32_t> integers(std::size_t count);

  void expect(bool holds) noexcept { good_ = good_ && holds; }
  [[nodiscard]] bool good() const noexcept { return good_; }
  [[nodiscard]] std::size_t left() const noexcept { return rest_.size(); }
  /// Whether all was there, and nothing is behind it.
  /// Errors  malformed: `what` is not as FORMAT.md has it.
  [[nodiscard]] Result<void> finish(std::string_view what) const;

 private:
  std::uint32_t little_endian(std::size_t bytes);

  std::string_view rest_;
  bool good_ = true;
};

/// The most bytes that words() makes of front coding: a guard against a small file that says that
/// it holds gigabytes.
inline constexpr std::size_t kMaxWordsBytes = std::size_t{64} << 20U;

}  // namespace geul::indexer::site
