// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/convert.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <memory>
#include <optional>

#include "common/text/icu_status.hpp"
#include "common/text/utf8.hpp"

namespace geul::text {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

const char* converter_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16_le:
      return "UTF-16LE";
    case Encoding::utf16_be:
      return "UTF-16BE";
    case Encoding::cp949:
      return "windows-949";
    case Encoding::utf8:
      break;
  }
  return "UTF-8";
}

Converter open_converter(Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(converter_name(encoding), &status), &ucnv_close);
  // Stop at what cannot be read, so that it is counted; the default would replace it in silence.
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  expect_success(status, "convert encodings");
  return converter;
}

/// Reads the bytes behind the first `skipped`, one code point at a time, keeping offsets.
SourceText read_as(Encoding encoding, std::string_view bytes, std::size_t skipped) {
  const Converter converter = open_converter(encoding);
  SourceText source{{}, OffsetMap(skipped), encoding};
  const char* at = bytes.data() + skipped;
  const char* const end = bytes.data() + bytes.size();
  while (at < end) {
    source.offsets.append(source.text.size(), static_cast<std::size_t>(at - bytes.data()));
    const char* const before = at;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 code_point = ucnv_getNextUChar(converter.get(), &at, end, &status);
    if (U_SUCCESS(status)) {
      append_utf8(source.text, static_cast<char32_t>(code_point));
      continue;
    }
    ucnv_resetToUnicode(converter.get());
    if (at == before) ++at;
    source.replaced_bytes += static_cast<std::size_t>(at - before);
    append_utf8(source.text, 0xFFFD);
  }
  source.offsets.append(source.text.size(), bytes.size());
  return source;
}

/// The encodings to consider besides UTF-8, by ICU's statistics. Others than these do not occur in
/// Korean posts, and a wrong guess costs more than a few U+FFFD. Any pair of bytes is a character
/// of UTF-16, so that it is believed only where spaces and line ends left NUL bytes.
std::optional<Encoding> detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return std::nullopt;
  const bool has_nul = bytes.find('\0') != std::string_view::npos;
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    if (has_nul && name == "UTF-16LE") return Encoding::utf16_le;
    if (has_nul && name == "UTF-16BE") return Encoding::utf16_be;
    if (!has_nul && name == "EUC-KR") return Encoding::cp949;
  }
  return std::nullopt;
}

/// How well bytes that are not UTF-8 pass for damaged UTF-8.
struct Utf8Evidence {
  std::size_t multibyte = 0;  ///< well-formed code points of several bytes
  std::size_t ill_formed = 0;
};

Utf8Evidence weigh(std::string_view bytes) {
  Utf8Evidence evidence;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(bytes, offset);
    const bool literal = bytes.substr(begin, offset - begin) == "\xEF\xBF\xBD";
    if (c == 0xFFFD && !literal) {
      ++evidence.ill_formed;
    } else if (c >= 0x80) {
      ++evidence.multibyte;
    }
  }
  return evidence;
}

SourceText read_damaged(std::string_view bytes, std::size_t skipped) {
  const Utf8Evidence evidence = weigh(bytes.substr(skipped));
  // CP949 Hangul forms well-formed UTF-8 by accident now and then, never mostly.
  if (evidence.multibyte < evidence.ill_formed) {
    const auto encoding = detect(bytes);
    if (encoding) {
      SourceText source = read_as(*encoding, bytes, skipped);
      if (source.replaced_bytes <= evidence.ill_formed) return source;
    }
  }
  return read_as(Encoding::utf8, bytes, skipped);
}

}  // namespace

SourceText convert(std::string_view bytes) {
  if (bytes.starts_with(kUtf16LeMark)) return read_as(Encoding::utf16_le, bytes, 2);
  if (bytes.starts_with(kUtf16BeMark)) return read_as(Encoding::utf16_be, bytes, 2);
  const std::size_t skipped = bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  const std::string_view rest = bytes.substr(skipped);
  if (is_utf8(rest)) return {std::string(rest), OffsetMap(skipped)};
  return read_damaged(bytes, skipped);
}

}  // namespace geul::text
