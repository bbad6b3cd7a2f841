// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/live_index.hpp"

#include <string>

namespace geul::query {

using index::Query;

LiveIndex::LiveIndex(index::Reader& reader) : reader_(reader) {
  view_.frequency = [this](const std::string& term) { return kept(reader_.frequency(term)); };
  view_.count = [this](const Query& query) { return count(query); };
  view_.walk = [this](const index::TermRange& range, const index::TermVisitor& visit) {
    if (auto walked = reader_.walk_terms(range, visit); !walked) keep(walked.error());
  };
}

Result<void> LiveIndex::state() const {
  if (error_) return fail(*error_);
  return {};
}

void LiveIndex::keep(const Error& error) {
  if (!error_) error_ = error;
}

std::size_t LiveIndex::kept(const Result<std::size_t>& value) {
  if (!value) keep(value.error());
  return value.value_or(0);
}

std::size_t LiveIndex::count(const Query& query) {
  index::SearchRequest request;
  request.query = Query::scaled(0, query);
  request.limit = 0;
  request.exact_total = true;
  const auto found = reader_.search(request);
  if (!found) keep(found.error());
  return found ? found->total.count : 0;
}

}  // namespace geul::query
