// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/document.hpp"

namespace geul::indexer {

/// The first heading with text in it; empty without.
[[nodiscard]] std::string first_heading(const std::vector<index::Section>& sections);

/// A title made of a file's name: without date and extension; '-' and '_' are spaces where the
/// name has no spaces of its own; of an index, README or _index the folder's name.
///
///     _posts/2018-02-07-한글-검색.md   ->  한글 검색
///     posts/검색 엔진 a-z/index.md     ->  검색 엔진 a-z
///     글/-.md                          ->  글/-.md
///
/// Returns  nothing for an empty path alone.
[[nodiscard]] std::string title_of_path(std::string_view path);

}  // namespace geul::indexer
