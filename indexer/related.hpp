// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/reader.hpp"

namespace geul::indexer {

struct RelatedPost {
  index::PostName post;
  double likeness = 0;  ///< above 0; 1 is as like the post as it is itself, or more so
};

/// A post and those that are like it.
struct RelatedPosts {
  index::PostName post;
  std::vector<RelatedPost> related;  ///< the most alike first, equal ones by id
};

/// Less of a post's own words and tags than this, by their weight, is chance.
inline constexpr double kLeastLikeness = 0.1;
/// One word in common may mean two things, unless it is all that a post has.
inline constexpr std::size_t kLeastShared = 2;

/// Shows every post of a database, by id, with up to `limit` posts that are like it
/// (index::similar_to()) and share kLeastShared words or tags
/// and kLeastLikeness with it.
/// Errors  as Reader's. Cost: two searches a post, some 3 ms at 1,000 posts; every record is read.
[[nodiscard]] Result<void> visit_related(index::Reader& reader, std::size_t limit,
                                         const std::function<void(const RelatedPosts&)>& take);

}  // namespace geul::indexer
