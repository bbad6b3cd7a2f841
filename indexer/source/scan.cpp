// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/scan.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "common/base/format.hpp"
#include "common/text/normalize.hpp"
#include "indexer/source/paths.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kBuiltFolders{"_site", "public", "vendor"};

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return extension;
}

bool is_extension_of(PostFiles kind, std::string_view extension) {
  if (kind == PostFiles::html)
    return extension == ".html" || extension == ".htm" || extension == ".xhtml";
  return extension == ".md" || extension == ".markdown" || extension == ".mdx";
}

SourceKind kind_of(PostFiles kind) {
  return kind == PostFiles::html ? SourceKind::html : SourceKind::markdown;
}

std::optional<SourceKind> kind_of(const fs::path& path, PostFiles kind) {
  const std::string extension = lower_extension(path);
  if (is_extension_of(kind, extension)) return kind_of(kind);
  if (extension == ".jsonl" || extension == ".ndjson") return SourceKind::json_lines;
  return std::nullopt;
}

/// ".#a.md" is an editor's lock, "._a.md" what macOS writes beside files on foreign disks.
bool is_companion(const std::string& name) {
  return name.starts_with(".#") || name.starts_with("._");
}

bool lies_within(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

/// Walks one SOURCE folder.
class FolderScan {
 public:
  FolderScan(const fs::path& root, std::size_t source, const Exclude& exclude,
             const Entering& entering, PostFiles kind, Scan& result)
      : root_(root),
        source_(source),
        exclude_(exclude),
        entering_(entering),
        kind_(kind),
        result_(result) {}

  void run() {
    std::error_code error;
    real_root_ = fs::canonical(root_, error);
    absolute_root_ = absolute_path(root_);
    // An explicit stack: folders may be nested deeper than calls.
    std::vector<Folder> folders{{root_, ""}};
    while (!folders.empty()) {
      const Folder folder = std::move(folders.back());
      folders.pop_back();
      list(folder, folders);
    }
  }

 private:
  struct Folder {
    fs::path path;
    std::string prefix;  ///< of the names in it, relative to the SOURCE: "" or "a/b/"
  };

  void list(const Folder& folder, std::vector<Folder>& folders) {
    if (entering_) entering_(folder.path);
    std::error_code error;
    fs::directory_iterator entries(folder.path, error);
    while (!error && entries != fs::directory_iterator()) {
      visit(*entries, folder.prefix, folders);
      entries.increment(error);
    }
    if (!error) return;
    warn(folder.path, error.message());
    result_.complete = false;
  }

  void visit(const fs::directory_entry& entry, const std::string& prefix,
             std::vector<Folder>& folders) {
    const std::string name = entry.path().filename().string();
    const std::string relative = prefix + name;
    std::string id = text::to_nfc(relative);
    std::string target;
    std::error_code error;
    if (entry.is_symlink(error)) {
      target = target_to_take(entry);
      if (target.empty()) return;
    } else if (entry.is_directory(error)) {
      if (may_hold_posts(name, kind_) && !exclude_(source_, id))
        folders.push_back({entry.path(), relative + '/'});
      return;
    }
    if (!may_be_post(name, kind_) || exclude_(source_, id)) return;
    if (!entry.is_regular_file(error)) return warn(entry.path(), "not a regular file");
    result_.files.push_back({entry.path(), DocumentId(std::move(id)), kind_of(kind_), source_,
                             (absolute_root_ / relative).string(), std::move(target)});
  }

  /// Where a link leads that is to be taken, else nothing. Links to posts of the same SOURCE are; a
  /// link to what is left out (private/, .git/config) would publish what nobody meant to.
  /// Those to folders need not be: what is in them is found anyway, or lies outside.
  std::string target_to_take(const fs::directory_entry& entry) {
    std::error_code error;
    const fs::path target = fs::canonical(entry.path(), error);
    if (error || fs::is_directory(target, error)) return {};
    if (!is_extension_of(kind_, lower_extension(entry.path()))) return {};
    if (entering_) entering_(target.parent_path());
    const fs::path relative = target.lexically_relative(real_root_);
    if (!lies_within(target, real_root_))
      warn(entry.path(), "a symbolic link that leads out of the source is not followed");
    else if (!is_taken(relative))
      warn(entry.path(), "a symbolic link to what is left out, or no post, is not followed");
    else
      return (absolute_root_ / relative).string();
    return {};
  }

  /// Whether the scan takes a file when it comes to it by its own name.
  [[nodiscard]] bool is_taken(const fs::path& relative) const {
    if (!may_be_post(relative.filename().string(), kind_)) return false;
    fs::path path;
    for (const fs::path& part : relative) {
      path /= part;
      const bool is_folder = path != relative;
      if (is_folder && !may_hold_posts(part.string(), kind_)) return false;
      if (exclude_(source_, text::to_nfc(path.generic_string()))) return false;
    }
    return true;
  }

  void warn(const fs::path& path, std::string message) {
    result_.warnings.push_back({{path.string(), 0}, std::move(message)});
  }

  const fs::path& root_;
  fs::path real_root_;
  fs::path absolute_root_;
  std::size_t source_;
  const Exclude& exclude_;
  const Entering& entering_;
  PostFiles kind_;
  Scan& result_;
};

Result<void> scan_source(const std::string& source, std::size_t number, const Exclude& exclude,
                         const Entering& entering, PostFiles files, Scan& result) {
  if (source == "-") {
    result.files.push_back({source, DocumentId("-"), SourceKind::json_lines, number});
    return {};
  }
  const fs::path path = fs::path(source).lexically_normal();
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status))
    return fail(ErrorCode::not_found, format("no such source: {}", source),
                "name a folder of posts, a file, or - for JSON Lines");
  if (fs::is_directory(status)) {
    FolderScan(path, number, exclude, entering, files, result).run();
    return {};
  }
  const auto kind = kind_of(path, files);
  if (!kind)
    return fail(ErrorCode::usage, format("{} is no kind of source", source),
                files == PostFiles::html
                    ? "with --html sources are folders, .html, .htm, .xhtml and .jsonl files, and "
                      "- for JSON Lines"
                    : "sources are folders, .md, .markdown, .mdx and .jsonl files, and - for JSON "
                      "Lines; with --html, .html files");
  const std::string target =
      fs::is_symlink(path, error) ? fs::canonical(path, error).string() : std::string();
  result.files.push_back({path, DocumentId(text::to_nfc(path.filename().string())), *kind, number,
                          absolute_path(path).string(), target});
  return {};
}

