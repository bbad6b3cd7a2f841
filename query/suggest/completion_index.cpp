// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/completion_index.hpp"

#include <utility>

namespace geul::query {

CompletionIndex::CompletionIndex(index::Reader& reader, analysis::Analyzer& analyzer)
    : reader_(reader), analyzer_(analyzer) {
  walk_ = [this](const index::TermRange& range, const index::TermVisitor& visit) {
    if (auto walked = reader_.walk_terms(range, visit); !walked && !error_)
      error_ = std::move(walked.error());
  };
}

template <class T>
T CompletionIndex::kept(Result<T> answer) {
  if (answer) return *std::move(answer);
  if (!error_) error_ = std::move(answer.error());
  return T{};
}

std::size_t CompletionIndex::documents() {
  return kept(reader_.document_count());
}

std::size_t CompletionIndex::frequency(const std::string& term) {
  return kept(reader_.frequency(term));
}

index::DocumentSet CompletionIndex::matches(const index::Query& query) {
  return kept(reader_.matches(query));
}

std::vector<std::size_t> CompletionIndex::frequencies(const index::DocumentSet& among,
                                                      const std::vector<std::string>& terms) {
  std::vector<std::size_t> counts = kept(reader_.frequencies(among, terms));
  counts.resize(terms.size());
  return counts;
}

std::vector<std::string> CompletionIndex::values(const std::string& term, index::Slot slot,
                                                 std::size_t limit) {
  return kept(reader_.values(term, slot, limit));
}

std::vector<index::Document> CompletionIndex::first_documents(const index::Query& query,
                                                              std::size_t limit) {
  return kept(reader_.first_documents(query, limit));
}

Result<void> CompletionIndex::state() const {
  if (error_) return fail(*error_);
  return {};
}

}  // namespace geul::query
