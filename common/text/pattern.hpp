// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geul::text {

/// A regular expression that somebody else wrote (ICU's syntax, which takes in nearly all of RE2's
/// and JavaScript's). Immutable; any number of threads may ask.
class Pattern {
 public:
  /// Nothing for what is no regular expression, or longer than 1,000 bytes.
  [[nodiscard]] static std::optional<Pattern> compiled(std::string_view expression);

  /// Whether it matches anywhere in `text`. One that would take long, or much of the stack, does
  /// not match.
  /// Cost  some milliseconds at the most.
  [[nodiscard]] bool is_in(std::string_view text) const;
  /// The groups in order, where it matches the whole of `text`; under the same limits.
  [[nodiscard]] std::optional<std::vector<std::string>> groups(std::string_view text) const;

 private:
  struct Expression;
  explicit Pattern(std::shared_ptr<const Expression> expression)
      : expression_(std::move(expression)) {}

  std::shared_ptr<const Expression> expression_;
};

}  // namespace geul::text
