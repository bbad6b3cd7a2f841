// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/strong_id.hpp"
#include "query/suggest/typed_prefix.hpp"

namespace geul::query {

/// One completion.
struct Suggestion {
  /// In the order in which they are shown.
  enum class Kind : std::uint8_t { tag, category, word, title };
  Kind kind = Kind::word;
  std::string text;  ///< as posts write it
  Reading reading = Reading::exact;
  std::size_t posts = 0;  ///< that have it, and what was typed before; 1 for a title
  std::string query;      ///< what to search for next; empty for a title
  DocumentId id = {};     ///< of a title's post
  std::string url = {};
};
[[nodiscard]] std::string_view name_of(Suggestion::Kind kind) noexcept;

struct Suggestions {
  std::string typed;  ///< as valid UTF-8
  std::vector<Suggestion> found;
  std::vector<std::string> missing = {};  ///< databases that were left out (Reader::missing())
};

/// The completions of one kind, the best first, worked out as they are asked for.
class CompletionSource {
 public:
  CompletionSource() = default;
  CompletionSource(const CompletionSource&) = delete;
  CompletionSource& operator=(const CompletionSource&) = delete;
  CompletionSource(CompletionSource&&) = delete;
  CompletionSource& operator=(CompletionSource&&) = delete;
  virtual ~CompletionSource() = default;

  /// The next of those that are read as `least` or surer.
  [[nodiscard]] virtual std::optional<Suggestion> next(Reading least) = 0;
};

}  // namespace geul::query
