// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "indexer/generator/address.hpp"
#include "indexer/generator/jekyll_settings.hpp"

namespace geul::indexer {

std::string_view JekyllSettings::within_source(std::string_view path) const {
  if (!source.empty() && path.size() > source.size() && path_matches(source, path))
    path.remove_prefix(source.size() + 1);
  return path;
}

/// The path from the folder of collections on; empty for what lies outside.
std::string_view JekyllSettings::within_collections(std::string_view path) const {
  const std::string& folder = collections_folder;
  if (folder.empty()) return path;
  return path.size() > folder.size() && path_matches(folder, path) ? path.substr(folder.size() + 1)
                                                                   : std::string_view{};
}

/// lib/jekyll/entry_filter.rb: `include` names what an entry begins with, or matches it.
bool JekyllSettings::is_included(std::string_view entry) const {
  const std::string_view last = entry.substr(entry.rfind('/') + 1);
  return std::ranges::any_of(included, [&](std::string_view pattern) {
    return entry.starts_with(pattern) || last.starts_with(pattern) ||
           path_matches(across_folders(pattern), entry) ||
           path_matches(across_folders(pattern), last);
  });
}

bool JekyllSettings::is_special(std::string_view entry) const {
  constexpr std::string_view kMarks = "._#~";
  const std::string_view last = entry.substr(entry.rfind('/') + 1);
  if (entry.empty() || is_included(entry)) return false;
  return kMarks.find(entry.front()) != kMarks.npos ||
         (!last.empty() && kMarks.find(last.front()) != kMarks.npos) || entry.ends_with('~');
}

/// Jekyll leaves out what begins with '_', '.', '#' or '~', or ends with '~', but for its own
/// folders; below these it looks at a path's beginning and its last name alone.
bool JekyllSettings::is_hidden(std::string_view path) const {
  const bool inside = !within_collections(path).empty();
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    const bool posts = part == "_posts" || part == "_drafts";
    const bool own = part.starts_with('_') && (posts || collection(part.substr(1)));
    if (own && inside) return is_special(path.substr(std::min(end + 1, path.size())));
    if (is_special(part)) return true;
    begin = end + 1;
  }
  return false;
}

bool JekyllSettings::excludes(std::string_view path) const {
  if (!source.empty() && !path_matches(source, path)) return !path_matches(path, source);
  path = within_source(path);
  if (path_matches(destination, path)) return true;
  const auto matches = [path](std::string_view pattern) {
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    return !pattern.empty() &&
           (path.starts_with(pattern) || path_matches(across_folders(pattern), path));
  };
  if (is_hidden(path)) return true;
  return std::ranges::any_of(excluded, matches) && !is_included(path);
}

}  // namespace geul::indexer
