// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/initials_file.hpp"

#include "common/analysis/jamo.hpp"
#include "common/text/utf8.hpp"
#include "indexer/site/payload.hpp"

namespace geul::indexer::site {

std::string initials_of(std::string_view word) {
  constexpr char32_t kFirstSyllable = 0xAC00;
  constexpr char32_t kLastSyllable = 0xD7A3;
  constexpr char32_t kSyllablesOfLead = 21 * 28;
  std::string initials;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_code_point(word, at);
    if (c < kFirstSyllable || c > kLastSyllable) return {};
    text::append_utf8(initials, analysis::lead_jamo((c - kFirstSyllable) / kSyllablesOfLead));
  }
  return initials;
}

std::string encode_initials(const std::vector<InitialsRow>& rows) {
  PayloadWriter out;
  std::vector<std::string> words;
  words.reserve(rows.size());
  for (const InitialsRow& row : rows) words.push_back(row.word);
  out.count(rows.size());
  out.words(words);
  for (const InitialsRow& row : rows) out.integer(row.documents);
  return std::move(out).bytes();
}

std::size_t encoded_bytes(const InitialsRow& row, std::string_view before) {
  const std::size_t shared = shared_bytes(before, row.word);
  const std::size_t own = row.word.size() - shared;
  return integer_bytes(static_cast<std::uint32_t>(shared)) +
         integer_bytes(static_cast<std::uint32_t>(own)) + own + integer_bytes(row.documents);
}

Result<std::vector<InitialsRow>> decode_initials(std::string_view payload) {
  PayloadReader in(payload);
  std::vector<std::string> words = in.words(in.count());
  std::vector<InitialsRow> rows;
  rows.reserve(words.size());
  for (std::string& word : words) rows.push_back({std::move(word), in.integer()});
  if (Result<void> whole = in.finish("an initials file"); !whole) return fail(whole.error());
  return rows;
}

}  // namespace geul::indexer::site
