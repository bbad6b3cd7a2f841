// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/small_disk.hpp"

#include <unistd.h>

#include <csignal>
#include <stdexcept>

#include "common/base/format.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;

/// The options that give a mount namespace, with a user namespace for who is not root.
std::vector<std::string> unshare_options() {
  return ::geteuid() == 0 ? std::vector<std::string>{"-m"} : std::vector<std::string>{"-rm"};
}

std::vector<std::string> unshared(const fs::path& folder, const std::string& then) {
  std::vector<std::string> arguments = unshare_options();
  arguments.insert(arguments.end(),
                   {"/bin/sh", "-c",
                    format("mount -t tmpfs -o size=256m none {} && {}", folder.string(), then)});
  return arguments;
}

}  // namespace

bool SmallDisk::is_possible() {
  const TemporaryFolder folder;
  return run("/usr/bin/unshare", unshared(folder.path(), "exit 0")).status == 0;
}

SmallDisk::SmallDisk()
    : keeper_(std::make_unique<RunningProgram>(
          "/usr/bin/unshare", unshared(folder_.path(), "echo mounted && exec sleep infinity"))) {
  static_cast<void>(keeper_->line_with("mounted"));
}

SmallDisk::~SmallDisk() {
  keeper_.reset();  // before the folder
}

fs::path SmallDisk::outside() const {
  return format("/proc/{}/root{}", keeper_->id(), folder_.path().string());
}

RunOptions SmallDisk::options() const {
  RunOptions options;
  options.through = {"/usr/bin/nsenter", "-t", std::to_string(keeper_->id()), "-m"};
  if (::geteuid() != 0)
    options.through.insert(options.through.end(), {"-U", "--preserve-credentials"});
  return options;
}

void SmallDisk::leave_free(std::size_t bytes) const {
  make_room();
  const fs::space_info space = fs::space(outside());
  remount(format("size={}", space.capacity - space.free + bytes));
}

void SmallDisk::remount(const std::string& how) const {
  const RunResult done =
      run("/bin/mount", {"-o", "remount," + how, folder_.path().string()}, options());
  if (done.status != 0) throw std::runtime_error("mount: " + done.err);
}

}  // namespace geul::test
