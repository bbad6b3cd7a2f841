// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/hash.hpp"

#include <catch2/catch.hpp>

namespace geul {

TEST_CASE("hash: is the published function, in canonical order") {
  // XXH3_128bits of the empty input, from the specification's test vectors.
  CHECK(to_hex(hash128("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(hash128("글").size() == 16);
  CHECK(hash128("글") != hash128("굴"));
}

}  // namespace geul
