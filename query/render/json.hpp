// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/json.hpp"
#include "query/answer.hpp"

namespace geul::query {

/// The number of the description in JSON.md.
inline constexpr int kJsonFormat = 1;

/// The answer as JSON.md describes it; with the query's id in a batch.
[[nodiscard]] Json to_json(const Answer& answer, const std::optional<std::string>& query_id);

/// One line for each hit.
[[nodiscard]] std::string to_json_lines(const Answer& answer,
                                        const std::optional<std::string>& query_id);

/// "word", "variant" …: how a reason calls a family of terms.
[[nodiscard]] std::string_view name_of(analysis::Family family) noexcept;
/// "relevance", "newest", "oldest".
[[nodiscard]] std::string_view name_of(index::Sort sort) noexcept;

}  // namespace geul::query
