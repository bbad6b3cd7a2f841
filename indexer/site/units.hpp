// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"
#include "common/index/document.hpp"
#include "indexer/site/fragment.hpp"

namespace geul::indexer::site {

/// Text, headings and anchors of a unit, in bytes. An eighth more where a section ends with it.
inline constexpr std::size_t kUnitBytes = 2048;

/// A stretch of a section's text or code, or the summary.
struct UnitPart {
  std::size_t section = 0;  ///< of the document; 0 for the summary
  PartKind kind = PartKind::prose;
  ByteSpan span;
};

/// How a page's text is cut into units. Whole sections share a unit while they fit; a longer one
/// begins in the unit at hand where at least a half of that is free, and is cut behind the last
/// line, sentence or word that fits. Parts of one section's text, joined, are that text.
class Units {
 public:
  /// Cost  linear in the document; it is not kept.
  explicit Units(const index::Document& document, std::size_t unit_bytes = kUnitBytes);

  [[nodiscard]] const std::vector<std::vector<UnitPart>>& units() const noexcept { return units_; }
  /// The unit of a byte of a section's text or code, and that of its heading.
  [[nodiscard]] std::uint32_t unit_of(std::size_t section, PartKind kind, std::size_t offset) const;
  [[nodiscard]] std::uint32_t unit_of_heading(std::size_t section) const;

 private:
  struct Begin {
    std::size_t section;
    PartKind kind;
    std::size_t offset;
    std::uint32_t unit;
  };
  void put_section(const index::Section& section, std::size_t number);
  void put_pieces(std::string_view text, std::size_t section, PartKind kind, std::size_t overhead);
  void put(const UnitPart& part, std::size_t bytes);
  void next_unit();
  [[nodiscard]] std::size_t room() const noexcept;
  /// What the end of a section may be longer.
  [[nodiscard]] std::size_t slack() const noexcept;
  [[nodiscard]] bool fits(std::size_t bytes) const noexcept;

  std::size_t unit_bytes_;
  std::size_t used_ = 0;
  std::vector<std::vector<UnitPart>> units_;
  std::vector<Begin> begins_;  ///< in reading order
};

/// Whether a summary says what the page's text begins with, so that it is not shown twice.
[[nodiscard]] bool repeats_beginning(const index::Document& document);

/// The fragments of a page, one a unit.
[[nodiscard]] std::vector<Fragment> make_fragments(const index::Document& document,
                                                   const Units& units);

}  // namespace geul::indexer::site
