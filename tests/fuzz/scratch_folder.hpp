// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

/// A folder, in memory where the system has such, that is gone with the process.
class ScratchFolder {
 public:
  ScratchFolder() {
    const std::filesystem::path memory = "/dev/shm";
    std::error_code none;
    const bool there = std::filesystem::is_directory(memory, none);
    const auto parent = there ? memory : std::filesystem::temp_directory_path();
    std::string name = (parent / "geul-fuzz-XXXXXX").string();
    expect(mkdtemp(name.data()) != nullptr, "a temporary folder");
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ScratchFolder(ScratchFolder&&) = delete;
  ScratchFolder& operator=(ScratchFolder&&) = delete;

  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return path_ / name;
  }
  void write(std::string_view name, std::string_view bytes) const {
    std::ofstream file(path_ / name, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    expect(file.flush().good(), "a scratch file can be written");
  }

 private:
  std::filesystem::path path_;
};

}  // namespace geul::fuzz
