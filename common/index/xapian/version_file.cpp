// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/version_file.hpp"

#include <sys/types.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <utility>

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
  std::uint64_t block = 0;
  std::uint64_t levels = 0;
  bool is_made_up = false;  ///< an empty table: there is no block yet
  std::uint64_t block_units = 0;
  std::uint64_t blocks = 1;  ///< that were ever written
};

Root read_root(Unpacker& unpacker) {
  Root root;
  root.block = unpacker.number();
  const std::uint64_t level_and_flags = unpacker.number();
  root.levels = (level_and_flags >> 2U) + 1;
  root.is_made_up = (level_and_flags & 1U) != 0;
  unpacker.number();  // entries
  root.block_units = unpacker.number();
  unpacker.number();  // what is compressed
  Unpacker free_blocks(unpacker.text());
  free_blocks.number();  // the revision
  if (const std::uint64_t blocks = free_blocks.number(); free_blocks.good()) root.blocks = blocks;
  return root;
}

bool is_possible(const Root& root) {
  return root.levels <= (root.is_made_up ? 1 : kMostLevels) &&
         root.block_units == kBlockBytes / kBlockUnit && root.block <= kMostBlocks &&
         root.blocks >= 1 && root.blocks <= kMostBlocks;
}

/// Whether the block is one of its level, as a block's head has it (glass_table.h: LEVEL, DIR_END).
/// A table that is missing is Xapian's to tell.
bool has_root(const std::filesystem::path& table, const Root& root) {
  constexpr std::size_t kLevelAt = 4;
  constexpr std::size_t kEndAt = 9;
  std::array<unsigned char, 11> head{};
  const auto file = open_to_read(table);
  if (!file || root.is_made_up) return true;
  const auto at = static_cast<off_t>(root.block * kBlockBytes);
  if (::pread(file->get(), head.data(), head.size(), at) != static_cast<ssize_t>(head.size()))
    return false;
  const unsigned end = (head[kEndAt] * 256U) + head[kEndAt + 1];
  return head[kLevelAt] + 1U == root.levels && end >= head.size() && end <= kBlockBytes;
}

/// The first table of which the file says what cannot be, or is not; empty where there is none.
std::string_view table_at_fault(const std::filesystem::path& folder, std::string_view bytes) {
  if (!bytes.starts_with(kFormat) || bytes.size() < kFormat.size() + kUuidBytes) return {};
  Unpacker unpacker(bytes.substr(kFormat.size() + kUuidBytes));
  unpacker.number();  // the revision
  for (const std::string_view table : kTables) {
    const Root root = read_root(unpacker);
    if (!unpacker.good() || !is_possible(root) ||
        !has_root(folder / format("{}.glass", table), root))
      return table;
  }
  return {};
}

}  // namespace

void check_version_file(const std::string& folder) {
  constexpr int kAttempts = 5;
  const std::filesystem::path file = std::filesystem::path(folder) / "iamglass";
  Result<std::string> bytes = read_file(file, kMaxBytes);
  for (int attempt = 1; bytes; ++attempt) {
    const std::string_view table = table_at_fault(folder, *bytes);
    if (table.empty()) return;
    // A writer may have reused the block by now, of which the file then says no more.
    auto again = read_file(file, kMaxBytes);
    if (attempt == kAttempts || (again && *again == *bytes))
      throw Xapian::DatabaseCorruptError(format("iamglass says of {}.glass what cannot be", table));
    bytes = std::move(again);
  }
}

}  // namespace geul::index
