// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "query/suggest/typed_prefix.hpp"

namespace geul::query {

/// Is shown what stands behind a family's prefix in a term, how it goes on from what was typed, and
/// the number of posts.
using CompletionVisitor =
    std::function<void(std::string_view text, Reading reading, std::size_t documents)>;

/// Whether a walk saw all that it looked for.
enum class Walked { wholly, in_part };

/// Shows the terms of one family (behind `prefix`) that go on from what was typed: the exact ones,
/// then the others, each in the order of their bytes and once.
/// Cost  looks at `most` terms of the exact ones and at as many of each pattern's at the most.
Walked walk_completions(const TypedPrefix& typed, const std::string& prefix, const TermWalk& walk,
                        std::size_t most, const CompletionVisitor& visit);

}  // namespace geul::query
