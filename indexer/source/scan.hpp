// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/base/strong_id.hpp"

namespace geul::indexer {

enum class SourceKind { markdown, html, json_lines };

/// Which files of a folder are posts.
enum class PostFiles {
  markdown,  ///< .md, .markdown, .mdx
  html,      ///< .html, .htm, .xhtml: pages that are built
};

/// One file to read.
struct SourceFile {
  std::filesystem::path path;  ///< to open; "-" is the standard input
  DocumentId id;               ///< relative to its SOURCE, NFC, '/'-separated
  SourceKind kind = SourceKind::markdown;
  std::size_t source = 0;     ///< which SOURCE it was found under, in the order given
  std::string absolute = {};  ///< absolute_path(path); empty for the standard input
  std::string target = {};    ///< the file's own absolute name where `path` is a link to it
  bool marked_only = false;   ///< a page that counts only where it marks its matter
};

/// Whether to leave out a path relative to its SOURCE (NFC, '/'-separated), which is given by its
/// number.
using Exclude = std::function<bool(std::size_t source, std::string_view relative_path)>;

/// Hears of each folder in which posts may lie, before it is looked into.
using Entering = std::function<void(const std::filesystem::path& folder)>;

/// Whether scan() takes a file of this name, and enters a folder of this name.
[[nodiscard]] bool may_be_post(const std::string& file_name, PostFiles kind = PostFiles::markdown);
[[nodiscard]] bool may_hold_posts(const std::string& folder_name,
                                  PostFiles kind = PostFiles::markdown);

struct Scan {
  std::vector<SourceFile> files;  ///< by SOURCE, then by the bytes of their names
  std::vector<Warning> warnings;  ///< what could not be looked at
  bool complete = true;           ///< false: a folder could not be listed, more posts may be there
};

/// Finds the posts of the sources.
///
/// A SOURCE is a folder (searched for files of the kind, extensions in any case), a file, or "-".
/// Left out are folders named node_modules or beginning with a dot and, among Markdown, _site,
/// public and vendor, what
/// `exclude` names, and symbolic links to folders, to anything outside the SOURCE, and to what is
/// itself left out. A file that several SOURCEs or links lead to is one post, the
/// first. A post's id is unique in the scan: where two SOURCEs have the same relative path, the
/// later one's id begins with its SOURCE's name.
///
/// Errors  not_found, io: a SOURCE is not there, or is of no known kind. Folders below it that
///         cannot be read are warnings.
[[nodiscard]] Result<Scan> scan(const std::vector<std::string>& sources, const Exclude& exclude,
                                const Entering& entering = nullptr,
                                PostFiles kind = PostFiles::markdown);

}  // namespace geul::indexer
