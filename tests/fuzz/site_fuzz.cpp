// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/site: any bytes are a file of a search or are refused; what was read is written and read
// again as itself.
#include "common/text/utf8.hpp"
#include "indexer/site/deflate.hpp"
#include "indexer/site/directory.hpp"
#include "indexer/site/entry.hpp"
#include "indexer/site/facets_file.hpp"
#include "indexer/site/fragment.hpp"
#include "indexer/site/initials_file.hpp"
#include "indexer/site/reader.hpp"
#include "indexer/site/term_file.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {
namespace {

using namespace indexer::site;

/// A payload may spell an int in more bytes than it takes, so that not bytes but values are
/// compared: what is written of them is stable.
template <class Decode, class Encode>
void check(std::string_view bytes, const Decode& decode, const Encode& encode) {
  const auto value = decode(bytes);
  expect(value || value.error().code == ErrorCode::malformed ||
             value.error().code == ErrorCode::incompatible,
         "a value or a reason");
  if (!value) return;
  const std::string written = encode(*value);
  const auto again = decode(std::string_view(written));
  expect(again.has_value(), "what was written can be read");
  expect(encode(*again) == written, "and is the same");
}

}  // namespace

/// The first byte says what file the rest is tried as.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  const std::string_view bytes = text_of(data, size).substr(1);
  switch (data[0] % 8) {
    case 0:
      check(bytes, decode_entry, encode_entry);
      break;
    case 1:
      check(bytes, decode_directory, encode_directory);
      break;
    case 2:
      check(bytes, decode_terms, encode_terms);
      break;
    case 3:
      check(bytes, decode_fragment, encode_fragment);
      break;
    case 4:
      check(bytes, decode_initials, encode_initials);
      break;
    case 5:
      check(bytes, decode_facets, encode_facets);
      break;
    case 6: {
      const auto titles = decode_titles(bytes, size % 16);
      expect(!titles || titles->size() == size % 16, "all titles");
      break;
    }
    default: {
      const auto inflated = inflate(bytes, kMost);
      expect(!inflated || inflated->size() <= kMost, "no more than asked for");
      expect(inflate(deflate(bytes), bytes.size()).value() == bytes, "what was packed");
    }
  }
  return 0;
}

}  // namespace geul::fuzz
