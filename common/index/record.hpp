// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.hpp"
#include "common/index/document.hpp"

namespace geul::index {

/// A document as bytes, the form in which the index keeps it: a version, a checksum (Xapian has
/// none of its own), a CBOR map, and the sections' texts behind it as they are: most of a record,
/// and read for each hit. SCHEMA.md describes it.
///
/// Returns  at most some 4 MiB: headings, texts and code are kept up to kMaxRecordText together,
///          from the front; every other string up to kMaxRecordString; names as kept_names()
///          has them. What does not fit is left out of the record, not out of the postings.
///          Ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string encode_record(const Document& document);

/// Errors  malformed: damaged, of another version, or no record at all. Never throws.
[[nodiscard]] Result<Document> decode_record(std::string_view record);

inline constexpr std::size_t kMaxRecordText = std::size_t{1} << 20U;
inline constexpr std::size_t kMaxRecordString = std::size_t{1} << 16U;
/// What a section counts against kMaxRecordText beside its strings.
inline constexpr std::size_t kSectionOverhead = 64;
inline constexpr char kRecordVersion = 2;

}  // namespace geul::index
