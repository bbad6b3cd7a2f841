// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/strong_id.hpp"
#include "common/index/profile.hpp"
#include "common/index/query.hpp"

namespace geul::index {

/// A stored term of one document.
struct DocumentTerm {
  std::string term;
  std::uint32_t frequency = 0;  ///< within the document, weighted by field
  std::size_t documents = 0;    ///< that have the term
};

/// What a post is about: the words and tags that tell it from others.
struct Topic {
  struct Word {
    std::string term;   ///< as stored: a word, or `K` and a tag
    double weight = 0;  ///< what one such term counts: above 0
  };
  std::vector<Word> words;  ///< by what they say, the most telling first; at most kMaxTopicWords
  std::vector<Word> tags;   ///< the rarest first
};

/// The words and tags of a document that other posts can share, of all its `terms`.
///
/// A word counts by its frequency in the document, which saturates, times the logarithm of its
/// rarity. It is of two letters or syllables and more, no number, function word or stem of a native
/// verb, and in at least two documents of all and at most a quarter (or kFewDocuments). A piece of
/// a longer word is left out where it stands nowhere else.
///
/// Expects  `terms` as Reader::terms_of() gives them; `documents` of the database.
/// Returns  the same for the same terms in any order.
[[nodiscard]] Topic topic_of(const std::vector<DocumentTerm>& terms, std::size_t documents,
                             const RankingProfile& ranking);

/// The posts that share a word or tag of the topic, but for the post itself; each weighs what it
/// shares.
[[nodiscard]] Query similar_to(const Topic& topic, const DocumentId& itself);
/// A summand of that weight.
[[nodiscard]] Query word_query(const Topic::Word& word);
[[nodiscard]] Query tag_query(const Topic::Word& tag);

inline constexpr std::size_t kMaxTopicWords = 40;
/// In a small database a quarter of the documents would leave hardly any word.
inline constexpr std::size_t kFewDocuments = 3;

}  // namespace geul::index
