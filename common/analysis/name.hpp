// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/analysis/scanner.hpp"
#include "common/base/byte_span.hpp"

namespace geul::analysis {

/// What a name ends with that is no letter.
enum class Suffix : std::uint8_t {
  none,
  plus_plus,  ///< C++, g++
  sharp,      ///< C#, F#
};

/// Letters and digits that may form a name with neighbours: node and js of node.js.
struct Unit {
  ByteSpan span;          ///< of the text
  std::size_t begin = 0;  ///< of the folded text, in Name's buffer
  std::size_t size = 0;   ///< bytes of it
  char connector = '\0';  ///< what stands between this and the unit before it
  bool letters = false;
  bool plain = true;  ///< ASCII, byte for byte as in the text but for capitals
  bool ends_in_digit = false;
};

/// Neighbouring units.
struct UnitRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

/// Units with single connectors between them, as they stand in a text without a space: what may
/// be one name, or several words.
///
/// Joined are
///   - what . _ - ' stand between: node.js, v1.2.3, snake_case, e-mail, 2022-07-28, O'Reilly;
///   - what / & stand between, when that is all, in two or three units of at most four bytes:
///     CI/CD, TCP/IP, R&D, but not src/main/java;
///   - digits in groups of three: 1,000 is one unit, 1000.
/// A name of more than kMaxUnits units or kMaxTermBytes bytes is parted into its units.
class Name {
 public:
  static constexpr std::size_t kMaxUnits = 8;

  void clear() noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// Whether a unit may follow behind `connector`. Expects a name that is not empty.
  [[nodiscard]] bool takes(char32_t connector, std::string_view folded, const Piece& piece) const;
  /// Expects takes(), or an empty name and no connector. A piece longer than a term is cut.
  void add(char connector, std::string_view folded, const Piece& piece);

  [[nodiscard]] const Unit& unit(std::size_t i) const noexcept { return units_[i]; }
  [[nodiscard]] const Unit& last() const noexcept { return units_[size_ - 1]; }
  [[nodiscard]] std::string_view text(const Unit& unit) const noexcept {
    return std::string_view(folded_).substr(unit.begin, unit.size);
  }

  /// The next units, from `from` on, that are one word; an empty range at the end.
  [[nodiscard]] UnitRange next_word(std::size_t from) const noexcept;
  /// The units of a word without the s of a possessive 's.
  [[nodiscard]] UnitRange without_possessive(UnitRange word) const noexcept;
  /// Whether unit `i` is the t of don't or the ll of we'll, no part worth finding.
  [[nodiscard]] bool is_clitic(std::size_t i) const noexcept;
  /// Appends the units with what stands between them.
  void append_to(std::string& out, UnitRange units) const;

 private:
  [[nodiscard]] bool is_short_chain() const noexcept;
  [[nodiscard]] bool fits_a_term(UnitRange word) const noexcept;
  [[nodiscard]] bool takes_digits(std::string_view folded, const Piece& piece) const noexcept;

  std::array<Unit, kMaxUnits * 2> units_;
  std::size_t size_ = 0;
  std::size_t digit_groups_ = 0;  ///< groups of three that the last unit has taken
  std::string folded_;
};

/// Where the parts of a name in camel case begin: useState -> 0, 3; HTMLParser -> 0, 4. Parts of
/// one letter are none of their own.
struct CamelParts {
  std::array<UnitRange, 8> parts;  ///< byte ranges of the name
  std::size_t size = 0;
};
/// No parts for a name that is not in camel case or not ASCII.
[[nodiscard]] CamelParts camel_parts(std::string_view raw) noexcept;

}  // namespace geul::analysis
