// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/post/post.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// draft: true, or a folder _drafts, makes a draft; public: false or published: false hides. The
/// values may be quoted. A date under `published` hides nothing.
/// Warns  of a value that is neither yes nor no; the post is then shown.
[[nodiscard]] Visibility read_visibility(const MetaValue& front_matter, std::string_view site_path,
                                         WarningList& warnings);

/// The same, after the site's generator was asked: it may show what says that it is a draft, and
/// hide any post.
[[nodiscard]] constexpr Visibility as_published(Visibility written,
                                                Publication publication) noexcept {
  if (publication == Publication::as_written) return written;
  if (publication == Publication::shown) return Visibility::shown;
  return written == Visibility::draft ? written : Visibility::unpublished;
}

}  // namespace geul::indexer
