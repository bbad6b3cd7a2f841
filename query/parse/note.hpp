// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/byte_span.hpp"

namespace geul::query {

/// Something in a query that was read otherwise than it may have been meant, and how. Never a
/// failure: there is an answer as well.
struct Note {
  std::string message;  ///< a plain sentence without a final full stop; may quote the query
  ByteSpan span = {};   ///< of TypedQuery::text
};

}  // namespace geul::query
