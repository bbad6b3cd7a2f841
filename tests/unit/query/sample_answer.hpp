// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/answer.hpp"

namespace geul::test {

/// The answer that the example of query/render/JSON.md shows.
[[nodiscard]] query::Answer sample_answer();

/// The same with control characters, escapes, white space and wide letters wherever a post or a
/// query can bring them in.
[[nodiscard]] query::Answer hostile_answer();

}  // namespace geul::test
