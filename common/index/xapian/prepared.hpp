// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <utility>

#include "common/index/postings.hpp"
#include "common/index/writer.hpp"

namespace geul::index {

/// Postings in Xapian's form.
[[nodiscard]] Xapian::Document to_xapian(const Postings& postings);

struct PreparedDocument::State {
  explicit State(Postings made) : postings(std::move(made)), bytes(postings.bytes()) {}

  Postings postings;
  std::size_t bytes;
};

}  // namespace geul::index
