// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/pattern.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace geul::text {
namespace {

constexpr std::size_t kLongest = 1000;
constexpr std::int32_t kTimeLimit = 10;         // of ICU's steps: some milliseconds
constexpr std::int32_t kStackLimit = 1 << 20U;  // bytes

icu::UnicodeString from_utf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

}  // namespace

struct Pattern::Expression {
  std::unique_ptr<const icu::RegexPattern> pattern;

  /// `subject` outlives the matcher.
  [[nodiscard]] std::unique_ptr<icu::RegexMatcher> matcher(const icu::UnicodeString& subject,
                                                           UErrorCode& status) const {
    std::unique_ptr<icu::RegexMatcher> matcher(pattern->matcher(subject, status));
    if (U_FAILURE(status) || !matcher) return nullptr;
    matcher->setTimeLimit(kTimeLimit, status);
    matcher->setStackLimit(kStackLimit, status);
    return matcher;
  }
};

std::optional<Pattern> Pattern::compiled(std::string_view expression) {
  if (expression.size() > kLongest) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::RegexPattern> pattern(
      icu::RegexPattern::compile(from_utf8(expression), 0, status));
  if (U_FAILURE(status) || !pattern) return std::nullopt;
  return Pattern(std::make_shared<const Expression>(Expression{std::move(pattern)}));
}

bool Pattern::is_in(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString subject = from_utf8(text);
  const auto matcher = expression_->matcher(subject, status);
  if (U_FAILURE(status) || !matcher) return false;
  const bool found = matcher->find(status) != 0;
  return U_SUCCESS(status) && found;
}

std::optional<std::vector<std::string>> Pattern::groups(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString subject = from_utf8(text);
  const auto matcher = expression_->matcher(subject, status);
  if (U_FAILURE(status) || !matcher) return std::nullopt;
  const bool whole = matcher->matches(status) != 0;
  if (U_FAILURE(status) || !whole) return std::nullopt;
  std::vector<std::string> groups;
  for (std::int32_t group = 1; group <= matcher->groupCount(); ++group)
    matcher->group(group, status).toUTF8String(groups.emplace_back());
  return groups;
}

}  // namespace geul::text
