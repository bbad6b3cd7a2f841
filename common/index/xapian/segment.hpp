// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/segment.hpp"
#include "common/index/writer.hpp"

namespace geul::index {

/// What is built in segments is thrown away when the process dies, so nothing need reach the disk.
inline constexpr int kUnsafe = Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

/// In Postings::bytes().
struct SegmentLimits {
  std::size_t batch_bytes = kBatchBytes;              ///< held in memory until they are committed
  std::size_t segment_bytes = std::size_t{1} << 30U;  ///< some 5,000 posts
};

struct Segment::State {
  std::filesystem::path place;
  SegmentLimits limits;
  std::optional<Xapian::WritableDatabase> database{};  ///< none without documents, and once closed
  std::uint32_t documents = 0;
  std::size_t bytes = 0;  ///< committed
  std::size_t batch_bytes = 0;
  std::optional<Error> failure{};

  [[nodiscard]] Result<void> add(const Xapian::Document& document, std::size_t document_bytes);
  [[nodiscard]] Result<void> close();
  /// Closes the database, whatever becomes of it. Before the destructor, always.
  void let_go() noexcept;
  /// Expects  closed, and not empty.
  [[nodiscard]] Result<void> remove(const std::vector<DocumentKey>& keys);

 private:
  using DocumentNumbers = std::set<Xapian::docid>;

  template <class Action>
  [[nodiscard]] Result<void> change(const Action& action);
  [[nodiscard]] Result<void> open();
  void end_batch();
  [[nodiscard]] Result<DocumentNumbers> numbers_of(const std::vector<DocumentKey>& keys) const;
  [[nodiscard]] Result<void> copy_without(const DocumentNumbers& numbers, State& target) const;
};

}  // namespace geul::index
