// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer {

struct PageAttribute {
  std::string_view name;   ///< lower case
  std::string_view value;  ///< entities decoded, valid UTF-8
};

/// An element, or a stretch of text.
struct PageNode {
  std::string_view name;  ///< of an element, lower case; empty for text
  std::string_view text;  ///< of text, entities decoded, valid UTF-8; empty for an element
  std::uint32_t parent = 0;
  std::uint32_t end = 0;     ///< the first node behind all that is in it
  std::uint32_t offset = 0;  ///< of the tag or text in the page
  std::uint32_t line = 0;    ///< from 1
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  bool holds_matter = false;  ///< <main>, <article> or a heading is in it

  [[nodiscard]] bool is_text() const noexcept { return name.empty(); }
};

/// A page as a browser would understand it (by gumbo: HTML Living Standard, section 13.2), its
/// elements and texts in the order of their beginnings. What is in the element i are the nodes
/// from i + 1 to the one before its `end`, so that no walk needs recursion, however deep it is.
/// Formatting elements (b, em, code …) close only where it is written.
class PageTree {
 public:
  /// Expects  valid UTF-8.
  /// Errors   limit: nested, or carrying attributes, so that parsing would take minutes; of so many
  ///          elements that it would take 512 MiB. Of pages
  ///          whose elements are nested less than 10,000 deep none is.
  /// Cost     for usual pages linear; the depth times the elements at the most, and no more CPU
  ///          time than kMaxSeconds and a quarter of a second for each MiB. Memory: 20 to 130
  ///          bytes for each of the page's, and 1.2 GB at the most.
  [[nodiscard]] static Result<PageTree> parse(std::string html);

  static constexpr double kMaxSeconds = 2;

  /// At least the root, <html>, which is 0.
  [[nodiscard]] std::size_t size() const noexcept { return nodes_.size(); }
  [[nodiscard]] const PageNode& operator[](std::size_t node) const noexcept { return nodes_[node]; }

  [[nodiscard]] std::span<const PageAttribute> attributes(std::size_t node) const noexcept {
    return std::span(attributes_)
        .subspan(nodes_[node].first_attribute, nodes_[node].attribute_count);
  }
  /// The value of an element's attribute; nothing where it has none.
  [[nodiscard]] std::optional<std::string_view> attribute(std::size_t node,
                                                          std::string_view name) const noexcept;
  [[nodiscard]] bool has_attribute(std::size_t node, std::string_view name) const noexcept {
    return attribute(node, name).has_value();
  }
  /// Whether an attribute is a list of words with this one in it ("class"), or with it in letters
  /// of any case ("rel"; expects it in lower case).
  [[nodiscard]] bool has_word(std::size_t node, std::string_view attribute,
                              std::string_view word) const noexcept;
  [[nodiscard]] bool has_word_in_any_case(std::size_t node, std::string_view attribute,
                                          std::string_view word) const noexcept;

 private:
  struct Source;
  PageTree() = default;
  /// Parses what rename_formatting() made of `written`, or `written` itself.
  /// Returns  false where it made text of another name.
  Result<bool> read(std::string given, std::string_view written, double last_moment);

  std::shared_ptr<const Source> source_;  ///< what names, texts and values point into
  std::vector<PageNode> nodes_;
  std::vector<PageAttribute> attributes_;
};

}  // namespace geul::indexer
