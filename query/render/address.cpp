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

std::string url_of(const index::Document& post, std::string_view anchor) {
  if (post.url.empty() || anchor.empty()) return post.url;
  return post.url + '#' + std::string{anchor};
}

std::string url_of(const index::Document& post, const Showing& showing) {
  return url_of(post, showing.leads_to_section ? std::string_view(showing.anchor) : "");
}

}  // namespace geul::query
