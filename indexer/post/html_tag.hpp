// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace geul::indexer {

/// An HTML or JSX tag: "<div class='a'>", "</Note>", "<Image src={icon} />".
struct HtmlTag {
  std::size_t end = 0;          ///< behind its '>'; 0 where there is no tag
  std::string_view name;        ///< as typed
  std::string_view attributes;  ///< between name and '>'
  bool closing = false;
  [[nodiscard]] explicit operator bool() const noexcept { return end != 0; }
};

/// Reads tags off a text. Quotes and {braces} within a tag may hold '>'; outside them a '<' ends
/// the attempt, as does a blank line.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text), budget_(4096 + 8 * text.size()) {}

  /// The tag that begins at `at`, where a '<' is expected. No tag once the attempts that came to
  /// nothing have cost more than a few passes over the text.
  [[nodiscard]] HtmlTag read(std::size_t at);

 private:
  [[nodiscard]] std::size_t find_end(std::size_t from);

  std::string_view text_;
  std::size_t budget_;
};

/// The value of an attribute, quoted or not; empty without.
[[nodiscard]] std::string_view attribute_of(std::string_view attributes, std::string_view name);

/// A name in lower case.
[[nodiscard]] std::string tag_name(const HtmlTag& tag);

}  // namespace geul::indexer
