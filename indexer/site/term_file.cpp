// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/term_file.hpp"

#include <algorithm>

#include "indexer/site/payload.hpp"

namespace geul::indexer::site {
namespace {

std::uint32_t kind_of(const TermRow& row) {
  return static_cast<std::uint32_t>(2 * row.postings.size() + (row.pair ? 1U : 0U));
}

/// Calls `take` with each page's number less that of the page before, less 1.
template <class Take>
void visit_steps(const TermRow& row, const Take& take) {
  std::uint32_t next = 0;
  for (const TermPosting& posting : row.postings) {
    take(posting.page - next);
    next = posting.page + 1;
  }
}

/// Whether the second row may stand behind the first.
bool in_order(const TermRow& a, const TermRow& b) {
  return a.text < b.text || (a.text == b.text && !a.pair && b.pair);
}

std::vector<TermRow> take_texts(PayloadReader& in) {
  const std::size_t count = in.count();
  std::vector<std::string> texts = in.words(count);
  std::vector<TermRow> rows;
  rows.reserve(texts.size());
  for (std::string& text : texts) rows.push_back({std::move(text), false, {}});
  return rows;
}

void take_kinds(PayloadReader& in, std::vector<TermRow>& rows) {
  std::size_t postings = 0;
  for (TermRow& row : rows) {
    const std::uint32_t kind = in.integer();
    row.pair = (kind & 1U) != 0;
    postings += kind / 2;
    in.expect(kind >= 2 && postings <= in.left());
    if (!in.good()) return;
    row.postings.resize(kind / 2);
  }
}

void take_pages(PayloadReader& in, std::vector<TermRow>& rows) {
  for (TermRow& row : rows) {
    std::uint64_t next = 0;
    for (TermPosting& posting : row.postings) {
      const std::uint64_t page = next + in.integer();
      in.expect(page < UINT32_MAX);
      posting.page = static_cast<std::uint32_t>(page);
      next = page + 1;
    }
  }
}

void take_rest(PayloadReader& in, std::vector<TermRow>& rows) {
  constexpr std::uint32_t kAllBits = 63;
  for (TermRow& row : rows)
    for (TermPosting& posting : row.postings) {
      posting.frequency = in.integer() + 1;
      in.expect(posting.frequency != 0);
    }
  for (TermRow& row : rows)
    for (TermPosting& posting : row.postings) posting.unit = in.integer();
  for (TermRow& row : rows) {
    if (row.pair) continue;
    for (TermPosting& posting : row.postings) {
      const std::uint32_t fields = in.integer();
      in.expect(fields <= kAllBits);
      posting.fields = static_cast<std::uint8_t>(fields & kAllBits);
    }
  }
}

}  // namespace

std::string encode_terms(const std::vector<TermRow>& rows) {
  PayloadWriter out;
  std::vector<std::string> texts;
  texts.reserve(rows.size());
  for (const TermRow& row : rows) texts.push_back(row.text);
  out.count(rows.size());
  out.words(texts);
  for (const TermRow& row : rows) out.integer(kind_of(row));
  for (const TermRow& row : rows) visit_steps(row, [&](std::uint32_t step) { out.integer(step); });
  for (const TermRow& row : rows)
    for (const TermPosting& posting : row.postings) out.integer(posting.frequency - 1);
  for (const TermRow& row : rows)
    for (const TermPosting& posting : row.postings) out.integer(posting.unit);
  for (const TermRow& row : rows)
    if (!row.pair)
      for (const TermPosting& posting : row.postings) out.integer(posting.fields);
  return std::move(out).bytes();
}

std::size_t encoded_bytes(const TermRow& row, std::string_view before) {
  const std::size_t shared = shared_bytes(before, row.text);
  const std::size_t own = row.text.size() - shared;
  std::size_t bytes = integer_bytes(static_cast<std::uint32_t>(shared)) +
                      integer_bytes(static_cast<std::uint32_t>(own)) + own +
                      integer_bytes(kind_of(row));
  visit_steps(row, [&](std::uint32_t step) { bytes += integer_bytes(step); });
  for (const TermPosting& posting : row.postings)
    bytes +=
        integer_bytes(posting.frequency - 1) + integer_bytes(posting.unit) + (row.pair ? 0U : 1U);
  return bytes;
}

Result<std::vector<TermRow>> decode_terms(std::string_view payload) {
  PayloadReader in(payload);
  std::vector<TermRow> rows = take_texts(in);
  take_kinds(in, rows);
  if (in.good()) take_pages(in, rows);
  if (in.good()) take_rest(in, rows);
  for (std::size_t i = 1; i < rows.size(); ++i) in.expect(in_order(rows[i - 1], rows[i]));
  if (Result<void> whole = in.finish("a term file"); !whole) return fail(whole.error());
  return rows;
}

}  // namespace geul::indexer::site
