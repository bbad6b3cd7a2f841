// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/result.hpp"
#include "common/text/source_text.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/post.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// What the readers of Markdown, of records and of built pages have in common.

/// The values of front matter as the record wants them, all but what depends on the body.
void read_values(const MetaValue& values, const PostSource& source, Post& post,
                 WarningList& warnings);

/// Gives a post that says none a title: its first heading, else its file's name.
/// Errors  malformed: neither text nor title.
[[nodiscard]] Result<void> complete(Post& post, const PostSource& source);

/// Warns  of bytes that no character could be read from.
void warn_of_encoding(const text::SourceText& source, WarningList& warnings);

}  // namespace geul::indexer
