// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

#include "common/index/postings.hpp"
#include "common/index/writer.hpp"

namespace geul::index {

/// Postings in Xapian's form.
/// Throws std::runtime_error where Xapian does not take them, which no post leads to.
[[nodiscard]] Xapian::Document to_xapian(const Postings& postings);

struct PreparedDocument::State {
  explicit State(const Postings& postings)
      : key(postings.key), bytes(postings.bytes()), document(to_xapian(postings)) {}

  DocumentKey key;
  std::size_t bytes;
  Xapian::Document document;
};

}  // namespace geul::index
