// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>

#include "common/index/query.hpp"
#include "common/index/xapian/alike.hpp"
#include "common/index/xapian/databases.hpp"
#include "common/index/xapian/windows/bits.hpp"
#include "common/index/xapian/windows/postings.hpp"

namespace geul::index {

/// What the parts of one search share.
struct WindowContext {
  explicit WindowContext(const SearchedDatabases& searched)
      : databases(searched),
        postings(searched),
        expansion(searched.all),
        has_positions(searched.all.has_positions()) {}

  const SearchedDatabases& databases;
  QueryPostings postings;
  PrefixExpansion expansion;
  bool has_positions;
};

/// The documents that a query matches, window by window.
class WindowMatch {
 public:
  /// What it costs to ask about a document; the cheap is asked first.
  enum class Cost : std::uint8_t { bits, value, positions };

  virtual ~WindowMatch() = default;
  WindowMatch() = default;
  WindowMatch(const WindowMatch&) = delete;
  WindowMatch& operator=(const WindowMatch&) = delete;
  WindowMatch(WindowMatch&&) = delete;
  WindowMatch& operator=(WindowMatch&&) = delete;

  [[nodiscard]] virtual Cost cost() const noexcept = 0;
  /// At most so many documents match.
  [[nodiscard]] virtual Xapian::doccount most() const noexcept = 0;
  /// Of some documents of the window that begins with the number `first`, those that match.
  /// Expects  windows in ascending order. Throws  Xapian::Error.
  [[nodiscard]] virtual WindowBits among(Xapian::docid first, const WindowBits& candidates) = 0;
};

/// What acts on weights alone is left out, as with Use::match.
/// Lifetime  it refers to the query and the context. Throws  Xapian::Error.
[[nodiscard]] std::unique_ptr<WindowMatch> match_in_windows(const Query& query,
                                                            WindowContext& context);

}  // namespace geul::index
