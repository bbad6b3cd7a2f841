// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/paths.hpp"

#include <system_error>

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;

bool leads_out(const fs::path& relative) {
  return relative.empty() || *relative.begin() == "..";
}

fs::path real_path(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(absolute_path(path), error);
  return error ? absolute_path(path) : real;
}

}  // namespace

fs::path absolute_path(const fs::path& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal();
}

std::string path_within(const fs::path& folder, const fs::path& file) {
  const fs::path relative = absolute_path(file).lexically_relative(absolute_path(folder));
  if (!leads_out(relative)) return relative.generic_string();
  return real_path(file).lexically_relative(real_path(folder)).generic_string();
}

std::string prefix_within(const fs::path& folder, const fs::path& inner) {
  std::string prefix = path_within(folder, inner);
  if (prefix == ".") return {};
  if (!prefix.ends_with('/')) prefix += '/';
  return prefix;
}

}  // namespace geul::indexer
