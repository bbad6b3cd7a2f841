// SPDX-License-Identifier: GPL-2.0-or-later
// common/index/record.hpp: any bytes, with a checksum that fits or without, are a record or a
// reason; what was read is written and read again as itself.
#include "common/index/record.hpp"

#include "common/base/hash.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = text_of(data, size);
  const auto raw = index::decode_record(bytes);
  expect(raw || raw.error().code == ErrorCode::malformed, "a record or a reason");

  const std::string checksum = hash128(bytes).substr(0, 8);
  const auto document = index::decode_record(index::kRecordVersion + checksum + std::string(bytes));
  expect(document || document.error().code == ErrorCode::malformed, "a payload or a reason");
  if (!document) return 0;
  expect(!document->id.empty(), "an id");
  for (const index::Section& section : document->sections)
    expect(text::is_utf8(section.text) && section.level >= 0 && section.level <= 6, "sections");
  const std::string record = index::encode_record(*document);
  const auto again = index::decode_record(record);
  expect(again.has_value(), "what was written can be read");
  expect(index::encode_record(*again) == record, "and is the same");
  return 0;
}

}  // namespace geul::fuzz
