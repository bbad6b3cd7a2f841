// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/page_files.hpp"

#include <system_error>

#include "common/base/files.hpp"
#include "indexer/generator/address.hpp"

namespace geul::indexer {

bool is_file_at(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

std::string small_file(const std::filesystem::path& path) {
  constexpr std::uintmax_t kMost = 1U << 20U;
  return read_file(path, kMost).value_or(std::string());
}

std::string_view first_folder(std::string_view path) {
  return path.substr(0, path.find('/'));
}

std::string_view last_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view folder_above(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view{} : path.substr(0, slash);
}

bool lies_in(std::string_view folder, std::string_view path) {
  return folder.empty() ||
         (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

std::string_view below_folder(std::string_view folder, std::string_view path) {
  return folder.empty() || !lies_in(folder, path) ? path : path.substr(folder.size() + 1);
}

std::string path_of_address(const std::string& address) {
  const std::size_t scheme = address.find("//");
  const std::size_t path = address.find('/', scheme == std::string::npos ? 0 : scheme + 2);
  return path == std::string::npos ? std::string{} : address.substr(path);
}

std::optional<char> percent_encoded_byte(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  if (text.size() < 3 || text[0] != '%' || digit(text[1]) < 0 || digit(text[2]) < 0)
    return std::nullopt;
  return static_cast<char>(digit(text[1]) * 16 + digit(text[2]));
}

std::string plain_folder(std::string_view typed) {
  std::string folder;
  for (const std::string_view part : path_parts(typed)) {
    if (!folder.empty()) folder += '/';
    folder += part;
  }
  return folder;
}

}  // namespace geul::indexer
