// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::indexer {

/// Whether Ruby's \p{Word} holds: letters, combining marks, digits and '_'. Letters and digits are
/// what text::script_of() calls so.
[[nodiscard]] bool is_word(char32_t code_point) noexcept;

/// Lower case of each letter (simple case folding), all else as it is.
[[nodiscard]] std::string lower(std::string_view utf8);

/// Jekyll's Utils.slugify: runs of other characters become one '-', none at the ends.
enum class SlugMode {
  letters,  ///< "default": letters, marks and digits stay; lower case
  pretty,   ///< "pretty", cased: ._~!$&'()+,;=@ stay too
};
[[nodiscard]] std::string jekyll_slug(std::string_view text, SlugMode mode);

/// Runs of characters that are no letters, marks, digits, '.' or '_' become one '-'; lower case:
/// what Hugo (urlize), Hexo and the rest make of a title or a file name, near enough.
[[nodiscard]] std::string plain_slug(std::string_view text);

}  // namespace geul::indexer
