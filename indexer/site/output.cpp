// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/output.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/base/hash.hpp"
#include "common/index/folder.hpp"
#include "indexer/site/client_files.hpp"
#include "indexer/site/deflate.hpp"

namespace geul::indexer::site {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEntryFile = "geul.bin";
constexpr std::array<std::string_view, 5> kFolders{"f", "m", "t", "v", "x"};

Error io_error(std::string_view action, const fs::path& path, const std::error_code& error) {
  return geul::io_error(action, path, error.value());
}

/// "engine-7ZQ2K4AB.js", whatever the content that it is named by.
bool is_module(const std::string& name) {
  constexpr std::size_t kHash = 8;
  constexpr std::string_view kEnd = ".js";
  if (!name.ends_with(kEnd) || name.size() < kHash + kEnd.size() + 2) return false;
  const std::size_t hash = name.size() - kEnd.size() - kHash;
  const auto is_of_hash = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return name[hash - 1] == '-' &&
         std::ranges::all_of(std::string_view(name).substr(hash, kHash), is_of_hash);
}

/// "0a1b2c.bin", "12-0a1b2c.0.bin".
bool is_piece(const std::string& name) {
  constexpr std::string_view kEnd = ".bin";
  return name.ends_with(kEnd) && name.size() > kEnd.size() &&
         name.find_first_not_of("0123456789abcdef-.") == name.size() - kEnd.size() + 2;
}

bool is_client_file(const std::string& name) {
  return std::ranges::find(client_files(), name, &EmbeddedFile::path) != client_files().end();
}

/// Whether a file is one of a search, or such a file packed by a host's tools. Names that other
/// contents have count.
bool is_site_file(const fs::path& file) {
  fs::path name = file.filename();
  if (name.extension() == ".gz" || name.extension() == ".br") name.replace_extension();
  const std::string folder = file.parent_path().string();
  if (folder.empty()) return name == kEntryFile || is_client_file(name.string());
  if (std::ranges::find(kFolders, folder) == kFolders.end()) return false;
  return folder == "m" ? is_module(name.string()) : is_piece(name.string());
}

/// A file below `folder` that is none of a search, as a path in it; nothing where all are.
Result<std::optional<fs::path>> foreign_file(const fs::path& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    const fs::path inside = it->path().lexically_relative(folder);
    const bool is_folder = it->is_directory(error) && !it->is_symlink(error);
    const bool known = is_folder ? std::ranges::find(kFolders, inside.string()) != kFolders.end()
                                 : is_site_file(inside);
    if (!known) return std::optional(inside);
  }
  if (error) return fail(io_error("look into", folder, error));
  return std::optional<fs::path>();
}

void remove_site(const fs::path& folder) {
  const auto foreign = foreign_file(folder);
  std::error_code ignored;
  if (foreign && !*foreign) fs::remove_all(folder, ignored);
}

/// Whether a search may be put there.
Result<void> check_place(const fs::path& out) {
  std::error_code error;
  const fs::file_status status = fs::status(out, error);
  if (status.type() == fs::file_type::not_found) return {};
  if (error) return fail(io_error("look at", out, error));
  if (status.type() != fs::file_type::directory)
    return fail(ErrorCode::conflict, format("{} is no folder", out.string()),
                "name a folder of the search's own, such as static/geul");
  const bool empty = fs::is_empty(out, error);
  if (error) return fail(io_error("look into", out, error));
  if (empty) return {};
  if (!fs::exists(out / kEntryFile, error))
    return fail(ErrorCode::conflict, format("{} holds something else than a search", out.string()),
                "name a folder of the search's own, such as static/geul");
  const auto foreign = foreign_file(out);
  if (!foreign) return fail(foreign.error());
  if (*foreign)
    return fail(ErrorCode::conflict,
                format("{} is no file of a search", (out / **foreign).string()),
                "the folder is written anew as a whole; move that file elsewhere");
  return {};
}

}  // namespace

std::uint32_t name_of(std::string_view payload) noexcept {
  constexpr unsigned kShift = 40;
  const auto name = static_cast<std::uint32_t>(hash64(payload) >> kShift);
  return name == 0 ? 1 : name;
}

std::string to_hex_name(std::uint32_t name) {
  return format("{:06x}", name);
}

std::uint32_t Names::give(std::string_view payload) {
  constexpr std::uint32_t kLast = 0xFFFFFF;
  std::uint32_t name = name_of(payload);
  while (!given_.insert(name).second) name = name == kLast ? 1 : name + 1;
  return name;
}

Output::Output(fs::path out, fs::path folder) : out_(std::move(out)), folder_(std::move(folder)) {}

Output::Output(Output&& other) noexcept
    : out_(std::move(other.out_)),
      folder_(std::exchange(other.folder_, {})),
      files_(other.files_),
      bytes_(other.bytes_),
      state_(std::move(other.state_)) {}

Output::~Output() {
  if (!folder_.empty()) remove_site(folder_);
}

Result<Output> Output::begin(const std::string& out) {
  const fs::path place = index::resolve_folder(out);
  if (Result<void> free = index::check_surroundings(place); !free) return fail(free.error());
  if (Result<void> checked = check_place(place); !checked) return fail(checked.error());
  std::error_code error;
  fs::create_directories(place.parent_path(), error);
  if (error) return fail(io_error("make", place.parent_path(), error));
  index::remove_leftovers(place, remove_site);
  Output output(place, index::beside(place));
  if (Result<void> cleared = output.clear(); !cleared) return fail(cleared.error());
  return output;
}

Result<void> Output::clear() {
  files_ = 0;
  bytes_ = 0;
  state_ = {};
  if (Result<void> cleared = index::clear_beside(out_, remove_site); !cleared) return cleared;
  std::error_code error;
  fs::create_directory(folder_, error);
  for (const std::string_view name : kFolders)
    if (!error) fs::create_directory(folder_ / name, error);
  if (error) return fail(io_error("make", folder_, error));
  return {};
}

void Output::write(const std::string& file, std::string_view bytes) {
  if (!state_) return;
  std::ofstream stream(folder_ / file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) state_ = fail(io_error("write", folder_ / file, {errno, std::generic_category()}));
  ++files_;
  bytes_ += bytes.size();
}

void Output::write_payload(const std::string& file, std::string_view payload) {
  write(file, deflate(payload));
}

Result<void> Output::publish() {
  if (!state_) return fail(state_.error());
  // Again: somebody may have put something there meanwhile.
  if (Result<void> checked = check_place(out_); !checked) return checked;
  std::error_code ignored;
  for (const std::string_view name : kFolders) fs::remove(folder_ / name, ignored);  // empty ones
  Result<void> replaced = index::replace_folder(folder_, out_, remove_site);
  if (replaced) folder_.clear();
  return replaced;
}

}  // namespace geul::indexer::site
