// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/post: any text is TOML or a reason, within the limits; what is broken is read by lines.
#include "common/text/source_text.hpp"
#include "indexer/post/rescue.hpp"
#include "tests/fuzz/metadata_laws.hpp"

namespace geul::fuzz {

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text::read_source_text(text_of(data, size)).text;
  expect_parser(indexer::parse_toml, text);
  expect_rescued(indexer::rescue_toml(text, 7), text, 7);
  expect_front_matter("+++\n" + text + "\n+++\n글\n");
  return 0;
}

}  // namespace geul::fuzz
