// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/version_file.hpp"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "common/base/files.hpp"
#include "common/base/format.hpp"

namespace geul::index {
namespace {

constexpr std::uintmax_t kMaxBytes = 4096;
/// The format's name and version, and the database's UUID.
constexpr std::string_view kFormat = "\x0f\x0dXapian Glass\x04\x6e";
constexpr std::size_t kUuidBytes = 16;
/// The tables in the order of the file.
constexpr std::array kTables{"postlist", "docdata", "termlist", "position", "spelling", "synonym"};
constexpr std::uint64_t kMostLevels = 10;
/// Xapian's usual size, which geul never changes. Of another size, Xapian would take halves of
/// blocks for blocks, and read past their ends.
constexpr std::uint64_t kBlockBytes = 8192;
constexpr std::uint64_t kBlockUnit = 2048;  ///< the file counts in these
constexpr std::uint64_t kMostBlocks = 0xFFFF'FF00;

/// Reads Xapian's packed numbers; from the first that is not there, all are 0.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    good_ = false;
    return 0;
  }
  std::string_view text() {
    const std::uint64_t size = number();
    good_ = good_ && size <= bytes_.size();
    if (!good_) return {};
    const std::string_view text = bytes_.substr(0, static_cast<std::size_t>(size));
    bytes_.remove_prefix(text.size());
    return text;
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

/// What the file says of one table.
struct Root {
  std::uint64_t levels = 0;
  std::uint64_t block_units = 0;
  std::uint64_t blocks = 1;  ///< that were ever written
};

Root read_root(Unpacker& unpacker) {
  Root root;
  unpacker.number();  // its block
  root.levels = (unpacker.number() >> 2U) + 1;
  unpacker.number();  // entries
  root.block_units = unpacker.number();
  unpacker.number();  // what is compressed
  Unpacker free_blocks(unpacker.text());
  free_blocks.number();  // the revision
  if (const std::uint64_t blocks = free_blocks.number(); free_blocks.good()) root.blocks = blocks;
  return root;
}

bool is_possible(const Root& root) {
  return root.levels <= kMostLevels && root.block_units == kBlockBytes / kBlockUnit &&
         root.blocks >= 1 && root.blocks <= kMostBlocks;
}

}  // namespace

void check_version_file(const std::string& folder) {
  const Result<std::string> bytes =
      read_file(std::filesystem::path(folder) / "iamglass", kMaxBytes);
  if (!bytes || !bytes->starts_with(kFormat) || bytes->size() < kFormat.size() + kUuidBytes) return;
  Unpacker unpacker(std::string_view(*bytes).substr(kFormat.size() + kUuidBytes));
  unpacker.number();  // the revision
  for (const std::string_view table : kTables) {
    const Root root = read_root(unpacker);
    if (!unpacker.good()) return;
    if (!is_possible(root))
      throw Xapian::DatabaseCorruptError(format("iamglass says of {}.glass what cannot be", table));
  }
}

}  // namespace geul::index