/// Links come last, so that a file is known by its own name.
void drop_repeats(std::vector<SourceFile>& files) {
  std::unordered_set<std::string> taken;
  taken.reserve(files.size());
  std::erase_if(files, [&taken](const SourceFile& file) {
    return file.target.empty() && !file.absolute.empty() && !taken.insert(file.absolute).second;
  });
  std::erase_if(files, [&taken](const SourceFile& file) {
    return !file.target.empty() && !taken.insert(file.target).second;
  });
}

/// Two names can become one in NFC, and two SOURCEs can hold the same relative path.
void make_ids_unique(std::vector<SourceFile>& files, const std::vector<std::string>& sources) {
  std::unordered_set<DocumentId> used;
  for (SourceFile& file : files) {
    std::string id = file.id.str();
    if (used.contains(file.id)) {
      const fs::path source = fs::path(sources[file.source] + "/").lexically_normal();
      id.insert(0, text::to_nfc(source.parent_path().filename().string()) + "/");
    }
    const std::string base = id;
    for (int number = 2; used.contains(DocumentId(id)); ++number)
      id = format("{}~{}", base, number);
    file.id = DocumentId(id);
    used.insert(file.id);
  }
}

}  // namespace

bool may_be_post(const std::string& file_name, PostFiles kind) {
  return is_extension_of(kind, lower_extension(file_name)) && !is_companion(file_name);
}

bool may_hold_posts(const std::string& folder_name, PostFiles kind) {
  if (folder_name.starts_with('.') || folder_name == "node_modules") return false;
  return kind == PostFiles::html ||
         std::find(kBuiltFolders.begin(), kBuiltFolders.end(), folder_name) == kBuiltFolders.end();
}

Result<Scan> scan(const std::vector<std::string>& sources, const Exclude& exclude,
                  const Entering& entering, PostFiles kind) {
  Scan result;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto scanned = scan_source(sources[i], i, exclude, entering, kind, result);
    if (!scanned) return fail(scanned.error());
  }
  std::stable_sort(result.files.begin(), result.files.end(),
                   [](const SourceFile& a, const SourceFile& b) {
                     return std::tie(a.source, a.id, a.path) < std::tie(b.source, b.id, b.path);
                   });
  drop_repeats(result.files);
  make_ids_unique(result.files, sources);
  return result;
}

}  // namespace geul::indexer
