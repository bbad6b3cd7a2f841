// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/analysis/analyzer.hpp"
#include "common/base/result.hpp"
#include "common/index/reader.hpp"
#include "common/index/similar.hpp"
#include "query/parse/meant.hpp"
#include "query/parse/plan.hpp"

namespace geul::query {

/// The post that `typed` names: by its id; by its path, absolute or from `folder` on; by its url,
/// with or without a '/' or '#…' at its end; or by the end of one of these, from a '/' on, where
/// only one post ends so.
///
/// Errors  not_found: none, the hint has the ids that are nearest; usage: several; as Reader's.
/// Cost    a look-up for ids and paths; else one record read a post.
[[nodiscard]] Result<index::Document> find_post(index::Reader& reader, std::string_view typed,
                                                const std::string& folder);

/// The question for posts like one: its words and tags as if they had been typed.
struct Likeness {
  MeantQuery meant;
  Plan plan;
};

/// Returns  a plan without parts where the post shares nothing.
/// Cost     one analysis of the post, for how it writes its words.
[[nodiscard]] Likeness likeness_to(const index::Document& post, const index::Topic& topic,
                                   analysis::Analyzer& analyzer);

}  // namespace geul::query
