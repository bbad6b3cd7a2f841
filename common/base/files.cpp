// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "common/base/format.hpp"

namespace geul {
namespace {

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) noexcept : number_(number) {}
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  FileDescriptor(FileDescriptor&&) = delete;
  FileDescriptor& operator=(FileDescriptor&&) = delete;

  [[nodiscard]] int get() const noexcept { return number_; }
  [[nodiscard]] bool valid() const noexcept { return number_ >= 0; }

 private:
  int number_;
};

Failure fail_errno(std::string_view action, const std::filesystem::path& path, int error) {
  Error what = io_error(action, path, error);
  if (error == ENOENT || error == ENOTDIR) {
    what.code = ErrorCode::not_found;
    what.hint.clear();
  }
  return fail(std::move(what));
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

Result<std::string> read_all(int descriptor, const std::filesystem::path& path,
                             std::uintmax_t expected, std::uintmax_t max_bytes) {
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(expected) + 1);
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail_errno("read", path, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > max_bytes)
      return fail(ErrorCode::limit,
                  format("{} is larger than {}", path.string(), in_units(max_bytes)));
  }
  bytes.resize(used);
  return bytes;
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

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t max_bytes) {
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.valid()) return fail_errno("open", path, errno);
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) return fail_errno("read", path, errno);
  if (!S_ISREG(status.st_mode))
    return fail(ErrorCode::io, format("{} is not a regular file", path.string()));
  const auto size = static_cast<std::uintmax_t>(status.st_size);
  if (size > max_bytes)
    return fail(ErrorCode::limit,
                format("{} is larger than {}", path.string(), in_units(max_bytes)));
  return read_all(file.get(), path, size, max_bytes);
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
