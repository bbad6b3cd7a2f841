// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/generator.hpp"

namespace geul::indexer {

void Generator::complete(MetaValue& /*front_matter*/, std::string_view /*path*/) const {}

Publication Generator::publication(const AddressInput& /*input*/, std::int64_t /*now*/) const {
  return Publication::as_written;
}

}  // namespace geul::indexer
