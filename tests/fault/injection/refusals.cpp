// SPDX-License-Identifier: GPL-2.0-or-later
// Stubs of the libraries that say by a null or a status that they have failed. The linker puts them
// in place (--wrap in CMakeLists.txt); the functions themselves are __real_….
#include <cmark.h>
#include <gumbo.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utext.h>

#include "tests/fault/injection/injection.hpp"

// ICU's functions are macros for names with its version behind (ubrk_open_72), and so must ours be.
#define GEUL_JOIN(a, b) a##b
#define GEUL_REAL(function) GEUL_JOIN(__real_, function)
#define GEUL_WRAP(function) GEUL_JOIN(__wrap_, function)

namespace {

bool refuses(const char* call, UErrorCode* status) {
  if (!geul::test::call_fails(call)) return false;
  *status = U_MEMORY_ALLOCATION_ERROR;
  return true;
}

}  // namespace

extern "C" {

cmark_node* __real_cmark_parse_document(const char* bytes, size_t size, int options);
cmark_node* __wrap_cmark_parse_document(const char* bytes, size_t size, int options) {
  if (geul::test::call_fails("cmark_parse_document")) return nullptr;
  return __real_cmark_parse_document(bytes, size, options);
}

cmark_iter* __real_cmark_iter_new(cmark_node* root);
cmark_iter* __wrap_cmark_iter_new(cmark_node* root) {
  return geul::test::call_fails("cmark_iter_new") ? nullptr : __real_cmark_iter_new(root);
}

GumboOutput* __real_gumbo_parse_with_options(const GumboOptions* options, const char* bytes,
                                             size_t size);
GumboOutput* __wrap_gumbo_parse_with_options(const GumboOptions* options, const char* bytes,
                                             size_t size) {
  if (geul::test::call_fails("gumbo_parse_with_options")) return nullptr;
  return __real_gumbo_parse_with_options(options, bytes, size);
}

UBreakIterator* GEUL_REAL(ubrk_open)(UBreakIteratorType type, const char* locale, const UChar* text,
                                     int32_t length, UErrorCode* status);
UBreakIterator* GEUL_WRAP(ubrk_open)(UBreakIteratorType type, const char* locale, const UChar* text,
                                     int32_t length, UErrorCode* status) {
  if (refuses("ubrk_open", status)) return nullptr;
  return GEUL_REAL(ubrk_open)(type, locale, text, length, status);
}

UText* GEUL_REAL(utext_openUTF8)(UText* text, const char* utf8, int64_t length, UErrorCode* status);
UText* GEUL_WRAP(utext_openUTF8)(UText* text, const char* utf8, int64_t length,
                                 UErrorCode* status) {
  if (refuses("utext_openUTF8", status)) return nullptr;
  return GEUL_REAL(utext_openUTF8)(text, utf8, length, status);
}

UConverter* GEUL_REAL(ucnv_open)(const char* name, UErrorCode* status);
UConverter* GEUL_WRAP(ucnv_open)(const char* name, UErrorCode* status) {
  return refuses("ucnv_open", status) ? nullptr : GEUL_REAL(ucnv_open)(name, status);
}

UCharsetDetector* GEUL_REAL(ucsdet_open)(UErrorCode* status);
UCharsetDetector* GEUL_WRAP(ucsdet_open)(UErrorCode* status) {
  return refuses("ucsdet_open", status) ? nullptr : GEUL_REAL(ucsdet_open)(status);
}

const icu::Normalizer2* real_nfc(UErrorCode& status) asm("__real_" GEUL_NFC);
const icu::Normalizer2* wrap_nfc(UErrorCode& status) asm("__wrap_" GEUL_NFC);
const icu::Normalizer2* wrap_nfc(UErrorCode& status) {
  return refuses("getNFCInstance", &status) ? nullptr : real_nfc(status);
}

}  // extern "C"
