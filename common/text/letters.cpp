// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/letters.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "common/text/utf8.hpp"

namespace geul::text {
namespace {

icu::UnicodeString from_utf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

std::string normalized(std::string_view utf8, const icu::Normalizer2* form, UErrorCode status) {
  std::string out;
  const icu::UnicodeString text =
      form == nullptr ? from_utf8(utf8) : form->normalize(from_utf8(utf8), status);
  return text.toUTF8String(out);
}

}  // namespace

Category category_of(char32_t code_point) noexcept {
  const auto c = static_cast<UChar32>(code_point);
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & U_GC_L_MASK) != 0) return Category::letter;
  if ((mask & U_GC_M_MASK) != 0) return Category::mark;
  if ((mask & U_GC_ND_MASK) != 0) return Category::decimal;
  if ((mask & U_GC_N_MASK) != 0) return Category::number;
  if ((mask & U_GC_PC_MASK) != 0) return Category::connector;
  return u_isUWhiteSpace(c) != 0 ? Category::space : Category::other;
}

std::string lower_case(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = next_code_point(utf8, i);
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
  return out;
}

std::string lower_case_in_full(std::string_view utf8) {
  std::string out;
  return from_utf8(utf8).toLower(icu::Locale::getRoot()).toUTF8String(out);
}

std::string to_nfd(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(utf8, icu::Normalizer2::getNFDInstance(status), status);
}

std::string to_nfkd(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(utf8, icu::Normalizer2::getNFKDInstance(status), status);
}

}  // namespace geul::text
