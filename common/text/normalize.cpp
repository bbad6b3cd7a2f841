// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/normalize.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "common/text/combining.hpp"
#include "common/text/icu_status.hpp"
#include "common/text/utf8.hpp"

namespace geul::text {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const instance = icu::Normalizer2::getNFCInstance(status);
  expect_success(status, "compose letters");
  return *instance;
}

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const instance = icu::Normalizer2::getNFKCInstance(status);
  expect_success(status, "compose letters");
  return *instance;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

constexpr bool is_width_variant(char32_t c) noexcept {
  return c >= 0xFF01 && c <= 0xFFEE;
}
constexpr bool is_syllable(char32_t c) noexcept {
  return c >= 0xAC00 && c <= 0xD7A3;
}

/// The ordinary character of a full-width or half-width one. The raw mapping (UnicodeData.txt,
/// field 5) takes the half-width ﾡ to ㄱ (U+3131), where NFKC would go on to a conjoining jamo.
char32_t without_width(char32_t c) {
  icu::UnicodeString mapped;
  if (!nfkc().getRawDecomposition(static_cast<UChar32>(c), mapped)) return c;
  return static_cast<char32_t>(mapped.char32At(0));
}

void fold_code_points(std::string_view utf8, std::string& out) {
  for (std::size_t offset = 0; offset < utf8.size();) {
    char32_t c = next_code_point(utf8, offset);
    if (is_width_variant(c)) c = without_width(c);
    append_utf8(out,
                static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
  }
}

/// Words of ASCII and whole syllables, nearly all there are: true when that was all.
bool fold_plain(std::string_view utf8, std::string& out) {
  for (std::size_t offset = 0; offset < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[offset]);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
      ++offset;
      continue;
    }
    const std::size_t begin = offset;
    if (!is_syllable(next_code_point(utf8, offset))) return false;
    out.append(utf8, begin, offset - begin);
  }
  return true;
}

std::string bounded(std::string_view utf8) {
  std::string out;
  visit_bounded(utf8, [&](const ByteSpan& span) { out += slice(utf8, span); });
  return out;
}

std::string compose(const std::string& utf8) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(utf8.size()));
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(utf8), sink, nullptr, status);
  expect_success(status, "compose letters");
  return out;
}

}  // namespace

bool is_nfc(std::string_view utf8) {
  if (has_long_run(utf8)) return false;
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(piece(utf8), status) != 0 && U_SUCCESS(status);
}

std::string to_nfc(std::string_view utf8) {
  if (!is_utf8(utf8)) return to_nfc(to_utf8(utf8));
  if (is_nfc(utf8)) return std::string(utf8);
  const std::string composed = compose(bounded(utf8));
  // A mark may become two (U+0344).
  return has_long_run(composed) ? bounded(composed) : composed;
}

void fold(std::string_view utf8, std::string& out) {
  out.clear();
  if (fold_plain(utf8, out)) return;
  const std::string composed = to_nfc(utf8);
  out.clear();
  fold_code_points(composed, out);
  if (!is_nfc(out)) out = to_nfc(out);
}

std::string fold(std::string_view utf8) {
  std::string out;
  fold(utf8, out);
  return out;
}

std::string fold_name(std::string_view utf8) {
  const std::string folded = fold(utf8);
  std::string name;
  bool gap = false;
  for (std::size_t offset = 0; offset < folded.size();) {
    const std::size_t begin = offset;
    if (u_isUWhiteSpace(static_cast<UChar32>(next_code_point(folded, offset))) != 0) {
      gap = !name.empty();
      continue;
    }
    if (gap) name += ' ';
    gap = false;
    name.append(folded, begin, offset - begin);
  }
  return name;
}

}  // namespace geul::text
