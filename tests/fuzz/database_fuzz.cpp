// SPDX-License-Identifier: GPL-2.0-or-later
// common/index: what a database keeps of its settings, names and parts is read or refused, whatever
// its bytes are.
#include "common/index/facets.hpp"
#include "common/index/places.hpp"
#include "common/index/settings.hpp"
#include "common/index/shards.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"
#include "tests/fuzz/scratch_folder.hpp"

namespace geul::fuzz {

namespace {

void check_settings(std::string_view bytes) {
  const auto settings = index::decode_settings(bytes);
  expect(settings || settings.error().code == ErrorCode::malformed, "settings or a reason");
  if (!settings) return;
  const std::string written = index::encode_settings(*settings);
  const auto again = index::decode_settings(written);
  expect(again && *again == *settings, "what was written can be read");
}

void check_names(std::string_view bytes) {
  std::size_t used = 0;
  for (const std::string_view name : index::unpack_names(bytes)) used += 1 + name.size();
  expect(used <= bytes.size(), "names lie in the value");
}

void expect_reason(const Error& error) {
  expect(!error.message.empty(), "a reason");
}

/// A list of databases, in the folder of a sharded one.
void check_list(std::string_view bytes) {
  static const ScratchFolder folder;
  static const bool made = std::filesystem::create_directory(folder / "0");
  expect(made, "a part");
  folder.write("XAPIANDB", bytes);
  const auto places = index::places_of({(folder / "").string()});
  if (places) {
    for (const index::DatabasePlace& place : *places) {
      expect(!place.name.empty() && !place.whole.empty(), "places have names");
      if (const auto remote = index::remote_address(place.name))
        expect(!remote->host.empty() && remote->port > 0 && remote->port < 65536, "a port");
    }
  } else {
    expect_reason(places.error());
  }
  if (const auto shards = index::shards_at(folder / ""))
    expect(shards->size() <= index::kMostShards, "no more shards than there may be");
  else
    expect_reason(shards.error());
}

}  // namespace

/// The first byte says what the rest is tried as.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = text_of(data, size).substr(1);
  switch (data[0] % 3) {
    case 0:
      check_settings(bytes);
      break;
    case 1:
      check_names(bytes);
      break;
    default:
      check_list(bytes);
  }
  return 0;
}

}  // namespace geul::fuzz
