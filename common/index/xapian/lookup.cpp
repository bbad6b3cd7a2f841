// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/lookup.hpp"

#include <algorithm>
#include <utility>

#include "common/index/record.hpp"
#include "common/index/xapian/translate.hpp"

namespace geul::index {
namespace {

Error damaged(const Error& error) {
  return {ErrorCode::corrupt, error.message,
          "build the database again with geul-index build --rebuild"};
}

/// The matches in the order of their numbers.
Result<std::vector<Xapian::docid>> matches_of(const Xapian::Database& database, const Query& query,
                                              std::size_t limit) {
  const Result<Xapian::Query> translated = translate(query, Use::match, database);
  if (!translated) return fail(translated.error());
  Xapian::Enquire enquire(database);
  enquire.set_query(*translated);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const std::size_t most = std::min<std::size_t>(limit, database.get_doccount());
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
  std::vector<Xapian::docid> numbers;
  for (auto match = found.begin(); match != found.end(); ++match) numbers.push_back(*match);
  return numbers;
}

/// By a jump in the term's list for each document.
std::size_t count_by_jumps(const Xapian::Database& database, const std::string& term,
                           const std::vector<Xapian::docid>& numbers) {
  std::size_t count = 0;
  auto at = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (const Xapian::docid number : numbers) {
    if (at == end) break;
    at.skip_to(number);
    if (at != end && *at == number) ++count;
  }
  return count;
}

/// By the whole of the term's list.
std::size_t count_by_list(const Xapian::Database& database, const std::string& term,
                          const std::vector<Xapian::docid>& numbers) {
  std::size_t count = 0;
  const auto end = database.postlist_end(term);
  auto number = numbers.begin();
  for (auto at = database.postlist_begin(term); at != end; ++at) {
    number = std::lower_bound(number, numbers.end(), *at);
    if (number == numbers.end()) break;
    if (*number == *at) ++count;
  }
  return count;
}

std::size_t count_among(const Xapian::Database& database, const std::string& term,
                        const std::vector<Xapian::docid>& numbers) {
  constexpr std::size_t kJump = 4;  // a jump costs as much as some steps
  return database.get_termfreq(term) < kJump * numbers.size()
             ? count_by_list(database, term, numbers)
             : count_by_jumps(database, term, numbers);
}

/// All documents by their dates and then numbers, undated ones first.
std::vector<Xapian::docid> numbers_by_date(const Xapian::Database& database) {
  constexpr auto kDate = static_cast<Xapian::valueno>(Slot::date);
  std::vector<std::pair<std::string, Xapian::docid>> dated;
  dated.reserve(database.get_doccount());
  auto date = database.valuestream_begin(kDate);
  const auto end = database.postlist_end(std::string());
  for (auto number = database.postlist_begin(std::string()); number != end; ++number) {
    if (date != database.valuestream_end(kDate)) date.skip_to(*number);
    const bool has = date != database.valuestream_end(kDate) && date.get_docid() == *number;
    dated.emplace_back(has ? *date : std::string(), *number);
  }
  std::ranges::sort(dated);
  std::vector<Xapian::docid> numbers;
  numbers.reserve(dated.size());
  for (const auto& entry : dated) numbers.push_back(entry.second);
  return numbers;
}

}  // namespace

Result<std::optional<Document>> find_document(const Xapian::Database& database,
                                              const std::string& key) {
  const auto found = database.postlist_begin(key);
  if (found == database.postlist_end(key)) return std::nullopt;
  Result<Document> document = decode_record(database.get_document(*found).get_data());
  if (!document) return fail(damaged(document.error()));
  return std::optional<Document>(std::move(*document));
}

Result<std::optional<std::vector<DocumentTerm>>> terms_of_document(const Xapian::Database& database,
                                                                   const std::string& key) {
  const auto found = database.postlist_begin(key);
  if (found == database.postlist_end(key)) return std::nullopt;
  std::vector<DocumentTerm> terms;
  const auto end = database.termlist_end(*found);
  for (auto term = database.termlist_begin(*found); term != end; ++term)
    terms.push_back({*term, term.get_wdf(), database.get_termfreq(*term)});
  return std::optional(std::move(terms));
}

Result<void> visit_by_date(const Xapian::Database& database, const DocumentVisitor& visitor) {
  const std::vector<Xapian::docid> numbers = numbers_by_date(database);
  visitor.begin(numbers.size());
  for (const Xapian::docid number : numbers) {
    Result<Document> document = decode_record(database.get_document(number).get_data());
    if (!document) return fail(damaged(document.error()));
    if (Result<void> taken = visitor.take(*std::move(document)); !taken) return taken;
  }
  return {};
}

Result<std::vector<PostName>> names_in(const Xapian::Database& database) {
  std::vector<PostName> names;
  const auto end = database.postlist_end(std::string());
  for (auto number = database.postlist_begin(std::string()); number != end; ++number) {
    Result<Document> post = decode_record(database.get_document(*number).get_data());
    if (!post) return fail(damaged(post.error()));
    names.push_back(
        {std::move(post->id), std::move(post->path), std::move(post->url), std::move(post->title)});
  }
  std::ranges::sort(names, {}, &PostName::id);
  return names;
}

std::vector<std::string> values_in(const Xapian::Database& database, const std::string& term,
                                   Slot slot, std::size_t limit) {
  std::vector<std::string> values;
  const auto end = database.postlist_end(term);
  for (auto at = database.postlist_begin(term); at != end && values.size() < limit; ++at)
    values.push_back(database.get_document(*at, Xapian::DOC_ASSUME_VALID)
                         .get_value(static_cast<Xapian::valueno>(slot)));
  return values;
}

Result<DocumentSet> matches_in(const Xapian::Database& database, const Query& query) {
  auto numbers = matches_of(database, query, database.get_doccount());
  if (!numbers) return fail(numbers.error());
  return DocumentSet{*std::move(numbers)};
}

std::vector<std::size_t> frequencies_in(const Xapian::Database& database, const DocumentSet& among,
                                        const std::vector<std::string>& terms) {
  std::vector<std::size_t> counts;
  counts.reserve(terms.size());
  for (const std::string& term : terms)
    counts.push_back(count_among(database, term, among.numbers));
  return counts;
}

Result<std::vector<Document>> first_documents_in(const Xapian::Database& database,
                                                 const Query& query, std::size_t limit) {
  const auto numbers = matches_of(database, query, limit);
  if (!numbers) return fail(numbers.error());
  std::vector<Document> documents;
  for (const Xapian::docid number : *numbers) {
    Result<Document> document = decode_record(database.get_document(number).get_data());
    if (!document) return fail(damaged(document.error()));
    documents.push_back(*std::move(document));
  }
  return documents;
}

}  // namespace geul::index
