// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace geul {

/// A string that means one thing and does not become another by accident.
template <class Tag>
class StrongString {
 public:
  StrongString() = default;
  explicit StrongString(std::string value) : value_(std::move(value)) {}

  [[nodiscard]] const std::string& str() const noexcept { return value_; }
  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }
  friend auto operator<=>(const StrongString&, const StrongString&) = default;

 private:
  std::string value_;
};

/// What a post is called everywhere: a JSON Lines record's id, else its path relative to its
/// SOURCE, NFC, with '/' between folders. Unique within a database. Valid UTF-8, not empty.
using DocumentId = StrongString<struct DocumentIdTag>;

/// Sixteen raw bytes: the hash of a post's bytes and of the settings that shape it.
using ContentHash = StrongString<struct ContentHashTag>;

}  // namespace geul

template <class Tag>
struct std::hash<geul::StrongString<Tag>> {
  std::size_t operator()(const geul::StrongString<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};
