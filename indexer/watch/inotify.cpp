// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/inotify.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"

namespace geul::indexer {
namespace {

constexpr std::uint32_t kNames = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                 IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_MASK_ADD;
constexpr std::uint32_t kFiles = kNames | IN_CLOSE_WRITE | IN_ATTRIB;
constexpr std::uint32_t kWrites = kFiles | IN_MODIFY;

constexpr std::size_t kBufferBytes = std::size_t{64} << 10U;

FolderEvent::Kind kind_of(const inotify_event& event) {
  if ((event.mask & IN_Q_OVERFLOW) != 0) return FolderEvent::Kind::overflow;
  if ((event.mask & IN_IGNORED) != 0) return FolderEvent::Kind::ended;
  return event.len == 0 ? FolderEvent::Kind::self : FolderEvent::Kind::entry;
}

FolderEvent event_of(const inotify_event& event, const char* name) {
  return {kind_of(event), event.wd, event.len == 0 ? std::string() : std::string(name),
          (event.mask & IN_ISDIR) != 0, (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0};
}

std::vector<FolderEvent> events_in(const char* at, const char* end) {
  std::vector<FolderEvent> events;
  while (at != end) {
    inotify_event event = {};
    std::memcpy(&event, at, sizeof event);
    at += sizeof event;
    events.push_back(event_of(event, at));
    at += event.len;
  }
  return events;
}

Failure add_failure(const std::filesystem::path& folder, int error) {
  if (error == ENOSPC)
    return fail(ErrorCode::limit, "the system watches no more folders for this user",
                "raise the limit: sysctl fs.inotify.max_user_watches=1048576");
  const auto code = error == ENOENT || error == ENOTDIR ? ErrorCode::not_found : ErrorCode::io;
  return fail(code, format("cannot watch {}: {}", folder.string(), describe_errno(error)));
}

}  // namespace

Result<Inotify> Inotify::open() {
  const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor >= 0) return Inotify(descriptor);
  const std::string message = "cannot watch files: " + describe_errno(errno);
  if (errno != EMFILE) return fail(ErrorCode::io, message);
  return fail(ErrorCode::limit, message,
              "end a program that watches, or raise the limit: "
              "sysctl fs.inotify.max_user_instances=1024");
}

Inotify::~Inotify() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Inotify::Inotify(Inotify&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Inotify& Inotify::operator=(Inotify&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Result<int> Inotify::add(const std::filesystem::path& folder, Attention attention) {
  constexpr std::uint32_t kMasks[] = {kNames, kFiles, kWrites};
  const std::uint32_t mask = kMasks[static_cast<std::size_t>(attention)];
  const int watch = ::inotify_add_watch(descriptor_, folder.c_str(), mask);
  if (watch < 0) return add_failure(folder, errno);
  return watch;
}

void Inotify::remove(int watch) noexcept {
  ::inotify_rm_watch(descriptor_, watch);
}

std::vector<FolderEvent> Inotify::read() {
  std::array<char, kBufferBytes> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (;;) {
    const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return {};
    return events_in(buffer.data(), buffer.data() + got);
  }
}

}  // namespace geul::indexer
