// SPDX-License-Identifier: GPL-2.0-or-later
// common/base/json.hpp: any bytes are CBOR or a reason, JSON or a reason; what was read is written
// and read again as itself.
#include "common/base/json.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = text_of(data, size);
  if (const Result<Json> value = from_cbor(bytes)) {
    const std::string written = to_cbor(*value);
    const Result<Json> again = from_cbor(written);
    expect(again.has_value(), "CBOR of ours can be read");
    expect(to_cbor(*again) == written, "and is the same");
    expect(text::is_utf8(to_json_text(*value)), "JSON text is UTF-8");
  }
  if (const Result<Json> value = parse_json(bytes)) {
    const std::string written = to_json_text(*value);
    const Result<Json> again = parse_json(written);
    expect(again.has_value(), "JSON of ours can be read");
    expect(to_json_text(*again) == written, "and is the same");
  }
  return 0;
}

}  // namespace geul::fuzz
