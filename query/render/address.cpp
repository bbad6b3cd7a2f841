// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/address.hpp"

#include "common/base/format.hpp"

namespace geul::query {
namespace {

std::string_view path_from(std::string_view path, std::string_view folder) {
  if (folder.empty()) return path;
  if (folder.ends_with('/')) folder.remove_suffix(1);
  const bool within =
      path.size() > folder.size() + 1 && path.starts_with(folder) && path[folder.size()] == '/';
  return within ? path.substr(folder.size() + 1) : path;
}

/// The fragment percent-encode set of the URL standard (url.spec.whatwg.org, 1.3) without what lies
/// beyond ASCII.
bool is_encoded(char c) {
  constexpr std::string_view kMarks = "\"<>`\x7F";
  return (c >= 0 && c <= ' ') || kMarks.find(c) != kMarks.npos;
}

std::string fragment_of(std::string_view anchor) {
  std::string fragment;
  for (const char c : anchor) {
    if (is_encoded(c))
      fragment += format("%{:02X}", static_cast<unsigned>(c));
    else
      fragment += c;
  }
  return fragment;
}

}  // namespace

std::string address_of(const index::Document& post, std::string_view folder) {
  if (!post.path.empty()) return std::string{path_from(post.path, folder)};
  return post.url.empty() ? post.id.str() : post.url;
}

std::string url_of(const index::Document& post, std::string_view anchor) {
  if (post.url.empty() || anchor.empty()) return post.url;
  return post.url + '#' + fragment_of(anchor);
}

std::string url_of(const index::Document& post, const Showing& showing) {
  return url_of(post, showing.leads_to_section ? std::string_view(showing.anchor) : "");
}

}  // namespace geul::query
