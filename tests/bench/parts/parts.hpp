// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/bench/parts/sample.hpp"

namespace geul::bench {

/// Register the benchmarks of what indexing and answering do, in their order. An iteration goes
/// over the whole sample, which must outlive them; bytes a second are bytes of its files.
void register_indexing(const Sample& sample);
void register_answering(const Sample& sample);

}  // namespace geul::bench
