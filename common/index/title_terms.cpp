// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/title_terms.hpp"

#include <algorithm>

#include "common/index/fields.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"

namespace geul::index {
namespace {

constexpr char kBeforeDay = '\x1F';
constexpr std::string_view kNoDay = "00000000";

/// White space, punctuation and symbols, as titles have them.
bool is_sign(char32_t c) {
  if (c < 0x80)
    return !((c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'));
  return (c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) || (c >= 0x2000 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x3004) || (c >= 0x3007 && c <= 0x303F);
}

struct Start {
  std::size_t offset = 0;
  TitlePlace place = TitlePlace::front;
};

std::vector<Start> starts_in(std::string_view folded) {
  std::vector<Start> starts;
  bool behind_space = true;
  bool behind_sign = true;
  bool before_letters = true;
  for (std::size_t at = 0; at < folded.size() && starts.size() < kMaxTitleStarts;) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(folded, at);
    const bool sign = is_sign(c);
    if (c != U' ' && (behind_space || (behind_sign && !sign)))
      starts.push_back({begin, before_letters ? TitlePlace::front : TitlePlace::inside});
    behind_space = c == U' ';
    behind_sign = sign;
    before_letters = before_letters && sign;
  }
  return starts;
}

}  // namespace

std::vector<std::string> title_terms(std::string_view title, std::string_view day) {
  std::string folded = text::fold_name(title);
  std::ranges::replace(folded, '\0', ' ');
  std::vector<std::string> terms;
  for (const Start& start : starts_in(folded)) {
    std::string term = title_prefix(start.place);
    term += text::clip(std::string_view(folded).substr(start.offset), kMaxTitleTermBytes);
    term += kBeforeDay;
    term += day.empty() ? kNoDay : day;
    terms.push_back(std::move(term));
  }
  return terms;
}

std::string title_prefix(TitlePlace place) {
  return std::string(kTitlePrefix) + (place == TitlePlace::front ? '0' : '1');
}

std::optional<TitleTerm> read_title_term(std::string_view rest) {
  const std::size_t behind = kNoDay.size() + 1;
  if (rest.size() < behind || rest[rest.size() - behind] != kBeforeDay) return std::nullopt;
  const std::size_t size = rest.size() - behind;
  return TitleTerm{rest.substr(0, size), rest.substr(size + 1)};
}

}  // namespace geul::index
