// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/address.hpp"

namespace geul::query {
namespace {

std::string_view path_from(std::string_view path, std::string_view folder) {
  if (folder.empty()) return path;
  if (folder.ends_with('/')) folder.remove_suffix(1);
  const bool within =
      path.size() > folder.size() + 1 && path.starts_with(folder) && path[folder.size()] == '/';
  return within ? path.substr(folder.size() + 1) : path;
}

}  // namespace

std::string address_of(const index::Document& post, std::string_view folder) {
  if (!post.path.empty()) return std::string{path_from(post.path, folder)};
  return post.url.empty() ? post.id.str() : post.url;
}

}  // namespace geul::query
