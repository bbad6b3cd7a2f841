// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::indexer {

/// Whether Ruby's \p{Word} holds: letters, combining marks, decimal digits and connectors such as
/// '_'.
[[nodiscard]] bool is_word(char32_t code_point) noexcept;
/// \p{L} or \p{Nd}.
[[nodiscard]] bool is_letter_or_digit(char32_t code_point) noexcept;

/// What the rules of slugs and anchors are made of.
using Keep = bool (*)(char32_t code_point);
/// The code points that are kept, without the others.
[[nodiscard]] std::string kept(std::string_view utf8, Keep keep);
/// The same with one '-' for each run of others, but for those at the ends.
[[nodiscard]] std::string dashed(std::string_view utf8, Keep keep);

/// Jekyll's Utils.slugify: runs of other characters become one '-', none at the ends.
enum class SlugMode {
  letters,  ///< "default": letters, marks and digits stay; lower case
  pretty,   ///< "pretty", cased: ._~!$&'()+,;=@ stay too
};
[[nodiscard]] std::string jekyll_slug(std::string_view text, SlugMode mode);

/// Hugo's PathSpec.UnicodeSanitize: letters, marks, digits and ./\_#+~-@ stay, white space becomes
/// '-', all else goes. '/' stays.
[[nodiscard]] std::string hugo_slug(std::string_view text);

/// hexo-util's slugize: Latin letters without their accents, runs of white space and of ASCII's
/// punctuation as one '-', none at the ends.
[[nodiscard]] std::string hexo_slug(std::string_view text);

/// Letters without the marks that Unicode parts them into: é is e, and 글 stays whole.
[[nodiscard]] std::string without_accents(std::string_view text);

/// The crate slug, by which Zola slugifies: letters in ASCII, lower case, with one '-' for all that
/// stands between them. Hangul is spelt letter by letter as in Unicode's names (검색 is geomsaeg),
/// Latin loses its accents; letters of other scripts go, where the crate spells some.
[[nodiscard]] std::string ascii_slug(std::string_view text);

}  // namespace geul::indexer
