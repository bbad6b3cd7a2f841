// SPDX-License-Identifier: GPL-2.0-or-later
// common/text/source_text.hpp: any bytes become clean text whose offsets lead back into the file.
#include "common/text/source_text.hpp"

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const text::SourceText source = text::read_source_text(text_of(data, size));
  expect(text::is_utf8(source.text), "UTF-8");
  expect(text::is_nfc(source.text), "NFC");
  expect(source.text.find_first_of(std::string_view("\r\0", 2)) == std::string::npos,
         "no CR, no NUL");
  std::size_t last = 0;
  for (std::size_t offset = 0; offset <= source.text.size(); ++offset) {
    const std::size_t in_file = source.offsets.to_file(offset);
    expect(in_file >= last && in_file <= size, "offsets rise and stay within the file");
    last = in_file;
  }
  return 0;
}

}  // namespace geul::fuzz
