// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace geul::query {

/// Whether a term may be suggested as a word: of two letters or syllables and more, some of them no
/// lone jamo; no question word or filler, no English article, preposition or the like.
[[nodiscard]] bool is_telling(std::string_view term);

/// Whether what stands behind a native stem, to the end of the eojeol, shows that it is a noun
/// there and no verb: 다리, 다리를; not 다리는, nor 나타나, which may be the verb's own.
[[nodiscard]] bool is_noun_before(std::string_view stem, std::string_view behind);

/// Posts that have a word.
using PostsOf = std::function<std::size_t(const std::string& word)>;

/// Whether a word of Hangul, in `posts`, is another and something behind it that grammar or chance
/// put there: 글의, 알고리즘인. So it is where a word of more posts is its front and a particle or
/// 들 is behind that; and where it is in one or two posts and its front in ten times as many. Of a
/// front of one syllable, only with a particle and in five times as many: 글의, not 회의.
///
/// Expects  `posts_of` to say 0 for what cannot be offered in its stead.
[[nodiscard]] bool is_form_of_another(const std::string& word, std::size_t posts,
                                      const PostsOf& posts_of);

}  // namespace geul::query
