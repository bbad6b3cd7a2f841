// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "common/base/result.hpp"
#include "common/index/reader.hpp"
#include "query/rungs/index_view.hpp"

namespace geul::query {

/// A reader as the rungs see it, and the first error among its answers.
/// Lifetime  keeps a reference to the reader; not to be moved, since the view refers to it.
class LiveIndex {
 public:
  explicit LiveIndex(index::Reader& reader);
  LiveIndex(const LiveIndex&) = delete;
  LiveIndex& operator=(const LiveIndex&) = delete;
  LiveIndex(LiveIndex&&) = delete;
  LiveIndex& operator=(LiveIndex&&) = delete;
  ~LiveIndex() = default;

  [[nodiscard]] const IndexView& view() const noexcept { return view_; }
  /// The first error; what the view has answered since is not to be trusted.
  [[nodiscard]] Result<void> state() const;

 private:
  void keep(const Error& error);
  [[nodiscard]] std::size_t kept(const Result<std::size_t>& value);
  [[nodiscard]] std::size_t count(const index::Query& query);

  index::Reader& reader_;
  IndexView view_;
  std::optional<Error> error_;
};

}  // namespace geul::query
