// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace geul::test {

/// A new folder that is gone with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return path_ / name;
  }
  /// Writes a file below the folder, making the folders on the way.
  void write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

/// The checkout's root, and the folder of shared measurements beside it (may not be there).
[[nodiscard]] std::filesystem::path project_folder();
[[nodiscard]] std::filesystem::path shared_folder();

}  // namespace geul::test
