// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/watch_set.hpp"

#include <system_error>
#include <utility>
#include <vector>

#include "common/index/folder.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/source/paths.hpp"
#include "indexer/source/scan.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;

/// The folders in `folder` that scan() may enter.
std::vector<fs::path> folders_in(const fs::path& folder, PostFiles kind) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;
    if (!it->is_symlink(gone) && it->is_directory(gone) &&
        may_hold_posts(it->path().filename().string(), kind))
      found.push_back(it->path());
  }
  return found;
}

}  // namespace

WatchSet::WatchSet(Inotify inotify, fs::path database)
    : inotify_(std::move(inotify)), database_(std::move(database)) {}

Result<WatchSet> WatchSet::open(const std::string& database) {
  auto inotify = Inotify::open();
  if (!inotify) return fail(inotify.error());
  return WatchSet(std::move(*inotify), index::resolve_folder(database));
}

void WatchSet::begin() {
  named_.clear();
  shortfall_.reset();
}

void WatchSet::end(Round round) {
  if (round == Round::cut_short) {
    for (auto& [number, interest] : named_) {
      Interest& kept = watched_[number];
      if (!interest.posts.empty()) kept.posts = std::move(interest.posts);
      kept.settings = kept.settings || interest.settings;
      kept.names.merge(interest.names);
    }
  } else {
    for (const auto& [number, interest] : watched_)
      if (!named_.contains(number)) inotify_.remove(number);
    watched_ = std::move(named_);
  }
  named_.clear();
}

/// The folder's interest in this round; null where it cannot be watched. A folder that is not there
/// or not readable is noticed by the one around it.
WatchSet::Interest* WatchSet::watch(const fs::path& folder, Attention attention) {
  const Result<int> number = inotify_.add(folder, attention);
  if (number) return &named_[*number];
  if (number.error().code == ErrorCode::limit) shortfall_ = number.error();
  return nullptr;
}

void WatchSet::watch_posts(const fs::path& folder) {
  if (is_in_database(folder)) return;
  if (Interest* const interest = watch(folder, Attention::writes)) interest->posts = folder;
}

void WatchSet::watch_settings(const fs::path& folder) {
  if (Interest* const interest = watch(folder, Attention::files)) interest->settings = true;
}

void WatchSet::watch_path(const fs::path& path, Attention attention) {
  const fs::path absolute = absolute_path(path);
  watch_names_to(absolute, attention);
  std::error_code error;
  const fs::path real = fs::weakly_canonical(absolute, error);
  if (!error && real != absolute) watch_names_to(real, attention);
}

void WatchSet::watch_names_to(const fs::path& path, Attention attention) {
  for (fs::path at = path; at.has_relative_path(); at = at.parent_path()) {
    if (!at.has_filename()) continue;  // a '/' at the end
    if (Interest* const interest = watch(at.parent_path(), attention))
      interest->names.insert(at.filename().string());
    attention = Attention::names;
  }
}

/// A folder that has appeared is watched before it is listed, and so are those in it.
void WatchSet::watch_new_folder(const fs::path& folder) {
  std::vector<fs::path> folders{folder};
  while (!folders.empty()) {
    const fs::path next = std::move(folders.back());
    folders.pop_back();
    watch_posts(next);
    for (fs::path& inner : folders_in(next, kind_)) folders.push_back(std::move(inner));
  }
}

bool WatchSet::take_changes() {
  bool changed = false;
  for (const FolderEvent& event : inotify_.read()) changed = counts(event) || changed;
  return changed;
}

bool WatchSet::counts(const FolderEvent& event) {
  if (event.kind == FolderEvent::Kind::overflow) return true;
  const auto found = watched_.find(event.watch);
  if (found == watched_.end()) return false;
  if (event.kind == FolderEvent::Kind::self) return true;
  if (event.kind == FolderEvent::Kind::ended) {
    watched_.erase(found);
    return false;
  }
  if (!entry_counts(found->second, event)) return false;
  if (event.is_folder && event.has_come && !found->second.posts.empty() &&
      may_hold_posts(event.name, kind_)) {
    watch_new_folder(found->second.posts / event.name);
    end(Round::cut_short);
  }
  return true;
}

bool WatchSet::entry_counts(const Interest& interest, const FolderEvent& event) const {
  if (interest.names.contains(event.name)) return true;
  if (interest.settings && is_settings_name(event.name)) return true;
  if (interest.posts.empty()) return false;
  if (!event.is_folder) return may_be_post(event.name, kind_);
  return may_hold_posts(event.name, kind_) && !is_database(interest.posts / event.name);
}

bool WatchSet::is_in_database(const fs::path& folder) const {
  for (fs::path at = folder; at.has_relative_path(); at = at.parent_path())
    if (is_database(at)) return true;
  return false;
}

/// By its name and the folder around it: it may be gone, and folders come by many paths.
bool WatchSet::is_database(const fs::path& folder) const {
  const std::string name = folder.filename().string();
  const std::string own = database_.filename().string();
  if (name != own && !index::is_beside(name, own)) return false;
  std::error_code error;
  return fs::equivalent(absolute_path(folder).parent_path(), database_.parent_path(), error);
}

}  // namespace geul::indexer
