// SPDX-License-Identifier: GPL-2.0-or-later
// common/index/xapian/version_file.hpp: whatever a database's version file says, opening it gives a
// reader that answers or a reason.
#include "common/index/reader.hpp"
#include "tests/fuzz/small_index.hpp"

namespace geul::fuzz {

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ScratchFolder folder;
  static const std::string database = small_index(folder);
  folder.write("db/iamglass", text_of(data, size));
  const auto reader = index::Reader::open({database});
  expect(reader || !reader.error().message.empty(), "a reader or a reason");
  return 0;
}

}  // namespace geul::fuzz
