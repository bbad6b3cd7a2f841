// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace geul::indexer::site {

/// The highest 24 bits of a payload's hash, but never 0.
[[nodiscard]] std::uint32_t name_of(std::string_view payload) noexcept;
/// Six hexadecimal digits.
[[nodiscard]] std::string to_hex_name(std::uint32_t name);

/// The names given in one folder.
class Names {
 public:
  /// The payload's name, or the next one that is free.
  [[nodiscard]] std::uint32_t give(std::string_view payload);

 private:
  std::set<std::uint32_t> given_;
};

/// A folder in which a search is written beside its place, and put there once it is whole. Without
/// publish() it is deleted with its owner, and by the next writer where that died.
class Output {
 public:
  /// Errors  conflict: `out` is a file, or holds what is none of a search's files; io.
  [[nodiscard]] static Result<Output> begin(const std::string& out);
  ~Output();
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Deletes what was written so far.
  [[nodiscard]] Result<void> clear();
  /// Errors are kept until publish(), so that writing goes on without a look at each.
  void write(const std::string& file, std::string_view bytes);
  /// As a DEFLATE stream.
  void write_payload(const std::string& file, std::string_view payload);
  /// Puts it in its place; what was there before is deleted.
  /// Errors  io: those of writing, and of moving.
  [[nodiscard]] Result<void> publish();

  [[nodiscard]] std::size_t files() const noexcept { return files_; }
  [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

 private:
  Output(std::filesystem::path out, std::filesystem::path folder);

  std::filesystem::path out_;
  std::filesystem::path folder_;  ///< empty once it is published
  std::size_t files_ = 0;
  std::size_t bytes_ = 0;
  Result<void> state_;
};

}  // namespace geul::indexer::site
