// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {

/// A post's summary as plain text: summary, description, excerpt, subtitle, the first that says
/// something. Its Markdown is read as the body's is, also where its lines were joined into one:
///
///     ### 제목 ```js import a from 'a' ``` 다음   ->  제목 import a from 'a' 다음
///
/// Where only an address, or math, would leave nothing, it stays as it was typed.
[[nodiscard]] std::string read_summary(const MetaValue& front_matter, WarningList& warnings);

}  // namespace geul::indexer
