// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "common/base/format.hpp"

namespace geul {
namespace {

Failure fail_errno(std::string_view action, const std::filesystem::path& path, int error) {
  Error what = io_error(action, path, error);
  if (error == ENOENT || error == ENOTDIR) {
    what.code = ErrorCode::not_found;
    what.hint.clear();
  }
  return fail(std::move(what));
}

Failure fail_too_large(const std::filesystem::path& name, std::uintmax_t max_bytes) {
  return fail(ErrorCode::limit, format("{} is larger than {}", name.string(), in_units(max_bytes)));
}

std::string_view hint_for(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "make room on the disk and run it again; what was there before is as it was";
    case EROFS:
    case EACCES:
    case EPERM:
      return "allow this user to write and read there, or name another place";
    default:
      return "look at the disk and the permissions, and run it again";
  }
}

/// Reads to the end, which is likely to come behind `expected` bytes.
Result<std::string> read_to_end(int descriptor, const std::filesystem::path& name,
                                std::uintmax_t expected, std::uintmax_t max_bytes) {
  const auto most = static_cast<std::size_t>(std::min<std::uintmax_t>(max_bytes, SIZE_MAX - 1)) + 1;
  std::string bytes(std::min(static_cast<std::size_t>(expected) + 1, most), '\0');
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(std::min(used * 2, most));
    const auto got = read_some(descriptor, name, std::span(bytes).subspan(used));
    if (!got) return fail(got.error());
    if (*got == 0) break;
    used += *got;
    if (used > max_bytes) return fail_too_large(name, max_bytes);
  }
  bytes.resize(used);
  return bytes;
}

struct RegularFile {
  FileDescriptor file;
  std::uintmax_t bytes;
};

Result<RegularFile> open_regular(const std::filesystem::path& path) {
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.valid()) return fail_errno("open", path, errno);
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) return fail_errno("read", path, errno);
  if (!S_ISREG(status.st_mode))
    return fail(ErrorCode::io, format("{} is not a regular file", path.string()));
  return RegularFile{std::move(file), static_cast<std::uintmax_t>(status.st_size)};
}

/// A stream that another process has made non-blocking.
void wait_for_bytes(int descriptor) {
  pollfd what{descriptor, POLLIN, 0};
  ::poll(&what, 1, -1);
}

Result<void> write_all(int descriptor, const std::filesystem::path& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return fail_errno("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

}  // namespace

std::string in_units(std::uintmax_t bytes) {
  constexpr std::uintmax_t kKibi = 1024;
  constexpr std::array kUnits{"bytes", "KiB", "MiB", "GiB"};
  std::size_t unit = 0;
  for (; bytes != 0 && bytes % kKibi == 0 && unit + 1 < kUnits.size(); ++unit) bytes /= kKibi;
  return format("{} {}", bytes, kUnits.at(unit));
}

std::string describe_errno(int error_number) {
  return std::generic_category().message(error_number);
}

Error io_error(std::string_view action, const std::filesystem::path& path, int error_number) {
  return {ErrorCode::io,
          format("cannot {} {}: {}", action, path.string(), describe_errno(error_number)),
          std::string(hint_for(error_number))};
}

Result<FileDescriptor> open_to_read(const std::filesystem::path& path) {
  auto opened = open_regular(path);
  if (!opened) return fail(opened.error());
  return std::move(opened->file);
}

Result<std::size_t> read_some(int descriptor, const std::filesystem::path& name,
                              std::span<char> bytes) {
  for (;;) {
    const ssize_t got = ::read(descriptor, bytes.data(), bytes.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EAGAIN || errno == EWOULDBLOCK)
      wait_for_bytes(descriptor);
    else if (errno != EINTR)
      return fail_errno("read", name, errno);
  }
}

Result<std::string> read_all(int descriptor, const std::filesystem::path& name,
                             std::uintmax_t max_bytes) {
  return read_to_end(descriptor, name, kReadBlockBytes - 1, max_bytes);
}

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t max_bytes) {
  const auto opened = open_regular(path);
  if (!opened) return fail(opened.error());
  if (opened->bytes > max_bytes) return fail_too_large(path, max_bytes);
  return read_to_end(opened->file.get(), path, opened->bytes, max_bytes);
}

bool is_disk_full(const char* path) noexcept {
  constexpr std::uintmax_t kNothing = std::uintmax_t{1} << 16U;
  struct statfs space = {};
  if (::statfs(path, &space) != 0) return false;
  const auto unit =
      static_cast<std::uintmax_t>(space.f_frsize != 0 ? space.f_frsize : space.f_bsize);
  return static_cast<std::uintmax_t>(space.f_bavail) * unit < kNothing;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path beside = path;
  beside += format(".{}.tmp", ::getpid());
  Result<void> written;
  {
    // What is there already a dead process of this number has left; a link would lead elsewhere.
    ::unlink(beside.c_str());
    const FileDescriptor file(
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.valid()) return fail_errno("create", beside, errno);
    written = write_all(file.get(), beside, bytes);
    if (written && ::fsync(file.get()) != 0) written = fail_errno("write", beside, errno);
  }
  if (written && ::rename(beside.c_str(), path.c_str()) != 0)
    written = fail_errno("replace", path, errno);
  if (!written) ::unlink(beside.c_str());
  return written;
}

}  // namespace geul
