// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/related.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "common/index/similar.hpp"

namespace geul::indexer {
namespace {

/// Looked at beyond the limit: some share one word alone.
constexpr std::size_t kSpare = 5;

index::PostName name_of(index::Document post) {
  return {std::move(post.id), std::move(post.path), std::move(post.url), std::move(post.title)};
}

/// To four digits, so that sums in another order come out alike.
double rounded(double likeness) {
  constexpr double kSteps = 10'000;
  return std::round(likeness * kSteps) / kSteps;
}

/// What the post itself would score.
Result<double> own_weight(index::Reader& reader, const index::Topic& topic, const DocumentId& id) {
  std::vector<index::Query> parts;
  for (const index::Topic::Word& word : topic.words) parts.push_back(index::word_query(word));
  for (const index::Topic::Word& tag : topic.tags) parts.push_back(index::tag_query(tag));
  const auto weights = reader.weights({index::Query::any(std::move(parts))}, id, {});
  if (!weights) return fail(weights.error());
  return weights->front();
}

Result<std::vector<RelatedPost>> related_to(index::Reader& reader, const DocumentId& id,
                                            std::size_t documents, std::size_t limit) {
  const auto terms = reader.terms_of(id);
  if (!terms) return fail(terms.error());
  if (!*terms) return std::vector<RelatedPost>{};
  index::SearchRequest request;
  const index::Topic topic = index::topic_of(**terms, documents, request.ranking);
  const auto own = own_weight(reader, topic, id);
  if (!own) return fail(own.error());
  request.query = index::similar_to(topic, id);
  request.limit = limit + kSpare;
  auto found = reader.search(request);
  if (!found) return fail(found.error());
  std::vector<RelatedPost> related;
  const std::size_t least = std::min(kLeastShared, topic.words.size() + topic.tags.size());
  for (index::Hit& hit : found->hits) {
    const double likeness = rounded(hit.score / *own);
    if (likeness >= kLeastLikeness && hit.matched_terms.size() >= least)
      related.push_back({name_of(std::move(hit.document)), likeness});
  }
  std::ranges::sort(related, [](const RelatedPost& a, const RelatedPost& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.post.id < b.post.id;
  });
  for (RelatedPost& post : related) post.likeness = std::min(post.likeness, 1.0);
  if (related.size() > limit) related.resize(limit);
  return related;
}

}  // namespace

Result<void> visit_related(index::Reader& reader, std::size_t limit,
                           const std::function<void(const RelatedPosts&)>& take) {
  auto names = reader.names();
  if (!names) return fail(names.error());
  for (index::PostName& name : *names) {
    auto related = related_to(reader, name.id, names->size(), limit);
    if (!related) return fail(related.error());
    take({std::move(name), *std::move(related)});
  }
  return {};
}

}  // namespace geul::indexer
