// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "common/base/result.hpp"
#include "indexer/source/scan.hpp"
#include "indexer/watch/inotify.hpp"

namespace geul::indexer {

/// The folders whose changes can change what is indexed, and which changes those are.
///
/// What is watched is named anew in each round, between begin() and end(), by who is about to read
/// it: a folder is watched before it is looked into, so what comes later is noticed, and what came
/// before is seen. Folders that appear between two rounds are watched at once.
///
/// Never watched: the database's folder and what is built beside it, so that writing it is no
/// change.
/// Threads  one object for one thread.
class WatchSet {
 public:
  /// Errors  those of Inotify::open().
  [[nodiscard]] static Result<WatchSet> open(const std::string& database);

  enum class Round {
    whole,      ///< all was named: what was not is forgotten
    cut_short,  ///< what was watched before is watched still
  };
  void begin();
  void end(Round round);

  /// Which files are posts from now on; Markdown until it is said.
  void posts_are(PostFiles kind) noexcept { kind_ = kind; }
  /// A folder that posts are looked for in. What is there by the name of a post counts, and folders
  /// that scan() would enter.
  void watch_posts(const std::filesystem::path& folder);
  /// A folder that recognize() looks into. What has the name of a generator's settings counts.
  void watch_settings(const std::filesystem::path& folder);
  /// A file or folder, there or not. Counts when it or a folder on its way comes, goes or changes,
  /// also of the place that links lead to.
  void watch_path(const std::filesystem::path& path, Attention attention = Attention::files);

  /// Takes what has happened; true when some of it counts.
  [[nodiscard]] bool take_changes();
  /// Readable when there is something to take.
  [[nodiscard]] int descriptor() const noexcept { return inotify_.descriptor(); }

  [[nodiscard]] std::size_t size() const noexcept { return watched_.size(); }
  /// Why some folders are not watched: the system's limit, or memory. They must be looked at now
  /// and then.
  [[nodiscard]] const std::optional<Error>& shortfall() const noexcept { return shortfall_; }

 private:
  /// What counts in one folder.
  struct Interest {
    std::filesystem::path posts;  ///< its path, when posts are looked for in it
    bool settings = false;
    std::set<std::string> names;
  };
  using Interests = std::unordered_map<int, Interest>;

  WatchSet(Inotify inotify, std::filesystem::path database);

  Interest* watch(const std::filesystem::path& folder, Attention attention);
  void watch_names_to(const std::filesystem::path& path, Attention attention);
  void watch_new_folder(const std::filesystem::path& folder);
  [[nodiscard]] bool counts(const FolderEvent& event);
  [[nodiscard]] bool entry_counts(const Interest& interest, const FolderEvent& event) const;
  [[nodiscard]] bool is_in_database(const std::filesystem::path& folder) const;
  [[nodiscard]] bool is_database(const std::filesystem::path& folder) const;

  Inotify inotify_;
  std::filesystem::path database_;
  PostFiles kind_ = PostFiles::markdown;
  Interests watched_;
  Interests named_;  ///< in the round at hand
  std::optional<Error> shortfall_;
};

}  // namespace geul::indexer
